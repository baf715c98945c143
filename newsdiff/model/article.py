"""The article that was read from a page, and what was taken out of it."""

from enum import StrEnum
from typing import NamedTuple


class BlockKind(StrEnum):
    """What a reader takes a block for."""

    HEADLINE = "headline"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    ROW = "row"
    CORRECTION = "correction"


class Block(NamedTuple):
    """Text that a reader sees as one unit; one line, never empty."""

    kind: BlockKind
    text: str


class Article(NamedTuple):
    """A page cleaned down to its text: the only thing that is stored and compared."""

    url: str
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    section: str | None = None
    blocks: tuple[Block, ...] = ()
    published_guess: str | None = None  # read from the page's text, not machine-readable: never flagged
    live: bool = False  # a live blog: it is meant to change
    free: bool | None = None  # isAccessibleForFree, where the page says so

    @property
    def headline(self) -> str:
        """The first headline block's text, or the empty string."""
        return next((b.text for b in self.blocks if b.kind is BlockKind.HEADLINE), "")

    @property
    def text(self) -> str:
        """All blocks, one a line."""
        return "\n".join(b.text for b in self.blocks)


class Removed(NamedTuple):
    """Text that cleaning took out, and why."""

    text: str
    reason: str


class Cleaned(NamedTuple):
    """What cleaning gave: the article, and each piece that it took out."""

    article: Article
    removed: tuple[Removed, ...] = ()
    canonical: str | None = None  # the URL that the page calls its own, where it may be believed
    marks: tuple[str, ...] = ()  # what the gate looks at: "wall: ...", "stub: ...", "mojibake: ..."
