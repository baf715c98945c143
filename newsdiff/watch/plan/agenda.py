"""What may be due, from the timetable: what rests, or has its time still to come, is not read at all.

A time that was worked out holds until something is seen of its URL: the older an article, the longer its wait, so what
is not due yet is at no later moment due earlier. Other settings, another version, a line that was changed, and a clock
that was set back have the times worked out again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

from newsdiff import __version__
from newsdiff.errors import StoreError
from newsdiff.model import FAILED, Settings, Status
from newsdiff.store import Store
from newsdiff.text.name_match import Names, matches, whole
from newsdiff.text.urls import normalise
from newsdiff.watch.plan import addresses, watchlist
from newsdiff.watch.plan.schedule import LEAP
from newsdiff.watch.plan.targets import GUESTS_EVERY, Target, target
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state import index
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import STATE_FILE, State
from newsdiff.watch.state.json_codec import moment
from newsdiff.watch.state.timetable import NEVER, Entry, ListedLine, Timetable

REFUSED = "refused"  # a mark: due at once where private addresses are allowed now
TROUBLED = "troubled"  # a mark: there is something to tell of it
_NOTED = FAILED | {Status.BLOCKED, Status.SUSPECT, Status.MISSING}
_CHUNK_BYTES = 1 << 20
_COPIED_BYTES = 1 << 26  # of a state that is copied into memory, when something of it changes that is only looked at


@contextmanager
def looking(store: Store, *, now: datetime) -> Iterator[State]:
    """The state, only looked at, for ``likely`` (which writes nothing then) and ``troubled``.

    A change of what is only looked at is made in a copy in memory. Where the state, or the list, is too long for that,
    a list that changed is read before, unless a run is at work.
    """
    with index.looking(store, now=now) as state:
        files = (store.private / name for name in (STATE_FILE, watchlist.NAME))
        size = sum(file.stat().st_size for file in files if file.exists())
        if size <= _COPIED_BYTES or not _is_behind(store.private, state.timetable):
            yield state
            return
    with suppress(StoreError), store.lock(who="list", now=now, brief=True), State(store) as state:
        read_list(store.private, state.timetable)
    with index.looking(store, now=now) as state:
        yield state


def likely(store: Store, state: State, settings: Settings, *, now: datetime, write: bool = True) -> list[Target]:
    """All that is due now, for ``targets.due``: the list's lines in their order, then what its feeds brought.

    ``write`` False works out what is to be worked out, and does not keep it. Raises ConfigError of the list.
    """
    agenda = _Agenda(store, state, settings, now)
    agenda.mind_what_changed()
    return agenda.likely(write=write)


def troubled(store: Store, state: State, settings: Settings, *, now: datetime) -> list[Target]:
    """All of which there may be something to tell (``doctor``); what is well, or was never visited, may be left out."""
    read_list(store.private, state.timetable)
    agenda = _Agenda(store, state, settings, now)
    return agenda.targets([*state.timetable.marked(), *state.timetable.unsettled()])


def called(store: Store, state: State, settings: Settings, name: str, *, now: datetime) -> list[Target]:
    """What is watched under a name, in the order of the list: its URL, or where it stands now, else a part of that or
    of its headline. Of the rest no row is read. ConfigError of the list.
    """
    read_list(store.private, state.timetable)
    return _Agenda(store, state, settings, now).called(name)


def read_list(folder: Path, timetable: Timetable) -> None:
    """Read the lines of the list that are not as they were when it was read last; ConfigError."""
    size, count, digest = _noted(timetable)
    path = folder / watchlist.NAME
    whole, head = _digests(path, size)
    if whole == digest:
        return
    lines, known = (_behind(path, size), count) if size and head == digest else (None, 0)
    if lines is None:
        lines, known = watchlist.read_lines(folder), 0
    noted = f"{_whole_size(path)} {known + len(lines)} {whole}"
    held = timetable.lines() if digest and not known else []
    if not held:  # the list may be long and is all new: its lines are read one by one
        timetable.relist((known + 1, NEVER), lambda: _read(_said(lines, known)), 0, noted)
        return
    fresh = list(_said(lines, known))
    first = _alike(held, fresh)
    behind = _alike_behind(held[first:], fresh[first:])
    new = fresh[first : len(fresh) - behind]
    moved = fresh[-1][0] - held[-1][0] if behind else 0
    start = held[first - 1][0] + 1 if first else 1
    end = held[len(held) - behind][0] - 1 if behind else NEVER
    timetable.relist((start, end), lambda: _read(new), moved, noted)


def _is_behind(folder: Path, timetable: Timetable) -> bool:
    """Whether the list is not as it was when it was read last."""
    size, _, digest = _noted(timetable)
    return _digests(folder / watchlist.NAME, size)[0] != digest


class _Agenda:
    """The planning of one pass."""

    def __init__(self, store: Store, state: State, settings: Settings, now: datetime) -> None:
        self._folder = store.private
        self._state = state
        self._table = state.timetable
        self._settings = settings
        self._now = now
        self._full = addresses.read(store.private)
        self._feeds: dict[str, Watched | None] = {}

    def mind_what_changed(self) -> None:
        """Have times worked out again that were so under other conditions, or by another clock."""
        read_list(self._folder, self._table)
        latest, planned = self._state.latest(), self._table.note("planned")
        before = max([moment(planned)] if planned else [], default=None)
        ahead = any(time is not None and time > self._now + LEAP for time in (latest, before))
        if ahead or (planned and self._table.note("conditions") != self._conditions()):
            self._table.forget()

    def likely(self, *, write: bool) -> list[Target]:
        found: dict[str, tuple[Entry, Target]] = {}
        some: Iterable[Sequence[Entry]] = self._table.may_be_due(self._now)
        if self._settings.fetch.allow_private:
            some = chain(some, [self._table.marked(REFUSED)])
        for entries in some:
            seen = self._state.glance([entry.url for entry in entries])
            told = [worked for entry in entries if (worked := self._worked_out(entry, seen[entry.url], found))]
            if told and write:
                notes = {"planned": self._now.isoformat(), "conditions": self._conditions()}
                self._table.work_out(told, notes)
        ordered = [one for _, one in sorted(found.values(), key=lambda pair: _order(pair[0]))]
        return [*ordered, *self._hosts(ordered)]

    def _worked_out(
        self, entry: Entry, known: Known, found: dict[str, tuple[Entry, Target]]
    ) -> tuple[str, int, str] | None:
        """From when on an entry may be due, and its mark, where they are not as noted; what may be now is ``found``."""
        line = self._line(entry, known)
        now, one = self._now.timestamp(), None
        if line is None or line.paused:
            seconds, mark = NEVER, _mark(known) if line else ""
        else:
            one = target(line, known, self._settings, self._full, self._now)
            seconds, mark = self._seconds(one), _mark(known)
        if one is not None and (seconds <= now or mark == REFUSED):
            found[entry.url] = entry, one
        if (seconds, mark) == (entry.due, entry.mark) or (seconds <= now and mark == entry.mark):
            return None
        return entry.url, seconds, mark

    def called(self, name: str) -> list[Target]:
        if any("\ud800" <= letter <= "\udfff" for letter in name):
            return []  # bytes of a shell that are no text: neither a URL nor a headline has them
        urls = sorted(whole(name))
        paths = {path for url in urls if (path := self._state.path_of(url))}
        led = [entry for path in sorted(paths) for entry in self._table.of_path(path)]
        own = [(one, _names(one)) for one in self.targets([*self._table.among(urls), *led])]
        if exact := [one for one, names in own if not names.whole.isdisjoint(urls)]:
            return exact
        if not (part := name.strip().casefold()):
            return []
        parts = dict.fromkeys([*self._table.with_part(part), *self._state.called(part)])
        found = self.targets(self._table.among(list(parts)))
        return matches(name, ((one, _names(one)) for one in found))

    def targets(self, entries: Sequence[Entry]) -> list[Target]:
        """What the entries stand for, in the order of the list."""
        ordered = {entry.url: entry for entry in sorted(entries, key=_order)}
        return [one for one in map(self._target, ordered.values()) if one is not None]

    def _seconds(self, one: Target) -> int:
        """From when on a target may be due."""
        known = one.known
        if one.paused or one.retired or known.is_aside:
            return NEVER
        due = one.due
        if known.is_guest:
            due = min(due, known.visited_at + GUESTS_EVERY) if known.visited_at else self._now
        return 0 if due <= self._now else min(NEVER, int(due.timestamp()))

    def _hosts(self, found: Sequence[Target]) -> Iterator[Target]:
        """The addresses that the histories of guests are written from, where they are not among what may be due."""
        here = {one.key for one in found}
        for path in dict.fromkeys(one.known.path for one in found if one.known.is_guest):
            for entry in self._table.of_path(path):
                if entry.url not in here and (one := self._target(entry)) is not None:
                    here.add(entry.url)
                    yield one

    def _target(self, entry: Entry) -> Target | None:
        """What an entry stands for; None where it is not to be watched."""
        known = self._state.known(entry.url)
        line = self._line(entry, known)
        return None if line is None else target(line, known, self._settings, self._full, self._now)

    def _line(self, entry: Entry, known: Known) -> Watched | None:
        """The line that an entry goes by; None where it is not to be watched."""
        if entry.number is not None:
            line = watchlist.parse(entry.text, entry.number)
            return line if line and line.watch else None
        feed = self._feed(known.source)
        return Watched(known.url, paused=feed.paused, tags=feed.tags, every=feed.every) if feed else None

    def _feed(self, url: str) -> Watched | None:
        if url not in self._feeds:
            entry = self._table.entry(url)
            listed = entry is not None and entry.number is not None
            self._feeds[url] = watchlist.parse(entry.text, entry.number or 0) if entry and listed else None
        return self._feeds[url]

    def _conditions(self) -> str:
        """What times depend on beside what was seen."""
        watched = self._settings.watch
        sites = sorted((site.host, str(site.every)) for site in self._settings.sites if site.every)
        return repr((__version__, str(watched.every), str(watched.retire_after), sites))


def _names(one: Target) -> Names:
    """What a target is called."""
    url = one.public_url
    return Names(frozenset({normalise(url), one.key}), f"{url}\n{one.known.title}")


def _order(entry: Entry) -> tuple[bool, int, str]:
    return entry.number is None, entry.number or 0, entry.url


def _mark(known: Known) -> str:
    if known.status is Status.REFUSED:
        return REFUSED
    shrunk = bool(known.words) and known.words < known.most / 2
    told = (known.error, known.aside, known.gone, known.doubt, shrunk)
    return TROUBLED if known.status in _NOTED or any(told) else ""


def _said(lines: Iterable[str], known: int) -> Iterator[tuple[int, str]]:
    """The lines that say something, each with its number; so many are ``known`` before them."""
    for number, line in enumerate(lines, known + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def _read(lines: Iterable[tuple[int, str]]) -> Iterator[ListedLine]:
    for number, line in lines:
        if found := watchlist.parse(line, number):
            yield ListedLine(number, line, found.key)


def _alike(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> int:
    """How many lines are alike from the first one on."""
    return next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _alike_behind(old: Sequence[tuple[int, str]], new: Sequence[tuple[int, str]]) -> int:
    """How many lines are alike up to the last one, whatever their numbers, if all of them moved as far."""
    if not old or not new:
        return 0
    moved = new[-1][0] - old[-1][0]
    pairs = zip(reversed(old), reversed(new), strict=False)
    unlike = (n for n, (a, b) in enumerate(pairs) if a[1] != b[1] or b[0] - a[0] != moved)
    return next(unlike, min(len(old), len(new)))


def _noted(timetable: Timetable) -> tuple[int, int, str]:
    """The bytes, the lines and the digest of the list as it was read last."""
    size, count, digest = [*timetable.note("list").split(" "), "", ""][:3]
    if not all(number.isdecimal() and len(number) < 16 for number in (size, count)):
        return 0, 0, ""
    return int(size), int(count), digest


def _digests(path: Path, size: int) -> tuple[str, str]:
    """The SHA-256 of a file, and that of its first bytes."""
    whole, head = hashlib.sha256(), ""
    try:
        with path.open("rb") as file:
            while chunk := file.read(min(_CHUNK_BYTES, size - at) if (at := file.tell()) < size else _CHUNK_BYTES):
                whole.update(chunk)
                head = whole.hexdigest() if file.tell() == size else head
    except OSError:
        return "none", ""  # there is none, or the list's reader says why it cannot be read
    return whole.hexdigest(), head


def _behind(path: Path, size: int) -> list[str] | None:
    """The lines behind the first bytes of the list; None where they cannot be read as such."""
    with path.open("rb") as file:
        file.seek(size)
        try:
            text = file.read().decode()
        except UnicodeDecodeError:
            return None
    return text.removesuffix("\n").split("\n") if text else []


def _whole_size(path: Path) -> int:
    """The bytes of a file whose last line is ended; else 0, for more of that line may follow."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - 1))
            return size if file.read(1) == b"\n" else 0
    except OSError:
        return 0
