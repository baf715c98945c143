"""What the readings of one host teach before they are judged: each then comes with the text that is no module's.

The lessons are logged before anything is recorded by them: a run that is killed in between has learned, and no more.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from newsdiff.model import Article, Revision, RevisionKind
from newsdiff.process.sandbox import Calling
from newsdiff.text.urls import host
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.learning import Lessons, learn
from newsdiff.watch.memory.mask import Mask, masked
from newsdiff.watch.memory.own_slot import parsed
from newsdiff.watch.memory.page_reading import PageReading, Recorded, apply, read
from newsdiff.watch.memory.placed_text import unpacked
from newsdiff.watch.memory.site_memory import PageShapes, SiteMemory, shapes_of
from newsdiff.watch.memory.unlearning import (
    NOTHING,
    ShownModules,
    behaviour,
    packed_names,
    returned,
    shown_names,
    unpacked_names,
    without_returned,
)
from newsdiff.watch.memory.wanderers import said_last
from newsdiff.watch.record.recorded import article_of
from newsdiff.watch.record.running_dates import running, stopped
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation, Step
from newsdiff.watch.visit.messages import Reading

STOOD = timedelta(minutes=30)  # that a text stands at least, for a later change of it to be the first one
ENOUGH_PAGES = 60  # of a host, after which no more are looked at for how its pages are built


class Desk(Protocol):
    """What readings are looked at with."""

    state: State
    sandbox: Calling

    def last(self, path: str) -> Revision | None:
        """The newest revision at a path, with its article; None when there is none."""

    def tried(self, reading: Reading, work: Callable[[], list[Step]]) -> list[Step]:
        """The steps that work on one reading gives, or the one that tells why it gives none."""


class HostMemory:
    """The readings of one host's batch under way; ``failed`` holds the steps of those at which newsdiff failed."""

    def __init__(self, desk: Desk, readings: Sequence[Reading], note: Callable[[Observation], object]) -> None:
        self._desk = desk
        self._readings = readings
        self._note = note
        self._teaches = any(r.cleaned for r in readings)  # where no page changed, what stood tells nothing
        self._pages: dict[str, PageReading] = {}
        self._recorded: dict[str, Article] = {}
        self._subjects: list[Subject] = []
        self.failed: dict[str, list[Step]] = {}

    def readings(self) -> list[Reading]:
        """The readings with what the memory makes of them."""
        if not self._readings:
            return []
        name, at = host(self._readings[0].key), self._readings[0].at
        mask = self._watched(name, at)
        for reading in self._readings:
            if steps := self._desk.tried(reading, lambda reading=reading: self._look(reading, mask)):  # type: ignore[misc]
                self.failed[reading.key] = steps
        self._stop_dates()
        memory = self._desk.state.site(name)
        taught = learn(memory, self._subjects)
        self._log(memory, taught, at)
        mask = Mask(self._desk.state.site(name).module_places)
        return [self._masked_reading(reading, taught, mask) for reading in self._readings]

    def _watched(self, name: str, at: datetime) -> Mask:
        """The modules of the host, without those that behave like the story again."""
        memory = self._desk.state.site(name)
        mask = Mask(memory.module_places)
        if not mask.modules:
            return mask
        articles = []
        for reading in self._readings:
            before = unpacked_names(self._desk.state.known(reading.key).shown)
            now = shown_names(reading.cleaned, mask) if reading.cleaned else {} if reading.failure else before
            articles.append(ShownModules(reading.key, now, before))
        lessons = tuple(behaviour(memory, articles, at))
        if lessons:
            self._note(Observation(at, name, Event.LEARNED, lessons=lessons))
        return Mask(self._desk.state.site(name).module_places)

    def _look(self, reading: Reading, mask: Mask) -> list[Step]:
        """Look at one reading; no steps come of it."""
        if not self._teaches:
            return []
        known = self._desk.state.known(reading.key)
        places = unpacked(known.places)
        if reading.cleaned is None or not known.path:
            if known.path and not reading.failure:
                self._subjects.append(Subject(reading.key, places=frozenset(places), stood=True))
            return []
        last = self._desk.last(known.path)
        if last is None or last.kind is RevisionKind.REMOVED or known.is_guest:
            return []
        self._recorded[reading.key] = article_of(last)
        doubted = known.doubt.fingerprint if known.doubt else ""
        recorded = Recorded(article_of(last), places, parsed(known.modules), known.tellings, doubted)
        page = self._desk.sandbox.call(read, reading.cleaned, reading.second, recorded, mask)
        self._pages[reading.key] = page
        changes = without_returned(page.changes, returned(known.shown, self._desk.state.site(host(reading.key))))
        everywhere, own = frozenset(places) | frozenset(page.cleaned.places), frozenset(slot.place for slot in page.own)
        self._subjects.append(
            Subject(
                reading.key,
                changes,
                page.edited,
                everywhere,
                known.changes or {},
                own,
                _stood(known),
                said_last(page.own),
            )
        )
        return []

    def _stop_dates(self) -> None:
        """Leave the dates of the site's masthead as they were recorded."""
        at = {reading.key: reading.at for reading in self._readings}
        pairs = running((page, at[key]) for key, page in self._pages.items())
        self._pages = {key: stopped(page, pairs) for key, page in self._pages.items()}

    def _log(self, memory: SiteMemory, taught: Lessons, at: datetime) -> None:
        """Note what was learned of the host."""
        shapes = self._shapes(memory)
        misled = sum(r.misled for r in self._readings)
        if taught.lessons or shapes.pages or misled:
            line = Observation(at, memory.host, Event.LEARNED, lessons=taught.lessons, shapes=shapes, misled=misled)
            self._note(line)

    def _shapes(self, memory: SiteMemory) -> PageShapes:
        """How the pages are built that were not known yet."""
        if memory.shapes.pages >= ENOUGH_PAGES:
            return PageShapes()
        new = [r for r in self._readings if r.cleaned and not self._desk.state.known(r.key).path]
        return shapes_of([r.cleaned.frame for r in new if r.cleaned and not r.cleaned.signs])

    def _masked_reading(self, reading: Reading, taught: Lessons, mask: Mask) -> Reading:
        """A reading as it is judged."""
        cleaned, known = reading.cleaned, self._desk.state.known(reading.key)
        if cleaned is None or reading.key in self.failed:
            memory = self._desk.state.site(host(reading.key))
            return reading._replace(anew=bool(returned(known.shown, memory)))
        reading = reading._replace(trail=None if cleaned.trail == known.trail else cleaned.trail)
        names = packed_names(shown_names(cleaned, mask)) if mask.modules else ()
        names = names or (NOTHING if known.shown else ())
        names = () if names == known.shown else names
        page = self._pages.get(reading.key)
        if page is None:
            told = masked(cleaned, mask, parsed(known.modules))
            return reading._replace(cleaned=told, shown=names)
        page = apply(page, taught.modules.get(reading.key, ()), mask)
        lines = tuple(map(str, page.own))
        if lines and lines != known.modules:
            self._note(Observation(reading.at, reading.key, Event.LEARNED, modules=lines))
        recorded = self._recorded[reading.key]._replace(blocks=page.old.blocks)
        return reading._replace(
            cleaned=page.cleaned,
            mixed=page.mixed,
            tellings=page.tellings,
            recorded=recorded,
            recorded_places=page.old.places,
            shown=names,
            changed=taught.counted.get(reading.key, ()),
        )


def _stood(known: Known) -> bool:
    """Whether the recorded text was seen to stand."""
    return bool(known.seen_at and known.changed_at and known.seen_at - known.changed_at >= STOOD)
