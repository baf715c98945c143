"""The leaves of a piece of markup: what the cleaner's parts look at, without a page round them."""

from newsdiff.clean.page.steps import parse
from newsdiff.clean.page.text_blocks import Element, Leaf, leaves


def tree_of(markup: str, head: str = "") -> Element:
    """The tree of a page with this markup as its body."""
    return parse(f"<html lang=en><head>{head}</head><body>{markup}</body></html>")


def leaves_of(markup: str) -> list[Leaf]:
    """The lines of text that a piece of markup holds."""
    return list(leaves(tree_of(markup)))


def leaf_of(markup: str) -> Leaf:
    """Its only line of text."""
    (only,) = leaves_of(markup)
    return only
