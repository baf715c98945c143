"""Whether two acts fill the same slot of a statement: they have the same subject, or are of the same noun."""

from collections.abc import Sequence

from newsdiff.flags.sentence.acts import Act
from newsdiff.flags.sentence.passages import Pair, Sentence


def same_slot(a: Act, b: Act, pair: Pair) -> bool:
    """Whether two acts have the same subject, or are of the same kept noun right behind them."""
    assert pair.old and pair.new
    region = pair.alignment.regions[a.region]
    before = _said(pair.old, range(region.old.start, a.place.first), pair)
    after = _said(pair.new, range(region.new.start, b.place.first), pair)
    if before and after and _named(pair.old, before[0]) and _named(pair.new, after[0]):
        before, after = before[1:], after[1:]  # another name before both
    if not before and not after:
        return True
    if _somebody(before, pair.old) and _somebody(after, pair.new):
        return True
    senses = pair.old.words.senses if pair.old.words else None
    if senses is None:
        return False
    old, new = pair.old.tokens.bare, pair.new.tokens.bare
    if before and after and senses.inflected(old[before[-1]], new[after[-1]]):
        return True
    x, y = a.place.last + 1, b.place.last + 1
    ends = x == region.old.stop and y == region.new.stop and x < len(old)
    adjectives = senses.may_be(old[x - 1], "a") and senses.may_be(new[y - 1], "a")
    return ends and adjectives and old[x][0].isalpha() and old[x] not in _grammar(pair)


def _named(sentence: Sentence, i: int) -> bool:
    """Whether a word inside a sentence is written with a capital."""
    return i > 0 and sentence.tokens.raw[i][0].isupper()


def _said(sentence: Sentence, places: range, pair: Pair) -> list[int]:
    """The words of substance of some places."""
    low, idle = sentence.tokens.low, _grammar(pair)
    return [i for i in places if low[i][0].isalpha() and low[i] not in idle]


def _grammar(pair: Pair) -> frozenset[str]:
    words = pair.new.words if pair.new else None
    return words.grammar | words.stop | words.light_verbs | words.asides | words.light if words else frozenset()


def _somebody(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether some words are for people: the last that tells not how is one."""
    low, words = sentence.tokens.bare, sentence.words
    named = [low[i] for i in places if not low[i].endswith("ly")]
    senses = words.senses if words else None
    if words is None or senses is None:
        return False
    return not named or senses.person(named[-1]) or named[-1] in words.sources
