"""Figures that belong to a name, and count nothing: S&P 500, Falcon 9, le SAMU 21, the show "60 Minutes", 5G."""

from newsdiff.flags.names.quoted_titles import quoted_titles
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable

_NAMED_DIGITS = 3  # from so many on, figures behind a name belong to it: S&P 500, Bill 1383
_ACRONYM_DIGITS = 3  # of a number that belongs to an acronym, at most: else a year, or a quantity
_ACRONYM_LETTERS = 3
_KIND_TOKENS = 4  # behind a figure, in which stands what kind of thing it is of: Falcon 9 rocket
_GENERATIONS = frozenset("12345678")  # of mobile networks: 5G


def in_a_title(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a token stands in the title of a work: "60 Minutes"."""
    return any(i in title for title in quoted_titles(sentence, words))


def is_generation(sentence: Sentence, i: int) -> bool:
    """Whether a figure is of a kind of network, and weighs nothing: 5G masts."""
    tokens = sentence.tokens
    return tokens.low[i] in _GENERATIONS and i + 1 < len(tokens) and tokens.raw[i + 1] == "G" and tokens.glued(i + 1)


def may_end_a_name(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a figure behind a name may be its last word: it has three digits or more and counts nothing, or what it
    stands before is one thing: a Falcon 9 rocket.
    """
    word, behind = sentence.tokens.low[i], sentence.tokens.at(i + 1)
    if not word.isdecimal():
        return False
    if words.senses is None and len(word) <= _ACRONYM_DIGITS and _numbered_acronym(sentence.tokens, i - 1):
        return behind not in words.units
    if "nouns" in words.capitals and sentence.tokens.raw[i + 1 : i + 2] and sentence.tokens.raw[i + 1].islower():
        return behind not in words.units  # Ioniq 6 punktet
    if not _may_be_counted(behind, words):
        return len(word) >= _NAMED_DIGITS
    return int(word[:_NAMED_DIGITS]) > 1 and _one_thing(sentence, i + 1, words)


def _numbered_acronym(tokens: Tokens, i: int) -> bool:
    """Whether figures behind a token would belong to it: le SAMU 21; not NASA 3 missions, nor PSOE 3, PP 2."""
    raw, after = tokens.raw[i] if i >= 0 else "", tokens.at(i + 2)
    return raw.isupper() and raw.isalpha() and len(raw) >= _ACRONYM_LETTERS and not after.endswith((",", "s", "x"))


def _may_be_counted(word: str, words: WordTable) -> bool:
    """Whether a word behind a figure may be a noun: no word of grammar, and no verb in the past."""
    if len(word) <= 2 or not word.isalpha() or word in words.stop:
        return False
    return word not in words.past and not (words.past_endings and word.endswith(words.past_endings))


def _one_thing(sentence: Sentence, first: int, words: WordTable) -> bool:
    """Whether a noun in the singular begins at a token, and none in the plural follows soon: they would be counted."""
    tokens, senses = sentence.tokens, words.senses
    if senses is None or not tokens.low[first].isascii():
        return False
    for i in range(first, min(first + _KIND_TOKENS, len(tokens))):
        low = bare(tokens.low[i])
        if not low.isalpha() or low in words.stop or low in words.prepositions:
            break
        if low in words.bare_plurals or (low.endswith("s") and not low.endswith("ss") and low == tokens.low[i]):
            return False
    return tokens.raw[first].islower() and senses.entry(tokens.low[first]).parts[:1] == "n"
