"""What is larger than people write is judged in portions: so that no rule costs more than its square of a portion.

Rules look at a sentence's words beside one another, and at a paragraph's sentences and values likewise. That is cheap
for what people write, and a denial of service for a page that holds ``he said`` eight thousand times without a full
stop. A sentence has at most so many tokens, a passage so many sentences and characters; beyond, it is cut where both
sides say the same, so that what changed stands beside what it became.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.sentences import sentences
from newsdiff.model import Block, Edit, Hunk, Op
from newsdiff.text.lazy_pattern import lazy_pattern

MOST_TOKENS = 200  # of a sentence; of 110,000 of the press 50 have more, and these are lists and code
MOST_SENTENCES = 64  # of a passage; no paragraph of the same texts has more than 34
MOST_CHARACTERS = 12_000  # of a passage
_BRIEF_CHARACTERS = 400  # a sentence of so many is never long
_PORTION_CHARACTERS = 1_000  # of what is cut, about
_BULLET = lazy_pattern(r"(?<=[.!?]) (?=• )")
_TICKER = lazy_pattern(r" ?\+\+\+ ?")  # between the items of one
_END = lazy_pattern(r"[.!?][\"'”’)]* ")

Cut = tuple[int, int]
"""A place in the old text of a hunk and the place in its new text where both are cut."""


def brief_sentences(text: str) -> list[str]:
    """The sentences of a block, long ones in pieces; a bullet behind a full stop begins one, two spaces do, and what
    stands between the items of a ticker.
    """
    if "  " in text:
        text = " ".join(text.split())
    items = [item for item in _TICKER.split(text) if item] if "+++" in text else []
    found = [sentence for item in items or (text,) for sentence in sentences(item)]
    if "•" in text:
        found = [part for sentence in found for part in _BULLET.split(sentence)]
    if max(map(len, found), default=0) <= _BRIEF_CHARACTERS:
        return found
    return [piece for sentence in found for piece in _pieces(sentence)]


def _pieces(sentence: str) -> Iterator[str]:
    if len(sentence) <= _BRIEF_CHARACTERS or not _long(sentence):
        yield sentence
        return
    tokens = Tokens(sentence)
    starts = [*tokens.start[::MOST_TOKENS], len(sentence)]
    yield from (sentence[a:b].rstrip(" ") for a, b in pairwise(starts))


def is_immense(blocks: Sequence[Block]) -> bool:
    """Whether a side of a hunk is more than a passage may be, or holds a sentence of more tokens than one has."""
    if sum(len(b.text) for b in blocks) > MOST_CHARACTERS:
        return True
    texts = [b.text for b in blocks if len(b.text) > _BRIEF_CHARACTERS]
    long = [s for text in texts for s in text.split(". ")]  # sentences, nearly: a quick look
    if len(long) > MOST_SENTENCES:
        return True
    return max(map(len, long), default=0) > _BRIEF_CHARACTERS and any(
        len(s) > _BRIEF_CHARACTERS and _long(s) for s in long
    )


@lru_cache(maxsize=8)  # a block that is one sentence is asked about as a block, and as a sentence
def _long(sentence: str) -> bool:
    """Whether a sentence has more tokens than one may; those of most are bounded by their words, and not cut."""
    most = sum([1 if word.isalpha() else 2 if word[:-1].isalpha() else len(word) for word in sentence.split()])
    return most > MOST_TOKENS and len(Tokens(sentence)) > MOST_TOKENS


def portions(hunk: Hunk) -> Iterator[Hunk]:
    """A hunk with both sides, in portions that hold a change each."""
    texts = hunk.old_text, hunk.new_text
    edits = hunk.edits or (Edit(Op.REPLACE, *texts, 0, 0),)
    cuts = [(0, 0), *_cuts(edits), (len(texts[0]), len(texts[1]))]
    sides = [_Blocks(blocks, first) for blocks, first in ((hunk.old, hunk.old_index), (hunk.new, hunk.new_index))]
    at = 0
    for (i, j), (x, y) in pairwise(cuts):
        found, at = _clipped(edits, at, (i, j), (x, y))
        if any(e.op is not Op.EQUAL for e in found):
            (old, a), (new, b) = sides[0].between(i, x), sides[1].between(j, y)
            op = hunk.op if old and new else Op.DELETE if old else Op.INSERT
            yield Hunk(op, old, new, a, b, found if hunk.edits else ())


def _cuts(edits: Sequence[Edit]) -> Iterator[Cut]:
    """Where a hunk is cut: in what both sides have, at a sentence's end or a space; a long change all the same."""
    i = j = 0
    for e in edits:
        size, long = _PORTION_CHARACTERS, max(len(e.old), len(e.new))
        if e.op is Op.EQUAL:
            while (at := max(0, min(i + size - e.old_start, j + size - e.new_start))) < long:
                end = _END.search(e.new, at, at + size)
                at = end.end() if end else e.new.find(" ", at, at + size) + 1 or at + 1
                i, j = e.old_start + at, e.new_start + at
                yield i, j
        elif long > 2 * size:
            parts = long // size
            for n in range(1, parts):
                i, j = e.old_start + n * len(e.old) // parts, e.new_start + n * len(e.new) // parts
                yield i, j


def _clipped(edits: Sequence[Edit], at: int, start: Cut, end: Cut) -> tuple[tuple[Edit, ...], int]:
    """The edits from one cut to the next, their places counted from the first; and the edit that goes on behind it."""
    found, (i, j), (x, y) = list[Edit](), start, end
    while at < len(edits):
        e = edits[at]
        old = e.old[max(0, i - e.old_start) : max(0, x - e.old_start)]
        new = e.new[max(0, j - e.new_start) : max(0, y - e.new_start)]
        if old or new:
            op = e.op if (old and new) or e.op is Op.EQUAL else Op.DELETE if old else Op.INSERT
            places = max(0, e.old_start - i), max(0, e.new_start - j)
            found.append(Edit(op, old, new, *places, e.level, e.moved))
        if e.old_start + len(e.old) > x or e.new_start + len(e.new) > y:
            break
        at += 1
    return tuple(found), at


class _Blocks:
    """The blocks of one side of a hunk, by their places in its text."""

    def __init__(self, blocks: Sequence[Block], first: int) -> None:
        self._blocks, self._first = blocks, first
        self._starts = [0]
        for block in blocks:
            self._starts.append(self._starts[-1] + len(block.text) + 1)

    def between(self, start: int, end: int) -> tuple[tuple[Block, ...], int]:
        """The blocks, or what of them stands between two places, and the index of the first."""
        first = min(bisect_right(self._starts, start), len(self._blocks)) - 1
        found, at = list[Block](), first
        while at < len(self._blocks) and self._starts[at] < end:
            block, begin = self._blocks[at], self._starts[at]
            found.append(Block(block.kind, block.text[max(0, start - begin) : end - begin]))
            at += 1
        kept = [n for n, block in enumerate(found) if block.text]
        return (
            (tuple(found[kept[0] : kept[-1] + 1]), self._first + first + kept[0]) if kept else ((), self._first + first)
        )
