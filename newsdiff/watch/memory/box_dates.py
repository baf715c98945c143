"""Dates and times that stand in a box beside the story, such as the length of a video: they go with its other lines.

A date is never a module by itself. One of a box is a bare time, or stands among the story's paragraphs.
"""

from collections.abc import Collection, Iterator

from newsdiff.clean.lines.stamps import is_clock
from newsdiff.model import BlockKind
from newsdiff.watch.memory.placed_text import PlacedText, box_of

_FAR_LINES = 8  # of one element, over which dates in it are found


def with_dates(text: PlacedText, numbers: Collection[int]) -> list[int]:
    """The numbers of some lines of a text, with those of the dates next to them in their boxes, or in their lists."""
    return sorted({*numbers, *_dates(text, numbers)})


def _dates(text: PlacedText, numbers: Collection[int]) -> Iterator[int]:
    for number in numbers:
        box, parent = box_of(text.places[number]), _parent(text, number)
        for step in (-1, 1) if box else ():
            for beside in range(number + step, number + step * (_FAR_LINES + 1), step):
                if not 0 <= beside < len(text.blocks) or box_of(text.places[beside]) != box:
                    break
                if text.blocks[beside].kind is BlockKind.DATE:
                    if not _is_loose(text, beside):
                        break
                    yield beside
                elif _parent(text, beside) != parent:
                    break


def _parent(text: PlacedText, number: int) -> str:
    return text.places[number].rpartition(">")[0]


def _is_loose(text: PlacedText, number: int) -> bool:
    """Whether a date is not the article's own."""
    if is_clock(text.blocks[number].text):
        return True
    story = text.story()
    return not story.isdisjoint(text.places[:number]) and not story.isdisjoint(text.places[number + 1 :])
