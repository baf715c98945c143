"""The page's zones, in order: headline, opening, text, closing; what each leaf is in its zone, or why it goes."""

from collections.abc import Iterator, Sequence

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import announces
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture import reason
from newsdiff.clean.page.furniture_boxes import boxes, is_named
from newsdiff.clean.page.headline import find_headline, named_headline
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.metadata import Fields
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import Block, BlockKind, Removed

_OPENING_LEAVES = 60  # leaves between the headline and the text that are looked at
_CLOSING_LEAVES = 80  # leaves behind the container that are looked at for corrections and the page's update log


def blocks_of(
    region: MainContent, found: Sequence[Leaf], fields: Fields, named: str = ""
) -> tuple[list[Block], list[Removed]]:
    """The blocks of an article in reading order, and what was taken out of its container.

    ``named`` is the headline, where a site's rules found it.
    """
    walk = _SectionWalk(region, found, fields)
    walk.run(named)
    return walk.blocks, walk.removed


class _SectionWalk:
    """One pass over a page's leaves; ``blocks`` and ``removed`` grow."""

    def __init__(self, region: MainContent, found: Sequence[Leaf], fields: Fields) -> None:
        self.region, self.found, self.fields = region, found, fields
        self.boxed = {number + region.start: why for number, why in boxes(region).items()}
        self.boxed.update(self._under_labels())
        won = sorted(number + region.start for number in region.won)
        told = [number for number in won if number not in self.boxed] or won
        self.first, self.last = told[0], told[-1]
        self.end = region.start + len(region.leaves)
        self.flow = {markup.frame(found[number].element) for number in told}
        self.shapes = {markup.signature(found[number].element) for number in told}
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self.seen: set[BlockKind] = set()
        self.ended = False  # something below the text was not of it: what only looks like text is not either

    def run(self, named: str) -> None:
        """Go through the zones in order."""
        headline = named_headline(self.found, named) if named else find_headline(self.found, self.first, self.fields)
        if headline.text:
            self._keep(BlockKind.HEADLINE, headline.text)
        opening = self._opening_numbers(headline.numbers)
        for number in range(self.region.start, opening.start):
            if number not in headline.numbers:
                self._above(number)
        for number in opening:
            if number not in headline.numbers:
                self._opening(number)
        for number in range(self.first, self.last + 1):
            if number not in headline.numbers:
                self._text(number)
        for number in range(self.last + 1, self.end):
            if number not in headline.numbers:
                self._closing(number)
        for number in range(self.end, min(len(self.found), self.end + _CLOSING_LEAVES)):
            self._behind(number)
        self._drop_orphans()

    def _under_labels(self) -> Iterator[tuple[int, str]]:
        """Links that stand below a label of the page ("Related stories"), one after the other."""
        below = False
        for number, leaf in enumerate(self.region.leaves, self.region.start):
            label = announces(leaf.text)
            below = label or (below and leaf.is_link and not patterns.is_statement(leaf.text))
            if below:
                yield number, "label" if label else "links"

    def _drop_orphans(self) -> None:
        """A heading under which nothing is left was one of furniture."""
        notes = []
        while self.blocks and self.blocks[-1].kind in (BlockKind.CORRECTION, BlockKind.DATE):
            notes.append(self.blocks.pop())
        while self.blocks and self.blocks[-1].kind is BlockKind.HEADING:
            self.removed.append(Removed(self.blocks.pop().text, "heading without text"))
        self.blocks.extend(reversed(notes))

    def _why(self, number: int) -> str:
        """Why a leaf is furniture, or the empty string."""
        return self.boxed.get(number) or reason(self.found[number], self.fields.host)

    def _keep(self, kind: BlockKind, text: str) -> None:
        text = date_lines.without_times(text)
        if kind in (BlockKind.DATE, BlockKind.PARAGRAPH) and date_lines.is_date(text):
            kind, text = BlockKind.DATE, date_lines.bare_date(text)
        self.blocks.append(Block(kind, text))
        self.seen.add(kind)

    def _drop(self, number: int, why: str) -> None:
        self.removed.append(Removed(self.found[number].text, why))

    def _opening_numbers(self, headline: frozenset[int]) -> range:
        """The leaves between the headline (or the container's edge) and the text."""
        behind = _behind_first(headline)
        near = 0 < behind <= self.first and self.first - behind <= _OPENING_LEAVES
        return range(behind if near else self.region.start, self.first)

    def _above(self, number: int) -> None:
        """Above the headline, in the container: nothing but a date or a note belongs to the article."""
        leaf = self.found[number]
        why = self._why(number)
        if not why and self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif not why and date_lines.is_date(leaf.text):
            self._keep(BlockKind.DATE, leaf.text)
        else:
            self._drop(number, why or "above the headline")

    def _opening(self, number: int) -> None:
        """Between headline and text: date, byline and dek are told, sentences stay, fragments go.

        What stands right behind the headline, and is longer than a label, is the dek.
        """
        leaf = self.found[number]
        why = self._why(number)
        if why:
            self._drop(number, why)
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif date_lines.is_date(leaf.text):
            self._keep(BlockKind.DATE, leaf.text)
        elif self._is_byline(leaf):
            self._byline(leaf)
        elif (
            BlockKind.DEK not in self.seen
            and (self._is_next(leaf) or self._is_dek(leaf))
            and len(patterns.words(leaf.text)) >= 6
        ):
            self._keep(BlockKind.DEK, leaf.text)
        elif patterns.is_sentence(leaf.text) or (
            number >= self.region.start and leaf.kind in (BlockKind.CAPTION, BlockKind.QUOTE)
        ):
            self._keep(leaf.kind, leaf.text)
        else:
            self._drop(number, "above the text")

    def _text(self, number: int) -> None:
        """Between the first and the last leaf that won: everything stays but furniture."""
        leaf = self.found[number]
        why = self._why(number)
        if markup.marked(leaf, markup.NOTE) and self._is_log_entry(number):
            self._log(number)
        elif why:
            self._drop(number, why)
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif markup.may_show_date(leaf) and date_lines.is_date(leaf.text):
            self._keep(BlockKind.DATE, leaf.text)
        elif number < self.first + 3 and BlockKind.DEK not in self.seen and self._is_dek(leaf):
            self._keep(BlockKind.DEK, leaf.text)
        elif number < self.first + 4 and self._is_byline(leaf):
            self._byline(leaf)
        else:
            self._keep(leaf.kind, leaf.text)

    def _closing(self, number: int) -> None:
        """Behind the text, in the container: what stands in the frame of the text and is told in sentences."""
        leaf = self.found[number]
        why = self._why(number)
        if self._is_log_entry(number):
            self._log(number)
        elif why:
            self._drop(number, why)
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif date_lines.is_date(leaf.text):
            self._keep(BlockKind.DATE, leaf.text)
        elif (markup.frame(leaf.element) in self.flow and self._belongs(leaf)) or (
            not self.ended and (self._belongs(leaf) or markup.is_told(leaf))
        ):
            self._keep(leaf.kind, leaf.text)
        else:
            self.ended = True
            self._drop(number, "below the text")

    def _behind(self, number: int) -> None:
        """Behind the container: nothing but corrections and the page's own update log."""
        leaf = self.found[number]
        if self._is_log_entry(number):
            self._log(number)
        elif not leaf.is_link and not self._why(number) and self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)

    def _log(self, number: int) -> None:
        """A line of the page's own update log, its date before it: "22 March 2021: Image updated"."""
        date = date_lines.bare_date(self.found[number - 1].text)
        if self.blocks and self.blocks[-1] == Block(BlockKind.DATE, date):
            self.blocks.pop()
        self._keep(BlockKind.CORRECTION, f"{date}: {self.found[number].text}")

    def _opens(self, number: int) -> bool:
        """Whether a leaf above the text that is no sentence belongs to it: a heading, a caption, a longer line."""
        leaf = self.found[number]
        told = not leaf.is_link and len(patterns.words(leaf.text)) >= markup.TOLD_WORDS
        if number < self.region.start:
            return told and not is_named(leaf.element)
        return told or self._belongs(leaf) or (leaf.heading > 0 and not leaf.is_link)

    def _flows(self, leaf: Leaf) -> bool:
        """Whether a leaf stands in the same element as the text, or in one built alike."""
        return markup.frame(leaf.element) in self.flow or markup.signature(leaf.element) in self.shapes

    def _belongs(self, leaf: Leaf) -> bool:
        """Whether a leaf at the edge of the text stands in its frame, and is more than a fragment."""
        if leaf.kind is BlockKind.CAPTION:
            return True
        if leaf.is_link or not self._flows(leaf):
            return False
        return (
            leaf.kind is not BlockKind.PARAGRAPH
            or patterns.is_sentence(leaf.text)
            or len(patterns.words(leaf.text)) >= 6
        )

    def _byline(self, leaf: Leaf) -> None:
        name, date = date_lines.split_byline(leaf.text)
        self._keep(BlockKind.BYLINE, name)
        if date:
            self._keep(BlockKind.DATE, date)

    def _is_byline(self, leaf: Leaf) -> bool:
        if patterns.is_byline(leaf.text):
            return True
        if len(leaf.text) > 120 or patterns.is_sentence(leaf.text):
            return False
        if BlockKind.BYLINE in self.seen:
            return False
        named = any(author.casefold() in leaf.text.casefold() for author in self.fields.authors)
        return named or (markup.marked(leaf, markup.AUTHOR) and len(patterns.words(leaf.text)) >= 2)

    def _is_next(self, leaf: Leaf) -> bool:
        """Whether a leaf is the first thing told behind the headline, and stands outside the frame of the text."""
        return self.seen == {BlockKind.HEADLINE} and not self._flows(leaf)

    def _is_dek(self, leaf: Leaf) -> bool:
        if len(patterns.words(leaf.text)) < 4 or leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return False
        if leaf.heading == 2 and leaf.text in self.fields.descriptions:
            return True
        return markup.marked(leaf, markup.DEK) or (not self._flows(leaf) and markup.marked(leaf, markup.LEAD))

    def _is_note(self, leaf: Leaf) -> bool:
        return not leaf.heading and (
            patterns.is_correction(leaf.text) or (markup.marked(leaf, markup.NOTE) and not leaf.is_link)
        )

    def _is_log_entry(self, number: int) -> bool:
        """Whether a leaf stands behind a date in one entry of a list: a line of the page's own update log.

        The log says "Image updated" where elsewhere that would be a label of the page.
        """
        before, leaf = self.found[number - 1], self.found[number]
        entry = markup.entry(leaf.element)
        if entry is None or entry is not markup.entry(before.element) or leaf.is_link or number in self.boxed:
            return False
        return (
            date_lines.is_date(before.text)
            and not date_lines.is_date(leaf.text)
            and reason(leaf, self.fields.host) in ("", "label")
        )


def _behind_first(numbers: frozenset[int]) -> int:
    """The number behind the first run of numbers; 0 when there is none."""
    behind = min(numbers, default=-1) + 1
    while behind in numbers:
        behind += 1
    return behind
