"""What speaks for a line as the byline: plain witnesses, of which each site shows some, and what each is worth.

Two points make a byline of a line of names: an opening, markup or an address that say so, or two smaller witnesses such
as the headline above it and a date beside it. A script without capitals shows no names: there a third point is asked
for. What forbids a line: it names the site, a section, a place, or somebody of whom the story tells.
"""

from collections.abc import Callable, Iterator

from newsdiff.clean.authors.author_marks import links_author, spells
from newsdiff.clean.authors.author_names import is_cased
from newsdiff.clean.authors.byline_pieces import MAIL
from newsdiff.clean.authors.byline_places import BylinePlace, near_pictures
from newsdiff.clean.authors.byline_reading import BylineReading
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.credits import is_of_pictures
from newsdiff.clean.authors.writers import is_of_writers
from newsdiff.clean.lines import patterns
from newsdiff.clean.lines.stamps import WORD
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind
from newsdiff.named_tuple import NamedTuple

_ENOUGH = 2  # points of a byline
_UNCASED = 1  # point more, of names in a script without capitals
_SURE = 2  # points of a witness that speaks for itself
_ROLE_WORDS = 7
_BIO_WORDS = 5  # of a word on an author
_NAMED_WORDS = 2  # of a name that is looked for elsewhere


