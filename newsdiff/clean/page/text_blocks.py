"""The own walker: a tree to its leaf blocks, each the text that a browser would show as one unit, in reading order."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from newsdiff.clean.page import inline
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze
from newsdiff.text.word_lists import listed

Element = Any  # lxml's element, whose stubs are not complete

# Never text of the page, whatever stands in them.
SKIPPED = frozenset(
    listed(
        "script style noscript template svg math iframe object embed applet canvas audio video map select option button"
        " input textarea"
        " datalist dialog menu nav head title meta link base progress meter frameset amp-ad amp-embed amp-analytics"
        " amp-sidebar"
        " amp-consent amp-user-notification amp-social-share amp-sticky-ad"
        " rt rp rtc"
    )
)
BLOCKS = frozenset(
    listed(
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
        " figcaption figure"
        " footer form h1 h2"
        " h3 h4 h5 h6 header hgroup hr html legend li main ol p pre search section summary table tbody td"
        " tfoot th thead tr ul"
    )
)
HEADINGS = frozenset(listed("h1 h2 h3 h4 h5 h6"))
_CAPTIONS = frozenset(("figcaption", "caption", "figure"))
_REMEMBERED = 512  # leaves with links, about a page: a leaf's share is asked for again in each box
_ROOTS = frozenset(("article", "main", "body", "td"))
_BREAKS = lazy_pattern(r"\x00(?:\s*\x00)+")  # two <br> or more: a new paragraph
_HIDDEN_STYLE = lazy_pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAPTION_CLASS = lazy_pattern(
    r"(?:^|[\s_-])(?:fig|img|image|photo|media|wp|picture|thumb)?[_-]?(?:caption|legende?|cutline|bildtext"
    r"|bildunterschrift|didascalia|pie-?de-?foto)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CELLS = frozenset(("td", "th", "center", "body"))
_PRINTS = frozenset(("font", "span", "big", "small"))
_SEEN = frozenset(("p", "blockquote"))  # that aria-hidden does not hide
_LAYOUT = ("table", "h1", "h2", "h3", "article", "section", "ul", "ol", "blockquote", "form")


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """One unit of text: its element, how many of its letters are linked or bold, and what its markup takes it for."""

    text: str
    element: Element
    kind: BlockKind
    linked: int = 0
    strong: int = 0
    heading: int = 0  # 1-6 for h1-h6
    lines: tuple[str, ...] = ()  # where line breaks part it

    @property
    def link_share(self) -> float:
        """The share of its letters and digits that are linked."""
        return self.linked / max(1, _letters_of(self.text)) if self.linked else 0.0

    @property
    def is_link(self) -> bool:
        """Whether the leaf is a link, or a row of links, and next to nothing else."""
        return self.linked > 0 and self.link_share >= 0.8


@dataclass(slots=True)
class _Buffer:
    """The text of a leaf to be; a line break, two of them and the edge between two elements are marked."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0


def is_hidden(element: Element) -> bool:
    """Whether an element says of itself that a reader does not see it.

    A paragraph that is hidden from screen readers alone is seen: pages mark so the text that they count for payment.
    """
    keys = element.keys()
    if not keys:
        return False
    if "hidden" in keys or (
        "aria-hidden" in keys and element.get("aria-hidden") == "true" and element.tag not in _SEEN
    ):
        return True
    return "style" in keys and _HIDDEN_STYLE.search(element.get("style")) is not None


def leaves(
    root: Element, unseen: list[Element] | None = None, hidden: Container[Element] | None = None
) -> Iterator[Leaf]:
    """Yield the leaf blocks below ``root`` in document order.

    What a reader does not see is not there; the elements that hold it are added to ``unseen``. ``hidden``: those that
    say of themselves that they are, where that is known.
    """
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    buffer, stack, skipping = _Buffer(), [root], None
    links = strongs = 0
    is_out = is_hidden if hidden is None else hidden.__contains__
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if skipping is not None:
                continue
            if not isinstance(tag, str) or tag in SKIPPED or is_out(element):
                skipping = element
                if captions := _captions(element):
                    yield from chain(_flush(buffer, stack[-1]), *map(leaves, captions))
                elif unseen is not None:
                    unseen.append(element)
            elif tag == "tr" and _is_data_row(element):
                skipping = element
                yield from chain(_flush(buffer, stack[-1]), _row(element))
            elif tag == "sup" and (mark := inline.raised(element)):
                skipping = element
                _add(buffer, mark, links, strongs)
            else:
                if tag in BLOCKS:
                    yield from _flush(buffer, stack[-1]) if buffer.pieces else ()
                    stack.append(element)
                elif tag == "br":
                    buffer.pieces.append("\x00\x00" if _parts_prints(element) else "\x00")
                elif buffer.pieces and inline.stands_apart(element):
                    buffer.pieces.append(inline.EDGE)
                links += tag == "a"
                strongs += tag in ("b", "strong")
                if element.text:
                    _add(buffer, element.text, links, strongs)
            if skipping is element:
                walk.skip_subtree()
            continue
        if skipping is element:
            skipping = None
        elif skipping is None:
            links -= tag == "a"
            strongs -= tag in ("b", "strong")
            if tag in BLOCKS:
                block = stack.pop()
                yield from _flush(buffer, block) if buffer.pieces else ()
        else:
            continue
        if element is not root and element.tail:
            _add(buffer, element.tail, links, strongs)
    yield from _flush(buffer, root)


