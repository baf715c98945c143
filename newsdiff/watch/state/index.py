"""``state.db``: an index over git and the observation log, so that a run need not read them whole.

It holds nothing of its own. Damaged, deleted, or written by a newer newsdiff, it is set aside and read back: first
the log, then each revision that git has and the log has not (a run was killed between the two, or the revision was
imported). What is applied was written to the log before.
"""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from newsdiff.errors import StoreError
from newsdiff.fetch.robots import Rules
from newsdiff.model import Revision, Status
from newsdiff.store import Store
from newsdiff.store.disk import disk_full, room
from newsdiff.text.urls import normalise
from newsdiff.watch.state import observation_log
from newsdiff.watch.state.article_state import Known, advance
from newsdiff.watch.state.json_codec import decode, encode
from newsdiff.watch.state.observation import Event, Observation, with_text

SCHEMA_VERSION = 1
STATE_FILE = "state.db"
FAR_BEHIND_REVISIONS = 200  # that git has and the log has not: reading them again each time is felt
_SCHEMA = """
CREATE TABLE known (url TEXT PRIMARY KEY, path TEXT NOT NULL, row TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX known_path ON known (path);
CREATE TABLE alias (url TEXT PRIMARY KEY, path TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE revision (id TEXT PRIMARY KEY, path TEXT NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX revision_path ON revision (path);
CREATE TABLE rest (host TEXT PRIMARY KEY, until TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class State:
    """The open index; a context manager. ``notices`` tells what had to be set aside, ``torn`` counts unread lines."""

    def __init__(self, store: Store, *, now: datetime, write: bool = True) -> None:
        """Open it, and bring it up to the log and git; ``write`` False leaves the disk alone (a copy in memory)."""
        self._store = store
        self._private = store.private
        self._write = write
        self.notices: list[str] = []
        self.torn = 0
        self.behind = 0  # revisions that had to be read from git
        self._loaded: dict[str, Known] = {}
        self._db = self._open(now)
        self._catch_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    # --- reading ---

    def known(self, url: str) -> Known:
        """What is known of a normalised URL; of one that is new, only that."""
        if url not in self._loaded:
            row = self._db.execute("SELECT row FROM known WHERE url = ?", (url,)).fetchone()
            self._loaded[url] = decode(Known, json.loads(row[0])) if row else Known(url, path=self.path_of(url))
        return self._loaded[url]

    def everything(self) -> Iterator[Known]:
        """All that is known, by URL."""
        for url, row in self._db.execute("SELECT url, row FROM known ORDER BY url").fetchall():
            yield self._loaded.get(url) or decode(Known, json.loads(row))

    def doubted(self, url: str) -> Iterator[Known]:
        """What has an open doubt on the site of a normalised URL."""
        site = url[: url.find("/", 8) + 1]
        found = "SELECT row FROM known WHERE url >= ? AND url < ? AND row LIKE '%\"doubt\":%'"
        for (row,) in self._db.execute(found, (site, site[:-1] + "0")).fetchall():
            yield decode(Known, json.loads(row))

    def path_of(self, url: str) -> str:
        """The path of the history that a normalised URL leads to, also by an old address; empty when there is none."""
        row = self._db.execute(
            "SELECT path FROM known WHERE url = ? AND path != '' UNION SELECT path FROM alias WHERE url = ?", (url, url)
        ).fetchone()
        return str(row[0]) if row else ""

    def texts(self, path: str) -> set[str]:
        """The fingerprints of all texts that an article ever had."""
        return {text for (text,) in self._db.execute("SELECT text FROM revision WHERE path = ?", (path,))}

    def rests(self) -> dict[str, tuple[datetime, str]]:
        """Until when hosts are left alone, and why."""
        rows = self._db.execute("SELECT host, until, why FROM rest").fetchall()
        return {host: (datetime.fromisoformat(until), why) for host, until, why in rows}

    def robots(self) -> tuple[Rules, ...]:
        """What robots.txt said when it was last read."""
        return tuple(decode(Rules, json.loads(row)) for (row,) in self._db.execute("SELECT row FROM robots"))

    def latest(self) -> datetime | None:
        """The latest time that was logged."""
        found = self._note("latest")
        return datetime.fromisoformat(found) if found else None

    # --- writing ---

    def keep_robots(self, rules: Iterable[Rules]) -> None:
        """Keep readings of robots.txt for the next run; losing them costs a request a host."""
        with _usable(self._private / STATE_FILE), self._db:
            rows = ((r.origin, json.dumps(encode(r))) for r in rules)
            self._db.executemany("INSERT OR REPLACE INTO robots VALUES (?, ?)", rows)

    def write(self, observations: Sequence[Observation]) -> None:
        """Log observations durably, then apply them."""
        if observations:
            observation_log.append(self._private, observations)
            self._catch_up_log()

    def _apply(self, observations: Iterable[Observation]) -> None:
        changed: dict[str, Known] = {}
        for seen in observations:
            if seen.event is Event.REST and seen.until is not None:
                row = (seen.url, seen.until.isoformat(), seen.error)
                self._db.execute("INSERT OR REPLACE INTO rest VALUES (?, ?, ?)", row)
                continue
            if seen.event is Event.CLOCK:
                continue
            changed[seen.url] = self._loaded[seen.url] = advance(self.known(seen.url), seen)
            if seen.revision:
                row = (seen.revision, seen.path, seen.fingerprint)
                self._db.execute("INSERT OR REPLACE INTO revision VALUES (?, ?, ?)", row)
            if seen.alias:
                self._db.execute("INSERT OR REPLACE INTO alias VALUES (?, ?)", (seen.alias, seen.path))
        self._db.executemany(
            "INSERT OR REPLACE INTO known VALUES (?, ?, ?)",
            ((k.url, k.path, json.dumps(encode(k), ensure_ascii=False)) for k in changed.values()),
        )

    # --- opening ---

    def _open(self, now: datetime) -> sqlite3.Connection:
        path = self._private / STATE_FILE
        try:
            if (db := self._connect(path)) is not None:
                return db
        except sqlite3.DatabaseError as error:
            why = f"{STATE_FILE} is damaged ({error})"
            self.notices.append(f"{why}: it was set aside and read back from git and the log")
        if not self._write:
            return _made(sqlite3.connect(":memory:"))
        with room(path):
            for suffix in ("", "-wal", "-shm"):
                if (old := path.with_name(STATE_FILE + suffix)).exists():
                    old.replace(path.with_name(f"{STATE_FILE}.{now:%Y%m%dT%H%M%S}{suffix}"))
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        return _made(sqlite3.connect(path, timeout=10))

    def _connect(self, path: Path) -> sqlite3.Connection | None:
        """The database, if it can be used; DatabaseError when it is damaged."""
        if not path.exists():
            return None
        db = sqlite3.connect(path, timeout=10)
        try:
            [version] = db.execute("PRAGMA user_version").fetchone()
            [verdict] = db.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite3.DatabaseError(verdict)
            if version == SCHEMA_VERSION:
                return db if self._write else _copied(db)
        except BaseException:
            db.close()
            raise
        db.close()
        if version > SCHEMA_VERSION:
            self.notices.append(f"{STATE_FILE} was written by a newer newsdiff: it was set aside and read back")
        return None

    def _catch_up(self) -> None:
        self._catch_up_log()
        missing = self._unlogged()
        self.behind = len(missing)
        if missing and self._write:
            self.write(missing)
        elif missing:
            self._apply(missing)

    def _catch_up_log(self) -> None:
        """Apply what the log holds behind the place that was read last; both move in one transaction."""
        since = end = observation_log.Place(self._note("file") or "", int(self._note("offset") or 0))
        fresh = []
        for seen, end in observation_log.read(self._private, since):  # noqa: B007 - the last end is what is kept
            if seen is None:
                self.torn += 1
            else:
                fresh.append(seen)
        if end != since:
            with _usable(self._private / STATE_FILE), self._db:
                self._apply(fresh)
                latest = max([seen.at for seen in fresh[-1:]], default=None)
                pairs = [("file", end.file), ("offset", str(end.offset))]
                pairs += [("latest", latest.isoformat())] if latest else []
                self._db.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", pairs)

    def _note(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def _unlogged(self) -> list[Observation]:
        """Observations made of the revisions that git has and the log has not, oldest first."""
        unknown = []
        for revision in self._store.changes():
            if self._db.execute("SELECT 1 FROM revision WHERE id = ?", (revision.id,)).fetchone():
                break
            unknown.append(revision)
        return [observed(r, self.key_of(r)) for r in self._store.read_all(reversed(unknown))]

    def key_of(self, revision: Revision) -> str:
        """The URL that the article of a revision is watched by."""
        row = self._db.execute("SELECT url FROM known WHERE path = ?", (revision.path,)).fetchone()
        asked = next((value for key, value in revision.trailers if key == "Alias"), revision.url)
        return str(row[0]) if row else normalise(asked)


@contextmanager
def _usable(path: Path) -> Iterator[None]:
    """Tell a database that cannot be written as what it is; the log has all that it was to hold."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_FULL:
            raise disk_full(path) from error
        hint = f"remove {path}: it is read back from git and the log"
        raise StoreError(f"{path.name} cannot be used ({error})", hint) from error


