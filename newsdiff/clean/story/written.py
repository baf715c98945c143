"""The blocks of an article as they are gathered, and what was taken out: both grow as the page is walked through."""

from collections.abc import Collection

from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.fields.shown_dates import post_stamp, shown_date
from newsdiff.clean.lines import date_lines, patterns
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import Block, BlockKind, Removed

_LABEL_WORDS = 4  # a line of fewer words above a citation is its label


class Written:
    """What is kept of a page, in reading order, and what goes."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.removed: list[Removed] = []
        self.seen: set[BlockKind] = set()

    def keep(self, kind: BlockKind, text: str) -> None:
        """Add a block; one that only tells a date is a date."""
        whole, text = text, date_lines.without_times(text)
        if not text:
            self.drop(whole, "relative time")
            return
        if kind in (BlockKind.DATE, BlockKind.PARAGRAPH) and date_lines.is_date(text):
            kind, text = BlockKind.DATE, date_lines.bare_date(text)
        self.blocks.append(Block(kind, text))
        self.seen.add(kind)

    def drop(self, text: str, why: str) -> None:
        """Leave a text out; above a citation its label goes with it."""
        last = self.blocks[-1] if self.blocks else None
        labelled = why == "citation" and last and last.kind is BlockKind.PARAGRAPH
        if labelled and last and len(patterns.words(last.text)) < _LABEL_WORDS:
            self.removed.append(Removed(self.blocks.pop().text, why))
        self.removed.append(Removed(text, why))

    def byline(self, byline: Byline) -> None:
        """Add a byline and the dates beside it."""
        self.keep(BlockKind.BYLINE, byline.text)
        for date in byline.dates:
            self.keep(BlockKind.DATE, date)
        self.removed += byline.removed

    def shows_date(self, leaf: Leaf, kinds: Collection[BlockKind] = (BlockKind.PARAGRAPH,)) -> bool:
        """Keep the dates of a leaf that shows these and little else, and tell whether it does."""
        date, beside = shown_date(leaf, kinds)
        if date:
            self.keep(BlockKind.DATE, date)
            self.removed += beside
        return bool(date)

    def shows_post(self, leaf: Leaf) -> bool:
        """Keep the time of a post of which a leaf tells no more than that and the writer, and tell whether it does."""
        time, beside = post_stamp(leaf)
        if time:
            self.keep(BlockKind.DATE, time)
            self.removed += beside
        return bool(time)

    def log(self, date: str, text: str) -> None:
        """Add a line of the page's own update log, its date before it: "22 March 2021: Image updated"."""
        date = date_lines.bare_date(date)
        if self.blocks and self.blocks[-1] == Block(BlockKind.DATE, date):
            self.blocks.pop()
        self.keep(BlockKind.CORRECTION, f"{date}: {text}")

    def drop_orphans(self) -> None:
        """A heading under which nothing is left was one of furniture."""
        notes = []
        while self.blocks and self.blocks[-1].kind in (BlockKind.CORRECTION, BlockKind.DATE):
            notes.append(self.blocks.pop())
        while self.blocks and self.blocks[-1].kind is BlockKind.HEADING:
            self.removed.append(Removed(self.blocks.pop().text, "heading without text"))
        self.blocks.extend(reversed(notes))
