"""What may stand behind a number: the names of units, and nouns of what is counted."""

from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable


@cache
def unit_names(words: WordTable) -> dict[str, str]:
    """The units of a table by their tokens between spaces."""
    return {" ".join(Tokens(name).low): unit for name, unit in words.units.items()}


@cache
def unit_heads(words: WordTable) -> frozenset[str]:
    """What the units of a table begin with."""
    return frozenset([name.partition(" ")[0] for name in unit_names(words)])


def is_noun(word: str, words: WordTable) -> bool:
    """Whether a word may be what a number counts: it is of letters, and no mere word of grammar."""
    return len(word) > 2 and word.isalpha() and word not in words.stop
