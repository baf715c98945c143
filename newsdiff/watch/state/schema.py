"""The tables of ``state.db``, and how their rows are written."""

from collections.abc import Iterable
from sqlite3 import Connection

from newsdiff.watch.state import timetable

VERSION = 5  # 2: names without secrets; 3: memories of sites; 4: a timetable, rows with checksums; 5: without secrets
SCHEMA = f"""
CREATE TABLE known (url TEXT PRIMARY KEY, path TEXT NOT NULL, row TEXT NOT NULL);
CREATE INDEX known_path ON known (path);
CREATE TABLE alias (url TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX alias_path ON alias (path);
CREATE TABLE revision (id TEXT PRIMARY KEY, path TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX revision_path ON revision (path);
CREATE TABLE rest (host TEXT PRIMARY KEY, until TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE site (host TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
{timetable.SCHEMA}
"""
_COLUMNS = {"known": 3, "alias": 2, "revision": 3, "rest": 3, "robots": 2, "site": 2, "note": 2}


def put(db: Connection, table: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Insert rows of texts, or put them in the place of those with their key."""
    marks = ", ".join("?" * _COLUMNS[table])
    db.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)
