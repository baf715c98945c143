"""How many words came, went, and only changed their place."""

from collections.abc import Iterable

from newsdiff.model import Hunk, Level, Op, WordCounts
from newsdiff.text.tokens import count


def tally(hunks: Iterable[Hunk]) -> WordCounts:
    """The words of all edits but typographic ones; kept words of moved blocks and sentences count as moved."""
    inserted = deleted = moved = 0
    for hunk in hunks:
        for edit in hunk.edits:
            if edit.op is Op.EQUAL:
                moved += count(edit.new) if hunk.op is Op.MOVE else 0
            elif edit.moved is not None:
                moved += count(edit.new)
            elif edit.level is not Level.TYPOGRAPHY:
                inserted += count(edit.new)
                deleted += count(edit.old)
    return WordCounts(inserted, deleted, moved)
