"""The longest order common to two rows of words, against the plain table of every textbook."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.common_order import common_order, in_order

ROWS = st.lists(st.sampled_from("abcde"), max_size=14)


def longest(a: list[str], b: list[str]) -> int:
    """How long the longest common subsequence of two rows is, by dynamic programming."""
    before = [0] * (len(b) + 1)
    for word in a:
        row = [0]
        for n, other in enumerate(b):
            row.append(before[n] + 1 if word == other else max(before[n + 1], row[-1]))
        before = row
    return before[-1]


@pytest.mark.parametrize(("a", "b"), [("", ""), ("", "abc"), ("abc", ""), ("abc", "xyz")])
def test_rows_without_a_common_word_have_no_order(a: str, b: str) -> None:
    assert common_order(a, b) == []


@given(ROWS, ROWS)
def test_the_order_is_one_and_no_other_is_longer(a: list[str], b: list[str]) -> None:
    found = common_order(a, b)
    assert all(a[i] == b[j] for i, j in found)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(found))
    assert len(found) == longest(a, b)


@given(ROWS)
def test_a_row_is_whole_in_itself(a: list[str]) -> None:
    assert common_order(a, a) == [(n, n) for n in range(len(a))]


def test_a_row_longer_than_a_machine_word_is_compared_whole() -> None:
    a = [f"w{n}" for n in range(300)]
    b = [word for word in a if not word.endswith("7")]
    assert [a[i] for i, _ in common_order(a, b)] == b


@pytest.mark.parametrize(
    ("letters", "word"), [("gvb", "bundesverfassungsgericht"), ("aa", "a"), ("a", ""), ("abc", "ab"), ("ba", "ab")]
)
def test_letters_that_do_not_stand_in_a_word_in_their_order(letters: str, word: str) -> None:
    assert not in_order(letters, word)


@pytest.mark.parametrize(
    ("letters", "word"), [("", ""), ("", "word"), ("bvg", "bundesverfassungsgericht"), ("aa", "banana"), ("ab", "ab")]
)
def test_letters_that_do(letters: str, word: str) -> None:
    assert in_order(letters, word)


@given(st.text(alphabet="abc", max_size=12), st.data())
def test_letters_that_were_taken_out_leave_the_others_in_order(word: str, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(word), max_size=len(word)))
    assert in_order("".join(c for c, keep in zip(word, kept, strict=True) if keep), word)
