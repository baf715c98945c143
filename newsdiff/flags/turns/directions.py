"""Small words behind a verb that turn what is done, or who does it: *written by*, *written for*; *called off*, *called
for*.
"""

from collections.abc import Iterator

from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.senses import Senses
from newsdiff.language.table import WordTable
from newsdiff.model import FlagKind

_HARM = "casualty"  # the scale of who is hurt or killed
_ONE_ACT = 0.5  # share of the senses near to one verb of two words that are near to another which says the same
_VALUES = ("calendar", "relative", "parts", "holidays", "numeral", "figure")  # by Friday, by 5%: no doer


def directions(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The prepositions and particles of one side that the other has not behind the same verb."""
    assert pair.old and pair.new
    senses = words.senses
    if senses is None or not words.particles:
        return
    old, new = pair.old.tokens, pair.new.tokens
    for region in pair.alignment.apart:
        if len(region.old) > 1 or len(region.new) > 1:
            continue
        i, j = region.old.start, region.new.start
        a, b = old.at(i) if region.old else "", new.at(j) if region.new else ""
        doers = bool(a and b) and (f"{a} {b}" in words.doers or f"{b} {a}" in words.doers)
        aims = not (a and b) and (a or b) in words.aims
        parts = bool(a and b) or not words.particles.isdisjoint((a, b))
        parts = parts and words.prepositions.issuperset({a, b} - words.particles - {""})
        parts = parts and "of" not in (old.at(i + 1), new.at(j + 1)) and not words.alike_behind >= {a, b}
        if not (doers or aims or parts) or not (verb := _verb(old, i - 1, new, j - 1, senses)):
            continue
        spans = range(i - 1, i + bool(a)), range(j - 1, j + bool(b))
        valued = _is_value(pair.old, i + bool(a)) or _is_value(pair.new, j + bool(b))
        if doers and not valued:
            yield SenseTurn(FlagKind.WORDING, *spans, "who does it, or for whom")
        elif aims and not valued and _harms(pair.old, i - 1):
            yield SenseTurn(FlagKind.EVENT, *spans, "who was aimed at may not have been hurt")
        elif parts:
            same, other = (_acts(s, at, word) for s, at, word in ((pair.old, i, a), (pair.new, j, b)))
            parted = (not a and bool(other - same)) or (not b and bool(same - other))  # called, called off
            if parted or (_is_another(verb, a, b, words) and ((a and b) or same != other)):
                kind = FlagKind.EVENT if parted or (same and other and same != other) else FlagKind.WORDING
                yield SenseTurn(kind, *spans, "another act, by the small word behind the verb")


def _harms(sentence: Sentence, i: int) -> bool:
    """Whether a token is an act that hurts somebody."""
    return any(act.point.scale == _HARM and act.point.degree > 0 and act.last == i for act in sentence.acts)


def _verb(old: Tokens, i: int, new: Tokens, j: int, senses: Senses) -> str:
    """The verb of which a form stands at a place of both sides; nothing where none does."""
    if i < 0 or j < 0 or not old.low[i].isascii():
        return ""
    both = senses.lemmas(old.low[i]) & senses.lemmas(new.low[j])
    return next((w for w in sorted(both) if "v" in senses.entry(w).parts), "")


def _is_value(sentence: Sentence, i: int) -> bool:
    """Whether a date or a number begins at a token."""
    return any(first == i for name in _VALUES for first, _, _ in sentence.hits.get(name, ()))


def _is_another(verb: str, a: str, b: str, words: WordTable) -> bool:
    """Whether a verb is another one with the small word of either side: call off, call for; call, call off; without a
    particle both must be verbs of two words: look into, look for.
    """
    assert words.senses
    one, other = (words.senses.entry(f"{verb}_{word}" if word else verb) for word in (a, b))
    parted = not words.particles.isdisjoint((a, b))
    if not all(entry.kin for word, entry in ((a, one), (b, other)) if word in words.particles or not parted):
        return False
    if a and b:
        same = one.kin & other.kin
        if " ".join(sorted((a, b))) in words.telling_pairs:  # fill in, fill out: what one sense has in common tells
            return (one.kin | one.rare | one.far).isdisjoint(other.kin | other.rare | other.far)
        return not same or len(same) < _ONE_ACT * min(len(one.kin), len(other.kin))
    return one.kin.isdisjoint(other.kin)


def _acts(sentence: Sentence, i: int, word: str) -> set[tuple[str, int]]:
    """The scales of the act that a verb is with the small word behind it, and how far on them it stands."""
    last = i if word else i - 1
    found = [act.point for act in sentence.acts if (act.first, act.last) == (i - 1, last)]
    return {(point.scale, point.degree) for point in found if point.degree >= 0}
