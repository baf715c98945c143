"""Lines beside the story that stand in one box, or behind one line: what changes there with a module is of that module.

A box that is built otherwise at each visit has no place of its own, but it stands behind the same line of the story.
"""

from collections.abc import Collection, Iterable, Iterator

from newsdiff.text.typography import fold
from newsdiff.watch.memory.changes import ANYWHERE, SlotChange
from newsdiff.watch.memory.own_slot import NOWHERE
from newsdiff.watch.memory.placed_text import PlacedText, is_named, name_of

BEHIND = "(behind)"  # at the head of the key of what stands behind a line that stood

_MOST_LINES = 20  # of a box that a site puts beside a story


def boxed(changes: Iterable[SlotChange], old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    """The changes, each with the box in which it stands, and those beside the story with the line behind which."""
    found, story = tuple(changes), new.story() | old.story()
    gone, come = {n for c in found for n in c.old_at}, {n for c in found for n in c.new_at}
    return tuple(_boxed(c, new, come, story) if c.new_at else _boxed(c, old, gone, story) for c in found)


def enclosing(place: str, text: PlacedText, story: frozenset[str]) -> str:
    """The widest named element round a place that holds no line of the story, and no other one stands in between.

    Empty where there is none, or where it holds too much.
    """
    return next(_boxes(place, text, story), "")


def companions(
    changes: Iterable[SlotChange], modules: Collection[SlotChange], known: Collection[str] = ()
) -> list[SlotChange]:
    """The changes that stand in one box with a module, and are none of the story; ``known``: places of modules."""
    whole = [change for change in modules if not change.rest]
    places = {*known, *(c.place for c in whole)}
    lines = {c.behind for c in whole if c.behind and not c.box}
    left = (c for c in changes if not (c in modules or c.in_story or c.doubtful or c.partial))
    return [c for c in left if (_holds(c.box, places) if c.box else c.behind in lines)]


def _holds(box: str, places: Iterable[str]) -> bool:
    return any(place == box or place.startswith(f"{box}>") for place in places)


def _boxed(change: SlotChange, text: PlacedText, changed: Collection[int], story: frozenset[str]) -> SlotChange:
    numbers = change.new_at or change.old_at
    if change.rest or not numbers:
        return change
    before = next((n for n in range(numbers[0] - 1, -1, -1) if n not in changed), None)
    behind = NOWHERE if before is None else name_of(fold(text.blocks[before].text))
    keys = change.keys
    if not (change.in_story or change.doubtful or change.partial or change.small or change.grows):
        keys = (*keys, f"{BEHIND} {behind}{ANYWHERE}")
    return change._replace(box=enclosing(change.place, text, story), behind=behind, keys=keys)


def _boxes(place: str, text: PlacedText, story: frozenset[str]) -> Iterator[str]:
    steps = place.split(">")
    for many in range(1, len(steps) + 1):
        box = ">".join(steps[:many])
        if not is_named(box):
            continue
        numbers = [n for n, each in enumerate(text.places) if each == box or each.startswith(f"{box}>")]
        together = bool(numbers) and numbers[-1] - numbers[0] == len(numbers) - 1
        if together and len(numbers) <= _MOST_LINES and story.isdisjoint(text.places[n] for n in numbers):
            yield box
