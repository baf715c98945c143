"""One pass: what is due is planned, visited by an engine, judged, and recorded; outcomes come as they are safe.

Feeds go first, so that what they bring is visited in the same pass. One process holds the store's lock and writes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from typing import Protocol

from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import EngineError
from newsdiff.fetch.robots import Rules
from newsdiff.model import Outcome, PageKind, Settings, Status
from newsdiff.process.sandbox import Calling, Sandbox
from newsdiff.store import Store
from newsdiff.store.timestamps import whole
from newsdiff.watch.plan import agenda, discovery, targets
from newsdiff.watch.plan.schedule import LEAP
from newsdiff.watch.plan.targets import Target
from newsdiff.watch.record.decide.judge import Judge
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.record.weighing import CPU_SECONDS, WALL_SECONDS
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation, Step
from newsdiff.watch.visit.captive_portal import trusted
from newsdiff.watch.visit.messages import BatchResult, Cleaning, HostBatch, Reading
from newsdiff.watch.visit.pool import Inline


class Engine(Protocol):
    """What visits hosts: ``Inline`` in children of this process, ``ClusterVisits`` on other machines."""

    def results(self, batches: Sequence[HostBatch]) -> Iterator[BatchResult]:
        """The result of each batch as it comes."""


def run(
    store: Store,
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    articles: Sequence[str] = (),
    everything: bool = False,
    delay: float | None = None,
    engine: Engine | None = None,
    sandbox: Calling | None = None,
    cleaner: Cleaning | None = None,
    planned: Callable[[dict[str, int]], None] = lambda _: None,
    visited: Callable[[str], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Visit what is due (or the ``articles`` that are named, or everything that is watched), and record what changed.

    ``clock`` gives the time (aware, UTC). ``engine`` visits pages, ``sandbox`` reads their texts and ``cleaner`` pages
    that were kept, by default in children that can be killed. ``delay`` in seconds goes before the settings'.
    ``planned`` is told how many pages each host will be asked for, ``visited`` the host of each page that was read.
    Raises StoreLocked, UnknownArticle, ConfigError (the watch list), and other store errors; EngineError, when what
    was visited until then is recorded; a page's error is its Outcome.
    """
    now = whole(clock())  # a clock that tells no time a store can keep stops the run before it begins
    with ExitStack() as stack:
        stack.enter_context(store.lock(who="watch", now=now))
        state = stack.enter_context(State(store))
        stack.callback(lambda: store.notices.extend(state.notices))
        if engine is None:
            engine = stack.enter_context(Inline())
        if sandbox is None:
            sandbox = stack.enter_context(Sandbox(cpu=CPU_SECONDS, wall=WALL_SECONDS))
        kept_pages = cleaner or stack.enter_context(Cleaner())
        watch = _Watch(store, settings, state, engine, lambda: kept_pages, sandbox, clock, delay, planned, visited)
        yield from watch.all(articles, everything)


