"""A calendar or clock expression differs: day, weekday, month, year, time, relative day."""

from collections.abc import Iterator

from newsdiff.flags.pairing import flags_of
from newsdiff.flags.read.dates import dates
from newsdiff.flags.read.value import unmatched
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity


@rule
def date(comparison: Comparison) -> Iterator[Flag]:
    """Dates of which some part stands on one side of a passage only."""
    words = comparison.words
    if words is None:
        return
    for passage in comparison.passages:
        if passage.whole:
            continue
        old = [v for s in passage.old for v in dates(s, words)]
        new = [v for s in passage.new for v in dates(s, words)]
        if old or new:
            gone, came = unmatched(old, new), unmatched(new, old)
            yield from flags_of(FlagKind.DATE, Severity.MEDIUM, passage, gone, came, "a date or time differs")
