"""What a recorded text comes to: one line of the log and one revision, made here for all who record.

A visit, a snapshot, a text that the user accepted and one that was cleaned anew leave the same traces: what the page
ended with and what it bore beside its text is what the gate compares the next reading with.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from newsdiff.comparison import compare
from newsdiff.errors import CleanError, StoreError
from newsdiff.model import (
    Article,
    Cleaned,
    FlagSettings,
    Page,
    Report,
    Revision,
    RevisionKind,
    SignKind,
    SiteSettings,
    Status,
)
from newsdiff.store import Record, Store
from newsdiff.watch.gate.doubts import signs_of
from newsdiff.watch.gate.timestamps import beside
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.observation import Observation, Step, with_text
from newsdiff.watch.state.text_identity import fingerprint, same
from newsdiff.watch.visit.messages import Cleaning


class Change(NamedTuple):
    """What a new text is to the last one: its kind (None: the same text), and the comparison."""

    kind: RevisionKind | None
    report: Report | None = None


class CleanedFrom(NamedTuple):
    """What a text was read from: its page (None for a file), what cleaning gave, and the cleaner's version."""

    page: Page | None = None
    cleaned: Cleaned | None = None
    cleaner: str = ""
    raw_sha256: str | None = None  # of the page's body, where it was kept


class Habit(NamedTuple):
    """How the page of the recorded text ended, and what it bore beside its text."""

    closed: bool
    marks: tuple[str, ...]


def change_of(
    last: Revision | None, article: Article, texts: set[str], *, seen_at: datetime, flags: FlagSettings
) -> Change:
    """What kind of revision ``article`` is after ``last``, and how it differs; ``texts``: all that it ever had."""
    if last is None:
        return Change(RevisionKind.FIRST)
    old = article_of(last)
    unchanged = same(old, article)
    if unchanged and last.kind is not RevisionKind.REMOVED:
        return Change(None)
    report = None if unchanged else compare(old, article, flags, old_seen=last.seen_at, new_seen=seen_at)
    if last.kind is RevisionKind.REMOVED:
        return Change(RevisionKind.RESTORED, report)
    return Change(RevisionKind.REVERT if fingerprint(article) in texts else RevisionKind.EDIT, report)


def recorded(
    line: Observation,
    known: Known,
    last: Revision | None,
    article: Article,
    change: Change,
    source: CleanedFrom,
    *,
    seen: datetime,
) -> Step:
    """The revision (none without a kind) of a text that was ``seen``, and its line of the log, begun in ``line``."""
    line = logged(line._replace(path=known.path or (last.path if last else "")), article, source)
    if change.kind is None:
        return Step(line._replace(status=Status.UNCHANGED), revision=last)
    record = record_of(known, last, article, change, source, seen=seen)
    return Step(line._replace(status=Status(change.kind.value)), record, change.report)


def logged(line: Observation, article: Article, source: CleanedFrom) -> Observation:
    """A line of the log with all that it says of a recorded text and of its page."""
    line = with_text(line, article)._replace(cleaner=source.cleaner, raw_sha256=source.raw_sha256 or "")
    if source.page is not None:
        page = source.page
        line = line._replace(
            http=page.status,
            etag=page.etag,
            last_modified=page.last_modified,
            body_sha256=line.body_sha256 or sha256(page.body).hexdigest(),
        )
    if source.cleaned is not None:
        line = line._replace(marks=marks_of(source.cleaned), closed=is_whole(source.cleaned))
    return line


def record_of(
    known: Known,
    last: Revision | None,
    article: Article,
    change: Change,
    source: CleanedFrom,
    *,
    seen: datetime,
    http: int = 0,
) -> Record:
    """The revision of a text that was ``seen``; ``http`` is the status of an answer that brought no page."""
    assert change.kind is not None, "what is the same makes no revision"
    page = source.page
    return Record(
        article,
        change.kind,
        max(seen, last.seen_at) if last else seen,
        since=(known.seen_at or last.seen_at) if last else None,
        report=change.report,
        http_status=page.status if page else http,
        etag=page.etag if page else None,
        raw_sha256=source.raw_sha256,
        cleaner=source.cleaner,
        path=last.path if last else None,
    )


def marks_of(cleaned: Cleaned) -> tuple[str, ...]:
    """What a page bears beside its text: its publisher's habit, once the text is recorded. Never empty."""
    return (*(sign.key for sign in signs_of(cleaned)), beside(cleaned))


def is_whole(cleaned: Cleaned) -> bool:
    """Whether the page was whole that was cleaned."""
    return all(sign.kind is not SignKind.CUT for sign in cleaned.signs)


def habit(known: Known, store: Store, cleaning: Callable[[], Cleaning], site: SiteSettings) -> Habit:
    """The habit of the recorded page: as it was logged, else as its raw page shows it.

    It was not logged for what was imported, or recorded by a run that was killed before it wrote its log.
    """
    if known.marks or not known.raw_sha256:
        return Habit(known.closed, known.marks)
    try:
        page = store.raw.get(known.raw_sha256)
        cleaned = cleaning().html(page.body, page.url, page.content_type, site)
        return Habit(is_whole(cleaned), marks_of(cleaned))
    except (StoreError, CleanError):
        return Habit(known.closed, known.marks)  # not kept, or damaged: verify tells of that


def article_of(revision: Revision) -> Article:
    """The article of a revision that was read with it."""
    assert revision.article is not None, "Store.last and Store.read_all give the article with it"
    return revision.article
