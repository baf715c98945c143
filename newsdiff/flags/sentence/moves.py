"""Sentences that went in one passage and came in another with a word or two changed: each is compared with itself."""

from collections.abc import Iterator
from itertools import product

from newsdiff.flags.sentence.passages import Carried, Pair, Passage, Sentence
from newsdiff.model import BlockKind

_LIKE_SHARE = 0.7  # of their words that both have in common
_LEAST_WORDS = 5  # of a sentence: a shorter one proves nothing by being like another
_MOST_PAIRS = 10_000  # that are looked at: a text with more was rewritten
_Alone = tuple[int, int, Sentence]  # the number of a passage, that of a pair in it, and its one sentence


def with_moves(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The passages, with sentences that have no counterpart in theirs paired with the likest of another passage."""
    gone, come = list(_alone(passages, new=False)), list(_alone(passages, new=True))
    if not gone or not come or len(gone) * len(come) > _MOST_PAIRS:
        return passages
    changed: dict[int, dict[int, Pair | None]] = {}
    carried: dict[int, list[Carried]] = {}
    for (n, i, old), (m, j, new) in _likest(gone, come):
        changed.setdefault(n, {})[i] = None
        changed.setdefault(m, {})[j] = Pair(old, new)
        carried.setdefault(m, []).append(Carried(old.text, new.text, old.block, new.block))
    return tuple(_with(p, changed[n], carried.get(n, [])) if n in changed else p for n, p in enumerate(passages))


def _alone(passages: tuple[Passage, ...], *, new: bool) -> Iterator[_Alone]:
    for n, passage in enumerate(passages):
        for i, pair in enumerate(passage.pairs):
            mine, other = (pair.new, pair.old) if new else (pair.old, pair.new)
            if mine and not other and mine.kind is not BlockKind.HEADLINE and len(mine.bag) >= _LEAST_WORDS:
                yield n, i, mine


def _likest(gone: list[_Alone], come: list[_Alone]) -> Iterator[tuple[_Alone, _Alone]]:
    """Sentences of two passages that are alike, the likest first, each once."""
    alike = [
        (likeness, a, b)
        for a, b in product(gone, come)
        if a[0] != b[0] and (likeness := Pair(a[2], b[2]).likeness) >= _LIKE_SHARE
    ]
    taken: set[tuple[int, int]] = set()
    for _, a, b in sorted(alike, key=lambda found: (-found[0], found[1][:2], found[2][:2])):
        if taken.isdisjoint((a[:2], b[:2])):
            taken.update((a[:2], b[:2]))
            yield a, b


def _with(passage: Passage, changed: dict[int, Pair | None], carried: list[Carried]) -> Passage:
    pairs = (changed.get(i, pair) for i, pair in enumerate(passage.pairs))
    return Passage(passage.hunk, tuple(filter(None, pairs)), passage.kept, (*passage.carried, *carried), parted=True)
