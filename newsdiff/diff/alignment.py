"""What stayed in its place: equal keys matched, and the heaviest chain of matches that does not cross.

Anchors are keys that stand once on either side (Bram Cohen's patience diff); between them repeated keys are matched
in order of occurrence. All in O(n log n).
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import pairwise

from newsdiff.text.tokens import shared_start

Pair = tuple[int, int]
"""A place in old and the place in new that it corresponds to."""
Box = tuple[int, int, int, int]
"""Old start and end, new start and end (half open)."""


def heaviest(pairs: Sequence[Pair], weights: Sequence[int]) -> list[int]:
    """Indices of the pairs (sorted by old place) of the heaviest chain in which the new places rise too."""
    if all(a[1] < b[1] for a, b in pairwise(pairs)):
        return list(range(len(pairs)))
    rank = {j: r for r, j in enumerate(sorted({j for _, j in pairs}), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(rank) + 1)  # a Fenwick tree: (weight, last pair) of prefixes
    before = [-1] * len(pairs)
    top = (0, -1)
    for n, (_, j) in enumerate(pairs):
        at, here = rank[j] - 1, (0, -1)
        while at:
            here = max(here, best[at])
            at &= at - 1
        before[n] = here[1]
        here = (here[0] + weights[n], n)
        top = max(top, here)
        at = rank[j]
        while at < len(best):
            best[at] = max(best[at], here)
            at += at & -at
    chain, n = [], top[1]
    while n >= 0:
        chain.append(n)
        n = before[n]
    return chain[::-1]


def align(
    old: Sequence[Hashable], new: Sequence[Hashable], weights: Sequence[int] | None = None
) -> tuple[list[Pair], list[Pair]]:
    """Equal keys paired: those that kept their place, and those that changed it; each sorted by old place.

    ``weights`` say how much each old place would cost to be shown as moved; one each when not given.
    """
    head = shared_start(old, new)
    tail = shared_start(old[head:][::-1], new[head:][::-1])
    ends = [(i, i) for i in range(head)]
    if head + tail in (len(old), len(new)):
        kept, moved = list[Pair](), list[Pair]()
    else:
        kept, moved = _middle(old, new, (head, len(old) - tail, head, len(new) - tail), weights)
    return ends + kept + [(len(old) - n, len(new) - n) for n in range(tail, 0, -1)], moved


def _middle(
    old: Sequence[Hashable], new: Sequence[Hashable], box: Box, weights: Sequence[int] | None
) -> tuple[list[Pair], list[Pair]]:
    a, b, c, d = box
    olds, news = dict(zip(old[a:b], range(a, b), strict=True)), dict(zip(new[c:d], range(c, d), strict=True))
    if len(olds) == b - a and len(news) == d - c:  # no key repeats: nothing is left for a second look
        return _split([(i, news[k]) for k, i in olds.items() if k in news], weights)
    left, right = _places(old, a, b), _places(new, c, d)
    single = [(at[0], right[k][0]) for k, at in left.items() if len(at) == 1 and len(right.get(k, ())) == 1]
    kept, crossing = _split(single, weights)
    again: list[Pair] = []
    for box in gaps(kept, (a, b, c, d)):
        again += _in_order(_places(old, *box[:2]), _places(new, *box[2:]))
    taken = set(map(tuple, single))
    more, _ = _split([p for p in again if p not in taken], weights)
    kept = sorted(kept + more)
    return kept, sorted(crossing + _left_over(left, right, kept + crossing))


def _places(keys: Sequence[Hashable], start: int, end: int) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for i in range(start, end):
        places[keys[i]].append(i)
    return places


def _in_order(left: dict[Hashable, list[int]], right: dict[Hashable, list[int]]) -> list[Pair]:
    return sorted(p for k, at in left.items() if k in right for p in zip(at, right[k], strict=False))


def _left_over(left: dict[Hashable, list[int]], right: dict[Hashable, list[int]], pairs: list[Pair]) -> list[Pair]:
    olds, news = {i for i, _ in pairs}, {j for _, j in pairs}
    return _in_order(
        {k: [i for i in at if i not in olds] for k, at in left.items()},
        {k: [j for j in at if j not in news] for k, at in right.items()},
    )


def _split(pairs: list[Pair], weights: Sequence[int] | None) -> tuple[list[Pair], list[Pair]]:
    chain = heaviest(pairs, [weights[i] for i, _ in pairs] if weights else [1] * len(pairs))
    stays = set(chain)
    return [pairs[n] for n in chain], [p for n, p in enumerate(pairs) if n not in stays]


def gaps(kept: Sequence[Pair], box: Box) -> list[Box]:
    """The boxes (old start, old end, new start, new end) between kept pairs where both sides hold something."""
    a, b, c, d = box
    found = []
    for i, j in [*kept, (b, d)]:
        if i > a and j > c:
            found.append((a, i, c, j))
        a, c = i + 1, j + 1
    return found
