"""What may be due, from the timetable: what rests, or has its time still to come, is not read at all.

A time that was worked out holds until something is seen of its URL: the older an article, the longer its wait, so what
is not due yet is at no later moment due earlier. Other settings, another version, a line that was changed, and a clock
that was set back have the times worked out again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import TypeVar

from newsdiff import __version__
from newsdiff.errors import StoreError, UnknownArticle
from newsdiff.model import FAILED, Settings, Status
from newsdiff.store import Store
from newsdiff.text.name_match import Names, matches, whole
from newsdiff.text.urls import normalise, public
from newsdiff.watch.plan import addresses, targets, watchlist
from newsdiff.watch.plan.list_following import is_behind, read_list
from newsdiff.watch.plan.list_text import ListText
from newsdiff.watch.plan.schedule import LEAP
from newsdiff.watch.plan.targets import GUESTS_EVERY, Target, target
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state import index
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import STATE_FILE, State
from newsdiff.watch.state.json_codec import moment
from newsdiff.watch.state.timetable import NEVER, Entry

T = TypeVar("T")
REFUSED = "refused"  # a mark: due at once where private addresses are allowed now
TROUBLED = "troubled"  # a mark: there is something to tell of it
_NOTED = FAILED | {Status.BLOCKED, Status.SUSPECT, Status.MISSING}
_SOME = 1000  # targets of everything, in memory at a time
_COPIED_BYTES = 1 << 26  # of a state that is copied, when something of it changes that is only looked at


@contextmanager
def looking(store: Store, *, now: datetime) -> Iterator[State]:
    """The state, only looked at, for ``likely`` (which writes nothing then) and ``troubled``.

    A change of what is only looked at is made in a copy without a name. Where the state, or the list, is too long for
    that, a list that changed is read before, unless a run is at work.
    """
    with index.looking(store, now=now) as state:
        files = (store.private / name for name in (STATE_FILE, watchlist.NAME))
        size = sum(file.stat().st_size for file in files if file.exists())
        if size <= _COPIED_BYTES or not is_behind(store.private, state.timetable):
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


def called(
    store: Store, state: State, settings: Settings, names: Sequence[str], *, now: datetime
) -> list[list[Target]]:
    """What is watched under each name, in the order of the list: its own name, its URL, or where it stands now, else a
    part of that or of its headline. Of the rest no row is read. ConfigError of the list.
    """
    agenda = _Agenda(store, state, settings, now)
    return agenda.steadily(lambda: [agenda.called(name) for name in names])


def named(store: Store, state: State, settings: Settings, articles: Sequence[str], *, now: datetime) -> list[Target]:
    """The targets that a user names by own name, URL, path, or part of URL or headline. Of the rest no row is read.

    UnknownArticle where a name fits none or several, ConfigError of the list.
    """
    agenda = _Agenda(store, state, settings, now)
    return agenda.steadily(lambda: [agenda.named(store, name) for name in articles])


def finder(store: Store, state: State, settings: Settings, *, now: datetime) -> Callable[[str], Target | None]:
    """What tells what is watched at a normalised URL, one after another."""
    return _Agenda(store, state, settings, now).at


def alike(store: Store, state: State, settings: Settings, *, now: datetime) -> list[tuple[Target, int]]:
    """How many of everything that is watched are alike in kind, in what rests, and in how the last visits ended: one
    of them, and their count. Of each no more is read than that. ConfigError of the list.
    """
    return _Agenda(store, state, settings, now).alike()


def everything(store: Store, state: State, settings: Settings, *, now: datetime) -> Iterator[Target]:
    """Everything that is watched, a few in memory at a time: the list's lines in their order, then what its feeds
    brought. ConfigError of the list.
    """
    return _Agenda(store, state, settings, now).everything()


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

    def steadily(self, ask: Callable[[], T]) -> T:
        """What a question to the table of the list as it is now gives, asked again where it was made anew meanwhile."""
        while True:
            read_list(self._folder, self._table)
            made_anew = self._state.made_anew
            try:
                found = ask()
            except UnknownArticle:  # the table is empty where it was made anew
                if self._state.made_anew == made_anew:
                    raise
            else:
                if self._state.made_anew == made_anew:
                    return found

    def everything(self) -> Iterator[Target]:
        entries = self._all()
        while some := list(islice(entries, _SOME)):
            urls = [entry.url for entry in some]
            seen = {known.url: known for known in self._state.fares(urls)}
            seen |= self._state.glance([url for url in urls if url not in seen])
            yield from (one for entry in some if (one := self._target(entry, seen[entry.url])) is not None)

    def alike(self) -> list[tuple[Target, int]]:
        counts, entries = Counter[tuple[object, ...]](), self._all()
        first: dict[tuple[object, ...], Entry] = {}
        while some := list(islice(entries, _SOME)):
            told = self._state.told([entry.url for entry in some])
            for entry in some:
                like = (_rests(entry.line), entry.number is None and entry.source, told.get(entry.url))
                counts[like] += 1
                first.setdefault(like, entry)
        found = ((self._target(entry, self._state.known(entry.url)), counts[like]) for like, entry in first.items())
        return [(one, count) for one, count in found if one is not None]

    def _all(self) -> Iterator[Entry]:
        """All entries, one by one; where the table is made anew meanwhile, from where it stood."""
        last, made_anew = None, None
        while made_anew != self._state.made_anew:
            read_list(self._folder, self._table)
            made_anew = self._state.made_anew
            for last in self._table.everything(last):  # noqa: B020 - behind the last one that was given
                yield last

    def named(self, store: Store, name: str) -> Target:
        """What a name fits, the surer kinds of name first, and the costlier ones last; UnknownArticle."""
        found: list[Target] = []
        if _is_text(name):
            found = self._with_own_name(name)
            found = found or targets.with_address(self.targets(self._at(sorted(whole(name)))), name)
            found = found or targets.fitting(self.targets(self._with_part(name)), name)
        if not found:
            path = store.find(name)
            kept = self.targets([*self._table.of_path(path), *self._table.among(self._state.aliases(path))])
            found = [one for one in kept if one.known.path == path]
        return targets.only(found, name)

    def at(self, url: str) -> Target | None:
        return next(iter(self.targets(self._table.among([url]))), None)

    def _with_own_name(self, name: str) -> list[Target]:
        return targets.with_name(self.targets(self._table.named(name.casefold())), name)

    def _at(self, urls: Sequence[str]) -> list[Entry]:
        """The entries that have one of these URLs or paths, or whose histories one leads to."""
        paths = {path for url in urls for path in (url, self._state.path_of(url), self._state.alias_of(url)) if path}
        led = [entry for path in sorted(paths) for entry in self._table.of_path(path)]
        aliases = [url for path in sorted(paths) for url in self._state.aliases(path)]
        return [*self._table.among([*urls, *aliases]), *led]

    def _with_part(self, name: str) -> list[Entry]:
        """The entries with a part of a name in URL or headline, or that stand at this address now."""
        if not (part := name.strip().casefold()):
            return []
        secret = [url for url in self._full.values() if part in url.casefold()]
        places = {*whole(name), *map(public, (*whole(name), *secret))}
        here = [*self._table.with_part(part), *map(normalise, secret), *self._state.called(part, places)]
        return self._table.among(list(dict.fromkeys(here)))

    def called(self, name: str) -> list[Target]:
        if not _is_text(name):
            return []
        if own_name := self._with_own_name(name):
            return own_name
        urls = sorted(whole(name))
        own = [(one, _names(one)) for one in self.targets(self._at(urls))]
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
        found = (self._target(entry, self._state.known(entry.url)) for entry in ordered.values())
        return [one for one in found if one is not None]

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
                one = None if entry.url in here else self._target(entry, self._state.known(entry.url))
                if one is not None:
                    here.add(entry.url)
                    yield one

    def _target(self, entry: Entry, known: Known) -> Target | None:
        """What an entry stands for; None where it is not to be watched."""
        line = self._line(entry, known)
        return None if line is None else target(line, known, self._settings, self._full, self._now)

    def _line(self, entry: Entry, known: Known) -> Watched | None:
        """The line that an entry goes by; None where it is not to be watched."""
        if entry.number is not None:
            line = self._listed(entry, entry.number)
            return line if line and line.watch else None
        feed = self._feed(known.source)
        return Watched(known.url, paused=feed.paused, tags=feed.tags, every=feed.every) if feed else None

    def _listed(self, entry: Entry, number: int) -> Watched | None:
        """The line of an entry; one whose address has a secret is read in the list, for the table keeps none."""
        if addresses.is_marked(entry.text):
            line = watchlist.parse(self._list.numbered(number), number)
            if line and line.key == entry.url:
                return line
        return watchlist.parse(entry.text, number)

    @cached_property
    def _list(self) -> ListText:
        return ListText.read(self._folder)

    def _feed(self, url: str) -> Watched | None:
        if url not in self._feeds:
            entry = self._table.entry(url)
            listed = entry is not None and entry.number is not None
            self._feeds[url] = self._listed(entry, entry.number or 0) if entry and listed else None
        return self._feeds[url]

    def _conditions(self) -> str:
        """What times depend on beside what was seen."""
        watched = self._settings.watch
        sites = sorted((site.host, str(site.every)) for site in self._settings.sites if site.every)
        return repr((__version__, str(watched.every), str(watched.retire_after), sites))


def _rests(line: str) -> object:
    """What the options of a line say of its kind, and whether it rests."""
    words = line.split(maxsplit=1)
    return _options(words[1]) if len(words) > 1 else None


@lru_cache(maxsize=1 << 10)  # a long list has few options, but for names
def _options(text: str) -> object:
    line = watchlist.parse(f"https://any.example/ {text}")
    return line and (line.kind, line.paused, line.watch)


def _is_text(name: str) -> bool:
    """Whether a name is a text: neither a URL nor a headline has bytes of a shell that are none."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


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
