"""Credits of pictures: whose a picture is, which is no byline, and by itself no caption."""

import re

from newsdiff.clean.lines.stamps import WORD
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language.lists import phrases
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_CREDIT_WORDS = 8  # words of a credit that tells nothing of the picture
_CREDIT = lazy_pattern(
    r"(?:^|[\s_-])(?:credits?|copyright|photo(?:s|graph|grapher)?|figcaption|caption|image-source)(?:$|[\s_-])",
    re.IGNORECASE,
)


def is_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose picture stands beside it, by its markup, its sign or its first word."""
    return leaf.kind is BlockKind.CAPTION or opens_as_credit(leaf.text) or markup.marked(leaf, _CREDIT)


def is_bare_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose a picture is and nothing of what it shows."""
    return len(WORD.findall(leaf.text)) <= _CREDIT_WORDS and opens_as_credit(leaf.text)


def opens_as_credit(text: str) -> bool:
    """Whether a text begins as a credit does: with the sign, or with a word for a picture or its maker."""
    bare = text.lower().lstrip("([ ")
    first = WORD.match(bare)
    return bare.startswith("©") or (first is not None and first[0] in phrases("credits"))
