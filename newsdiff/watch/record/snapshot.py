"""Article -> Revision: keep what a page says now, as it is given; no gate stands before it.

The kind is ``first``, ``edit``, ``revert`` (the text equals an earlier revision's) or ``restored`` (the last
revision was ``removed``); a text that is the same but for typography is ``unchanged`` and makes no revision.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdiff import clean
from newsdiff.comparison import compare
from newsdiff.errors import UsageError
from newsdiff.model import Article, FlagSettings, Outcome, Page, Report, Revision, RevisionKind, Settings, Status
from newsdiff.store import Record, Store
from newsdiff.text.urls import host, normalise
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step
from newsdiff.watch.state.text_identity import count, fingerprint, same

if TYPE_CHECKING:
    from newsdiff.watch.state.article_state import Known

_DEFAULT = Settings()


@dataclass(frozen=True, slots=True)
class Change:
    """What a new text is to the last one: its kind, None when it is the same, and the comparison."""

    kind: RevisionKind | None
    report: Report | None = None


def snapshot(
    store: Store,
    article: Article,
    *,
    seen_at: datetime,
    now: datetime,
    settings: Settings = _DEFAULT,
    page: Page | None = None,
    cleaner: str | None = None,
) -> Outcome:
    """Record ``article`` as seen at ``seen_at``, if its text is new; ``page`` is what it was cleaned from.

    ``cleaner`` names the cleaner's version; None means the one that is installed. UsageError without a URL, or when
    the article was already seen later.
    """
    if not article.url:
        raise UsageError("the text has no URL that it could be kept under", "say --url URL")
    with store.lock(who="snapshot", now=now), State(store, now=now) as state:
        known = state.known(normalise(article.url))
        last = store.last(known.path) if known.path else None
        if last and seen_at < last.seen_at:
            later = f"{last.seen_at:%Y-%m-%d %H:%M:%S} UTC"
            raise UsageError(f"{article.url} was seen later already, at {later}", "a history is only ever added to")
        if last:
            article = article._replace(url=last.url)
        flags = settings.flags_of(host(article.url))
        change = change_of(last, article, state.texts(known.path), seen_at=seen_at, flags=flags)
        if cleaner is None:
            cleaner = clean.version(settings.site(host(article.url)))
        raw = store.raw.put(page) if page and change.kind and settings.store.keep_raw != "none" else None
        step = _step(known, last, article, change, page, seen_at=seen_at, cleaner=cleaner, raw=raw)
        recorder = Recorder(store, state, lambda: now)
        recorder.add([step])
        recorder.flush()
        return recorder.done.pop()


def change_of(
    last: Revision | None, article: Article, texts: set[str], *, seen_at: datetime, flags: FlagSettings
) -> Change:
    """What kind of revision ``article`` is after ``last``, and how it differs; ``texts``: all that it ever had."""
    if last is None:
        return Change(RevisionKind.FIRST)
    old = last.article
    assert old is not None, "Store.last gives the article with it"
    unchanged = same(old, article)
    if unchanged and last.kind is not RevisionKind.REMOVED:
        return Change(None)
    report = None if unchanged else compare(old, article, flags, old_seen=last.seen_at, new_seen=seen_at)
    if last.kind is RevisionKind.REMOVED:
        return Change(RevisionKind.RESTORED, report)
    return Change(RevisionKind.REVERT if fingerprint(article) in texts else RevisionKind.EDIT, report)


def _step(
    known: "Known",
    last: Revision | None,
    article: Article,
    change: Change,
    page: Page | None,
    *,
    seen_at: datetime,
    cleaner: str,
    raw: str | None,
) -> Step:
    seen = Observation(
        seen_at,
        known.url,
        status=Status(change.kind.value) if change.kind else Status.UNCHANGED,
        path=known.path,
        http=page.status if page else 0,
        etag=page.etag if page else None,
        last_modified=page.last_modified if page else None,
        raw_sha256=raw or "",
        body_sha256=raw or "",
        fingerprint=fingerprint(article),
        cleaner=cleaner,
        words=count(article),
        title=article.headline,
        published=article.published or "",
    )
    if change.kind is None:
        return Step(seen, revision=last)
    record = Record(
        article,
        change.kind,
        seen_at,
        since=(known.seen_at or last.seen_at) if last else None,
        report=change.report,
        http_status=page.status if page else 0,
        etag=page.etag if page else None,
        raw_sha256=raw,
        cleaner=cleaner,
        path=last.path if last else None,
    )
    return Step(seen, record, change.report)
