"""Clean the last raw pages anew: what today's cleaner reads differently is ours: kind ``reclean``."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from newsdiff import clean
from newsdiff.engines import units
from newsdiff.engines.engine import InlineUnits, UnitEngine, in_order
from newsdiff.errors import CleanError, EngineError, StoreError
from newsdiff.model import (
    Article,
    Cleaned,
    Outcome,
    Page,
    PageToClean,
    Revision,
    RevisionKind,
    Settings,
    SiteSettings,
    Status,
)
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Store
from newsdiff.text.urls import host
from newsdiff.watch.memory.mask import Mask, MaskedCleaning
from newsdiff.watch.memory.own_slot import parsed
from newsdiff.watch.memory.placed_text import packed, placed, unpacked
from newsdiff.watch.memory.site_memory import SiteMemory, version, without_memory
from newsdiff.watch.record.recorded import Change, CleanedFrom, article_of, recorded, without_page
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import same
from newsdiff.watch.visit.messages import Cleaning


def reclean(
    store: Store,
    settings: Settings,
    *,
    now: datetime,
    articles: Sequence[str] = (),
    engine: UnitEngine | None = None,
) -> Iterator[Outcome]:
    """Clean the last raw page of the named articles, or of all; an outcome for each whose raw page is kept.

    ``engine`` cleans, by default in a child that can be killed. EngineError when it is gone: what was read until then
    is recorded.
    """
    paths = [store.find(article) for article in articles] or [entry.path for entry in store.articles()]
    with ExitStack() as stack:
        stack.enter_context(store.lock(who="reclean", now=now))
        state = stack.enter_context(State(store))
        engine = engine or stack.enter_context(InlineUnits())
        recorder = Recorder(store, state, lambda: now)
        try:
            for last, found in _read(engine, _pages(store, state, paths), settings):
                yield from _one(store, settings, state, recorder, last, found, now)
                yield from _named(recorder.ready())
        except EngineError:
            recorder.flush()
            yield from _named(recorder.outcomes())
            raise
        recorder.flush()
        yield from _named(recorder.outcomes())


class _CleanedElsewhere(NamedTuple):
    """A cleaner that was asked already."""

    answer: Cleaned | units.Unclean

    def clean(self, page: PageToClean) -> Cleaned:  # noqa: ARG002 - what it was asked for
        """The answer; CleanError where there is none."""
        if isinstance(self.answer, units.Unclean):
            raise CleanError(*self.answer)
        return self.answer


class _ReadPage(NamedTuple):
    """A page that was kept, and what today's cleaner reads from it."""

    page: Page
    cleaning: Cleaning


def _pages(store: Store, state: State, paths: Sequence[str]) -> Iterator[tuple[Revision, Page | StoreError]]:
    """The newest revision at each path with its page, if one was kept, or why it cannot be read."""
    for path in paths:
        last = store.last(path, state.revision_at(path))
        if last is None or last.kind is RevisionKind.REMOVED:
            continue
        try:
            page = raw_page(store, last)
        except StoreError as error:
            yield last, error
        else:
            if page:
                yield last, page


def _read(
    engine: UnitEngine, pages: Iterator[tuple[Revision, Page | StoreError]], settings: Settings
) -> Iterator[tuple[Revision, _ReadPage | StoreError]]:
    """The same in the same order, with the pages cleaned."""
    waiting: deque[tuple[Revision, Page | StoreError]] = deque()

    def to_clean() -> Iterator[PageToClean]:
        for last, page in pages:
            waiting.append((last, page))
            if isinstance(page, Page):
                site = settings.site(host(last.url))
                yield page.to_clean(site)

    def failed() -> Iterator[tuple[Revision, StoreError]]:
        while waiting and isinstance(waiting[0][1], StoreError):
            last, error = waiting.popleft()
            assert isinstance(error, StoreError), "it was looked at"
            yield last, error

    work = units.gathered(to_clean(), most=units.UNIT_PAGES, size=units.page_bytes)
    for answers in in_order(engine, units.clean_pages, work):
        for answer in answers:
            yield from failed()
            last, page = waiting.popleft()
            assert isinstance(page, Page), "no other was asked about"
            yield last, _ReadPage(page, _CleanedElsewhere(answer))
    yield from failed()


