"""What a site lists, as the catalogue has it: every article, every revision, and which of them are edits."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.ranking import Rules, judge
from newsdiff.model import FlagKind, RevisionKind, gravity, is_told
from newsdiff.named_tuple import NamedTuple

_EDITS = frozenset((RevisionKind.EDIT, RevisionKind.REVERT, RevisionKind.REMOVED, RevisionKind.RESTORED))
WEEK, MONTH = timedelta(days=7), timedelta(days=30)


class ListedArticle(NamedTuple):
    """One article; times are seconds since 1970, ``commits`` those of its revisions, oldest first."""

    path: str
    url: str
    host: str
    headline: str
    published: int | None
    tags: tuple[str, ...]
    commits: tuple[str, ...]
    first_seen: int
    last_seen: int


class ListedRevision(NamedTuple):
    """One revision of an article; ``id`` is its place in the archive."""

    id: int
    commit: str
    path: str
    number: int
    seen: int
    kind: str
    flags: tuple[str, ...]
    severity: str
    disclosed: str
    weight: float | None

    @property
    def flagged(self) -> bool:
        """Whether it is one that a reader is alarmed by; a removal is."""
        return self.kind == RevisionKind.REMOVED or bool(set(self.flags) - {FlagKind.WORDING.value})

    @property
    def undisclosed(self) -> bool:
        """Whether it came without a note to the reader."""
        return not is_told(self.disclosed)

    @property
    def corrects(self) -> bool:
        """Whether it came with a note, or changed one."""
        return is_told(self.disclosed) or FlagKind.CORRECTION in self.flags


class Contents:
    """Articles by path, and edits, the newest first."""

    def __init__(self, catalogue: Catalogue, tags: Mapping[str, tuple[str, ...]]) -> None:
        self.catalogue = catalogue
        revisions = _revisions(catalogue)
        histories: dict[str, list[ListedRevision]] = {}
        for revision in revisions:
            histories.setdefault(revision.path, []).append(revision)
        self.articles = {
            path: _article(facts, path, histories[path], tags.get(path, ()))
            for path, *facts in catalogue.rows("SELECT path, url, host, headline, published FROM article ORDER BY id")
        }
        self.edits = sorted((r for r in revisions if r.kind in _EDITS), key=lambda r: (r.seen, r.id), reverse=True)
        self.newest = max((r.seen for r in revisions), default=0)

    @property
    def until(self) -> datetime:
        """When the newest revision was seen: what the weeks and months of a site end with."""
        return datetime.fromtimestamp(self.newest, UTC)

    def within(self, span: timedelta, edits: Sequence[ListedRevision] | None = None) -> list[ListedRevision]:
        """The edits of the days before the newest revision."""
        since = self.newest - span.total_seconds()
        return [r for r in (self.edits if edits is None else edits) if r.seen > since]

    def weigh(self, rules: Rules) -> None:
        """Judge the edits of the last month that have no weight yet."""
        missing = [r.id for r in self.within(MONTH) if r.weight is None]
        if missing:
            judge(self.catalogue, missing, rules)
            found = dict(self.catalogue.among("SELECT id, weight FROM revision WHERE id IN ({})", missing))
            self.edits = [r._replace(weight=found.get(r.id, r.weight)) for r in self.edits]

    def summaries_and_lines(self, ids: Sequence[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
        """The edit in one line and its findings, by the place in the archive."""
        rows = self.catalogue.among("SELECT id, summary, lines FROM revision WHERE id IN ({})", ids)
        return {n: (summary, tuple(filter(None, lines.split("\n")))) for n, summary, lines in rows}

    def summaries(self) -> dict[str, list[str]]:
        """What was said of each article's edits, the newest first, by its path."""
        found: dict[str, list[str]] = {}
        rows = self.catalogue.rows(
            "SELECT path, summary FROM revision JOIN article ON article.id = article"
            " WHERE summary != '' ORDER BY revision.id DESC"
        )
        for path, summary in rows:
            found.setdefault(path, []).append(summary)
        return found


def gravest(edits: Iterable[ListedRevision], most: int) -> list[ListedRevision]:
    """The gravest edits; among equals what had no note first, then the newest."""
    return sorted(edits, key=lambda r: (gravity(r.severity, r.weight, r.disclosed), r.seen, r.id), reverse=True)[:most]


def _revisions(catalogue: Catalogue) -> list[ListedRevision]:
    """All revisions in the archive's order."""
    rows = catalogue.rows(
        "SELECT revision.id, name, path, number, seen, kind, flags, severity, disclosed, weight"
        " FROM revision JOIN article ON article.id = article ORDER BY revision.id"
    )
    return [
        ListedRevision(n, name, path, number, seen, kind, tuple(filter(None, flags.split(","))), *rest)
        for n, name, path, number, seen, kind, flags, *rest in rows
    ]


def _article(
    facts: Sequence[str], path: str, history: Sequence[ListedRevision], tags: tuple[str, ...]
) -> ListedArticle:
    url, host, headline, published = facts
    seen = [r.seen for r in history]
    return ListedArticle(
        path,
        url,
        host,
        headline,
        None if published is None else int(published),
        tags,
        tuple(r.commit for r in history),
        min(seen),
        max(seen),
    )