class _Watch:
    """One pass under way."""

    def __init__(
        self,
        store: Store,
        settings: Settings,
        state: State,
        engine: Engine,
        cleaning: Callable[[], Cleaning],
        sandbox: Calling,
        clock: Callable[[], datetime],
        delay: float | None,
        planned: Callable[[dict[str, int]], None],
        visited: Callable[[str], None],
    ) -> None:
        self._store = store
        self._settings = settings
        self._state = state
        self._engine = engine
        self._clock = clock
        self._delay = delay
        self._planned = planned
        self._visited = visited
        self._recorder = Recorder(store, state, clock)
        record = self._recorder
        self._judge = Judge(
            store, settings, state, cleaning=cleaning, sandbox=sandbox, settle=record.flush, note=record.note
        )
        self._shown: dict[str, str] = {}
        self._robots: tuple[Rules, ...] = ()
        self._recognised = False  # a feed among what was taken for articles

    def all(self, articles: Sequence[str], everything: bool) -> Iterator[Outcome]:
        """Feeds, then articles; with names, only those."""
        self._mind_the_clock()
        if articles:
            chosen = agenda.named(self._store, self._state, self._settings, articles, now=self._clock())
            yield from self._resting(chosen)
            yield from self._visit([t for t in chosen if t.kind is not PageKind.ARTICLE], bounded=False)
            yield from self._visit([t for t in chosen if t.kind is PageKind.ARTICLE], bounded=False)
            return
        found, private = self._likely(everything), self._settings.fetch.allow_private
        lists = [t for t in found if t.kind is not PageKind.ARTICLE]
        lists = targets.due(lists, now=self._clock(), everything=everything, private=private)
        if lists:
            yield from self._visit(lists, bounded=not everything)
            found = self._likely(everything)
        pages = [t for t in found if t.kind is PageKind.ARTICLE]
        pages = targets.due(pages, now=self._clock(), everything=everything, private=private)
        yield from self._visit(pages, bounded=not everything)
        if self._recognised:
            new = [t for t in self._likely() if t.known.visited_at is None and t.known.source]
            yield from self._visit(targets.due(new, now=self._clock()), bounded=not everything)

    def _resting(self, chosen: list[Target]) -> Iterator[Outcome]:
        """Say why an article that was named is not visited: its host asked for patience."""
        rests, now = self._state.rests(), self._clock()
        for target in chosen:
            until, why = rests.get(target.host, (now, ""))
            if now < until:
                error = f"{target.host} is left alone until {until:%Y-%m-%d %H:%M} UTC: {why}"
                yield Outcome(target.public_url, Status.UNREACHABLE, error=error, streak=0)

    def _likely(self, everything: bool = False) -> list[Target]:
        """What may be due, or everything."""
        planned = targets.targets if everything else agenda.likely
        return planned(self._store, self._state, self._settings, now=self._clock())

    def _visit(self, chosen: list[Target], *, bounded: bool) -> Iterator[Outcome]:
        batches = targets.batches(
            chosen, self._settings, self._state, now=self._clock(), delay=self._delay, bounded=bounded
        )
        if not batches:
            return
        self._shown.update((t.key, t.public_url) for t in chosen)
        self._planned(_counts(batches))
        kinds = {t.key: t.kind for t in chosen}
        try:
            for result, portal in trusted(self._engine.results(batches)):
                self._take(result, kinds, portal=portal)
                yield from self._outcomes(self._recorder.ready())
        except EngineError:
            self._recorder.flush()  # what was visited was not in vain
            yield from self._outcomes(self._recorder.outcomes())
            raise
        self._recorder.flush()
        self._state.keep_robots(self._robots)
        yield from self._outcomes(self._recorder.outcomes())

    def _take(self, result: BatchResult, kinds: dict[str, PageKind], *, portal: bool) -> None:
        """Judge what one host gave."""
        for _ in result.readings:
            self._visited(result.host)
        if portal:
            self._recorder.add([_untrusted(reading) for reading in result.readings])
            return
        kinds = kinds | {r.key: r.kind for r in result.readings if r.kind}
        self._recognised = self._recognised or any(r.kind for r in result.readings)
        articles = [r for r in result.readings if kinds[r.key] is PageKind.ARTICLE]
        for steps in self._judge.steps(articles):
            self._recorder.add(steps)
        for reading in result.readings:
            if kinds[reading.key] is not PageKind.ARTICLE:
                self._recorder.add(self._judge.tried(reading, partial(self._listed, reading)))
        self._robots += result.robots
        known = self._state.rests() if result.rests else {}
        for rest in result.rests:
            if known.get(rest.host) != (rest.until, rest.why):
                seen = Observation(self._clock(), rest.host, Event.REST, error=rest.why, until=rest.until)
                self._recorder.note(seen)

    def _listed(self, reading: Reading) -> list[Step]:
        """A feed was read: log the visit, and what is new in it."""
        fresh: Sequence[Observation] = ()
        if reading.discovered is not None:
            fresh = discovery.fresh(
                reading.key, reading.discovered, self._state, at=reading.at, settings=self._settings
            )
            self._state.write(fresh)
        return [discovery.step(reading, self._settings, len(fresh))]

    def _outcomes(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        for outcome in outcomes:
            yield outcome._replace(url=self._shown.get(outcome.url, outcome.url))

    def _mind_the_clock(self) -> None:
        """Log a clock that was set back; time since the last visit tells nothing of one that was set forward."""
        latest, now = self._state.latest(), self._clock()
        if latest is not None and latest - now > LEAP:
            self._state.timetable.forget()
            self._recorder.note(
                Observation(now, "", Event.CLOCK, error=f"the clock stood at {latest.isoformat()} before")
            )


def _untrusted(reading: Reading) -> Step:
    error = "every host shows the same page: this network is not to be trusted"
    return Step(Observation(reading.at, reading.key, status=Status.UNREACHABLE, error=error))


def _counts(batches: list[HostBatch]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for batch in batches:
        counts[batch.host] = counts.get(batch.host, 0) + len(batch.tasks)
    return counts
