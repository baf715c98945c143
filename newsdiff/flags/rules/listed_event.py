"""What happened differs in a kept statement, in a language whose folder lists acts on their scales.

As in ``event``, but without a dictionary: what the lists do not tell is no act. Acts of one scale at different points,
of which one stands in the other's place or is the only one of its side, are another event; so are acts of two scales
of hard facts in one place, and a scale on which one side says more all in all.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import Act, acts, changed_acts, differ
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_GRAVE = ("casualty", "found", "justice")  # scales on which a text says one thing all in all
_HARD = frozenset(("casualty", "justice", "ruling", "work", "custody", "conflict", "crime", "permit"))
_CRIME = "crime"
_LEAST = 0.15  # share of words that a statement must keep
_KEPT = 0.5  # share of words of substance that one keeps in which acts may stand far from one another
_FEW, _FEWER = 4, 3  # words of substance of a place in which acts of one scale, of two may stand for one another
_DENIAL_TOKENS = 3  # before an act in which it is denied

Change = tuple[ScalePoint | None, ScalePoint | None]


@rule
def listed_event(comparison: Comparison) -> Iterator[Flag]:
    """Acts on one scale at different points, in kept statements."""
    words = comparison.words
    if words is None or words.acts is None or words.senses is not None:
        return
    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.likeness >= _LEAST and not comparison.noted(pair.old) and not comparison.noted(pair.new):
            yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new and words.acts
    if not any(words.acts.mentions(s.tokens.bare[i]) for s, i in _touched(pair)):
        return
    before, after = (_done(s, words, comparison) for s in (pair.old, pair.new))
    points = [{p.point for p in side if not p.point.vague} for side in (before, after)]
    gone = [a for a in changed_acts(pair, before, 0) if a.place.point not in points[1]]
    came = [a for a in changed_acts(pair, after, 1) if a.place.point not in points[0]]
    found = (
        next(_replaced(gone, came, pair), None)
        or next(_graver(gone, came, before, after), None)
        or next(_another(gone, came, pair), None)
        or next(_only_ones(gone, came, pair), None)
        or next(_one_more(gone, came, before, after), None)
    )
    if found:
        spans = _span(pair.old, found[0]), _span(pair.new, found[1])
        blocks = pair.old.block, pair.new.block
        yield Flag(FlagKind.EVENT, Severity.HIGH, *spans, "", *blocks, _reason(*found))


def _touched(pair: Pair) -> Iterator[tuple[Sentence, int]]:
    """The changed tokens of both sides."""
    assert pair.old and pair.new
    for sentence, changed in zip((pair.old, pair.new), pair.alignment.touched, strict=True):
        yield from ((sentence, i) for i in sorted(changed))


def _done(sentence: Sentence, words: WordTable, comparison: Comparison) -> list[ScalePoint]:
    """The acts of a sentence but its verbs of saying."""
    said = {s.first for s in comparison.read(sentence).sources if sentence.tokens.at(s.last + 1) in words.thats}
    return [p for p in acts(sentence, words) if p.first not in said]


def _replaced(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """Acts of one scale of which one stands in the other's place."""
    for a, b in product(gone, came):
        placed = a.region == b.region and pair.alignment.brief(a.region, _FEW)
        if placed and differ(a.place, b.place) and not _denied(a, b, pair):
            yield a.place, b.place


def _graver(
    gone: Sequence[Act], came: Sequence[Act], before: Sequence[ScalePoint], after: Sequence[ScalePoint]
) -> Iterator[Change]:
    """Acts of a scale on which one side, all in all, says more than the other."""
    for scale in _GRAVE:
        old, new = (
            max((p for p in side if p.point.scale == scale), key=lambda p: p.point.degree, default=None)
            for side in (before, after)
        )
        if not old or not new or not differ(old, new) or old.point.degree == new.point.degree:
            continue
        went, arrived = any(a.place == old for a in gone), any(b.place == new for b in came)
        if arrived and (went or new.point.degree > old.point.degree):
            yield old, new
        elif went and old.point.degree > new.point.degree:
            yield from ((old, b.place) for b in came if b.place.point.scale == scale)


def _another(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """Acts of different scales, where one word gave way to one: *festgenommen*, *verletzt*."""
    for a, b in product(gone, came):
        hard = a.place.point.scale in _HARD and b.place.point.scale in _HARD and a.region == b.region
        if hard and _scales(a, gone).isdisjoint(_scales(b, came)) and pair.alignment.brief(a.region, _FEWER):
            yield a.place, b.place


def _scales(act: Act, side: Sequence[Act]) -> set[str]:
    """The scales on which the words of an act may stand."""
    return {x.place.point.scale for x in side if x.place[:2] == act.place[:2]}


def _only_ones(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """The only acts that went and came on a scale, where a verb may stand far from its place: erhöht, könnte senken."""
    if pair.alignment.substance.kept < _KEPT:
        return
    for a in gone:
        mine, theirs = ([x for x in side if x.place.point.scale == a.place.point.scale] for side in (gone, came))
        single = all(len({x.place.point.name for x in side}) == 1 for side in (mine, theirs))
        if single and differ(a.place, theirs[0].place) and not _denied(a, theirs[0], pair):
            yield a.place, theirs[0].place


def _one_more(
    gone: Sequence[Act], came: Sequence[Act], before: Sequence[ScalePoint], after: Sequence[ScalePoint]
) -> Iterator[Change]:
    """A crime beside others that came or went: *Raub*, *Raub und Mord*."""
    went, arrived = ([a.place for a in side if a.place.point.scale == _CRIME and a.whole] for side in (gone, came))
    if went and not arrived and any(p.point.scale == _CRIME for p in after):
        yield went[0], None
    if arrived and not went and any(p.point.scale == _CRIME for p in before):
        yield None, arrived[0]


def _denied(a: Act, b: Act, pair: Pair) -> bool:
    """Whether one of two acts is denied, and so says what the other does: not lost, kept."""
    assert pair.old and pair.new
    words = pair.old.words
    near = (
        s.tokens.low[max(0, x.place.first - _DENIAL_TOKENS) : x.place.first] for s, x in ((pair.old, a), (pair.new, b))
    )
    denied = [words is not None and not words.negators.keys().isdisjoint(low) for low in near]
    return denied[0] != denied[1]


def _span(sentence: Sentence, place: ScalePoint | None) -> str:
    return sentence.tokens.span(place.first, place.last) if place else ""


def _reason(a: ScalePoint | None, b: ScalePoint | None) -> str:
    if a and b:
        return f"from {a.point.name} to {b.point.name}"
    return f"now {b.point.name}" if b else f"no longer {a.point.name}" if a else ""
