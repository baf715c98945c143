"""Sentences that the other side writes as one: a full stop for a semicolon, brackets for a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    class Said(Protocol):
        """A sentence: its words, and the block that it stands in."""

        @property
        def text(self) -> str:
            """Its text."""

        @property
        def block(self) -> int:
            """The index of its block."""

        @property
        def bag(self) -> frozenset[str]:
            """Its words in lower case."""

    One = TypeVar("One", bound=Said)

_HELD = 0.6  # share of the words of each of two sentences that the one in their place holds


def rejoined(mine: Sequence[One], others: Sequence[One], join: Callable[[One, One], One]) -> list[One]:
    """The sentences of one side, those put together that are one sentence of the other."""
    if len(mine) <= len(others) or not others:
        return list(mine)
    return list(_joined(mine, others, join))


def _joined(mine: Sequence[One], others: Sequence[One], join: Callable[[One, One], One]) -> Iterator[One]:
    taken = -1
    for i, (a, b) in enumerate(pairwise(mine)):
        if i == taken:
            continue
        if a.block == b.block and any(_holds(other, a) and _holds(other, b) for other in others):
            taken = i + 1
            yield join(a, b)
        else:
            yield a
    if taken != len(mine) - 1:
        yield mine[-1]


def _holds(sentence: Said, part: Said) -> bool:
    """Whether a sentence holds most words of another one, and is longer."""
    mine, theirs = sentence.bag, part.bag
    return len(theirs) < len(mine) and len(theirs & mine) >= _HELD * len(theirs)
