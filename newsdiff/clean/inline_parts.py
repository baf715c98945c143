"""The elements inside the lines of an article: where in a block's text the words of a link, a span, a time stand."""

from collections.abc import Iterator, Sequence

from newsdiff.clean.page.text_blocks import BLOCKS, SKIPPED, Element
from newsdiff.clean.places import name
from newsdiff.model import Block, InlinePart
from newsdiff.text.scrub import squeeze

MAX_WORDS = 40  # of a part, such as the note that explains a term; what is longer is the line's own text
_MAX_CHILDREN = 60  # of an element; one with more is no line


def inline_parts(blocks: Sequence[Block], elements: Sequence[Element | None]) -> tuple[tuple[InlinePart, ...], ...]:
    """The parts of each block, the outer ones first; ``elements`` hold the blocks, None where that is not known."""
    return tuple(
        tuple(_parts(element, block.text, 0, len(block.text))) if element is not None and len(element) else ()
        for block, element in zip(blocks, elements, strict=True)
    )


def _parts(element: Element, text: str, start: int, end: int) -> Iterator[InlinePart]:
    """The parts of an element whose text stands between two signs of a block's."""
    if len(element) > _MAX_CHILDREN:
        return
    for child in element:
        if not isinstance(child.tag, str) or child.tag in SKIPPED or child.tag in BLOCKS:
            continue
        piece = squeeze("".join(child.itertext()))
        at = text.find(piece, start, end) if piece else -1
        if at < 0:
            continue
        start = at + len(piece)
        if piece.count(" ") < MAX_WORDS:
            yield InlinePart(name(child), at, start)
        if len(child):
            yield from _parts(child, text, at, start)
