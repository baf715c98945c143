"""The page's zones, in order: headline, opening, text, closing; what each leaf is in its zone, or why it goes."""

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.clean.authors.byline import find_bylines, names_no_person
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_credit, without_credit
from newsdiff.clean.beside.taken_out import TakenOut
from newsdiff.clean.fields.headline import find_headline, named_headline
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.publication import is_of_today, publication, shows_day, time_of
from newsdiff.clean.fields.shown_dates import names_day, own_days, without_ages
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.stamps import WORD, is_beside, is_clock
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture import reason
from newsdiff.clean.page.main_content import MainContent
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.clean.story.flow import Flow, without_stragglers
from newsdiff.clean.story.round_the_text import (
    bios,
    header_heading,
    in_author_box,
    is_bio,
    is_caption,
    last_bios,
    lead_captions,
)
from newsdiff.clean.story.signed import Ending
from newsdiff.clean.story.written import Written
from newsdiff.model import Block, BlockKind, Removed, Witness

_OPENING_LEAVES = 60  # leaves between the headline and the text that are looked at
_BYLINE_INSIDE = 8  # leaves of the text that may hold the byline
_CAPTION_CHARACTERS = 300  # of a caption that only its place tells
_DATE_INSIDE = 4  # leaves of the text that may show a date
_BESIDE_BYLINE = 4  # leaves on each side of a byline within which a date is the article's
_BYLINE_ABOVE = 8  # leaves above the headline
_NOTES_ABOVE = 4  # leaves above the headline among which a note is looked for outside of the container
_BYLINE_BELOW = 12  # leaves below the text
_BIO = "about the author"
_FRAGMENTS = 8  # leaves within which the first sentence of the text stands
_POINT_WORDS = 5  # words of an entry of a list above the text that tells something
_ROLE_WORDS = 6  # words of the role that stands behind a name
_TEAM_LEAVES = 6  # leaves behind a byline that may tell the roles of its team
_CLOSING_LEAVES = 80  # leaves behind the container that are looked at for corrections and the page's update log


def blocks_of(
    region: MainContent, found: Sequence[Leaf], fields: Fields, named: str = ""
) -> tuple[list[Block], list[Removed], list[Witness]]:
    """The blocks of an article in reading order, what was taken out of its container, and why the byline is one.

    ``named`` is the headline, where a site's rules found it.
    """
    walk = _SectionWalk(region, found, fields)
    walk.run(named)
    return walk.kept.blocks, walk.kept.removed, walk.witnesses


