"""Paired blocks -> hunks in reading order of new; what was deleted stands where it stood; the words in them."""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.diff.alignment import Box, Pair
from newsdiff.diff.words import Codes, edits, whole
from newsdiff.model import Article, Block, Edit, Hunk, Level, Op, WordCounts
from newsdiff.text.tokens import count


def hunks(old: Article, new: Article, kept: Sequence[Box], moved: Sequence[Pair]) -> Iterator[Hunk]:
    """Every block of both articles in exactly one hunk; runs of equal blocks share one."""
    codes = Codes()
    gone, come = {i for i, _ in moved}, {j: i for i, j in moved}
    i = j = 0
    for x, x1, y, y1 in [*_runs(old, new, kept), (len(old.blocks), 0, len(new.blocks), 0)]:
        for n in range(i, x):
            if n not in gone:
                yield _deleted(old.blocks[n], n, j)
        for n in range(j, y):
            if n in come:
                yield _moved(old.blocks[come[n]], new.blocks[n], come[n], n, codes)
            else:
                yield _inserted(new.blocks[n], x, n)
        if x1:
            yield _aligned(old.blocks[x:x1], new.blocks[y:y1], x, y, codes)
        i, j = x1, y1


def _runs(old: Article, new: Article, kept: Sequence[Box]) -> list[Box]:
    """The boxes, neighbours of equal text made one."""
    runs: list[Box] = []
    last = False
    for a, b, c, d in kept:
        same = old.blocks[a].text == new.blocks[c].text
        if same and last and runs[-1][1] == a and runs[-1][3] == c:
            runs[-1] = runs[-1][0], b, runs[-1][2], d
        else:
            runs.append((a, b, c, d))
        last = same
    return runs


def _deleted(block: Block, i: int, j: int) -> Hunk:
    return Hunk(Op.DELETE, (block,), (), i, j, whole(block.text, Op.DELETE))


def _inserted(block: Block, i: int, j: int) -> Hunk:
    return Hunk(Op.INSERT, (), (block,), i, j, whole(block.text, Op.INSERT))


def _aligned(old: tuple[Block, ...], new: tuple[Block, ...], i: int, j: int, codes: Codes) -> Hunk:
    if len(old) == len(new):
        if old[0].text == new[0].text:
            return Hunk(Op.EQUAL, old, new, i, j)
        return Hunk(Op.REPLACE, old, new, i, j, edits(old[0].text, new[0].text, codes))
    a, b = ("\n".join(block.text for block in side) for side in (old, new))
    return Hunk(Op.SPLIT if len(old) < len(new) else Op.MERGE, old, new, i, j, edits(a, b, codes))


def _moved(old: Block, new: Block, i: int, j: int, codes: Codes) -> Hunk:
    found = edits(old.text, new.text, codes) if old.text != new.text else (Edit(Op.EQUAL, old.text, new.text, 0, 0),)
    return Hunk(Op.MOVE, (old,), (new,), i, j, found)


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
