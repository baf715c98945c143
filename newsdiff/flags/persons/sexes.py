"""People who are of the other sex than they were: a boy, a girl; a grandson, a granddaughter."""

from collections import Counter
from collections.abc import Iterator

from newsdiff.flags.sentence.passages import Pair
from newsdiff.language.table import WordTable
from newsdiff.text.tokens import shared_start


def other_sexes(pair: Pair, words: WordTable) -> Iterator[tuple[int, int]]:
    """The words for people of one sex, each with the one for people of the other that stands in its place."""
    assert pair.old and pair.new
    old, new = pair.old.tokens.low, pair.new.tokens.low
    one, other = (_counted(pair, side, words) for side in (0, 1))
    if one != other and (one <= other or other <= one):
        return  # the body of a woman; a brother, for the death of his sister
    for region in range(len(pair.alignment.regions)):
        there = sorted(pair.alignment.changed_in(region, 1))
        for i in sorted(pair.alignment.changed_in(region, 0)) if there else ():
            j = next((j for j in there if of_other_sex(old[i], new[j], words)), None)
            if j is not None:
                there.remove(j)
                yield i, j


def _counted(pair: Pair, side: int, words: WordTable) -> "Counter[bool]":
    """How many changed words of a side are for men (true), and how many for women."""
    sentence = pair.new if side else pair.old
    low = [sentence.tokens.low[i] for i in pair.alignment.changed[side]] if sentence else []
    return Counter([w in words.men for w in low if w in words.men or w in words.women])


def of_other_sex(a: str, b: str, words: WordTable) -> bool:
    """Whether two words are for people of either sex, or end in such: a grandson, a granddaughter."""
    shared = shared_start(a, b)
    return _opposed(a, b, words) or (shared > 0 and _opposed(a[shared:], b[shared:], words))


def _opposed(a: str, b: str, words: WordTable) -> bool:
    return (a in words.men and b in words.women) or (a in words.women and b in words.men)
