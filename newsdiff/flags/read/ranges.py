"""Ranges, whose two numbers share what is named once: 2-6 per cent, €300-400, 10 to 15 million."""

from collections.abc import Sequence

from newsdiff.flags.read.quantities import RANK, SCORE, SIGNS, Quantity, is_noun
from newsdiff.language.table import WordTable


def with_ranges(quantities: Sequence[Quantity], words: WordTable) -> list[Quantity]:
    """The quantities of a sentence, those of a range with the unit and the scale that it names once."""
    found = list(quantities)
    for n in range(len(found) - 1):
        if found[n + 1].first == found[n].last + 2:
            found[n : n + 2] = _as_range(found[n], found[n + 1], words)
    return found


def _as_range(a: Quantity, b: Quantity, words: WordTable) -> tuple[Quantity, Quantity]:
    """Two quantities, those of a range with the unit and the scale that it names once: 2-6 per cent, €300-400."""
    tokens = a.sentence.tokens
    if not {a.unit, b.unit}.isdisjoint((RANK, SCORE)):
        return a, b
    link = tokens.low[a.last + 1]
    joined = link == "-" and tokens.glued(a.last + 1) and tokens.glued(b.first)
    linked = link in words.score_links or link in words.sums
    ranged = linked and tokens.at(a.first - 1) in words.ranges
    rises = link in words.score_links and a.value < b.value
    if not a.unit and b.unit and (joined or ranged or rises):
        a = a._replace(unit=b.unit)
    counts = is_noun(tokens.at(b.last + 1), words) and not joined
    led = tokens.low[a.first] in SIGNS and (joined or ranged or link in words.score_links)
    if a.unit and not b.unit and led and not counts:
        b = b._replace(unit=a.unit)
    scale = _scale(b, words)
    if scale > 1 == _scale(a, words) and (joined or ranged or rises) and a.unit == b.unit:
        a = a._replace(value=a.value * scale) if a.value < b.value / scale else a  # 10-15 million
    return a, b


def _scale(q: Quantity, words: WordTable) -> float:
    """By how much the words behind the figures of a quantity multiply it: a million in 15 million; 1 without them."""
    return max((words.scales.get(w, 1) for w in q.sentence.tokens.low[q.first + 1 : q.last + 1]), default=1)
