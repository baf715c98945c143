"""Two texts -> the edits between them, word by word.

A unit is a token with the white space behind it; units are compared without that space, folded and without case, so
that a changed quotation mark or capital is an edit of its own and hides nothing beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsdiff.diff import tidy
from newsdiff.diff.engine import Span, spans
from newsdiff.model import Edit, Level, Op
from newsdiff.text.form import level
from newsdiff.text.tokens import tokens
from newsdiff.text.typography import fold

_FIRST = 0x100  # codes start here and leave out the surrogates, which no engine takes


class Codes(dict[str, str]):
    """One code point for each unit; units that fold alike share one. Lives as long as one comparison."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, str] = {}

    def __missing__(self, unit: str) -> str:
        key = unit.rstrip().lower() if unit.isascii() else fold(unit).casefold()
        n = len(self._keys) + _FIRST
        code = self._keys.setdefault(key, chr(n if n < 0xD800 else n + 0x800))
        self[unit] = code
        return code


def units(text: str) -> list[str]:
    """Tokens, each with the white space behind it."""
    found: list[str] = []
    for token in tokens(text):
        if found and token.isspace():
            found[-1] += token
        else:
            found.append(token)
    return found


def edits(old: str, new: str, codes: Codes) -> tuple[Edit, ...]:
    """The edits that turn ``old`` into ``new``; joined they give both texts back."""
    a, b = units(old), units(new)
    x, y = ("".join(map(codes.__getitem__, side)) for side in (a, b))
    found = tidy.tidy(spans(x, y), a, b, x, y)
    return tuple(_placed(_pieces(old, new, a, b, found)))


def whole(text: str, op: Op) -> tuple[Edit, ...]:
    """The one edit of a text that came or went."""
    old, new = (text, "") if op is Op.DELETE else ("", text)
    return (Edit(op, old, new, 0, 0),) if text else ()


Piece = tuple[bool, str, str]
"""Whether it is equal; old and new text."""


def _pieces(old: str, new: str, a: list[str], b: list[str], found: Sequence[Span]) -> Iterator[Piece]:
    at, to = ([0, *accumulate(map(len, side))] for side in (a, b))
    i = j = 0
    for i0, i1, j0, j1 in [*found, (len(a), len(a), len(b), len(b))]:
        if old[at[i] : at[i0]] == new[to[j] : to[j0]]:
            yield True, old[at[i] : at[i0]], new[to[j] : to[j0]]
        else:
            for u, v in zip(a[i:i0], b[j:j0], strict=True):
                yield from _unit(u, v)
        yield False, old[at[i0] : at[i1]], new[to[j0] : to[j1]]
        i, j = i1, j1


def _unit(u: str, v: str) -> Iterator[Piece]:
    """Two units that count as equal: the same word, perhaps in another form, and the space behind it."""
    if u == v:
        yield True, u, v
        return
    x, y = u.rstrip(), v.rstrip()
    yield x == y, x, y
    yield u[len(x) :] == v[len(y) :], u[len(x) :], v[len(y) :]


def _placed(pieces: Iterator[Piece]) -> Iterator[Edit]:
    i = j = 0
    for equal, old, new in _joined(pieces):
        if equal:
            yield Edit(Op.EQUAL, old, new, i, j)
        else:
            op = Op.REPLACE if old and new else Op.DELETE if old else Op.INSERT
            yield Edit(op, old, new, i, j, Level(level(old, new)))
        i, j = i + len(old), j + len(new)


_EDGE = re.compile(r"\s*$")


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one sort joined; the white space that two sides of an edit share behind them is equal."""
    kind, old, new = True, "", ""
    for equal, x, y in pieces:
        if not x and not y:
            continue
        if equal == kind:
            old, new = old + x, new + y
            continue
        yield from _trimmed(kind, old, new)
        kind, old, new = equal, x, y
    yield from _trimmed(kind, old, new)


def _trimmed(equal: bool, old: str, new: str) -> Iterator[Piece]:
    if old and new and not equal:
        space = _EDGE.search(old)[0]  # type: ignore[index]
        if space and new.endswith(space):
            yield False, old[: -len(space)], new[: -len(space)]
            yield True, space, space
            return
    if old or new:
        yield equal, old, new
