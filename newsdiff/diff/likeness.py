"""How alike two blocks are: the words they share, long words counting for more."""

from collections.abc import Iterable
from itertools import pairwise

_LONG = 16  # code points a word on average beyond which a text is taken to be written without spaces

Bag = frozenset[str]


def bag(text: str) -> Bag:
    """The words of ``text`` in lower case; pairs of characters where it has no spaces between words."""
    words = text.lower().split()
    if len(text) > _LONG * (len(words) + 1):
        return frozenset(a + b for a, b in pairwise(text))
    return frozenset(word.strip(".,;:!?()[]\"'“”‘’«»") for word in words)


def weight(words: Iterable[str]) -> int:
    """How much words say together: their letters."""
    return sum(map(len, words))


def likeness(a: Bag, b: Bag) -> float:
    """0 (nothing shared) to 1: twice the shared weight over the weight of both."""
    return 2 * weight(a & b) / (weight(a) + weight(b) or 1)


def within(part: Bag, whole: Bag) -> float:
    """0 to 1: how much of ``part`` stands in ``whole``."""
    return weight(part & whole) / (weight(part) or 1)
