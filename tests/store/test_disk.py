"""Failed writes are told as what they are."""

import errno
import os
from pathlib import Path

import pytest

from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.disk import denied, disk_full, has_room, is_full, replacing, room, unwritable


def test_what_goes_well_is_left_alone(tmp_path: Path) -> None:
    with room(tmp_path):
        (tmp_path / "a").write_text("a")
    assert has_room(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG, errno.EDQUOT])
def test_a_full_disk_a_quota_and_a_limit_are_no_room(tmp_path: Path, number: int) -> None:
    with pytest.raises(DiskFull, match=f"no room left to write to {tmp_path}") as error, room(tmp_path):
        raise OSError(number, os.strerror(number))
    assert error.value.exit_code == 74
    assert error.value.hint == "free some space and run again; nothing was lost"
    assert is_full(OSError(number, ""))


@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.ENOENT])
def test_another_failed_write_is_an_unusable_store(tmp_path: Path, number: int) -> None:
    with pytest.raises(StoreError, match=f"cannot write to {tmp_path}: {os.strerror(number)}"), room(tmp_path):
        raise OSError(number, os.strerror(number))
    assert not is_full(OSError(number, ""))


def test_errors_that_are_none_of_the_disk_go_through(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="other"), room(tmp_path):
        raise ValueError("other")


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM])
def test_what_may_not_be_written_names_the_file(tmp_path: Path, number: int) -> None:
    own = tmp_path / "own"
    own.write_text("")
    with pytest.raises(StoreError, match=f"cannot write to {own}: Permission denied"), room(tmp_path):
        raise OSError(number, "no", str(own))


def test_a_file_of_ours_that_is_not_there_yet_is_told_by_its_folder(tmp_path: Path) -> None:
    assert denied(tmp_path / "a/b/c").message == f"cannot write to {tmp_path / 'a/b/c'}: Permission denied"
    assert denied(Path("nowhere/at/all")).hint == "check its permissions and disk"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_somebody_elses_store_is_told_with_both_names_and_what_to_do(tmp_path: Path) -> None:
    store = tmp_path / "my store"
    (store / ".newsdiff").mkdir(parents=True)
    (store / "a").write_text("")
    for path in (store, store / ".newsdiff", store / "a"):
        os.chown(path, 54321, -1)
    found = denied(store / "a")
    assert (
        found.message == f"cannot use {store / 'a'}: Permission denied, for {store / 'a'} belongs to 54321, not to root"
    )
    assert found.hint == f"if the store is yours, sudo chown -R root '{store}'; else run newsdiff as 54321"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_somebody_else_is_found_anywhere_below(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").write_text("")
    assert unwritable(tmp_path) is None
    os.chown(tmp_path / "a/b/c", 54321, -1)
    assert unwritable(tmp_path) == tmp_path / "a/b/c"


def test_a_folder_that_is_not_there_is_nobody_elses(tmp_path: Path) -> None:
    assert unwritable(tmp_path / "nowhere") is None


def test_room_is_probed_beyond_a_size(tmp_path: Path) -> None:
    assert has_room(tmp_path, beyond=1_000_000)
    assert has_room(tmp_path / "nowhere")  # not for want of room
    assert list(tmp_path.iterdir()) == []


def test_the_error_of_a_full_disk_is_one_sentence() -> None:
    assert str(disk_full(Path("/s"))).startswith("no room left to write to /s. Hint: free some space")


def test_what_is_written_beside_a_file_takes_its_place_at_the_end(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    (tmp_path / "out.csv.new").write_text("of a process that was killed")
    with replacing(out) as fresh:
        assert not fresh.exists()
        fresh.write_text("new")
        assert out.read_text() == "old"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.csv": "new"}


@pytest.mark.parametrize("error", [KeyError, KeyboardInterrupt])
def test_what_could_not_be_written_leaves_the_file_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    out = tmp_path / "out.csv"
    out.write_text("old")
    with pytest.raises(error), replacing(out) as fresh:
        fresh.write_text("half")
        raise error
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.csv": "old"}
