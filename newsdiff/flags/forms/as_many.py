"""A number that is not said twice: two wins in as many weeks."""

from collections.abc import Iterator
from itertools import islice

from newsdiff.flags.read.quantities import Quantity
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple

_NEAR = 12  # tokens before the phrase in which its number stands


class SaidBefore(NamedTuple):
    """The tokens of the phrase (first, last), what it counts, and the number that it stands for."""

    first: int
    last: int
    counted: str
    value: float

    def counts(self, quantity: Quantity) -> bool:
        """Whether a quantity of the other side says what it stands for: two weeks."""
        tokens, last = quantity.sentence.tokens, quantity.last
        return quantity.value == self.value and self.counted in tokens.low[last : last + 2]


def as_many(tokens: Tokens, words: WordTable) -> Iterator[SaidBefore]:
    """The phrases of a sentence that stand for a number before them, in words, in figures or as a place in a row."""
    low, phrase = tokens.low, words.said_before
    for i in range(1, len(low) - len(phrase)) if phrase and phrase[-1] in low else ():
        if tuple(low[i : i + len(phrase)]) == phrase:
            before = (_value(low[j], words) for j in range(i - 1, max(-1, i - 1 - _NEAR), -1))
            for value in islice((v for v in before if v), 1):
                yield SaidBefore(i, i + len(phrase) - 1, low[i + len(phrase)], value)


def _value(word: str, words: WordTable) -> float:
    if word.isdecimal() and len(word) <= 2:
        return float(word)
    return words.cardinals.get(word, 0) or words.ranks.get(word, 0)
