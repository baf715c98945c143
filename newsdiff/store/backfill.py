"""Back-filling: earlier versions of articles that a store does not know yet, in true date order, rewriting nothing.

Pages come in any order and in any number: they are read once, cleaned, and kept on disk; memory holds a line for each.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import NewsdiffError, StoreError
from newsdiff.model import Article, Block, BlockKind, Page, Report, Revision, RevisionKind
from newsdiff.store.left_out import LeftOut
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.spool import Spool
from newsdiff.store.timestamps import whole
from newsdiff.text.urls import normalise, public, redact

Cleaner = Callable[[Page], Article]
Comparer = Callable[[Article, Article], Report | None]  # None: kept without flags
_NEW_STORE = "import it into a new store: existing history is never rewritten"
BATCH_RECORDS = 500  # recorded by one run of git


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
    pages: Iterable[Page | LeftOut], clean: Cleaner, spool: Spool, tell: Callable[[LeftOut], object], *, now: datetime
) -> list[Plan]:
    """The articles that the pages are of, each with its versions, oldest first; ``tell`` hears what is left out."""
    seen: dict[str, list[Version]] = {}
    for page in pages:
        found = page if isinstance(page, LeftOut) else _version(page, clean, spool, now)
        if isinstance(found, LeftOut):
            tell(found)
        else:
            url, version = found
            seen.setdefault(normalise(url), []).append(version)
    made = []
    for versions in seen.values():
        kept = _without_repeats(_without_halves(sorted(versions, key=lambda v: v.seen_at), spool, tell))
        article: Article = spool.get(kept[0].place)[1]
        made.append(Plan(article.url, article.headline, tuple(kept)))
    return made


def _version(page: Page, clean: Cleaner, spool: Spool, now: datetime) -> tuple[str, Version] | LeftOut:
    """The article's URL and the version that a page is; or why it is none."""
    what = _shown(page)
    try:
        seen_at = whole(page.fetched_at)
    except StoreError as error:
        return LeftOut(what, error.message)
    if seen_at > now:
        return LeftOut(what, "its date is still to come")
    try:
        article = clean(page)
    except NewsdiffError as error:
        return LeftOut(what, str(error))
    if not article.url:
        article = article._replace(url=page.url)
    text = hashlib.sha256(document.dumps(article._replace(url="")).encode()).digest()
    body = hashlib.sha256(page.body).hexdigest()
    return article.url, Version(seen_at, seen_at, text, body, spool.put((page, article)), page.truncated)


def _without_halves(versions: list[Version], spool: Spool, tell: Callable[[LeftOut], object]) -> list[Version]:
    """The versions without pages that break off, where others of the same article end as pages do."""
    whole_ones = [version for version in versions if not version.truncated]
    if not whole_ones:
        return versions  # this outlet leaves the closing tags out
    for version in versions:
        if version.truncated:
            tell(LeftOut(_shown(spool.get(version.place)[0]), "it breaks off, and other pages of the article do not"))
    return whole_ones


def _without_repeats(versions: list[Version]) -> list[Version]:
    kept: list[Version] = []
    for version in versions:
        if kept and kept[-1].text == version.text:
            kept[-1] = replace(kept[-1], last=version.seen_at)
        else:
            kept.append(version)
    return kept


def _shown(page: Page) -> str:
    return f"{redact(page.url)} of {page.fetched_at:%Y-%m-%d %H:%M}"


def records(
    plans: Sequence[Plan], spool: Spool, compare: Comparer | None, raw: Callable[[Page], str], cleaner: str = ""
) -> Iterator[Record]:
    """The records of all articles in the order of their times: a first, then edits and reverts."""
    order = sorted(
        ((version.seen_at, plan, number) for plan in plans for number, version in enumerate(plan.versions)),
        key=lambda step: step[0],
    )
    texts: dict[int, set[bytes]] = {id(plan): set() for plan in plans}
    for _, plan, number in order:
        text, earlier = plan.versions[number].text, texts[id(plan)]
        if number >= plan.done:
            kind = RevisionKind.REVERT if text in earlier else RevisionKind.EDIT if number else RevisionKind.FIRST
            page, record = _record(plan, number, kind, spool, compare)
            yield replace(record, raw_sha256=raw(page), cleaner=cleaner)
        earlier.add(text)


def placeholder(plan: Plan) -> Record:
    """The record that an article's place is found by."""
    headline = Block(BlockKind.HEADLINE, plan.headline)
    seen_at = plan.versions[0].seen_at
    return Record(Article(plan.url, blocks=(headline,)), RevisionKind.FIRST, seen_at, earlier=plan.earlier)


def _record(plan: Plan, number: int, kind: RevisionKind, spool: Spool, compare: Comparer | None) -> tuple[Page, Record]:
    """A version's page and its record."""
    version = plan.versions[number]
    page, article = _kept(plan, version, spool)
    if not number:
        return page, Record(article, kind, version.seen_at, path=plan.path, source=page.source)
    before = plan.versions[number - 1]
    report = compare(_kept(plan, before, spool)[1], article) if compare else None
    record = Record(article, kind, version.seen_at, since=before.last, report=report, path=plan.path)
    return page, replace(record, source=page.source)


def _kept(plan: Plan, version: Version, spool: Spool) -> tuple[Page, Article]:
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
