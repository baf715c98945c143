"""What is known of one watched URL, and how an observation changes it: the whole memory of the watch, as a fold.

``advance`` is pure; a live run and the rebuilding of a lost state.db call the same.
"""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from newsdiff import __version__
from newsdiff.model import FAILED, PageKind, Status, StoryTrail
from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.state.logged_page import LoggedPage
from newsdiff.watch.state.observation import Event, Observation

_READ = (Status.UNCHANGED, Status.NOT_MODIFIED)  # what a list says of itself holds until it is read anew
DAY = timedelta(days=1)
MAX_COUNTED_SLOTS = 24  # of an article
CAME, WENT = "+", "-"  # behind the key of a slot whose line did
UP, DOWN = ">", "<"  # behind the key of one whose figure went so

# How visits end in which no text was judged: they tell nothing of whether one can be.
_UNJUDGED = FAILED | {Status.BLOCKED, Status.REFUSED, Status.MISSING, Status.NOT_MODIFIED}


class Doubt(NamedTuple):
    """A text that the gate did not let in: seen ``readings`` times between ``first`` and ``last``."""

    fingerprint: str  # empty when the page gave no text
    first: datetime
    last: datetime
    raw_sha256: str = ""
    reasons: tuple[str, ...] = ()
    waits: bool = False  # for the user
    readings: int = 1
    sketch: tuple[str, ...] = ()
    rejected: bool = False


class Known(NamedTuple):
    """One URL; times are None, texts empty, for what never happened."""

    url: str  # normalised
    source: str = ""  # the feed that brought it
    kind: PageKind | None = None  # what the first visit found it to be, where it is no article
    title: str = ""
    published: str = ""
    found_at: datetime | None = None  # when it was first heard of
    path: str = ""  # of its history in the store
    revision: str = ""
    location: str = ""  # where it is fetched, if the watch list does not say
    visited_at: datetime | None = None
    seen_at: datetime | None = None  # last time that the recorded text stood on the page
    changed_at: datetime | None = None
    status: Status | None = None
    error: str = ""
    streak: int = 0
    fingerprint: str = ""  # of the recorded text
    words: int = 0
    most: int = 0  # words of its longest recorded text
    raw_sha256: str = ""
    body_sha256: str = ""
    etag: str | None = None
    last_modified: str | None = None
    cleaner: str = ""
    closed: bool = False
    marks: tuple[str, ...] = ()
    conditional_visits: int = 0  # visits with validators since the last full one
    gone: bool = False  # removed
    missing_since: datetime | None = None  # the first 404 of the ones in a row
    aside: bool = False
    faults: int = 0  # visits since the last that could be judged, at which newsdiff itself failed
    fault: str = ""  # the version that failed last
    held: str = ""  # fingerprint of a text that came back within a day
    held_since: datetime | None = None
    tellings: tuple[str, ...] = ()  # fingerprints of what two readings of the last visit told, if their stories differ
    recent: dict[str, datetime] | None = None  # recorded texts, and when they were last seen (of the last day)
    doubt: Doubt | None = None
    places: tuple[str, ...] = ()  # of the recorded text's blocks (watch.memory)
    built: LoggedPage | None = None  # how the recorded page was built, where no raw page is kept
    modules: tuple[str, ...] = ()  # its own
    trail: StoryTrail = StoryTrail()  # to its story; empty where there is none that may be followed
    shown: tuple[str, ...] = ()  # names of what stood in the modules of its host at the last visit
    changes: dict[str, int] | None = None  # how often its slots changed by themselves

    @property
    def is_aside(self) -> bool:
        """Whether it is not visited: set aside, and where newsdiff itself was at fault, by this version."""
        return self.aside and self.fault in ("", __version__)

    @property
    def read_before(self) -> tuple[str, ...]:
        """Fingerprints of texts that an earlier visit read and did not record: the next reading decides over them."""
        return tuple(filter(None, (self.held, *self.tellings, self.doubt.fingerprint if self.doubt else "")))

    @property
    def is_guest(self) -> bool:
        """Whether this is another address of an article whose history was never written from here."""
        return bool(self.path) and not self.revision

    def as_guest(self, path: str) -> "Known":
        """The same as another address of the article at ``path``, whose history it does not write any more."""
        return self._replace(path=path, revision="", location="", fingerprint="", held="", held_since=None)

    def returns(self, text: str, at: datetime, texts: Collection[str]) -> bool:
        """Whether ``text`` (a fingerprint, as are all ``texts`` that it ever had) is one of the last day again.

        Once it has stood for a day it is no return any more.
        """
        if text == self.fingerprint or text not in texts:
            return False
        if self.held == text and self.held_since is not None:
            return at - self.held_since < DAY
        seen = (self.recent or {}).get(text)
        return seen is not None and at - seen <= DAY

    def failed(self) -> bool:
        """Whether the last visit failed."""
        return self.status in FAILED


