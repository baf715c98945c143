"""A module that behaves like the story again is the story: it stood for long, and then one article's changed alone.

A module changes by itself, on all pages or again and again; an editor changes the box of one article, once. What was
taken for a module because many boxes were edited on one day comes back when they stood for some days, as the edit that
it was, once; what changes again in the meantime, or says the same in many articles, is none of the story's.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from newsdiff.model import Cleaned
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold
from newsdiff.watch.memory.changes import SlotChange
from newsdiff.watch.memory.mask import Mask
from newsdiff.watch.memory.placed_text import name_of, placed_page
from newsdiff.watch.memory.site_memory import Lesson, SiteMemory

CALM = timedelta(days=7)  # for which a slot stood in all articles, for its next change to be an editor's
STANDS = timedelta(days=3)  # for which a slot stood that changed in one pass only: no news of a day or a week-end do
NOTED_AFTER = timedelta(days=1)  # since it was last noted that a module changes by itself
LEAST_HOLDERS = 3  # articles of a pass that have the slot
MOST_SHARE = 1 / 3  # of them, in which an editor's hand changes it at once
OWN_SHARE = 0.5  # of them, in which it says something of its own; more than this
NOTHING = ("-",)  # as the log holds that a page shows no module any more


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


def returned(shown: Sequence[str], memory: SiteMemory) -> frozenset[str]:
    """The places of which a page showed a module that is none any more; ``shown`` as the log holds it."""
    return frozenset(unpacked_names(shown)) - memory.module_places if shown else frozenset()


def without_returned(changes: Sequence[SlotChange], places: Collection[str]) -> tuple[SlotChange, ...]:
    """The changes of a text without what comes back into it: boxes that were taken for modules at these places."""
    boxes = {place.rpartition(">")[0] or place for place in places}
    back = (not c.old and any(c.place == box or c.place.startswith(f"{box}>") for box in boxes) for c in changes)
    return tuple(change for change, is_back in zip(changes, back, strict=True) if not is_back)


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
        if slot.decided or slot.last is None:
            continue
        calm, few = at - slot.last, len(holders) >= LEAST_HOLDERS and len(moved) <= MOST_SHARE * len(holders)
        own = len({each.now[place] for each in holders}) > OWN_SHARE * len(holders)
        if few and ((moved and calm >= CALM) or (slot.once and own and calm >= STANDS)):
            yield Lesson(place, tuple(sorted(name_of(each.key) for each in moved or holders)), back=True)
        elif moved and (calm >= NOTED_AFTER or (slot.once and not few)):
            yield Lesson(place)
