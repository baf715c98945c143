"""Paired blocks -> hunks in reading order of new; what was deleted stands where it stood."""

from collections.abc import Iterator, Sequence

from newsdiff.diff.chain import Pair
from newsdiff.diff.words import Codes, edits, whole
from newsdiff.model import Article, Block, Edit, Hunk, Op


def hunks(old: Article, new: Article, kept: Sequence[Pair], moved: Sequence[Pair]) -> Iterator[Hunk]:
    """Every block of both articles in exactly one hunk; runs of equal blocks share one."""
    codes = Codes()
    gone, come = {i for i, _ in moved}, {j: i for i, j in moved}
    i = j = 0
    for x, y in [*kept, (len(old.blocks), len(new.blocks))]:
        for n in range(i, x):
            if n not in gone:
                block = old.blocks[n]
                yield Hunk(Op.DELETE, (block,), (), n, j, whole(block.text, Op.DELETE))
        for n in range(j, y):
            block = new.blocks[n]
            if n in come:
                yield _moved(old.blocks[come[n]], block, come[n], n, codes)
            else:
                yield Hunk(Op.INSERT, (), (block,), x, n, whole(block.text, Op.INSERT))
        if x < len(old.blocks) and y < len(new.blocks):
            yield _kept(old.blocks[x], new.blocks[y], x, y, codes)
        i, j = x + 1, y + 1


def _kept(old: Block, new: Block, i: int, j: int, codes: Codes) -> Hunk:
    if old.text == new.text:
        return Hunk(Op.EQUAL, (old,), (new,), i, j)
    return Hunk(Op.REPLACE, (old,), (new,), i, j, edits(old.text, new.text, codes))


def _moved(old: Block, new: Block, i: int, j: int, codes: Codes) -> Hunk:
    found = edits(old.text, new.text, codes) if old.text != new.text else (Edit(Op.EQUAL, old.text, new.text, 0, 0),)
    return Hunk(Op.MOVE, (old,), (new,), i, j, found)
