"""What changed inside the lines of a text: where all that two tellings of a line differ in is one element in it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from newsdiff.model import Block, BlockKind, InlinePart
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import fold
from newsdiff.watch.memory.changes import ANYWHERE, LONG_WORDS, SlotChange, alike, opcodes, without_numbers, words
from newsdiff.watch.memory.inline_modules import (
    LONGEST_WORDS,
    around,
    own_inline,
    recorded_without,
    replaced,
    template,
    went,
)
from newsdiff.watch.memory.inline_modules import without_part as line_without
from newsdiff.watch.memory.own_slot import OwnSlot
from newsdiff.watch.memory.placed_text import INLINE, PlacedText, is_named, name_of

_LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION)
ANY_ELEMENT = f"{INLINE}{ANYWHERE}"  # the key of whatever stands inside a line
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", ":", "»", "”", '"', "」")  # of a sentence
_EMPHASIS = ("b", "strong", "em", "i", "u", "mark", "sup")  # a writer's own: alone they tell nothing
END_CHARS = 4  # that two lines share at one end at least where they differ but inside
_ALIKE = 3  # articles that show the same words beside figures of their own
_MANY_ALIKE = 6  # articles in which no editor changes one element at once
_SAME_SHARE = 0.6  # of the changes, which are of the same words


class _Line(NamedTuple):
    """One line of a text, folded; ``ends``: its elements, each with what stands before and behind it, folded."""

    text: PlacedText
    number: int
    told: str
    ends: tuple[tuple[InlinePart, str, str], ...] = ()

    @property
    def block(self) -> Block:
        """The line as it stands in its text."""
        return self.text.blocks[self.number]


def inline_changes(old: PlacedText, new: PlacedText, seen: Mapping[str, str]) -> list[SlotChange]:
    """The changes inside lines; ``seen``: the names of elements by their words beside figures (``seen_parts``)."""
    if not (seen or any(new.parts)):
        return []
    found: list[SlotChange] = []
    was, now, known = old.texts(), new.texts(), dict[int, _Line]()
    for op, a, b, c, d in opcodes(was, now):
        if op != "replace":
            continue
        left = list(range(c, d))
        for one in range(a, b):
            like = (other for other in left if _share_an_end(was[one], now[other]))
            pairs = ((_Line(old, one, was[one]), _line(new, other, now[other], known)) for other in like)
            change = next(filter(None, (_inline_change(new, *pair, seen) for pair in pairs)), None)
            if change:
                left.remove(change.new_at[0])
                found.append(change)
    return found


def told_alike(old: PlacedText, new: PlacedText, inline: Sequence[SlotChange]) -> PlacedText:
    """The old text with its lines told as in the new one where they differ but inside."""
    return replaced(old, {c.old_at[0]: new.blocks[c.new_at[0]].text for c in inline})


def dropped(
    old: PlacedText, first: PlacedText, second: PlacedText, seen: Mapping[str, str]
) -> tuple[PlacedText, PlacedText, PlacedText, tuple[OwnSlot, ...]]:
    """All three texts without what differs inside the lines of two readings of one page: it changes by itself."""
    found = [
        change
        for change in inline_changes(first, second, seen)
        if template(change.new or change.old) or any(map(is_named, change.keys)) or _has_another(old, change)
    ]
    if not found:
        return old, first, second, ()
    first = replaced(first, {c.old_at[0]: c.rest for c in found})
    second = replaced(second, {c.new_at[0]: c.rest for c in found})
    old = recorded_without(old, [c.rest for c in found])
    return old, first, second, tuple(slot for change in found for slot in own_of(change))


def own_of(change: SlotChange) -> tuple[OwnSlot, ...]:
    """The slots of an article's own module inside a line, by a change of it."""
    return own_inline(change.place, change.new or change.old, change.rest, change.around)


def _has_another(old: PlacedText, change: SlotChange) -> bool:
    """Whether a third text was recorded where two readings have two: it comes from no editor's hand."""
    left, known = fold(change.rest), {change.old, change.new, ""}
    return any(went(line, left) not in known for line in old.texts())


def seen_parts(*texts: PlacedText) -> dict[str, str]:
    """The names of the elements inside the lines of some texts, by the words that they tell beside their figures."""
    found: dict[str, str] = {}
    for text in texts:
        for block, parts in zip(text.blocks, text.parts, strict=False):
            for part in parts:
                told = template(block.text[part.start : part.end])
                if told:
                    found.setdefault(told, part.name)
    return found


