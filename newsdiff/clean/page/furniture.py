"""Which leaf is furniture, by its position and shape."""

from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.lines.labels import is_label
from newsdiff.clean.page.furniture_boxes import PICTURES
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.language.dates import spans
from newsdiff.model import BlockKind
from newsdiff.text.lazy_pattern import lazy_pattern

_CITATION_CHARACTERS = 500
_HOST = lazy_pattern(r"(?:https?:)?//([^/?#:]+)")


def reason(leaf: Leaf, host: str = "") -> str:
    """Why a leaf of a page of ``host`` is furniture wherever it stands, or the empty string."""
    text = leaf.text
    if patterns.is_correction(text):
        return ""
    if not any(map(str.isalnum, text)):
        return "ornament"
    if is_label(text):
        return "label"
    if patterns.is_promo(text, linked=leaf.link_share >= 0.5):
        return "promo"
    if leaf.link_share >= 0.5 and patterns.is_tag_line(text):
        return "tags"
    if date_lines.is_relative_time(text) or date_lines.is_reading_time(text):
        return "relative time"
    if leaf.kind is not BlockKind.ROW and host and _is_citation(text, host):
        return "citation"
    if leaf.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and (
        patterns.is_counter(text) or patterns.is_position(text)
    ):
        return "counter"
    if leaf.kind is not BlockKind.LIST_ITEM and patterns.is_request(text):
        return "request"
    if leaf.kind is not BlockKind.ROW and patterns.is_ticker(text):
        return "ticker"
    return "link" if leaf.is_link and _points_elsewhere(leaf, host) else ""


def _is_citation(text: str, host: str) -> bool:
    """Whether a line tells how to cite the page: it spells the page's own address out, and two days."""
    at = text.find("://")
    if at < 0 or len(text) > _CITATION_CHARACTERS or _site(host) not in text[at:].lower():
        return False
    return len(list(spans(text))) >= 2 and not patterns.is_statement(text)


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])


def _points_elsewhere(leaf: Leaf, host: str) -> bool:
    """Whether a leaf that is all link is the title of another page of the site.

    It is not when it is a sentence, the caption of a linked picture, or leads to another site: that is a reference.
    """
    if leaf.kind is BlockKind.PARAGRAPH:
        return not patterns.is_statement(leaf.text) and not _is_reference(leaf, host)
    if leaf.kind is BlockKind.QUOTE:
        return not patterns.is_sentence(leaf.text)
    return leaf.kind is BlockKind.CAPTION and not patterns.is_statement(leaf.text) and not _is_picture_link(leaf)


def _targets(leaf: Leaf) -> list[str]:
    chain = [leaf.element, *leaf.element.iterancestors("a"), *leaf.element.iter("a")]
    return [(a.get("href") or "").strip().lower() for a in chain if a.tag == "a"]


def _is_picture_link(leaf: Leaf) -> bool:
    targets = [target.split("?")[0] for target in _targets(leaf)]
    return any(target.endswith((*PICTURES, "#")) or not target for target in targets)


def _is_reference(leaf: Leaf, host: str) -> bool:
    """Whether a title of some words leads to another site."""
    if not host or len(patterns.words(leaf.text)) < 4:
        return False
    targets = [target for target in _targets(leaf) if target]
    return bool(targets) and all(_is_foreign(target, host) for target in targets)


def _is_foreign(target: str, host: str) -> bool:
    match = _HOST.match(target)
    return match is not None and match[1].split(".")[-2:] != host.split(".")[-2:]