def advance(known: Known, seen: Observation) -> Known:
    """What is known after ``seen``."""
    if seen.status is Status.RECLEAN:
        return _recleaned(known, seen)  # no visit: a kept page was read, and how the site fares stays as it was
    if seen.event is Event.VISIT and seen.status is not None:
        known = _STEPS.get(seen.status, _untouched)(_visited(known, seen), seen)
        return known._replace(body_sha256="", etag=None, last_modified=None) if seen.anew else known
    return _EVENTS.get(seen.event, _untouched)(known, seen)


def _untouched(known: Known, _: Observation) -> Known:
    return known


def _visited(known: Known, seen: Observation) -> Known:
    return known._replace(
        found_at=known.found_at or seen.at,
        visited_at=seen.at,
        status=seen.status,
        error=known.error if seen.status is Status.NOT_MODIFIED and known.status in _READ else seen.error,
        streak=known.streak + 1 if same_run(known, seen) else 1,
        conditional_visits=known.conditional_visits + 1
        if seen.conditional
        else 0
        if seen.body_sha256
        else known.conditional_visits,
        aside=seen.aside,
        faults=known.faults + 1 if seen.fault else known.faults if seen.status in _UNJUDGED else 0,
        fault=seen.fault,
        kind=seen.kind or known.kind,
        changes=_counted(known, seen) if seen.changed else known.changes,
        modules=seen.modules or known.modules,
        shown=seen.shown or known.shown,
        trail=known.trail if seen.trail is None else seen.trail,
    )


def _counted(known: Known, seen: Observation) -> dict[str, int]:
    """How often each slot changed by itself, the latest ones last."""
    counts = dict(known.changes or {})
    for slot in seen.changed:
        counts[slot] = counts.pop(slot, 0) + 1
    # Of a line that came or went there are two each time: where there is no room, these go first.
    left = sorted(counts, key=lambda slot: not slot.endswith((CAME, WENT)))[-MAX_COUNTED_SLOTS:]
    return {slot: times for slot, times in counts.items() if slot in left}


def _learned(known: Known, seen: Observation) -> Known:
    lost = len(seen.modules) < len(known.modules)  # the user said so: the text is to be read anew from its raw page
    trail = known.trail if seen.trail is None else seen.trail
    return known._replace(modules=seen.modules, trail=trail, cleaner="" if lost else known.cleaner)


def same_run(known: Known, seen: Observation) -> bool:
    """Whether this visit ended like the one before: failures are alike, and suspects that await the user."""
    if seen.status is Status.SUSPECT and known.doubt is not None:
        return known.doubt.fingerprint == seen.fingerprint or (known.doubt.waits and seen.waits)
    return seen.status == known.status or (seen.status in FAILED and known.status in FAILED)


def _same(known: Known, seen: Observation) -> Known:
    if known.gone:
        return known  # still gone: nothing was seen
    known = known._replace(seen_at=seen.at, missing_since=None, held="", held_since=None, tellings=(), doubt=None)
    known = known._replace(recent=_recent(known, known.fingerprint, seen.at), path=seen.path or known.path)
    # Of a guest the bytes prove nothing: the article's text may have changed since, and been recorded elsewhere.
    return _validated(known, seen) if seen.body_sha256 and not known.is_guest else known


