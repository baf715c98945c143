"""Where the article stands: its container, the leaves in it, and which of them won the vote on what is text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newsdiff.clean.page.text_blocks import Element, Leaf


@dataclass(frozen=True, slots=True)
class MainContent:
    """The container, its leaves, and which of them won the vote; ``spans`` gives each element's leaves as a range."""

    container: Element
    start: int  # number of its first leaf on the page
    leaves: Sequence[Leaf]
    won: frozenset[int]
    spans: dict[Element, tuple[int, int]]
    sizes: Sequence[int]  # characters before each leaf

    def size(self, span: tuple[int, int]) -> int:
        """Characters in a range of leaves."""
        return self.sizes[span[1]] - self.sizes[span[0]]


def region(container: Element, found: Sequence[Leaf], won: Iterable[int]) -> MainContent:
    """The leaves that stand in the container, and where each element below it begins and ends among them."""
    spans = ranges(found, container)
    start, end = spans.get(container, (0, 0))
    inside = found[start:end]
    moved = {element: (a - start, b - start) for element, (a, b) in spans.items()}
    sizes = [0, *accumulate(len(leaf.text) for leaf in inside)]
    return MainContent(container, start, inside, frozenset(i - start for i in won if start <= i < end), moved, sizes)


def ranges(found: Sequence[Leaf], top: Element) -> dict[Element, tuple[int, int]]:
    """For ``top`` and every element below it that holds a leaf: the first leaf's number and the one behind its last."""
    spans: dict[Element, tuple[int, int]] = {}
    outside: set[Element] = set()
    for number, leaf in enumerate(found):
        chain = []
        for element in (leaf.element, *leaf.element.iterancestors()):
            if element in outside:
                break
            chain.append(element)
            if element is top:
                for inner in chain:
                    spans[inner] = (spans.get(inner, (number, 0))[0], number + 1)
                break
        else:
            outside.update(chain)
    return spans
