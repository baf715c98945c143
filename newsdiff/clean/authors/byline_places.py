"""Where a line of names stands: what speaks for a byline there, and what forbids it.

A byline stands right under the headline or the sentence below it, or beside the day of publication. The name of a
section, a place or the site has the same shape: the page's menus, its address, its title and its text tell these apart.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from urllib.parse import unquote

from newsdiff.clean.authors.author_marks import address_parts
from newsdiff.clean.authors.byline_reading import BylineReading
from newsdiff.clean.authors.credit_lines import Credit
from newsdiff.clean.authors.credits import is_credit
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.shown_dates import shows_date
from newsdiff.clean.fields.site_names import SiteNames
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.lines.stamps import stamp
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.furniture_boxes import said
from newsdiff.clean.page.text_blocks import Element, Leaf, has_more_text
from newsdiff.language import common_words
from newsdiff.language.lexicon import Dictionary
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_NEAR = 2  # leaves between a byline and a date, labels and counters aside
_DEK_WORDS = 6
_DEKS = 5  # lines of the text within which a byline may stand: what sums the story up may have won votes
_FIRST = 2  # lines of the text that may name who wrote it
_LONG = 4  # letters of a word that tells somebody
_SITE_WORDS = 4  # of a site's name
_BOXES = 3  # round a line that are looked through for its portrait
BOX_CHARACTERS = 320  # of a box of bylines
_MENU = lazy_pattern(r"(?:^|[\s_-])(?:nav|main-?nav|navigation|navbar|menu|breadcrumbs?)(?:$|[\s_-])", re.IGNORECASE)
_RUBRIC = lazy_pattern(r"(?:^|[\s_-])(?:categor(?:y|ies|ia)|rubri[ck]|kicker|topics?|tags?)(?:$|[\s_-])", re.IGNORECASE)
_MENUS = frozenset(("nav", "footer"))
_WORDS = lazy_pattern(r"[^\W_]+")
_PLACE_ENDS = (" —", " –", " -", "—", "–", ",", " (", ":", ".")


class BylinePlace:
    """The lines between a page's headline and its text, as places for a byline."""

    def __init__(
        self, found: Sequence[Leaf], opening: range, text_start: int, fields: Fields, end: range = range(0)
    ) -> None:
        self.found, self.opening, self._end = found, opening, end
        self.fields, self.sites = fields, SiteNames(fields)
        sizes: dict[Element, int] = {}
        for leaf in found[text_start:]:
            place = markup.frame(leaf.element)
            sizes[place] = sizes.get(place, 0) + len(leaf.text)
        self._main = max(sizes, key=sizes.__getitem__, default=None)
        # What sums the story up may have won votes, too: the text begins with the element that holds most of it.
        opening = range(text_start, min(text_start + _DEKS, len(found)))
        self._text = next((number for number in opening if not self.is_apart(found[number])), text_start)

    def is_open(self, number: int, *, dated: bool) -> bool:
        """Whether a line of which only shape and place speak may be a byline: above the text, and no link."""
        leaf = self.found[number]
        if leaf.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or number not in self.opening or leaf.is_link:
            return False
        if patterns.is_promo(leaf.text, linked=True):
            return False
        inside = dated and number < self._text + _DEKS and self.is_apart(leaf)
        return number < self._text or inside

    def is_above_text(self, number: int) -> bool:
        """Whether a line stands between the headline and the text."""
        return self.opening.start <= number < self._text

    def is_first(self, number: int) -> bool:
        """Whether a line is one of the first in the element of the text."""
        return self.opening.start <= number < self._text + _FIRST and not self.is_apart(self.found[number])

    def is_over_text(self, number: int) -> bool:
        """Whether the next line, labels aside, is the first of the text."""
        return all(is_label(self.found[other].text) for other in range(number + 1, self._text))

    def is_apart(self, leaf: Leaf) -> bool:
        """Whether a line stands in another element than most of the text, or in one built otherwise."""
        return markup.frame(leaf.element) is not self._main

    def is_beside_date(self, number: int) -> bool:
        """Whether a line that shows a date is a neighbour of a line."""
        around = (*self._neighbours(number, -1), *self._neighbours(number, 1))
        return any(shows_date(self.found[other]) or stamp(self.found[other].text) for other in around)

    def _neighbours(self, number: int, step: int) -> Iterator[int]:
        """The lines next to one, on one side, up to the first that tells something."""
        seen = 0
        for other in range(number + step, number + step * len(self.found), step):
            if not 0 <= other < len(self.found) or other not in self.opening or seen >= _NEAR:
                return
            yield other
            text = self.found[other].text
            if is_label(text) or patterns.is_counter(text) or date_lines.is_reading_time(text):
                continue
            if self.found[other].heading or patterns.has_words(text, _DEK_WORDS):
                return
            seen += 1

    def is_under_title(self, number: int) -> bool:
        """Whether the line above, labels aside, is the headline or the sentence below it."""
        for other in range(number - 1, max(-1, self.opening.start - 2), -1):
            leaf = self.found[other]
            if leaf.heading == 1 or other == self.opening.start - 1:
                return True
            if is_credit(leaf) or is_label(leaf.text):
                continue
            return patterns.has_words(leaf.text, _DEK_WORDS)
        return False

    def boxed_with(self, number: int) -> Iterator[Leaf]:
        """The lines next to one that stand with it in a small box."""
        for other in (number - 1, number + 1):
            if 0 <= other < len(self.found) and share_small_box(self.found[number].element, self.found[other].element):
                yield self.found[other]

    @cached_property
    def below(self) -> list[str]:
        """The lines below the text, and its last, without capitals."""
        return [self.found[number].text.casefold() for number in self._end]

    def is_of_site(self, reading: BylineReading) -> bool:
        """Whether a line names the site, and nobody else: ``Von SZ``."""
        text, names = reading.byline.text, reading.credit.names
        own = any(name in self.sites for name in (text, patterns.without_by(text)))
        return own or all(name in self.sites for name in names)

    def names_site(self, text: str) -> bool:
        """Whether the last words of a line are the site's name: ``Ida Lund for the Harbour Post``."""
        words = text.split()
        return any(" ".join(words[-size:]) in self.sites for size in range(1, min(_SITE_WORDS, len(words) - 1) + 1))

    def is_section(self, number: int, reading: BylineReading) -> bool:
        """Whether a line only names a section of the site."""
        leaf, text = self.found[number], reading.byline.text
        section = (self.fields.section or "").casefold()
        named = {leaf.text, text, patterns.without_by(text), *reading.credit.names}
        if any(low == section or self._is_in_address(low) for low in map(str.casefold, named)):
            return True
        return markup.marked(leaf, _RUBRIC) or _is_in_menu(leaf)

    def _is_in_address(self, low: str) -> bool:
        folders = address_parts(unquote(self.fields.address).casefold())[:-1]
        return "-".join(_WORDS.findall(low)) in [re.sub(r"[_+ ]", "-", folder) for folder in folders]

    def is_of_dictionary(self, credit: Credit) -> bool:
        """Whether each word of the names is a common one of the language: ``Front Page``."""
        known = self._dictionary
        return bool(known) and any(all(w.lower() in known for w in _WORDS.findall(name)) for name in credit.names)

    def is_told_of(self, credit: Credit) -> bool:
        """Whether the headline or the text speaks of somebody, or begins with the name of that place."""
        titles = " ".join(self.fields.titles).casefold()
        told = self.found[self._text :]
        titles_words = _long_words(titles)
        for name in map(str.casefold, credit.names):
            if name in titles or (not credit.led and not titles_words.isdisjoint(_long_words(name))):
                return True
            if told and told[0].text.casefold().startswith(tuple(name + end for end in _PLACE_ENDS)):
                return True
        if credit.led:
            return False
        prose = [leaf.text.casefold() for leaf in told if patterns.is_sentence(leaf.text)]
        names = [name.casefold() for name in credit.names]
        if any(
            self._is_of_the_text(name, self.found[self._text : self._end.start or len(self.found)])
            for name in credit.names
        ):
            return True
        own = [line for line in self.below if line.startswith(tuple(names))]  # a word on the author
        return bool(prose) and all(any(name in line and line not in own for line in prose) for name in names)

    def _is_of_the_text(self, name: str, told: Sequence[Leaf]) -> bool:
        """Whether the text has a word of a name, and the others are common words: ``Sandsele Kommun``."""
        words = _WORDS.findall(name)
        known = [word for word in words if word.lower() in self._dictionary or _is_common(word, told)]
        rest = [word for word in words if word not in known]
        return bool(known) and len(rest) == 1 and any(rest[0] in leaf.text for leaf in told)

    @property
    def _dictionary(self) -> frozenset[str] | Dictionary:
        return common_words(self.fields.language)


