"""Small boxes apart from the story, told by what is in them: a button, a player's place, an article of its own."""

import re
from collections.abc import Sequence

from newsdiff.clean.beside.next_article import is_signed
from newsdiff.clean.lines.offers import is_offer, speaks
from newsdiff.clean.lines.patterns import has_words, is_statement
from newsdiff.clean.lines.stamps import shows_day
from newsdiff.clean.page.furniture_boxes import names, said
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_CALL_CHARACTERS = 400  # that a box with a button holds at most, to be a call
_CALL_LEAVES = 5
_LONGEST_LINE = 200  # characters of a line in it
_SPOKEN_CHARACTERS = 120  # of a line that speaks to its reader
_SLOGAN_WORDS = 13  # of a sentence beside such a line that tells something
_PLACEHOLDER_LEAVES = 6
_TEASER_CHARACTERS = 450
_TEASER_LEAVES = 5
_TOLD_WORDS = 8  # of a sentence that tells something
_SHOWN = (BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.ROW)
_PLACEHOLDER = lazy_pattern(
    r"(?:^|[\s_-])(?:(?:embed|o-?embed|player|video|audio|social|media|external|consent)[\s_-]*(?:placeholder|fallback"
    r"|overlay|guidance|consent|opt-?in)|placeholder[\s_-]*(?:embed|player|video|social|media|consent))",
    re.IGNORECASE,
)
_EMBED = lazy_pattern(r"(?:^|[\s_-])(?:o-?)?embed(?:$|[\s_-])", re.IGNORECASE)  # of one that asks for leave


def is_call(element: Element, held: Sequence[Leaf]) -> bool:
    """Whether a box asks its reader to press a button: a line speaks to the reader, or none tells anything.

    A button is also a link without an address, which a script hears.
    """
    if len(held) > _CALL_LEAVES or sum(len(leaf.text) for leaf in held) > _CALL_CHARACTERS:
        return False
    if any(leaf.kind in _SHOWN or leaf.heading == 1 or shows_day(leaf.text) for leaf in held):
        return False
    if any(len(leaf.text) > _LONGEST_LINE for leaf in held):
        return False
    if not _has_button(element) or next(element.iter("pre", "code"), None) is not None:
        return False
    spoken = [
        leaf for leaf in held if (len(leaf.text) <= _SPOKEN_CHARACTERS and speaks(leaf.text)) or is_offer(leaf.text)
    ]
    told = [
        leaf for leaf in held if leaf not in spoken and has_words(leaf.text, _TOLD_WORDS) and is_statement(leaf.text)
    ]
    return not told or (bool(spoken) and len(told) == 1 and not has_words(told[0].text, _SLOGAN_WORDS))


def _has_button(element: Element) -> bool:
    buttons = (each for each in element.iter("button", "input", "a") if each.tag != "a" or each.get("href") is None)
    return any(each.get("type") != "hidden" and (each.tag != "a" or each.text_content().strip()) for each in buttons)


def is_placeholder(element: Element, held: Sequence[Leaf]) -> bool:
    """Whether a box is called the place of a player or an embedded post, and holds no caption of its own."""
    told = names(element)
    asks = said(_EMBED, told) and any(is_offer(leaf.text) for leaf in held)
    if len(held) > _PLACEHOLDER_LEAVES or not (asks or said(_PLACEHOLDER, told)):
        return False
    return next(element.iter("figcaption", "blockquote", "table"), None) is None


def is_article(element: Element, held: Sequence[Leaf], size: int) -> bool:
    """Whether a box is a small article of its own under a title: signed, linked, with a foot, or one of several."""
    if element.tag != "article" or size > _TEASER_CHARACTERS or not 1 < len(held) <= _TEASER_LEAVES:
        return False
    if not held[0].heading or any(leaf.kind in _SHOWN for leaf in held):
        return False
    beside, own = element.getparent().iterchildren("article"), element.get("class")
    if any(each is not element and each.get("class") == own for each in beside):
        return next(element.iter("time"), None) is None  # posts of a live blog bear their times
    ends = next(element.iter("footer"), None) is not None
    return ends or is_signed(element) or any(leaf.is_link for leaf in held)