def _named(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes under the addresses that their revisions have; what is recorded is known by normalised ones."""
    for outcome in outcomes:
        yield outcome._replace(url=outcome.revision.url) if outcome.revision else outcome


def _one(
    store: Store,
    settings: Settings,
    state: State,
    recorder: Recorder,
    last: Revision,
    found: _ReadPage | StoreError,
    now: datetime,
) -> Iterator[Outcome]:
    if isinstance(found, StoreError):
        yield Outcome(last.url, Status.ERROR, last, error=found.message)
        return
    site = settings.site(host(last.url))
    try:
        known = state.known(state.key_of(last))
        today = Today(store, lambda: found.cleaning, site, state.site(host(last.url)))
        step = recleaned(known, last, found.page, today.masking(known), site, today.version, at=now)
    except (StoreError, CleanError) as error:
        yield Outcome(last.url, Status.ERROR, last, error=error.message)
        return
    if step:
        recorder.add([step])
    else:
        yield Outcome(last.url, Status.UNCHANGED, last)


def raw_page(store: Store, last: Revision) -> Page | None:
    """The page that a revision was cleaned from; None when none was kept."""
    return store.raw.get(last.raw_sha256) if last.raw_sha256 else None


def recleaned(
    known: Known, last: Revision, page: Page, cleaner: Cleaning, site: SiteSettings, version: str, *, at: datetime
) -> Step | None:
    """What is to be recorded, if today's cleaner (of that ``version``) reads another text from ``page``."""
    cleaned = cleaner.clean(page.to_clean(site))
    again = cleaned.article._replace(url=last.url)
    if same(article_of(last), again):
        return None
    return _recleaned(known, last, again, CleanedFrom(page, cleaned, version, raw_sha256=last.raw_sha256 or None), at)


class Today(NamedTuple):
    """Today's cleaner and memory of a site, as they see a text that was recorded before."""

    store: Store
    cleaning: Callable[[], Cleaning]
    site: SiteSettings
    memory: SiteMemory

    @property
    def version(self) -> str:
        """What the revisions that they make bear as ``Cleaner``."""
        return version(clean.version(self.site), self.memory)

    def step(
        self, known: Known, last: Revision, told: Article | None, places: tuple[str, ...], *, at: datetime
    ) -> Step | None:
        """What is to be recorded where they read the last text otherwise.

        ``told`` is the text without the site's modules, with its places. Only the raw page can tell it where another
        cleaner read it, or another memory: what is no module any more stands on the page alone.
        """
        if known.raw_sha256 and self._needs_page(known):
            try:
                page = self.store.raw.get(known.raw_sha256)
                return recleaned(known, last, page, self.masking(known), self.site, self.version, at=at)
            except (StoreError, CleanError):
                return None  # the raw page is not kept, or damaged: verify tells of that
        return _remasked(known, last, told, places, self.version, at) if told else None

    def masking(self, known: Known) -> MaskedCleaning:
        """The cleaner whose pages come without the modules of the site and of one article."""
        return MaskedCleaning(self.cleaning(), Mask(self.memory.module_places), parsed(known.modules))

    def remembered(self, known: Known, last: Revision, *, at: datetime) -> Step | None:
        """What is to be recorded where the memory leaves modules out of the last text."""
        text = placed(article_of(last), unpacked(known.places))
        left = text.without(Mask(self.memory.module_places).numbers(text))
        told = article_of(last)._replace(blocks=left.blocks)
        return None if last.kind is RevisionKind.REMOVED else self.step(known, last, told, left.places, at=at)

    def _needs_page(self, known: Known) -> bool:
        """Whether the text was read by another cleaner, or without slots that may be no modules any more."""
        known_by = without_memory(known.cleaner)
        other = known_by != clean.version(self.site) or known.cleaner not in (known_by, self.version)
        return other or (not known.places and bool(self.memory.module_places))


def _remasked(
    known: Known, last: Revision, article: Article, places: tuple[str, ...], version: str, at: datetime
) -> Step | None:
    """What is to be recorded, if the memory of the site leaves ``article`` of the last text."""
    if same(article_of(last), article):
        return None
    step = _recleaned(known, last, article, CleanedFrom(None, None, version, raw_sha256=last.raw_sha256 or None), at)
    return step._replace(seen=step.seen._replace(places=packed(places)))


def _recleaned(known: Known, last: Revision, article: Article, source: CleanedFrom, at: datetime) -> Step:
    change, line = Change(RevisionKind.RECLEAN), Observation(at, known.url)
    step = recorded(line, known, last, article, change, source, seen=at)
    assert step.record is not None, "a reclean is a revision"
    # The page was looked at, not the site: no visit, and the text stood when the last revision says it did.
    return without_page(step)._replace(record=replace(step.record, since=last.seen_at))
