"""Credits of pictures: whose a picture is, which is no byline, and by itself no caption."""

import re
from dataclasses import replace

from newsdiff.clean.lines.patterns import is_sentence
from newsdiff.clean.lines.stamps import WORD
from newsdiff.clean.page import markup
from newsdiff.clean.page.furniture_boxes import names, said
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language.lists import phrases
from newsdiff.model import BlockKind, Removed
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.scrub import squeeze

_INLINE = frozenset(("span", "small", "em", "i", "cite"))
_CREDIT_WORDS = 8  # words of a credit that tells nothing of the picture
_CREDIT = lazy_pattern(
    r"(?:^|[\s_-])(?:credits?|copyright|photo(?:s|graph|grapher)?|figcaption|caption|image-source)(?:$|[\s_-])",
    re.IGNORECASE,
)
# How the words begin that say whose a picture is, or hold it: most languages share them.
_OF_PICTURES = lazy_pattern(
    r"\b(?:(?:ph|f)oto|illustr|ilustr|infogra|graphi|gr[aá]fi|v[ií]d[eé]o|imag|immag|bild(?!ung)|billed|pictur|portr[aeä]|retrat|ritratt|artwork|visual"
    r"|[ck][aá]mera|zdj[eę]|dessin|disegn|dibuj|desenh|f[eé]nyk[eé]p|kuva(?:t|aja)?\b|g[oö]rsel|фото|иллюстр|ілюстр|снимк"
    r"|світлин|φωτ[οό]|צילום|צילומים|תצלום|تصوير|صور|عکس|फोटो|छाया|ছবি|ภาพ|ảnh)|写真|撮影|摄影|攝影|사진|图[:：片/／]|圖[:：片/／]",
    re.IGNORECASE,
)


def is_of_pictures(text: str) -> bool:
    """Whether a short line or a part of it that names somebody says that he made pictures."""
    return opens_as_credit(text) or _OF_PICTURES.search(text) is not None


def is_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose picture stands beside it, by its markup, its sign or its first word."""
    return leaf.kind is BlockKind.CAPTION or opens_as_credit(leaf.text) or markup.marked(leaf, _CREDIT)


def is_bare_credit(leaf: Leaf) -> bool:
    """Whether a leaf tells whose a picture is and nothing of what it shows."""
    return len(WORD.findall(leaf.text)) <= _CREDIT_WORDS and opens_as_credit(leaf.text)


def without_credit(leaf: Leaf) -> tuple[Leaf, list[Removed]]:
    """A paragraph without the element behind its sentence that says of itself that it is a credit, and that."""
    last = leaf.element[-1] if len(leaf.element) and leaf.kind is BlockKind.PARAGRAPH else None
    if last is None or last.tag not in _INLINE or (last.tail or "").strip() or not said(_CREDIT, names(last)):
        return leaf, []
    credit = squeeze("".join(last.itertext()))
    text = leaf.text.removesuffix(credit).rstrip()
    if not credit or text == leaf.text or not is_sentence(text):
        return leaf, []
    return replace(leaf, text=text), [Removed(credit, "credit")]


def opens_as_credit(text: str) -> bool:
    """Whether a text begins as a credit does: with the sign, or with a word for a picture or its maker."""
    bare = text.lower().lstrip("([ ")
    first = WORD.match(bare)
    return bare.startswith("©") or (first is not None and first[0] in phrases("credits"))


def names_pictures(text: str) -> bool:
    """Whether a text opens as a credit does, or with a label of which the word for a picture is known by its stem."""
    label = text.partition(" ")[0]
    return opens_as_credit(text) or (label.endswith((":", "：")) and is_of_pictures(label))
