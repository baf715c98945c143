"""Which leaf is furniture, by its position and shape."""

from newsdiff.clean import shapes
from newsdiff.clean.labels import is_label
from newsdiff.clean.leaves import Leaf
from newsdiff.model import BlockKind


def reason(leaf: Leaf) -> str:
    """Why a leaf is furniture wherever it stands, or the empty string."""
    text = leaf.text
    if shapes.is_correction(text):
        return ""
    if not any(map(str.isalnum, text)):
        return "ornament"
    if is_label(text):
        return "label"
    if shapes.is_promo(text, linked=leaf.link_share >= 0.5):
        return "promo"
    if leaf.link_share >= 0.5 and shapes.is_tag_line(text):
        return "tags"
    if shapes.is_relative_time(text) or shapes.is_reading_time(text):
        return "relative time"
    if shapes.is_counter(text) or (leaf.kind is BlockKind.PARAGRAPH and shapes.is_position(text)):
        return "counter"
    if leaf.kind is not BlockKind.LIST_ITEM and shapes.is_request(text):
        return "request"
    if leaf.kind is not BlockKind.ROW and shapes.is_ticker(text):
        return "ticker"
    return "link" if leaf.is_link and _points_elsewhere(leaf) else ""


def _points_elsewhere(leaf: Leaf) -> bool:
    """Whether a leaf that is all link is the title of another page: no sentence, and no caption of a linked picture."""
    if leaf.kind is BlockKind.PARAGRAPH:
        return not shapes.is_statement(leaf.text)
    if leaf.kind is BlockKind.QUOTE:
        return not shapes.is_sentence(leaf.text)
    return leaf.kind is BlockKind.CAPTION and not shapes.is_statement(leaf.text) and not _is_picture_link(leaf)


def _is_picture_link(leaf: Leaf) -> bool:
    chain = [leaf.element, *leaf.element.iterancestors("a"), *leaf.element.iter("a")]
    targets = [(a.get("href") or "").split("?")[0].lower() for a in chain if a.tag == "a"]
    return any(target.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", "#")) or not target for target in targets)
