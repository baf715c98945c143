"""The catalogue of a store: opened, brought up to the archive, and asked."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from newsdiff.catalogue import file
from newsdiff.catalogue.filling import Filling
from newsdiff.process.closing import Closing
from newsdiff.store import Store
from newsdiff.store.database_files import in_parts, remove
from newsdiff.store.judgements.judgements import Judgements
from newsdiff.store.lock import alone

FILE = "catalogue.db"
_TAKEN_IN = "revisions taken into the catalogue"
_BATCH_REVISIONS = 500  # whose texts are in memory at a time


class Catalogue(Closing):
    """What is known of a store's articles, revisions and paragraphs; a context manager."""

    def __init__(self, store: Store) -> None:
        """Open it and add what the archive has by now; StoreError, DiskFull."""
        self.store = store
        self.path = store.private / FILE
        with self._alone():  # a run of watch and a reader may come at once
            self._db = file.open_file(self.path)
            try:
                self._follow()
                self._follow_judgements()
            except BaseException:
                self._db.close()
                raise

    def follow_judgements(self) -> None:
        """Tell what was judged anew since it was opened."""
        with self._alone():
            self._follow_judgements()

    def _alone(self) -> AbstractContextManager[bool]:
        """Wait until no other process makes or fills the file."""
        return alone(self.path.with_suffix(".lock"), wait=True)

    def close(self) -> None:
        """Close its file."""
        self._db.close()

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The answer to a question in SQL."""
        with file.guarded(self.path):
            return self._db.execute(sql, values).fetchall()

    def among(self, sql: str, numbers: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        """The answers for any count of row numbers, which stand for ``{}`` in the question."""
        for question, some in in_parts(sql, numbers):
            yield from self.rows(question, *some)

    def write(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Change rows, all or none."""
        with file.guarded(self.path), self._db:
            self._db.executemany(sql, values)

    def function(self, name: str, called: Callable[[str], bool]) -> None:
        """Give SQL a function of one text."""
        self._db.create_function(name, 1, called, deterministic=True)

    def _follow(self) -> None:
        """Add the revisions since the last time; begin anew where the archive is not the one that was read."""
        tip = self.store.tip
        try:
            if self._tip() == tip:
                return
            missing = self.store.following(self._tip())
        except sqlite3.DatabaseError:  # damaged
            missing = None
        if missing is None:
            self._db.close()
            remove(self.path)
            self._db = file.open_file(self.path)
            missing = self.store.following("") or []
        for at in range(0, len(missing), _BATCH_REVISIONS):
            self.store.heard(_TAKEN_IN, at, len(missing))
            some = missing[at : at + _BATCH_REVISIONS]
            with file.guarded(self.path), self._db:
                filling = Filling(self._db)
                for revision in self.store.read_all(self.store.recorded(some)):
                    filling.add(revision)
                self._db.execute("REPLACE INTO note VALUES ('tip', ?)", (some[-1],))
        self.store.heard(_TAKEN_IN, len(missing), len(missing))
        with file.guarded(self.path), self._db:
            self._db.execute("REPLACE INTO note VALUES ('tip', ?)", (tip,))

    def _follow_judgements(self) -> None:
        """Tell what was judged anew since the last time as it was judged."""
        later = Judgements(self.store)
        tip, known = later.tip, self._noted("judgements")
        if tip == known:
            return
        names = later.since(known)
        for question, some in in_parts("SELECT name FROM revision WHERE name IN ({})", names):
            there = self.rows(question, *some)
            with file.guarded(self.path), self._db:
                filling = Filling(self._db)
                for revision in self.store.recorded([name for (name,) in there]):
                    filling.judge(revision)
        with file.guarded(self.path), self._db:
            self._db.execute("REPLACE INTO note VALUES ('judgements', ?)", (tip,))

    def _tip(self) -> str:
        return self._noted("tip")

    @property
    def judgements(self) -> str:
        """A name for what rules found as it is told here."""
        return self._noted("judgements")

    def _noted(self, name: str) -> str:
        found = self._db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""


def is_at_hand(store: Store) -> bool:
    """Whether there is a catalogue that can be brought up to the archive at little cost."""
    path = store.private / FILE
    return path.exists() and os.access(path, os.W_OK)


def keep(store: Store) -> None:
    """Bring the catalogue up to the archive, if there is one: else the first question makes it."""
    if (store.private / FILE).exists():
        with Catalogue(store):
            pass


def spans(since: datetime | None, until: datetime | None, host: str | None) -> tuple[str, list[int | str]]:
    """The condition, in SQL, that a revision was seen within a time and belongs to an outlet; and its values."""
    wanted: list[tuple[str, int | str | None]] = [
        ("seen >= ?", int(since.timestamp()) if since else None),
        ("seen <= ?", int(until.timestamp()) if until else None),
        ("article.host = ?", host),
    ]
    kept = [(term, value) for term, value in wanted if value is not None]
    return " AND ".join(["1", *(term for term, _ in kept)]), [value for _, value in kept]
