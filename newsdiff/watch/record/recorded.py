"""What a recorded text comes to: one line of the log and one revision, made here for all who record.

A visit, a snapshot, a text that the user accepted and one that was cleaned anew leave the same traces: what the page
ended with and what it bore beside its text is what the gate compares the next reading with.
"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from newsdiff import __version__
from newsdiff.errors import CleanError, StoreError
from newsdiff.model import (
    Article,
    Cleaned,
    FlagSettings,
    Page,
    Report,
    Revision,
    RevisionKind,
    Sign,
    SignKind,
    SiteSettings,
    Status,
)
from newsdiff.named_tuple import NamedTuple
from newsdiff.process.sandbox import Calling
from newsdiff.store import Record, Store
from newsdiff.watch.gate.case import Case
from newsdiff.watch.gate.structure import Built
from newsdiff.watch.memory.placed_text import packed
from newsdiff.watch.memory.site_memory import PageShapes
from newsdiff.watch.record.weighing import Moments, compared, marks_of
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.logged_page import logged_page
from newsdiff.watch.state.observation import Observation, Step, with_text
from newsdiff.watch.state.text_identity import fingerprint, same
from newsdiff.watch.visit.messages import Cleaning
from newsdiff.watch.visit.pool import MAX_STRIKES


class Change(NamedTuple):
    """What a new text is to the last one: its kind (None: the same text), and the comparison."""

    kind: RevisionKind | None
    report: Report | None = None
    error: str = ""  # why there is no comparison


class CleanedFrom(NamedTuple):
    """What a text was read from: its page (None for a file), what cleaning gave, and the cleaner's version."""

    page: Page | None = None
    cleaned: Cleaned | None = None
    cleaner: str = ""
    marks: tuple[str, ...] = ()  # of a page that was looked at already
    raw_sha256: str | None = None  # of the page's body, where it was kept


class Habit(NamedTuple):
    """How the page of the recorded text ended, and what it bore beside its text."""

    closed: bool
    marks: tuple[str, ...]


def kind_of(last: Revision | None, article: Article, texts: set[str]) -> RevisionKind | None:
    """What kind of revision ``article`` is after ``last``, None for none; ``texts``: all that it ever had."""
    if last is None:
        return RevisionKind.FIRST
    if last.kind is RevisionKind.REMOVED:
        return RevisionKind.RESTORED
    if same(article_of(last), article):
        return None
    return RevisionKind.REVERT if fingerprint(article) in texts else RevisionKind.EDIT


def change_of(
    last: Revision | None,
    article: Article,
    texts: set[str],
    *,
    seen_at: datetime,
    flags: FlagSettings,
    sandbox: Calling,
) -> Change:
    """What kind of revision ``article`` is after ``last``, and how it differs; ``texts``: all that it ever had."""
    kind = kind_of(last, article, texts)
    if last is None or kind is None or same(article_of(last), article):
        return Change(kind)
    return Change(kind, *compared(sandbox, article_of(last), article, flags, Moments(last.seen_at, seen_at)))


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
    return Step(line._replace(status=Status(change.kind.value), error=change.error), record, change.report)


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
        marks = source.marks or marks_of(source.cleaned)
        if not source.raw_sha256:
            line = line._replace(built=logged_page(source.cleaned.frame, source.cleaned.identity))
        line = line._replace(marks=marks, closed=is_whole(source.cleaned), places=packed(source.cleaned.places))
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


def without_page(step: Step) -> Step:
    """A step whose text is not that of the page's bytes: their coming again, or a 304, does not prove it."""
    return step._replace(seen=step.seen._replace(body_sha256="", etag=None, last_modified=None))


def is_whole(cleaned: Cleaned) -> bool:
    """Whether the page was whole that was cleaned."""
    return all(sign.kind is not SignKind.CUT for sign in cleaned.signs)


def faulted(line: Observation, known: Known, why: str) -> Observation:
    """The line of a visit at which newsdiff itself failed; the third one in a row sets the article aside."""
    aside = known.faults + 1 >= MAX_STRIKES
    error = f"{why}: set aside" if aside else why
    return line._replace(status=Status.ERROR, path=known.path, error=error, aside=aside, fault=__version__)


def habit(known: Known, store: Store, cleaning: Callable[[], Cleaning], site: SiteSettings) -> Habit:
    """The habit of the recorded page: as it was logged, else as its raw page shows it.

    It was not logged for what was imported, or recorded by a run that was killed before it wrote its log.
    """
    if known.marks or not known.raw_sha256:
        return Habit(known.closed, known.marks)
    again = _again(known, store, cleaning, site)
    return Habit(is_whole(again), marks_of(again)) if again else Habit(known.closed, known.marks)


def built_before(known: Known, store: Store, cleaning: Callable[[], Cleaning], site: SiteSettings) -> Built | None:
    """How the recorded page was built, as its raw page shows it, or as it was logged; None where neither is kept."""
    if not known.raw_sha256:
        return Built(known.built.frame, known.built.identity) if known.built else None
    again = _again(known, store, cleaning, site)
    return Built(again.frame, again.identity) if again else None


def _again(known: Known, store: Store, cleaning: Callable[[], Cleaning], site: SiteSettings) -> Cleaned | None:
    """The recorded page, cleaned again; None where its raw page is not kept, or damaged: verify tells of that."""
    try:
        return cleaning().clean(store.raw.get(known.raw_sha256).to_clean(site))
    except (StoreError, CleanError):
        return None


def case_of(
    old: Article | None,
    article: Article,
    page: Page,
    cleaned: Cleaned,
    signs: tuple[Sign, ...],
    habit: Habit,
    shapes: PageShapes,
) -> Case:
    """What the gate looks at when a page gave ``article`` in the place of ``old``."""
    return Case(
        old,
        article,
        requested_url=page.url,
        final_url=page.final_url,
        signs=signs,
        habit=frozenset(habit.marks),
        was_closed=habit.closed,
        truncated=page.truncated,
        built=Built(cleaned.frame, cleaned.identity),
        shapes=shapes,
    )


def article_of(revision: Revision) -> Article:
    """The article of a revision that was read with it."""
    assert revision.article is not None, "Store.last and Store.read_all give the article with it"
    return revision.article
