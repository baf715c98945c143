"""What stands before the name of somebody who is kept: *Spanish mathematician* Lee; *the Republican incumbent*, Senator
Lee; *Saudi-led* Opec.
"""

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.table import WordTable

_PERSONS = 3  # words for people that may stand before a name


def before_a_kept_name(sentence: Sentence, last: int, touched: frozenset[int], words: WordTable) -> bool:
    """Whether a kept name stands behind an attribute that ends at a token and a word for people, or a participle that
    is told of a people.
    """
    tokens, senses, i = sentence.tokens, words.senses, last + 1
    if senses is None:
        return False
    if tokens.at(i) == "-":
        people = "D" in senses.entry(tokens.bare[last]).parts or tokens.bare[last] in words.demonyms
        led = tokens.at(i + 1).endswith("ed") or any(f.startswith("v") for f in senses.entry(tokens.at(i + 1)).forms)
        return people and led and _is_kept_name(sentence, i + 2, touched)
    while i <= last + _PERSONS and senses.person(tokens.at(i)):
        i += 1
    return i > last + 1 and _is_kept_name(sentence, i + (tokens.at(i) == ","), touched)


def _is_kept_name(sentence: Sentence, i: int, touched: frozenset[int]) -> bool:
    return i < len(sentence.tokens) and i not in touched and sentence.tokens.raw[i][0].isupper()
