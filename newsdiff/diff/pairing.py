"""Which block of new each block of old became, and whether it kept its place.

Equal texts first, a headline, dek, byline or date with its own kind; then blocks that are alike: between the same
neighbours a little likeness is enough, elsewhere (moved and edited) it takes more.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping, Sequence
from operator import itemgetter

from newsdiff.diff.alignment import Box, Pair, align, gaps, heaviest
from newsdiff.diff.similarity import Bag, alike, bag, likeness, sharing, weight
from newsdiff.model import Block, BlockKind

NEAR_SIMILARITY = 0.2  # likeness that pairs two blocks between the same neighbours
FAR_SIMILARITY = 0.5  # and two blocks anywhere
_MAX_PAIRS = 900  # a gap of more pairs of blocks is searched by shared runs of words only
FIELDS = frozenset({BlockKind.HEADLINE, BlockKind.DEK, BlockKind.BYLINE, BlockKind.DATE})  # of the page, one each


def pair(old: Sequence[Block], new: Sequence[Block]) -> tuple[list[Pair], list[Pair]]:
    """Pairs of places: of blocks that kept their place among the others, and of blocks that moved."""
    weights = [len(b.text) + 1 for b in old]
    kept, moved = align(_keys(old), _keys(new), weights)
    box = (0, len(old), 0, len(new))
    if similar := _similar(old, new, kept, moved, gaps(kept, box)):
        pairs = sorted(kept + moved + similar)
        stays = set(heaviest(pairs, [weights[i] for i, _ in pairs]))
        kept = [p for n, p in enumerate(pairs) if n in stays]
        moved = [p for n, p in enumerate(pairs) if n not in stays]
    return kept, moved


def _keys(blocks: Sequence[Block]) -> list[Hashable]:
    """A block's text; a field of the page equals none but its own kind."""
    return [(b.kind, b.text) if b.kind in FIELDS else b.text for b in blocks]


def _similar(
    old: Sequence[Block], new: Sequence[Block], kept: list[Pair], moved: list[Pair], boxes: Sequence[Box]
) -> list[Pair]:
    """Pairs of blocks that are not equal, each block in at most one: fields, alike neighbours, then alike far ones."""
    olds, news = ({p[side] for p in kept + moved} for side in (0, 1))
    rest = [i for i in range(len(old)) if i not in olds], [j for j in range(len(new)) if j not in news]
    if not rest[0] or not rest[1]:
        return []
    kinds = FIELDS.intersection(old[i].kind for i in rest[0]).intersection(new[j].kind for j in rest[1])
    fields = [p for kind in sorted(kinds) for p in _of_kind(kind, old, new, rest, boxes)]
    olds, news = ({p[side] for p in fields} for side in (0, 1))
    left = {i: old[i].text for i in rest[0] if i not in olds and old[i].kind is not BlockKind.HEADLINE}
    right = {j: new[j].text for j in rest[1] if j not in news and new[j].kind is not BlockKind.HEADLINE}
    bags, others = ({n: bag(text) for n, text in side.items()} for side in (left, right))
    near = [p for box in boxes for p in _near(left, right, box, bags, others)]
    for i, j in near:
        del left[i], right[j]
    return fields + near + alike(sharing(left, right), bags, others, FAR_SIMILARITY)


def _of_kind(
    kind: BlockKind, old: Sequence[Block], new: Sequence[Block], rest: tuple[list[int], list[int]], boxes: Sequence[Box]
) -> Iterator[Pair]:
    """Fields of one kind in their order, however their text differs: the only ones, or between the same neighbours."""
    pairs = zip([i for i in rest[0] if old[i].kind is kind], [j for j in rest[1] if new[j].kind is kind], strict=False)
    lone = all(sum(b.kind is kind for b in side) == 1 for side in (old, new))
    for i, j in pairs:
        if kind is BlockKind.HEADLINE or lone or _in_one(i, j, boxes):
            yield i, j


def _in_one(i: int, j: int, boxes: Sequence[Box]) -> bool:
    """Whether two places stand in one of the boxes, which are sorted."""
    at = bisect_right(boxes, i, key=itemgetter(0)) - 1
    if at < 0:
        return False
    a, b, c, d = boxes[at]
    return a <= i < b and c <= j < d


def _near(
    left: Mapping[int, str], right: Mapping[int, str], box: Box, bags: Mapping[int, Bag], others: Mapping[int, Bag]
) -> list[Pair]:
    """Pairs of left-over blocks between the same neighbours; in a large gap, of those that share words in a row."""
    a, b, c, d = box
    olds = {i: left[i] for i in range(a, b) if i in left}
    news = {j: right[j] for j in range(c, d) if j in right}
    if len(olds) * len(news) > _MAX_PAIRS:
        return alike(sharing(olds, news), bags, others, NEAR_SIMILARITY)
    return _in_order([(i, bags[i]) for i in olds], [(j, others[j]) for j in news])


def _in_order(olds: Sequence[tuple[int, Bag]], news: Sequence[tuple[int, Bag]]) -> list[Pair]:
    """The pairs, none crossing another, that are most alike together (Needleman and Wunsch's way)."""
    row: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * (len(news) + 1)
    weights = [weight(other) for _, other in news]
    for i, words in olds:
        mine = weight(words)
        above, row = row, [(0.0, ())]
        for n, (j, other) in enumerate(news):
            best = max(row[n], above[n + 1], key=lambda cell: cell[0])
            score = likeness(words, other, mine + weights[n])
            if score >= NEAR_SIMILARITY and above[n][0] + score > best[0]:
                best = above[n][0] + score, (*above[n][1], (i, j))
            row.append(best)
    return list(row[-1][1])
