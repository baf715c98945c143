"""Quotations: words inside quotation marks. Marks are read over whole blocks: a quotation runs over sentences."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from newsdiff.language.form import key
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

_INSIDE = {  # what follows an opening mark, up to and with its closing one; words of a quotation that goes on count
    "“": "((?:[^“”„]|“[^“”„]*”)*)(?:”|$)",
    "„": "([^“”„]*)(?:[”“]|$)",
    "«": "((?:[^«»]|«[^«»]*»)*)»",
    "»": r"(?!\s)([^«»]*)(?<!\s)«",  # German; a French mark that closes has a space beside it, or a word before
    '"': r'([^"\n]*)(?:(?<!\s)"|(?=\n)|$)',  # a mark behind a space opens another one: this one was stray
    "‘": r"([^‘’']*(?:[’'](?=\w)[^‘’']*)*)[’'](?!\w)",
    "'": r"([^']*(?:'(?=\w)[^']*)*)'(?!\w)",
}
_OPEN = lazy_pattern(f"[{''.join(_INSIDE)}]", needs="".join(_INSIDE))
_ENDS = frozenset(".,!?;…%)]")  # a straight mark behind them closes: it opens nothing
_ELISION = lazy_pattern(r"(?:tis|twas|em|til|cause|cos|n|round|bout|\d\ds)\b", re.IGNORECASE)
_TAIL = lazy_pattern(r'([^“”"„]*)”')  # the end of a quotation that began in another block
_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_CODE = lazy_pattern(r"[_/<>={}]|\w\.\w|\w-(?:bin|id)")
_TWO = '"\x00'  # for two apostrophes that stand for one mark, while a text is read
_GARBLED_DASH = "â€[”“]"  # a dash in UTF-8 that was read as Windows-1252
_ENTITY = r"&(?:#82[12][0167]|quot|ldquo|rdquo);"


class Quotation(NamedTuple):
    """Words inside marks: as they stand, and word by word as every style would write them."""

    text: str
    words: tuple[str, ...]
    bag: frozenset[str]  # each of its words once


def quoted(text: str) -> list[str]:
    """What stands inside quotation marks, in its order."""
    if "&" in text:
        text = re.sub(_ENTITY, '"', text)
    if "â€" in text:
        text = re.sub(_GARBLED_DASH, "-", text)
    if two := "''" in text:
        text = text.replace("''", _TWO)
    found = [inside for start, end, inside in _marked(text) if not _idle(text, start, end, inside)]
    return [inside.removeprefix(_TWO[1]).replace(_TWO, "''") for inside in found] if two else found


def quotations(texts: Iterable[str], contractions: Mapping[str, str], articles: Container[str] = ()) -> list[Quotation]:
    """Quoted texts with their words but the articles, which headlines drop; those without any are left out."""
    read = ((text, _words(text, contractions, articles)) for text in texts)
    return [Quotation(text, words, frozenset(words)) for text, words in read if words]


def _words(text: str, contractions: Mapping[str, str], articles: Container[str]) -> tuple[str, ...]:
    text = text.lower().replace("’", "'").replace("&", " and ")
    for short, full in contractions.items():
        if short in text:
            text = text.replace(short, f" {full}")
    return tuple(key(w) or w for w in _WORD.findall(text) if w not in articles)


def _marked(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each marked passage begins and ends with its marks, and what stands inside."""
    at, last = 0, len(text)
    if "”" in text and (tail := _TAIL.match(text)):
        yield 0, tail.end(), tail[1]
        at = tail.end()
    while mark := _OPEN.search(text, at):
        at = mark.end()
        before = text[mark.start() - 1 : mark.start()]
        glued = before.isalnum() or before == "=" or (mark[0] in '"»' and before in _ENDS)
        if glued or (mark[0] == "'" and (at > last or _ELISION.match(text, at))):
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
    """Whether marks hold no speech: a term defined in brackets ("the Act", the "Act"), a code, an address."""
    named = text[max(0, start - 5) : start].lower() == "(the " and inside[:1].isupper()
    defined = (named or text[start - 1 : start] == "(") and text[end : end + 1] == ")"
    return defined or "://" in inside or (inside.split() == [inside] and _CODE.search(inside) is not None)
