"""What happened differs in a kept statement, in a language whose folder lists acts on their scales.

As in ``event``, but without a dictionary: what the lists do not tell is no act. Acts of one scale at different points,
of which one stands in the other's place or is the only one of its side, are another event; so are acts of two scales
of hard facts in one place, and a scale on which one side says more all in all.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import (
    HARD,
    Act,
    Change,
    acts,
    changed_acts,
    differ,
    graver,
    one_denied,
    one_more,
    reason,
    scales_of,
)
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_LEAST = 0.15  # share of words that a statement must keep
_KEPT = 0.5  # share of words of substance that one keeps in which acts may stand far from one another
_MOSTLY_KEPT = 0.6  # the same in which acts of any two scales may stand for one another
_FEW, _FEWER = 4, 3  # words of substance of a place in which acts of one scale, of two may stand for one another
_INTENDED = frozenset(("may", "plan", "will"))  # classes of modals that are no acts
_NO_ACTS = ("sayings", "modals")  # lists of words that tell no act of their own
_FEWEST = 2  # the same of any two scales
_DIRECTION = "direction"
_DENIAL_TOKENS = 3  # before an act in which it is denied


@rule
def listed_event(comparison: Comparison) -> Iterator[Flag]:
    """Acts on one scale at different points, in kept statements."""
    words = comparison.words
    if words is None or words.acts is None or words.senses is not None:
        return
    from newsdiff.flags.turned_roles import turned_roles  # English has no use for it

    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.likeness >= _LEAST and not comparison.noted(pair.old) and not comparison.noted(pair.new):
            if found := _changed(pair, words, comparison):
                yield _flag(pair, found, reason(*found))
            elif turned := turned_roles(pair, words):
                yield _flag(pair, turned, "who did it and who bore it changed places")


def _flag(pair: Pair, change: Change, why: str) -> Flag:
    assert pair.old and pair.new
    spans, blocks = (_span(pair.old, change[0]), _span(pair.new, change[1])), (pair.old.block, pair.new.block)
    return Flag(FlagKind.EVENT, Severity.HIGH, *spans, "", *blocks, why)


def _changed(pair: Pair, words: WordTable, comparison: Comparison) -> Change | None:
    """The acts of a kept statement that differ."""
    assert pair.old and pair.new and words.acts
    if not any(words.acts.mentions(s.tokens.bare[i]) for s, i in _touched_tokens(pair)):
        return None
    before, after = (_acts_of(s, words, comparison) for s in (pair.old, pair.new))
    points = [{p.point for p in side if not p.point.vague} for side in (before, after)]
    shared = points[0] & points[1]
    kept = [{p[:2] for p in side if p.point in shared} for side in (before, after)]
    gone = [a for a in changed_acts(pair, before, 0) if a.place.point not in points[1] and a.place[:2] not in kept[0]]
    came = [a for a in changed_acts(pair, after, 1) if a.place.point not in points[0] and a.place[:2] not in kept[1]]
    return (
        next(_replacements(gone, came, pair), None)
        or next(_beside_kept(before, after, pair), None)
        or next(graver(gone, came, before, after), None)
        or next(_another(gone, came, pair), None)
        or next(_only_ones(gone, came, pair), None)
        or next(one_more(gone, came, before, after), None)
    )


def _touched_tokens(pair: Pair) -> Iterator[tuple[Sentence, int]]:
    """The changed tokens of both sides."""
    assert pair.old and pair.new
    for sentence, changed in zip((pair.old, pair.new), pair.alignment.touched, strict=True):
        yield from ((sentence, i) for i in sorted(changed))


def _acts_of(sentence: Sentence, words: WordTable, comparison: Comparison) -> list[ScalePoint]:
    """The acts of a sentence but its verbs of saying, and those that tell what may be."""
    said = {s.first for s in comparison.read(sentence).sources if sentence.tokens.at(s.last + 1) in words.thats}
    said.update(first for first, _, name in sentence.hits.get("modals", ()) if name in _INTENDED)
    return [p for p in acts(sentence, words) if p.first not in said]


def _replacements(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """Acts of one scale of which one stands in the other's place."""
    for a, b in product(gone, came):
        placed = a.region == b.region and pair.alignment.brief(a.region, _FEW)
        if placed and differ(a.place, b.place) and not one_denied(a, b, pair, _DENIAL_TOKENS):
            yield a.place, b.place


def _beside_kept(before: Sequence[ScalePoint], after: Sequence[ScalePoint], pair: Pair) -> Iterator[Change]:
    """Acts in one another's place of which the statement has one elsewhere as well, and keeps it: cuts its estimate of
    growth, raises its estimate of growth.
    """
    sides, touched = (before, after), pair.alignment.touched
    told = [{p.point for p in side if p.first in touched[n]} for n, side in enumerate(sides)]
    gone, came = (
        [a for a in changed_acts(pair, side, n) if a.place.point not in told[1 - n]] for n, side in enumerate(sides)
    )
    yield from (
        c
        for c in _replacements(gone, came, pair)
        if c[0] and c[1] and c[0].point.scale == _DIRECTION == c[1].point.scale
    )


def _another(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """Acts of different scales, where one word gave way to one: *festgenommen*, *verletzt*."""
    for a, b in product(gone, came):
        if a.region != b.region or not scales_of(a, gone).isdisjoint(scales_of(b, came)):
            continue
        hard = a.place.point.scale in HARD and b.place.point.scale in HARD
        if pair.alignment.brief(a.region, _FEWER if hard else _FEWEST) and (hard or _stands_alone(a, b, pair)):
            yield a.place, b.place


def _stands_alone(a: Act, b: Act, pair: Pair) -> bool:
    """Whether of a statement hardly more was changed than one act, and neither is a verb of saying or a modal."""
    assert pair.old and pair.new
    told = ((pair.old, a), (pair.new, b))
    said = any(
        first <= x.place.first < past for s, x in told for name in _NO_ACTS for first, past, _ in s.hits.get(name, ())
    )
    few = all(len(changed) <= _FEW for changed in pair.alignment.changed)
    return a.whole and b.whole and few and not said and pair.alignment.substance.kept >= _MOSTLY_KEPT


def _only_ones(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[Change]:
    """The only acts that went and came on a scale, where a verb may stand far from its place: erhöht, könnte senken."""
    if pair.alignment.substance.kept < _KEPT:
        return
    for a in gone:
        mine, theirs = ([x for x in side if x.place.point.scale == a.place.point.scale] for side in (gone, came))
        single = all(len({x.place.point.name for x in side}) == 1 for side in (mine, theirs))
        if single and differ(a.place, theirs[0].place) and not one_denied(a, theirs[0], pair, _DENIAL_TOKENS):
            yield a.place, theirs[0].place


def _span(sentence: Sentence, place: ScalePoint | None) -> str:
    return sentence.tokens.span(place.first, place.last) if place else ""
