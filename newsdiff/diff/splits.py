"""Paragraphs that were split or merged: a pair grows over neighbours whose words stand in its other side."""

from collections.abc import Sequence, Set

from newsdiff.diff.alignment import Box, Pair
from newsdiff.diff.pairing import FIELDS
from newsdiff.diff.similarity import Bag, bag, weight, within
from newsdiff.model import Block

_INSIDE_SHARE = 0.7  # share of a neighbour's own words that must stand in the other side's block
_LEAST_LETTERS = 12  # letters that these words must have: a word or two prove nothing


def grown(old: Sequence[Block], new: Sequence[Block], kept: Sequence[Pair], moved: Sequence[Pair]) -> list[Box]:
    """The kept pairs as boxes, one of whose sides may span several blocks."""
    olds, news = ({p[side] for p in (*kept, *moved)} for side in (0, 1))
    boxes = []
    for i, j in kept:
        a, b, c, d = i, i + 1, j, j + 1
        if old[i].text != new[j].text and old[i].kind not in FIELDS:
            c, d = _grow(old[i], new, j, news)
            if d - c == 1:
                a, b = _grow(new[j], old, i, olds)
        boxes.append((a, b, c, d))
    return boxes


def _grow(whole: Block, side: Sequence[Block], at: int, taken: set[int]) -> Pair:
    """The run of free blocks around a place that are parts of ``whole``; they are then taken."""
    start, end = at, at + 1
    if not (_free(side, start - 1, taken) or _free(side, end, taken)):
        return start, end
    words, used = bag(whole.text), set(bag(side[at].text))
    while _free(side, start - 1, taken) and (own := _own(side[start - 1], words, used)):
        start -= 1
        taken.add(start)
        used |= own
    while _free(side, end, taken) and (own := _own(side[end], words, used)):
        taken.add(end)
        used |= own
        end += 1
    return start, end


def _free(side: Sequence[Block], at: int, taken: set[int]) -> bool:
    return 0 <= at < len(side) and at not in taken


def _own(block: Block, words: Bag, used: Set[str]) -> Bag:
    """The words of a block that its neighbours have not, where they show it to be a part; else none."""
    own = bag(block.text) - used
    part = block.kind not in FIELDS and weight(own) >= _LEAST_LETTERS and within(own, words) >= _INSIDE_SHARE
    return own if part else frozenset()
