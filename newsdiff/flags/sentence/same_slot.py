"""Whether two acts fill the same slot of a statement: they have the same subject, are of the same noun, or are done to
the same thing: *cancelled the order*, *the order has been cancelled*.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from newsdiff.flags.sentence.acts import Act, differ, is_verb
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_BE_TOKENS = 3  # before a participle in which its auxiliary stands
_OBJECT_TOKENS = 5  # behind a verb in which the head of its object stands
_SUBJECT_TOKENS = 12  # before an auxiliary in which the head of its subject stands


def same_slot(a: Act, b: Act, pair: Pair) -> bool:
    """Whether two acts have the same subject, or are of the same kept noun right behind them."""
    assert pair.old and pair.new
    region = pair.alignment.regions[a.region]
    before = _substance(pair.old, range(region.old.start, a.place.first), pair)
    after = _substance(pair.new, range(region.new.start, b.place.first), pair)
    if before and after and _is_capitalised(pair.old, before[0]) and _is_capitalised(pair.new, after[0]):
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
    return ends and adjectives and old[x][0].isalpha() and old[x] not in _grammar(pair.new.words)


def _is_capitalised(sentence: Sentence, i: int) -> bool:
    """Whether a word inside a sentence is written with a capital."""
    return i > 0 and sentence.tokens.raw[i][0].isupper()


def _substance(sentence: Sentence, places: range, pair: Pair) -> list[int]:
    """The words of substance of some places."""
    low, idle = sentence.tokens.low, _grammar(pair.new.words if pair.new else None)
    return [i for i in places if low[i][0].isalpha() and low[i] not in idle]


@cache
def _grammar(words: WordTable | None) -> frozenset[str]:
    """The words that head no slot."""
    return words.grammar | words.stop | words.light_verbs | words.asides | words.light if words else frozenset()


def _somebody(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether some words are for people: the last that tells not how is one."""
    low, words = sentence.tokens.bare, sentence.words
    named = [low[i] for i in places if not low[i].endswith("ly")]
    senses = words.senses if words else None
    if words is None or senses is None:
        return False
    return not named or senses.person(named[-1]) or named[-1] in words.sources


def turned_voice(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[Act, Act]]:
    """Acts of one scale at different points, done to one thing, of which one is told in the passive."""
    assert pair.old and pair.new
    for a in gone:
        for b in came:
            if not differ(a.place, b.place):
                continue
            passive = _auxiliary(pair.old, a.place.first), _auxiliary(pair.new, b.place.first)
            one, other = _patients(pair.old, a.place, passive[0]), _patients(pair.new, b.place, passive[1])
            if not one.isdisjoint(other):
                yield a, b


def _auxiliary(sentence: Sentence, verb: int) -> int | None:
    """The first of the auxiliaries that put a verb into the passive, or None."""
    low, words = sentence.tokens.bare, sentence.words
    if words is None or low[verb].endswith(("s", "ing")):
        return None
    be = (i for i in range(max(0, verb - _BE_TOKENS), verb) if low[i] in words.auxiliaries and low[i] != "to")
    return next(be, None)


@cache
def _no_nouns(words: WordTable) -> frozenset[str]:
    """The words that stand around a noun."""
    return words.grammar | words.stop | words.asides | words.determiners


def _patients(sentence: Sentence, act: ScalePoint, auxiliary: int | None) -> set[str]:
    """The nouns that may head the subject of a passive, or the object behind an active verb."""
    low, words = sentence.tokens.bare, sentence.words
    assert words
    idle = _no_nouns(words)
    if auxiliary is None:
        ahead = range(act.last + 1, min(act.last + 1 + _OBJECT_TOKENS, len(low)))
        said = [i for i in ahead if low[i] not in words.determiners]
        heads = []
        for i in said:
            if low[i] in idle or not low[i][0].isalpha() or is_verb(sentence, i, words):
                break
            heads.append(low[i])
        return set(heads[-1:])
    found = set[str]()
    for i in range(auxiliary - 1, max(-1, auxiliary - 1 - _SUBJECT_TOKENS), -1):
        if low[i] in ",;:.":
            break
        ends = low[i + 1] in idle or i == auxiliary - 1
        if low[i][0].isalpha() and low[i] not in idle and ends:
            found.add(low[i])
    return found
