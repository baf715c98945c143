"""``state.db``: an index over git and the observation log, so that a run need not read them whole.

It holds nothing of its own. Damaged, deleted, or written by a newer newsdiff, it is set aside and read back: first
the log, then each revision that git has and the log has not (a run was killed between the two, or the revision was
imported). What is applied was written to the log before.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from itertools import islice
from sqlite3 import Connection
from typing import TypeVar

from newsdiff.errors import StoreError
from newsdiff.fetch.robots import Rules
from newsdiff.model import Revision
from newsdiff.process.closing import Closing
from newsdiff.store import Store, layout
from newsdiff.text.urls import normalise, public
from newsdiff.watch.memory.site_memory import SiteMemory
from newsdiff.watch.plan import addresses
from newsdiff.watch.state import observation_log, schema, table_rows, timetable
from newsdiff.watch.state.article_state import Known, advance
from newsdiff.watch.state.database import Damaged, Database, checked, text_of, unchecked
from newsdiff.watch.state.json_codec import decode, encode, moment
from newsdiff.watch.state.observation import Event, Observation, is_of_site, observed, remembered
from newsdiff.watch.state.schema import put

STATE_FILE = "state.db"
FAR_BEHIND_REVISIONS = 200  # that git has and the log has not: reading them again each time is felt
_BATCH_REVISIONS = 500  # whose texts are in memory at a time
_READ_BACK = "revisions read back from git"
_BATCH_LINES = 5000  # of the log, applied at a time
T = TypeVar("T")


class State(Closing):
    """The open index; a context manager. ``notices`` tells what had to be set aside, ``torn`` counts unread lines."""

    def __init__(self, store: Store, *, write: bool = True, most_behind: int | None = None) -> None:
        """Open it, and bring it up to the log and git; ``write`` False leaves the disk alone (a copy).

        Of ``most_behind`` revisions and more that git has and the log has not none is read."""
        self._store = store
        self._private = store.private
        self._write = write
        self._most_behind = most_behind
        self.notices: list[str] = []
        self.torn = 0
        self.behind = 0  # revisions that git has and the log has not
        self._loaded: dict[str, Known] = {}
        self._blank: bool | None = None  # nothing was ever seen; None: it was not asked yet
        self._sites: dict[str, SiteMemory] = {}
        self._renewed = False
        self._db = Database(store.private / STATE_FILE, schema.SCHEMA, schema.VERSION, write=write)
        self.timetable = timetable.Timetable(self._db, self._mended)
        try:
            try:
                self._db.open()
                self._catch_up()
            except Damaged as damage:
                self._renew(damage)
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Close its file."""
        self._db.close()

    # --- reading ---

    @property
    def made_anew(self) -> bool:
        """Whether the file had to be made anew since it was opened: then the list is to be read into it again."""
        return self._renewed

    def known(self, url: str) -> Known:
        """What is known of a normalised URL; of one that is new, only that."""
        return self._mended(lambda: self._known(url))

    def glance(self, urls: Sequence[str]) -> dict[str, Known]:
        """What is known of normalised URLs, read together; of what is only looked at nothing stays in memory."""
        return self._mended(lambda: self._glance(urls))

    def fares(self, urls: Sequence[str]) -> list[Known]:
        """How normalised URLs fare, as far as anything was seen of them: without what is known of their texts."""
        sql = "SELECT url, row FROM known WHERE url IN ({})"
        return self._mended(lambda: self._db.among(table_rows.fares, sql, urls))

    def told(self, urls: Sequence[str]) -> dict[str, table_rows.Told]:
        """How the last visits of normalised URLs ended; of what was never seen there is none."""
        sql = "SELECT url, row FROM known WHERE url IN ({})"
        return dict(self._mended(lambda: self._db.among(table_rows.told, sql, urls)))

    def everything(self) -> Iterator[Known]:
        """All that is known, by URL."""
        yield from self._mended(lambda: self._db.rows(self._row, "SELECT url, row FROM known ORDER BY url"))

    def doubted(self, url: str) -> Iterator[Known]:
        """What has an open doubt on the site of a normalised URL."""
        site = url[: url.find("/", 8) + 1]
        sql = "SELECT url, row FROM known WHERE url >= ? AND url < ? AND row LIKE '%\"doubt\":%'"
        yield from self._mended(lambda: self._db.rows(self._row, sql, site, site[:-1] + "0"))

    def path_of(self, url: str) -> str:
        """The path of the history that a normalised URL leads to, also by an old address; empty when there is none."""
        return self._mended(lambda: self._path_of(url))

    def paths(self, urls: Sequence[str]) -> list[tuple[str, str]]:
        """The paths of the histories of normalised URLs, as far as they were seen."""
        sql = "SELECT url, path FROM known WHERE url IN ({})"
        return self._mended(lambda: self._db.among(table_rows.texts, sql, urls))

    def brought(self, feeds: Sequence[str]) -> list[tuple[str, str, str]]:
        """What feeds brought: its normalised URL, the path of its history, and the feed."""
        sql = """SELECT url, path, source FROM watched JOIN known USING (url)
            WHERE source != '' AND source IN ({})"""
        return self._mended(lambda: self._db.among(table_rows.texts, sql, feeds))

    def aliases(self, path: str) -> list[str]:
        """The normalised URLs that were led to a history, or that it moved to."""
        return self._mended(lambda: self._db.rows(text_of, "SELECT url FROM alias WHERE path = ?", path))

    def alias_of(self, url: str) -> str:
        """The path of the history that moved to a normalised URL, or was led there; empty when there is none."""
        sql = "SELECT path FROM alias WHERE url = ?"
        return next(iter(self._mended(lambda: self._db.rows(text_of, sql, url))), "")

    def revision_at(self, path: str) -> str:
        """The id of the newest revision of a history, as far as it was logged; empty for none."""
        sql = "SELECT row FROM known WHERE path = ?"
        told = self._mended(lambda: self._db.rows(table_rows.written, sql, path))
        return max(told, default=("", ""))[1]

    def called(self, part: str, places: Iterable[str] = ()) -> list[str]:
        """The URLs of what has this text in its headline or in where it stands now, in any case; casefolded.

        And of what stands at one of these ``places`` now.
        """
        # As a row has it, where a quotation mark is escaped. Rows are not taken apart: there may be a million.
        wanted, *urls = (json.dumps(text, ensure_ascii=False)[1:-1] for text in (part, *places))
        fits = partial(table_rows.is_called, wanted, frozenset(urls))
        return self._mended(lambda: self._db.rows_where(text_of, "SELECT url FROM known WHERE fits(row)", fits))

    def texts(self, path: str) -> set[str]:
        """The fingerprints of all texts that an article ever had."""
        return set(self._mended(lambda: self._db.rows(text_of, "SELECT text FROM revision WHERE path = ?", path)))

    def rests(self) -> dict[str, tuple[datetime, str]]:
        """Until when hosts are left alone, and why."""
        return dict(self._mended(lambda: self._db.rows(table_rows.rest, "SELECT host, until, why FROM rest")))

    def robots(self) -> tuple[Rules, ...]:
        """What robots.txt said when it was last read."""
        return tuple(self._mended(lambda: self._db.rows(table_rows.rules, "SELECT row FROM robots")))

    def site(self, host: str) -> SiteMemory:
        """The memory of a host."""
        return self._mended(lambda: self._site(host))

    def sites(self) -> list[SiteMemory]:
        """The memories of all hosts, by name."""
        return self._mended(lambda: self._db.rows(table_rows.memory, "SELECT host, row FROM site ORDER BY host"))

    def latest(self) -> datetime | None:
        """The latest time that was logged."""
        found = self._mended(lambda: self._db.rows(moment, "SELECT value FROM note WHERE name = 'latest'"))
        return found[0] if found else None

    def key_of(self, revision: Revision) -> str:
        """The URL that the article of a revision is watched by."""
        return self._mended(lambda: self._key_of(revision))

    # --- writing ---

    def keep_robots(self, rules: Iterable[Rules]) -> None:
        """Keep readings of robots.txt for the next run; losing them costs a request a host."""
        rows = [(r.origin, json.dumps(encode(r))) for r in rules]
        if rows:
            self._mended(lambda: self._insert("robots", rows))

    def write(self, observations: Sequence[Observation]) -> None:
        """Log observations durably, then apply them."""
        if observations:
            addresses.keep(self._private, [seen.location for seen in observations if seen.location])
            observation_log.append(self._private, map(_without_secrets, observations))
            self._mended(self._catch_up_log)

    def _insert(self, table: str, rows: Sequence[tuple[str, ...]]) -> None:
        with self._db.writing() as db:
            put(db, table, rows)

    def _apply(self, observations: Iterable[Observation], db: Connection) -> None:
        changed: dict[str, Known] = {}
        self._blank = False
        for seen in map(_current, observations):
            if seen.event is Event.REST and seen.until is not None:
                put(db, "rest", [(seen.url, seen.until.isoformat(), seen.error)])
                continue
            if seen.event is Event.CLOCK:
                continue
            if is_of_site(seen):
                memory = self._sites[seen.url] = remembered(self._site(seen.url), seen)
                put(db, "site", [(seen.url, json.dumps(encode(memory), ensure_ascii=False))])
                continue
            changed[seen.url] = self._loaded[seen.url] = advance(self._known(seen.url), seen)
            if seen.revision:
                put(db, "revision", [(seen.revision, seen.path, seen.fingerprint)])
            if seen.alias:
                put(db, "alias", [(seen.alias, seen.path)])
        put(
            db, "known", ((k.url, k.path, checked(json.dumps(encode(k), ensure_ascii=False))) for k in changed.values())
        )
        timetable.touched(db, changed.values())

    # --- opening ---

    def _mended(self, work: Callable[[], T]) -> T:
        """The result of work on the database; where that is damaged it is made anew first, once a run."""
        try:
            return work()
        except Damaged as damage:
            self._renew(damage)
            return work()

    def _renew(self, damage: Damaged) -> None:
        """Set the database aside, and read it back; not twice."""
        if self._renewed:
            raise StoreError(f"{STATE_FILE} cannot be used ({damage})", "look at the disk") from damage
        self._renewed = True
        self._db.renew(damage)
        self._loaded.clear()
        self._sites.clear()
        self.torn = 0
        why = damage if damage.aside == "newer" else f"it is damaged ({damage})"
        self.notices.append(f"{STATE_FILE} was set aside and read back from git and the log: {why}")
        try:
            self._catch_up()
        except Damaged as again:
            raise StoreError(f"{STATE_FILE} cannot be used ({again})", "look at the disk") from again

    def _catch_up(self) -> None:
        self._catch_up_log()
        missing = self._unlogged()
        self.behind = len(missing)
        names = list(missing) if self._most_behind is None or self.behind < self._most_behind else []
        for at in range(0, len(names), _BATCH_REVISIONS):
            self._store.heard(_READ_BACK, at, len(names))
            read = self._store.read_all(self._store.recorded(names[at : at + _BATCH_REVISIONS]))
            some = [observed(revision, missing[revision.id]) for revision in read]
            if self._write:
                observation_log.append(self._private, some)
                self._catch_up_log()
            else:
                with self._db.writing() as db:
                    self._apply(some, db)
        self._store.heard(_READ_BACK, len(names), len(names))

    def _catch_up_log(self) -> None:
        """Apply what the log holds behind the place that was read last; both move in one transaction."""
        notes = dict(self._db.rows(table_rows.note, "SELECT name, value FROM note"))
        since = observation_log.LogPosition(notes.get("file", ""), int(notes.get("offset", "0")))
        if not observation_log.is_place(self._private, since):
            raise Damaged("the log does not go on where it was read last")
        lines = observation_log.read(self._private, since)
        while some := list(islice(lines, _BATCH_LINES)):
            fresh = [seen for seen, _ in some if seen is not None]
            self.torn += len(some) - len(fresh)
            self._take(fresh, some[-1][1])

    def _take(self, fresh: Sequence[Observation], end: observation_log.LogPosition) -> None:
        """Apply observations, and note the place in the log behind them."""
        with self._db.writing() as db:
            self._apply(fresh, db)
            pairs = [("file", end.file), ("offset", str(end.offset))]
            pairs += [("latest", fresh[-1].at.isoformat())] if fresh else []
            put(db, "note", pairs)

    def _unlogged(self) -> dict[str, str]:
        """The revisions that git has and the log has not, oldest first, each with the URL of its observation."""
        if self._holds(self._store.tip):
            return {}
        unknown: list[tuple[str, str]] = []
        for revision in self._store.changes():
            if layout.is_earlier(revision.path):
                continue  # of a time before the first observation: it tells nothing of what stands there now
            if self._holds(revision.id):
                break
            unknown.append((revision.id, self._key_of(revision)))
        return dict(reversed(unknown))

    def _holds(self, revision: str) -> bool:
        return bool(self._db.rows(text_of, "SELECT id FROM revision WHERE id = ?", revision))

    # --- reading a database that may be damaged ---

    def _known(self, url: str) -> Known:
        if url not in self._loaded and not self._is_blank():  # of a new list: not a question for each
            self._loaded[url] = self._glance([url])[url]
        return self._loaded.get(url) or Known(url)

    def _glance(self, urls: Sequence[str]) -> dict[str, Known]:
        found = {url: self._loaded[url] for url in urls if url in self._loaded}
        if not self._is_blank():
            rows = self._db.among(self._row, "SELECT url, row FROM known WHERE url IN ({})", urls)
            found = {known.url: known for known in rows} | found
            new = [url for url in urls if url not in found]
            led = dict(self._db.among(table_rows.texts, "SELECT url, path FROM alias WHERE url IN ({})", new))
            found |= {url: Known(url, path=led.get(url, "")) for url in new}
        return {url: found.get(url) or Known(url) for url in urls}

    def _is_blank(self) -> bool:
        if self._blank is None:
            tables = ("known", "alias")
            self._blank = not any(self._db.rows(text_of, f"SELECT url FROM {table} LIMIT 1") for table in tables)
        return self._blank

    def _site(self, host: str) -> SiteMemory:
        if host not in self._sites:
            found = self._db.rows(table_rows.memory, "SELECT host, row FROM site WHERE host = ?", host)
            self._sites[host] = found[0] if found else SiteMemory(host)
        return self._sites[host]

    def _row(self, url: str, row: str) -> Known:
        if url in self._loaded:
            return self._loaded[url]
        found = decode(Known, json.loads(unchecked(row)))
        if found.url != url:
            raise ValueError(f"the row of {url} is that of {found.url}")
        return found

    def _path_of(self, url: str) -> str:
        sql = "SELECT path FROM known WHERE url = ? AND path != '' UNION ALL SELECT path FROM alias WHERE url = ?"
        return next(iter(self._db.rows(text_of, sql, url, url)), "")

    def _key_of(self, revision: Revision) -> str:
        asked = next((value for key, value in revision.trailers if key == "Alias"), revision.url)
        found = self._db.rows(text_of, "SELECT url FROM known WHERE path = ?", revision.path)
        return found[0] if found else normalise(asked)


