"""Words and phrases that a language spells in several ways, and the one that stands for each."""

from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.form import key
from newsdiff.language.table import WordTable
from newsdiff.text.typography import unaccented

_JOINTS = str.maketrans("", "", " -'")


def plain(low: str, words: WordTable, *, respelled: bool = True) -> str:
    """A word without accents, and with what its language spells in two ways inside words spelled in one.

    Names have one spelling, but for letters that a house lacks (*ue* for *ü*): of them ``respelled`` is false.
    """
    word = unaccented(key(low))
    for other, one in words.transcriptions.items():
        word = word.replace(other, one)
    for other, one in words.inner_spellings.items() if respelled else ():
        word = word.replace(other, one)
    return word


@cache
def known_variants(words: WordTable) -> dict[str, str]:
    """Every phrase that is written in several ways, by its tokens between spaces, and the one that stands for it."""
    found = {_cut(unit): f"<{name}>" for unit, name in words.units.items()}
    found |= {_cut(title): f"<{name}>" for title, name in words.honorifics.items()}
    found |= {f"{_cut(title)} .": name for title, name in found.items() if name[1:-1] in words.courtesies}
    for other, name in words.variants.items():
        one = found.get(_cut(name)) or (name if name[0] == "<" else unaccented(_cut(name)).translate(_JOINTS))
        found[_cut(other)] = found[_cut(name)] = one
    return found


def _cut(phrase: str) -> str:
    return phrase if phrase.isalpha() else " ".join(Tokens(phrase).low)
