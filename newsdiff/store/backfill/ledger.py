"""What an import has seen, and what it is to record: in a file without a name, so that memory holds little of it."""

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import newsdiff.store.layout as layout
from newsdiff.model import RevisionKind
from newsdiff.store.backfill import plan as planning
from newsdiff.store.backfill.plan import Plan, SpooledPage, Turn, Version
from newsdiff.store.disk import database_room
from newsdiff.store.repository.commit_message import Record
from newsdiff.text.urls import normalise

_CACHE_KIB = 16_384
_PLACED = 500  # articles whose places are found at a time
# ``article``: what was read; ``digest`` is that of the store's index, ``path`` where the store has it already.
# ``held``: the commits of such paths, ``number`` as they were recorded. ``version``: pages as they were seen,
# ``number`` as they came in. ``plan``: articles of which something is to be recorded. ``turn``: their versions.
# Times are seconds since 1970; ``page_at`` and the like are places in the spool.
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -%d;
CREATE TABLE article (
    id INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, digest TEXT NOT NULL, path TEXT NOT NULL DEFAULT ''
);
CREATE INDEX article_digest ON article (digest);
CREATE INDEX article_path ON article (path) WHERE path != '';
CREATE TABLE held (path TEXT, number INTEGER, id TEXT, PRIMARY KEY (path, number)) WITHOUT ROWID;
CREATE TABLE version (
    article INTEGER, seen INTEGER, number INTEGER, text BLOB, raw BLOB, truncated INTEGER,
    page_at INTEGER, page_size INTEGER, text_at INTEGER, text_size INTEGER, PRIMARY KEY (article, seen, number)
) WITHOUT ROWID;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY, url BLOB, headline BLOB, seen INTEGER, earlier INTEGER, path TEXT, folder TEXT
);
CREATE INDEX plan_folder ON plan (folder, id);
CREATE TABLE turn (
    seen INTEGER, plan INTEGER, number INTEGER, kind TEXT, page_at INTEGER, page_size INTEGER, text_at INTEGER,
    text_size INTEGER, since INTEGER, before_seen INTEGER, before_page_at INTEGER, before_page_size INTEGER,
    before_text_at INTEGER, before_text_size INTEGER, PRIMARY KEY (seen, plan, number)
) WITHOUT ROWID;
BEGIN;
"""


class Ledger:
    """A context manager: pages are noted, then plans, which are placed; at last the turns of their versions come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = 0

    def __enter__(self) -> Self:
        with self._room(), tempfile.NamedTemporaryFile(dir=self._folder) as file:
            self._db = sqlite3.connect(file.name, isolation_level=None)
            self._db.executescript(_SCHEMA % _CACHE_KIB)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    def see(self, url: str, version: Version) -> None:
        """Note a page of the article with this URL."""
        key = hashlib.sha256(_packed(normalise(url))).digest()
        with self._room():
            row = self._db.execute("SELECT id FROM article WHERE key = ?", (key,)).fetchone()
            if row is None:
                made = self._db.execute("INSERT INTO article (key, digest) VALUES (?, ?)", (key, layout.url_key(url)))
                row = (made.lastrowid,)
            self._seen += 1
            row = (*row, _seconds(version.seen_at), self._seen, version.text, version.raw, version.truncated)
            self._db.execute(f"INSERT INTO version VALUES ({_marks(10)})", (*row, *_columns(version.place)))

    def articles(self) -> Iterator[list[Version]]:
        """The versions of each article, oldest first; articles in the order in which they were first noted."""
        rows = self._rows("SELECT * FROM version ORDER BY article, seen, number")
        for _, own in groupby(rows, itemgetter(0)):
            yield [
                Version(_time(seen), _time(seen), text, raw, _place(places), bool(truncated))
                for _, seen, _, text, raw, truncated, *places in own
            ]

    def know(self, paths: Iterable[tuple[str, str]]) -> bool:
        """Note digests of URLs that a store has, with their paths; whether an article that was read is among them."""
        known = "UPDATE article SET path = ? WHERE digest = ? AND (path = '' OR path > ?)"
        with self._room():
            return self._db.executemany(known, ((path, digest, path) for digest, path in paths)).rowcount > 0

    def hold(self, commits: Iterable[tuple[str, str, str]]) -> None:
        """Note commits (id, path, and the path of their article), oldest first, as far as their article was read."""
        held = "INSERT INTO held SELECT ?, ?, ? WHERE EXISTS (SELECT id FROM article WHERE path = ?)"
        rows = ((path, number, commit, article) for number, (commit, path, article) in enumerate(commits))
        with self._room():
            self._db.executemany(held, rows)

    def path_of(self, url: str) -> str:
        """The path that the store has for an article's URL; empty where it does not know it."""
        found = next(self._rows("SELECT path FROM article WHERE digest = ?", layout.url_key(url)), ("",))
        return str(found[0])

    def commits(self, path: str) -> list[str]:
        """The commits that are held of a path, oldest first."""
        return [commit for [commit] in self._rows("SELECT id FROM held WHERE path = ? ORDER BY number", path)]

    def plan(self, plan: Plan) -> None:
        """Note what is to be recorded of an article."""
        first = plan.versions[0].seen_at
        head = (_packed(plan.url), _packed(plan.headline), _seconds(first), plan.earlier)
        with self._room():
            row = (*head, plan.path, layout.folder(plan.url, first))
            made = self._db.execute(f"INSERT INTO plan VALUES (NULL, {_marks(6)})", row).lastrowid
            self._db.executemany(
                f"INSERT INTO turn VALUES ({_marks(14)})",
                [(_seconds(turn.seen_at), made, number, *_turn_row(turn)) for number, turn in planning.turns(plan)],
            )

    def place(self, place: Callable[[Sequence[Record]], Sequence[str]]) -> None:
        """Give each article that has none its path: ``place`` is asked for many at a time, folder by folder."""
        rows = self._rows("SELECT id, url, headline, seen, earlier FROM plan WHERE path = '' ORDER BY folder, id")
        while some := list(islice(rows, _PLACED)):
            records = [
                planning.placeholder(_text(url), _text(headline), _time(seen), earlier=bool(earlier))
                for _, url, headline, seen, earlier in some
            ]
            found = [(path, row[0]) for path, row in zip(place(records), some, strict=True)]
            with self._room():
                self._db.executemany("UPDATE plan SET path = ? WHERE id = ?", found)

    def turns(self) -> Iterator[Turn]:
        """The versions that are to be recorded, in the order of their times."""
        rows = self._rows(
            "SELECT url, path, turn.* FROM turn CROSS JOIN plan ON plan.id = turn.plan"
            " ORDER BY turn.seen, turn.plan, turn.number"
        )
        for url, path, seen, _, _, kind, *places in rows:
            since, before_seen = places[4:6]
            turn = Turn(_text(url), path, RevisionKind(kind), _time(seen), _place(places[:4]))
            if since is None:
                yield turn
            else:
                yield turn._replace(since=_time(since), before_seen=_time(before_seen), before=_place(places[6:]))

    def _rows(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with self._room():
            for row in self._db.execute(question, values):  # noqa: UP028 - nothing is asked of a closed file
                yield row

    def _room(self) -> AbstractContextManager[None]:
        return database_room(self._folder / "import.db", "run it again: what was recorded stays")


def _turn_row(turn: Turn) -> tuple[object, ...]:
    own = (turn.kind.value, *_columns(turn.place))
    if turn.since is None or turn.before_seen is None or turn.before is None:
        return (*own, *[None] * 6)
    return (*own, _seconds(turn.since), _seconds(turn.before_seen), *_columns(turn.before))


def _columns(place: SpooledPage) -> tuple[int, ...]:
    return (*place.page, *place.article)


def _place(columns: Sequence[int]) -> SpooledPage:
    page_at, page_size, text_at, text_size = columns
    return SpooledPage((page_at, page_size), (text_at, text_size))


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _time(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _packed(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(packed: bytes) -> str:
    return packed.decode("utf-8", "surrogatepass")
