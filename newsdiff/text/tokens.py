"""Text cut into tokens that join back losslessly: words, numbers, marks, white space.

Whole are: numbers with their sign, separators, currency and percent sign; hyphenated compounds; abbreviations
(``U.S.``, ``p.m.``); URLs, e-mail addresses, hashtags. Scripts that need more than this (combining marks, no spaces
between words, emoji sequences) are cut by ``newsdiff.text.scripts``, which is loaded only for them.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import islice

from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.token_pattern import UNIT

_UNIT = lazy_pattern(UNIT, re.DOTALL)
_WORD = lazy_pattern(r"[^\W_]")
# What the pattern above would cut wrongly stands outside Latin, Greek and Cyrillic letters and common punctuation.
_FOREIGN = lazy_pattern("[^\x00-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200b\u200e-\u20cf]")
_BEYOND_LATIN = lazy_pattern("[^\x00-\u02ff\u200e-\u20cf]")  # made in a fifth of the time, and enough for most texts


def units(text: str) -> list[str]:
    """Tokens, each with the white space behind it; joined they give ``text`` back."""
    if text.isascii() or not _BEYOND_LATIN.search(text) or not _FOREIGN.search(text):
        return _UNIT.findall(text)
    from newsdiff.text import scripts

    return scripts.units(text)


def tokens(text: str) -> list[str]:
    """Cut ``text`` into tokens; ``"".join(tokens(text)) == text``, always."""
    found = []
    for unit in units(text):
        word = unit.rstrip()
        if word:
            found.append(word)
        if len(word) < len(unit):
            found.append(unit[len(word) :])
    return found


def plain_words(text: str) -> list[str]:
    """The words of ``text``, whatever is installed: of a script without spaces between them, each character."""
    if text.isascii() or not _FOREIGN.search(text):
        found = _UNIT.findall(text)
    else:
        from newsdiff.text import scripts

        found = scripts.characters(text)
    return [word for unit in found if is_word(word := unit.rstrip())]


def size(found: Sequence[str]) -> int:
    """How many words ``plain_words`` come to: two characters of a script without spaces count as one."""
    foreign = [word for word in found if not word.isascii() and _FOREIGN.search(word)]
    if not foreign:
        return len(found)
    from newsdiff.text import scripts

    return len(found) - sum(map(scripts.is_dense, foreign)) // 2


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit, and so counts as a word."""
    return token[:1].isalnum() or _WORD.search(token) is not None


def count(text: str) -> int:
    """How many words ``text`` holds."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return len(text.split())
    return sum([unit[0].isalnum() or is_word(unit) for unit in units(text)])


def shared_start(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """How many tokens, or whatever else, both sequences begin with.

    >>> shared_start("the red house".split(), "the red barn".split())
    2
    """
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def shared_ends(a: Sequence[str], b: Sequence[str], key: Callable[[str], object]) -> tuple[int, int]:
    """How many tokens both sequences begin with, and how many of the rest they end with, which are the same or share a
    key; what is equal as it stands is asked for none, and that is most.

    >>> shared_ends("The red house burned".split(), "the old house burned".split(), str.lower)
    (1, 2)
    """
    head = _alike(zip(a, b, strict=False), key)
    rest = min(len(a), len(b)) - head
    return head, _alike(islice(zip(reversed(a), reversed(b), strict=False), rest), key)


def _alike(pairs: Iterable[tuple[str, str]], key: Callable[[str], object]) -> int:
    """How many pairs of tokens are alike, up to the first that is not."""
    count = 0
    for x, y in pairs:
        if x != y and key(x) != key(y):
            break
        count += 1
    return count
