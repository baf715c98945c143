"""The page's zones, in order: headline, opening, text, closing; what each leaf is in its zone, or why it goes."""

from collections.abc import Collection, Iterator, Sequence

from newsdiff.clean.beside.asides import LABELS, Asides
from newsdiff.clean.beside.next_article import next_articles
from newsdiff.clean.fields.byline import Byline, find_bylines, signature
from newsdiff.clean.fields.credits import is_credit
from newsdiff.clean.fields.headline import find_headline, named_headline
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.shown_dates import shown_date, without_ages
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import announces
from newsdiff.clean.lines.stamps import WORD
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture import reason
from newsdiff.clean.page.furniture_boxes import boxes, is_named
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.round_the_text import bios, header_heading, is_bio, is_caption, lead_captions
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import Block, BlockKind, Removed, Witness

_OPENING_LEAVES = 60  # leaves between the headline and the text that are looked at
_BYLINE_INSIDE = 8  # leaves of the text that may hold the byline
_DATE_INSIDE = 4  # leaves of the text that may show a date
_BYLINE_ABOVE = 8  # leaves above the headline
_BYLINE_BELOW = 12  # leaves below the text
_BIO = "about the author"
_FRAGMENTS = 8  # leaves within which the first sentence of the text stands
_ROLE_WORDS = 6  # words of the role that stands behind a name
_SIGNED_LEAVES = 4  # leaves behind the last that won a vote within which the text's last line is looked for
_LABEL_WORDS = 4  # a line of fewer words above a citation is its label
_CLOSING_LEAVES = 80  # leaves behind the container that are looked at for corrections and the page's update log


def blocks_of(
    region: MainContent, found: Sequence[Leaf], fields: Fields, named: str = ""
) -> tuple[list[Block], list[Removed], list[Witness]]:
    """The blocks of an article in reading order, what was taken out of its container, and why the byline is one.

    ``named`` is the headline, where a site's rules found it.
    """
    walk = _SectionWalk(region, found, fields)
    walk.run(named)
    return walk.blocks, walk.removed, walk.witnesses


