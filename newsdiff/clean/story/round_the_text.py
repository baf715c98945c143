"""Lines round the text: captions of lead pictures, a title that is no headline, a word on the author."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from newsdiff.clean.authors.credits import is_bare_credit
from newsdiff.clean.fields.metadata import Fields
from newsdiff.clean.fields.shown_dates import shown_date
from newsdiff.clean.lines import patterns
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import is_named
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import BlockKind

_CAPTION_WORDS = 4  # words of a caption that only its place tells
_LEAD_LEAVES = 6  # leaves above the headline that may be captions of the lead picture
_BOXES = 3  # round a line that may be its author's
_TEXT_LEAVES = 4  # of a text that has a word on its author below
_OPENING_CHARACTERS = 20  # before the name with which such a word opens: a profession
_HEADER_LEAVES = 15  # leaves above the text within which its header stands


def is_caption(found: Sequence[Leaf], number: int, fields: Fields) -> bool:
    """Whether a leaf above the text is the caption of the lead picture.

    It is by its element, by a credit behind it, or by a picture beside it.
    """
    leaf = found[number]
    if is_bare_credit(leaf):
        return False
    if leaf.kind is BlockKind.CAPTION:
        return not is_named(leaf.element)
    if leaf.heading or leaf.is_link or len(patterns.words(leaf.text)) < _CAPTION_WORDS:
        return False
    following = found[number + 1]
    if is_bare_credit(following) and following.element.getparent() is leaf.element.getparent():
        return True
    # a gallery is a list of pictures
    shown = leaf.kind is BlockKind.LIST_ITEM and next(leaf.element.iter("img", "picture"), None) is not None
    told = (leaf.kind is BlockKind.PARAGRAPH or shown) and leaf.text not in fields.descriptions
    return told and not markup.marked(leaf, markup.AUTHOR) and markup.is_beside_picture(leaf)


def lead_captions(found: Sequence[Leaf], headline: int) -> Iterator[int]:
    """The captions of pictures that stand above the headline, in one element with it."""
    shared = set(found[headline].element.iterancestors("article", "main", "header"))
    for number in range(max(0, headline - _LEAD_LEAVES), headline):
        leaf = found[number]
        told = leaf.kind is BlockKind.CAPTION and patterns.has_words(leaf.text, _CAPTION_WORDS)
        near = not shared.isdisjoint(leaf.element.iterancestors())
        if told and near and not is_bare_credit(leaf) and not is_named(leaf.element):
            yield number


def header_heading(found: Sequence[Leaf], first: int) -> int | None:
    """The heading near above the text that has a date under it, on a page that shows its title in no other way."""
    dated = False
    for number in range(first - 1, max(0, first - _HEADER_LEAVES) - 1, -1):
        leaf = found[number]
        if dated and 0 < leaf.heading <= 2 and not leaf.is_link and len(patterns.words(leaf.text)) >= 3:
            return number
        dated = dated or bool(shown_date(leaf)[0])
    return None


def is_bio(leaf: Leaf, main: Element, fields: Fields) -> bool:
    """Whether a sentence outside the main frame of the text begins with the whole name of an author."""
    if markup.frame(leaf.element) is main or not patterns.is_sentence(leaf.text):
        return False
    low = leaf.text.casefold()
    return any(" " in name and low.startswith(name.casefold()) for name in fields.authors)


def in_author_box(leaf: Leaf) -> bool:
    """Whether a line stands in an element that says of itself that it is the author."""
    return any(_is_author(each) for each in islice(leaf.element.iterancestors(), _BOXES))


def _is_author(element: Element) -> bool:
    return "author" in (element.get("itemprop") or "").split() and element.tag not in ("article", "main", "body")


def last_bios(found: Sequence[Leaf], told: Sequence[int], fields: Fields) -> list[int]:
    """The last paragraphs of the text that tell of its author: each opens with a whole name that no other bears."""
    names = [name.casefold() for name in fields.authors if " " in name]
    if not names or len(told) < _TEXT_LEAVES:
        return []
    last = list(takewhile(lambda number: _is_of_an_author(found[number], names), reversed(told)))
    rest = " ".join(found[number].text for number in told[: len(told) - len(last)]).casefold() if last else ""
    return [] if any(name in rest for name in names) else last


def _is_of_an_author(leaf: Leaf, names: Sequence[str]) -> bool:
    """Whether a paragraph opens with one of some names, or with a profession and that."""
    low = leaf.text.casefold()
    opens = any(0 <= low.find(name) <= _OPENING_CHARACTERS for name in names)
    return opens and not leaf.heading and patterns.is_sentence(leaf.text)


def bios(found: Sequence[Leaf], numbers: range, main: Element, fields: Fields) -> list[int]:
    """The leaves below the text that stand in one frame with a word on its author, in another shape than the text."""
    if not fields.authors:
        return []
    frames = {number: markup.frame(found[number].element) for number in numbers}
    text = [number for number, frame in frames.items() if frame is main]
    shapes = {markup.signature(found[number].element) for number in text}
    below = range(max(text, default=numbers.stop) + 1, numbers.stop)
    told = {
        frames[number]
        for number in below
        if is_bio(found[number], main, fields) and markup.signature(found[number].element) not in shapes
    }
    return [number for number in below if frames[number] in told]
