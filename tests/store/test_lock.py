"""The lock's file may hold anything: the lock is the kernel's."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsdiff.errors import StoreLocked
from newsdiff.store import Store
from newsdiff.store.lock import Lock, check_free

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
    with store.lock(who="watch", now=NOW) as lock:
        assert lock.crashed is None
    assert (store.private / "run.lock").read_bytes() == b""


@pytest.mark.parametrize("shape", SHAPES, ids=range(len(SHAPES)))
def test_a_lock_that_is_held_says_so_whatever_stands_in_it(tmp_path: Path, shape: bytes) -> None:
    (tmp_path / "run.lock").touch()
    with Lock(tmp_path / "run.lock", "watch", NOW):
        (tmp_path / "run.lock").write_bytes(shape)
        with pytest.raises(StoreLocked) as refused:
            Lock(tmp_path / "run.lock", "list", NOW)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("mark", ["²", "9" * 5000, "-1", "1.0", ""])
def test_a_format_that_is_no_number_is_named(store: Store, mark: str) -> None:
    from newsdiff.errors import StoreError

    (store.private / "format").write_text(mark)
    with pytest.raises(StoreError):
        Store(store.path)