class _SectionWalk:
    """One pass over a page's leaves; ``blocks`` and ``removed`` grow."""

    def __init__(self, region: MainContent, found: Sequence[Leaf], fields: Fields) -> None:
        self.region, self.found, self.fields = region, found, fields
        self.boxed = {number + region.start: why for number, why in boxes(region).items()}
        self.boxed.update(self._under_labels())
        if not fields.live:
            self.boxed.update({number + region.start: why for number, why in next_articles(region).items()})
        gone = frozenset(number - region.start for number in self.boxed)
        beside = Asides(region, gone, fields.authors).removed()
        self.boxed.update({number + region.start: why for number, why in beside.items() if number not in gone})
        won = sorted(number + region.start for number in region.won)
        told = [number for number in won if number not in self.boxed] or won
        self.told, self.first, self.last = told, told[0], told[-1]
        self.start = self.first  # from here on what is not known stays
        self.end = region.start + len(region.leaves)
        self._take_flow(told)
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self.witnesses: list[Witness] = []
        self.bylines: dict[int, Byline] = {}
        self.seen: set[BlockKind] = set()
        self.ended = False  # something below the text was not of it: what only looks like text is not either

    def run(self, named: str) -> None:
        """Go through the zones in order."""
        headline = named_headline(self.found, named) if named else find_headline(self.found, self.first, self.fields)
        if headline.text:
            self._keep(BlockKind.HEADLINE, headline.text)
        if headline.kicker:
            self.removed.append(Removed(headline.kicker, "kicker"))
        if self.first in headline.numbers:
            self.first = next((number for number in self.told if number not in headline.numbers), self.first)
        self.start, self.first = self.first, self._first_prose()
        self._take_flow([number for number in self.told if number >= self.first])
        self.boxed.update(dict.fromkeys(bios(self.found, range(self.first, self.end), self.main, self.fields), _BIO))
        opening = self._opening_numbers(headline.numbers)
        self._find_bylines(headline.numbers, opening)
        leads = self._lead_captions(headline.numbers)
        for number in range(self.region.start, opening.start):
            if number not in headline.numbers and number not in leads:
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

    def _first_prose(self) -> int:
        """Where the text begins: dates, roles and credits may have won votes, too, but are no sentences."""
        near = (number for number in self.told if self.first <= number < self.first + _FRAGMENTS)
        return next((number for number in near if self._is_prose(self.found[number])), self.first)

    def _is_prose(self, leaf: Leaf) -> bool:
        told = (
            patterns.is_sentence(leaf.text)
            and leaf.kind is not BlockKind.CAPTION
            and not is_bio(leaf, self.main, self.fields)
        )
        return told and len(patterns.words(leaf.text)) >= markup.TOLD_WORDS

    def _take_flow(self, told: Sequence[int]) -> None:
        """The frames and shapes of the text, and the frame that holds most of it."""
        sizes: dict[Element, int] = {}
        for number in told:
            frame = markup.frame(self.found[number].element)
            sizes[frame] = sizes.get(frame, 0) + len(self.found[number].text)
        self.flow, self.main = sizes.keys(), max(sizes, key=lambda frame: sizes[frame])
        self.shapes = {markup.signature(self.found[number].element) for number in told}

    def _find_bylines(self, headline: frozenset[int], opening: range) -> None:
        """The lines that show who wrote it: below the headline, above it, or below the text."""
        top = min(headline, default=opening.start)
        lines = len(self.found)
        zones = (
            range(opening.start, min(self.first + _BYLINE_INSIDE, self.last + 1, lines)),
            range(max(0, top - (_BYLINE_ABOVE if headline else _OPENING_LEAVES)), top),
            range(max(self.first, self.last - 1), min(lines, self.last + _BYLINE_BELOW)),
        )
        self.bylines = find_bylines(self.found, zones, self.first, self.fields) or self._signed()
        for number, byline in self.bylines.items():
            self.witnesses.append(Witness("byline", byline.text, byline.source, won=True))
            if not (self.region.start <= number < self.end) and number not in opening:
                self._byline(byline)

    def _signed(self) -> dict[int, Byline]:
        """The last line of the text, where it has the shape of a signature."""
        for number in range(min(self.last + _SIGNED_LEAVES, self.end) - 1, self.first, -1):
            leaf = self.found[number]
            if markup.frame(leaf.element) is self.main and not self._why(number):
                signed = signature(leaf)
                return {number: signed} if signed else {}
        return {}

    def _lead_captions(self, headline: frozenset[int]) -> set[int]:
        """Keep the captions above the headline, each text once."""
        leads = {n for n in lead_captions(self.found, min(headline)) if not self._why(n)} if headline else set()
        for text in dict.fromkeys(self.found[number].text for number in sorted(leads)):
            self._keep(BlockKind.CAPTION, text)
        return leads

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
        why = self.boxed.get(number, "")
        if why in ("", LABELS):
            why = reason(self.found[number], self.fields.host) or why
        return "" if why == "link" and markup.is_record(self.found, number) else why

    def _keep(self, kind: BlockKind, text: str) -> None:
        text = date_lines.without_times(text)
        if kind in (BlockKind.DATE, BlockKind.PARAGRAPH) and date_lines.is_date(text):
            kind, text = BlockKind.DATE, date_lines.bare_date(text)
        self.blocks.append(Block(kind, text))
        self.seen.add(kind)

    def _drop(self, number: int, why: str) -> None:
        last = self.blocks[-1] if self.blocks else None
        if (
            why == "citation"
            and last
            and last.kind is BlockKind.PARAGRAPH
            and len(patterns.words(last.text)) < _LABEL_WORDS
        ):
            self.removed.append(Removed(self.blocks.pop().text, why))
        self.removed.append(Removed(self.found[number].text, why))

    def _opening_numbers(self, headline: frozenset[int]) -> range:
        """The leaves between the headline (or the container's edge) and the text."""
        behind = _behind_first(headline)
        if not headline and (header := header_heading(self.found, self.first)) is not None:
            return range(min(header, self.region.start), self.first)
        near = 0 < behind <= self.first and self.first - behind <= _OPENING_LEAVES
        return range(behind if near else self.region.start, self.first)

    def _above(self, number: int) -> None:
        """Above the headline, in the container: nothing but a date or a note belongs to the article."""
        leaf = self.found[number]
        why = self._why(number)
        if number in self.bylines:
            self._byline(self.bylines[number])
        elif not why and self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif why or not self._shows_date(leaf):
            self._drop(number, why or "above the headline")

    def _opening(self, number: int) -> None:
        """Between headline and text: date, byline, dek and captions are told, sentences stay, fragments go.

        What stands right behind the headline, and is longer than a label, is the dek.
        """
        leaf, ages = without_ages(self.found[number], self.fields.language)
        size = len(self.blocks)
        why = self._why(number)
        if number in self.bylines:
            self._byline(self.bylines[number])
        elif why or not leaf.text:
            self._drop(number, why or "relative time")
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif self._shows_date(leaf, (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)):
            pass
        elif is_caption(self.found, number, self.fields):
            self._keep(BlockKind.CAPTION, leaf.text)
        elif beside := self._beside_byline(number) or ("credit" if not leaf.heading and is_credit(leaf) else ""):
            self._drop(number, beside)
        elif (
            BlockKind.DEK not in self.seen
            and (self._is_next(leaf) or self._is_dek(leaf))
            and len(patterns.words(leaf.text)) >= 6
        ):
            self._keep(BlockKind.DEK, leaf.text)
        elif (
            number >= self.start
            or patterns.is_sentence(leaf.text)
            or (number >= self.region.start and leaf.kind is BlockKind.QUOTE)
        ):
            self._keep(leaf.kind, leaf.text)
        else:
            self._drop(number, "above the text")
        self.removed += ages if len(self.blocks) > size else []

    def _text(self, number: int) -> None:
        """Between the first and the last leaf that won: everything stays but furniture."""
        leaf = self.found[number]
        why = self._why(number)
        if number in self.bylines:
            self._byline(self.bylines[number])
        elif markup.marked(leaf, markup.LOG) and self._is_log_entry(number):
            self._log(number)
        elif why:
            self._drop(number, why)
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif markup.may_show_date(leaf) and date_lines.is_date(leaf.text):
            self._keep(BlockKind.DATE, leaf.text)
        elif number < self.first + _DATE_INSIDE and markup.may_show_date(leaf) and self._shows_date(leaf):
            pass
        elif number < self.first + 3 and BlockKind.DEK not in self.seen and self._is_dek(leaf):
            self._keep(BlockKind.DEK, leaf.text)
        else:
            self._keep(leaf.kind, leaf.text)

    def _closing(self, number: int) -> None:
        """Behind the text, in the container: what stands in the frame of the text and is told in sentences."""
        leaf = self.found[number]
        why = self._why(number)
        if number in self.bylines:
            self._byline(self.bylines[number])
        elif self._is_log_entry(number):
            self._log(number)
        elif why:
            self._drop(number, why)
        elif self._is_note(leaf):
            self._keep(BlockKind.CORRECTION, leaf.text)
        elif self._shows_date(leaf):
            pass
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

    def _byline(self, byline: Byline) -> None:
        self._keep(BlockKind.BYLINE, byline.text)
        for date in byline.dates:
            self._keep(BlockKind.DATE, date)
        self.removed += byline.removed

    def _shows_date(self, leaf: Leaf, kinds: Collection[BlockKind] = (BlockKind.PARAGRAPH,)) -> bool:
        """Keep the dates of a leaf that shows these and little else, and tell whether it does."""
        date, beside = shown_date(leaf, kinds)
        if date:
            self._keep(BlockKind.DATE, date)
            self.removed += beside
        return bool(date)

    def _beside_byline(self, number: int) -> str:
        """What a leaf above the text says of the author beside the name; empty where it says nothing of it."""
        leaf = self.found[number]
        if leaf.heading or not self.bylines:
            return ""
        if patterns.is_sentence(leaf.text):
            return _BIO if is_bio(leaf, self.main, self.fields) else ""
        near = number - 1 in self.bylines and len(WORD.findall(leaf.text)) <= _ROLE_WORDS
        return "role" if near and not any(map(str.isdigit, leaf.text)) else ""

    def _is_next(self, leaf: Leaf) -> bool:
        """Whether a leaf is the first thing told behind the headline, and stands outside the frame of the text."""
        return self.seen - {BlockKind.CAPTION} == {BlockKind.HEADLINE} and not self._flows(leaf)

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