class _SectionWalk:
    """One pass over a page's leaves; what is ``kept`` grows."""

    def __init__(self, region: MainContent, found: Sequence[Leaf], fields: Fields) -> None:
        self.region, self.found, self.fields = region, found, fields
        self.gone = TakenOut(region, found, fields)
        won = sorted(number + region.start for number in region.won)
        told = [number for number in won if number not in self.gone] or won
        told = without_stragglers(told, found)
        self.told, self.first, self.last = told, told[0], told[-1]
        self.start = self.first  # from here on what is not known stays
        self.end = region.start + len(region.leaves)
        self.flow = Flow(found, told)
        self.days = own_days(fields)
        self.names = {name.casefold() for name in fields.authors if " " in name}
        self.kept = Written()
        self.witnesses: list[Witness] = []
        self.bylines: dict[int, Byline] = {}
        self.inside = -1  # the paragraph behind whose last sentence its writer signs
        self.ended = False  # something below the text was not of it: what only looks like text is not either

    def run(self, named: str) -> None:
        """Go through the zones in order."""
        headline = named_headline(self.found, named) if named else find_headline(self.found, self.first, self.fields)
        if headline.text:
            self.kept.keep(BlockKind.HEADLINE, headline.text)
        if headline.kicker:
            self.kept.removed.append(Removed(headline.kicker, "kicker"))
        if self.first in headline.numbers:
            self.first = next((number for number in self.told if number not in headline.numbers), self.first)
        self.start, self.first = self.first, self._first_prose()
        self.flow = Flow(self.found, [number for number in self.told if number >= self.first])
        self.gone.add(bios(self.found, range(self.first, self.end), self.flow.main, self.fields), _BIO)
        self.gone.add(last_bios(self.found, [n for n in self.told if n >= self.first], self.fields), _BIO)
        opening = self._opening_numbers(headline.numbers)
        self._find_bylines(headline.numbers, opening)
        leads = self._lead_captions(headline.numbers)
        top = min(headline.numbers, default=0)
        for number in range(max(0, top - _NOTES_ABOVE), min(top, self.region.start)):
            self._far_above(number)
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
        self.kept.drop_orphans()
        if (shown := self._publication(opening)) is not None:
            self.witnesses.append(shown)

    def _publication(self, opening: range) -> Witness | None:
        """What the lines above the text, and the address, tell of the day of publication, or of its time."""
        language = self.fields.language
        numbers = range(opening.start, min(self.first + _DATE_INSIDE, len(self.found)))
        near = {number + step for number in self.bylines for step in range(-_BESIDE_BYLINE, _BESIDE_BYLINE + 1)}
        under = range(opening.start, self.first if BlockKind.HEADLINE in self.kept.seen else opening.start)
        lines = (
            (leaf, number in near or (number in under and not is_of_today(leaf, language)))
            for number, leaf in zip(numbers, self.found[numbers.start :], strict=False)
            if number in self.bylines or shows_day(leaf, above=number < self.first)
        )
        if self.fields.published is not None:
            return time_of(self.fields.witnesses, (leaf for leaf, _ in lines), language)
        return publication(lines, self.fields.address, language)

    def _first_prose(self) -> int:
        """Where the text begins: dates, roles and credits may have won votes, too, but are no sentences."""
        near = (number for number in self.told if self.first <= number < self.first + _FRAGMENTS)
        return next((number for number in near if self._is_prose(self.found[number])), self.first)

    def _is_prose(self, leaf: Leaf) -> bool:
        told = (
            patterns.is_sentence(leaf.text)
            and leaf.kind is not BlockKind.CAPTION
            and not (in_author_box(leaf) or is_bio(leaf, self.flow.main, self.fields))
        )
        return told and patterns.has_words(leaf.text, markup.TOLD_WORDS)

    def _find_bylines(self, headline: frozenset[int], opening: range) -> None:
        """The lines that show who wrote it: below the headline, above it, or below the text."""
        top = min(headline, default=opening.start)
        lines = len(self.found)
        zones = (
            range(opening.start, min(self.first + _BYLINE_INSIDE, self.last + 1, lines)),
            range(max(0, top - (_BYLINE_ABOVE if headline else _OPENING_LEAVES)), top),
            range(max(self.first, self.last - 1), min(lines, self.last + _BYLINE_BELOW)),
        )
        self.bylines = find_bylines(self.found, zones, self.first, self.fields)
        if not self.bylines or names_no_person(self.bylines.values(), self.fields):
            self._find_signature(opening)
        for number, byline in self.bylines.items():
            self.witnesses.append(Witness("byline", byline.text, byline.source, won=True))
            if not (self.region.start <= number < self.end) and number not in opening:
                self.kept.byline(byline)

    def _find_signature(self, opening: range) -> None:
        """Who signs the text at its end, where no line above it names a person."""
        above = [self.found[number].text for number in opening]
        place = Ending(self.found, self.start, self.first, self.last, self.end, self.flow.main, self.gone.why)
        signed, rest = place.signing(self.fields, self.bylines, above)
        if signed and rest:
            self.inside = min(signed)
            self.found = [replace(leaf, text=rest) if n == self.inside else leaf for n, leaf in enumerate(self.found)]
        self.bylines = signed or self.bylines

    def _lead_captions(self, headline: frozenset[int]) -> set[int]:
        """Keep the captions above the headline, each text once."""
        leads = {n for n in lead_captions(self.found, min(headline)) if not self.gone.why(n)} if headline else set()
        for text in dict.fromkeys(self.found[number].text for number in sorted(leads)):
            self.kept.keep(BlockKind.CAPTION, text)
        return leads

    def _opening_numbers(self, headline: frozenset[int]) -> range:
        """The leaves between the headline (or the container's edge) and the text."""
        behind = _behind_first(headline)
        if not headline and (header := header_heading(self.found, self.first)) is not None:
            return range(min(header, self.region.start), self.first)
        near = 0 < behind <= self.first and self.first - behind <= _OPENING_LEAVES
        return range(behind if near else self.region.start, self.first)

    def _far_above(self, number: int) -> None:
        """Above the headline, outside of the container: nothing but a note that says so itself."""
        leaf = self.found[number]
        if not leaf.heading and not leaf.is_link and not self.gone.why(number) and patterns.is_correction(leaf.text):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)

    def _above(self, number: int) -> None:
        """Above the headline, in the container: nothing but a date or a note belongs to the article."""
        leaf = self.found[number]
        why = self.gone.why(number)
        if number in self.bylines:
            self.kept.byline(self.bylines[number])
        elif not why and self._is_note(leaf):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)
        elif why or not self.kept.shows_date(leaf):
            self.kept.drop(self.found[number].text, why or "above the headline")

    def _opening(self, number: int) -> None:
        """Between headline and text: date, byline, dek and captions are told, sentences stay, fragments go.

        What stands right behind the headline, and is longer than a label, is the dek.
        """
        leaf, ages = without_ages(self.found[number], self.fields.language)
        leaf, credits = without_credit(leaf)
        size = len(self.kept.blocks)
        why = self.gone.why(number)
        if number in self.bylines:
            self.kept.byline(self.bylines[number])
        elif why or not leaf.text:
            self.kept.drop(self.found[number].text, why or "relative time")
        elif self._is_note(leaf):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)
        elif self.kept.shows_date(leaf, (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)):
            pass
        elif is_caption(self.found, number, self.fields):
            self.kept.keep(BlockKind.CAPTION, leaf.text)
        elif beside := self._beside_byline(number) or ("credit" if not leaf.heading and is_credit(leaf) else ""):
            self.kept.drop(self.found[number].text, beside)
        elif (
            BlockKind.DEK not in self.kept.seen
            and (self._is_next(leaf) or self._is_dek(leaf))
            and patterns.has_words(leaf.text, 6)
        ):
            self.kept.keep(BlockKind.DEK, leaf.text)
        elif (
            number >= self.start
            or patterns.is_sentence(leaf.text)
            or self._is_point(number)
            or (number >= self.region.start and leaf.kind is BlockKind.QUOTE)
        ):
            self.kept.keep(leaf.kind, leaf.text)
        else:
            self.kept.drop(self.found[number].text, "above the text")
        self.kept.removed += [*ages, *credits] if len(self.kept.blocks) > size else []

    def _text(self, number: int) -> None:
        """Between the first and the last leaf that won: everything stays but furniture."""
        leaf = self.found[number]
        why = self.gone.why(number)
        if number == self.inside:
            self.kept.keep(leaf.kind, leaf.text)
        if number in self.bylines:
            self.kept.byline(self.bylines[number])
        elif self._is_log_entry(number) and markup.marked(leaf, markup.LOG):
            self.kept.log(self.found[number - 1].text, self.found[number].text)
        elif why:
            self.kept.drop(self.found[number].text, why)
        elif self._is_note(leaf):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)
        elif self._is_of_team(number):
            self.kept.drop(leaf.text, "role")
        elif repeated := self._repeats(leaf):
            self.kept.drop(leaf.text, repeated)
        elif self._is_date(number) or is_clock(leaf.text):
            self.kept.keep(BlockKind.DATE, leaf.text)
        elif (self._may_stamp(number) and self.kept.shows_date(leaf)) or self.kept.shows_post(leaf):
            pass
        elif number < self.first + 3 and BlockKind.DEK not in self.kept.seen and self._is_dek(leaf):
            self.kept.keep(BlockKind.DEK, leaf.text)
        else:
            self.kept.keep(self._kind(leaf), leaf.text)

    def _kind(self, leaf: Leaf) -> BlockKind:
        """What a line of the text is: one that shares a small box with a picture, apart from the text, is a caption."""
        plain = leaf.kind is BlockKind.PARAGRAPH and not leaf.is_link and len(leaf.text) <= _CAPTION_CHARACTERS
        return BlockKind.CAPTION if plain and self.flow.is_aside(leaf) and markup.is_beside_picture(leaf) else leaf.kind

    def _repeats(self, leaf: Leaf) -> str:
        """Which line of the opening a line of the text is word for word: the headline, or one that signs a post."""
        if leaf.heading and any(b.kind is BlockKind.HEADLINE and b.text == leaf.text for b in self.kept.blocks[:1]):
            return "the headline again"
        if leaf.kind is BlockKind.PARAGRAPH and leaf.text.casefold() in self.names:
            return "an author's name"
        return ""

    def _is_date(self, number: int) -> bool:
        """Whether a line of the text is a date; the day of an event in a list of facts is one of these."""
        leaf = self.found[number]
        if not markup.may_show_date(leaf) or not date_lines.is_date(leaf.text):
            return False
        if leaf.element.tag != "dd" or not number:
            return True
        return names_day(leaf.text, self.days) or is_beside(self.found[number - 1].text)

    def _may_stamp(self, number: int) -> bool:
        """Whether a line of the text may be a stamp of the page: it stands near its beginning, or names its own day."""
        leaf = self.found[number]
        return markup.may_show_date(leaf) and (number < self.first + _DATE_INSIDE or names_day(leaf.text, self.days))

    def _closing(self, number: int) -> None:
        """Behind the text, in the container: what stands in the frame of the text and is told in sentences."""
        leaf = self.found[number]
        why = self.gone.why(number)
        if number in self.bylines:
            self.kept.byline(self.bylines[number])
        elif self._is_log_entry(number):
            self.kept.log(self.found[number - 1].text, self.found[number].text)
        elif why:
            self.kept.drop(self.found[number].text, why)
        elif self._is_note(leaf):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)
        elif self.kept.shows_date(leaf):
            pass
        elif (self.flow.holds(leaf) and self.flow.owns(leaf)) or (
            not self.ended and (self.flow.owns(leaf) or markup.is_told(leaf))
        ):
            self.kept.keep(leaf.kind, leaf.text)
        else:
            self.ended = True
            self.kept.drop(self.found[number].text, "below the text")

    def _behind(self, number: int) -> None:
        """Behind the container: nothing but corrections and the page's own update log."""
        leaf = self.found[number]
        if self._is_log_entry(number):
            self.kept.log(self.found[number - 1].text, self.found[number].text)
        elif not leaf.is_link and self._is_note(leaf) and not self.gone.why(number):
            self.kept.keep(BlockKind.CORRECTION, leaf.text)

    def _is_point(self, number: int) -> bool:
        """Whether a line above the text is one of the points that sum it up, in a list, or the heading over these."""
        if number < self.region.start or number + 1 >= len(self.found):
            return False
        leaf, behind = self.found[number], self.found[number + 1]
        if leaf.heading:
            return leaf.heading > 1 and behind.kind is BlockKind.LIST_ITEM and self._is_point(number + 1)
        near = (self.found[number - 1], behind)
        shared = any(_is_telling(each) and markup.frame(each.element) is markup.frame(leaf.element) for each in near)
        return shared and _is_telling(leaf)

    def _beside_byline(self, number: int) -> str:
        """What a leaf above the text says of the author beside the name; empty where it says nothing of it."""
        leaf = self.found[number]
        if leaf.heading or not self.bylines:
            return ""
        if patterns.is_sentence(leaf.text):
            return _BIO if in_author_box(leaf) or is_bio(leaf, self.flow.main, self.fields) else ""
        near = number - 1 in self.bylines and len(WORD.findall(leaf.text)) <= _ROLE_WORDS
        return "role" if near and not any(map(str.isdigit, leaf.text)) else ""

    def _is_of_team(self, number: int) -> bool:
        """Whether a line of the text tells a role, or who made pictures, in the box of the byline before it."""
        leaf = self.found[number]
        if not any(other in self.bylines for other in range(number - _TEAM_LEAVES, number)) or leaf.heading:
            return False
        short = len(WORD.findall(leaf.text)) <= _ROLE_WORDS and not patterns.is_sentence(leaf.text)
        return short and markup.marked(leaf, markup.AUTHOR) and self.flow.is_aside(leaf)

    def _is_next(self, leaf: Leaf) -> bool:
        """Whether a leaf is the first thing told behind the headline, and stands outside the frame of the text."""
        return self.kept.seen - {BlockKind.CAPTION} == {BlockKind.HEADLINE} and not self.flow.takes(leaf)

    def _is_dek(self, leaf: Leaf) -> bool:
        if len(patterns.words(leaf.text)) < 4 or leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            return False
        if leaf.heading == 2 and leaf.text in self.fields.descriptions:
            return True
        return markup.marked(leaf, markup.DEK) or (not self.flow.takes(leaf) and markup.marked(leaf, markup.LEAD))

    def _is_note(self, leaf: Leaf) -> bool:
        return not leaf.heading and (
            patterns.is_correction(leaf.text) or (markup.marked(leaf, markup.NOTE) and not leaf.is_link)
        )

    def _is_log_entry(self, number: int) -> bool:
        """Whether a leaf stands behind a date in one entry of a list: a line of the page's own update log.

        The log says "Image updated" where elsewhere that would be a label of the page.
        """
        before, leaf = self.found[number - 1], self.found[number]
        if not date_lines.is_date(before.text) or date_lines.is_date(leaf.text) or leaf.is_link or number in self.gone:
            return False
        entry = markup.entry(leaf.element)
        together = entry is not None and entry is markup.entry(before.element)
        return together and reason(leaf, self.fields.host) in ("", "label")


def _is_telling(leaf: Leaf) -> bool:
    """Whether an entry of a list is longer than a label, and leads nowhere."""
    return leaf.kind is BlockKind.LIST_ITEM and not leaf.linked and patterns.has_words(leaf.text, _POINT_WORDS)


def _behind_first(numbers: frozenset[int]) -> int:
    """The number behind the first run of numbers; 0 when there is none."""
    behind = min(numbers, default=-1) + 1
    while behind in numbers:
        behind += 1
    return behind
