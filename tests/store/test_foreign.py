"""Another repository, imported or taken over: git sees its objects and nothing else of it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store import Store, import_sources
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository import foreign
from tests.kit.stories import START, URL, edit, first
from tests.kit.trap import Trap, configure, trap

Run = Callable[..., str]
TEXTS = ("Closed.", "Open.", "Shut.")


@pytest.fixture
def sprung(tmp_path: Path) -> Iterator[Trap]:
    found = trap(tmp_path / "trap")
    yield found
    assert not found.sprung, found.mark.read_text()


def run(folder: Path, *args: str, stdin: bytes = b"", **environment: str) -> str:
    """Plain git in a folder."""
    user = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(folder)]
    done = subprocess.run(
        ["git", *user, *args], input=stdin, capture_output=True, check=True, env=os.environ | environment
    )
    return done.stdout.decode().strip()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A repository of somebody's, with three versions of a page."""
    folder = tmp_path / "other"
    subprocess.run(["git", "init", "-q", folder], check=True)
    for hour, text in enumerate(TEXTS):
        (folder / "page.txt").write_text(text)
        run(folder, "add", ".")
        run(folder, "commit", "-q", "-m", "x", GIT_AUTHOR_DATE=f"2024-02-01T0{hour}:00:00Z")
    return folder


def imported(folder: Path) -> list[str]:
    """The texts of the versions, and what is left out."""
    found = import_sources.pages(Path(f"{folder}:page.txt"), URL)
    return [one.body.decode() if isinstance(one, Page) else str(one) for one in found]


# --- import: silence ---


def test_any_form_of_a_repository_is_read(other: Path, tmp_path: Path) -> None:
    assert imported(other) == list(TEXTS)
    run(other, "pack-refs", "--all")
    assert imported(other) == list(TEXTS)
    run(other, "gc", "-q")
    assert imported(other) == list(TEXTS)
    run(tmp_path, "clone", "-q", "--bare", "other", "bare.git")
    assert imported(tmp_path / "bare.git") == list(TEXTS)
    run(tmp_path, "clone", "-q", "--shared", "other", "shared")
    assert imported(tmp_path / "shared") == list(TEXTS)
    run(other, "worktree", "add", "-q", "-b", "side", str(tmp_path / "linked"), "HEAD~1")
    assert imported(tmp_path / "linked") == list(TEXTS[:2])
    run(other, "checkout", "-q", "--detach", "HEAD~2")
    assert imported(other) == list(TEXTS[:1])


def test_a_repository_of_longer_names_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    subprocess.run(["git", "init", "-q", "--object-format=sha256", folder], check=True)
    (folder / "page.txt").write_text("Closed.")
    run(folder, "add", ".")
    run(folder, "commit", "-q", "-m", "x")
    assert imported(folder) == ["Closed."]


def test_a_history_that_was_cut_is_read_as_far_as_it_goes(other: Path, tmp_path: Path) -> None:
    run(tmp_path, "clone", "-q", "--depth=2", f"file://{other}", "cut")
    assert imported(tmp_path / "cut") == list(TEXTS[1:])


def test_what_its_owner_set_up_for_himself_is_no_hindrance(other: Path, sprung: Trap) -> None:
    for key in (
        "filter.lfs.smudge",
        "core.sshCommand",
        "credential.helper",
        "diff.external",
        "alias.log",
        "core.pager",
    ):
        configure(other / ".git", key, str(sprung.program))
    assert imported(other) == list(TEXTS)


def test_an_empty_one_says_so(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path / "none"], check=True)
    with pytest.raises(StoreError, match="holds no history"):
        imported(tmp_path / "none")


# --- import: attacks ---