def take_up(store: Store, url: str, *, now: datetime) -> None:
    """Have a page visited again that was set aside."""
    with store.lock(who="resume", now=now), State(store, now=now) as state:
        state.write([Observation(now, normalise(url), Event.RESUMED)])


def observed(revision: Revision, key: str) -> Observation:
    """The observation that a revision in git stands for, under the URL ``key``; ``article`` must be loaded.

    What its page bore beside the text is not in git: the raw page shows it when it is needed.
    """
    assert revision.article is not None, "read_all gives the article with it"
    told = dict(revision.trailers)
    raw, url = told.get("Raw-Sha256", ""), normalise(revision.url)
    line = Observation(
        revision.seen_at,
        key,
        status=Status(revision.kind.value),
        path=revision.path,
        revision=revision.id,
        http=int(told.get("Status", "0")),
        etag=told.get("Etag"),
        location=revision.article.url if url != key else "",
        alias=url if url != key else "",
        raw_sha256=raw,
        body_sha256=raw,
        cleaner=told.get("Cleaner", ""),
    )
    return with_text(line, revision.article)


def _made(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    with db:
        db.executescript(_SCHEMA)
        db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return db


def _copied(db: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:")
    db.backup(copy)
    db.close()
    return copy


@contextmanager
def looking(store: Store, *, now: datetime) -> Iterator[State]:
    """Open the state read-only (``list``, ``doctor``, the quarantine): a copy in memory.

    A missing ``state.db`` is rebuilt once, under the store's lock; so is one that lags far behind git.
    """
    if not (store.private / STATE_FILE).exists():
        _keep(store, now)
    with State(store, now=now, write=False) as state:
        yield state
        behind = state.behind
    if behind >= FAR_BEHIND_REVISIONS:
        _keep(store, now)


def _keep(store: Store, now: datetime) -> None:
    try:
        with store.lock(who="list", now=now), State(store, now=now):
            return
    except StoreError:  # locked by a run, which does the same; or a store that cannot be written
        return
