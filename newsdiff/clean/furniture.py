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
    if shapes.is_promo(text, linked=leaf.linked >= 0.5 * len(text)):
        return "promo"
    if shapes.is_relative_time(text) or shapes.is_reading_time(text):
        return "relative time"
    if shapes.is_counter(text):
        return "counter"
    if shapes.is_request(text):
        return "request"
    if leaf.kind is not BlockKind.ROW and shapes.is_ticker(text):
        return "ticker"
    if leaf.is_link and leaf.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE) and not shapes.is_statement(text):
        return "link"
    return ""
