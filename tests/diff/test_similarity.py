"""How alike two texts are, by the words that they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.diff.similarity import alike, bag, likeness, sharing, weight, within

TEXTS = st.lists(st.sampled_from(["ferry", "stops", "the", "Council", "river,", "中文", "dawn."]), max_size=12).map(
    " ".join
)


def like(one: str, other: str) -> float:
    a, b = bag(one), bag(other)
    return likeness(a, b, weight(a) + weight(b))


def test_a_text_is_like_itself_and_unlike_another() -> None:
    assert like("The ferry stops.", "the ferry stops") == 1.0
    assert like("The ferry stops.", "A council votes") == 0.0
    assert like("", "") == like("", "ferry") == 0.0


@given(TEXTS, TEXTS)
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0.0 <= like(one, other) <= 1.0
    assert like(one, other) == like(other, one)


@given(TEXTS, TEXTS)
def test_what_stands_in_a_whole_stands_in_it_altogether(one: str, other: str) -> None:
    assert within(bag(one), bag(f"{one} {other}")) == (1.0 if bag(one) and weight(bag(one)) else 0.0)
    assert 0.0 <= within(bag(one), bag(other)) <= 1.0


def test_long_words_count_for_more() -> None:
    assert like("the of infrastructure", "a an infrastructure") > like("the of infrastructure", "the of railway")


def test_marks_and_case_are_no_difference_and_order_is_none() -> None:
    assert bag("“Ferry,” stops!") == bag("stops ferry")


def test_dense_scripts_are_compared_by_pairs_of_characters() -> None:
    assert bag("東京都") == {"東京", "京都"}
    assert 0 < like("東京都知事", "東京都庁舎") < 1


def test_of_an_address_its_host_is_told() -> None:
    assert bag("see https://a.example/2026/03/x?y=z") == {"see", "http", "a.example"}
    assert like("see https://a.example/1", "see https://a.example/2") == 1.0


def test_the_most_alike_are_paired_first_and_each_but_once() -> None:
    left = {0: bag("the ferry stops at dawn"), 1: bag("the council votes tonight")}
    right = {0: bag("the ferry stops at night"), 1: bag("the ferry stops at dawn today")}
    every = [(i, j) for i in left for j in right]
    assert alike(every, left, right, 0.5) == [(0, 1)]
    assert alike(every, left, right, 0.0) == [(0, 1), (1, 0)]
    assert alike([], left, right, 0.0) == []


def test_texts_that_share_three_words_in_a_row_are_candidates() -> None:
    left = {0: "the ferry stops at dawn", 7: "a council votes tonight on it"}
    right = {3: "today THE FERRY STOPS early", 4: "nothing of the kind was said"}
    assert list(sharing(left, right)) == [(0, 3)]


def test_a_run_that_stands_in_several_texts_proves_nothing() -> None:
    left = {0: "read more about this", 1: "read more about that"}
    assert list(sharing(left, {0: "read more about these"})) == []


@pytest.mark.parametrize("empty", [{}, {0: ""}, {0: "two words"}])
def test_short_texts_have_no_runs(empty: dict[int, str]) -> None:
    assert list(sharing(empty, {0: "two words more than that"})) == []


def test_runs_of_a_dense_script_are_characters() -> None:
    assert list(
        sharing(
            {0: "東京都知事選挙は来月の日曜日に行われることになった"},
            {0: "東京都知事選挙は来年の日曜日に行われると発表された"},
        )
    ) == [(0, 0)]
