"""How alike two blocks are: the words they share, long words counting for more."""

from collections.abc import Iterable
from itertools import pairwise

_DENSE = "\u0e00"  # from here on scripts put no spaces between words, or write whole phrases as one
_MARKS = ".,;:!?()[]\"'“”‘’«»、。，！？「」"

Bag = frozenset[str]


def bag(text: str) -> Bag:
    """The words of ``text`` in lower case; of a dense script, the pairs of characters that stand side by side."""
    words = frozenset(word.strip(_MARKS) for word in text.lower().split())
    if text.isascii() or not (dense := [w for w in words if w[:1] >= _DENSE]):
        return words
    return words.difference(dense).union(a + b for w in dense for a, b in pairwise(w))


def weight(words: Iterable[str]) -> int:
    """How much words say together: their letters."""
    return sum(map(len, words))


def likeness(a: Bag, b: Bag) -> float:
    """0 (nothing shared) to 1: twice the shared weight over the weight of both."""
    return 2 * weight(a & b) / (weight(a) + weight(b) or 1)


def within(part: Bag, whole: Bag) -> float:
    """0 to 1: how much of ``part`` stands in ``whole``."""
    return weight(part & whole) / (weight(part) or 1)
