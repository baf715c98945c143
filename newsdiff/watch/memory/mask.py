"""The modules of a host taken out of a text: by the place that a site's modules have, or between two blocks."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from newsdiff.model import BlockKind, Cleaned, PageToClean, Removed
from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.memory.box_dates import with_dates
from newsdiff.watch.memory.changes import alike, may_go
from newsdiff.watch.memory.inline_modules import REASON, cut, is_inline
from newsdiff.watch.memory.own_slot import NOWHERE, OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, box_of, is_named, lines_of_box, name_of, placed_page
from newsdiff.watch.memory.site_memory import SiteMemory
from newsdiff.watch.memory.wanderers import WANDERER
from newsdiff.watch.visit.messages import Cleaning

_SLACK_BLOCKS = 2  # that a module may have more than it ever had


class Mask(NamedTuple):
    """The places of a host's modules."""

    modules: frozenset[str] = frozenset()

    def numbers(self, text: PlacedText) -> dict[int, str]:
        """The blocks of a text that stand at these places, and the headings of boxes of which nothing else is left."""
        found = {n: place for n, place in enumerate(text.places) if place in self.modules and may_go(text.blocks[n])}
        found.update({number: text.places[number] for number in list(_labels(text, found))})
        return {number: text.places[number] for number in with_dates(text, found)}


class Located(NamedTuple):
    """Where an article's own module stands in a text: its blocks, and the number before which it stands or stood."""

    slot: OwnSlot
    numbers: tuple[int, ...]
    at: int


class MaskedCleaning:
    """A cleaner whose pages come without the modules of a host, and of one article."""

    def __init__(self, cleaning: Cleaning, mask: Mask, own: Sequence[OwnSlot] = ()) -> None:
        self._cleaning = cleaning
        self._mask = mask
        self._own = own

    def clean(self, page: PageToClean) -> Cleaned:
        """The article of a page without its modules; CleanError when there is none."""
        return masked(self._cleaning.clean(page), self._mask, self._own)


def remembering(cleaning: Cleaning, memory: SiteMemory) -> MaskedCleaning:
    """A cleaner whose pages come without the modules of a host."""
    return MaskedCleaning(cleaning, Mask(memory.module_places))


def masked(cleaned: Cleaned, mask: Mask, own: Sequence[OwnSlot] = ()) -> Cleaned:
    """A page without its modules, which are told among what was taken out."""
    if not (mask.modules or own):
        return cleaned
    return without_boxes(cut(cleaned, mask.modules, own).cleaned, mask, own)


def without_boxes(cleaned: Cleaned, mask: Mask, own: Sequence[OwnSlot] = ()) -> Cleaned:
    """A page without the modules that have lines of their own; those inside its lines stay."""
    text = placed_page(cleaned)
    found = mask.numbers(text)
    for each in located(text, own):
        found.update(dict.fromkeys(each.numbers, each.slot.place))
    return without(cleaned, found)


def without(cleaned: Cleaned, numbers: dict[int, str]) -> Cleaned:
    """A page without some of its blocks; ``numbers`` give the place of each."""
    if not numbers:
        return cleaned
    text = placed_page(cleaned)
    left = text.without(numbers)
    gone = tuple(Removed(text.blocks[n].text, f"{REASON} {place}") for n, place in sorted(numbers.items()))
    return cleaned._replace(
        article=cleaned.article._replace(blocks=left.blocks),
        places=left.places,
        removed=(*cleaned.removed, *gone),
        parts=left.parts,
    )


def own_slot(text: PlacedText, at: int, place: str, many: int) -> OwnSlot:
    """The slot of a module that was taken out of a text before its block ``at``."""
    texts = text.texts()
    before = name_of(texts[at - 1]) if at else NOWHERE
    return OwnSlot(place, before, name_of(texts[at]) if at < len(texts) else NOWHERE, max(1, many))


def located(text: PlacedText, own: Sequence[OwnSlot], old: PlacedText | None = None) -> list[Located]:
    """Where an article's own modules stand, those that are found; ``old``: the recorded text, without them.

    A module is looked for between the blocks that stood round it. Where one of these was edited, the recorded text
    must tell that what stands there is new.
    """
    own = [slot for slot in own if slot.place != WANDERER and not is_inline(slot.place)]
    if not own:
        return []
    names = [name_of(each) for each in text.texts()]
    many = Counter[tuple[str, str]]()
    for slot in own:
        many[slot.before, slot.after] += slot.many
    room = {slot: many[slot.before, slot.after] for slot in own}
    found = filter(None, (_located(text, names, slot, old, room[slot]) for slot in own))
    return [each._replace(numbers=tuple(with_dates(text, each.numbers))) for each in found]


def _located(
    text: PlacedText, names: Sequence[str], slot: OwnSlot, old: PlacedText | None, room: int
) -> Located | None:
    """Where a module stands; ``room``: the blocks of all that stand between the same two as it does."""
    before = -1 if slot.before == NOWHERE else _find(names, slot.before)
    after = len(names) if slot.after == NOWHERE else _find(names, slot.after)
    most = room + (0 if slot.place in text.story() else _SLACK_BLOCKS)
    if before is not None and after is not None and before < after <= before + 1 + most:
        here = tuple(n for n in range(before + 1, after) if _fits(text, n, slot))
        return (
            Located(slot, here, before + 1) if here else _moved(text, slot, most, old) or Located(slot, (), before + 1)
        )
    if moved := _moved(text, slot, most, old):
        return moved
    if old is None or (before is None) == (after is None):
        return None
    known = [block.text for block in old.blocks]
    run = range(before + 1, len(names)) if before is not None else range((after or 0) - 1, -1, -1)
    found: list[int] = []
    for _, number in zip(range(most), run, strict=False):
        if not _fits(text, number, slot) or any(alike(text.blocks[number].text, each) for each in known):
            break
        found.append(number)
    return Located(slot, tuple(sorted(found)), min(found, default=before + 1 if before is not None else after or 0))


def _moved(text: PlacedText, slot: OwnSlot, most: int, old: PlacedText | None) -> Located | None:
    """Where a box with a name of its own stands now, if it is the only one, and was not in the recorded text."""
    if old is None or slot.place in old.places:
        return None
    lines = lines_of_box(text, slot.place) if is_named(slot.place) and slot.place not in text.story() else []
    fit = tuple(n for n in lines if may_go(text.blocks[n]))
    return Located(slot, fit, fit[0]) if 0 < len(fit) <= most else None


def _fits(text: PlacedText, number: int, slot: OwnSlot) -> bool:
    place = text.places[number]
    return (place == slot.place or box_of(place) == box_of(slot.place) != "") and may_go(text.blocks[number])


def _find(names: Sequence[str], name: str) -> int | None:
    return names.index(name) if name in names else None


def _labels(text: PlacedText, found: Collection[int]) -> Iterator[int]:
    """The headings of boxes of which nothing is left."""
    for number in found:
        label, box = number - 1, text.places[number].rpartition(">")[0]
        if label < 0 or label in found or not box or text.blocks[label].kind is not BlockKind.HEADING:
            continue
        inside = [n for n, place in enumerate(text.places) if place.startswith(f"{box}>") or place == box]
        if label in inside and all(n == label or n in found for n in inside):
            yield label
