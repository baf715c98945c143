"""A quantity differs: value, unit, scale or bound."""

from collections import Counter
from collections.abc import Iterator, Sequence

from newsdiff.flags.pairing import changes
from newsdiff.flags.passage import Passage, Sentence
from newsdiff.flags.read.dates import dates, taken
from newsdiff.flags.read.quantities import Quantity, quantities
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_MUCH = 1.5  # from this ratio on a change is high


@rule
def number(comparison: Comparison) -> Iterator[Flag]:
    """Quantities that stand on one side of a passage only."""
    words = comparison.words
    if words is None:
        return
    for passage in comparison.passages:
        if not passage.whole:
            yield from _compared(passage, words)


def _compared(passage: Passage, words: Words) -> Iterator[Flag]:
    old = [q for s in passage.old for q in _read(s, words)]
    new = [q for s in passage.new for q in _read(s, words)]
    gone, came = _unmatched(old, new), _unmatched(new, old)
    for a, b in changes(passage, gone, came):
        some = b or a
        assert some is not None
        much = a is None or b is None or _ratio(a.value, b.value) > _MUCH
        severity = Severity.HIGH if much and a and b else Severity.MEDIUM
        yield Flag(
            FlagKind.NUMBER,
            severity,
            a.span if a else "",
            b.span if b else "",
            "",
            a.sentence.block if a else None,
            b.sentence.block if b else None,
            "a quantity differs",
        )


def _read(sentence: Sentence, words: Words) -> list[Quantity]:
    return quantities(sentence, words, taken(dates(sentence, words)))


def _unmatched(values: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    rest = Counter(_key(q) for q in others)
    found = []
    for q in values:
        if rest[_key(q)] > 0:
            rest[_key(q)] -= 1
        else:
            found.append(q)
    return found


def _key(q: Quantity) -> tuple[float, str, str]:
    return round(q.value, 6), q.unit, q.bound


def _ratio(a: float, b: float) -> float:
    small, large = sorted((abs(a), abs(b)))
    return large / small if small else float("inf")
