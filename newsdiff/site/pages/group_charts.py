"""The charts of an outlet or a tag: edits over time, how soon the first came, whether readers were told, kinds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from newsdiff.catalogue.statistics import By, Count
from newsdiff.model import Disclosed
from newsdiff.site.contents import ListedRevision
from newsdiff.site.pages.charts import BarChart, Counted, columns, rows

BY = (By.WEEK, By.MONTH, By.FLAG, By.OUTLET)
_MOST_WEEKS = 26  # beyond, months are counted
_HOUR, _DAY = 3600, 86_400
_SPANS = (
    ("within 15 minutes", _HOUR // 4), ("within an hour", _HOUR), ("within 3 hours", 3 * _HOUR),
    ("within 12 hours", 12 * _HOUR), ("within a day", _DAY), ("within 3 days", 3 * _DAY), ("within a week", 7 * _DAY),
)  # fmt: skip


def group_charts(counts: Mapping[By, Mapping[str, Count]], edits: Sequence[ListedRevision]) -> list[BarChart]:
    """The four charts."""
    told = Counter(r.disclosed or Disclosed.UNKNOWN.value for r in edits)
    disclosures = [Counted(one.words, told[one]) for one in Disclosed]
    flags = sorted(counts[By.FLAG].items(), key=lambda item: (-item[1].edits, item[0]))
    soon = [seconds for count in counts[By.OUTLET].values() for seconds in count.first_edits]
    return [
        _over_time(counts),
        rows("first", "Time to the first edit", ("Time to the first edit", "Articles"), list(_soon(soon))),
        rows("told", "Were readers told?", ("Readers were told", "Edits"), disclosures),
        rows("kinds", "Kinds of edits", ("Kind", "Edits"), [Counted(name, c.edits) for name, c in flags if c.edits]),
    ]


def _over_time(counts: Mapping[By, Mapping[str, Count]]) -> BarChart:
    weeks, months = counts[By.WEEK], counts[By.MONTH]
    named = _weeks(weeks)
    by_week = len(named) <= _MOST_WEEKS
    found, names = (weeks, named) if by_week else (months, _months(months))
    unit = "week" if by_week else "month"
    bars = [Counted(name, *_edits(found.get(name)), short=short) for name, short in names]
    heads = (unit.capitalize(), "Edits", "Flagged")
    return columns("time", f"Edits by {unit}", heads, bars, "flagged")


def _edits(count: Count | None) -> tuple[int, int]:
    return (count.edits, count.flagged) if count else (0, 0)


def _weeks(names: Iterable[str]) -> list[tuple[str, str]]:
    """All weeks from the first to the last, such as ``2026-W10``, with the day they begin on."""
    found = sorted(names)
    if not found:
        return []
    first, last = (date.fromisocalendar(int(name[:4]), int(name[-2:]), 1) for name in (found[0], found[-1]))
    days = (first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1))
    return [(f"{day:%G-W%V}", f"{day.day} {day:%b %Y}") for day in days]


def _months(names: Iterable[str]) -> list[tuple[str, str]]:
    """All months from the first to the last, such as ``2026-03``."""
    found = sorted(names)
    first, last = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (found[0], found[-1]))
    return [(f"{n // 12:04}-{n % 12 + 1:02}", f"{date(n // 12, n % 12 + 1, 1):%b %Y}") for n in range(first, last + 1)]


def _soon(seconds: Sequence[int]) -> Iterable[Counted]:
    """How many first edits came within each span of time, and not in the one before."""
    left = sorted(seconds)
    for name, most in _SPANS:
        within = [s for s in left if s <= most]
        left = left[len(within) :]
        yield Counted(name, len(within))
    yield Counted("later", len(left))
