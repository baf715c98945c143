"""What stands on one side only: what merely moves, or is reordered, cancels out."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value")


def unmatched(
    old: Sequence[Value], new: Sequence[Value], parts: Callable[[Value], Iterable[Hashable]]
) -> tuple[list[Value], list[Value]]:
    """The values of which the other side has some part less often: those that went, and those that came."""
    return _alone(old, new, parts), _alone(new, old, parts)


def _alone(
    values: Sequence[Value], others: Sequence[Value], parts: Callable[[Value], Iterable[Hashable]]
) -> list[Value]:
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
