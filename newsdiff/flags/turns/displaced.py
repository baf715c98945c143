"""Words that tell of one thing, and now of another, though the sentence holds the same words: *the former president's
wife*, *the president's former wife*; *from Rome to Oslo*, *to Rome from Oslo*.
"""

from collections.abc import Iterator

from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.substance import key_of
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.turns.small_words import SenseTurn
from newsdiff.language.table import WordTable
from newsdiff.model import FlagKind

_HYPHEN = "-"  # behind ex
_BESIDE = 2  # tokens that are told with a word: ex-wife


def displaced(pair: Pair, words: WordTable) -> Iterator[SenseTurn]:
    """The words of a standing that another noun has now, and *from* and *to* in each other's place."""
    assert pair.old and pair.new
    if pair.old.bag != pair.new.bag:
        return
    old, new = pair.old.tokens, pair.new.tokens
    for word in words.standings.keys() & pair.old.bag if old.low != new.low else ():
        if " " not in word and (places := _of_another(old, new, word, words)):
            before, after = (range(i, min(i + 1 + _BESIDE, len(t))) for i, t in zip(places, (old, new), strict=True))
            yield SenseTurn(FlagKind.TITLE, before, after, f"it is somebody else who is {word}")
    for pair_of_words in words.turning_pairs:
        one, other = pair_of_words.split()
        if one in pair.old.bag and other in pair.old.bag:
            yield from _exchanged(old, new, one, other)


def _of_another(old: Tokens, new: Tokens, word: str, words: WordTable) -> tuple[int, int] | None:
    """Where a word stands on both sides, if it is before another noun now, and a possessive or a small word between."""
    if old.low.count(word) != 1 or new.low.count(word) != 1 or _without(old, {word}) != _without(new, {word}):
        return None
    i, j = old.low.index(word), new.low.index(word)
    plain = [[w for w in t.low if w != _HYPHEN] for t in (old, new)]
    first, last = plain[0].index(word), plain[1].index(word)
    between = plain[0][first + 1 : last + 1] if first < last else plain[1][last + 1 : first + 1]
    owned = any("'" in w or w in words.prepositions for w in between)
    verbs = any(w in words.auxiliaries or w in words.modals for w in between)
    return (i, j) if owned and not verbs else None


def _exchanged(old: Tokens, new: Tokens, one: str, other: str) -> Iterator[SenseTurn]:
    """Two small words of which each stands where the other one stood."""
    both = {one, other}
    places = [[i for i, w in enumerate(t.low) if w in both] for t in (old, new)]
    if len(places[0]) != len(both) or len(places[1]) != len(both) or _without(old, both) != _without(new, both):
        return
    if [old.low[i] for i in places[0]] != [new.low[i] for i in places[1]] and places[0] == places[1]:
        before, after = (range(p[0], min(p[1] + _BESIDE, len(t))) for p, t in zip(places, (old, new), strict=True))
        yield SenseTurn(FlagKind.WORDING, before, after, "two small words took each other's place")


def _without(tokens: Tokens, left_out: set[str]) -> list[str]:
    return [key_of(w) for w in tokens.low if w not in left_out and w != _HYPHEN]
