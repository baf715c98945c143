"""state.db: read only where it is whole, set aside where it is not, made anew in its place."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.errors import StoreError
from newsdiff.watch.state.database import Damaged, Database

SCHEMA = "CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"
VERSION = 3


def database(path: Path, *, write: bool = True, version: int = VERSION) -> Database:
    return Database(path, SCHEMA, version, write=write)


def put(db: Database, **notes: str) -> None:
    with db.writing() as connection:
        connection.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", notes.items())


def notes(db: Database) -> dict[str, str]:
    return dict(db.rows(lambda name, value: (name, value), "SELECT name, value FROM note"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
def made(path: Path) -> Path:
    db = database(path)
    db.open()
    put(db, a="1", ü="習")
    db.close()
    return path


def seal(path: Path) -> Path:
    return path.with_name("state.seal")


def test_where_there_is_none_an_empty_one_is_made_for_its_owner_alone(path: Path) -> None:
    db = database(path)
    db.open()
    assert notes(db) == {}
    db.close()
    assert path.stat().st_mode & 0o777 == 0o600
    assert not path.with_name("state.db.new").exists()


def test_what_was_written_is_read_back(made: Path) -> None:
    db = database(made)
    db.open()
    assert notes(db) == {"a": "1", "ü": "習"}
    db.close()


def test_a_run_that_ends_well_seals_the_file_and_one_that_writes_takes_the_seal_away(made: Path) -> None:
    assert seal(made).read_text("ascii").split()[0] == str(made.stat().st_size)
    db = database(made)
    db.open()
    assert seal(made).exists()
    put(db, a="2")
    assert not seal(made).exists()
    db.close()
    assert seal(made).exists()


def test_who_only_reads_gets_a_copy_and_leaves_no_trace(made: Path) -> None:
    before = made.read_bytes()
    db = database(made, write=False)
    db.open()
    put(db, b="3")
    assert notes(db) == {"a": "1", "b": "3", "ü": "習"}
    db.close()
    assert made.read_bytes() == before
    assert sorted(p.name for p in made.parent.iterdir()) == ["state.db", "state.seal"]


def test_reading_where_there_is_nothing_makes_nothing(path: Path) -> None:
    db = database(path, write=False)
    db.open()
    assert notes(db) == {}
    db.close()
    assert not path.exists()


def test_a_failed_transaction_changes_nothing(made: Path) -> None:
    db = database(made)
    db.open()
    with pytest.raises(ZeroDivisionError), db.writing() as connection:
        connection.execute("DELETE FROM note")
        raise ZeroDivisionError
    assert len(notes(db)) == 2
    db.close()


def flip(path: Path) -> None:
    """One bit in a row's text, which SQLite does not see."""
    data = bytearray(path.read_bytes())
    data[data.rindex("習".encode())] ^= 1
    path.write_bytes(data)


def scribble(path: Path) -> None:
    path.write_bytes(b"no database at all " * 99)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty_seal(path: Path) -> None:
    seal(path).write_bytes(b"\xff\xfe")
    scribble(path)


@pytest.mark.parametrize("harm", [flip, scribble, truncate, empty_seal])
def test_a_damaged_file_is_not_read_and_set_aside(made: Path, harm: Callable[[Path], None]) -> None:
    harm(made)
    harmed = made.read_bytes()
    db = database(made)
    with pytest.raises(Damaged) as told:
        db.open()
    db.renew(told.value)
    assert notes(db) == {}
    db.close()
    assert made.with_name("state.db.damaged").read_bytes() == harmed


def test_a_file_of_a_later_version_is_kept_under_its_own_name(made: Path) -> None:
    with pytest.raises(Damaged, match="newer") as told:
        database(made, version=VERSION - 1).open()
    assert told.value.aside == "newer"


def test_a_file_of_an_earlier_version_is_made_anew(made: Path) -> None:
    db = database(made, version=VERSION + 1)
    db.open()
    assert notes(db) == {}
    db.close()
    assert sorted(p.name for p in made.parent.iterdir()) == ["state.db", "state.seal"]


def test_an_unsealed_file_is_believed_where_sqlite_finds_it_whole(made: Path) -> None:
    seal(made).unlink()
    db = database(made)
    db.open()
    assert len(notes(db)) == 2
    db.close()


def test_a_row_that_cannot_be_read_is_damage(made: Path) -> None:
    db = database(made)
    db.open()
    with pytest.raises(Damaged, match="a row cannot be read"):
        db.rows(lambda name, value: int(value), "SELECT name, value FROM note")
    db.close()


def test_a_place_that_cannot_be_used_is_no_damage(tmp_path: Path) -> None:
    folder = tmp_path / "state.db"
    folder.mkdir()
    with pytest.raises(StoreError, match=r"state\.db cannot be used"):
        database(folder).open()


def test_a_statement_that_sqlite_refuses_is_damage(made: Path) -> None:
    db = database(made)
    db.open()
    with pytest.raises(Damaged, match="no such table"):
        db.rows(str, "SELECT * FROM nowhere")
    db.close()
    with sqlite3.connect(made) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (VERSION,)
    plain.close()
