"""Back-filling: earlier versions of articles that a store does not know yet, in true date order, rewriting nothing.

Pages come in any order and in any number: they are read once, cleaned, and kept on disk; memory holds a line for each.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Protocol

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import NewsdiffError, StoreError
from newsdiff.model import Article, Block, BlockKind, Page, Report, Revision, RevisionKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.spool import Spool
from newsdiff.store.timestamps import whole
from newsdiff.text.urls import normalise, public, redact

Cleaner = Callable[[Page], Article]
Comparer = Callable[[Article, Article], Report | None]  # None: kept without flags
CleanedPage = tuple[Page, Article | NewsdiffError]
_NEW_STORE = "import it into a new store: existing history is never rewritten"
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

    def __init__(self, clean: Cleaner | None, compare: Comparer | None) -> None:
        assert clean is not None, "something must read the pages"
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


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an article: when it was first and last seen in a row, and where its page and article are kept."""

    seen_at: datetime
    last: datetime
    text: bytes  # a digest
    raw_sha256: str
    place: tuple[int, int]
    truncated: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be recorded of one article; ``done`` of its versions are recorded already."""

    url: str
    headline: str
    versions: tuple[Version, ...]
    path: str = ""
    done: int = 0
    earlier: bool = False  # it ends before the first observation of an article that has a history already


def plans(
    pages: Iterable[Page | LeftOut], reader: Reader, spool: Spool, tell: Callable[[LeftOut], object], *, now: datetime
) -> list[Plan]:
    """The articles that the pages are of, each with its versions, oldest first; ``tell`` hears what is left out."""
    seen: dict[str, list[Version]] = {}
    for page, article in reader.clean(_dated(pages, tell, now)):
        if isinstance(article, NewsdiffError):
            tell(LeftOut(_label(page), str(article)))
            continue
        known = article if article.url else article._replace(url=page.url)
        seen.setdefault(normalise(known.url), []).append(_version(page, known, spool))
    made = []
    for versions in seen.values():
        kept = _without_repeats(_without_halves(sorted(versions, key=lambda v: v.seen_at), spool, tell))
        article = spool.get(kept[0].place)[1]
        made.append(Plan(article.url, article.headline, tuple(kept)))
    return made


def _dated(pages: Iterable[Page | LeftOut], tell: Callable[[LeftOut], object], now: datetime) -> Iterator[Page]:
    """The pages that have a time of which a store can tell; of the others, why they are left out."""
    for page in pages:
        if isinstance(page, LeftOut):
            tell(page)
            continue
        try:
            seen_at = whole(page.fetched_at)
        except StoreError as error:
            tell(LeftOut(_label(page), error.message))
            continue
        if seen_at > now:
            tell(LeftOut(_label(page), "its date is still to come"))
        else:
            yield page


def _version(page: Page, article: Article, spool: Spool) -> Version:
    """The version that a page is of its article."""
    seen_at = whole(page.fetched_at)
    text = hashlib.sha256(document.dumps(article._replace(url="")).encode()).digest()
    body = hashlib.sha256(page.body).hexdigest()
    return Version(seen_at, seen_at, text, body, spool.put((page, article)), page.truncated)


def _without_halves(versions: list[Version], spool: Spool, tell: Callable[[LeftOut], object]) -> list[Version]:
    """The versions without pages that break off, where others of the same article end as pages do."""
    whole_ones = [version for version in versions if not version.truncated]
    if not whole_ones:
        return versions  # this outlet leaves the closing tags out
    for version in versions:
        if version.truncated:
            tell(LeftOut(_label(spool.get(version.place)[0]), "it breaks off, and other pages of the article do not"))
    return whole_ones


def _without_repeats(versions: list[Version]) -> list[Version]:
    kept: list[Version] = []
    for version in versions:
        if kept and kept[-1].text == version.text:
            kept[-1] = replace(kept[-1], last=version.seen_at)
        else:
            kept.append(version)
    return kept


def _label(page: Page) -> str:
    return f"{redact(page.url)} of {page.fetched_at:%Y-%m-%d %H:%M}"


class _Turn(NamedTuple):
    """A version whose turn it is to be recorded."""

    plan: Plan
    number: int
    kind: RevisionKind


def records(
    plans: Sequence[Plan], spool: Spool, reader: Reader, raw: Callable[[Page], str], cleaner: str = ""
) -> Iterator[Record]:
    """The records of all articles in the order of their times: a first, then edits and reverts."""
    turns, waiting = _turns(plans), deque[_Turn]()

    def pairs() -> Iterator[SuccessiveTexts]:
        for turn in turns:
            waiting.append(turn)
            if turn.number:
                yield _pair(turn, spool)

    def record(turn: _Turn, report: Report | None) -> Record:
        page, made = _record(turn, spool, report)
        return replace(made, raw_sha256=raw(page), cleaner=cleaner)

    for report in reader.compare(pairs()):
        while not waiting[0].number:
            yield record(waiting.popleft(), None)
        yield record(waiting.popleft(), report)
    while waiting:
        yield record(waiting.popleft(), None)


def _turns(plans: Sequence[Plan]) -> Iterator[_Turn]:
    """The versions that are not recorded yet, in the order of their times."""
    order = sorted(
        ((version.seen_at, plan, number) for plan in plans for number, version in enumerate(plan.versions)),
        key=lambda step: step[0],
    )
    texts: dict[int, set[bytes]] = {id(plan): set() for plan in plans}
    for _, plan, number in order:
        text, earlier = plan.versions[number].text, texts[id(plan)]
        if number >= plan.done:
            kind = RevisionKind.REVERT if text in earlier else RevisionKind.EDIT if number else RevisionKind.FIRST
            yield _Turn(plan, number, kind)
        earlier.add(text)


def _pair(turn: _Turn, spool: Spool) -> SuccessiveTexts:
    """The text before a version, and its own."""
    versions = [turn.plan.versions[number] for number in (turn.number - 1, turn.number)]
    old, new = (_spooled(turn.plan, version, spool)[1] for version in versions)
    return SuccessiveTexts(old, new, versions[0].seen_at, versions[1].seen_at)


def placeholder(plan: Plan) -> Record:
    """The record that an article's place is found by."""
    headline = Block(BlockKind.HEADLINE, plan.headline)
    seen_at = plan.versions[0].seen_at
    return Record(Article(plan.url, blocks=(headline,)), RevisionKind.FIRST, seen_at, earlier=plan.earlier)


