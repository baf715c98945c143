"""Where the article stands: three votes on every leaf block, and the deepest element that holds what won.

A leaf is article text when two of three hold it: trafilatura (fast), resiliparse, and a look at the leaf's own prose.
The container is the deepest element that holds nine tenths of the characters so found.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from newsdiff.clean.lines.patterns import is_sentence, words
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

HELD_SHARE = 0.9  # share of the matched characters that the container holds
_PROSE_WORDS = 10  # words that a leaf needs to count as prose by itself
_ENOUGH_VOTES = 2  # of three
_EDGE_WORDS = 5  # words at each end of a leaf that a voter's text must hold in a row
_END_CHARACTERS = 120  # that mostly hold the words at an end
# A word, or one character of a script that writes without spaces.
_WORDS = lazy_pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[^\W\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")


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


def locate(text: str, tree: Element, found: Sequence[Leaf], barred: frozenset[int]) -> tuple[Element, frozenset[int]]:
    """The container and the numbers of the leaves that won; ``barred`` ones (comments) cannot win."""
    ballots = [_in_a_row(squeeze(_trafilatura(tree))), _in_a_row(squeeze(_resiliparse(text)))]
    won = frozenset(
        number for number, leaf in enumerate(found) if number not in barred and _votes(leaf, ballots) >= _ENOUGH_VOTES
    )
    won = won or frozenset(i for i, leaf in enumerate(found) if i not in barred and is_prose(leaf))
    return _container(found, won, tree), won


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


def _container(found: Sequence[Leaf], won: frozenset[int], tree: Element) -> Element:
    """The deepest element that holds enough of what won."""
    held: dict[Element, int] = {}
    total = 0
    for number in won:
        leaf = found[number]
        size = len(leaf.text)
        total += size
        for element in (leaf.element, *leaf.element.iterancestors()):
            held[element] = held.get(element, 0) + size
    best, depth = tree, -1
    for element, size in held.items():
        if size >= HELD_SHARE * total:
            at = sum(1 for _ in element.iterancestors())
            if at > depth:
                best, depth = element, at
    return best


def is_prose(leaf: Leaf) -> bool:
    """Whether a leaf reads like running text: what its own vote says."""
    return leaf.link_share < 0.5 and is_sentence(leaf.text) and len(words(leaf.text)) >= _PROSE_WORDS


def may_win(leaf: Leaf) -> bool:
    """Whether a leaf is long enough for others to vote for it."""
    return len(_ends(leaf.text)[0]) >= _EDGE_WORDS


def _votes(leaf: Leaf, ballots: Sequence[str]) -> int:
    """How many of the three hold a leaf; the texts of the two are looked through for its first and its last words."""
    mine = int(is_prose(leaf))
    head, tail = _ends(leaf.text)
    if len(head) < _EDGE_WORDS:
        return mine
    first, last = _row(head[:_EDGE_WORDS]), _row(tail[-_EDGE_WORDS:])
    return mine + sum(first in ballot and last in ballot for ballot in ballots)


def _ends(text: str) -> tuple[list[str], list[str]]:
    """The first and the last words of a text; a long one is read at its ends only."""
    if len(text) > 2 * _END_CHARACTERS:
        head, tail = _WORDS.findall(text[:_END_CHARACTERS]), _WORDS.findall(text[-_END_CHARACTERS:])[1:]
        if len(head) > _EDGE_WORDS <= len(tail):
            return head, tail
    found = _WORDS.findall(text)
    return found, found


def _trafilatura(tree: Element) -> str:
    from trafilatura import bare_extraction

    found: Any = bare_extraction(tree, fast=True, include_comments=False, output_format="txt")
    return str(found.raw_text or "") if found else ""


def _resiliparse(text: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    found: Any = extract_plain_text(text, main_content=True, list_bullets=False, links=False, preserve_formatting=False)
    return str(found)


def _in_a_row(text: str) -> str:
    """The words of a voter's text, as ``_row`` puts them."""
    return _row(_WORDS.findall(text))


def _row(found: Sequence[str]) -> str:
    """Words with a space before and behind each."""
    return f" {' '.join(found)} "
