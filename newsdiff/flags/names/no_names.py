"""What texts write with a capital though it is no name, or is told by a rule of its own."""

from collections.abc import Iterator
from functools import cache

from newsdiff.language.table import WordTable

_UNIT_LETTERS = 3  # of a unit, at most, that may be a name as well


@cache
def no_names(words: WordTable) -> frozenset[str]:
    """What is written with a capital and is no name, or has a rule of its own."""
    mine = (words.no_names, words.months, words.weekdays, words.honorifics, words.standings)
    more = (words.cardinals, words.post_nominals, words.stop - {"us", "who"}, words.ranks, _notable(words))
    units = (w for unit in words.units for w in unit.split())
    return frozenset().union(*mine, words.offices, *more, (w for w in units if len(w) > _UNIT_LETTERS))


def _notable(words: WordTable) -> Iterator[str]:
    """The words of notes: WITHDRAWN, UPDATE."""
    return (w for cues, _ in words.corrections for w in cues.split())
