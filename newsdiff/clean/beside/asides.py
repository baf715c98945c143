"""Boxes that stand beside the story, told by their outline: where the story's own text stands, they do not.

The story is told in a frame, or in blocks built alike. What stands in a box of its own, apart from it, is an aside. It
stays where it tells something (a fact box); it goes where it only speaks to the reader, stands several times on the
page, leads to another article, or holds nothing but labels that no voter took for text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from newsdiff.clean.beside.repeats import repeated
from newsdiff.clean.beside.small_boxes import is_article, is_call, is_placeholder
from newsdiff.clean.lines.date_lines import is_date
from newsdiff.clean.lines.offers import is_offer
from newsdiff.clean.lines.patterns import has_words, is_byline, is_correction, is_statement, words
from newsdiff.clean.page import markup
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import HEADINGS, Element, Leaf
from newsdiff.model import BlockKind

LABELS = "labels"  # a reason that gives way to any that a line has of its own
_MAIN_SHARE = 0.5  # of the largest frame or shape of the text that won: one that holds as much is the story's own
_TOLD_WORDS = 8  # of a sentence that tells something
_OFFERS_A_SENTENCE = 2  # lines with an offer that outweigh a sentence without one
_OFFER_CHARACTERS = 1500  # that a box with an offer holds at most
_OWN_WORDS, _OWN_SHARE = 15, 0.4  # long words of a box that the story has too: of offers on 260 pages none had as many
_LONG_WORD = 5  # letters
_TEASER_CHARACTERS = 450  # that the teaser of another article holds at most
_TEASER_LEAVES = 5
_SHOWN = (BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.ROW)
_UNITS = frozenset(("p", "li", "dd", "dt", "td", "blockquote", "pre", "figure", *HEADINGS))  # of text, no boxes

_QUOTES = tuple("\"“”„«»‹›‘’'「『")

Span = tuple[int, int]


class Asides:
    """The boxes beside the story in one container."""

    def __init__(
        self, region: MainContent, gone: frozenset[int], authors: Sequence[str], *, live: bool = False
    ) -> None:
        self.region, self.authors = region, [author.casefold() for author in authors if " " in author]
        self._live = live
        self.won = [number for number in sorted(region.won) if number not in gone]
        shapes, frames = Counter[tuple[str, ...]](), Counter[Element]()
        for number in self.won:
            leaf = region.leaves[number]
            shapes[markup.signature(leaf.element)] += len(leaf.text)
            frames[markup.frame(leaf.element)] += len(leaf.text)
        quoted = sum(region.leaves[number].kind is BlockKind.QUOTE for number in self.won)
        self._kind = BlockKind.QUOTE if 2 * quoted > len(self.won) else BlockKind.PARAGRAPH  # what the story is told in
        self._shapes, self._frames = set(_largest(shapes)), set(_largest(frames))

    def is_main(self, leaf: Leaf) -> bool:
        """Whether a leaf stands where the story is told."""
        return markup.frame(leaf.element) in self._frames or markup.signature(leaf.element) in self._shapes

    @cached_property
    def main(self) -> list[int]:
        """The numbers of the leaves that stand where the story is told."""
        return [number for number, leaf in enumerate(self.region.leaves) if self.is_main(leaf)]

    def removed(self) -> dict[int, str]:
        """Number of each leaf in a box that is not of the story -> why."""
        found: dict[int, str] = {}
        if not self.won:
            return found
        found.update(dict.fromkeys(repeated(self.region.leaves, self.region.won, self.is_main), "stands twice"))
        for element, span in self._boxes():
            if (span[0] not in found or span[1] - 1 not in found) and (why := self._why(element, span)):
                found.update(dict.fromkeys(range(*span), why))
        return found

    def _boxes(self) -> Iterator[tuple[Element, Span]]:
        """The elements that hold nothing of the main text, the outer before the inner."""
        counts = [0]
        main = set(self.main)
        for number in range(len(self.region.leaves)):
            counts.append(counts[-1] + (number in main))
        apart = [
            (element, span)
            for element, span in self.region.spans.items()
            if element is not self.region.container and counts[span[0]] == counts[span[1]]
        ]
        return iter(sorted(apart, key=lambda box: (box[1][0], -box[1][1])))

    def _why(self, element: Element, span: Span) -> str:
        held = self.region.leaves[span[0] : span[1]]
        size = self.region.size(span)
        if size > _OFFER_CHARACTERS or element.tag in _UNITS or any(is_correction(leaf.text) for leaf in held):
            return ""
        if self._is_about_author(held, span):
            return "about the author"
        if _is_offer_box(held) and not self._is_section(element) and not self._shares_words(held, span):
            return "offer"
        if (size <= _TEASER_CHARACTERS and _is_teaser(held, element)) or self._is_article(element, held, span):
            return "teaser"
        if is_placeholder(element, held):
            return "player"
        if is_call(element, held):
            return "call"
        return LABELS if self._is_idle(element, held, span) else ""

    def _is_section(self, element: Element) -> bool:
        """Whether a box is built like one beside it that tells the story: both are sections of it."""
        built = (element.tag, element.get("class"))
        for other in element.getparent():
            span = self.region.spans.get(other)
            if other is not element and span and (other.tag, other.get("class")) == built and self._tells(span):
                return True
        return False

    def _shares_words(self, held: Sequence[Leaf], span: Span) -> bool:
        """Whether a box within the story is told in the story's own words: how to take part in what it tells of."""
        if not self.main or not self.main[0] < span[0] < span[1] <= self.main[-1]:
            return False
        own = [word for leaf in held for word in _long_words(leaf)]
        shared = sum(word in self._vocabulary for word in own)
        return shared >= max(_OWN_WORDS, _OWN_SHARE * len(own))

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        """The long words of the leaves that stand where the story is told."""
        return frozenset(word for number in self.main for word in _long_words(self.region.leaves[number]))

    def _tells(self, span: Span) -> bool:
        """Whether some of the leaves are sentences that a voter took for text, and no offers."""
        held = ((number, self.region.leaves[number]) for number in range(*span))
        return any(number in self.region.won and _is_told(leaf) and not is_offer(leaf.text) for number, leaf in held)

    def _is_about_author(self, held: Sequence[Leaf], span: Span) -> bool:
        """Whether a box behind the text tells of its author: a sentence there begins with the name."""
        if not self.main or span[0] < self.main[-1]:
            return False
        told = [leaf.text.casefold() for leaf in held if is_statement(leaf.text)]
        return any(text.startswith(author) for text in told for author in self.authors)

    def _is_article(self, element: Element, held: Sequence[Leaf], span: Span) -> bool:
        """Whether a box behind the beginning of the story is a small article of its own."""
        return (
            not self._live
            and bool(self.main)
            and span[0] > self.main[0]
            and is_article(element, held, self.region.size(span))
        )

    def _names_author(self, leaf: Leaf) -> bool:
        low = leaf.text.casefold()
        return is_byline(leaf.text) or any(author in low for author in self.authors)

    def _is_idle(self, element: Element, held: Sequence[Leaf], span: Span) -> bool:
        """Whether no voter took anything of a box below the first paragraph for text, and it holds but labels."""
        if not self.main or span[0] < self.main[0]:
            return False
        if not all(leaf.kind in (BlockKind.PARAGRAPH, self._kind) and not leaf.heading for leaf in held):
            return False
        if any(is_statement(leaf.text) or _is_said(leaf.text) for leaf in held):
            return False
        if not self.region.won.isdisjoint(range(*span)) or next(element.iter("pre", "code"), None) is not None:
            return False
        return not any(is_date(leaf.text) or self._names_author(leaf) or _is_under_picture(leaf) for leaf in held)


