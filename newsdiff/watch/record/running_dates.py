"""Dates in a site's own masthead: one line in several articles, which moved on in all of them to the day of the visit.

No article's own date is that of several others before and after. Such a line stays as it was recorded.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from newsdiff.model import BlockKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold
from newsdiff.watch.gate.clock_dates import names_today
from newsdiff.watch.memory.changes import opcodes
from newsdiff.watch.memory.page_reading import PageReading
from newsdiff.watch.memory.placed_text import PlacedText, placed_page

SEVERAL_ARTICLES = 3  # that show the same line, before and after


class DateMove(NamedTuple):
    """A date line and what stands in its place; ``old_at`` and ``at`` number the blocks in both texts."""

    old_at: int
    at: int
    old: str
    new: str


def date_moves(old: PlacedText, new: PlacedText) -> list[DateMove]:
    """The date lines of a page in whose place others stand."""
    found = []
    for op, a, b, c, d in opcodes(old.texts(), new.texts()):
        if op != "replace" or b - a != d - c:
            continue
        for one, other in zip(range(a, b), range(c, d), strict=True):
            if old.blocks[one].kind is new.blocks[other].kind is BlockKind.DATE:
                found.append(DateMove(one, other, fold(old.blocks[one].text), fold(new.blocks[other].text)))
    return found


def running(pages: Iterable[tuple[PageReading, datetime]]) -> frozenset[tuple[str, str]]:
    """The date lines, before and after, that moved on in several articles of a pass to the day of their visits."""
    counts = Counter[tuple[str, str]]()
    for page, at in pages:
        moves = date_moves(page.old, placed_page(page.cleaned))
        counts.update({(move.old, move.new) for move in moves if names_today(move.new, at)})
    return frozenset(pair for pair, many in counts.items() if many >= SEVERAL_ARTICLES)


def stopped(page: PageReading, pairs: frozenset[tuple[str, str]]) -> PageReading:
    """A page on which such lines stand as they were recorded."""
    moves = [m for m in date_moves(page.old, placed_page(page.cleaned)) if (m.old, m.new) in pairs] if pairs else []
    if not moves:
        return page
    blocks = list(page.cleaned.article.blocks)
    for move in moves:
        blocks[move.at] = page.old.blocks[move.old_at]
    article = page.cleaned.article._replace(blocks=tuple(blocks))
    return page._replace(cleaned=page.cleaned._replace(article=article), mixed=True)
