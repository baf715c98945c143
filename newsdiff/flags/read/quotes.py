"""Quotations: words inside quotation marks. Marks are read over whole blocks: a quotation runs over sentences."""

import re
from dataclasses import dataclass

_MARKED = re.compile(
    r"[“„]([^“”„]*)(?:[”“]|$)|«([^«»]*)»"
    r'|(?<![\w"=])"([^"]*)(?:"|$)'
    r"|(?<!\w)‘([^‘’]*(?:’(?=\w)[^‘’]*)*)’(?!\w)|(?<!\w)'([^']*(?:'(?=\w)[^']*)*)'(?!\w)"
)
_TAIL = re.compile(r'([^“”"]*)”')  # the end of a quotation that began in another block
_MARKS = re.compile(r"[\"“”„«»‘]|(?<!\w)'\w")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CODE = re.compile(r"[^\s]*(?:[_/<>={}]|\w\.\w|\w-(?:bin|id))[^\s]*")
_ENTITY = re.compile(r"&(?:#82[12][0167]|quot|ldquo|rdquo);")


@dataclass(frozen=True)
class Quotation:
    """Words inside marks: where they begin in the text, as they stand, and folded word by word."""

    start: int
    text: str
    words: tuple[str, ...]


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text, in their order."""
    if "&" in text:
        text = _ENTITY.sub('"', text)
    if not _MARKS.search(text):
        return []
    found = []
    tail = _TAIL.match(text)
    for m in (*([tail] if tail else ()), *_MARKED.finditer(text)):
        inside = m[m.lastindex or 0]
        if _idle(text, m.start(), m.end(), inside):
            continue
        words = tuple(w.lower().replace("’", "'") for w in _WORD.findall(inside))
        if words:
            found.append(Quotation(m.start(m.lastindex or 0), inside, words))
    return found


def _idle(text: str, start: int, end: int, inside: str) -> bool:
    """Whether marks hold no speech: a term defined in brackets (the "Act"), a code, an address."""
    defined = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return defined or "://" in inside or _CODE.fullmatch(inside) is not None
