"""Two names, quantities or dates changed places in a sentence that otherwise stands word for word.

What is merely reordered cancels out in the other rules: they compare which values stand on either side, not where.
Here the places matter: *Orsk beat Tilden 3-2* and *Tilden beat Orsk 2-3* hold the same values. The members of one
list (*Orsk and Tilden*), and those of whom a mutual word tells (*Orsk met Tilden*), may stand in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from newsdiff.flags.value_pairs import Spanned

    _Value = TypeVar("_Value", bound=Spanned)

_LINKS = frozenset((",", "and", "&", "or", "the", "y", "und", "et"))  # between the members of a list
_TWO = 2
_QUANTITY = attrgetter("value", "unit", "bound")


@rule
def swapped(comparison: Comparison) -> Iterator[Flag]:
    """One flag a sentence for each kind of value."""
    words = comparison.words
    if words is None:
        return
    idle = _LINKS | words.mutual
    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.old.bag != pair.new.bag or pair.old.tokens.low == pair.new.tokens.low:
            continue
        a, b = comparison.read(pair.old), comparison.read(pair.new)
        names, others = _beside(pair.old, pair.new, comparison), _beside(pair.new, pair.old, comparison)
        naming = FlagKind.ATTRIBUTION if _speak(names, comparison) and _speak(others, comparison) else FlagKind.NAME
        for kind, severity, spans in (
            (naming, Severity.MEDIUM, _spans(names, others, attrgetter("parts"), idle)),
            (FlagKind.NUMBER, Severity.HIGH, _spans(a.quantities, b.quantities, _QUANTITY, idle)),
            (FlagKind.DATE, Severity.MEDIUM, _spans(a.dates, b.dates, attrgetter("parts"), idle)),
        ):
            if spans:
                what = "speaker" if kind is FlagKind.ATTRIBUTION else kind
                yield Flag(kind, severity, *spans, "", pair.old.block, pair.new.block, f"a {what} took another's place")


def _speak(names: Sequence[Value], comparison: Comparison) -> bool:
    """Whether one of some names is the source of what is said of another: Lee said that Chan had signed."""
    if len(names) < _TWO:
        return False
    sources = comparison.read(names[0].sentence).sources
    return any(sum(v.last in s.agent for v in names) == 1 for s in sources)


def _beside(sentence: Sentence, other: Sentence, comparison: Comparison) -> list[Value]:
    """The names of a sentence, those that only their capitals on both sides tell, and what it says of nations, which
    is no name but may change places as well.
    """
    reading, tokens = comparison.read(sentence), sentence.tokens
    named = {i for v in (*reading.names, *reading.dates) for i in range(v.first, v.last + 1)}
    both = _large_words(sentence) & _large_words(other) if _writes_small(sentence, reading.words) else frozenset()
    both -= reading.words.stop | reading.words.grammar | reading.words.no_names | reading.words.honorifics.keys()
    alone = (i for i in tokens.capitals if tokens.low[i] in reading.words.demonyms or tokens.low[i] in both)
    single = (Value(sentence, i, i, (tokens.low[i],)) for i in alone if i not in named)
    return sorted((*reading.names, *single), key=lambda v: v.first)


def _large_words(sentence: Sentence) -> frozenset[str]:
    return frozenset(sentence.tokens.low[i] for i in sentence.tokens.capitals)


def _writes_small(sentence: Sentence, words: WordTable) -> bool:
    """Whether a capital tells a name: common words have none, which a word of substance written small shows."""
    tokens = sentence.tokens
    small = (w for w, raw in zip(tokens.low, tokens.raw, strict=True) if raw[0].islower())
    return "nouns" not in words.capitals and any(w not in words.stop and w not in words.grammar for w in small)


def _spans(
    old: Sequence[_Value], new: Sequence[_Value], key: Callable[[_Value], Hashable], idle: frozenset[str]
) -> tuple[str, str] | None:
    """The stretch from the first to the last value that stands in another's place, on both sides; None without one.

    ``idle`` are the words between two values that leave their order free.
    """
    before, after = list(map(key, old)), list(map(key, new))
    if before == after or sorted(map(repr, before)) != sorted(map(repr, after)) or around(old) != around(new):
        return None
    places = [i for i, (x, y) in enumerate(zip(before, after, strict=True)) if x != y]
    first, last = places[0], places[-1]
    between = list(_between(old[first : last + 1]))
    if idle.issuperset(between) and (between != [","] or last - first > 1):  # according to Orsk, Tilden lost: no list
        return None
    return _stretch(old[first], old[last]), _stretch(new[first], new[last])


def _between(values: Sequence[Spanned]) -> Iterator[str]:
    """The words between values."""
    for one, other in pairwise(values):
        yield from one.sentence.tokens.low[one.last + 1 : other.first]


def around(values: Sequence[Spanned]) -> list[str]:
    """The words of a sentence with a gap for each value."""
    low, at, found = values[0].sentence.tokens.low, 0, list[str]()
    for value in values:
        found += (*low[at : value.first], "")
        at = value.last + 1
    return [*found, *low[at:]]


def _stretch(first: Spanned, last: Spanned) -> str:
    return first.sentence.tokens.span(first.first, last.last)
