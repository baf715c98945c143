"""Titles of books, films and the like, which one house sets in italics, one in marks, and one as they are."""

import re

from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_NEAR_CHARACTERS = 100  # on both sides of a title, in which a word for a work or its public stands
_WORD = lazy_pattern(r"[^\W_]+")
_SMALL_LETTERS = 3  # of words inside a title that may be written small: of, the, and


def is_work(title: str, other: str, words: WordTable | None) -> bool:
    """Whether quoted words are the title of a work that the other side's text has without marks: in italics (*Tosca*,
    _Tosca_), or written large beside a word for a work or its public: Doctor Who fans.
    """
    title = title.strip(" ,.")
    if not title or title not in other:
        return False
    for found in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)|(?<=_){re.escape(title)}(?=_)", other):
        before, behind = other[: found.start()], other[found.end() :]
        if before[-1:] == behind[:1] and before[-1:] in ("*", "_"):
            return True
        ahead = _WORD.findall(before[-_NEAR_CHARACTERS:].lower())
        after = _WORD.findall(behind[:_NEAR_CHARACTERS].lower())
        near = [*ahead, *after] if " " in title else ahead[-1:]
        if words and ahead and ahead[-1] in words.determiners:
            near = after[:1]  # the Doctor Who fans
        if words and _is_large(title) and _writes_small(other, words) and not words.works.isdisjoint(near):
            return True
    return False


def _writes_small(text: str, words: WordTable) -> bool:
    """Whether a text writes other words than those of grammar small, so that a capital tells a title."""
    plain = (w for w in _WORD.findall(text) if len(w) >= _SMALL_LETTERS and w.islower())
    return any(w not in words.stop and w not in words.prepositions for w in plain)


def _is_large(title: str) -> bool:
    """Whether the words of a title begin with capitals, but for small ones inside it."""
    found = _WORD.findall(title)
    small = [w for w in found[1:] if not w[0].isupper() and not w[0].isdecimal()]
    return found[0][0].isupper() and all(len(w) <= _SMALL_LETTERS for w in small)