def lost(folder: Path, revision: str) -> None:
    """Take away an object."""
    blob = run(folder, "rev-parse", revision)
    (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()


def test_a_lost_text_is_left_out_and_fetched_by_no_program(other: Path, sprung: Trap) -> None:
    lost(other, "HEAD~1:page.txt")
    for key, value in (("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin")):
        configure(other / ".git", key, value)
    configure(other / ".git", "remote.origin.url", str(other))
    configure(other / ".git", "remote.origin.uploadpack", str(sprung.program))
    closed, note, shut = imported(other)
    assert (closed, shut) == ("Closed.", "Shut.")
    assert "is left out: its text is not in the repository" in note


def test_a_lost_commit_is_an_error_and_fetched_by_no_program(other: Path, sprung: Trap) -> None:
    lost(other, "HEAD~1")
    configure(other / ".git", "remote.origin.promisor", "true")
    configure(other / ".git", "remote.origin.url", f"ext::{sprung.program}")
    configure(other / ".git", "protocol.ext.allow", "always")
    with pytest.raises(StoreError):
        imported(other)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.showRoot", "false"),
        ("i18n.logOutputEncoding", "UTF-16"),
        ("log.showSignature", "true"),
        ("log.date", "banana"),
        ("core.repositoryformatversion", "99"),
        ("log.diffMerges", "first-parent"),
        ("include.path", "nothing"),
        ("core.worktree", "/nonexistent"),
        ("color.ui", "always"),
        ("core.fsmonitor", "program"),
        ("gpg.program", "program"),
    ],
)
def test_no_setting_of_its_changes_what_is_read(other: Path, sprung: Trap, key: str, value: str) -> None:
    configure(other / ".git", key, str(sprung.program) if value == "program" else value)
    assert imported(other) == list(TEXTS)


def test_no_graft_nor_replaced_object_nor_index_forges_its_history(other: Path) -> None:
    run(other, "commit-graph", "write", "--reachable", "--changed-paths")
    tip, root = run(other, "rev-parse", "HEAD"), run(other, "rev-list", "--max-parents=0", "HEAD")
    (other / ".git/info/grafts").write_text(f"{tip} {root}\n")
    blob = run(other, "hash-object", "-w", "--stdin", stdin=b"Forged.")
    run(other, "replace", run(other, "rev-parse", "HEAD~1:page.txt"), blob)
    graph = other / ".git/objects/info/commit-graph"
    graph.chmod(0o600)
    graph.write_bytes(b"CGPH" + b"\xff" * 200)
    assert imported(other) == list(TEXTS)


@pytest.mark.parametrize("name", ["refs/heads/../../../x", "refs/heads/.x", "HEAD", "x", "refs/heads/a\nb"])
def test_a_head_that_leads_nowhere_is_no_history(other: Path, name: str) -> None:
    (other / ".git/HEAD").write_text(f"ref: {name}\n")
    with pytest.raises(StoreError, match="holds no history"):
        imported(other)


def test_branches_in_another_form_are_told(other: Path) -> None:
    (other / ".git/reftable").mkdir()
    with pytest.raises(StoreError, match="reftable"):
        imported(other)


@pytest.mark.parametrize("seconds", ["-3600", "99999999999", "9" * 30])
def test_a_commit_of_an_impossible_time_is_left_out(other: Path, seconds: str) -> None:
    text = run(other, "cat-file", "commit", "HEAD")
    text = "\n".join(
        f"author x <x@example.org> {seconds} +0000" if line.startswith("author") else line for line in text.split("\n")
    )
    bad = run(other, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=f"{text}\n".encode())
    run(other, "update-ref", "HEAD", bad)
    *pages, note = imported(other)
    assert pages == list(TEXTS[:2])
    assert "no time between 1970 and 2100" in note


# --- taking over ---


@pytest.fixture
def theirs(store: Store, git: Run) -> Store:
    """A store with two articles, raw pages, a log and a list."""
    with store.lock(who="watch", now=START):
        raw = store.raw.put(Page(URL, URL, 200, "text/html", b"Raw.", START))
        path = store.record([first(), first("https://herald.example/fire", "Fire.")], now=START)[0].path
    store.record([edit(path, "Open.")], now=START + timedelta(hours=1))
    (store.private / "watchlist.txt").write_text(f"{URL}\n")
    (store.private / "config.toml").write_text('[fetch]\nbrowser = "evil"\n')
    (store.private / "log").mkdir()
    (store.private / "log/observations-2026-03.jsonl").write_text("{}\n")
    assert store.raw.get(raw).body == b"Raw."
    return store


def same(one: Store, other: Store) -> bool:
    return [(r.id, r.article) for r in one.read_all(one.changes())] == [
        (r.id, r.article) for r in other.read_all(other.changes())
    ]


def test_a_history_is_taken_over_whole(theirs: Store, tmp_path: Path) -> None:
    mine = Store.create(tmp_path / "mine")
    taken = mine.take_over(theirs.path, now=START)
    assert (taken.commits, taken.pages) == (3, 2)
    assert taken.files == ("watchlist.txt", "observations-2026-03.jsonl")
    assert same(mine, theirs)
    assert list(mine.verify()) == []
    assert not (mine.private / "config.toml").exists()
    assert run(mine.path, "status", "--porcelain") == ""
    assert run(mine.path, "rev-parse", "main") == run(mine.path, "rev-parse", "archive")
    [entry, _] = mine.articles()
    assert mine.record([edit(entry.path, "Shut.", hours=3)], now=START)


