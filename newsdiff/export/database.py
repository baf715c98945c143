"""The tables as a SQLite database; one that was exported before is brought up to date.

What it was made from stands in its table ``export``. Where that is no longer so (another selection, another archive,
another version of the tables), it is made anew beside the old one, and takes its place when it is whole.
"""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from newsdiff.errors import StoreError, UsageError
from newsdiff.export.rows import Mark, Row, StoreRows
from newsdiff.export.tables import ARTICLES, TABLES, ColumnType, Table
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.store.disk import database_room, replacing
from newsdiff.store.timestamps import stamp
from newsdiff.watch.state.observation_log import LogPosition, is_place

VERSION = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KEYS = {table.name: table.columns[0].name for table in TABLES}
_MAGIC = b"SQLite format 3\0"
_TYPES = {ColumnType.INTEGER: "INTEGER", ColumnType.REAL: "REAL", ColumnType.TEXT: "TEXT", ColumnType.TIME: "TEXT"}
_INDEXES = (
    ("revisions", "article, number"), ("revisions", "seen_at"), ("paragraphs", "article"), ("paragraphs", "born"),
    ("findings", "revision"), ("findings", "article"), ("observations", "article"), ("observations", "at"),
)  # fmt: skip


class Exported(NamedTuple):
    """What was written: rows by table, and whether they were added to what stood there."""

    rows: dict[str, int]
    added: bool = False


def write(store: Store, rows: StoreRows, out: Path) -> Exported:
    """Write the database, or add to it; UsageError where another file stands in its place."""
    _check(out)
    with database_room(out, "is another program at work on it"):
        if out.exists():
            with closing(sqlite3.connect(out)) as db:
                mark = _mark(db, store, rows)
                if mark is not None:
                    with db:
                        return Exported(_fill(db, store, rows, mark), added=True)
        with replacing(out) as fresh, closing(sqlite3.connect(fresh)) as db:
            db.execute("PRAGMA synchronous = OFF")  # it is nothing until it is whole
            with db:
                for table in TABLES:
                    db.execute(_created(table))
                db.execute('CREATE TABLE "export" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID')
                made = _fill(db, store, rows, Mark())
                for of, columns in _INDEXES:
                    db.execute(f"CREATE INDEX {of}_{columns.replace(', ', '_')} ON {of} ({columns})")
        return Exported(made)


def _check(out: Path) -> None:
    """UsageError where what stands there is no export."""
    if not out.exists():
        return
    try:
        with out.open("rb") as file:
            ours = file.read(len(_MAGIC)) == _MAGIC
        if ours:
            with closing(sqlite3.connect(f"{out.resolve().as_uri()}?mode=ro", uri=True)) as db:
                ours = bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'export'").fetchone())
    except (OSError, sqlite3.DatabaseError):
        ours = False
    if not ours:
        raise UsageError(f"{out} is there, and is no export of newsdiff", "name another file, or remove it")


def _created(table: Table) -> str:
    links = {column: f" REFERENCES {other} ({_KEYS[other]})" for column, other in table.links}
    lines = [f'"{column.name}" {_TYPES[column.type]}{links.get(column.name, "")}' for column in table.columns]
    lines[0] += " PRIMARY KEY"
    return f"CREATE TABLE {table.name} ({', '.join(lines)})"


def _fill(db: sqlite3.Connection, store: Store, rows: StoreRows, mark: Mark) -> dict[str, int]:
    """Put what is new since ``mark`` into the tables; how many rows that were."""
    db.execute(f"DELETE FROM {ARTICLES.name}")  # counts and tags of all may have changed
    made, newest, tip = {}, rows.newest, store.tip
    for table in TABLES:
        sql = f"INSERT OR REPLACE INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"
        times = [n for n, column in enumerate(table.columns) if column.type is ColumnType.TIME]
        count = 0
        for batch in rows.batches(table, mark):
            db.executemany(sql, [_exported_row(row, times) for row in batch])
            count += len(batch)
        made[table.name] = count
    note = {
        "version": VERSION,
        "selection": _selection(rows),
        "tip": tip,
        "revision": newest,
        "observation": rows.observations,
        "log": [rows.log_end.file, rows.log_end.offset],
    }
    db.executemany('REPLACE INTO "export" VALUES (?, ?)', [(name, json.dumps(value)) for name, value in note.items()])
    return made


def _exported_row(row: Row, times: list[int]) -> Row:
    """A row with its times as text, and nothing where there is nothing."""
    found = [None if value == "" else value for value in row]
    for n in times:
        found[n] = moment(found[n])
    return tuple(found)


def moment(seconds: int | None) -> str | None:
    """``2026-03-12T10:00:00Z``."""
    try:
        return None if seconds is None else stamp(_EPOCH + timedelta(seconds=seconds))
    except OverflowError:  # what a publisher claims may lie outside of all calendars
        return None


def _selection(rows: StoreRows) -> list[str | None]:
    asked = rows.selection
    return [asked.since.isoformat() if asked.since else None, asked.host, asked.tag]


def _mark(db: sqlite3.Connection, store: Store, rows: StoreRows) -> Mark | None:
    """How far a database went that this export can go on from; None where it is to be made anew.

    With a tag, articles may have got it or lost it since: that is always made anew.
    """
    try:
        note = {name: json.loads(value) for name, value in db.execute('SELECT name, value FROM "export"')}
        place = LogPosition(*note["log"])
        fits = (note["version"], note["selection"]) == (VERSION, _selection(rows)) and not rows.selection.tag
        if not fits or store.following(note["tip"]) is None or not is_place(store.private, place):
            return None
        return Mark(int(note["revision"]), int(note["observation"]), place)
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, StoreError):
        return None
