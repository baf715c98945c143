"""What an import is to record of one article: which of its pages are versions, and what each of them is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsdiff.model import Article, Block, BlockKind, Page, Revision, RevisionKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.backfill.spool import Place, Spool
from newsdiff.store.repository.commit_message import Record


class SpooledPage(NamedTuple):
    """Where a page and the article that was read from it are kept."""

    page: Place
    article: Place

    def read_page(self, spool: Spool) -> Page:
        """The page."""
        found: Page = spool.get(self.page)
        return found

    def read_article(self, spool: Spool) -> Article:
        """The article."""
        found: Article = spool.get(self.article)
        return found


class Version(NamedTuple):
    """One text of an article: when it was first and last seen in a row, and where its page and article are kept."""

    seen_at: datetime
    last: datetime
    text: bytes  # a digest
    raw: bytes  # SHA-256 of the page's body
    place: SpooledPage
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


class Turn(NamedTuple):
    """A version whose turn it is to be recorded, in the history of the article with this URL and path.

    ``before`` is where the version before it is kept, which was first seen at ``before_seen``, and last ``since``.
    """

    url: str
    path: str
    kind: RevisionKind
    seen_at: datetime
    place: SpooledPage
    since: datetime | None = None
    before_seen: datetime | None = None
    before: SpooledPage | None = None


def article_plan(versions: Sequence[Version], spool: Spool, leave_out: Callable[[Page], object]) -> Plan:
    """What is to be recorded of one article, of which these versions were seen, oldest first; not those left out."""
    kept = _without_repeats(_without_halves(versions, spool, leave_out))
    article = kept[0].place.read_article(spool)
    return Plan(article.url, article.headline, tuple(kept))


def _without_halves(
    versions: Sequence[Version], spool: Spool, leave_out: Callable[[Page], object]
) -> Sequence[Version]:
    """The versions without pages that break off, where others of the same article end as pages do."""
    whole_ones = [version for version in versions if not version.truncated]
    if not whole_ones:
        return versions  # this outlet leaves the closing tags out
    for version in versions:
        if version.truncated:
            leave_out(version.place.read_page(spool))
    return whole_ones


def _without_repeats(versions: Iterable[Version]) -> list[Version]:
    kept: list[Version] = []
    for version in versions:
        if kept and kept[-1].text == version.text:
            kept[-1] = kept[-1]._replace(last=version.seen_at)
        else:
            kept.append(version)
    return kept


def before(plan: Plan, first: datetime) -> Plan | None:
    """What of a plan lies before the first observation of its article; None where nothing does."""
    versions = tuple(v._replace(last=min(v.last, first)) for v in plan.versions if v.seen_at < first)
    return replace(plan, versions=versions, earlier=True) if versions else None


def resumed(plan: Plan, recorded: Sequence[Revision]) -> Plan | None:
    """The plan without what an import that was stopped recorded of it; None where other history stands there.

    ``recorded`` are the article's revisions, oldest first.
    """
    ours = [r for r in recorded if r.kind is not RevisionKind.RECLEAN]
    planned = plan.versions[: len(ours)]
    told = [(version.seen_at, version.raw.hex()) for version in planned]
    if [(r.seen_at, r.raw_sha256 or None) for r in ours] != told:
        return None
    return replace(plan, path=recorded[0].path, done=len(ours))


def turns(plan: Plan) -> Iterator[tuple[int, Turn]]:
    """The versions that are not recorded yet, each with its number: a first, then edits and reverts."""
    texts: set[bytes] = set()
    last: Version | None = None
    for number, version in enumerate(plan.versions):
        if number >= plan.done:
            kind = RevisionKind.REVERT if version.text in texts else RevisionKind.EDIT if last else RevisionKind.FIRST
            turn = Turn(plan.url, plan.path, kind, version.seen_at, version.place)
            yield (
                number,
                turn if last is None else turn._replace(since=last.last, before_seen=last.seen_at, before=last.place),
            )
        texts.add(version.text)
        last = version


def placeholder(url: str, headline: str, seen_at: datetime, *, earlier: bool) -> Record:
    """The record that an article's place is found by."""
    article = Article(url, blocks=(Block(BlockKind.HEADLINE, headline),))
    return Record(article, RevisionKind.FIRST, seen_at, earlier=earlier)
