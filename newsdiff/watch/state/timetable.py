"""Which URLs are watched, and from when on each may be due: the part of ``state.db`` by which a pass is planned.

All of it is derived: the user's list line by line (``watchlist.txt`` stays the truth), what feeds brought, and for each
URL a time before which it is not due. 0 stands for one that is still to be worked out, as after each observation of
the URL. So a pass reads what may be due and what was seen since the last pass, and nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import Any, TypeVar

from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.database import Database, text_of

T = TypeVar("T")
NEVER = 1 << 40  # seconds since 1970: of what rests
SCHEMA = """
CREATE TABLE watched (url TEXT PRIMARY KEY, number INTEGER, line TEXT NOT NULL, source TEXT NOT NULL,
    due INTEGER NOT NULL, mark TEXT NOT NULL);
CREATE INDEX watched_number ON watched (number) WHERE number IS NOT NULL;
CREATE INDEX watched_due ON watched (due);
CREATE INDEX watched_source ON watched (source) WHERE source != '';
CREATE INDEX watched_mark ON watched (mark) WHERE mark != '';
CREATE INDEX watched_unlisted ON watched (url) WHERE number IS NULL;
CREATE INDEX watched_named ON watched (number) WHERE instr(line, 'name=');
"""
_ENTRY = "SELECT url, number, line, source, due, mark FROM watched"
_ROW = "SELECT rowid, url, number, line, source, due, mark FROM watched"
_SOME = 10_000  # entries whose times are worked out at a time
# Of two lines for one URL the later one counts.
_LISTED = """INSERT INTO watched VALUES (?, ?, ?, '', 0, '') ON CONFLICT (url) DO UPDATE
    SET number = excluded.number, line = excluded.line, due = 0 WHERE number IS NULL OR number <= excluded.number"""
_BROUGHT = """INSERT INTO watched VALUES (?, NULL, '', ?, 0, '')
    ON CONFLICT (url) DO UPDATE SET source = excluded.source, due = 0"""


class Entry(NamedTuple):
    """One watched URL (normalised); ``number`` and ``line`` are those of the user's list, None for what feeds brought.

    ``line`` is empty where the line holds nothing but the URL. ``due``: seconds since 1970 before which it is not due.
    """

    url: str
    number: int | None
    line: str
    source: str
    due: int
    mark: str

    @property
    def text(self) -> str:
        """The line of the list."""
        return self.line or self.url


class ListedLine(NamedTuple):
    """One line of the list: its number, its text, and the URL (normalised) that it is known by."""

    number: int
    text: str
    url: str


class Timetable:
    """The table; ``mended`` runs work on a database that may have to be made anew first."""

    def __init__(self, db: Database, mended: Callable[[Callable[[], object]], object]) -> None:
        self._db = db
        self._mended = mended

    # --- reading ---

    def may_be_due(self, at: datetime) -> Iterator[list[Entry]]:
        """What is not known to be due later only, some at a time: of a new list all times are to be worked out.

        The times of those that came may be kept before the next are asked for.
        """
        if due := self._entries("WHERE due > 0 AND due <= ?", int(at.timestamp())):
            yield due
        last = 0
        while some := self._rows(_row, f"{_ROW} WHERE due = 0 AND rowid > ? ORDER BY rowid LIMIT {_SOME}", last):
            yield [entry for _, entry in some]
            last = some[-1][0]

    def marked(self, mark: str = "") -> list[Entry]:
        """What has this mark; without one what has any."""
        return self._entries("WHERE mark != '' AND ? IN ('', mark)", mark)

    def unsettled(self) -> list[Entry]:
        """What was seen since its time and mark were worked out."""
        return self._entries("WHERE due = 0 AND url IN (SELECT url FROM known)")

    def is_well(self, host: str) -> bool:
        """Whether a host has a page that is visited and neither marked nor unsettled."""
        well = "mark = '' AND due < ? AND NOT (due = 0 AND EXISTS (SELECT 1 FROM known WHERE known.url = watched.url))"
        starts = [f"{scheme}://{host}{end}" for scheme in ("https", "http") for end in "/:"]
        ranges = [(start, start[:-1] + chr(ord(start[-1]) + 1)) for start in starts]
        return any(self._entries(f"WHERE url >= ? AND url < ? AND {well} LIMIT 1", *r, NEVER) for r in ranges)

    def is_empty(self) -> bool:
        """Whether nothing is watched."""
        listed = "number IS NOT NULL AND line NOT LIKE '% watch=no%'"
        return not self._entries(f"WHERE {listed} OR (number IS NULL AND due < ?) LIMIT 1", NEVER)

    def entry(self, url: str) -> Entry | None:
        """The entry of a URL."""
        return next(iter(self._entries("WHERE url = ?", url)), None)

    def of_path(self, path: str) -> list[Entry]:
        """The entries of all URLs that write, or lead to, one history."""
        return self._entries("WHERE url IN (SELECT url FROM known WHERE path = ?)", path)

    def with_part(self, part: str) -> list[str]:
        """The URLs that hold this text, or whose lines do, in any case; ``part`` is casefolded."""
        sql = "SELECT url FROM watched WHERE fits(url || char(10) || line)"
        return self._asked(lambda: self._db.rows_where(text_of, sql, lambda text: part in text.casefold()))

    def named(self, name: str) -> list[Entry]:
        """Entries among which all are that their user calls so, in any case; ``name`` is casefolded."""
        part = " ".join(name.split())  # as a line's words are joined when its options are read

        def fits(line: str) -> bool:
            return part in " ".join(line.casefold().split())

        sql = f"{_ENTRY} WHERE instr(line, 'name=') AND fits(line)"
        return self._asked(lambda: self._db.rows_where(_entry, sql, fits))

    def among(self, urls: Sequence[str]) -> list[Entry]:
        """The entries of these URLs, as far as they have any."""
        return self._asked(lambda: self._db.among(_entry, f"{_ENTRY} WHERE url IN ({{}})", urls))

    def brought(self, feed: str) -> int:
        """How many URLs are watched for this feed alone."""
        [count] = self._rows(int, "SELECT count(*) FROM watched WHERE source = ? AND number IS NULL", feed)
        return count

    def everything(self, behind: Entry | None = None) -> Iterator[Entry]:
        """All entries: the list's lines in their order, then what feeds brought by URL; or those ``behind`` one."""
        if behind is None or behind.number is not None:
            yield from self.listed(behind.number or 0 if behind else 0)
        yield from self.unlisted(behind.url if behind and behind.number is None else "")

    def listed(self, last: int = 0) -> Iterator[Entry]:
        """The entries of the list's lines behind a number, as they were read last."""
        while some := self._entries(f"WHERE number > ? ORDER BY number LIMIT {_SOME}", last):
            yield from some
            last = some[-1].number or 0

    def lines(self, *, backwards: bool = False) -> Iterator[tuple[int, str]]:
        """The numbers and texts of the list's lines, as they were read last, from the first one on or from the last."""
        behind, order, last = ("<", "DESC", NEVER) if backwards else (">", "ASC", 0)
        sql = f"""SELECT number, CASE line WHEN '' THEN url ELSE line END FROM watched
            WHERE number {behind} ? ORDER BY number {order} LIMIT {_SOME}"""
        while some := self._rows(_line, sql, last):
            yield from some
            last = some[-1][0]

    def unlisted(self, last: str = "") -> Iterator[Entry]:
        """The entries of what feeds brought and has no line, by URL, behind one."""
        while some := self._entries(f"WHERE number IS NULL AND url > ? ORDER BY url LIMIT {_SOME}", last):
            yield from some
            last = some[-1].url

    def note(self, name: str) -> str:
        """What was noted under a name; empty for nothing."""
        found = self._rows(text_of, "SELECT value FROM note WHERE name = ?", name)
        return found[0] if found else ""

    def _entries(self, where: str, *values: object) -> list[Entry]:
        return self._rows(_entry, f"{_ENTRY} {where}", *values)

    def _rows(self, read: Callable[..., T], sql: str, *values: object) -> list[T]:
        return self._asked(lambda: self._db.rows(read, sql, *values))

    def _asked(self, ask: Callable[[], list[T]]) -> list[T]:
        """What a question finds, asked again where the file had to be made anew."""
        found: list[T] = []

        def work() -> None:
            found[:] = ask()

        self._mended(work)
        return found

    # --- writing ---

    def work_out(self, told: Sequence[tuple[str, int, str]], notes: dict[str, str]) -> None:
        """Keep from when on URLs may be due, and their marks; and notes."""

        def work() -> None:
            with self._db.writing() as db:
                db.executemany("UPDATE watched SET due = ?, mark = ? WHERE url = ?", ((d, m, u) for u, d, m in told))
                db.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", notes.items())

        self._mended(work)

    def forget(self) -> None:
        """All times are to be worked out again."""

        def work() -> None:
            with self._db.writing() as db:
                db.execute("UPDATE watched SET due = 0")

        self._mended(work)

    def relist(
        self,
        gone: tuple[int, int],
        lines: Callable[[], Iterable[ListedLine]],
        moved: int,
        note: str,
        *,
        before: str,
    ) -> bool:
        """Put lines of the list in the place of those with the numbers ``gone`` (first, last), and note its digest.

        ``lines`` gives them in their order, and once more where the file has to be made anew. What stands behind moves
        on by ``moved``. What feeds brought stays, also without a line of its own. ``before`` is what was noted of the
        list before: False where that is another by now, for the file was made anew meanwhile.
        """
        done = False

        def work() -> None:
            nonlocal done
            if self.note("list") != before:
                return
            with self._db.writing() as db:
                _awaken(db, "SELECT url FROM watched WHERE number BETWEEN ? AND ?", gone)
                own = "WHERE number BETWEEN ? AND ?"
                db.execute(f"UPDATE watched SET number = NULL, line = '', due = 0 {own} AND source != ''", gone)
                db.execute(f"DELETE FROM watched {own}", gone)
                if moved:
                    db.execute("UPDATE watched SET number = number + ? WHERE number > ?", (moved, gone[1]))
                last = 0

                def rows() -> Iterator[tuple[str, int, str]]:
                    nonlocal last
                    for one in lines():
                        last = one.number
                        yield one.url, one.number, "" if one.text == one.url else one.text

                db.executemany(_LISTED, rows())
                _awaken(db, "SELECT url FROM watched WHERE number BETWEEN ? AND ?", (gone[0], last))
                db.execute("INSERT OR REPLACE INTO note VALUES ('list', ?)", (note,))
            done = True

        self._mended(work)
        return done


def touched(db: Connection, changed: Iterable[Known]) -> None:
    """What was seen of these URLs may have changed when they are due; what a feed brought is watched from now on."""
    for known in changed:
        if known.source:
            db.execute(_BROUGHT, (known.url, known.source))
        else:
            db.execute("UPDATE watched SET due = 0 WHERE url = ?", (known.url,))


def _awaken(db: Connection, urls: str, numbers: tuple[int, int]) -> None:
    """What the feeds among some lines brought goes by those lines."""
    db.execute(f"UPDATE watched SET due = 0 WHERE source != '' AND source IN ({urls})", numbers)


def _row(rowid: int, *entry: Any) -> tuple[int, Entry]:
    return rowid, _entry(*entry)


def _line(number: int, text: str) -> tuple[int, str]:
    if not isinstance(number, int):
        raise TypeError(f"{number!r:.40} is no number")
    return number, text_of(text)


def _entry(url: str, number: int | None, line: str, source: str, due: int, mark: str) -> Entry:
    if not isinstance(due, int) or not isinstance(number, int | None):
        raise TypeError(f"{due!r:.40} or {number!r:.40} is no number")
    return Entry(text_of(url), number, text_of(line), text_of(source), due, text_of(mark))