class Candidate(NamedTuple):
    """A line, one way to read it as a byline, and where it stands."""

    place: BylinePlace
    number: int
    reading: BylineReading

    @property
    def leaf(self) -> Leaf:
        """The line."""
        return self.place.found[self.number]

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it."""
        return self.reading.credit.names


def _opens(one: Candidate) -> bool:
    return one.reading.opens


def _is_marked(one: Candidate) -> bool:
    return one.reading.marked


def _is_linked(one: Candidate) -> bool:
    return links_author(one.leaf, one.names, one.place.fields.address)


def _has_mail(one: Candidate) -> bool:
    """Whether a mail address speaks for a line above the text."""
    return one.place.is_above_text(one.number) and _is_spelled(one)


def _is_spelled(one: Candidate) -> bool:
    """Whether a mail address in the line, or in its box, is spelled as the name is."""
    lines = (one.leaf, *one.place.boxed_with(one.number))
    addresses = [found[0] for leaf in lines if "@" in leaf.text for found in MAIL.finditer(leaf.text)]
    return any(spells(address, name) for address in addresses for name in one.names)


def _is_portrayed(one: Candidate) -> bool:
    """Whether a picture beside the line bears the name."""
    shown = [alt.casefold() for alt in near_pictures(one.leaf.element)]
    return any(name.casefold() in alt for name in one.names for alt in shown)


def _is_named_again(one: Candidate) -> bool:
    """Whether a line below the text begins with the name: a word on its author."""
    names = [name.casefold() for name in one.names if len(WORD.findall(name)) >= _NAMED_WORDS]
    told = [line for line in one.place.below if patterns.is_sentence(line) and patterns.has_words(line, _BIO_WORDS)]
    return any(line.startswith(name) for line in told for name in names) and one.number in one.place.opening


def _is_for_site(one: Candidate) -> bool:
    """Whether the words behind a name, in a line below the headline, say for whom its bearer writes."""
    below = one.number in one.place.opening  # a masthead names the site, too
    return below and one.reading.tailed and one.place.names_site(one.reading.byline.text)


def _is_led(one: Candidate) -> bool:
    return one.reading.credit.led


def _has_role(one: Candidate) -> bool:
    """Whether a short line in the box, or a piece beside the name, says that its bearer writes."""
    told = [removed.text for removed in one.reading.byline.removed]
    told += [leaf.text for leaf in one.place.boxed_with(one.number)]
    if not all(map(is_cased, one.names)):
        told.append(one.reading.byline.text)
    short = (text for text in told if len(WORD.findall(text)) <= _ROLE_WORDS and not patterns.is_sentence(text))
    return any(is_of_writers(text) and not is_of_pictures(text) for text in short)


def _is_paired(one: Candidate) -> bool:
    return one.reading.paired


def _is_dated(one: Candidate) -> bool:
    return bool(one.reading.byline.dates) or one.place.is_beside_date(one.number)


def _is_under_title(one: Candidate) -> bool:
    return one.place.is_under_title(one.number)


def _is_over_text(one: Candidate) -> bool:
    return one.place.is_over_text(one.number)


def _heads_text(one: Candidate) -> bool:
    """Whether a line in the element of the text, set in bold or in capitals, is all that stands before it."""
    leaf = one.leaf
    great = leaf.text.isupper() or 2 * leaf.strong > len(leaf.text)
    return great and one.place.is_over_text(one.number) and not one.place.is_apart(leaf)


_WITNESSES: tuple[tuple[str, int, Callable[[Candidate], bool]], ...] = (
    ("its opening", 2, _opens),
    ("its markup", 3, _is_marked),
    ("a link to a page of that name", 2, _is_linked),
    ("a mail address of that name", 2, _has_mail),
    ("a portrait of that name", 2, _is_portrayed),
    ("the name again below the text", 2, _is_named_again),
    ("the name of the site behind it", 2, _is_for_site),
    ("what leads up to it", 1, _is_led),
    ("a role beside it", 1, _has_role),
    ("a role behind each of several names", 1, _is_paired),
    ("a date beside it", 1, _is_dated),
    ("the headline above it", 1, _is_under_title),
    ("the text below it", 1, _is_over_text),
    ("great letters over the text", 1, _heads_text),
)


class Hearing:
    """The witnesses of one reading of a line."""

    def __init__(self, one: Candidate) -> None:
        self.one = one
        self._heard = [(told, points) for told, points, holds in _WITNESSES if holds(one)]
        self.points = sum(points for _, points in self._heard)

    @property
    def byline(self) -> Byline:
        """The byline that the line is, and what speaks for it."""
        source = ", ".join(told for told, _ in self._heard)
        return self.one.reading.byline._replace(source=source, names=self.one.names)

    @property
    def is_called(self) -> bool:
        """Whether the line says itself that it is a byline, or its markup does."""
        return self.one.reading.opens or self.one.reading.marked

    @property
    def is_of_site(self) -> bool:
        """Whether the line names the site, and nobody else."""
        return self.one.place.is_of_site(self.one.reading)

    def is_enough(self) -> bool:
        """Whether the points make a byline of the line, and nothing forbids it."""
        return self.points >= _ENOUGH + (0 if self._is_shape_known() else _UNCASED) and not any(self.bars())

    def signs_below(self) -> bool:
        """Whether it is enough below the text: markup, or a box with the name and a role or portrait."""
        place, number, reading = self.one
        if self.is_of_site or place.is_section(number, reading) or reading.tailed:
            return False
        if reading.marked:
            return markup.marked(self.one.leaf, markup.AUTHOR)
        told = _has_role(self.one) or _is_portrayed(self.one) or (reading.opens and _is_spelled(self.one))
        return told and not place.is_told_of(reading.credit) and not place.is_of_dictionary(reading.credit)

    def bars(self) -> Iterator[bool]:
        """What forbids it: its place, words of the dictionary, somebody of whom the story tells, a section."""
        place, number, reading = self.one
        sure = any(points >= _SURE for _, points in self._heard)
        yield self.is_of_site and not (self.is_called and number in place.opening)
        yield self.one.leaf.text.endswith(":") or (
            self.one.leaf.kind is BlockKind.CAPTION and not self._is_called_near()
        )
        yield self.points == _ENOUGH and _is_led(self.one) and _is_over_text(self.one)
        yield not sure and (reading.tailed or not place.is_open(number, dated=_is_dated(self.one)))
        yield reading.opens and not reading.marked and not reading.credit.led and number not in place.opening
        if not self.is_called:
            yield not reading.credit.led and place.is_of_dictionary(reading.credit)
            yield place.is_told_of(reading.credit)
        yield place.is_section(number, reading)

    def _is_called_near(self) -> bool:
        """Whether a mail address or a role stands beside the name below a portrait."""
        return _has_mail(self.one) or _has_role(self.one)

    def _is_shape_known(self) -> bool:
        """Whether capitals show that names stand there, or something leads up to them."""
        return self.is_called or _is_linked(self.one) or _is_led(self.one) or all(map(is_cased, self.one.names))