def no_editors(key: str, changes: Sequence[SlotChange]) -> list[SlotChange]:
    """The changes of one element that no editor makes: the same in several articles, with figures of each its own.

    A link or a number that was changed alike in several articles is a correction of each.
    """
    named, many = is_named(key.partition(ANYWHERE)[0]), len(changes) >= _MANY_ALIKE
    edits = Counter(change.words for change in changes)
    if key == ANY_ELEMENT:
        own = [c for c in changes if c.is_replaced and edits[c.words] < _SAME_SHARE * len(changes)]
        return own if len(own) >= _MANY_ALIKE else []
    templates = Counter(template(change.new or change.old) for change in changes)
    texts = Counter(change.new or change.old for change in changes)
    found = []
    for change in changes:
        text, same = change.new or change.old, edits[change.words] >= _SAME_SHARE * len(changes)
        if not change.is_replaced:
            apart = templates[template(text)] > texts[text] and template(text).count(" ") > 0
            told = (apart and templates[template(text)] >= _ALIKE) or (many and named)
        elif without_numbers(change.old) == without_numbers(change.new):
            told = many or not same
        else:
            told = (named and (many or not same) and not alike(change.old, change.new)) or _is_framed(change, changes)
        found += [change] if told else []
    return found


def is_figure_of_a_sentence(change: SlotChange) -> bool:
    """Whether nothing but figures moved inside a sentence that is none without them, such as a toll of the dead."""
    if not (change.rest and change.is_replaced) or without_numbers(change.old) != without_numbers(change.new):
        return False
    head, _, tail = change.around.partition(INLINE)
    return not head.endswith(_ENDS) or bool(tail and not change.new.endswith(_ENDS))


def figures(text: str) -> list[tuple[int, str]]:
    """The figures of a text in their order, as they compare by size."""
    found = (word for word in words(text) if any(map(str.isdigit, word)))
    digits = ("".join(filter(str.isdigit, word)) for word in found)
    return [(len(each.lstrip("0")), each.lstrip("0")) for each in digits]


def may_be_a_toll(change: SlotChange) -> bool:
    """Whether nothing but figures of a paragraph grew, as those of the dead do, whatever other words tell them."""
    same = without_numbers(change.old) == without_numbers(change.new)
    return change.in_story and change.is_replaced and same and figures(change.new) > figures(change.old)


def _is_framed(change: SlotChange, changes: Sequence[SlotChange]) -> bool:
    """Whether elements of other articles say nearly the same, before and after, and other words of them changed."""
    others = [c for c in changes if c is not change and c.is_replaced and c.words != change.words]
    return sum(alike(change.old, c.old) and alike(change.new, c.new) for c in others) >= _ALIKE


def _share_an_end(told: str, now: str) -> bool:
    """Whether two folded lines begin or end alike, as those do that differ but inside."""
    return told[:END_CHARS] == now[:END_CHARS] or told[-END_CHARS:] == now[-END_CHARS:]


def _line(text: PlacedText, number: int, told: str, known: dict[int, _Line]) -> _Line:
    """A line of a text, folded once; ``known`` holds those that were."""
    if number not in known:
        block, parts = text.blocks[number].text, text.parts[number] if number < len(text.parts) else ()
        ends = tuple((part, fold(block[: part.start]), fold(block[part.end :])) for part in parts)
        known[number] = _Line(text, number, told, ends)
    return known[number]


def _inline_change(new: PlacedText, before: _Line, after: _Line, seen: Mapping[str, str]) -> SlotChange | None:
    """What two lines differ in, where that is one element; None where it is more."""
    block = after.block
    if before.block.kind is not block.kind or block.kind not in _LINES:
        return None
    for part, head, tail in after.ends:
        was = _between(before.told, head, tail)
        if was is None or was.count(" ") >= LONGEST_WORDS:
            continue
        now, rest = fold(block.text[part.start : part.end]), line_without(block.text, part)
        if was != now and len(words(rest)) >= LONG_WORDS:
            change = _change(part.name, new, before.number, after.number, was, now, rest)
            return change._replace(around=around(block.text, part))
    gone = went(before.told, after.told)
    name = seen.get(template(gone)) if gone else None
    return _change(name, new, before.number, after.number, gone, "", block.text) if name and template(gone) else None


def _change(name: str, new: PlacedText, one: int, other: int, was: str, now: str, rest: str) -> SlotChange:
    place = f"{INLINE}{name}"
    lines = sum(any(part.name == name for part in parts) for parts in new.parts)
    named = (place,) if is_named(name) and lines <= 1 else ()
    line = () if name in _EMPHASIS else (f"{place}{ANYWHERE}{name_of(fold(rest))}",)
    keys = (*named, f"{place}{ANYWHERE}", *line, ANY_ELEMENT)
    return SlotChange(place, keys, (one,), (other,), other, 1, was, now, in_story=True, rest=rest)


def _between(told: str, head: str, tail: str) -> str | None:
    """What a text has between its beginning and its end; None where it begins or ends otherwise."""
    if len(head) + len(tail) > len(told) or not told.startswith(head) or not told.endswith(tail):
        return None
    return told[len(head) : len(told) - len(tail)].strip()
