"""Shortest edit script of two coded texts, one code point a token: the only user of diff-match-patch.

Two engines, the same answer: the C++ port where it can be loaded, else the Python reference. Neither looks at a clock
(a timeout would make the answer depend on the machine's load); instead a gap that would cost too much is first cut
at the tokens that stand once on either side, and what is still too large is replaced whole.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsdiff.diff.alignment import align

Span = tuple[int, int, int, int]
"""A changed place: old start and end, new start and end (half open), in tokens."""

# Old tokens x new tokens of a gap: 0.1 s for the fast engine, 10 s for the reference, at worst.
LARGEST_GAP_CELLS = 4_000_000
_Runs = Callable[[str, str], list[tuple[str, int]]]


def reference(old: str, new: str) -> list[tuple[str, int]]:
    """The runs (``=``, ``-`` or ``+``, length) of diff-match-patch in Python."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    signs = {0: "=", -1: "-", 1: "+"}
    return [(signs[op], len(text)) for op, text in engine.diff_main(old, new, False)]


def fast(old: str, new: str) -> list[tuple[str, int]]:
    """The same runs from the C++ port."""
    from fast_diff_match_patch import diff

    runs: list[tuple[str, int]] = diff(
        old, new, timelimit=0, checklines=False, cleanup="No", counts_only=True, as_patch=False
    )
    return runs


@cache
def chosen() -> _Runs:
    """The engine in use: the one place that chooses."""
    try:
        import fast_diff_match_patch  # noqa: F401
    except ImportError:
        return reference
    return fast


def spans(old: str, new: str, engine: _Runs | None = None) -> list[Span]:
    """The changed places that turn ``old`` into ``new``, in order."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    return list(_spans(old[head : len(old) - tail], new[head : len(new) - tail], head, head, engine))


def _common(old: str, new: str) -> int:
    """The length of the prefix that both texts have, by halving."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _spans(old: str, new: str, i: int, j: int, engine: _Runs | None) -> Iterator[Span]:
    if not old or not new or len(old) == len(new) == 1:  # no engine is needed, nor loaded
        if old != new:
            yield i, i + len(old), j, j + len(new)
    elif engine is None and (kept := _lone(old, new)) is not None:  # nor here
        a = b = 0
        for x, y in [*kept, (len(old), len(new))]:
            if a < x or b < y:
                yield i + a, i + x, j + b, j + y
            a, b = x + 1, y + 1
    elif len(old) * len(new) <= LARGEST_GAP_CELLS:
        yield from _changed((engine or chosen())(old, new), i, j)
    else:
        yield from _coarse(old, new, i, j, engine)


def _lone(old: str, new: str) -> list[tuple[int, int]] | None:
    """The places of the tokens that both sides have, if each stands once on either and all in the same order.

    Then there is but one shortest script. To load the fast engine takes longer than to compare two small articles.
    """
    both = set(old) & set(new)
    before, after = ([at for at, token in enumerate(side) if token in both] for side in (old, new))
    if len(before) != len(both) or [old[at] for at in before] != [new[at] for at in after]:
        return None
    return list(zip(before, after, strict=True))


def _changed(runs: Sequence[tuple[str, int]], i: int, j: int) -> Iterator[Span]:
    a, b = i, j
    for sign, length in runs:
        if sign == "=":
            if a < i or b < j:
                yield a, i, b, j
            i, j = i + length, j + length
            a, b = i, j
        elif sign == "-":
            i += length
        else:
            j += length
    if a < i or b < j:
        yield a, i, b, j


def _coarse(old: str, new: str, i: int, j: int, engine: _Runs | None) -> Iterator[Span]:
    """Cut at anchors; a gap without one is replaced whole."""
    kept, _ = align(old, new)
    a = b = 0
    for x, y in [*kept, (len(old), len(new))]:
        gap, come = old[a:x], new[b:y]
        if len(gap) * len(come) <= LARGEST_GAP_CELLS:
            yield from _spans(gap, come, i + a, j + b, engine)
        else:
            yield i + a, i + x, j + b, j + y
        a, b = x + 1, y + 1