def test_of_a_bare_store_too(theirs: Store, tmp_path: Path) -> None:
    bare = Store.create(tmp_path / "bare", bare=True)
    bare.take_over(theirs.path, now=START)
    mine = Store.create(tmp_path / "mine")
    mine.take_over(bare.path, now=START)
    assert same(mine, theirs)


def test_nothing_that_runs_or_leads_elsewhere_comes_along(
    theirs: Store, tmp_path: Path, sprung: Trap, git: Run
) -> None:
    configure(theirs.path / ".git", "core.fsmonitor", str(sprung.program))
    configure(theirs.path / ".git", "uploadpack.packObjectsHook", str(sprung.program))
    (theirs.path / ".git/info/attributes").write_text("* filter=x\n")
    (theirs.path / ".git/hooks").mkdir()
    (theirs.path / ".git/hooks/reference-transaction").symlink_to(sprung.program)
    (tmp_path / "secret.jsonl").write_text("mine")
    (theirs.private / "log/observations-2026-04.jsonl").symlink_to(tmp_path / "secret.jsonl")
    os.mkfifo(theirs.private / "log/observations-2026-05.jsonl")
    mine = Store.create(tmp_path / "mine")
    taken = mine.take_over(theirs.path, now=START)
    assert taken.files == ("watchlist.txt", "observations-2026-03.jsonl")
    assert list(mine.verify()) == []
    assert not (mine.path / ".git/hooks").exists()


def test_a_history_with_a_hole_is_not_taken(theirs: Store, tmp_path: Path, git: Run, sprung: Trap) -> None:
    [*packs] = (theirs.path / ".git/objects/pack").glob("*.pack")
    held = [pack.read_bytes() for pack in packs]
    for file in (theirs.path / ".git/objects/pack").glob("pack-*"):
        file.unlink()
    for pack in held:
        run(theirs.path, "unpack-objects", "-q", stdin=pack)
    lost(theirs.path, "archive~1")
    mine = Store.create(tmp_path / "mine")
    with pytest.raises(StoreError, match="not whole"):
        mine.take_over(theirs.path, now=START)
    assert mine.articles() == []


def test_an_index_that_lies_about_a_pack_is_not_believed(theirs: Store, tmp_path: Path, git: Run) -> None:
    """The other text stands under the right name: whoever only looks at the index reads it."""
    git("repack", "-adfq", "--depth=0")
    [index] = (theirs.path / ".git/objects/pack").glob("*.idx")
    old, new = (git("rev-parse", f"archive~{n}:{theirs.articles()[0].path}").strip() for n in (1, 0))
    held = bytearray(index.read_bytes())
    names = sorted(run(theirs.path, "rev-list", "--objects", "--all", "--no-object-names").split())
    start = 8 + 256 * 4 + len(names) * 24
    a, b = (start + 4 * names.index(name) for name in (old, new))
    held[a : a + 4], held[b : b + 4] = held[b : b + 4], held[a : a + 4]
    index.chmod(0o600)
    index.write_bytes(held)
    mine = Store.create(tmp_path / "mine")
    try:
        mine.take_over(theirs.path, now=START)
    except StoreError:
        return
    assert list(mine.verify()) == []


def test_only_into_a_new_store(theirs: Store, tmp_path: Path) -> None:
    shutil.copytree(theirs.path, tmp_path / "copy", symlinks=True)
    with pytest.raises(StoreError, match="holds a history already"):
        theirs.take_over(tmp_path / "copy", now=START)


def test_a_folder_that_is_no_store(other: Path, tmp_path: Path) -> None:
    mine = Store.create(tmp_path / "mine")
    with pytest.raises(StoreError, match="no branch archive"):
        mine.take_over(other, now=START)


def test_what_is_left_out_is_told_by_who_imports(store: Store, tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    for name in ("a-2025-01-01.txt", "b-1969-05-01.txt"):
        (tmp_path / "saved" / name).write_text("Closed.")
    found = list(import_sources.pages(tmp_path / "saved", URL))
    assert [isinstance(one, LeftOut) for one in found] == [False, True]
    assert foreign.is_repository(store.path)
