"""Dates and times that stand in a box beside the story, such as the length of a video: they go with its other lines.

A date is never a module by itself. One of a box is a bare time, or stands among the story's paragraphs.
"""

from collections.abc import Collection, Iterator

from newsdiff.clean.lines.stamps import is_clock
from newsdiff.model import BlockKind
from newsdiff.watch.memory.placed_text import PlacedText, box_of


def with_dates(text: PlacedText, numbers: Collection[int]) -> list[int]:
    """The numbers of some lines of a text, with those of the dates next to them in their boxes."""
    return sorted({*numbers, *_dates(text, numbers)})


def _dates(text: PlacedText, numbers: Collection[int]) -> Iterator[int]:
    for number in numbers:
        box = box_of(text.places[number])
        for step in (-1, 1):
            beside = number + step
            while box and 0 <= beside < len(text.blocks) and box_of(text.places[beside]) == box:
                if text.blocks[beside].kind is not BlockKind.DATE or not _is_loose(text, beside):
                    break
                yield beside
                beside += step


def _is_loose(text: PlacedText, number: int) -> bool:
    """Whether a date is not the article's own."""
    if is_clock(text.blocks[number].text):
        return True
    story = text.story()
    return not story.isdisjoint(text.places[:number]) and not story.isdisjoint(text.places[number + 1 :])
