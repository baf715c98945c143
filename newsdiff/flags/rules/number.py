"""A quantity differs: value, unit, scale or bound."""

import re
from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.read.quantities import RANK, Quantity
from newsdiff.flags.read.subject import counted
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.value_pairs import changes, sides, unmatched
from newsdiff.model import Flag, FlagKind, Severity

_FIGURE = re.compile(r"[-\u2212]?\d+(?:[.,]\d+)*")
_HIGH_RATIO = 1.5  # from this ratio on a change is high


@rule
def number(comparison: Comparison) -> Iterator[Flag]:
    """Quantities that stand on one side of a passage only."""
    if comparison.words is None:
        yield from _figures(comparison)
        return
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        old = [q for s in before for q in comparison.read(s).quantities]
        new = [q for s in after for q in comparison.read(s).quantities]
        gone, came = unmatched(old, new, _parts)
        gone, came = _ranked(gone, came), _ranked(came, gone)
        if passage.whole:
            came = [q for q in came if not comparison.said_before(q.span)]
        for a, b in changes(passage, gone, came):
            yield _flag(a, b)


def _ranked(values: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Without the ranks that have no other rank in their place: *the second attempt* may well be *the attempt*."""
    return values if any(q.unit == RANK for q in others) else [q for q in values if q.unit != RANK]


def _figures(comparison: Comparison) -> Iterator[Flag]:
    """In a language without a word table: figures that stand on one side of a passage only."""
    for passage in comparison.passages:
        if passage.whole:
            continue
        hunk = passage.hunk
        old, new = _FIGURE.findall(hunk.old_text), _FIGURE.findall(hunk.new_text)
        gone, came = Counter(old) - Counter(new), Counter(new) - Counter(old)
        if gone or came:
            yield Flag(
                FlagKind.NUMBER,
                Severity.MEDIUM,
                ", ".join(gone),
                ", ".join(came),
                "",
                hunk.old_index,
                hunk.new_index,
                "the figures differ",
            )


def _flag(a: Quantity | None, b: Quantity | None) -> Flag:
    some = b or a
    assert some is not None
    ratio = _ratio(a.value, b.value) if a and b and a.unit == b.unit else 1.0
    return Flag(
        FlagKind.NUMBER,
        Severity.HIGH if ratio > _HIGH_RATIO else Severity.MEDIUM,
        a.span if a else "",
        b.span if b else "",
        counted(some),
        a.sentence.block if a else None,
        b.sentence.block if b else None,
        _reason(a, b, ratio),
    )


def _reason(a: Quantity | None, b: Quantity | None, ratio: float) -> str:
    if not a or not b:
        return "a quantity came" if b else "a quantity went"
    if a.value == b.value:
        return "the unit differs" if a.unit != b.unit else "the bound differs"
    return f"the quantity differs by a factor of {ratio:.3g}" if 1.0 < ratio < float("inf") else "the quantity differs"


def _parts(q: Quantity) -> tuple[tuple[float, str, str]]:
    return (_key(q),)


def _key(q: Quantity) -> tuple[float, str, str]:
    if not q.unit and 0 < q.value < 1:
        return round(100 * q.value, 4), "%", q.bound  # a quarter is 25 %
    return round(q.value, 4), q.unit, q.bound


def _ratio(a: float, b: float) -> float:
    small, large = sorted((abs(a), abs(b)))
    return large / small if small else float("inf")