def _long_words(leaf: Leaf) -> list[str]:
    return [word.casefold() for word in words(leaf.text) if len(word) >= _LONG_WORD]


def _is_under_picture(leaf: Leaf) -> bool:
    """Whether a line longer than a label shares a small box with a picture: a caption without the name of one."""
    return not leaf.is_link and has_words(leaf.text, _TOLD_WORDS) and markup.is_beside_picture(leaf)


def _largest(sizes: "Counter[Any]") -> Iterator[Any]:
    """What holds most, and whatever else holds a good share of that."""
    least = _MAIN_SHARE * max(sizes.values(), default=0)
    return (key for key, size in sizes.items() if size >= least)


def _is_offer_box(held: Sequence[Leaf]) -> bool:
    """Whether a box speaks to the reader and tells nothing of the story, or next to nothing."""
    if any(leaf.kind in _SHOWN for leaf in held):
        return False
    offers = [leaf for leaf in held if is_offer(leaf.text)]
    if not offers:
        return False
    told = sum(_is_told(leaf) for leaf in held if leaf not in offers)
    return told * _OFFERS_A_SENTENCE <= len(offers) and (not told or len(offers) > 2)


def _is_said(text: str) -> bool:
    """Whether a line is a quotation, or leads up to what stands below it."""
    return text.startswith(_QUOTES) or text.endswith((":", "："))


def _is_told(leaf: Leaf) -> bool:
    return is_statement(leaf.text) and has_words(leaf.text, _TOLD_WORDS)


def _is_teaser(held: Sequence[Leaf], element: Element) -> bool:
    """Whether a box is a linked title with a line or two below it: another article of the site."""
    if not 1 < len(held) <= _TEASER_LEAVES or any(leaf.kind in _SHOWN for leaf in held):
        return False
    opening = next((leaf for leaf in held if leaf.heading or leaf.is_link), None)
    if opening is None or not opening.is_link or is_statement(opening.text) or len(words(opening.text)) < 3:
        return False
    return element.tag not in ("ul", "ol", "dl", "table", "tr", "blockquote")
