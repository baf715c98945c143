"""The pieces of a short leaf: what stands in elements of its own inside it, and what between marks that part it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from newsdiff.clean.page.inline import raised
from newsdiff.clean.page.text_blocks import BLOCKS, SKIPPED, Element, Leaf, is_hidden
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_DENSE = "\u0e00"  # from here on scripts put no small letters behind another
_LETTERS = 3  # of a piece of a word in an element of its own
_MARKS = lazy_pattern(r"\s*[|·•●∙▪︱｜]\s*|\s+[–—-]\s+")


class LinePiece(NamedTuple):
    """A part of a leaf's text, from where to where it stands, the element that it stands in, and its line."""

    text: str
    start: int
    end: int
    owner: Element
    line: int = 0


def pieces(leaf: Leaf, cuts: Sequence[int] = ()) -> list[LinePiece]:
    """A leaf's text cut where an element begins or ends, at marks such as ``|``, and at ``cuts``; no piece is empty.

    >>> from lxml import html
    >>> leaf = Leaf("Jane DoeReporter | 3 views", html.fromstring("<p><b>Jane Doe</b>Reporter | 3 views</p>"), "")
    >>> [piece.text for piece in pieces(leaf)]
    ['Jane Doe', 'Reporter', '3 views']
    """
    text, owners = leaf.text, _borders(leaf)
    marks = [place for mark in _MARKS.finditer(text) for place in mark.span()]
    lines = _line_starts(leaf)
    places = sorted({0, len(text), *owners, *marks, *cuts, *lines})
    found, owner = [], owners.get(0, leaf.element)
    for start, end in pairwise(places):
        owner = owners.get(start, owner)
        part = text[start:end]
        told = part.strip()
        if told and not _MARKS.fullmatch(f" {told} "):
            at = start + len(part) - len(part.lstrip())
            line = sum(begin <= start for begin in lines)
            found.append(LinePiece(told, at, at + len(told), owner, line))
    return found


def _line_starts(leaf: Leaf) -> list[int]:
    """Where the lines of a leaf begin that line breaks part; empty where its text was put together otherwise."""
    if " ".join(leaf.lines) != leaf.text:
        return []
    return [*accumulate((len(line) + 1 for line in leaf.lines[:-1]), initial=0)]


def runs(leaf: Leaf, parts: Sequence[LinePiece]) -> Iterator[str]:
    """The text of some pieces of a leaf: those that follow each other with nothing told between them are one."""
    start = end = -1
    for part in parts:
        if end >= 0 and any(map(str.isalnum, leaf.text[end : part.start])):
            yield leaf.text[start:end]
            start = part.start
        start, end = (start if start >= 0 else part.start), part.end
    if end >= 0:
        yield leaf.text[start:end]


def spaced(leaf: Leaf) -> str:
    """The text of a leaf with a space wherever one element ends and another begins, unless that is inside a word."""
    places = [0, *sorted(_borders(leaf)), len(leaf.text)]
    return squeeze(" ".join(leaf.text[start:end] for start, end in pairwise(places)))


def _borders(leaf: Leaf) -> dict[int, Element]:
    """Where in a leaf's text another element begins, and which; empty where the text was put together otherwise."""
    if not len(leaf.element):
        return {0: leaf.element}
    texts = [(owner, told) for owner, text in _texts(leaf.element) if (told := "".join(squeeze(text).split()))]
    places = [number for number, character in enumerate(leaf.text) if not character.isspace()]
    at = -"".join(text for _, text in texts).find("".join(leaf.text.split()))
    found: dict[int, Element] = {}
    if at > 0:
        return found
    sizes = [0, *(len(text) for _, text in texts)]
    for (owner, text), before in zip(texts, sizes, strict=False):
        short = min(before, len(text)) <= _LETTERS
        if 0 <= at < len(places) and not (short and _is_inside_word(leaf.text, places[at])):
            found[places[at]] = owner
        elif at < 0 < at + len(text):
            found[0] = owner
        at += len(text)
    return found


def _is_inside_word(text: str, at: int) -> bool:
    """Whether the letter at a place goes on with a word: big first letters are elements of their own."""
    return at > 0 and text[at].islower() and text[at - 1].isalpha() and text[at - 1] < _DENSE


def _texts(block: Element) -> Iterator[tuple[Element, str]]:
    """The visible pieces of text of a block in order, each with its element, without those of blocks inside it."""
    from lxml import etree

    walk = etree.iterwalk(block, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element is not block:
                yield element.getparent(), element.tail or ""
        elif element is not block and (
            not isinstance(element.tag, str) or element.tag in SKIPPED or element.tag in BLOCKS or is_hidden(element)
        ):
            walk.skip_subtree()
        elif element.tag == "sup" and (mark := raised(element)):
            walk.skip_subtree()
            yield element, mark
        else:
            yield element, element.text or ""