def _is_common(word: str, told: Sequence[Leaf]) -> bool:
    """Whether a text has a word, or one that begins so, in small letters."""
    low = f" {word.lower()}"
    return len(word) >= _LONG and any(low in leaf.text for leaf in told)


def share_small_box(byline: Element, element: Element) -> bool:
    """Whether two elements stand in one that holds little more than a byline."""
    above = byline.getparent()
    near = {element, element.getparent()} if above is not None and above.getparent() is not None else set()
    box = next((each for each in (above, above.getparent()) if each in near), None) if near else None
    return box is not None and not has_more_text(box, BOX_CHARACTERS)


def near_pictures(element: Element) -> Iterator[str]:
    """What the pictures beside a line show, as they tell it: those in a small box with it."""
    for box in (element, *islice(element.iterancestors(), _BOXES)):
        if box.tag in ("article", "main", "body", "html") or has_more_text(box, BOX_CHARACTERS):
            return
        shown = [alt for img in box.iter("img") if (alt := squeeze(img.get("alt") or ""))]
        if shown:
            yield from shown
            return


def _long_words(text: str) -> set[str]:
    return {word for word in _WORDS.findall(text) if len(word) >= _LONG}


def _is_in_menu(leaf: Leaf) -> bool:
    """Whether a link in one of the page's menus bears the text of a line, or the line stands in one."""
    low = leaf.text.casefold()
    inside = {leaf.element, *leaf.element.iter("a")}
    if any(map(_is_menu, (leaf.element, *leaf.element.iterancestors()))):
        return True
    for link in leaf.element.getroottree().getroot().iter("a"):
        alike = link not in inside and squeeze("".join(link.itertext())[:200]).casefold() == low
        if alike and any(map(_is_menu, link.iterancestors())):
            return True
    return False


def _is_menu(element: Element) -> bool:
    if element.tag in ("body", "html", "main", "article"):
        return False
    if element.tag == "footer" and next(element.iterancestors("article"), None) is not None:
        return False
    return element.tag in _MENUS or bool(said(_MENU, names_of(element)))
