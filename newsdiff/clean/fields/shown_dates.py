"""Dates, times and ages as a page shows them above its text: told from what stands in one leaf with them."""

from collections.abc import Collection
from dataclasses import replace

from newsdiff.clean.fields.pieces import pieces, runs, spaced
from newsdiff.clean.lines import date_lines
from newsdiff.clean.lines.stamps import is_ago, is_beside, stamp
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind, Removed
from newsdiff.text.scrub import squeeze


def shown_date(leaf: Leaf, kinds: Collection[BlockKind] = (BlockKind.PARAGRAPH,)) -> tuple[str, list[Removed]]:
    """The dates of a leaf that shows dates and little else, and what stands beside them; empty where it is none.

    Where the words beside a date are not known, only a leaf of those ``kinds`` is one.
    """
    if date_lines.is_date(leaf.text):
        return leaf.text, []
    if leaf.heading or leaf.kind not in kinds or not stamp(spaced(leaf)):
        return "", []
    parts = pieces(leaf)
    told = [part for part in parts if stamp(part.text) or is_beside(part.text)]
    if not told:
        return spaced(leaf), []
    text = squeeze(date_lines.without_ages(" ".join(runs(leaf, told)))).strip(" |·•,:–—-")
    return text, [Removed(part.text, "beside a date") for part in parts if part not in told]


def without_ages(leaf: Leaf, language: str | None) -> tuple[Leaf, list[Removed]]:
    """A leaf without pieces that tell how long ago something was, by the language's own words; empty text for none."""
    parts = pieces(leaf)
    ages = [part for part in parts if is_ago(part.text, language)]
    if not ages:
        return leaf, []
    text = " ".join(part.text for part in parts if part not in ages)
    return replace(leaf, text=text), [Removed(part.text, "relative time") for part in ages]
