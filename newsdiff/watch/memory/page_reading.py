"""One page of a host's batch as the memory sees it: without the known modules, settled, and compared by its slots."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from newsdiff.model import Article, Cleaned
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold
from newsdiff.watch.memory.changes import SlotChange, SlotChanges, changes
from newsdiff.watch.memory.companions import boxed
from newsdiff.watch.memory.foreign_words import told_by_words
from newsdiff.watch.memory.inline_changes import dropped, inline_changes, own_of, seen_parts, told_alike
from newsdiff.watch.memory.inline_modules import cut, recorded_without, replaced
from newsdiff.watch.memory.mask import Mask, located, own_slot, without, without_boxes
from newsdiff.watch.memory.own_slot import OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, placed, placed_page
from newsdiff.watch.memory.second_look import ONE_PAGE_SHARE, settle
from newsdiff.watch.memory.wanderers import GUEST, WANDERER, WANDERS, own_wanderer, said_last, travelling, wandering
from newsdiff.watch.state.text_identity import fingerprint, same_time


class PageReading(NamedTuple):
    """A page and the recorded text, both without the modules that were known; what differs, by slots.

    ``mixed``: the text is what two readings agree on, not that of the page's bytes; ``tellings``: fingerprints of both
    readings, where the story itself differs between them.
    """

    cleaned: Cleaned
    old: PlacedText
    changes: tuple[SlotChange, ...] = ()
    edited: bool = False
    mixed: bool = False
    tellings: tuple[str, ...] = ()
    firm: bool = False  # they differ in a headline or the like, which is no slot's
    own: tuple[OwnSlot, ...] = ()  # the article's own modules, with the neighbours that they have now


class Recorded(NamedTuple):
    """What is recorded of an article: its text with its places, its own modules, what it was read to be before."""

    article: Article
    places: tuple[str, ...] = ()
    own: tuple[OwnSlot, ...] = ()
    tellings: tuple[str, ...] = ()
    doubted: str = ""  # fingerprint of a text that waits in the quarantine


def read(first: Cleaned, second: Cleaned | None, recorded: Recorded, mask: Mask) -> PageReading:
    """A page as the memory sees it; ``second`` is what the same visit read a moment later."""
    old = placed(recorded.article, recorded.places)
    old = old.without(mask.numbers(old))
    first, own, old = _masked(first, mask, recorded.own, old)
    text = placed_page(first)
    if second is None:
        if not _teaches(old, first, recorded):
            return PageReading(first, old, edited=True, own=own)
        found = _changes(old, text, seen_parts(text))
        slots = _known_by(wandering(found.slots, (), old, text), old, text)
        return PageReading(first, old, slots, found.edited, own=own)
    again, _, old = _masked(second, mask, recorded.own, old)
    other = placed_page(again)
    seen = seen_parts(text, other)
    old, text, other, inside = dropped(old, text, other, seen)
    first, again, own = _with(first, text), _with(again, other), tuple(dict.fromkeys((*own, *inside)))
    settled = settle(old, text, other)
    read_as, tellings = text, tuple[str, ...]()
    text = settled.text
    if settled.tellings:
        names = tuple(fingerprint(first.article._replace(blocks=telling.blocks)) for telling in settled.tellings)
        back = [t for name, t in zip(names, settled.tellings, strict=True) if name in recorded.tellings]
        text, tellings = (back[0], ()) if back else (text, names)
        settled = settled._replace(slots=()) if back else settled
    agreed = _with_date(_with(first, text), second.article, recorded.article)
    mixed = agreed.article.blocks != first.article.blocks or agreed.article.published != first.article.published
    if not _teaches(old, agreed, recorded):
        return PageReading(agreed, old, settled.slots, True, mixed, tellings, settled.firm, own)
    found = _changes(old, text.with_parts_of(read_as), seen)
    slots = _known_by((*wandering(found.slots, settled.slots, old, text), *settled.slots), old, text)
    return PageReading(agreed, old, slots, found.edited, mixed, tellings, settled.firm, own)


def apply(page: PageReading, modules: Sequence[SlotChange], mask: Mask) -> PageReading:
    """The page and the recorded text without the modules that were found now; its own ones are remembered."""
    inside, modules = [c for c in modules if c.rest], [c for c in modules if not c.rest]
    page = _cut(page, inside)
    places = {n: change.place for change in modules for n in change.new_at}
    text = placed_page(page.cleaned)
    places.update(mask.numbers(text))
    left = text.without(places)
    gone = {n for change in modules for n in change.old_at} | set(mask.numbers(page.old))
    wanders = [c for c in modules if WANDERS in c.keys or (GUEST in c.keys and said_last(page.own))]
    new = tuple(_slot(left, c, places) for c in modules if c.place not in mask.modules and c not in wanders)
    new += tuple(slot for c in inside if c.place not in mask.modules for slot in own_of(c))
    now = [own_wanderer(c) for c in wanders if c.new] or [own_wanderer(c) for c in wanders if not said_last(page.own)]
    kept = (s for s in page.own if s.place not in mask.modules and not (now and s.place == WANDERER))
    own = tuple(dict.fromkeys((*kept, *new, *now)))
    held = page.firm or any(change.partial and change.by_reading and change not in modules for change in page.changes)
    tellings = page.tellings if held else ()
    cleaned, old, mixed = (
        without(page.cleaned, places),
        page.old.without(gone),
        page.mixed or any(c.new for c in wanders),
    )
    return page._replace(cleaned=cleaned, old=old, own=own, mixed=mixed, tellings=tellings)


def _changes(old: PlacedText, new: PlacedText, seen: Mapping[str, str]) -> SlotChanges:
    """What differs between the recorded text and a page, by slots; inside a line where that is all."""
    inside = inline_changes(old, new, seen)
    found = changes(told_alike(old, new, inside), new)
    return found._replace(slots=(*found.slots, *inside))


def _known_by(changes: Sequence[SlotChange], old: PlacedText, new: PlacedText) -> tuple[SlotChange, ...]:
    """The changes with what else they are known by: their words, and the boxes in which they stand."""
    return boxed(travelling(told_by_words(changes, old, new), old, new), old, new) if changes else ()


def _cut(page: PageReading, inside: Sequence[SlotChange]) -> PageReading:
    """The page and the recorded text without the modules that were found inside their lines."""
    if not inside:
        return page
    text = replaced(placed_page(page.cleaned), {c.new_at[0]: c.rest for c in inside})
    return page._replace(
        cleaned=_with(page.cleaned, text), old=replaced(page.old, {c.old_at[0]: c.rest for c in inside})
    )


def _teaches(old: PlacedText, page: Cleaned, recorded: Recorded) -> bool:
    """Whether a page tells of its host's modules: not where most of the story went, nor a text that waits already."""
    if recorded.doubted and recorded.doubted == fingerprint(page.article):
        return False
    left = Counter(fold(block.text) for block in page.article.blocks)
    told = [fold(block.text) for block in old.blocks]
    stands = sum(len(text) for text, many in (Counter(told) & left).items() for _ in range(many))
    return stands >= ONE_PAGE_SHARE * sum(map(len, told))


