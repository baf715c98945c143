"""Plain paragraphs that stand at another place of the story at each visit, in other words: a pharmacy on duty.

No place tells them, but what they do: one went, and one came elsewhere, while the rest stood. Of one that is known the
article remembers what it said last: what stands there again did not wander, and is the story's.
"""

from collections.abc import Iterator, Sequence

from newsdiff.model import BlockKind
from newsdiff.watch.memory.changes import ANYWHERE, SlotChange, alike, may_go
from newsdiff.watch.memory.own_slot import NOWHERE, OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, name_of

WANDERER = "(wandering)"  # in the place of an article's own module that has none
WANDERS = f"{WANDERER}{ANYWHERE}"  # the key of one that went from one place and came at another
GUEST = f"{WANDERER}+{ANYWHERE}"  # the key of one that came where none went
_MOST_LINES = 4  # of one
_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING)


def wandering(
    found: Sequence[SlotChange], read: Sequence[SlotChange], old: PlacedText, new: PlacedText
) -> tuple[SlotChange, ...]:
    """The changes of a text, those of a wanderer with its key; ``read`` are those between two readings.

    Where paragraphs of the story differ between the readings, one that went from the recorded text is the same.
    """
    plain = [c for c in found if not (c.is_replaced or c.rest or c.doubtful) and _is_plain(c, old, new)]
    gone, come = [c for c in plain if c.old], [c for c in plain if c.new]
    if len(gone) > 1 or len(come) > 1 or any(c.is_replaced and not (c.rest or c.partial) for c in found):
        return tuple(found)
    if gone and come:
        told = alike(gone[0].old, come[0].new)  # as an editor does who moves a paragraph and brings it up to date
        return tuple(c._replace(keys=(*c.keys, WANDERS), partial=told) if c in plain else c for c in found)
    if come:
        return tuple(c._replace(keys=(*c.keys, GUEST)) if c in come else c for c in found)
    if gone and any(_is_read(c) for c in read):
        return tuple(c._replace(keys=(*c.keys, WANDERS), by_reading=True) if c in gone else c for c in found)
    return tuple(found)


def own_wanderer(change: SlotChange) -> OwnSlot:
    """What an article remembers of its wanderer."""
    return OwnSlot(WANDERER, name_of(change.new), NOWHERE, change.many)


def said_last(own: Sequence[OwnSlot]) -> frozenset[str]:
    """The names of what the wanderers of an article said last."""
    return frozenset(slot.before for slot in own if slot.place == WANDERER)


def visits(changes: Sequence[SlotChange]) -> Iterator[tuple[str, str]]:
    """The names of what a wanderer said and says, where one does in an article."""
    mine = [c for c in changes if WANDERS in c.keys and not c.partial]
    yield from zip([name_of(c.old) for c in mine if c.old], [name_of(c.new) for c in mine if c.new], strict=False)


def _is_plain(change: SlotChange, old: PlacedText, new: PlacedText) -> bool:
    blocks = [*(old.blocks[n] for n in change.old_at), *(new.blocks[n] for n in change.new_at)]
    known = {*(old.places[n] for n in change.old_at), *(new.places[n] for n in change.new_at)}
    story = old.story() | new.story()
    among = all(place in story or place.rpartition(">")[2] == "p" for place in known)
    return among and len(blocks) <= _MOST_LINES and all(b.kind in _KINDS and may_go(b) for b in blocks)


def _is_read(change: SlotChange) -> bool:
    """Whether a change between two readings is of a paragraph that the recorded text does not have there."""
    return not (change.old or change.partial or change.doubtful) and change.many <= _MOST_LINES
