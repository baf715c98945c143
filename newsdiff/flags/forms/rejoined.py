"""Sentences that the other side writes as one: a full stop for a semicolon, brackets for a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from newsdiff.text.common_order import in_order

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

        @property
        def told(self) -> frozenset[str]:
            """Its words as one house would write them."""

    One = TypeVar("One", bound=Said)

_CUT_LETTERS = 9  # of a word that is cut by a dot, at most
_TOLD = 0.4  # the same of the second, where the first ends with a word that may be cut
_HELD = 0.6  # share of the words of each of two sentences that the one in their place holds


def rejoined(mine: Sequence[One], others: Sequence[One], join: Callable[[One, One], One]) -> list[One]:
    """The sentences of one side, those put together that are one sentence of the other."""
    if len(mine) <= len(others) or not others:
        return list(mine)
    return list(_joined(mine, others, join))


def _joined(mine: Sequence[One], others: Sequence[One], join: Callable[[One, One], One]) -> Iterator[One]:
    taken, kept = -1, {o.text for o in others}
    for i, (a, b) in enumerate(pairwise(mine)):
        if i == taken:
            continue
        apart = (
            a.block != b.block or a.text in kept or b.text in kept
        )  # what stands there as it is, is part of no other
        if not apart and any(_one_there(o, a, b) for o in others):
            taken = i + 1
            yield join(a, b)
        else:
            yield a
    if taken != len(mine) - 1:
        yield mine[-1]


def _one_there(sentence: Said, a: Said, b: Said) -> bool:
    """Whether a sentence holds two that stand beside one another on the other side."""
    return (_holds(sentence, a) and _holds(sentence, b)) or (_cut_there(sentence, a) and _holds(sentence, b, _TOLD))


def _cut_there(sentence: Said, part: Said) -> bool:
    """Whether a sentence holds most words of another but the last, and that may be cut, or number what follows: the dot
    behind it ends no sentence (La Profa. López; jeder 3. Deutsche).
    """
    if not part.text.endswith("."):
        return False
    last = part.text[:-1].lower().replace("’", "'").replace("'", " ").rpartition(" ")[2]
    if len(last) > _CUT_LETTERS or last in sentence.bag:
        return False
    rest = part.bag - {last}
    if 2 * len(rest & sentence.bag) < len(rest):
        return False
    return last.isdigit() or any(len(w) > len(last) and w[0] == last[:1] and in_order(last, w) for w in sentence.bag)


def _holds(sentence: Said, part: Said, share: float = _HELD) -> bool:
    """Whether a sentence holds most words of another one, and is longer."""
    mine, theirs = sentence.told, part.told
    return len(theirs) < len(mine) and len(theirs & mine) >= share * len(theirs)
