"""The catalogue's file: made where there is none, kept where it is whole, made anew where it is not; its errors."""

import sqlite3
import stat
from pathlib import Path

import pytest

from newsdiff.catalogue.file import VERSION, guarded, open_file
from newsdiff.errors import DiskFull, StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.db"


def written(path: Path, name: str = "tip") -> None:
    """Open the file, note something in it, close it."""
    db = open_file(path)
    with db:
        db.execute("INSERT INTO note VALUES (?, 'x')", (name,))
    db.close()


def noted(path: Path) -> list[str]:
    db = open_file(path)
    found = [name for (name,) in db.execute("SELECT name FROM note")]
    db.close()
    return found


def test_a_new_file_is_empty_of_this_version_and_its_owners_alone(path: Path) -> None:
    db = open_file(path)
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"note", "article", "revision", "paragraph", "spell", "word"} <= tables
    assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert db.execute("SELECT count(*) FROM revision").fetchone() == (0,)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    db.close()


def test_a_file_that_is_whole_stays(path: Path) -> None:
    written(path)
    assert noted(path) == ["tip"]
    assert noted(path) == ["tip"]


@pytest.mark.parametrize("damage", [b"x", b"no database", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_database_is_made_anew(path: Path, damage: bytes) -> None:
    path.write_bytes(damage)
    assert noted(path) == []


@pytest.mark.parametrize("version", [0, VERSION - 1, VERSION + 1])
def test_one_of_another_version_is_made_anew(path: Path, version: int) -> None:
    written(path)
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {version}")
    db.close()
    assert noted(path) == []


def test_what_sqlite_keeps_beside_a_broken_file_goes_with_it(path: Path) -> None:
    path.write_bytes(b"no database")
    beside = [path.with_name(path.name + end) for end in ("-wal", "-shm")]
    for file in beside:
        file.write_bytes(b"x")
    assert noted(path) == []
    assert not any(file.exists() for file in beside)


def test_a_folder_in_its_place_is_an_error_that_says_what_may_go(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError) as caught:
        open_file(path)
    assert caught.value.hint == f"remove {path}: it is made anew"
    assert path.is_dir()


def test_a_folder_that_is_not_there_is_an_error_of_the_store(path: Path) -> None:
    with pytest.raises(StoreError, match="No such file or directory"):
        open_file(path.parent / "nowhere" / path.name)


def test_errors_of_sqlite_are_errors_of_the_store_and_a_full_disk_is_told_as_one(path: Path) -> None:
    db = open_file(path)
    with pytest.raises(StoreError) as caught, guarded(path):
        db.execute("SELECT * FROM nothing")
    assert not isinstance(caught.value, DiskFull)
    [pages] = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), guarded(path), db:
        db.execute("INSERT INTO note VALUES ('x', ?)", ("y" * 100_000,))
    db.close()


def test_what_is_no_error_of_the_file_passes() -> None:
    with pytest.raises(KeyError), guarded(Path("x")):
        raise KeyError("x")
