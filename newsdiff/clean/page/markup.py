"""Where a leaf stands, and what the markup round it calls it: note, dek, author; the text's frame, a list's entry."""

import re
from collections.abc import Sequence
from itertools import islice

from newsdiff.clean.lines import patterns
from newsdiff.clean.page.furniture_boxes import names, said
from newsdiff.clean.page.text_blocks import Element, Leaf
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.word_lists import listed

TOLD_WORDS = 8  # words that are more than a label of the page
DEK = lazy_pattern(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?title|sub-?headline|chapo|strapline|strap"
    r"|alternativeheadline)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Names that a story's own first paragraph bears as often: they count outside the frame of the text only.
LEAD = lazy_pattern(
    r"(?:^|[\s_-])(?:sub-?head|subheading|lead|lede|lead-?in|vorspann|teaser-text|abstract|excerpt|summary|synopsis"
    r"|intro|introduction"
    r"|description)(?:$|[\s_-])",
    re.IGNORECASE,
)
# English names of elements, and what developers in other languages call theirs.
AUTHOR = lazy_pattern(
    r"(?:^|[\s_-])(?:by-?lines?|(?:post|article|entry|news|story)?authors?|written-?by|created-?by|writers?|contributors?"
    r"|reporter|journalists?|signature|signataires?|autor(?:en|es|in|a|e|i)?|auteurs?|autrice|firma|firmante|redaktor|redakteur"
    r"|redacteur|verfasser|skribent|forfatter|yazar|muhabir|penulis|kirjoittaja)(?:$|[\s_-])",
    re.IGNORECASE,
)
NOTE = lazy_pattern(
    r"(?:^|[\s_-])(?:corrections?|clarifications?|erratum|errata|amendment"
    r"|(?:editor(?:s|ial)?|update|change|revision)[_-]?note)(?:$|[\s_-])",
    re.IGNORECASE,
)
# A log of versions may be the page's own or the story's subject: only an entry behind a date is a note.
LOG = lazy_pattern(rf"{NOTE.pattern}|(?:^|[\s_-])(?:change-?log|update-?log)(?:$|[\s_-])", re.IGNORECASE)
_RECORD = lazy_pattern(r"[^:：.!?]{1,40}[:：]\s*[^\s:：]")
_LEAD_CHARACTERS = 20  # of a line without a colon that leads up to lines of data
_FLOW = frozenset(
    listed(
        "p li ul ol dl dd dt blockquote figure figcaption table tbody thead tfoot tr td th caption pre h1 h2"
        " h3 h4 h5 h6 center q details summary"
    )
)


def may_show_date(leaf: Leaf) -> bool:
    """A date as a heading, a mere list entry or in a table is text; one that the page marks as a time is shown."""
    if leaf.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) or leaf.element.tag == "dd":
        return True
    return leaf.kind is BlockKind.LIST_ITEM and next(leaf.element.iter("time"), None) is not None


def is_told(leaf: Leaf) -> bool:
    """Whether a leaf is a paragraph by its markup and longer than a label, sentence or not."""
    return leaf.element.tag == "p" and not leaf.is_link and patterns.has_words(leaf.text, TOLD_WORDS)


def marked(leaf: Leaf, pattern: re.Pattern[str]) -> bool:
    """Whether the leaf's element, or one of the two round it, bears a class of that kind."""
    element = leaf.element
    for _ in range(3):
        if element is None or element.tag in ("article", "main", "body", "html"):
            return False
        if (keys := element.keys()) and (
            said(pattern, names(element))
            or ("itemprop" in keys and said(pattern, element.get("itemprop")))
            or ("rel" in keys and said(pattern, element.get("rel")))
        ):
            return True
        element = element.getparent()
    return False


def is_beside_picture(leaf: Leaf) -> bool:
    """Whether a leaf shares a small box with a picture and with no other text."""
    size = len(leaf.text) * 1.5 + 20
    for element in (leaf.element, *islice(leaf.element.iterancestors(), 3)):
        if element.tag in ("article", "main", "body", "html") or _holds_more(element, size):
            return False
        if next(element.iter("img", "picture", "amp-img", "video"), None) is not None:
            return True
    return False


def _holds_more(element: Element, size: float) -> bool:
    """Whether an element holds more characters than that, white space round its text aside."""
    pieces, read = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        read += len(piece)
        if read > size and len("".join(pieces).strip()) > size:
            return True
    return False


def is_record(found: Sequence[Leaf], number: int) -> bool:
    """Whether a linked line is one of several that give data: a name, a colon and what belongs to it.

    A line that leads up to them stands before the first, in the same frame.
    """
    leaf, at = found[number], number - 1
    if leaf.heading or not _RECORD.match(leaf.text):
        return False
    place = frame(leaf.element)
    while at >= 0 and _RECORD.match(found[at].text) and frame(found[at].element) is place:
        at -= 1
    before = found[at]
    if at < 0 or before.is_link or frame(before.element) is not place:
        return False
    return before.text.endswith((":", "：")) or len(before.text) <= _LEAD_CHARACTERS


def frame(element: Element) -> Element:
    """The element that holds a leaf's paragraph, list, figure or table."""
    while element.tag in _FLOW and (above := element.getparent()) is not None:
        element = above
    return element


def signature(element: Element) -> tuple[str, ...]:
    """Tag and class of an element and of the three round it."""
    told: list[str] = []
    for _ in range(4):
        if element is None:
            break
        told.append(f"{element.tag}.{element.get('class') or ''}")
        element = element.getparent()
    return tuple(told)


def entry(element: Element) -> Element | None:
    """The list entry or row that an element stands in, if there is one near."""
    for _ in range(4):
        if element is None or element.tag in ("li", "tr", "dl"):
            return element
        element = element.getparent()
    return None
