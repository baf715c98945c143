"""Article -> Revision: keep what a page says now, as it is given; no gate stands before it.

The kind is ``first``, ``edit``, ``revert`` (the text equals an earlier revision's) or ``restored`` (the last
revision was ``removed``); a text that is the same but for typography is ``unchanged`` and makes no revision.
"""

from dataclasses import dataclass
from datetime import datetime

from newsdiff import clean
from newsdiff.comparison import compare
from newsdiff.errors import UsageError
from newsdiff.model import Article, FlagSettings, Outcome, Page, Report, Revision, RevisionKind, Settings, Status
from newsdiff.store import Record, Store
from newsdiff.text.urls import host, normalise
from newsdiff.watch.same import same

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

    ``cleaner`` names the cleaner's version; None means the one that is installed. UsageError without a URL.
    """
    if not article.url:
        raise UsageError("the text has no URL that it could be kept under", "say --url URL")
    last = last_of(store, article.url)
    change = change_of(store, last, article, seen_at=seen_at, flags=flag_settings(settings, article.url))
    if change.kind is None:
        return Outcome(article.url, Status.UNCHANGED, revision=last)
    record = Record(
        article,
        change.kind,
        seen_at,
        since=last.seen_at if last else None,
        report=change.report,
        http_status=page.status if page else 200,
        etag=page.etag if page else None,
        raw_sha256=store.raw.put(page) if page and settings.store.keep_raw != "none" else None,
        cleaner=clean.version(settings.site(host(article.url))) if cleaner is None else cleaner,
        path=last.path if last else None,
    )
    [revision] = store.record([record], now=now)
    return Outcome(article.url, Status(change.kind.value), revision, change.report)


def change_of(
    store: Store, last: Revision | None, article: Article, *, seen_at: datetime, flags: FlagSettings
) -> Change:
    """What kind of revision ``article`` is after ``last``, and how it differs."""
    if last is None:
        return Change(RevisionKind.FIRST)
    old = last.article
    assert old is not None, "Store.last gives the article with it"
    unchanged = same(old, article)
    if last.kind is RevisionKind.REMOVED:
        report = None if unchanged else compare(old, article, flags, old_seen=last.seen_at, new_seen=seen_at)
        return Change(RevisionKind.RESTORED, report)
    if unchanged:
        return Change(None)
    kind = RevisionKind.REVERT if _stood_before(store, last, article) else RevisionKind.EDIT
    return Change(kind, compare(old, article, flags, old_seen=last.seen_at, new_seen=seen_at))


def last_of(store: Store, url: str) -> Revision | None:
    """The last revision of the article that is known by ``url`` (or was, before it moved), with its text."""
    key = normalise(url)
    for entry in store.articles():
        if key in {normalise(entry.url), *(normalise(v) for k, v in entry.last.trailers if k == "Alias")}:
            return store.last(entry.path)
    return None


def flag_settings(settings: Settings, url: str) -> FlagSettings:
    """The flags that a reader wants to see for a site; its own settings go before the general ones."""
    return settings.site(host(url)).flags or settings.flags


def _stood_before(store: Store, last: Revision, article: Article) -> bool:
    earlier = store.read_all(store.history(last.path)[1:])
    return any(r.article is not None and same(r.article, article) for r in earlier)