def _slot(left: PlacedText, change: SlotChange, gone: Collection[int]) -> OwnSlot:
    """The slot of a module between what is left of a text."""
    return own_slot(left, change.at - sum(1 for n in gone if n < change.at), change.place, change.many)


def _masked(
    cleaned: Cleaned, mask: Mask, own: Sequence[OwnSlot], old: PlacedText
) -> tuple[Cleaned, tuple[OwnSlot, ...], PlacedText]:
    """The page without the known modules, the article's own as they stand now, and the recorded text without them."""
    inside = cut(cleaned, mask.modules, own)
    old = recorded_without(old, inside.rests)
    left, now = _own(without_boxes(inside.cleaned, mask), own, old)
    return left, tuple(inside.own.get(slot, slot) for slot in now), old


def _own(cleaned: Cleaned, own: Sequence[OwnSlot], old: PlacedText) -> tuple[Cleaned, tuple[OwnSlot, ...]]:
    """The page without the article's own modules, and these with the neighbours that they have now."""
    if not own:
        return cleaned, ()
    text = placed_page(cleaned)
    found = located(text, own, old)
    gone = {n: each.slot.place for each in found for n in each.numbers}
    left = text.without(gone)
    now = {
        each.slot: own_slot(left, each.at - sum(1 for n in gone if n < each.at), each.slot.place, each.slot.many)
        for each in found
    }
    return without(cleaned, gone), tuple(now.get(slot, slot) for slot in own)


def _with(cleaned: Cleaned, text: PlacedText) -> Cleaned:
    article = cleaned.article._replace(blocks=text.blocks)
    return cleaned._replace(article=article, places=text.places, parts=text.parts)


def _with_date(first: Cleaned, second: Article, old: Article) -> Cleaned:
    """The page with the recorded date of publication, where the readings claim two."""
    one, other = first.article.published, second.published
    if not (one and other and old.published) or same_time(one, other):
        return first
    return first._replace(article=first.article._replace(published=old.published))
