"""The file ``catalogue.db``: opened where it is whole, made anew where it is not."""

import os
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

from newsdiff.store.database_files import remove
from newsdiff.store.disk import database_room

VERSION = 9
_BUSY_SECONDS = 30
_PLACE_CODES = frozenset((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY))
# ``revision``: archive order; ``weight`` NULL until it was judged; ``rules`` judged it; ``summary``, ``lines``: as its
# message or a later judgement tells it. ``spell``: while a paragraph stands in an article, from the revision ``born``
# (as its block of that ``place``) up to before ``gone``. ``word`` holds no text: it is found in ``paragraph``.
_SCHEMA = """
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE article (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE NOT NULL, url TEXT NOT NULL, host TEXT NOT NULL, headline TEXT NOT NULL,
    published INTEGER, revisions INTEGER NOT NULL
);
CREATE TABLE revision (
    id INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL, article INTEGER NOT NULL, number INTEGER NOT NULL,
    seen INTEGER NOT NULL, kind TEXT NOT NULL, flags TEXT NOT NULL, severity TEXT NOT NULL, disclosed TEXT NOT NULL,
    weight REAL, summary TEXT NOT NULL, lines TEXT NOT NULL, since INTEGER, headline TEXT NOT NULL,
    words_in INTEGER, words_out INTEGER, words_moved INTEGER, text_sha256 TEXT NOT NULL, raw_sha256 TEXT NOT NULL,
    faulty INTEGER NOT NULL, rules TEXT NOT NULL, dismissed INTEGER NOT NULL
);
CREATE INDEX revision_article ON revision (article, number);
CREATE INDEX revision_seen ON revision (seen);
CREATE TABLE paragraph (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX paragraph_article ON paragraph (article);
CREATE TABLE spell (
    paragraph INTEGER NOT NULL, article INTEGER NOT NULL, born INTEGER NOT NULL, gone INTEGER, place INTEGER NOT NULL
);
CREATE INDEX spell_paragraph ON spell (paragraph, article, born, gone);
CREATE INDEX spell_article ON spell (article) WHERE gone IS NULL;
CREATE INDEX spell_born ON spell (born);
CREATE INDEX spell_gone ON spell (gone) WHERE gone IS NOT NULL;
CREATE VIRTUAL TABLE word USING fts5 (text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2");
"""


def open_file(path: Path) -> sqlite3.Connection:
    """The catalogue's file, an empty one where there is none that can be used; StoreError, DiskFull."""
    with guarded(path):
        if path.exists():
            found = _current(path)
            if found is not None:
                return found
            remove(path)
        return _create(path)


def guarded(path: Path) -> AbstractContextManager[None]:
    """Errors of the file below as StoreError or DiskFull: it may be removed, for it is made anew."""
    return database_room(path, f"remove {path}: it is made anew")


def _current(path: Path) -> sqlite3.Connection | None:
    """The file where it is one of this version; None where it is damaged or of another."""
    db = sqlite3.connect(path, timeout=_BUSY_SECONDS)
    try:
        [version] = db.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        db.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PLACE_CODES:
            raise
        return None
    if version == VERSION:
        return _unsafe(db)
    db.close()
    return None


def _create(path: Path) -> sqlite3.Connection:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    db = _unsafe(sqlite3.connect(path, timeout=_BUSY_SECONDS))
    with db:
        db.executescript(_SCHEMA)
        db.execute(f"PRAGMA user_version = {VERSION}")
    return db


def _unsafe(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA synchronous = OFF")  # what a power cut takes is made anew
    return db