def _without_secrets(seen: Observation) -> Observation:
    """The observation as it is logged: where it leads to a URL with a secret, that one is kept elsewhere."""
    return seen._replace(location=public(seen.location)) if seen.location else seen


def _current(seen: Observation) -> Observation:
    """The observation under today's names: an older newsdiff logged secrets as a part of them."""
    if "=" not in seen.url + seen.alias + seen.source + seen.location:
        return seen
    url, alias, source = map(normalise, (seen.url, seen.alias, seen.source))
    return _without_secrets(seen._replace(url=url, alias=alias, source=source))


def take_up(store: Store, url: str, *, now: datetime) -> None:
    """Have a page visited again that was set aside."""
    with store.lock(who="resume", now=now, brief=True), State(store) as state:
        state.write([Observation(now, normalise(url), Event.RESUMED)])


def archived(store: Store, revision: Revision, capture: str, *, now: datetime) -> None:
    """Log that a web archive captured the page of a revision."""
    with store.lock(who="archive", now=now, brief=True), State(store) as state:
        key = state.key_of(revision)
        line = Observation(now, key, Event.ARCHIVED, path=revision.path, revision="", location=capture)
        state.write([line])


@contextmanager
def looking(store: Store, *, now: datetime) -> Iterator[State]:
    """Open the state read-only (``list``, ``doctor``, the quarantine): what changes is written to a copy.

    A missing ``state.db`` is rebuilt once, under the store's lock; so is one that lags far behind git.
    """
    if not (store.private / STATE_FILE).exists():
        _keep(store, now)
    with State(store, write=False, most_behind=FAR_BEHIND_REVISIONS) as state:
        if state.behind < FAR_BEHIND_REVISIONS:
            yield state
            return
        told = state.notices
    _keep(store, now)
    with State(store, write=False) as state:
        state.notices[:0] = told
        yield state


def _keep(store: Store, now: datetime) -> None:
    # Not where a run, which does the same, holds the lock; nor in a store that cannot be written.
    with suppress(StoreError), store.lock(who="list", now=now), State(store):
        pass
