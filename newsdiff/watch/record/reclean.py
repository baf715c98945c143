"""Clean the last raw pages anew: what today's cleaner reads differently is ours: kind ``reclean``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from newsdiff import clean
from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import CleanError, StoreError
from newsdiff.model import Outcome, Page, Revision, RevisionKind, Settings, SiteSettings, Status
from newsdiff.store import Store
from newsdiff.text.urls import host
from newsdiff.watch.record.recorded import Change, CleanedFrom, article_of, recorded, without_page
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import same
from newsdiff.watch.visit.messages import Cleaning


def reclean(store: Store, settings: Settings, *, now: datetime, articles: Sequence[str] = ()) -> Iterator[Outcome]:
    """Clean the last raw page of the named articles, or of all; an outcome for each whose raw page is kept."""
    paths = [store.find(article) for article in articles] or [entry.path for entry in store.articles()]
    with store.lock(who="reclean", now=now), State(store) as state, Cleaner() as cleaner:
        recorder = Recorder(store, state, lambda: now)
        for path in paths:
            if (last := store.last(path)) and last.kind is not RevisionKind.REMOVED:
                yield from _one(store, settings, state, recorder, cleaner, last, now)
                yield from _named(recorder.ready())
        recorder.flush()
        yield from _named(recorder.told())


def _named(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes under the addresses that their revisions have; what is recorded is known by normalised ones."""
    for outcome in outcomes:
        yield outcome._replace(url=outcome.revision.url) if outcome.revision else outcome


def _one(
    store: Store,
    settings: Settings,
    state: State,
    recorder: Recorder,
    cleaner: Cleaner,
    last: Revision,
    now: datetime,
) -> Iterator[Outcome]:
    site = settings.site(host(last.url))
    try:
        page = raw_page(store, last)
        known = state.known(state.key_of(last))
        step = recleaned(known, last, page, cleaner, site, at=now) if page else None
    except (StoreError, CleanError) as error:
        yield Outcome(last.url, Status.ERROR, last, error=error.message)
        return
    if step:
        recorder.add([step])
    elif page:
        yield Outcome(last.url, Status.UNCHANGED, last)


def raw_page(store: Store, last: Revision) -> Page | None:
    """The page that a revision was cleaned from; None when none was kept."""
    raw = dict(last.trailers).get("Raw-Sha256")
    return store.raw.get(raw) if raw else None


def recleaned(
    known: Known, last: Revision, page: Page, cleaner: Cleaning, site: SiteSettings, *, at: datetime
) -> Step | None:
    """What is to be recorded, if today's cleaner reads another text from ``page`` than ``last`` has."""
    cleaned = cleaner.page(page.body, page.url, page.content_type, site)
    again = cleaned.article._replace(url=last.url)
    if same(article_of(last), again):
        return None
    raw = dict(last.trailers).get("Raw-Sha256")
    source = CleanedFrom(page, cleaned, clean.version(site), raw_sha256=raw)
    change, line = Change(RevisionKind.RECLEAN), Observation(at, known.url)
    step = recorded(line, known, last, again, change, source, seen=at)
    assert step.record is not None, "a reclean is a revision"
    # The page was looked at, not the site: no visit, and the text stood when the last revision says it did.
    return without_page(step)._replace(record=replace(step.record, since=last.seen_at))
