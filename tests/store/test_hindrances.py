"""Locks that a killed git left, and a main that stays behind: told with the time, and what is safe to do."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.store import Store
from tests.kit.stories import START, edit, first

Run = Callable[..., str]


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def left(store: Store, name: str, *, age: timedelta = timedelta()) -> Path:
    """A lock that a git left some time ago."""
    file = store.path / ".git" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    at = time.time() - age.total_seconds()
    os.utime(file, (at, at))
    return file


@pytest.fixture
def user(store: Store) -> Iterator[subprocess.Popen[bytes]]:
    """A git of the user's that goes on and on in the store."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(["git", "cat-file", "--batch"], cwd=store.path, stdin=pipe, stdout=pipe)
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b"nothing\n")
    process.stdin.flush()
    assert process.stdout.readline() == b"nothing missing\n"  # a program's name is told a moment after it started
    yield process
    process.send_signal(signal.SIGTERM)
    process.communicate()


def problems(store: Store) -> list[str]:
    return [found.problem for found in store.hindrances()]


# --- silence ---


def test_a_store_that_is_well_has_none(store: Store, path: str) -> None:
    assert store.hindrances() == []
    assert store.notices == []


def test_a_git_at_work_holds_its_locks_itself(store: Store, path: str, user: object) -> None:
    left(store, "index.lock")
    assert problems(store) == []
    assert list(store.verify()) == []


def test_a_store_that_was_copied_goes_on(store: Store, path: str, tmp_path: Path) -> None:
    subprocess.run(["cp", "-r", store.path, tmp_path / "copied"], check=True)
    copied = Store(tmp_path / "copied")
    copied.record([edit(path, "Open.")], now=START)
    assert copied.notices == []
    assert "Open." in (copied.path / path).read_text()


# --- locks ---


def test_a_lock_on_the_index_is_told_and_the_history_goes_on(store: Store, path: str, git: Run) -> None:
    lock = left(store, "index.lock", age=timedelta(minutes=20))
    store.record([edit(path, "Open.")], now=START)
    [notice] = store.notices
    since = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime(lock.stat().st_mtime))
    assert f"main stays as it is: {lock} stands there since {since}" in notice
    assert f"if no git is running in the store, rm {lock}" in notice
    assert "file of yours" not in notice
    assert len(Store(store.path).history(path)) == 2
    assert problems(store) == [f"{lock} stands there since {since}: another git is at work, or was killed"]
    assert [fault.message for fault in store.verify()] == problems(store)
    lock.unlink()
    again = Store(store.path)
    again.record([edit(path, "Shut.", hours=2)], now=START)
    assert (again.notices, problems(again)) == ([], [])
    assert git("rev-parse", "main") == git("rev-parse", "archive")


def test_a_lock_on_main_is_no_error_either(store: Store, path: str) -> None:
    left(store, "refs/heads/main.lock")
    assert len(store.record([edit(path, "Open.")], now=START)) == 1
    assert "main.lock stands there since" in store.notices[0]


def test_a_lock_on_the_archive_is_an_error_that_says_so(store: Store, path: str) -> None:
    lock = left(store, "refs/heads/archive.lock", age=timedelta(minutes=5))
    with pytest.raises(StoreError) as caught:
        store.record([edit(path, "Open.")], now=START)
    assert caught.value.message.startswith(f"{lock} stands there since ")
    assert caught.value.hint == f"if no git is running in the store, rm {lock}"
    assert len(problems(store)) == 1
    lock.unlink()
    Store(store.path).record([edit(path, "Open.")], now=START)
    assert len(Store(store.path).history(path)) == 2


@pytest.mark.parametrize("name", ["index.lock", "refs/heads/archive.lock", "refs/heads/main.lock", "packed-refs.lock"])
def test_an_old_lock_goes_by_itself(store: Store, path: str, name: str, git: Run) -> None:
    lock = left(store, name, age=timedelta(hours=3))
    store.record([edit(path, "Open.")], now=START)
    assert not lock.exists()
    assert store.notices == [f"{lock} was left by a git that was killed more than an hour ago: it was removed"]
    assert git("rev-parse", "main") == git("rev-parse", "archive")


def test_unless_a_git_is_at_work(store: Store, path: str, user: object) -> None:
    lock = left(store, "index.lock", age=timedelta(hours=3))
    store.record([edit(path, "Open.")], now=START)
    assert lock.exists()
    assert "main stays as it is" in store.notices[0]


# --- main ---


def test_a_main_that_stays_behind_is_told_with_the_reason(store: Store, path: str, git: Run) -> None:
    (store.path / path).write_text("my note")
    store.record([edit(path, "Open.")], now=START)
    [told] = problems(store)
    assert "a file of yours stands in the way" in told
    assert path in told
    git("checkout", "--", path)
    assert problems(store) == ["main stays behind the archive until the next run"]
    assert (store.path / path).read_text().endswith("closed.\n")
    git("checkout", "-q", "-b", "mine")
    assert "main is not checked out" in problems(store)[0]


def test_who_wants_no_main_is_told_nothing(store: Store, path: str) -> None:
    apart = Store(store.path, worktree=False)
    apart.record([edit(path, "Open.")], now=START)
    assert apart.hindrances() == []
    assert apart.notices == []
