"""Accents that make another word (si and sí, tue and tué, wurde and würde), and such as are but spelling."""

from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.text.common_order import common_order
from newsdiff.text.typography import unaccented

_UMLAUT = "¨"  # in a table: two dots tell always
_BOTH_WAYS = "="  # in a table: before a word that is spelled with an accent and without
_ENDING = "-"  # in a table: before an ending of which an accent on the last vowel tells


def accents_tell(old: Tokens, new: Tokens, words: WordTable) -> bool:
    """Whether a word of one text is another word by its accent than the one in its place."""
    if not words.telling_accents:
        return False
    plain = [[unaccented(low) for low in tokens.low] for tokens in (old, new)]
    return any(
        _tells(_written(old, i), _written(new, j), plain[0][i], words)
        for i, j in common_order(*plain)
        if old.low[i] != new.low[j] or old.at(i + 1) != new.at(j + 1)
    )


def _written(tokens: Tokens, i: int) -> str:
    """A word, with the apostrophe that stands for an accent behind it: e', citta'."""
    mark = tokens.at(i + 1) == "'" and tokens.glued(i + 1) and tokens.low[i][-1] in "aeiou"
    return f"{tokens.low[i]}'" if mark and not _quoted(tokens, i) else tokens.low[i]


def _quoted(tokens: Tokens, i: int) -> bool:
    """Whether the last single mark before a word opens a quotation, which the one behind it closes: 'la gente'."""
    opens = next((at for at in range(i - 1, -1, -1) if tokens.low[at] == "'"), None)
    return (
        opens is not None and tokens.glued(opens + 1) and not (tokens.glued(opens) and tokens.at(opens - 1).isalnum())
    )


def _tells(old: str, new: str, plain: str, words: WordTable) -> bool:
    if old == new or not plain.isalpha():
        return False
    if _UMLAUT in words.telling_accents:
        return _umlauts(old) != _umlauts(new)
    if plain in words.telling_accents:
        return old != new
    spelled = f"{_BOTH_WAYS}{plain}" in words.telling_accents
    return not spelled and plain.endswith(_endings(words)) and _stressed_end(old, plain) != _stressed_end(new, plain)


@cache
def _endings(words: WordTable) -> tuple[str, ...]:
    return tuple(e[1:] for e in words.telling_accents if e.startswith(_ENDING) and len(e) > 1)


def _umlauts(word: str) -> str:
    return "".join(letter for letter in word if letter in "äöü")


def _stressed_end(word: str, plain: str) -> bool:
    """Whether the last vowel of a word has an accent, of any kind."""
    if word.endswith("'"):
        return True
    at = max(plain.rfind(vowel) for vowel in "aeiou")
    while at > 0 and plain[at - 1] == "e" == plain[at]:
        at -= 1  # née
    return len(word) == len(plain) and at >= 0 and word[at] != plain[at]
