"""``main`` and the files in the work tree: they follow the archive, and what a killed run began is taken back."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.store import Store
from newsdiff.store.repository import worktree
from newsdiff.store.repository.git import Git
from tests.kit.sealing import seal
from tests.kit.stories import START, edit, first

OTHER = "https://gazette.example/2026/03/01/mill"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose archive is one edit and one new article ahead of main."""
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        folder = tmp_path_factory.mktemp("worktree") / "store"
        path = Store.create(folder).record([first()], now=START)[0].path
        Store(folder, worktree=False).record([edit(path, "It is open."), first(OTHER, "It grinds.")], now=START)
    return folder


class Tree:
    """A copy of it, its git and its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git = Git(folder / ".git", folder)
        self.bridge, self.mill = sorted(row.path for row in Store(folder).articles())

    def archived(self, path: str) -> bytes:
        return self.git.run("show", f"archive:{path}")

    def plain(self, *args: str) -> str:
        user = ["-c", "user.name=Reader", "-c", "user.email=reader@example.org"]
        return subprocess.run(["git", *user, *args], cwd=self.folder, check=True, capture_output=True, text=True).stdout

    @property
    def is_level(self) -> bool:
        return self.plain("rev-parse", "main") == self.plain("rev-parse", "archive")


@pytest.fixture
def tree(template: Path, tmp_path: Path) -> Iterator[Tree]:
    shutil.copytree(template, tmp_path / "store", symlinks=True)
    yield Tree(tmp_path / "store")


# --- following ---


def test_main_follows_the_archive_and_is_then_not_behind(tree: Tree) -> None:
    tree.plain("status")  # who only asks goes by file times, and a copy has others
    assert worktree.behind(tree.git) == "main stays behind the archive until the next run"
    assert not (tree.folder / tree.mill).exists()  # asking moves nothing
    assert worktree.follow(tree.git) == ""
    assert tree.is_level
    assert (tree.folder / tree.bridge).read_bytes() == tree.archived(tree.bridge)
    assert (tree.folder / tree.mill).read_bytes() == tree.archived(tree.mill)
    assert worktree.behind(tree.git) == worktree.follow(tree.git) == ""
    assert tree.plain("status", "--porcelain") == ""


def test_a_store_without_a_work_tree_is_never_behind(tree: Tree) -> None:
    bare = Git(tree.folder / ".git", None)
    assert worktree.behind(bare) == worktree.follow(bare) == ""
    worktree.mend(bare)
    assert not tree.is_level


def test_a_store_without_a_revision_is_level(tmp_path: Path) -> None:
    Store.create(tmp_path / "new")
    git = Git(tmp_path / "new" / ".git", tmp_path / "new")
    assert worktree.behind(git) == worktree.follow(git) == ""
    worktree.mend(git)


def test_a_file_of_the_users_that_is_in_the_way_is_named(tree: Tree) -> None:
    (tree.folder / tree.mill).write_text("mine")
    for why in (worktree.behind(tree.git), worktree.follow(tree.git)):
        assert why.startswith("main stays as it is, for a file of yours stands in the way (")
    assert (tree.folder / tree.mill).read_text() == "mine"
    assert not tree.is_level


def test_another_branch_and_commits_of_the_users_are_left_alone(tree: Tree) -> None:
    tree.plain("commit", "-q", "--allow-empty", "-m", "mine")
    why = "main holds commits of yours: it stays as it is; merge the branch archive when you like"
    assert worktree.behind(tree.git) == worktree.follow(tree.git) == why
    tree.plain("checkout", "-q", "-b", "mine")
    why = "main is not checked out here: it stays as it is"
    assert worktree.behind(tree.git) == worktree.follow(tree.git) == why
    assert not tree.is_level


def test_a_lock_on_the_index_is_told_as_such(tree: Tree) -> None:
    (tree.folder / ".git" / "index.lock").touch()
    why = worktree.follow(tree.git)
    assert why.startswith("main stays as it is: ")
    assert "index.lock" in why
    assert "a file of yours" not in why


# --- mending ---


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0], ids=["nothing yet", "half", "whole"])
def test_a_file_that_a_killed_run_began_is_taken_back(tree: Tree, share: float) -> None:
    body = tree.archived(tree.mill)
    (tree.folder / tree.mill).write_bytes(body[: int(len(body) * share)])
    before = (tree.folder / tree.bridge).read_bytes()
    worktree.mend(tree.git)
    assert not (tree.folder / tree.mill).exists()
    assert (tree.folder / tree.bridge).read_bytes() == before
    assert worktree.follow(tree.git) == ""


def test_a_file_that_it_began_to_change_is_as_main_has_it_again(tree: Tree) -> None:
    before = (tree.folder / tree.bridge).read_bytes()
    (tree.folder / tree.bridge).write_bytes(tree.archived(tree.bridge)[:40])
    worktree.mend(tree.git)
    assert (tree.folder / tree.bridge).read_bytes() == before
    assert worktree.follow(tree.git) == ""


def test_what_a_user_wrote_stays(tree: Tree) -> None:
    mine = tree.archived(tree.bridge) + b"\nMy note.\n"
    (tree.folder / tree.bridge).write_bytes(mine)
    (tree.folder / tree.mill).write_bytes(b"My own mill.\n")
    (tree.folder / "README.md").write_bytes(b"")
    worktree.mend(tree.git)
    assert (tree.folder / tree.bridge).read_bytes() == mine
    assert (tree.folder / tree.mill).read_bytes() == b"My own mill.\n"
    assert (tree.folder / "README.md").exists()


def test_nothing_is_mended_where_another_branch_is_checked_out(tree: Tree) -> None:
    tree.plain("checkout", "-q", "-b", "mine")
    (tree.folder / tree.mill).write_bytes(b"")
    worktree.mend(tree.git)
    assert (tree.folder / tree.mill).exists()


def test_where_main_is_level_nothing_is_taken_back(tree: Tree) -> None:
    worktree.follow(tree.git)
    (tree.folder / tree.mill).write_bytes(b"")  # the user emptied it
    worktree.mend(tree.git)
    assert (tree.folder / tree.mill).read_bytes() == b""


def test_a_link_in_a_files_place_is_not_followed(tree: Tree, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_bytes(tree.archived(tree.mill)[:10])
    (tree.folder / tree.mill).symlink_to(outside)
    worktree.mend(tree.git)
    assert outside.exists()
    assert (tree.folder / tree.mill).is_symlink()


def test_a_folder_that_leads_elsewhere_is_not_followed(tree: Tree, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.move(tree.folder / "gazette.example", elsewhere)
    (tree.folder / "gazette.example").symlink_to(elsewhere)
    half = elsewhere / tree.mill.partition("/")[2]
    half.write_bytes(tree.archived(tree.mill)[:10])
    worktree.mend(tree.git)
    assert half.exists()
