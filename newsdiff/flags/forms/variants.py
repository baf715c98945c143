"""The same words in another spelling of their language, cut short, or with figures for number words."""

from collections.abc import Iterator
from functools import cache

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.form import key
from newsdiff.language.table import WordTable
from newsdiff.text.typography import unaccented

_LONGEST_TOKENS = 6  # of a variant: z . B .
_SHORTEST_REST = 4  # letters behind a number word that is the first part of another: fünfköpfig
_RANK_ENDINGS = ("sten", "ster", "stes", "ste", "ten", "ter", "tes", "te")


def said_alike(old: Tokens, mine: range, new: Tokens, theirs: range, words: WordTable) -> bool:
    """Whether two stretches are the same in another spelling, written out, or in figures."""
    return "".join(_canonical(old, mine, words)) == "".join(_canonical(new, theirs, words))


def _canonical(tokens: Tokens, places: range, words: WordTable) -> Iterator[str]:
    """The words of a stretch as one style would write them."""
    known, at = known_variants(words), places.start
    while at < places.stop:
        for past in range(min(places.stop, at + _LONGEST_TOKENS), at, -1):
            one = known.get(" ".join(tokens.low[at:past]))
            if one is not None and (past - at > 1 or _means(tokens, at)):
                yield one
                at = past
                break
        else:
            if tokens.low[at][0].isalnum():
                yield _word(tokens.low[at], words)
            at += 1


def _means(tokens: Tokens, i: int) -> bool:
    """Whether a word is more than a letter, or a letter behind figures, where it is a unit: 3 m, but M-30."""
    return len(tokens.low[i]) > 1 or not tokens.low[i].isalpha() or tokens.at(i - 1)[:1].isdigit()


def _word(low: str, words: WordTable) -> str:
    """A word with its first part in figures, where that is a number: fünfköpfig, hundertste; else without accents."""
    if low in words.cardinals or low in words.ranks:
        return f"{(words.cardinals.get(low) or words.ranks.get(low) or 0):g}"
    for ending in _RANK_ENDINGS if "nouns" in words.capitals else ():
        if low.endswith(ending) and (number := words.cardinals.get(low.removesuffix(ending))):
            return f"{number:g}"
    for size in range(len(low) - _SHORTEST_REST, 2, -1) if "nouns" in words.capitals else ():
        if number := words.cardinals.get(low[:size]):
            return f"{number:g}{_plain(low[size:], words)}"
    return _plain(low, words)


def _plain(low: str, words: WordTable) -> str:
    """A word without accents, and with what its language spells in two ways inside words spelled in one."""
    word = unaccented(key(low))
    for other, one in words.inner_spellings.items():
        word = word.replace(other, one)
    return word


@cache
def known_variants(words: WordTable) -> dict[str, str]:
    """Every phrase that is written in several ways, by its tokens between spaces, and the one that stands for it."""
    found = {_cut(unit): f"<{name}>" for unit, name in words.units.items()}
    found |= {_cut(title): f"<{name}>" for title, name in words.honorifics.items()}
    found |= {f"{_cut(title)} .": name for title, name in found.items() if name[1:-1] in words.courtesies}
    for other, name in words.variants.items():
        one = found.get(_cut(name), unaccented(_cut(name)).replace(" ", ""))
        found[_cut(other)] = found[_cut(name)] = one
    return found


def _cut(phrase: str) -> str:
    return " ".join(Tokens(phrase).low)
