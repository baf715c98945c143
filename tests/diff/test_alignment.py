"""Anchors and the heaviest chain."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.diff.alignment import align, gaps, heaviest

_KEYS = st.text("abcd", max_size=9)


@given(st.permutations(range(6)), st.lists(st.integers(1, 5), min_size=6, max_size=6))
def test_no_chain_is_heavier(order: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(order))
    best = max(
        sum(weights[n] for n in some)
        for size in range(7)
        for some in combinations(range(6), size)
        if all(order[a] < order[b] for a, b in pairwise(some))
    )
    chain = heaviest(pairs, weights)
    assert sum(weights[n] for n in chain) == best
    assert all(order[a] < order[b] for a, b in pairwise(chain))


@given(_KEYS, _KEYS)
def test_aligned_keys_are_equal_and_used_once(old: str, new: str) -> None:
    kept, moved = align(old, new)
    assert all(old[i] == new[j] for i, j in kept + moved)
    assert kept == sorted(kept)
    assert all(a[1] < b[1] for a, b in pairwise(kept))
    for side in (0, 1):
        places = [p[side] for p in kept + moved]
        assert len(places) == len(set(places))


@given(_KEYS, _KEYS)
def test_no_equal_pair_is_left_over(old: str, new: str) -> None:
    kept, moved = align(old, new)
    rest = [c for n, c in enumerate(old) if n not in {i for i, _ in kept + moved}]
    assert not set(rest) & {c for n, c in enumerate(new) if n not in {j for _, j in kept + moved}}


def test_the_light_key_moves_not_the_heavy_one() -> None:
    assert align(["long", "x"], ["x", "long"], [40, 1]) == ([(0, 1)], [(1, 0)])
    assert align(["x", "long"], ["long", "x"], [1, 40]) == ([(1, 0)], [(0, 1)])


def test_repeated_keys_are_matched_between_anchors() -> None:
    assert align("aXaYa", "aXYaa") == ([(0, 0), (1, 1), (3, 2), (4, 4)], [(2, 3)])


def test_gaps_hold_something_on_both_sides() -> None:
    assert gaps([(1, 1), (2, 3)], (0, 4, 0, 4)) == [(0, 1, 0, 1)]
