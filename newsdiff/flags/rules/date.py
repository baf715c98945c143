"""A calendar or clock expression differs: day, weekday, month, year, time, relative day."""

from collections.abc import Iterator

from newsdiff.flags.pairing import changes, sides, span
from newsdiff.flags.read.value import unmatched
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity


@rule
def date(comparison: Comparison) -> Iterator[Flag]:
    """Dates of which some part stands on one side of a passage only."""
    if comparison.words is None:
        return
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        old = [v for s in before for v in comparison.read(s).dates]
        new = [v for s in after for v in comparison.read(s).dates]
        if not old and not new:
            continue
        gone, came = unmatched(old, new), unmatched(new, old)
        if passage.whole:
            came = [v for v in came if v.span not in comparison.diff.old.text]
        for a, b in changes(passage, gone, came):
            yield Flag(
                FlagKind.DATE,
                Severity.MEDIUM,
                span(a),
                span(b),
                "",
                a.sentence.block if a else None,
                b.sentence.block if b else None,
                "a date or time differs" if a and b else "a date or time came" if b else "a date or time went",
            )
