"""A store from a tarball or a shared disk: what stands in it neither runs a program nor leads git, or us, elsewhere."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.store import Store
from newsdiff.store.repository import read, write
from newsdiff.store.repository.git import BRANCH, Git
from tests.kit.stories import START, edit, first
from tests.kit.trap import Trap, configure, trap

Run = Callable[..., str]


@pytest.fixture
def sprung(tmp_path: Path) -> Trap:
    return trap(tmp_path / "trap")


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    file = tmp_path / "victim"
    file.write_text("mine\n")
    return file


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def used(folder: Path) -> None:
    """All that a store is asked for."""
    store = Store(folder)
    revisions = store.read_all(store.changes())
    [entry, *_] = store.articles()
    store.history(entry.path)
    list(store.verify())
    [made] = store.record([edit(entry.path, f"Number {len(revisions)}.", hours=len(revisions))], now=START)
    store.maintain(now=START)
    assert Store(folder).tip == made.id


def refused(store: Store, named: str) -> None:
    """The store is not opened; the sentence names what is in the way, and the hint a safe way."""
    with pytest.raises(StoreError) as caught:
        used(store.path)
    assert named in caught.value.message
    assert f"newsdiff init NEW --from {store.path}" in caught.value.hint
    assert caught.value.exit_code == 4


# --- silence ---


def test_a_store_that_a_person_works_in_is_opened(store: Store, path: str, git: Run, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", store.path], check=True)  # as one does who is not sure: samples of hooks
    git("checkout", "-q", "-b", "mine/notes")
    (store.path / "NOTES.md").write_text("mine\n")
    git("add", "NOTES.md")
    git("-c", "core.logAllRefUpdates=true", "commit", "-q", "-m", "notes")
    (store.path / "NOTES.md").write_text("changed\n")
    git("stash", "-q")
    git("worktree", "add", "-q", str(tmp_path / "linked"), "main")
    git("remote", "add", "origin", "git@example.org:us/archive.git")
    git("config", "branch.mine/notes.remote", "origin")
    git("config", "user.name", "A Reader")
    used(store.path)


def test_what_lies_on_another_disk_may_be_linked(store: Store, path: str, tmp_path: Path) -> None:
    for name in ("raw", "log"):
        (tmp_path / "large" / name).mkdir(parents=True)
        (store.private / name).symlink_to(tmp_path / "large" / name)
    (tmp_path / "config.toml").write_text("")
    (store.private / "config.toml").symlink_to(tmp_path / "config.toml")
    used(store.path)


# --- programs ---


def broken(store: Store, git: Run) -> str:
    """Take away the object of the first text; its name."""
    blob = git("rev-parse", f"archive:{store.articles()[0].path}").strip()
    [pack] = (store.path / ".git/objects/pack").glob("*.pack")
    held = pack.read_bytes()
    for file in pack.parent.glob("pack-*"):
        file.unlink()
    subprocess.run(["git", "-C", str(store.path), "unpack-objects", "-q"], input=held, check=True)
    (store.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    return blob


def lazy(store: Store, sprung: Trap) -> None:
    """Have git fetch what is missing by a program."""
    configure(store.path / ".git", "core.repositoryformatversion", "1")
    configure(store.path / ".git", "extensions.partialClone", "origin")
    configure(store.path / ".git", "remote.origin.url", str(store.path))
    configure(store.path / ".git", "remote.origin.uploadpack", str(sprung.program))


def test_a_missing_object_is_fetched_by_no_program(store: Store, path: str, git: Run, sprung: Trap) -> None:
    broken(store, git)
    lazy(store, sprung)
    refused(store, "extensions.partialClone".lower())
    assert not sprung.sprung


def test_nor_would_git_itself_fetch_it(store: Store, path: str, git: Run, sprung: Trap) -> None:
    """Even if such a configuration came to stand there after the store was opened; also with a git before 2.45."""
    blob = broken(store, git)
    lazy(store, sprung)
    sealed = Git(store.path / ".git", store.path)
    assert list(read.objects(sealed, [blob, f"{BRANCH}:{path}"])) == [None, None]
    assert write.tip(sealed).id
    assert not sprung.sprung


def test_a_signature_is_checked_by_no_program_of_the_store(store: Store, path: str, git: Run, sprung: Trap) -> None:
    text = (
        f"object {git('rev-parse', 'archive').strip()}\ntype commit\ntag run/1\ntagger x <x@example.org> 0 +0000\n\nx\n"
        "-----BEGIN SSH SIGNATURE-----\nU1NIU0lH\n-----END SSH SIGNATURE-----\n"
    )
    command = ["git", "-C", str(store.path), "mktag", "--no-strict"]
    tag = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()
    git("update-ref", "refs/tags/run/1", tag)
    configure(store.path / ".git", "gpg.ssh.program", str(sprung.program))
    refused(store, "gpg.ssh.program")
    assert not sprung.sprung


@pytest.mark.parametrize("armour", ["PGP SIGNATURE", "PGP MESSAGE", "SIGNED MESSAGE"])
def test_a_signature_of_another_kind_is_not_good_and_asks_no_program(
    store: Store, path: str, git: Run, sprung: Trap, armour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("gpg", "gpgsm"):  # as they stand on the path of many users, with keys and a network
        (sprung.program.parent / name).symlink_to(sprung.program)
    monkeypatch.setenv("PATH", f"{sprung.program.parent}:{os.environ['PATH']}")
    text = (
        f"object {git('rev-parse', 'archive').strip()}\ntype commit\ntag run/1\ntagger x <x@example.org> 0 +0000\n\nx\n"
        f"-----BEGIN {armour}-----\n\nx\n-----END {armour}-----\n"
    )
    command = ["git", "-C", str(store.path), "mktag", "--no-strict"]
    tag = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout.strip()
    git("update-ref", "refs/tags/run/1", tag)
    assert "signature of the tag run/1 is not good" in " ".join(fault.message for fault in store.verify())
    assert not sprung.sprung


def test_the_work_tree_is_written_by_no_filter(store: Store, path: str, sprung: Trap) -> None:
    (store.path / ".git/info/attributes").write_text("*.md filter=x\n")
    refused(store, "filter=x")
    configure(store.path / ".git", "filter.x.smudge", str(sprung.program))
    refused(store, "filter.x.smudge")
    assert not sprung.sprung


@pytest.mark.parametrize(
    "line", ["*.md working-tree-encoding=UTF-16", "*.md ident", "* text eol=crlf", "[attr]x filter=x", "*.md x"]
)
def test_an_attribute_that_changes_files_is_refused(store: Store, path: str, line: str) -> None:
    with (store.path / ".git/info/attributes").open("a") as file:
        file.write(f"{line}\n")
    refused(store, "sets the attribute")


def test_attributes_that_somebody_committed_change_no_text(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "archive")
    (store.path / ".gitattributes").write_text("*.md text eol=crlf ident filter=x working-tree-encoding=UTF-16\n")
    git("add", ".gitattributes")
    git("commit", "-q", "-m", "mine")
    git("checkout", "-q", "main")
    store.record([edit(path, "It is $Id$.")], now=START)
    assert "It is $Id$." in (store.path / path).read_text()
    assert store.notices == []


def test_a_program_in_the_store_is_not_taken_for_git(
    store: Store, path: str, sprung: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("git", "env", "ssh-keygen"):
        (store.path / name).symlink_to(sprung.program)
    monkeypatch.setenv("PATH", f".::{os.environ['PATH']}")
    used(store.path)
    assert not sprung.sprung


def test_hooks_neither_of_git_nor_of_its_configuration_run(store: Store, path: str, sprung: Trap) -> None:
    hooks = store.path / ".git/hooks"
    hooks.mkdir()
    for name in ("reference-transaction", "post-index-change", "post-checkout", "pre-auto-gc", "pre-push"):
        (hooks / name).symlink_to(sprung.program)
    used(store.path)
    configure(store.path / ".git", "hook.x.command", str(sprung.program))
    refused(store, "hook.x.command")
    assert not sprung.sprung


def test_a_folder_of_git_that_is_no_store_yet_is_looked_at_too(tmp_path: Path, sprung: Trap) -> None:
    subprocess.run(["git", "init", "-q", tmp_path / "store"], check=True)
    configure(tmp_path / "store/.git", "core.fsmonitor", str(sprung.program))
    with pytest.raises(StoreError, match=r"core\.fsmonitor"):
        Store.create(tmp_path / "store")
    assert not sprung.sprung


# --- other places ---


def elsewhere(tmp_path: Path, sprung: Trap) -> Path:
    """Another repository, with a configuration of its own."""
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "elsewhere"], check=True)
    configure(tmp_path / "elsewhere", "core.fsmonitor", str(sprung.program))
    return tmp_path / "elsewhere"


def test_an_included_file(store: Store, path: str, tmp_path: Path, sprung: Trap) -> None:
    configure(store.path / ".git", "include.path", str(elsewhere(tmp_path, sprung) / "config"))
    refused(store, "include.path")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("commondir", "../../elsewhere"),
        ("config.worktree", "[core]\n\tfsmonitor = x\n"),
        ("shallow", "0" * 40),
        ("info/grafts", "0" * 40),
        ("objects/info/alternates", "../../../elsewhere/objects"),
        ("remotes/origin", "URL: ext::sh -c x\n"),
        ("branches/origin", "ext::sh\n"),
    ],
)
def test_a_file_that_leads_git_elsewhere(store: Store, path: str, name: str, text: str) -> None:
    file = store.path / ".git" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{text}\n")
    refused(store, str(file if name[0] not in "rb" else file.parent))


@pytest.mark.parametrize("form", ["file", "link"])
def test_a_repository_that_stands_elsewhere(store: Store, path: str, tmp_path: Path, form: str) -> None:
    moved = (store.path / ".git").rename(tmp_path / "moved")
    if form == "link":
        (store.path / ".git").symlink_to(moved)
    else:
        (store.path / ".git").write_text(f"gitdir: {moved}\n")
    refused(store, "leads to a repository elsewhere")


@pytest.mark.parametrize(
    "name",
    """
    .git/config .git/index .git/packed-refs .git/objects .git/objects/pack .git/info .git/logs .git/refs/heads/main
    .git/logs/refs/heads/main .newsdiff/run.lock .newsdiff/index.tsv .newsdiff/marks .newsdiff/state.db
    .newsdiff/watchlist.txt.new .newsdiff/log/observations-2026-03.jsonl
    """.split(),  # noqa: SIM905
)
def test_a_link_where_something_is_written(store: Store, path: str, victim: Path, name: str) -> None:
    file = store.path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(file):
        file.rename(victim.with_name("moved"))
    file.symlink_to(victim)
    refused(store, f"{file} is a link")
    assert victim.read_text() == "mine\n"


def test_a_link_in_the_place_of_raw_pages_is_not_written_through(store: Store, path: str, victim: Path) -> None:
    (store.private / "raw/2026").mkdir(parents=True)
    (store.private / "raw/2026/2026-03-01-1.jsonl").symlink_to(victim)
    with pytest.raises(StoreError):
        store.raw.put(Page("https://x.example/", "https://x.example/", 200, "text/html", b"x", START))
    assert victim.read_text() == "mine\n"


@pytest.mark.parametrize("name", [".git/config", ".git/info/attributes", ".git/HEAD", ".newsdiff/config.toml"])
def test_a_pipe_keeps_nobody_waiting(store: Store, path: str, name: str) -> None:
    (store.path / name).unlink(missing_ok=True)
    os.mkfifo(store.path / name)
    refused(store, "is a pipe")


def test_a_configuration_without_end(store: Store, path: str) -> None:
    with (store.path / ".git/config").open("a") as file:
        file.write("# x\n" * 300_000)
    with pytest.raises(StoreError, match="too large"):
        Store(store.path)
