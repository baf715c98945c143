"""Where the story flows: the frames and the shapes of its text, and what belongs to them."""

from collections.abc import Sequence
from functools import cached_property

from newsdiff.clean.lines import patterns
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import BlockKind

_ASIDE_SHARE = 0.2  # of the text: what stands in elements that hold no more of it stands beside it
_EDGE_WORDS = 6  # of a line at the edge of the text that is more than a fragment

_FEWEST = 4  # leaves of a text of which a last one may stand apart
_GAP = 6  # leaves between the text and one that only looks like its last


class Flow:
    """The frames and shapes of some leaves of a story; ``main`` is the frame that holds most of them."""

    def __init__(self, found: Sequence[Leaf], told: Sequence[int]) -> None:
        sizes: dict[Element, int] = {}
        for number in told:
            frame = markup.frame(found[number].element)
            sizes[frame] = sizes.get(frame, 0) + len(found[number].text)
        self.frames, self.main = sizes.keys(), max(sizes, key=lambda frame: sizes[frame])
        self._sizes, self._total = sizes, sum(sizes.values())
        self._told = [found[number] for number in told]

    @cached_property
    def shapes(self) -> dict[tuple[str, ...], int]:
        """The characters of the text in elements of each shape."""
        sizes: dict[tuple[str, ...], int] = {}
        for leaf in self._told:
            shape = markup.signature(leaf.element)
            sizes[shape] = sizes.get(shape, 0) + len(leaf.text)
        return sizes

    def holds(self, leaf: Leaf) -> bool:
        """Whether a leaf stands in the same element as some of the text."""
        return markup.frame(leaf.element) in self.frames

    def takes(self, leaf: Leaf) -> bool:
        """Whether a leaf stands in the same element as some of the text, or in one built alike."""
        return self.holds(leaf) or markup.signature(leaf.element) in self.shapes

    def is_aside(self, leaf: Leaf) -> bool:
        """Whether next to nothing of the text stands in the element of a leaf, or in elements built like it."""
        most = _ASIDE_SHARE * self._total
        frame = markup.frame(leaf.element)
        if frame is self.main or self._sizes.get(frame, 0) > most:
            return False
        return self.shapes.get(markup.signature(leaf.element), 0) <= most

    def owns(self, leaf: Leaf) -> bool:
        """Whether a leaf at the edge of the text flows with it, and is more than a fragment; a caption does."""
        if leaf.kind is BlockKind.CAPTION:
            return True
        if leaf.is_link or not self.takes(leaf):
            return False
        return (
            leaf.kind is not BlockKind.PARAGRAPH
            or patterns.is_sentence(leaf.text)
            or patterns.has_words(leaf.text, _EDGE_WORDS)
        )


def without_stragglers(told: list[int], found: Sequence[Leaf]) -> list[int]:
    """The leaves of a text without last ones that stand far behind it, one by one, in elements built otherwise."""
    kept = list(told)
    if not _ends_far(kept):
        return kept
    flow = Flow(found, told)
    while _ends_far(kept) and flow.is_aside(found[kept[-1]]):
        kept.pop()
    return kept


def _ends_far(told: Sequence[int]) -> bool:
    """Whether the last leaf of a text stands far behind the one before it."""
    return len(told) > _FEWEST and told[-1] - told[-2] > _GAP
