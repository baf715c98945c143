"""What happened differs in a kept statement: injured, killed; arrested, charged; rose, fell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.scales import Place
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_GRAVE = frozenset(("casualty", "justice"))  # scales on which a text says one thing all in all
_ALIKE = 0.5  # share of words that a sentence must keep where the acts stand in different places
_LEAST = 0.15  # and where one stands in the other's place


class Act(NamedTuple):
    """An act in a sentence, and the number of the changed region that it stands in."""

    place: Place
    region: int


@rule
def event(comparison: Comparison) -> Iterator[Flag]:
    """Acts on one scale at different points, in kept statements."""
    words = comparison.words
    if words is None or words.acts is None:
        return
    for pair in comparison.kept_pairs():
        yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new and words.acts
    if (
        pair.likeness < _LEAST
        or pair.alignment.kept < _LEAST
        or comparison.noted(pair.old)
        or comparison.noted(pair.new)
    ):
        return
    gone, came = _changed(pair, words)
    if not gone and not came:
        return
    before, after = _all(pair.old, words), _all(pair.new, words)
    gone = [a for a in gone if not _stands(a, after)]
    came = [a for a in came if not _stands(a, before)]
    told = _same_act(gone, came, pair, words)
    gone = [a for a in gone if a.place[:2] not in told[0]]
    came = [a for a in came if a.place[:2] not in told[1]]
    found = next(_replaced(gone, came, pair), None) or next(_graver(gone, came, before, after), None)
    if found:
        a, b = found
        yield Flag(
            FlagKind.EVENT,
            Severity.HIGH,
            _span(pair.old, a),
            _span(pair.new, b),
            "",
            pair.old.block,
            pair.new.block,
            _reason(a, b),
        )


def _changed(pair: Pair, words: WordTable) -> tuple[list[Act], list[Act]]:
    """The acts of either side that hold a word which the other side has nowhere."""
    assert pair.old and pair.new and words.acts
    alignment = pair.alignment
    found: tuple[list[Act], list[Act]] = [], []
    for side, sentence in enumerate((pair.old, pair.new)):
        low = list(map(bare, sentence.tokens.low))
        for n, region in enumerate(alignment.regions):
            for i in sorted(alignment.changed[side].intersection(region[side])):
                found[side].extend(Act(place, n) for place in words.acts.at(low, i))
    return found


def _all(sentence: Sentence, words: WordTable) -> list[Place]:
    assert words.acts
    low = list(map(bare, sentence.tokens.low))
    return [place for i in range(len(low)) if low[i] not in words.grammar for place in words.acts.at(low, i)]


def _stands(act: Act, others: Iterable[Place]) -> bool:
    """Whether the other side says the same on the same scale."""
    point = act.place.point
    return any(p.point.scale == point.scale and p.point.name == point.name for p in others)


def _same_act(
    gone: Sequence[Act], came: Sequence[Act], pair: Pair, words: WordTable
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The places of acts that are but other words for one act."""
    assert pair.old and pair.new and words.senses
    found: tuple[set[tuple[int, int]], set[tuple[int, int]]] = set(), set()
    for a in gone:
        for b in came:
            x, y = pair.old.tokens.at(a.place.first), pair.new.tokens.at(b.place.first)
            if a.place.first == a.place.last and b.place.first == b.place.last and words.senses.akin(x, y):
                found[0].add(a.place[:2])
                found[1].add(b.place[:2])
    return found


def _replaced(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[Place, Place]]:
    """Acts of one scale of which one stands in the other's place."""
    pairs = [(a, b) for a in gone for b in came if _differ(a.place, b.place)]
    pairs.sort(key=lambda p: p[0].region != p[1].region)
    for a, b in pairs:
        if a.region == b.region or pair.alignment.kept >= _ALIKE:
            yield a.place, b.place


def _differ(a: Place, b: Place) -> bool:
    if a.point.scale != b.point.scale or a.point.name == b.point.name:
        return False
    return not (a.point.vague or b.point.vague) or a.point.degree != b.point.degree


def _graver(
    gone: Sequence[Act], came: Sequence[Act], before: Sequence[Place], after: Sequence[Place]
) -> Iterator[tuple[Place | None, Place | None]]:
    """Acts of a scale on which one side, all in all, says more than the other."""
    for scale in sorted(_GRAVE):
        old, new = (
            max((p for p in side if p.point.scale == scale), key=_degree, default=None) for side in (before, after)
        )
        if not old or not new or not _differ(old, new) or old.point.degree == new.point.degree:
            continue
        if any(a.place == old for a in gone) or any(b.place == new for b in came):
            yield old, new


def _degree(place: Place) -> int:
    return place.point.degree


def _span(sentence: Sentence, place: Place | None) -> str:
    """The words of an act, without the preposition that may end them."""
    if place is None:
        return ""
    last = place.last
    words = sentence.words
    while words and last > place.first and sentence.tokens.low[last] in words.grammar | words.stop:
        last -= 1
    return sentence.tokens.span(place.first, last)


def _reason(a: Place | None, b: Place | None) -> str:
    return f"from {a.point.name} to {b.point.name}" if a and b else ""
