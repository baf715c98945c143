"""Back-filling: earlier versions of articles that a store does not know yet, in true date order, rewriting nothing.

Pages come in any order and in any number: they are read once, cleaned, and kept on disk, and so is what is known of
them. Memory holds what is under way.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Protocol

from newsdiff import document
from newsdiff.errors import NewsdiffError, StoreError
from newsdiff.model import Article, Page, Report
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.backfill.ledger import Ledger
from newsdiff.store.backfill.plan import Plan, SpooledPage, Turn, Version, article_plan
from newsdiff.store.backfill.spool import Spool
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.timestamps import whole
from newsdiff.text.urls import redact

Cleaner = Callable[[Page], Article]
Comparer = Callable[[Article, Article], Report | None]  # None: kept without flags
CleanedPage = tuple[Page, Article | NewsdiffError]
BATCH_RECORDS = 500  # recorded by one run of git


class SuccessiveTexts(NamedTuple):
    """Two texts of an article, one behind the other, and when they were seen."""

    old: Article
    new: Article
    old_seen: datetime
    new_seen: datetime


class Reader(Protocol):
    """What reads the pages of an import. It may take many before it gives the first back, but keeps their order."""

    def clean(self, pages: Iterator[Page]) -> Iterator[CleanedPage]:
        """Each page with its article, or with why it has none."""

    def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
        """The report of each pair; None: it is kept without flags."""


class OneByOne:
    """A reader that has a function clean each page, and another one compare each pair (None: no flags at all)."""

    def __init__(self, clean: Cleaner, compare: Comparer | None) -> None:
        self._clean, self._compare = clean, compare

    def clean(self, pages: Iterator[Page]) -> Iterator[CleanedPage]:
        """Each page with its article, or with why it has none."""
        for page in pages:
            try:
                yield page, self._clean(page)
            except NewsdiffError as error:
                yield page, error

    def compare(self, pairs: Iterator[SuccessiveTexts]) -> Iterator[Report | None]:
        """The report of each pair."""
        for pair in pairs:
            yield self._compare(pair.old, pair.new) if self._compare else None


def read(
    pages: Iterable[Page | LeftOut],
    reader: Reader,
    spool: Spool,
    ledger: Ledger,
    tell: Callable[[str], object],
    *,
    now: datetime,
) -> None:
    """Read the pages, keep them with their articles, and note them; ``tell`` hears what is left out."""
    for page, article in reader.clean(_dated(pages, tell, now)):
        if isinstance(article, NewsdiffError):
            tell(str(LeftOut(_label(page), str(article))))
        else:
            known = article if article.url else article._replace(url=page.url)
            ledger.see(known.url, _version(page, known, spool))


def plans(ledger: Ledger, spool: Spool, tell: Callable[[str], object]) -> Iterator[Plan]:
    """The articles that were read, each with its versions; ``tell`` hears what is left out."""

    def leave_out(page: Page) -> None:
        tell(str(LeftOut(_label(page), "it breaks off, and other pages of the article do not")))

    for versions in ledger.articles():
        yield article_plan(versions, spool, leave_out)


def _dated(pages: Iterable[Page | LeftOut], tell: Callable[[str], object], now: datetime) -> Iterator[Page]:
    """The pages that have a time of which a store can tell; of the others, why they are left out."""
    for page in pages:
        if isinstance(page, LeftOut):
            tell(str(page))
            continue
        try:
            seen_at = whole(page.fetched_at)
        except StoreError as error:
            tell(str(LeftOut(_label(page), error.message)))
            continue
        if seen_at > now:
            tell(str(LeftOut(_label(page), "its date is still to come")))
        else:
            yield page


def _version(page: Page, article: Article, spool: Spool) -> Version:
    """The version that a page is of its article."""
    seen_at = whole(page.fetched_at)
    text = document.digest(article)
    body = hashlib.sha256(page.body).digest()
    return Version(seen_at, seen_at, text, body, SpooledPage(spool.put(page), spool.put(article)), page.truncated)


def _label(page: Page) -> str:
    return f"{redact(page.url)} of {page.fetched_at:%Y-%m-%d %H:%M}"


def records(
    ledger: Ledger, spool: Spool, reader: Reader, raw: Callable[[Page], str], cleaner: str = ""
) -> Iterator[Record]:
    """The records of all articles in the order of their times: a first, then edits and reverts."""
    waiting = deque[tuple[Turn, Article | None]]()  # with the text that is compared

    def pairs() -> Iterator[SuccessiveTexts]:
        for turn in ledger.turns():
            if turn.before is None or turn.before_seen is None:
                waiting.append((turn, None))
                continue
            old, new = (_article(turn, place, spool) for place in (turn.before, turn.place))
            waiting.append((turn, new))
            yield SuccessiveTexts(old, new, turn.before_seen, turn.seen_at)

    def record(report: Report | None) -> Record:
        turn, text = waiting.popleft()
        page, text = turn.place.read_page(spool), text or _article(turn, turn.place, spool)
        made = Record(text, turn.kind, turn.seen_at, since=turn.since, report=report)
        return replace(made, path=turn.path, source=page.source, raw_sha256=raw(page), cleaner=cleaner)

    for report in reader.compare(pairs()):
        while waiting[0][0].before is None:
            yield record(None)
        yield record(report)
    while waiting:
        yield record(None)


def _article(turn: Turn, place: SpooledPage, spool: Spool) -> Article:
    """A version's article, under the address of the first: others may only say how a reader came."""
    return place.read_article(spool)._replace(url=turn.url)


def batches(found: Iterator[Record]) -> Iterator[list[Record]]:
    """The records in lists of a bounded length."""
    while batch := list(islice(found, BATCH_RECORDS)):
        yield batch
