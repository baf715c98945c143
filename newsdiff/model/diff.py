"""What changed between two articles: spans, hunks of blocks, the whole comparison."""

from enum import StrEnum

from newsdiff.model.article import Article, Block
from newsdiff.named_tuple import NamedTuple


class Op(StrEnum):
    """What became of a span or of blocks; the first four in difflib's words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"


class Level(StrEnum):
    """How deep an edit goes."""

    TYPOGRAPHY = "typography"  # quote and dash style, NBSP, white space: hidden by default
    FORM = "form"  # spelling, case, number style, abbreviation: shown dimmed, not flagged
    SUBSTANCE = "substance"


class Edit(NamedTuple):
    """A span and what stands in its place; offsets in code points of the hunk's old and new text."""

    op: Op  # equal, insert, delete, replace
    old: str
    new: str
    old_start: int
    new_start: int
    level: Level = Level.SUBSTANCE
    moved: int | None = None  # the two halves (delete, insert) of one moved sentence share a number


class Hunk(NamedTuple):
    """Blocks and what became of them; ``old_text`` and ``new_text`` join them with a line feed.

    The edits of a hunk, joined, give both texts back. ``old_index`` and ``new_index`` are the places of its first
    block in the articles; for an insert ``old_index`` is where it would stand, and the other way round.
    """

    op: Op
    old: tuple[Block, ...]
    new: tuple[Block, ...]
    old_index: int
    new_index: int
    edits: tuple[Edit, ...] = ()

    @property
    def old_text(self) -> str:
        """The old blocks, one a line."""
        return "\n".join(b.text for b in self.old)

    @property
    def new_text(self) -> str:
        """The new blocks, one a line."""
        return "\n".join(b.text for b in self.new)


class WordCounts(NamedTuple):
    """Words (tokens that hold a letter or a digit) that came, went, and only changed their place."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0


class Diff(NamedTuple):
    """The whole comparison: hunks in reading order of new; every block of both articles stands in exactly one."""

    old: Article
    new: Article
    hunks: tuple[Hunk, ...]
    words: WordCounts = WordCounts()

    def __repr__(self) -> str:
        changed = sum(hunk.op is not Op.EQUAL for hunk in self.hunks)
        return (
            f"<Diff {changed} of {len(self.hunks)} hunks changed, +{self.words.inserted} -{self.words.deleted} words>"
        )
