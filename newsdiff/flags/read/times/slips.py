"""Names of days and months that are slips of the pen: Wendesday, Febuary."""

from functools import lru_cache

from newsdiff.flags.sentence.word_forms import near
from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import MOST_WORDS

SLIP_LETTERS = 6  # of the name of a day or month of which a misspelt one is known
SLIP_ENDS = frozenset("yr")  # letters at its end


@lru_cache(maxsize=MOST_WORDS)
def misspelt_day(word: str, words: WordTable) -> str:
    """The weekday or month of which a word is a slip of the pen: Wendesday; nothing of another word."""
    if word in words.weekdays or word in words.months:
        return ""
    names = (*words.weekdays, *words.months)
    return next((n for n in names if len(n) >= SLIP_LETTERS and n[0] == word[0] and near(n, word)), "")
