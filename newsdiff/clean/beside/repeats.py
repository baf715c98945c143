"""What stands twice on a page: a reader reads it once."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from newsdiff.clean.lines.date_lines import is_date
from newsdiff.clean.lines.patterns import has_words
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.clean.page.voting import word_row
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"\w+")
_LEAST_WORDS = 4  # of a line that is told but once: labels and names may return
_LEAST_ENTRY_WORDS = 8  # the same, of an entry of a list
_PULLED_WORDS = 6  # of a quotation that a text's own words are pulled into


def repeated(leaves: Sequence[Leaf], won: Collection[int], is_main: Callable[[Leaf], bool]) -> Iterator[int]:
    """The numbers of the leaves that say what another one says; of two, the one in the story's own frame stays.

    What stands twice in one frame was written twice. Of two paragraphs that won both stay, where one is told in the
    story's frame, unless their frames share more than that: then one is the other once more, for another screen.
    """
    groups: dict[str, list[int]] = {}
    for number, leaf in enumerate(leaves):
        if leaf.kind is not BlockKind.ROW:
            groups.setdefault(leaf.text, []).append(number)
    again: list[tuple[int, bool, tuple[Element, Element]]] = []
    plain = BlockKind.PARAGRAPH
    for text, numbers in groups.items():
        if len(numbers) > 1 and _is_long(leaves[numbers[0]]) and not is_date(text):
            kept = next((number for number in numbers if is_main(leaves[number])), numbers[0])
            flow = markup.frame(leaves[kept].element)
            if any(leaves[number].kind is not plain for number in numbers):
                yield from (n for n in numbers if n != kept and markup.frame(leaves[n].element) is not flow)
                continue
            frames = ((number, markup.frame(leaves[number].element)) for number in numbers if number != kept)
            again += [(number, is_main(leaves[kept]), (flow, frame)) for number, frame in frames if frame is not flow]
    shared = Counter(pair for *_, pair in again)
    for number, main, pair in again:
        if number not in won or not main or shared[pair] > 1:
            yield number
    yield from _pulled(leaves)
    yield from _captioned(leaves, is_main)


def _captioned(leaves: Sequence[Leaf], is_main: Callable[[Leaf], bool]) -> Iterator[int]:
    """Paragraphs apart from the story that say once more what the caption before them begins with."""
    for number, (before, leaf) in enumerate(pairwise(leaves), 1):
        told = (
            leaf.kind is BlockKind.PARAGRAPH and before.kind is BlockKind.CAPTION and before.text.startswith(leaf.text)
        )
        if told and _is_long(leaf) and not is_main(leaf):
            yield number


def _is_long(leaf: Leaf) -> bool:
    return has_words(leaf.text, _LEAST_ENTRY_WORDS if leaf.kind is BlockKind.LIST_ITEM else _LEAST_WORDS)


def _pulled(leaves: Sequence[Leaf]) -> Iterator[int]:
    """Quotations that hold the words of one paragraph of the story and no others."""
    rows: list[str] | None = None
    for number, leaf in enumerate(leaves):
        if leaf.kind is not BlockKind.QUOTE:
            continue
        found = _WORD.findall(leaf.text.casefold())
        if len(found) < _PULLED_WORDS:
            continue
        if rows is None:
            rows = [
                word_row(_WORD.findall(other.text.casefold())) for other in leaves if other.kind is BlockKind.PARAGRAPH
            ]
        if any(word_row(found) in row for row in rows):
            yield number
