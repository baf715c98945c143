"""Article, Article -> Diff: blocks paired, moves seen, words compared. The only user of diff-match-patch."""

from newsdiff.diff.hunks import hunks, tally
from newsdiff.diff.moved_sentences import carried
from newsdiff.diff.pairing import pair
from newsdiff.diff.splits import grown
from newsdiff.model import Article, Diff

__all__ = ["diff"]


def diff(old: Article, new: Article) -> Diff:
    """Compare two articles block by block, and changed blocks word by word."""
    kept, moved = pair(old.blocks, new.blocks)
    boxes = grown(old.blocks, new.blocks, kept, moved)
    found = carried(tuple(hunks(old, new, boxes, moved)))
    return Diff(old, new, found, tally(found))
