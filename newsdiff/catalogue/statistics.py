"""Edits counted: by outlet, month, hour, kind of flag or tag; how many had no note, how soon the first came."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from statistics import median

from newsdiff.catalogue.catalogue import Catalogue, spans
from newsdiff.model import Disclosed, FlagKind, RevisionKind

_EDITS = (RevisionKind.EDIT, RevisionKind.REVERT, RevisionKind.REMOVED)
_QUIET = frozenset((FlagKind.WORDING.value, ""))


class By(StrEnum):
    """What edits are counted by."""

    OUTLET = "outlet"
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
        return median(self.first_edits) if self.first_edits else None


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
    terms, values = spans(since, until, host)
    rows = catalogue.rows(
        "SELECT revision.id, article.id, path, article.host, published, seen, kind, flags, disclosed FROM revision"
        f" JOIN article ON article.id = article WHERE {terms} ORDER BY revision.id",
        *values,
    )
    marks = ", ".join("?" * len(_EDITS))
    first = dict(
        catalogue.rows(f"SELECT article, min(id) FROM revision WHERE kind IN ({marks}) GROUP BY article", *_EDITS)
    )
    group = _grouped(by, zone, tags or {})
    found: dict[str, Count] = {}
    for revision, article, path, outlet, published, seen, kind, flags, disclosed in rows:
        kinds = flags.split(",")
        for name in group(path, outlet, seen, kind, kinds):
            count = found.setdefault(name, Count())
            count.articles.add(article)
            if kind not in _EDITS:
                continue
            count.edits += 1
            count.flagged += not _QUIET.issuperset(kinds)
            count.undisclosed += disclosed != Disclosed.NOTE
            if revision == first[article] and published is not None and seen >= published:
                count.first_edits.append(seen - published)
            count.edited.add(article)
    return dict(sorted(found.items()))


Group = Callable[[str, str, int, str, list[str]], tuple[str, ...]]


def _grouped(by: By, zone: tzinfo, tags: Mapping[str, tuple[str, ...]]) -> Group:
    """What names the groups of a revision: from its article's path and outlet, its time, kind and flags."""

    def at(seconds: int) -> datetime:
        return datetime.fromtimestamp(seconds, zone)

    groups: dict[By, Group] = {
        By.OUTLET: lambda _path, outlet, _seen, _kind, _flags: (outlet,),
        By.MONTH: lambda _path, _outlet, seen, _kind, _flags: (f"{at(seen):%Y-%m}",),
        By.HOUR: lambda _path, _outlet, seen, _kind, _flags: (f"{at(seen):%H}",),
        By.KIND: lambda _path, _outlet, _seen, kind, _flags: (kind,),
        By.FLAG: lambda _path, _outlet, _seen, _kind, flags: tuple(filter(None, flags)),
        By.TAG: lambda path, _outlet, _seen, _kind, _flags: tags.get(path, ()),
    }
    return groups[by]
