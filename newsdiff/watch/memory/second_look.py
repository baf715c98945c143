"""Two readings of one page, moments apart: what differs between them changes by itself, and is no edit.

The parts that both readings have are the page; in the place of the others stands what was recorded there. Where the
story itself differs (a paragraph that is told otherwise, another headline) nobody can say yet what the page says.
"""

from collections.abc import Iterator, Sequence

from newsdiff.model import UNKNOWN_PLACE, Block, BlockKind
from newsdiff.named_tuple import NamedTuple
from newsdiff.watch.memory.box_dates import with_dates
from newsdiff.watch.memory.changes import (
    LONG_WORDS,
    SlotChange,
    alike,
    may_go,
    opcodes,
    slot_change,
    with_box_dates,
    without_numbers,
    words,
)
from newsdiff.watch.memory.placed_text import PlacedText

ONE_PAGE_SHARE = 0.5  # of the characters that two readings share; with less, the second is another page
_STORY_KINDS = (BlockKind.HEADLINE, BlockKind.DEK)


class Settled(NamedTuple):
    """What two readings of a page agree on.

    ``slots`` changed by themselves (numbered in the recorded text and in this one); ``tellings`` are both readings
    where the story itself differs between them, ``firm`` where that is a headline or the like, and no slot.
    """

    text: PlacedText
    slots: tuple[SlotChange, ...] = ()
    tellings: tuple[PlacedText, ...] = ()
    firm: bool = False


