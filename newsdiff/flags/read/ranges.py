"""Ranges, whose two numbers share what is named once: 2-6 per cent, €300-400, 10 to 15 million."""

from collections.abc import Iterable

from newsdiff.flags.read.counts.counted_words import is_noun
from newsdiff.flags.read.quantities import RANK, SCORE, SIGNS, Quantity
from newsdiff.language.table import WordTable

_LARGEST_WHOLE = 100  # of which a part is told in two numbers


def with_ranges(quantities: Iterable[Quantity], words: WordTable) -> list[Quantity]:
    """The quantities of a sentence, those of a range with the unit and the scale that it names once."""
    found = list(quantities)
    for n in range(len(found) - 1):
        if found[n + 1].first == found[n].last + 2:
            found[n : n + 2] = _as_range(found[n], found[n + 1], words)
    for n in range(len(found) - 2, -1, -1):
        if share := _as_share(found[n], found[n + 1], words):
            found[n : n + 2] = [share]
    return [_with_article(q, words) for q in found]


def _as_share(a: Quantity, b: Quantity, words: WordTable) -> Quantity | None:
    """Two numbers as the part that one is of the other: nine out of ten, one in four."""
    link = a.sentence.tokens.low[a.last + 1 : b.first]
    linked = link[:1] in ([w] for w in words.share_links) and link[1:] in ([], ["of"])
    whole = not a.value % 1 and not b.value % 1 and 0 < a.value < b.value <= _LARGEST_WHOLE
    if not linked or not whole or a.unit or b.unit or b.bound:
        return None
    return a._replace(last=b.last, value=a.value / b.value)


def _with_article(q: Quantity, words: WordTable) -> Quantity:
    """A part of a unit with the whole one before it: an hour and a half."""
    at, first = q.sentence.tokens.at, q.first
    whole = first > 3 and at(first - 1) in words.vague and at(first - 2) in words.sums and at(first - 4) in words.vague
    unit = words.units.get(at(first - 3), "") if whole else ""
    if q.unit or q.bound or not 0 < q.value < 1 or not unit:
        return q
    return q._replace(first=first - 4, value=1 + q.value, unit=unit)


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