def _record(turn: _Turn, spool: Spool, report: Report | None) -> tuple[Page, Record]:
    """A version's page and its record."""
    plan, version = turn.plan, turn.plan.versions[turn.number]
    page, article = _spooled(plan, version, spool)
    since = plan.versions[turn.number - 1].last if turn.number else None
    record = Record(article, turn.kind, version.seen_at, since=since, report=report, path=plan.path)
    return page, replace(record, source=page.source)


def _spooled(plan: Plan, version: Version, spool: Spool) -> tuple[Page, Article]:
    """A version's page and article, under the address of the first: others may only say how a reader came."""
    page, article = spool.get(version.place)
    return page, article._replace(url=plan.url)


def batches(found: Iterator[Record]) -> Iterator[list[Record]]:
    """The records in lists of a bounded length."""
    while batch := list(islice(found, BATCH_RECORDS)):
        yield batch


class KnownArticles:
    """What a store knows of articles already; ``own`` gives the revisions of one file, newest first.

    ``paths`` are those of articles by the digests of their URLs, ``earlier`` those of what came before them.
    """

    def __init__(
        self,
        paths: Mapping[str, str],
        earlier: Mapping[str, str],
        own: Callable[[str], Sequence[Revision]],
        tell: Callable[[str], object],
    ) -> None:
        self._paths, self._own, self._tell = paths, own, tell
        self._before = {main: path for path, main in earlier.items()}

    def unknown(self, plans: Sequence[Plan], *, earlier: bool) -> list[Plan]:
        """What of the plans may be recorded; StoreError when nothing is left of any, unless ``earlier``."""
        kept, known = [], []
        for plan in plans:
            left = self._left(plan, earlier)
            if isinstance(left, Plan):
                kept.append(left)
            else:
                known.append(left)
        if known and not kept and not earlier:
            raise StoreError(known[0], _NEW_STORE)
        for what in known:
            self._tell(what if earlier else f"{what}. Hint: {_NEW_STORE}.")
        return kept

    def _left(self, plan: Plan, earlier: bool) -> Plan | str:
        """What of a plan may be recorded; else why nothing."""
        path = self._paths.get(layout.digest(plan.url))
        if not path:
            return plan
        own = self._own(path)[::-1]
        if left := resumed(plan, own):
            return left
        if not earlier:
            return f"{public(plan.url)} has a history here already ({path})"
        past = before(plan, own[0].seen_at)
        if past is None:
            return f"{public(plan.url)} was first observed before all of them"
        chapter = self._before.get(path)
        left = resumed(past, self._own(chapter)[::-1]) if chapter else past
        return left or f"{public(plan.url)} has a history before its first observation already ({chapter})"


def placed(plans: Sequence[Plan], place: Callable[[Sequence[Record]], Sequence[str]]) -> list[Plan]:
    """The plans, each with its path."""
    paths = iter(place([placeholder(plan) for plan in plans if not plan.path]))
    return [plan if plan.path else replace(plan, path=next(paths)) for plan in plans]


def before(plan: Plan, first: datetime) -> Plan | None:
    """What of a plan lies before the first observation of its article; None where nothing does."""
    versions = tuple(replace(v, last=min(v.last, first)) for v in plan.versions if v.seen_at < first)
    return replace(plan, versions=versions, earlier=True) if versions else None


def resumed(plan: Plan, recorded: Sequence[Revision]) -> Plan | None:
    """The plan without what an import that was stopped recorded of it; None where other history stands there.

    ``recorded`` are the article's revisions, oldest first.
    """
    ours = [r for r in recorded if r.kind is not RevisionKind.RECLEAN]
    planned = plan.versions[: len(ours)]
    told = [(version.seen_at, version.raw_sha256) for version in planned]
    if [(r.seen_at, r.raw_sha256 or None) for r in ours] != told:
        return None
    return replace(plan, path=recorded[0].path, done=len(ours))
