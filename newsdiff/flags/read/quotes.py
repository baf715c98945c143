"""Quotations: words inside quotation marks. Marks are read over whole blocks: a quotation runs over sentences."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from newsdiff.text.lazy_pattern import lazy_pattern

_OPEN = lazy_pattern("[\"“„«‘']")
_INSIDE = {  # what follows an opening mark, up to and with its closing one; words of a quotation that goes on count
    "“": "([^“”„]*)(?:”|$)",
    "„": "([^“”„]*)(?:[”“]|$)",
    "«": "([^«»]*)»",
    '"': '([^"]*)(?:"|$)',
    "‘": r"([^‘’]*(?:’(?=\w)[^‘’]*)*)’(?!\w)",
    "'": r"([^']*(?:'(?=\w)[^']*)*)'(?!\w)",
}
_TAIL = lazy_pattern(r'([^“”"]*)”')  # the end of a quotation that began in another block
_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_CODE = lazy_pattern(r"[_/<>={}]|\w\.\w|\w-(?:bin|id)")
_ENTITY = r"&(?:#82[12][0167]|quot|ldquo|rdquo);"


class Quotation(NamedTuple):
    """Words inside marks: as they stand, and folded word by word."""

    text: str
    words: tuple[str, ...]
    bag: frozenset[str]  # each of its words once


def quoted(text: str) -> list[str]:
    """What stands inside quotation marks, in its order."""
    if "&" in text:
        text = re.sub(_ENTITY, '"', text)
    return [inside for start, end, inside in _marked(text) if not _idle(text, start, end, inside)]


def quotations(texts: Iterable[str], contractions: Mapping[str, str]) -> list[Quotation]:
    """Quoted texts with their words; those without any are left out."""
    return [Quotation(text, words, frozenset(words)) for text in texts if (words := _words(text, contractions))]


def _words(text: str, contractions: Mapping[str, str]) -> tuple[str, ...]:
    text = text.lower().replace("’", "'")
    for short, full in contractions.items():
        if short in text:
            text = text.replace(short, f" {full}")
    return tuple(_WORD.findall(text))


def _marked(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each marked passage begins and ends with its marks, and what stands inside."""
    at, last = 0, len(text)
    if "”" in text and (tail := _TAIL.match(text)):
        yield 0, tail.end(), tail[1]
        at = tail.end()
    while mark := _OPEN.search(text, at):
        at = mark.end()
        glued = mark.start() > 0 and (text[mark.start() - 1].isalnum() or text[mark.start() - 1] == "=")
        if glued or (mark[0] == "'" and at > last):
            continue
        if m := _inside(mark[0]).match(text, at):
            yield mark.start(), m.end(), m[1]
            at = m.end()
        elif mark[0] == "'":
            last = at  # no apostrophe closes one: none behind it does either


@cache
def _inside(mark: str) -> "re.Pattern[str]":
    return re.compile(_INSIDE[mark])


def _idle(text: str, start: int, end: int, inside: str) -> bool:
    """Whether marks hold no speech: a term defined in brackets (the "Act"), a code, an address."""
    defined = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return defined or "://" in inside or (inside.split() == [inside] and _CODE.search(inside) is not None)