def _parts_prints(line_break: Element) -> bool:
    """Whether a line break in the cell of a layout table stands between two elements that are set in other print.

    Pages that know no headings write so: ``<font size=5>the title</font><br><font size=1>a day</font>``.
    """
    before, behind, above = line_break.getprevious(), line_break.getnext(), line_break.getparent()
    if before is None or behind is None or above.tag not in _CELLS or (line_break.tail or "").strip():
        return False
    if (before.tail or "").strip() or before.tag not in _PRINTS or behind.tag not in _PRINTS:
        return False
    return any(before.get(name) != behind.get(name) for name in ("class", "size", "style"))


def _captions(element: Element) -> list[Element]:
    """The captions in a button that shows a picture larger; all else in it is its label."""
    return element.findall(".//figcaption") if element.tag == "button" and not is_hidden(element) else []


def _add(buffer: _Buffer, text: str, links: int, strongs: int) -> None:
    if not buffer.pieces and text.isspace():
        return
    buffer.pieces.append(text)
    if links or strongs:
        size = letters(text)
        buffer.linked += size if links else 0
        buffer.strong += size if strongs else 0


def _flush(buffer: _Buffer, element: Element) -> Iterator[Leaf]:
    """Yield what has been gathered, cut where two line breaks follow each other."""
    whole, linked, strong = "".join(buffer.pieces), buffer.linked, buffer.strong
    buffer.pieces, buffer.linked, buffer.strong = [], 0, 0
    if not whole or whole.isspace():
        return
    if inline.EDGE in whole:
        whole = inline.spaced(whole)
    kind, heading = kind_of(element)
    if "\x00" not in whole:
        if text := squeeze(whole):
            yield Leaf(text, element, kind, linked, strong, heading)
        return
    cut = [part.split("\x00") for part in _BREAKS.split(whole)]
    parts = [lines for part in cut if (lines := [line for line in map(squeeze, part) if line])]
    texts = [" ".join(lines) for lines in parts]
    total = sum(map(len, texts))
    for text, lines in zip(texts, parts, strict=True):
        share = len(text) / total
        broken = tuple(lines) if len(lines) > 1 else ()
        yield Leaf(text, element, kind, round(linked * share), round(strong * share), heading, broken)


def has_more_text(element: Element, size: int) -> bool:
    """Whether the text of an element, white space folded, is longer than that; of a long one, a part is read."""
    pieces: list[str] = []
    read, looked = 0, size
    for piece in element.itertext():
        pieces.append(piece)
        read += len(piece)
        if read > looked:
            if len(squeeze("".join(pieces))) > size:
                return True
            looked = 2 * read
    return read > size and len(squeeze("".join(pieces))) > size


def letters(text: str) -> int:
    """How many letters and digits a text holds."""
    return sum(map(str.isalnum, text))


@lru_cache(maxsize=_REMEMBERED)
def _letters_of(text: str) -> int:
    return letters(text)


def kind_of(element: Element) -> tuple[BlockKind, int]:
    """What the markup round a leaf takes it for, the nearest ancestor that says so decides; and a heading's level."""
    node, depth = element, 0
    while node is not None:
        tag = node.tag
        if tag in HEADINGS:
            return BlockKind.HEADING, int(tag[1])
        if tag in _CAPTIONS or (depth < 3 and (classes := node.get("class")) and _is_caption_class(classes)):
            return BlockKind.CAPTION, 0
        if tag == "blockquote":
            return BlockKind.QUOTE, 0
        if tag == "dd" and _is_under_picture(node):
            return BlockKind.CAPTION, 0
        if tag == "li" or (tag in ("dd", "dt") and depth < 2):
            return BlockKind.LIST_ITEM, 0
        if tag in _ROOTS or depth > 5:
            break
        node, depth = node.getparent(), depth + 1
    return BlockKind.PARAGRAPH, 0


def _is_under_picture(entry: Element) -> bool:
    """Whether what a list defines is a picture."""
    before = entry.getprevious()
    return before is not None and before.tag == "dt" and next(before.iter("img", "picture"), None) is not None


@lru_cache(maxsize=_REMEMBERED)
def _is_caption_class(classes: str) -> bool:
    return _CAPTION_CLASS.search(classes) is not None


def _is_data_row(row: Element) -> bool:
    """Whether a row holds facts in cells; a table that lays out the page holds blocks of its own kind."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2:
        return False
    return next(row.iter(*_LAYOUT), None) is None and not any(len(cell.findall(".//p")) > 2 for cell in cells)


def _row(row: Element) -> Iterator[Leaf]:
    """One row, its cells joined by " | "."""
    cells = [squeeze(inline.spaced("".join(_visible(cell)))) for cell in row if cell.tag in ("td", "th")]
    text = " | ".join(cell for cell in cells if cell)
    if text:
        linked = sum(letters(a.text_content()) for a in row.iter("a"))
        yield Leaf(text, row, BlockKind.ROW, linked)


def _visible(element: Element) -> Iterator[str]:
    """The pieces of text in a cell; blocks and lines in it stand apart."""
    if element.text:
        yield element.text
    for child in element:
        apart = child.tag in BLOCKS or child.tag == "br"
        if apart or inline.stands_apart(child):
            yield " " if apart else inline.EDGE
        if child.tag == "sup" and (mark := inline.raised(child)):
            yield mark
        elif isinstance(child.tag, str) and child.tag not in SKIPPED and not is_hidden(child):
            yield from _visible(child)
        if apart:
            yield " "
        if child.tail:
            yield child.tail
