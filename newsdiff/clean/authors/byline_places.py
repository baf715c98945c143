"""Where a line of names stands: what makes one a byline that neither metadata nor markup calls so, and what forbids it.

A byline stands right under the headline or the sentence below it, or beside the day of publication. The name of a
section, a place or the site has the same shape: the page's menus, its address, its title and its text tell these apart.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote

from newsdiff.clean.authors.author_marks import address_parts, is_marked, links_author
from newsdiff.clean.authors.author_names import is_cased
from newsdiff.clean.authors.credit_lines import Credit
from newsdiff.clean.authors.credits import is_credit
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.shown_dates import shows_date
from newsdiff.clean.fields.site_names import SiteNames
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names as names_of
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.language import table
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_NEAR = 2  # leaves between a byline and a date, labels and counters aside
_DEK_WORDS = 6
_DEKS = 5  # lines of the text within which a byline may stand: what sums the story up may have won votes
_LONG = 4  # letters of a word that tells somebody
BOX_CHARACTERS = 320  # of a box of bylines
_MENU = lazy_pattern(r"(?:^|[\s_-])(?:nav|main-?nav|navigation|navbar|menu|breadcrumbs?)(?:$|[\s_-])", re.IGNORECASE)
_RUBRIC = lazy_pattern(r"(?:^|[\s_-])(?:categor(?:y|ies|ia)|rubri[ck]|kicker|topics?|tags?)(?:$|[\s_-])", re.IGNORECASE)
_MENUS = frozenset(("nav", "footer"))
_WORDS = lazy_pattern(r"[^\W_]+")
_PLACE_ENDS = (" —", " –", " -", "—", "–", ",", " (", ":", ".")


class BylinePlace:
    """The lines between a page's headline and its text, as places for a byline."""

    def __init__(self, found: Sequence[Leaf], opening: range, text_start: int, fields: Fields) -> None:
        self._found, self._opening, self._text = found, opening, text_start
        self._fields, self._sites = fields, SiteNames(fields)
        sizes: dict[Element, int] = {}
        for leaf in found[text_start:]:
            place = markup.frame(leaf.element)
            sizes[place] = sizes.get(place, 0) + len(leaf.text)
        self._main = max(sizes, key=sizes.__getitem__, default=None)

    def is_barred(self, number: int, text: str, *, of_site: bool) -> bool:
        """Whether a line only names a section of the site, or, unless ``of_site``, the site itself: ``Von SZ``."""
        named = (text, patterns.without_by(text))
        if not of_site and any(name in self._sites for name in named):
            return True
        return self._is_section(self._found[number], named)

    def allows(self, number: int, credit: Credit, *, dated: bool, paired: bool = False) -> bool:
        """Whether a line of such names may be the byline by where it stands.

        ``dated``: it shows a date as well; ``paired``: it is one of several names, each with a role behind it.
        """
        leaf = self._found[number]
        if is_marked(leaf) or links_author(leaf, credit.names, self._fields.address):
            return not self._is_other(leaf, credit)
        if not credit.led and not all(map(is_cased, credit.names)):
            return False  # without capitals any few words look like a name
        if number not in self._opening or leaf.is_link or patterns.is_promo(leaf.text, linked=True):
            return False
        beside, under = dated or self._is_beside_date(number), self._is_under_title(number)
        if number >= self._text and not (beside and number < self._text + _DEKS and self._is_apart(leaf)):
            return False
        if credit.led:
            near = beside or under
        else:
            near = beside + under + paired + self._is_over_text(number) > 1 or self._heads_text(number)
            near = near and not self._is_of_dictionary(credit)
        return near and not self._is_other(leaf, credit) and not self._is_told_of(credit)

    def _is_over_text(self, number: int) -> bool:
        """Whether the next line, labels aside, is the first of the text."""
        return all(is_label(self._found[other].text) for other in range(number + 1, self._text))

    def _heads_text(self, number: int) -> bool:
        """Whether a line in the element of the text, set in bold or in capitals, is all that stands before it."""
        leaf = self._found[number]
        great = leaf.text.isupper() or 2 * leaf.strong > len(leaf.text)
        return great and self._is_over_text(number) and not self._is_apart(leaf)

    def _is_apart(self, leaf: Leaf) -> bool:
        """Whether a line stands in another element than most of the text, or in one built otherwise."""
        return markup.frame(leaf.element) is not self._main

    def _is_of_dictionary(self, credit: Credit) -> bool:
        """Whether each word of the names is a common one of the language: ``Front Page``."""
        words = table(self._fields.language or "en")
        known = words.common if words else ()
        return bool(known) and any(all(w.lower() in known for w in _WORDS.findall(name)) for name in credit.names)

    def _is_beside_date(self, number: int) -> bool:
        around = (*self._neighbours(number, -1), *self._neighbours(number, 1))
        return any(shows_date(self._found[other]) for other in around)

    def _neighbours(self, number: int, step: int) -> Iterator[int]:
        """The lines next to one, on one side, up to the first that tells something."""
        seen = 0
        for other in range(number + step, number + step * len(self._found), step):
            if not 0 <= other < len(self._found) or other not in self._opening or seen >= _NEAR:
                return
            yield other
            text = self._found[other].text
            if is_label(text) or patterns.is_counter(text) or date_lines.is_reading_time(text):
                continue
            if self._found[other].heading or patterns.has_words(text, _DEK_WORDS):
                return
            seen += 1

    def _is_under_title(self, number: int) -> bool:
        """Whether the line above, labels aside, is the headline or the sentence below it."""
        for other in range(number - 1, max(-1, self._opening.start - 2), -1):
            leaf = self._found[other]
            if leaf.heading == 1 or other == self._opening.start - 1:
                return True
            if is_credit(leaf) or is_label(leaf.text):
                continue
            return patterns.has_words(leaf.text, _DEK_WORDS)
        return False

    def _is_other(self, leaf: Leaf, credit: Credit) -> bool:
        """Whether a line names a section of the site, or the site."""
        named = (leaf.text, *credit.names)
        return any(name in self._sites for name in named) or self._is_section(leaf, named)

    def _is_section(self, leaf: Leaf, named: Iterable[str]) -> bool:
        section = (self._fields.section or "").casefold()
        if any(low == section or self._is_in_address(low) for low in map(str.casefold, named)):
            return True
        return markup.marked(leaf, _RUBRIC) or _is_in_menu(leaf)

    def _is_in_address(self, low: str) -> bool:
        folders = address_parts(unquote(self._fields.address).casefold())[:-1]
        return "-".join(_WORDS.findall(low)) in [re.sub(r"[_+ ]", "-", folder) for folder in folders]

    def _is_told_of(self, credit: Credit) -> bool:
        """Whether the headline or the text speaks of somebody, or begins with the name of that place."""
        titles = " ".join(self._fields.titles).casefold()
        told = self._found[self._text :]
        titles_words = _long_words(titles)
        for name in map(str.casefold, credit.names):
            if name in titles or (not credit.led and not titles_words.isdisjoint(_long_words(name))):
                return True
            if told and told[0].text.casefold().startswith(tuple(name + end for end in _PLACE_ENDS)):
                return True
        prose = [leaf.text.casefold() for leaf in told if patterns.is_sentence(leaf.text)] if not credit.led else []
        return bool(prose) and all(any(name.casefold() in text for text in prose) for name in credit.names)


def share_small_box(byline: Element, element: Element) -> bool:
    """Whether two elements stand in one that holds little more than a byline."""
    above = byline.getparent()
    near = {element, element.getparent()} if above is not None and above.getparent() is not None else set()
    box = next((each for each in (above, above.getparent()) if each in near), None) if near else None
    return box is not None and len(squeeze("".join(box.itertext()))) <= BOX_CHARACTERS


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
    return element.tag in _MENUS or _MENU.search(names_of(element)) is not None
