"""Values that went and values that came, made into changes: what stands in one another's place belongs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import zip_longest

from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    class Spanned(Protocol):
        """A value with its place: a sentence, and the first and last of its tokens."""

        @property
        def sentence(self) -> Sentence:
            """Where it stands."""

        @property
        def first(self) -> int:
            """Its first token."""

        @property
        def last(self) -> int:
            """Its last token."""

    Value = TypeVar("Value", bound=Spanned)
    Item = TypeVar("Item")

SPEAKER_MOVED = "a speaker took another's place"  # why: the words of such flags stand on both sides
_TWO = 2
_KEPT_SHARE = 0.5  # of its words that a sentence must keep in which values of two places are one change


def sides(passage: Passage, comparison: Comparison) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The changed sentences whose values are compared.

    Whole paragraphs that came or went have a flag of their own; of them only the notes on corrections are read.
    """
    if not passage.whole:
        return tuple(s for s in passage.old if not comparison.note_gone(s, passage)), passage.new
    noted = any(comparison.noted(s) for s in (*passage.old, *passage.new))
    return (passage.old, passage.new) if noted else ((), ())


def changes(
    passage: Passage, gone: Sequence[Value], came: Sequence[Value]
) -> Iterator[tuple[Value | None, Value | None]]:
    """Gone and come values side by side: those in one place of a pair of sentences, the others of it in their order."""
    if not gone and not came:
        return
    old, new = by_sentence(gone), by_sentence(came)
    for pair in passage.pairs:
        a, b = old.get(id(pair.old), []), new.get(id(pair.new), [])
        yield from _in_place(a, b, pair) if a and b else zip_longest(a, b)


def _in_place(gone: list[Value], came: list[Value], pair: Pair) -> Iterator[tuple[Value | None, Value | None]]:
    """Values of two sentences: those beside each other that stand in one changed region; in a kept sentence, too, the
    only ones that are left on either side; the others alone.
    """
    for region in pair.alignment.regions:
        for a, b in zip(_inside(gone, region.old), _inside(came, region.new), strict=False):
            gone.remove(a)
            came.remove(b)
            yield a, b
    if len(gone) == len(came) == 1 and pair.likeness >= _KEPT_SHARE:
        yield gone[0], came[0]
        return
    yield from ((a, None) for a in gone)
    yield from ((None, b) for b in came)


def _inside(values: Sequence[Value], region: range) -> list[Value]:
    """The values that hold a token of a region."""
    return [v for v in values if v.first < region.stop and region.start <= v.last]


def by_sentence(values: Sequence[Value]) -> dict[int, list[Value]]:
    """Values by the id of their sentence, in their order."""
    found: dict[int, list[Value]] = {}
    for value in values:
        found.setdefault(id(value.sentence), []).append(value)
    return found


def kept_first(values: Sequence[Value], passage: Passage, side: int) -> list[Value]:
    """The values of one side (0 old, 1 new), those on words that both sides have before those on changed ones.

    Of two that say the same, the one that stood there before is no news: three engineers warned three times.
    """
    if len(values) < _TWO:
        return list(values)
    whole = (pair for pair in passage.pairs if pair.old and pair.new)
    touched = {id((pair.old, pair.new)[side]): pair.alignment.touched[side] for pair in whole}

    def changed(value: Value) -> bool:
        return any(i in touched.get(id(value.sentence), ()) for i in range(value.first, value.last + 1))

    return sorted(values, key=changed)


def span(value: Spanned | None) -> str:
    """A value's words as they stand, or nothing."""
    return value.sentence.tokens.span(value.first, value.last) if value else ""


def unmatched(
    old: Sequence[Item], new: Sequence[Item], parts: Callable[[Item], Iterable[Hashable]]
) -> tuple[list[Item], list[Item]]:
    """Multiset difference: the values whose parts occur less often on the other side, of old and of new.

    Whole values cancel out first, so that a value that stands on both sides is never left for its parts.
    """
    if not old or not new:
        return list(old), list(new)
    before, after = [tuple(parts(v)) for v in old], [tuple(parts(v)) for v in new]
    if before == after:
        return [], []  # mostly: the change lies beside them
    same = Counter(before) & Counter(after)
    if same:
        old, new = _without(old, same.copy(), parts), _without(new, same, parts)
    return _alone(old, new, parts), _alone(new, old, parts)


def _without(
    values: Sequence[Item], same: Counter[tuple[Hashable, ...]], parts: Callable[[Item], Iterable[Hashable]]
) -> list[Item]:
    found = []
    for value in values:
        key = tuple(parts(value))
        if same[key] > 0:
            same[key] -= 1
        else:
            found.append(value)
    return found


def _alone(values: Sequence[Item], others: Sequence[Item], parts: Callable[[Item], Iterable[Hashable]]) -> list[Item]:
    if not values:
        return []
    rest = Counter(p for v in others for p in parts(v))
    found = []
    for value in values:
        missing = False
        for part in parts(value):
            if rest[part] > 0:
                rest[part] -= 1
            else:
                missing = True
        if missing:
            found.append(value)
    return found
