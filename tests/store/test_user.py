"""What a user does to main, the work tree or the environment: nothing of theirs is lost, nothing of ours breaks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.store import Store
from tests.kit.stories import START, edit, first

Run = Callable[..., str]


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def archived(store: Store, path: str) -> int:
    return len(Store(store.path).history(path))


def test_an_edited_file_stays_and_main_waits(store: Store, path: str, git: Run) -> None:
    (store.path / path).write_text("my note")
    store.record([edit(path, "Open.")], now=START)
    assert (store.path / path).read_text() == "my note"
    assert "a file of yours stands in the way" in store.notices[0]
    assert archived(store, path) == 2
    git("checkout", "--", path)
    again = Store(store.path)
    again.record([edit(path, "Shut.", hours=2)], now=START)
    assert again.notices == []
    assert "Shut." in (store.path / path).read_text()
    assert git("status", "--porcelain") == ""


def test_an_edit_elsewhere_is_no_hindrance(store: Store, path: str, git: Run) -> None:
    other = store.record([first("https://gazette.example/other", "Other.")], now=START)[0].path
    (store.path / other).write_text("my note")
    store.record([edit(path, "Open.")], now=START)
    assert store.notices == []
    assert "Open." in (store.path / path).read_text()
    assert (store.path / other).read_text() == "my note"


def test_a_commit_of_the_users_stays_on_main(store: Store, path: str, git: Run) -> None:
    (store.path / "NOTES.md").write_text("mine")
    git("add", "NOTES.md")
    git("commit", "-q", "-m", "my notes")
    mine = git("rev-parse", "main")
    store.record([edit(path, "Open.")], now=START)
    assert git("rev-parse", "main") == mine
    assert "commits of yours" in store.notices[0]
    assert archived(store, path) == 2
    git("merge", "-q", "--no-edit", "archive")
    assert "Open." in (store.path / path).read_text()
    assert (store.path / "NOTES.md").read_text() == "mine"


def test_a_staged_change_stays_staged(store: Store, path: str, git: Run) -> None:
    (store.path / "NOTES.md").write_text("mine")
    git("add", "NOTES.md")
    store.record([edit(path, "Open.")], now=START)
    assert git("status", "--porcelain") == "A  NOTES.md\n"


def test_a_stash_stays(store: Store, path: str, git: Run) -> None:
    (store.path / path).write_text("my note")
    git("stash", "-q")
    store.record([edit(path, "Open.")], now=START)
    assert store.notices == []
    assert "my note" in git("stash", "show", "-p")


def test_an_untracked_file_in_the_way_stays(store: Store, path: str, git: Run) -> None:
    target = store.path / "herald.example"
    target.write_text("my file where a folder should go")
    store.record([first("https://herald.example/fire", "Fire.")], now=START)
    assert target.read_text() == "my file where a folder should go"
    assert "stands in the way" in store.notices[0]


def test_another_branch_stays_checked_out(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "-b", "mine")
    store.record([edit(path, "Open.")], now=START)
    assert "closed" in (store.path / path).read_text()
    assert git("branch", "--show-current") == "mine\n"
    git("checkout", "-q", "main")
    store.record([edit(path, "Shut.", hours=2)], now=START)
    assert "Shut." in (store.path / path).read_text()


def test_a_detached_head_stays(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "--detach")
    store.record([edit(path, "Open.")], now=START)
    assert git("branch", "--show-current") == ""
    assert archived(store, path) == 2


def test_even_the_archive_may_be_looked_at(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "archive")
    store.record([edit(path, "Open.")], now=START)
    assert archived(store, path) == 2
    assert "closed" in (store.path / path).read_text()


def test_a_deleted_main_comes_back(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "--detach")
    git("branch", "-q", "-D", "main")
    git("symbolic-ref", "HEAD", "refs/heads/main")
    store.record([edit(path, "Open.")], now=START)
    assert git("rev-parse", "main") == git("rev-parse", "archive")
    assert git("status", "--porcelain") == ""


def test_a_commit_on_the_archive_itself_is_kept_and_left_out_of_histories(store: Store, path: str, git: Run) -> None:
    git("checkout", "-q", "archive")
    (store.path / path).write_text("my edit of the archive\n")
    git("commit", "-q", "-a", "-m", "mine")
    git("checkout", "-q", "main")
    store.record([edit(path, "Open.")], now=START)
    assert archived(store, path) == 2
    assert "mine" in git("log", "--format=%s", "archive")


def hostile_home(home: Path) -> None:
    hooks = home / "hooks"
    hooks.mkdir(parents=True)
    for name in ("pre-commit", "post-checkout", "reference-transaction", "post-index-change", "pre-push"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {home}/hooked\nexit 1\n")
        (hooks / name).chmod(0o755)
    (home / ".gitconfig").write_text(
        "[commit]\n\tgpgsign = true\n[core]\n\tautocrlf = true\n\tfsmonitor = true\n\tquotePath = false\n"
        f"\thooksPath = {hooks}\n[init]\n\ttemplateDir = {home}/template\n\tdefaultBranch = trunk\n"
        "[log]\n\tshowSignature = true\n\tfollow = true\n[diff]\n\trenames = copies\n\tnoprefix = true\n"
        "[user]\n\tuseConfigOnly = true\n[alias]\n\tlog = status\n[fastimport]\n\tunpackLimit = 100000\n"
    )
    (home / "template" / "hooks").mkdir(parents=True)
    (home / "template" / "info").mkdir()
    (home / "template" / "info" / "exclude").write_text("*.md\n")
    (home / ".config" / "git").mkdir(parents=True)
    (home / ".config" / "git" / "attributes").write_text("*.md text eol=crlf filter=evil\n")
    (home / ".config" / "git" / "ignore").write_text("*\n")


ENVIRONMENT = {
    "GIT_DIR": "/nonexistent",
    "GIT_WORK_TREE": "/nonexistent",
    "GIT_INDEX_FILE": "/nonexistent/index",
    "GIT_OBJECT_DIRECTORY": "/nonexistent",
    "GIT_NAMESPACE": "other",
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "core.bare",
    "GIT_CONFIG_VALUE_0": "maybe",
    "GIT_CONFIG_PARAMETERS": "'core.bare'='maybe'",
    "GIT_LITERAL_PATHSPECS": "0",
    "GIT_ICASE_PATHSPECS": "1",
    "GIT_EXTERNAL_DIFF": "false",
    "GIT_AUTHOR_DATE": "yesterday",
    "GIT_DEFAULT_HASH": "sha256",
    "GIT_TRACE": "1",
    "LC_ALL": "de_DE.UTF-8",
    "TZ": "Asia/Tokyo",
}


def test_a_hostile_home_and_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    hostile_home(home)
    monkeypatch.setenv("HOME", str(home))
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    store = Store.create(tmp_path / "store")
    path = store.record([first()], now=START)[0].path
    store.record([edit(path, "Open.")], now=START)
    assert store.notices == []
    assert [r.seen_at.hour for r in store.history(path)] == [9, 8]
    assert (store.path / path).read_bytes().endswith(b"Open.\n")
    assert b"\r" not in (store.path / path).read_bytes()
    assert not (home / "hooked").exists()
    assert (store.path / ".git" / "refs" / "heads" / "main").exists()


def test_hooks_in_the_store_itself_do_not_run(store: Store, path: str) -> None:
    hooks = store.path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("reference-transaction", "post-index-change", "post-checkout"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {store.path}/hooked\nexit 1\n")
        (hooks / name).chmod(0o755)
    store.record([edit(path, "Open.")], now=START)
    assert archived(store, path) == 2
    assert not (store.path / "hooked").exists()


def test_a_users_git_with_autocrlf_sees_a_clean_work_tree(store: Store, path: str, git: Run) -> None:
    assert git("-c", "core.autocrlf=true", "status", "--porcelain") == ""


def test_a_folder_with_a_hard_name(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "-o [x] *é\n'\"")
    path = store.record([first()], now=START)[0].path
    store.record([edit(path, "Open.")], now=START)
    assert archived(store, path) == 2
