"""Acts in a sentence: phrases at points of scales, in the voice that they have, whether a word is a verb, and what of
the acts on both sides of a pair tells that something else happened.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple

_IDIOM = "-"  # the scale of phrases that hold an act and are none
_CLOSED = frozenset((_IDIOM, "pact"))  # scales in whose phrases no word tells of a hard fact
_SAID = ("sayings", "modals", "negators")  # lists of words that are no acts
HARD = frozenset(("casualty", "justice", "ruling", "work", "custody", "conflict", "crime", "permit"))  # of hard facts
_GRAVE = ("casualty", "found", "justice", "case")  # scales on which a text says one thing all in all
ENDS = frozenset(  # points that put an end to what stands behind them
    ("ended", "cancelled", "suspended", "delayed", "collapsed", "freed", "cleared", "dropped", "released", "pardoned")
)
_CRIME = "crime"
_SHORT = 2  # letters of a word for an act that is no word of substance
_BE_TOKENS = 3  # before a participle in which its auxiliary stands

Change = tuple[ScalePoint | None, ScalePoint | None]
"""The acts of the old and of the new side that differ; None where a side has none."""


class Act(NamedTuple):
    """An act in a sentence, and the number of the changed region that it stands in."""

    place: ScalePoint
    region: int
    whole: bool  # whether all its words changed


class ToldSide(NamedTuple):
    """What one side of a kept statement tells: its acts that changed and all it has, beside those of the other side."""

    number: int  # 0 of the old side, 1 of the new one
    sentence: Sentence
    other: Sentence
    mine: Sequence[Act]
    others: Sequence[Act]
    own: Sequence[ScalePoint]
    theirs: Sequence[ScalePoint]

    def alone(self, act: Act) -> Change:
        """One of its acts, that the other side does not tell."""
        return (None, act.place) if self.number else (act.place, None)


class ToldActs(NamedTuple):
    """The acts that a kept statement tells: those that went and came, and all of both sides."""

    pair: Pair
    words: WordTable
    gone: Sequence[Act]
    came: Sequence[Act]
    before: Sequence[ScalePoint]
    after: Sequence[ScalePoint]

    @property
    def sides(self) -> tuple[ToldSide, ToldSide]:
        """The old side and the new one."""
        old, new = self.pair.old, self.pair.new
        assert old and new
        return (
            ToldSide(0, old, new, self.gone, self.came, self.before, self.after),
            ToldSide(1, new, old, self.came, self.gone, self.after, self.before),
        )


def changed_acts(pair: Pair, places: Sequence[ScalePoint], side: int) -> list[Act]:
    """The acts of one side that hold a word which the other side has nowhere, with the number of their region."""
    changed, regions = pair.alignment.changed[side], pair.alignment.regions
    sentence = pair.new if side else pair.old
    if sentence and sentence.words:  # shot himself
        low, asides = sentence.tokens.low, sentence.words.asides
        short = {p.first for p in places if p.first == p.last and len(low[p.first]) <= _SHORT}  # v
        short.update(p.first for p in places if p.first < p.last and low[p.first] in sentence.words.prepositions)
        changed = changed.union(i for i in pair.alignment.touched[side] if low[i] in asides or i in short)
        if sentence.words.senses is None:  # wees ... af, wees ... toe
            particles = (p.last for p in places if p.last > p.first)
            changed = changed.union(pair.alignment.touched[side].intersection(particles))
    found = []
    for place in places:
        here = changed.intersection(range(place.first, place.last + 1))
        if here:
            region = next(n for n, r in enumerate(regions) if min(here) in r[side])
            found.append(Act(place, region, len(here) > place.last - place.first))
    return found


def differ(a: ScalePoint, b: ScalePoint) -> bool:
    """Whether two places are different points of one scale, and none of them only says less than the other."""
    if a.point.scale != b.point.scale or a.point.name == b.point.name:
        return False
    return not (a.point.vague or b.point.vague) or abs(a.point.degree - b.point.degree) > 1


def acts(sentence: Sentence, words: WordTable, scales: frozenset[str] | None = None) -> list[ScalePoint]:
    """The acts of a sentence, all or those of some scales, but those inside longer phrases and idioms."""
    low = sentence.tokens.bare
    found = [_voiced(place, low, words) for place in (_on(scales, sentence, words) if scales else sentence.acts)]
    if longer := [place for place in found if place.last > place.first]:
        found = [p for p in found if not any(p.part_of(q) for q in longer)]
    idioms = [p for p in found if p.point.scale in _CLOSED]
    return [p for p in found if not any(_is_idle_in(p, idiom) for idiom in idioms)] if idioms else found


def _on(scales: frozenset[str], sentence: Sentence, words: WordTable) -> list[ScalePoint]:
    """The phrases for acts on some scales, and the idioms beside them; where no more is asked of a sentence, no more is
    looked for.
    """
    known = sentence.tokens.readings.get((_on, scales))
    if isinstance(known, list):
        return known
    low = sentence.tokens.bare
    found = words.acts.all(low, words.grammar, scales) if words.acts else []
    if found and words.acts:
        found = words.acts.all(low, words.grammar, scales | {_IDIOM})
    sentence.tokens.readings[_on, scales] = found
    return found


def _is_idle_in(place: ScalePoint, idiom: ScalePoint) -> bool:
    """Whether a word of an act is part of a phrase that tells nothing of it: strikes in *strikes a deal*."""
    if idiom.point.scale != _IDIOM and place.point.scale not in HARD:
        return False
    return place.first <= idiom.last and idiom.first <= place.last


def _voiced(place: ScalePoint, low: Sequence[str], words: WordTable) -> ScalePoint:
    """An act as its voice has it: who *was beaten* lost, and what *killed them* is how they died."""
    turned = words.voices.get(place.point.name)
    if turned is None:
        return place
    form = low[place.first]
    behind = low[place.last + 1] if place.last + 1 < len(low) else ""
    participle = not form.endswith(("s", "ing"))
    passive = (
        behind == "by"
        or (participle and not forms_of_be(words).isdisjoint(low[max(0, place.first - _BE_TOKENS) : place.first]))
        or (participle and place.first > 0 and behind in words.prepositions)  # in headlines: nurse killed in crash
    )
    name = turned[passive]
    return place._replace(point=place.point._replace(name=name.removesuffix("~"), vague=name.endswith("~")))


def auxiliary(sentence: Sentence, verb: int, words: WordTable | None) -> int | None:
    """The first of the auxiliaries that put a verb into the passive, or None."""
    low = sentence.tokens.bare
    if words is None or low[verb].endswith(("s", "ing")):
        return None
    return next((i for i in range(max(0, verb - _BE_TOKENS), verb) if low[i] in forms_of_be(words)), None)


@cache
def forms_of_be(words: WordTable) -> frozenset[str]:
    """The auxiliaries that put a participle into the passive."""
    return words.auxiliaries - {"to"}


def is_verb(sentence: Sentence, i: int, words: WordTable, said: Sequence[str] = _SAID) -> bool:
    """Whether a word is used as a verb, in the past or with an ending where no noun stands, and is in none of some
    lists of phrases.
    """
    assert words.senses
    low = sentence.tokens.bare[i]
    if low in words.light_verbs or any(a <= i < b for name in said for a, b, _ in sentence.hits.get(name, ())):
        return False
    verbs = [w for w in words.senses.lemmas(low) if "v" in words.senses.entry(w).parts]
    if any(form.startswith("v") for form in words.senses.entry(low).forms):
        return True
    if not verbs or low in verbs:
        return False
    before = sentence.tokens.bare[i - 1] if i else ""
    return low.endswith("ed") or before in words.auxiliaries or (low.endswith("s") and before not in words.grammar)


def is_noun(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a word that may be a verb is a noun: it has an article before it, or an *of* behind it."""
    return sentence.tokens.at(i - 1) in words.determiners or sentence.tokens.at(i + 1) == "of"


