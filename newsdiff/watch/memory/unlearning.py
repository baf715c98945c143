"""A module that behaves like the story again is the story: it stood for long, and then one article's changed alone.

A module changes by itself, on all pages or again and again; an editor changes the box of one article, once. What was
taken for a module because many boxes were edited on one day comes back with the first edit after.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from newsdiff.model import Cleaned
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold
from newsdiff.watch.memory.mask import Mask
from newsdiff.watch.memory.placed_text import name_of, placed_page
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory

CALM = timedelta(days=7)  # for which a slot stood in all articles, for its next change to be an editor's
NOTED_AFTER = timedelta(days=1)  # since it was last noted that a module changes by itself
LEAST_HOLDERS = 3  # articles of a pass that have the slot
MOST_SHARE = 1 / 3  # of them, in which an editor's hand changes it at once


class ShownModules(NamedTuple):
    """What stands in the modules of one article, and what stood there before: names of texts by place."""

    key: str
    now: Mapping[str, str]
    before: Mapping[str, str]


def shown_names(cleaned: Cleaned, mask: Mask) -> dict[str, str]:
    """The name of what a page shows at each place of a module."""
    text = placed_page(cleaned)
    texts: dict[str, list[str]] = {}
    for number in sorted(mask.numbers(text)):
        place = text.places[number]
        if place in mask.modules:
            texts.setdefault(place, []).append(fold(text.blocks[number].text))
    return {place: name_of("\n".join(lines)) for place, lines in texts.items()}


def packed_names(names: Mapping[str, str]) -> tuple[str, ...]:
    """Names of texts by place as the log holds them: ``("1f0c2a9e div.facts>p",)``."""
    return tuple(f"{name} {place}" for place, name in sorted(names.items()))


def unpacked_names(lines: Sequence[str]) -> dict[str, str]:
    """What ``packed_names`` wrote."""
    parts = (line.partition(" ") for line in lines)
    return {place: name for name, _, place in parts if place}


def behaviour(memory: SiteMemory, articles: Sequence[ShownModules], at: datetime) -> Iterator[Lesson]:
    """What a pass tells of a host's modules: which still change by themselves, and which is the story again."""
    for place in sorted(memory.module_places):
        slot = memory.slot(place)
        holders = [each for each in articles if place in each.now and place in each.before]
        moved = [each for each in holders if each.now[place] != each.before[place]]
        if not moved or slot.decided or slot.last is None:
            continue
        edited = len(holders) >= LEAST_HOLDERS and len(moved) <= MOST_SHARE * len(holders)
        if edited and at - slot.last >= CALM:
            yield Lesson(place, tuple(sorted(name_of(each.key) for each in moved)), back=True)
        elif at - slot.last >= NOTED_AFTER:
            yield Lesson(place)