def _recorded(known: Known, seen: Observation) -> Known:
    known = known._replace(
        path=seen.path,
        revision=seen.revision,
        seen_at=seen.at,
        changed_at=seen.at,
        fingerprint=seen.fingerprint,
        title=seen.title or known.title,
        words=seen.words,
        most=max(known.most, seen.words),
        raw_sha256=seen.raw_sha256,
        cleaner=seen.cleaner,
        places=seen.places,
        built=seen.built,
        closed=seen.closed,
        marks=seen.marks,
        published=seen.published or known.published,
        location=seen.location or known.location,
        gone=False,
        missing_since=None,
        held="",
        held_since=None,
        tellings=(),
        doubt=None,
    )
    return _validated(known._replace(recent=_recent(known, seen.fingerprint, seen.at)), seen)


def _recleaned(known: Known, seen: Observation) -> Known:
    return known._replace(
        revision=seen.revision,
        fingerprint=seen.fingerprint,
        title=seen.title or known.title,
        words=seen.words,
        cleaner=seen.cleaner,
        places=seen.places,
        published=seen.published or known.published,
    )


def _moved(known: Known, seen: Observation) -> Known:
    return _same(known, seen)._replace(revision=seen.revision, location=seen.location, changed_at=seen.at)


def _removed(known: Known, seen: Observation) -> Known:
    return known._replace(
        revision=seen.revision, gone=True, changed_at=seen.at, etag=None, last_modified=None, body_sha256=""
    )


def _missing(known: Known, seen: Observation) -> Known:
    return known._replace(missing_since=known.missing_since or seen.at)


def _varied(known: Known, seen: Observation) -> Known:
    since = known.held_since if known.held == seen.fingerprint else seen.at
    return known._replace(
        held=seen.fingerprint,
        held_since=since,
        tellings=seen.tellings,
        missing_since=None,
        recent=_recent(known, seen.fingerprint, seen.at),
        doubt=None,
    )


def _doubted(known: Known, seen: Observation) -> Known:
    earlier = known.doubt
    if earlier is None or earlier.fingerprint != seen.fingerprint:
        fresh = Doubt(seen.fingerprint, seen.at, seen.at, seen.raw_sha256, seen.reasons, seen.waits, 1, seen.sketch)
        return known._replace(doubt=fresh, missing_since=None)
    again = earlier._replace(
        first=min(earlier.first, seen.at),  # a clock may have been set back
        last=seen.at,
        reasons=seen.reasons,
        waits=earlier.waits or seen.waits,
        readings=earlier.readings + 1,
    )
    return known._replace(doubt=again, missing_since=None)


def _found(known: Known, seen: Observation) -> Known:
    if known.found_at is not None:
        return known
    return known._replace(
        found_at=seen.at, location=seen.location, source=seen.source, title=seen.title, published=seen.published
    )


def _rejected(known: Known, seen: Observation) -> Known:
    if known.doubt is None or known.doubt.fingerprint != seen.fingerprint:
        return known
    return known._replace(doubt=known.doubt._replace(rejected=True))


def _resumed(known: Known, _: Observation) -> Known:
    return known._replace(aside=False, visited_at=None, streak=0, faults=0)


def _validated(known: Known, seen: Observation) -> Known:
    return known._replace(body_sha256=seen.body_sha256, etag=seen.etag, last_modified=seen.last_modified)


def _recent(known: Known, text: str, at: datetime) -> dict[str, datetime]:
    kept = {t: when for t, when in (known.recent or {}).items() if abs(at - when) <= DAY}
    return kept | {text: at} if text else kept


_STEPS: dict[Status, Callable[[Known, Observation], Known]] = {
    Status.UNCHANGED: _same,
    Status.NOT_MODIFIED: _same,
    Status.FIRST: _recorded,
    Status.EDIT: _recorded,
    Status.REVERT: _recorded,
    Status.RESTORED: _recorded,
    Status.MOVED: _moved,
    Status.REMOVED: _removed,
    Status.MISSING: _missing,
    Status.VARIANT: _varied,
    Status.SUSPECT: _doubted,
}
_EVENTS: dict[Event, Callable[[Known, Observation], Known]] = {
    Event.FOUND: _found,
    Event.REJECTED: _rejected,
    Event.RESUMED: _resumed,
    Event.LEARNED: _learned,
}
