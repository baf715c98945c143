"""A full disk, a call that fails, a git that is missing: nothing is lost, and the next run completes."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.errors import DiskFull, StoreError
from newsdiff.model import Page
from newsdiff.store import Store
from tests.kit.limits import file_sizes
from tests.kit.stories import START, edit, first

URL = "https://gazette.example/x"


def page(number: int, size: int = 200) -> Page:
    return Page(URL, URL, 200, "text/html", os.urandom(size) + b"%d" % number, START)


@pytest.fixture
def path(store: Store) -> str:
    return store.record([first()], now=START)[0].path


def run(store: Store, path: str, number: int) -> None:
    """One whole run: raw page, record, all under the lock."""
    now = START + timedelta(hours=number)
    with store.lock(who="watch", now=now):
        store.raw.put(page(number))
        store.record([edit(path, f"Number {number}. " + "More. " * number, hours=number)], now=now)


def whole(store: Store, path: str, count: int) -> None:
    """The store holds ``count`` revisions, all well, and a clean work tree."""
    assert len(Store(store.path).history(path)) == count
    assert list(Store(store.path).verify()) == []
    shown = subprocess.run(["git", "status", "--porcelain"], cwd=store.path, capture_output=True, check=True)
    assert shown.stdout == b""


# --- the Nth call fails ---


@contextmanager
def failing(names: tuple[str, ...], at: int, error: int) -> Iterator[list[str]]:
    """The ``at``-th call of these functions of ``os`` fails; the calls so far are told."""
    calls: list[str] = []
    real = {name: getattr(os, name) for name in names}

    def wrap(name: str) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            calls.append(name)
            if len(calls) == at:
                raise OSError(error, os.strerror(error))
            return real[name](*args, **kwargs)

        return call

    for name in names:
        setattr(os, name, wrap(name))
    try:
        yield calls
    finally:
        for name, function in real.items():
            setattr(os, name, function)


CALLS = ("open", "fsync", "pwrite", "ftruncate", "replace", "rename", "unlink", "mkdir")


@pytest.mark.parametrize(("error", "wanted"), [(errno.ENOSPC, DiskFull), (errno.EIO, StoreError)])
def test_every_call_of_ours_may_fail(store: Store, path: str, error: int, wanted: type[StoreError]) -> None:
    number, at = 1, 1
    while True:
        before = len(Store(store.path).history(path))
        with failing(CALLS, at, error) as calls:
            try:
                run(Store(store.path), path, number)
            except StoreError as found:
                assert isinstance(found, wanted), calls[-1]
        if len(calls) < at:
            break
        after = len(Store(store.path).history(path))
        assert after in (before, before + 1), calls[-1]
        run(Store(store.path), path, number + 1)  # the next run completes
        number, at = number + 2, at + 1
    assert at > 5
    whole(store, path, len(Store(store.path).history(path)))


# --- git's own writes fail: files may not grow beyond a size ---


@pytest.mark.parametrize("size", [0, 10, 40, 100, 200, 400, 700, 1000, 1500, 2500])
def test_a_full_disk_at_any_size_of_file(store: Store, path: str, size: int) -> None:
    run(store, path, 1)
    with file_sizes(size):
        try:
            run(Store(store.path), path, 2)
        except DiskFull as error:
            assert error.exit_code == 74
    before = len(Store(store.path).history(path))
    assert before in (2, 3)
    run(Store(store.path), path, 4)
    whole(store, path, before + 1)


def test_a_raw_page_that_does_not_fit_leaves_the_file_as_it_was(store: Store) -> None:
    kept = store.raw.put(page(1))
    with file_sizes(3000), pytest.raises(DiskFull):
        store.raw.put(page(2, size=10_000))
    again = store.raw.put(page(3))
    assert store.raw.get(kept).url == store.raw.get(again).url
    assert len(list((store.private / "raw").rglob("*.warc.gz"))) == 1
    assert list(store.verify()) == []


def test_a_store_that_may_not_be_written(store: Store, path: str) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    store.private.chmod(0o500)
    with pytest.raises(StoreError, match="cannot write"):
        run(store, path, 1)


# --- git itself ---


def test_git_is_missing(store: Store) -> None:
    code = (
        "from newsdiff.store import Store; from newsdiff.errors import StoreError\n"
        f"try: Store({str(store.path)!r}).history('x')\n"
        "except StoreError as e: print(e, e.exit_code)"
    )
    environment = {"PATH": "/nonexistent", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "git was not found. Hint: install git 2.34 or newer. 4\n"


def test_git_is_too_old(store: Store, tmp_path: Path) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\necho git version 2.20.1\n")
    (tmp_path / "git").chmod(0o755)
    code = f"from newsdiff.store import Store; Store({str(store.path)!r}).history('x')"
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert "git 2.20 is too old. Hint: install git 2.34 or newer." in done.stderr


def test_another_writer_in_between_is_noticed(store: Store, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare and swap: what fast-import starts from is what was read."""
    from newsdiff.store.repository import write

    stale = write.tip(store._git)
    run(store, path, 1)
    monkeypatch.setattr(write, "tip", lambda git: stale)
    with pytest.raises(StoreError):
        Store(store.path).record([edit(path, "Other.", hours=9)], now=START)
    monkeypatch.undo()
    whole(store, path, 2)


def test_a_lock_that_somebodys_killed_git_left_does_not_stop_us_for_ever(store: Store, path: str) -> None:
    left = [store.path / ".git" / name for name in ("objects/info/commit-graphs/commit-graph-chain.lock", "index.lock")]
    for file in left:
        file.parent.mkdir(exist_ok=True)
        file.touch()
        os.utime(file, (1_700_000_000, 1_700_000_000))
    again = Store(store.path)
    run(again, path, 1)
    assert [file for file in left if file.exists()] == []
    assert len(again.notices) == 2
    whole(store, path, 2)
