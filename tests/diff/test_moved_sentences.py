"""Sentences that only changed their place: both halves share a number, and nothing of the texts is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.diff import diff
from newsdiff.model import Hunk, Op
from tests.diff.conftest import article

A = "The ferry stops for two weeks because of repairs."
B = "About nine hundred people take it to work each day."
C = "Nobody was asked before the plan became known on Monday."
D = "The boat was built in the year of the great flood."
E = "A bus leaves the market for the long bridge every hour."


def moved(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """The halves of what moved: (what went, what came)."""
    edits = [e for h in diff(article(*old), article(*new)).hunks for e in h.edits if e.moved is not None]
    numbers = {e.moved for e in edits}
    return [
        ("".join(e.old for e in edits if e.moved == n).strip(), "".join(e.new for e in edits if e.moved == n).strip())
        for n in sorted(n for n in numbers if n is not None)
    ]


def test_nothing_moved_where_nothing_changed() -> None:
    assert moved([f"{A} {B}", C], [f"{A} {B}", C]) == []


def test_a_sentence_that_went_to_another_paragraph() -> None:
    assert moved([f"{A} {B}", f"{C} {D}"], [A, f"{C} {D} {B}"]) == [(B, B)]


def test_a_sentence_that_was_changed_on_its_way_is_marked_without_the_changed_word() -> None:
    changed = B.replace("nine", "seven")
    [(went, came)] = moved([f"{A} {B}", f"{C} {D}"], [A, f"{C} {D} {changed}"])
    assert "nine" not in went
    assert "seven" not in came
    assert went == came


def test_a_sentence_that_came_and_another_that_went_are_no_move() -> None:
    assert moved([f"{A} {B}", f"{C} {D}"], [A, f"{C} {D} {E}"]) == []


@pytest.mark.parametrize("short", ["He agreed.", "Nobody was hurt.", "It rained all day."])
def test_a_short_sentence_proves_nothing_by_standing_elsewhere(short: str) -> None:
    assert moved([f"{A} {short}", f"{C} {D}"], [A, f"{C} {D} {short}"]) == []


def test_a_headline_that_becomes_text_is_no_sentence_that_moved() -> None:
    assert moved([f"headline: {B}", A], ["headline: Ferry stops", f"{A} {B}"]) == []


@settings(max_examples=60)
@given(st.permutations([A, B, C, D, E]), st.permutations([A, B, C, D, E]), st.integers(1, 4), st.integers(1, 4))
def test_both_texts_come_back_whole_and_the_halves_belong_together(one, other, x: int, y: int) -> None:
    old, new = ([" ".join(side[:n]), " ".join(side[n:])] for side, n in ((one, x), (other, y)))
    found = diff(article(*old), article(*new))
    numbers: dict[int, list[Op]] = {}
    for hunk in found.hunks:
        if hunk.op is not Op.EQUAL:
            assert "".join(e.old for e in hunk.edits) == hunk.old_text
            assert "".join(e.new for e in hunk.edits) == hunk.new_text
        assert_places(hunk)
        for edit in hunk.edits:
            if edit.moved is not None:
                numbers.setdefault(edit.moved, []).append(edit.op)
    assert all({Op.DELETE, Op.INSERT} == set(ops) for ops in numbers.values())
    assert found.words.inserted == found.words.deleted  # the same sentences stand on both sides


def assert_places(hunk: Hunk) -> None:
    i = j = 0
    for edit in hunk.edits:
        assert (edit.old_start, edit.new_start) == (i, j)
        i, j = i + len(edit.old), j + len(edit.new)