class _Gap(NamedTuple):
    """A place at which the readings differ: how many common blocks stand before it, and what each reading has there."""

    at: int
    first: PlacedText
    second: PlacedText

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What both readings have there."""
        return (*self.first.blocks, *self.second.blocks)

    @property
    def place(self) -> str:
        """The place of its blocks, if they have but one."""
        known = {*self.first.places, *self.second.places}
        return known.pop() if len(known) == 1 else UNKNOWN_PLACE


def settle(old: PlacedText, first: PlacedText, second: PlacedText) -> Settled:
    """What two readings agree on; ``old`` is the recorded text. A second reading of another page tells nothing."""
    if old.texts() == second.texts():
        return _as_recorded(old, first)
    stable, gaps = _common(first, second)
    if not gaps or _size(stable.blocks) < ONE_PAGE_SHARE * max(_size(first.blocks), _size(second.blocks)):
        return Settled(first)
    recorded = _recorded_at(old, stable, gaps)
    fills = [_fill(old, at, gap) for gap, at in zip(gaps, recorded, strict=True)]
    text, places = _filled(stable, gaps, fills), first.story() | old.story()
    story = [_is_story(gap, fill.blocks, places) for gap, fill in zip(gaps, fills, strict=True)]
    slots = tuple(_slots(old, text, gaps, recorded, story))
    if not any(story):
        return Settled(text, slots)
    cases = list(zip(gaps, fills, story, strict=True))
    tellings = (
        _filled(stable, gaps, [gap.first if own else fill for gap, fill, own in cases]),
        _filled(stable, gaps, [gap.second if own else fill for gap, fill, own in cases]),
    )
    firm = any(own and not all(map(may_go, gap.blocks)) for gap, own in zip(gaps, story, strict=True))
    return Settled(text, slots, tellings, firm)


def _as_recorded(old: PlacedText, first: PlacedText) -> Settled:
    """The second reading is as it was recorded: what the first one has instead changes by itself."""
    places = list(old.places)
    for op, a, b, c, d in opcodes(old.texts(), first.texts()):
        if op == "equal":
            places[a:b] = first.places[c:d]
    return Settled(PlacedText(old.blocks, tuple(places)))


def _common(first: PlacedText, second: PlacedText) -> tuple[PlacedText, list[_Gap]]:
    """The blocks that both readings have, and where others stand among them."""
    kept: list[int] = []
    gaps: list[_Gap] = []
    for op, a, b, c, d in opcodes(first.texts(), second.texts()):
        if op == "equal":
            kept += range(a, b)
        else:
            gaps.append(_Gap(len(kept), _cut(first, range(a, b)), _cut(second, range(c, d))))
    return _cut(first, kept), gaps


def _recorded_at(old: PlacedText, stable: PlacedText, gaps: Sequence[_Gap]) -> list[tuple[int, ...]]:
    """The numbers of the recorded blocks that stand in the place of each gap."""
    found: list[tuple[int, ...]] = [()] * len(gaps)
    for op, a, b, c, d in opcodes(old.texts(), stable.texts()):
        here = [number for number, gap in enumerate(gaps) if c <= gap.at <= d]
        if op in ("equal", "insert") or not here:
            continue
        free = list(_unmatched(old.blocks, range(a, b), stable.blocks[c:d]))
        for number in here:
            gap = gaps[number]
            many = max(len(gap.first.blocks), len(gap.second.blocks)) if c < d or len(here) > 1 else len(free)
            found[number], free = tuple(free[:many]), free[many:]
    return found


def _unmatched(old: Sequence[Block], numbers: Sequence[int], new: Sequence[Block]) -> Iterator[int]:
    """The old blocks that none of the new ones tells otherwise."""
    left = list(new)
    for number in numbers:
        like = next((other for other in left if alike(old[number].text, other.text)), None)
        if like is None:
            yield number
        else:
            left.remove(like)


def _fill(old: PlacedText, numbers: Sequence[int], gap: _Gap) -> PlacedText:
    """The recorded blocks for a gap, with the places that the page has for them."""
    text = _cut(old, numbers)
    return text._replace(places=tuple(gap.place if place == UNKNOWN_PLACE else place for place in text.places))


def _filled(stable: PlacedText, gaps: Sequence[_Gap], fills: Sequence[PlacedText]) -> PlacedText:
    """The common blocks with others in the gaps between them."""
    parts: list[PlacedText] = []
    place = 0
    for gap, fill in zip(gaps, fills, strict=True):
        parts += [_cut(stable, range(place, gap.at)), fill]
        place = gap.at
    parts.append(_cut(stable, range(place, len(stable.blocks))))
    return PlacedText(tuple(b for p in parts for b in p.blocks), tuple(x for p in parts for x in p.places))


def _slots(
    old: PlacedText,
    text: PlacedText,
    gaps: Sequence[_Gap],
    recorded: Sequence[tuple[int, ...]],
    of_story: Sequence[bool],
) -> Iterator[SlotChange]:
    """The slots that differ between the readings; each is numbered in the recorded text and in the settled one."""
    story, more = text.story(), 0
    for gap, numbers, own in zip(gaps, recorded, of_story, strict=True):
        at, more = gap.at + more, more + len(numbers)
        if not (_may_go(gap.first) and _may_go(gap.second)):
            continue
        for place in dict.fromkeys((*_places(gap.first), *_places(gap.second))):
            mine = [n for n, number in enumerate(numbers) if text.places[at + n] == place]
            before, after = [numbers[n] for n in mine], [at + n for n in mine]
            change = slot_change(place, old, text, before, after, in_story=place in story, at=at)
            change = with_box_dates(change, old, text, numbers, range(at, more + gap.at))
            many = max(gap.first.places.count(place), gap.second.places.count(place))
            told = "\n".join(b.text for b, p in zip(gap.first.blocks, gap.first.places, strict=True) if p == place)
            yield change._replace(by_reading=True, many=many, new=told, partial=own, small=False)


def _may_go(text: PlacedText) -> bool:
    """Whether what one reading has at a gap may be a module's; a date in a box goes with its other lines."""
    mine = [n for n, block in enumerate(text.blocks) if may_go(block)]
    return len(with_dates(text, mine)) == len(text.blocks)


def _places(text: PlacedText) -> Iterator[str]:
    return (place for block, place in zip(text.blocks, text.places, strict=True) if may_go(block))


def _is_story(gap: _Gap, recorded: Sequence[Block], story: frozenset[str]) -> bool:
    """Whether the story itself differs at a gap, and neither reading is as it was recorded."""
    old = [block.text for block in recorded]
    if any(old == [block.text for block in reading.blocks] for reading in (gap.first, gap.second)):
        return False
    if any(block.kind in _STORY_KINDS for block in gap.blocks):
        return True
    if gap.place not in story and gap.place != UNKNOWN_PLACE:
        return False
    pairs = [(one, other) for one in gap.first.blocks for other in (*gap.second.blocks, *recorded)]
    return any(_tells_otherwise(one.text, other.text) for one, other in pairs)


def _tells_otherwise(one: str, other: str) -> bool:
    """Whether two texts are tellings of one paragraph, and differ in more than numbers."""
    least = min(len(words(one)), len(words(other)))
    return least >= LONG_WORDS and alike(one, other) and without_numbers(one) != without_numbers(other)


def _cut(text: PlacedText, numbers: Sequence[int]) -> PlacedText:
    return PlacedText(tuple(text.blocks[n] for n in numbers), tuple(text.places[n] for n in numbers))


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