def graver(
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


def one_more(
    gone: Sequence[Act], came: Sequence[Act], before: Sequence[ScalePoint], after: Sequence[ScalePoint]
) -> Iterator[Change]:
    """A crime beside others that came or went: *robbed*, *raped and robbed*."""
    went, arrived = ([a.place for a in side if a.place.point.scale == _CRIME and a.whole] for side in (gone, came))
    if went and not arrived and any(p.point.scale == _CRIME for p in after):
        yield went[0], None
    if arrived and not went and any(p.point.scale == _CRIME for p in before):
        yield None, arrived[0]


def scales_of(act: Act, side: Sequence[Act]) -> set[str]:
    """The scales on which the words of an act may stand."""
    return {x.place.point.scale for x in side if x.place[:2] == act.place[:2]}


def one_denied(a: Act, b: Act, pair: Pair, within: int) -> bool:
    """Whether one of two acts is denied in so many tokens before it, and so says what the other does: never lost,
    kept.
    """
    assert pair.old and pair.new
    words = pair.old.words
    near = (s.tokens.low[max(0, x.place.first - within) : x.place.first] for s, x in ((pair.old, a), (pair.new, b)))
    denied = [words is not None and not words.negators.keys().isdisjoint(low) for low in near]
    return denied[0] != denied[1]


def reason(a: ScalePoint | None, b: ScalePoint | None) -> str:
    """Why a change of acts is told: ``from injured to killed``, ``now killed``, ``no longer injured``."""
    if a and b:
        return f"from {a.point.name} to {b.point.name}"
    return f"now {b.point.name}" if b else f"no longer {a.point.name}" if a else ""
