"""Clean the last raw pages anew: what today's cleaner reads differently is ours: kind ``reclean``."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from newsdiff import clean
from newsdiff.clean.sandbox import Cleaner
from newsdiff.errors import CleanError, StoreError
from newsdiff.model import Outcome, Page, Revision, RevisionKind, Settings, SiteSettings, Status
from newsdiff.store import Record, Store
from newsdiff.text.urls import host
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import count, fingerprint, same
from newsdiff.watch.visit.messages import Cleaning


def reclean(store: Store, settings: Settings, *, now: datetime, articles: Sequence[str] = ()) -> Iterator[Outcome]:
    """Clean the last raw page of the named articles, or of all; an outcome for each whose raw page is kept."""
    paths = [store.find(article) for article in articles] or [entry.path for entry in store.articles()]
    with store.lock(who="reclean", now=now), State(store, now=now) as state, Cleaner() as cleaner:
        recorder = Recorder(store, state, lambda: now)
        for path in paths:
            if (last := store.last(path)) and last.kind is not RevisionKind.REMOVED:
                yield from _one(store, settings, state, recorder, cleaner, last, now)
                yield from recorder.ready()
        recorder.flush()
        yield from recorder.told()


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
        step = recleaned(last, page, cleaner, site, at=now, key=state.key_of(last)) if page else None
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
    last: Revision, page: Page, cleaner: Cleaning, site: SiteSettings, *, at: datetime, key: str
) -> Step | None:
    """What is to be recorded, if today's cleaner reads another text from ``page`` than ``last`` has."""
    assert last.article is not None, "Store.last gives the article with it"
    again = cleaner.html(page.body, page.url, page.content_type, site).article._replace(url=last.url)
    if same(last.article, again):
        return None
    told, version = dict(last.trailers), clean.version(site)
    record = Record(
        again,
        RevisionKind.RECLEAN,
        max(at, last.seen_at),
        since=last.seen_at,
        http_status=page.status,
        etag=told.get("Etag"),
        raw_sha256=told.get("Raw-Sha256"),
        cleaner=version,
        path=last.path,
    )
    seen = Observation(
        at,
        key,
        status=Status.RECLEAN,
        path=last.path,
        fingerprint=fingerprint(again),
        cleaner=version,
        words=count(again),
    )
    return Step(seen, record)
