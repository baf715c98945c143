"""Acts in a sentence: phrases at points of scales, in the voice that they have, and whether a word is a verb."""

from collections.abc import Sequence
from typing import NamedTuple

from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_IDIOM = "-"  # the scale of phrases that hold an act and are none
_SAID = ("sayings", "modals", "negators")  # lists of words that are no acts


class Act(NamedTuple):
    """An act in a sentence, and the number of the changed region that it stands in."""

    place: ScalePoint
    region: int
    whole: bool  # whether all its words changed


def changed_acts(pair: Pair, places: Sequence[ScalePoint], side: int) -> list[Act]:
    """The acts of one side that hold a word which the other side has nowhere, with the number of their region."""
    changed, regions = pair.alignment.changed[side], pair.alignment.regions
    sentence = pair.new if side else pair.old
    if sentence and sentence.words:  # shot himself
        low, asides = sentence.tokens.low, sentence.words.asides
        changed = changed.union(i for i in pair.alignment.touched[side] if low[i] in asides)
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
    assert words.acts
    low = sentence.tokens.bare
    looked_for = scales and scales | {_IDIOM}
    found = [_voiced(place, low, words) for place in words.acts.all(low, words.grammar, looked_for)]
    if any(place.last > place.first for place in found):
        found = [p for p in found if not any(_within(p, q) for q in found)]
    idioms = {i for p in found if p.point.scale == _IDIOM for i in range(p.first, p.last + 1)}
    return [p for p in found if idioms.isdisjoint(range(p.first, p.last + 1))] if idioms else found


def _within(place: ScalePoint, other: ScalePoint) -> bool:
    """Whether a phrase is but part of a longer one of its scale: *injured* in *fatally injured*."""
    inside = other.first <= place.first and place.last <= other.last
    return inside and place.point.scale == other.point.scale and place[:2] != other[:2]


def _voiced(place: ScalePoint, low: Sequence[str], words: WordTable) -> ScalePoint:
    """An act as its voice has it: who *was beaten* lost, and what *killed them* is how they died."""
    turned = words.voices.get(place.point.name)
    if turned is None:
        return place
    form = low[place.first]
    be = words.auxiliaries - {"to"}
    behind = low[place.last + 1 : place.last + 2] == ["by"]
    passive = behind or (
        not form.endswith(("s", "ing")) and not be.isdisjoint(low[max(0, place.first - 3) : place.first])
    )
    name = turned[passive]
    return place._replace(point=place.point._replace(name=name.removesuffix("~"), vague=name.endswith("~")))


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
