"""How each watched URL fares: what ``newsdiff list`` shows."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from newsdiff.model import PageKind, Settings, Status
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.watch.plan import agenda
from newsdiff.watch.plan.targets import Target


class Health(NamedTuple):
    """One watched URL; times are None for what never happened, ``due`` None for what is not visited any more."""

    url: str  # where it stands now
    kind: PageKind
    headline: str
    path: str
    status: Status | None
    error: str
    streak: int  # visits in a row that ended like the last one
    visited: datetime | None
    seen: datetime | None  # last time the recorded text stood there
    changed: datetime | None
    due: datetime | None
    every: timedelta | None
    source: str  # the feed that brought it, as it is watched
    paused: bool
    retired: bool
    aside: bool
    gone: bool
    suspect: bool
    words: int
    most: int  # words of its longest recorded text
    key: str  # the normalised URL that the list and the log know it by: of an article that moved, its old one
    name: str = ""  # what its user calls it
    tags: tuple[str, ...] = ()


class CalledWatch(NamedTuple):
    """A watched URL that a name fits: its key, where it stands now, and how many addresses a feed brought."""

    key: str
    url: str
    brought: int


def listing(store: Store, settings: Settings, *, now: datetime, only_due: bool = False) -> Iterator[Health]:
    """Everything that is watched, as it is read: the list's lines in their order, then what its feeds brought.

    With ``only_due`` what is not due may be left out, and is not read.
    """
    feeds: dict[str, str] = {}
    with agenda.looking(store, now=now) as state:
        planned = agenda.everything(store, state, settings, now=now)
        watched_at = agenda.finder(store, state, settings, now=now)
        if only_due:
            planned = iter(agenda.likely(store, state, settings, now=now, write=False))
        for one in planned:
            fares, source = health(one), one.known.source
            if source and source not in feeds:
                feed = watched_at(source)
                feeds[source] = feed.public_url if feed else source
            yield fares._replace(source=feeds[source]) if source else fares


def tally(store: Store, settings: Settings, *, now: datetime) -> list[tuple[Health, int]]:
    """How many fare alike, each with one of them, of everything that is watched: by kind, by what rests, and by how
    the last visits ended.
    """
    with agenda.looking(store, now=now) as state:
        return [(health(one), count) for one, count in agenda.alike(store, state, settings, now=now)]


def called(store: Store, settings: Settings, names: Sequence[str], *, now: datetime) -> list[list[CalledWatch]]:
    """What is watched under each of these names: none, one, or several that fit. Of the rest nothing is read."""
    with agenda.looking(store, now=now) as state:
        return [
            [CalledWatch(one.key, one.public_url, state.timetable.brought(one.key)) for one in found]
            for found in agenda.called(store, state, settings, names, now=now)
        ]


def is_due(one: Health, now: datetime) -> bool:
    """Whether the next run visits it (``list --due``)."""
    return one.due is not None and one.due <= now


def health(target: Target) -> Health:
    """How one target fares."""
    known = target.known
    rests = target.paused or target.retired or known.is_aside
    return Health(
        target.public_url,
        target.kind,
        known.title,
        known.path,
        known.status,
        known.error,
        known.streak,
        known.visited_at,
        known.seen_at,
        known.changed_at,
        None if rests else target.due,
        target.every,
        known.source,
        target.paused,
        target.retired,
        known.is_aside,
        known.gone,
        known.doubt is not None and not known.doubt.rejected,
        known.words,
        known.most,
        target.key,
        target.name,
        target.tags,
    )
