"""Words that begin no number, time or date: most words, and they need not be read as such."""

from functools import cache

from newsdiff.language.roman import LETTERS
from newsdiff.language.table import WordTable

_NUMBER_LETTERS = 2  # of a word that others begin with, at least, besides a vowel that may fall: vent-enne


def is_plain(raw: str, low: str, words: WordTable) -> bool:
    """Whether a word begins no value: it is letters, no word of a list of values, and begins with no number word."""
    if not low.isalpha() or raw[0] in LETTERS:
        return False
    return low not in _heads(words) and not low.startswith(_number_heads(words))


@cache
def _heads(words: WordTable) -> frozenset[str]:
    """The words of which a value may begin with one."""
    spoken = frozenset(phrase.split()[0] for phrase in words.spoken_clock)
    hours = frozenset(name for name, unit in words.units.items() if unit == "hour")
    lists = (words.cardinals, words.ranks, words.scales, words.fractions, words.vague, words.oclock, words.minus, hours)
    return frozenset().union(*lists, words.decade_leads, words.clock, spoken)


@cache
def _number_heads(words: WordTable) -> tuple[str, ...]:
    """What words with a number in them begin with, sechzehnjährig, centesimo; none that begins with another."""
    numbers = {*words.cardinals, *words.scales}
    heads = {word[:-1] if word[-1] in "aeio" else word for word in numbers if len(word) > _NUMBER_LETTERS}
    found: tuple[str, ...] = ()
    for head in sorted(heads, key=len):
        if not head.startswith(found):
            found += (head,)
    return found
