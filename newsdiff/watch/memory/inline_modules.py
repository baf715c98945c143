"""Modules inside a line of the story, cut from it: a link with a price, a count of readers. The sentence stays.

Their places are ``~span.price``, the name of the element. One of a host is told by a class of its own, one of an
article by the line round it, by its words beside its figures, or by what stands next to it.
"""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.model import Block, Cleaned, InlinePart, Removed
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.tokens import plain_words
from newsdiff.text.typography import fold
from newsdiff.watch.memory.own_slot import NOWHERE, OwnSlot
from newsdiff.watch.memory.placed_text import INLINE, PlacedText, name_of

LONGEST_WORDS = 40  # of a module inside a line
REASON = "module at"
_FRAME_WORDS = 12  # beside the figures of a module, by which it is told in any line
_NEAR_CHARS = 12  # on either side of a module, by which it is told in a line that was edited elsewhere
_MOST_LINES = 3  # of a page in which a module of its host stands; what stands in more is the story's markup
_BRACKETS = ("()", "[]")


class Cut(NamedTuple):
    """A page without the modules inside its lines, what is left of these lines, and the article's own as they stand."""

    cleaned: Cleaned
    rests: tuple[str, ...] = ()
    own: dict[OwnSlot, OwnSlot] = {}  # noqa: RUF012 - never changed


def cut(cleaned: Cleaned, modules: Iterable[str], own: Sequence[OwnSlot]) -> Cut:
    """Take out the modules inside the lines of a page: those of its host, by their places, and the article's own."""
    mine = [slot for slot in own if is_inline(slot.place)]
    host = {place for place in modules if is_inline(place) and _lines(cleaned.parts, place) <= _MOST_LINES}
    if not (mine or host) or len(cleaned.parts) != len(cleaned.article.blocks):
        return Cut(cleaned)
    blocks, parts, now = list(cleaned.article.blocks), list(cleaned.parts), dict[OwnSlot, OwnSlot]()
    rests, gone = list[str](), list[Removed]()
    for number, block in enumerate(cleaned.article.blocks):
        while found := next(_modules(blocks[number].text, parts[number], host, mine), None):
            part, slots = found
            text, rest = blocks[number].text, without_part(blocks[number].text, part)
            now |= {each: each._replace(before=name_of(fold(rest))) for each in slots}
            gone.append(Removed(text[part.start : part.end], f"{REASON} {INLINE}{part.name}"))
            blocks[number], parts[number] = block._replace(text=rest), _left(parts[number], part, len(rest) - len(text))
        if blocks[number] is not block:
            rests.append(blocks[number].text)
    if not rests:
        return Cut(cleaned)
    article = cleaned.article._replace(blocks=tuple(blocks))
    return Cut(
        cleaned._replace(article=article, parts=tuple(parts), removed=(*cleaned.removed, *gone)), tuple(rests), now
    )


def recorded_without(old: PlacedText, rests: Sequence[str]) -> PlacedText:
    """The recorded text without what stood inside the lines of which ``rests`` are left."""
    if not rests:
        return old
    blocks, told = list(old.blocks), old.texts()
    for rest in rests:
        left = fold(rest)
        for number, line in enumerate(told):
            was = went(line, left)
            if was and was.count(" ") < LONGEST_WORDS:
                blocks[number], told[number] = blocks[number]._replace(text=rest), left
                break
    return old._replace(blocks=tuple(blocks))


def own_inline(place: str, text: str, rest: str, around: str = "") -> tuple[OwnSlot, ...]:
    """The slots of a module inside a line of which ``rest`` is left: by what it says, and by what stands round it."""
    told = tuple(name_of(each) for each in (template(text), around) if each)
    return tuple(OwnSlot(place, name_of(fold(rest)), name) for name in told or (NOWHERE,))


def is_inline(place: str) -> bool:
    """Whether a place is that of an element inside a line."""
    return place.startswith(INLINE)


def template(text: str) -> str:
    """The words of a short text that holds figures; empty where it holds none, or is none."""
    words = plain_words(fold(text)) if any(map(str.isdigit, text)) else []
    told = [word.casefold() for word in words if not any(map(str.isdigit, word))]
    return " ".join(told) if len(told) < _FRAME_WORDS else ""


def went(told: str, left: str) -> str:
    """The words that went from a folded text; empty where others came, too."""
    if len(told) <= len(left) or not (told[:1] == left[:1] or told[-1:] == left[-1:]):
        return ""
    at = next((n for n, (one, other) in enumerate(zip(told, left, strict=False)) if one != other), len(left))
    behind = left[at:]
    return told[at : len(told) - len(behind)].strip() if told.endswith(behind) else ""


def without_part(text: str, part: InlinePart) -> str:
    """A line without one of its elements, and without the brackets in which nothing else stood."""
    head, tail = _halves(text, part)
    space = " " if head and tail and (text[part.end] == " " or tail[0].isalnum()) else ""
    return f"{head}{space}{tail}"


def around(text: str, part: InlinePart) -> str:
    """What stands next to an element in its line."""
    head, tail = _halves(text, part)
    return fold(f"{head[-_NEAR_CHARS:]}{INLINE}{tail[:_NEAR_CHARS]}")


def _halves(text: str, part: InlinePart) -> tuple[str, str]:
    head, tail = text[: part.start].rstrip(), text[part.end :].lstrip()
    while head and tail and head[-1] + tail[0] in _BRACKETS:
        head, tail = head[:-1].rstrip(), tail[1:].lstrip()
    return head, tail


def _lines(parts: Sequence[Sequence[InlinePart]], place: str) -> int:
    """In how many lines of a page an element of this name stands."""
    return sum(any(f"{INLINE}{part.name}" == place for part in each) for each in parts)


def _modules(
    text: str, parts: Sequence[InlinePart], host: set[str], own: Sequence[OwnSlot]
) -> Iterator[tuple[InlinePart, list[OwnSlot]]]:
    """The parts of a line that are modules, each with the article's own slots by which it is one."""
    for part in parts:
        place = f"{INLINE}{part.name}"
        like = [slot for slot in own if slot.place == place]
        rest = without_part(text, part) if like or place in host else ""
        if not rest:
            continue
        told = template(text[part.start : part.end])
        line, names = name_of(fold(rest)), {name_of(each) for each in (told, around(text, part)) if each}
        slots = [slot for slot in like if slot.before == line or slot.after in names]
        if slots or place in host:
            yield part, slots


def _left(parts: Sequence[InlinePart], gone: InlinePart, more: int) -> tuple[InlinePart, ...]:
    """The parts of a line without one of them, where they stand now."""
    before = (part for part in parts if part.end <= gone.start)
    behind = (part._replace(start=part.start + more, end=part.end + more) for part in parts if part.start >= gone.end)
    return (*before, *behind)


def replaced(text: PlacedText, lines: dict[int, str]) -> PlacedText:
    """A text with other lines at some numbers, in which no elements are known."""
    blocks = tuple(_with(block, lines.get(n)) for n, block in enumerate(text.blocks))
    parts = tuple(() if n in lines else each for n, each in enumerate(text.parts))
    return text._replace(blocks=blocks, parts=parts)


def _with(block: Block, text: str | None) -> Block:
    return block if text is None else block._replace(text=text)
