"""The lock's file may hold anything: the lock is the kernel's."""

import errno
import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.errors import StoreError, StoreLocked
from newsdiff.store import Store, lock
from newsdiff.store.lock import Lock, alone, check_free

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SHAPES = [
    b"[]",
    b"null",
    b"7",
    b'"who"',
    b"{}",
    b"{",
    b"\xff\xfe",
    b"[" * 4000,
    b'{"left": "soon"}',
    b'{"left": "nan"}',
    b'{"left": "-inf"}',
    b'{"left": "9e99"}',
    b'{"left": [1], "pid": {}, "who": null, "since": 7}',
    b'{"pid": "\xc2\xb2"}',
    b'{"who": "' + b"x" * 3000 + b'"}',
]


@pytest.mark.parametrize("shape", SHAPES, ids=range(len(SHAPES)))
def test_a_lock_that_a_killed_run_left_in_another_shape_is_taken(store: Store, shape: bytes) -> None:
    (store.private / "run.lock").write_bytes(shape)
    check_free(store.private)
    with store.lock(who="watch", now=NOW) as held:
        assert held.crashed is None
    assert (store.private / "run.lock").read_bytes() == b""


@pytest.mark.parametrize("shape", SHAPES, ids=range(len(SHAPES)))
def test_a_lock_that_is_held_says_so_whatever_stands_in_it(tmp_path: Path, shape: bytes) -> None:
    (tmp_path / "run.lock").touch()
    with Lock(tmp_path / "run.lock", "watch", NOW):
        (tmp_path / "run.lock").write_bytes(shape)
        with pytest.raises(StoreLocked) as refused:
            Lock(tmp_path / "run.lock", "list", NOW)
    assert len(str(refused.value)) < 500


# --- one that holds it for a write is waited for ---


@contextmanager
def held_until(store: Store, event: threading.Event, *, brief: bool) -> Iterator[None]:
    """Another holder, that lets go when the event comes."""
    taken = threading.Event()

    def hold() -> None:
        with Store(store.path).lock(who="rejudge", now=NOW, brief=brief):
            taken.set()
            event.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    assert taken.wait(30)
    try:
        yield
    finally:
        event.set()
        thread.join()


def test_a_run_waits_for_one_that_only_writes_and_tells_for_whom(store: Store) -> None:
    let_go, told = threading.Event(), []

    def heard(what: str, done: int, of: int) -> None:
        told.append((what, done == of))
        let_go.set()

    store.heard = heard
    with held_until(store, let_go, brief=True), store.lock(who="watch", now=NOW):
        assert {"rejudge holds the lock" in what for what, _ in told} == {True}
        assert [over for _, over in told][-1:] == [True]


def test_a_run_is_never_waited_for(store: Store) -> None:
    with held_until(store, threading.Event(), brief=False), pytest.raises(StoreLocked, match="rejudge holds"):
        store.heard = pytest.fail  # type: ignore[assignment]
        with store.lock(who="watch", now=NOW):
            pass


def test_nobody_waits_for_ever(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE_SECONDS", 0.05)
    monkeypatch.setattr(lock, "_PAUSE_SECONDS", 0.01)
    with (
        held_until(store, threading.Event(), brief=True),
        pytest.raises(StoreLocked, match="rejudge holds") as refused,
        store.lock(who="watch", now=NOW),
    ):
        pass
    assert refused.value.exit_code == 75


def test_a_look_before_the_start_lets_pass_who_would_wait(store: Store) -> None:
    with held_until(store, threading.Event(), brief=True):
        check_free(store.private, patient=True)
        with pytest.raises(StoreLocked):
            check_free(store.private)
    with held_until(store, threading.Event(), brief=False), pytest.raises(StoreLocked):
        check_free(store.private, patient=True)


@pytest.mark.parametrize("mark", ["²", "9" * 5000, "-1", "1.0", ""])
def test_a_format_that_is_no_number_is_named(store: Store, mark: str) -> None:
    from newsdiff.errors import StoreError

    (store.private / "format").write_text(mark)
    with pytest.raises(StoreError):
        Store(store.path)


# --- any file that one process holds ---


def test_one_after_the_other(tmp_path: Path) -> None:
    for _ in range(2):
        with alone(tmp_path / "x.lock", wait=False) as free:
            assert free


def test_who_does_not_wait_is_told_that_another_is_there(tmp_path: Path) -> None:
    with alone(tmp_path / "x.lock", wait=True), alone(tmp_path / "x.lock", wait=False) as free:
        assert not free


def test_who_waits_comes_next(tmp_path: Path) -> None:
    came = threading.Event()

    def wait() -> None:
        with alone(tmp_path / "x.lock", wait=True):
            came.set()

    with alone(tmp_path / "x.lock", wait=True):
        thread = threading.Thread(target=wait)
        thread.start()
        assert not came.wait(0.05)
    assert came.wait(30)
    thread.join()


def test_an_error_inside_lets_go(tmp_path: Path) -> None:
    with pytest.raises(KeyError), alone(tmp_path / "x.lock", wait=True):
        raise KeyError
    with alone(tmp_path / "x.lock", wait=False) as free:
        assert free


def test_a_folder_that_is_not_there_is_an_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write to"), alone(tmp_path / "none" / "x.lock", wait=True):
        pass


def test_a_disk_that_keeps_no_locks_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_fd: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    (tmp_path / "run.lock").write_text("{}")
    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(StoreError, match="keeps no locks"), alone(tmp_path / "x.lock", wait=True):
        pass
    with pytest.raises(StoreError, match="keeps no locks"):
        Lock(tmp_path / "run.lock", "watch", NOW)
    (tmp_path / "run.lock").write_text(f'{{"pid": "{os.getpid()}"}}')
    with pytest.raises(StoreError, match="keeps no locks"):
        check_free(tmp_path)
