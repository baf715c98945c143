"""Names, quantities or dates of two sentences that took each other's place: *X,* said Lee. *Y,* said Cole.

What a passage holds on both sides cancels out in the other rules, whichever of its sentences holds it. Here each
sentence stands as it did, but for a value that its neighbour had.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations
from operator import attrgetter

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.rules.swapped import around
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.value_pairs import SPEAKER_MOVED, span
from newsdiff.model import Flag, FlagKind, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.flags.value_pairs import Spanned

_TWO = 2
_MOST = 12  # changed sentences of a passage that are looked at
_SEVERITIES = {FlagKind.NUMBER: Severity.HIGH}
_PARTS: Callable[[Spanned], Hashable] = attrgetter("parts")
_QUANTITY: Callable[[Spanned], Hashable] = attrgetter("value", "unit", "bound")


@rule
def exchanged(comparison: Comparison) -> Iterator[Flag]:
    """One flag for each of two sentences."""
    if comparison.words is None:
        return
    for passage in comparison.passages:
        if passage.whole or len(passage.pairs) < _TWO:
            continue
        given = [(p, p.old.bag - p.new.bag, p.new.bag - p.old.bag) for p in passage.pairs if p.old and p.new]
        changed = [row for row in given if row[1] and row[2]]  # words that went, and words that came
        for (one, gave, took), (other, gave_too, took_too) in combinations(changed[:_MOST], 2):
            if took == gave_too and gave == took_too:
                yield from _flags(one, other, comparison)


def _flags(one: Pair, other: Pair, comparison: Comparison) -> Iterator[Flag]:
    for kind, read, key in (
        (FlagKind.NAME, _names, _PARTS),
        (FlagKind.NUMBER, _quantities, _QUANTITY),
        (FlagKind.DATE, _dates, _PARTS),
    ):
        found = [_exchanged(pair, read, key, comparison) for pair in (one, other)]
        if not all(found):
            continue
        for pair, spans in zip((one, other), found, strict=True):
            assert pair.old and pair.new and spans
            a, b = spans
            told = FlagKind.ATTRIBUTION if kind is FlagKind.NAME and _speak(a, b, comparison) else kind
            why = SPEAKER_MOVED if told is FlagKind.ATTRIBUTION else f"a {kind} took another's place"
            before, after = span(a), span(b)
            severity = _SEVERITIES.get(told, Severity.MEDIUM)
            yield Flag(told, severity, before, after, "", pair.old.block, pair.new.block, why)


def _names(sentence: Sentence, comparison: Comparison) -> Sequence[Spanned]:
    return comparison.read(sentence).names


def _quantities(sentence: Sentence, comparison: Comparison) -> Sequence[Spanned]:
    return comparison.read(sentence).quantities


def _dates(sentence: Sentence, comparison: Comparison) -> Sequence[Spanned]:
    return comparison.read(sentence).dates


def _exchanged(
    pair: Pair,
    read: Callable[[Sentence, Comparison], Sequence[Spanned]],
    key: Callable[[Spanned], Hashable],
    comparison: Comparison,
) -> tuple[Spanned, Spanned] | None:
    """The only value of a pair that another took the place of, where all else stands as it did."""
    assert pair.old and pair.new
    old, new = read(pair.old, comparison), read(pair.new, comparison)
    if not old or len(old) != len(new) or around(old) != around(new):
        return None
    apart = [(a, b) for a, b in zip(old, new, strict=True) if key(a) != key(b)]
    return apart[0] if len(apart) == 1 else None


def _speak(a: Spanned, b: Spanned, comparison: Comparison) -> bool:
    """Whether both names are sources of what their sentences say."""
    return all(any(v.last in s.agent for s in comparison.read(v.sentence).sources) for v in (a, b))
