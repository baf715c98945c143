"""Two texts -> the edits between them, word by word.

A unit is a token with the white space behind it; units are compared without that space and without their form, so
that a changed quotation mark, capital or spelling is an edit of its own and hides nothing beside it.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsdiff.diff import cleanup
from newsdiff.diff.edit_script import Span, spans
from newsdiff.language.form import key, level
from newsdiff.model import Edit, Level, Op
from newsdiff.text.tokens import shared_ends, units

_FIRST = 0x100  # codes start here and leave out the surrogates, which no engine takes
_LAST = 0x10FFFF  # what is left of a text of more than a million different words shares a code


class Codes(dict[str, str]):
    """One code point for each unit; units that fold alike share one. Lives as long as one comparison."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, str] = {}

    def __missing__(self, unit: str) -> str:
        folded = key(unit)
        code = self._keys.get(folded)
        if code is None:
            n = len(self._keys) + _FIRST
            code = self._keys[folded] = chr(n if n < 0xD800 else min(n + 0x800, _LAST))
        self[unit] = code
        return code


def edits(old: str, new: str, codes: Codes) -> tuple[Edit, ...]:
    """The edits that turn ``old`` into ``new``; joined they give both texts back."""
    a, b = units(old), units(new)
    head, tail = shared_ends(a, b, codes.__getitem__)
    x, y = ("".join(map(codes.__getitem__, side[head : len(side) - tail])) for side in (a, b))
    found = [(i + head, i1 + head, j + head, j1 + head) for i, i1, j, j1 in spans(x, y)]
    return tuple(_placed(_pieces(old, new, a, b, cleanup.tidy(found, a, b, codes))))


def whole(text: str, op: Op) -> tuple[Edit, ...]:
    """The one edit of a text that came or went."""
    old, new = (text, "") if op is Op.DELETE else ("", text)
    return (Edit(op, old, new, 0, 0),) if text else ()


_SAME, _CHANGED, _FORM = range(3)  # what a piece of both texts is; one word in two forms stands for itself
Piece = tuple[int, str, str]


def _pieces(old: str, new: str, a: list[str], b: list[str], found: Sequence[Span]) -> Iterator[Piece]:
    at, to = ([0, *accumulate(map(len, side))] for side in (a, b))
    i = j = 0
    for i0, i1, j0, j1 in [*found, (len(a), len(a), len(b), len(b))]:
        if old[at[i] : at[i0]] == new[to[j] : to[j0]]:
            yield _SAME, old[at[i] : at[i0]], new[to[j] : to[j0]]
        else:
            for u, v in zip(a[i:i0], b[j:j0], strict=True):
                yield from _unit(u, v)
        yield _CHANGED, old[at[i0] : at[i1]], new[to[j0] : to[j1]]
        i, j = i1, j1


def _unit(u: str, v: str) -> Iterator[Piece]:
    """Two units that count as equal: the same word, perhaps in another form, and the space behind it."""
    if u == v:
        yield _SAME, u, v
        return
    x, y = u.rstrip(), v.rstrip()
    yield _SAME if x == y else _FORM, x, y
    x, y = u[len(x) :], v[len(y) :]
    yield _SAME if x == y else _CHANGED, x, y


def _placed(pieces: Iterator[Piece]) -> Iterator[Edit]:
    i = j = 0
    for kind, old, new in _joined(pieces):
        if kind == _SAME or old == new:  # spaces lost and won again may come out the same
            yield Edit(Op.EQUAL, old, new, i, j)
        else:
            op = Op.REPLACE if old and new else Op.DELETE if old else Op.INSERT
            yield Edit(op, old, new, i, j, Level(level(old, new)))
        i, j = i + len(old), j + len(new)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours of one kind joined; the white space that both sides of a change have behind them is the same."""
    olds: list[str] = []  # strings that grow cost their square
    news: list[str] = []
    last = _SAME
    for kind, x, y in pieces:
        if not x and not y:
            continue
        if kind == last and kind != _FORM:
            olds.append(x)
            news.append(y)
            continue
        old, new = "".join(olds), "".join(news)
        if last == _CHANGED and (space := _shared_space(old, new)):
            yield last, old[: -len(space)], new[: -len(space)]
            last, old, new = _SAME, space, space
            if kind == last:
                olds, news = [old, x], [new, y]
                continue
        if old or new:
            yield last, old, new
        last, olds, news = kind, [x], [y]
    old, new = "".join(olds), "".join(news)
    if old or new:
        yield last, old, new


def _shared_space(old: str, new: str) -> str:
    if not old or not new or not old[-1].isspace() or old[-1] != new[-1]:
        return ""
    a, b = len(old) - len(old.rstrip()), len(new) - len(new.rstrip())
    return old[-min(a, b) :] if a == b and old[-a:] == new[-a:] else ""
