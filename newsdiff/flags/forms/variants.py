"""Words and phrases that a language spells in several ways, and the one that stands for each."""

from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.form import key
from newsdiff.language.table import WordTable
from newsdiff.text.typography import fold, unaccented

_INSIDE = str.maketrans("", "", ".-'")
_JOINTS = str.maketrans("", "", " -'")


def plain(low: str, words: WordTable, *, respelled: bool = True) -> str:
    """A word without accents, and with what its language spells in two ways inside words spelled in one.

    Names have one spelling, but for letters that a house lacks (*ue* for *ü*): of them ``respelled`` is false.
    """
    word = unaccented(_folded(low))
    for other, one in words.inner_spellings.items() if respelled else ():
        word = word.replace(other, one)
    for other, one in words.transcriptions.items():
        word = word.replace(other, one)
    return word


def _folded(low: str) -> str:
    """A word without dots, hyphens and apostrophes; English spelling is no matter of its language."""
    return key(low) if any(map(str.isdigit, low)) else fold(low).casefold().translate(_INSIDE) or low


@cache
def known_variants(words: WordTable) -> dict[str, str]:
    """Every phrase that is written in several ways, by its tokens between spaces, and the one that stands for it."""
    found = {_cut(unit): f"<{name}>" for unit, name in words.units.items()}
    found |= {_cut(title): f"<{name}>" for title, name in words.honorifics.items()}
    found |= {f"{_cut(title)} .": name for title, name in found.items() if name[1:-1] in words.courtesies}
    for other, name in words.variants.items():
        one = found.get(_cut(name)) or (name if name[0] == "<" else _respelled(_cut(name), words))
        found[_cut(other)] = found[_cut(name)] = one
    for phrase, one in tuple(found.items()):
        found.setdefault(unaccented(phrase), one)
    return found


@cache
def phrase_lengths(words: WordTable) -> dict[str, int]:
    """How many tokens the longest phrase has at most that begins with a word, by the word."""
    found: dict[str, int] = {}
    for phrase in known_variants(words):
        head, _, rest = phrase.partition(" ")
        if rest:
            found[head] = max(found.get(head, 0), rest.count(" ") + 2)
    return found


def _respelled(phrase: str, words: WordTable) -> str:
    """A phrase as one word, with what is spelled in two ways inside words spelled in one."""
    word = unaccented(phrase).translate(_JOINTS)
    for other, one in words.inner_spellings.items():
        word = word.replace(other, one)
    return word


def _cut(phrase: str) -> str:
    return phrase if phrase.isalpha() else " ".join(Tokens(phrase).low)
