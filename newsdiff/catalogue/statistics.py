"""Edits counted: by outlet, week, month, hour, kind of flag or tag; how many had no note, how soon the first came."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from statistics import median

from newsdiff.catalogue.catalogue import Catalogue, spans
from newsdiff.model import FlagKind, RevisionKind, is_told
from newsdiff.named_tuple import NamedTuple

_EDITS = (RevisionKind.EDIT, RevisionKind.REVERT, RevisionKind.REMOVED)
_QUIET = frozenset((FlagKind.WORDING.value, ""))


class By(StrEnum):
    """What edits are counted by."""

    OUTLET = "outlet"
    ARTICLE = "article"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    KIND = "kind"
    FLAG = "flag"
    TAG = "tag"


@dataclass(slots=True)
class Count:
    """What was counted of one group; times in seconds from the claimed publication to the first edit."""

    articles: set[int] = field(default_factory=set)
    edited: set[int] = field(default_factory=set)
    edits: int = 0
    flagged: int = 0
    undisclosed: int = 0
    first_edits: list[int] = field(default_factory=list)

    @property
    def first_edit(self) -> float | None:
        """The median time to the first edit; None where no article says when it was published."""
        return first_edit([self])


def first_edit(counts: Iterable[Count]) -> float | None:
    """The median time to the first edit of the articles of several groups, each in one of them; None without any."""
    seconds = [one for count in counts for one in count.first_edits]
    return median(seconds) if seconds else None


def statistics(
    catalogue: Catalogue,
    by: By,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    host: str | None = None,
    zone: tzinfo = UTC,
    tags: Mapping[str, tuple[str, ...]] | None = None,
) -> dict[str, Count]:
    """The counts of each group, by its name; ``tags`` names those of an article's path."""
    rows = _rows(catalogue, since, until, host)
    return _counted(rows, _first_edits(catalogue), _grouped(by, zone, tags or {}))


def statistics_within(
    catalogue: Catalogue,
    within: By,
    by: Sequence[By],
    *,
    zone: tzinfo = UTC,
    tags: Mapping[str, tuple[str, ...]] | None = None,
) -> dict[str, dict[By, dict[str, Count]]]:
    """The counts of each outlet (or tag, or whatever ``within`` is), by several things at once."""
    first, found = _first_edits(catalogue), dict[str, dict[By, dict[str, Count]]]()
    outer = _grouped(within, zone, tags or {})
    parts: dict[str, list[_Row]] = {}
    for row in _rows(catalogue, None, None, None):
        for name in outer(row):
            parts.setdefault(name, []).append(row)
    for name, rows in sorted(parts.items()):
        found[name] = {one: _counted(rows, first, _grouped(one, zone, tags or {})) for one in by}
    return found


class _Row(NamedTuple):
    """A revision with what is counted of it; times in seconds since 1970."""

    revision: int
    article: int
    path: str
    outlet: str
    published: int | None
    seen: int
    kind: str
    flags: list[str]
    disclosed: str


def _rows(catalogue: Catalogue, since: datetime | None, until: datetime | None, host: str | None) -> list[_Row]:
    terms, values = spans(since, until, host)
    rows = catalogue.rows(
        "SELECT revision.id, article.id, path, article.host, published, seen, kind, flags, disclosed FROM revision"
        f" JOIN article ON article.id = article WHERE {terms} ORDER BY revision.id",
        *values,
    )
    return [_Row._make((*head, flags.split(","), disclosed)) for *head, flags, disclosed in rows]


def _first_edits(catalogue: Catalogue) -> dict[int, int]:
    """The first edit of each article."""
    marks = ", ".join("?" * len(_EDITS))
    asked = f"SELECT article, min(id) FROM revision WHERE kind IN ({marks}) GROUP BY article"
    return dict(catalogue.rows(asked, *_EDITS))


def _counted(rows: Iterable[_Row], first: Mapping[int, int], group: "Group") -> dict[str, Count]:
    """The counts of each group among these revisions, by its name."""
    found: dict[str, Count] = {}
    for row in rows:
        for name in group(row):
            count = found.setdefault(name, Count())
            count.articles.add(row.article)
            if row.kind not in _EDITS:
                continue
            count.edits += 1
            count.flagged += not _QUIET.issuperset(row.flags)
            count.undisclosed += not is_told(row.disclosed)
            if row.revision == first[row.article] and row.published is not None and row.seen >= row.published:
                count.first_edits.append(row.seen - row.published)
            count.edited.add(row.article)
    return dict(sorted(found.items()))


Group = Callable[[_Row], tuple[str, ...]]


def _grouped(by: By, zone: tzinfo, tags: Mapping[str, tuple[str, ...]]) -> Group:
    """What names the groups of a revision: from its article's path and outlet, its time, kind and flags."""

    def at(row: _Row) -> datetime:
        return datetime.fromtimestamp(row.seen, zone)

    groups: dict[By, Group] = {
        By.OUTLET: lambda row: (row.outlet,),
        By.ARTICLE: lambda row: (row.path,),
        By.WEEK: lambda row: (f"{at(row):%G-W%V}",),
        By.MONTH: lambda row: (f"{at(row):%Y-%m}",),
        By.HOUR: lambda row: (f"{at(row):%H}",),
        By.KIND: lambda row: (row.kind,),
        By.FLAG: lambda row: tuple(filter(None, row.flags)),
        By.TAG: lambda row: tags.get(row.path, ()),
    }
    return groups[by]
