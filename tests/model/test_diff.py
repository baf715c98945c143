"""Hunks and whole comparisons: the texts that they stand for, and how they show themselves."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.model import Block, BlockKind, Diff, Edit, Hunk, Level, Op, WordCounts


def blocks(*texts: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)


@pytest.mark.parametrize(
    ("texts", "joined"),
    [((), ""), (("One.",), "One."), (("One.", "Two."), "One.\nTwo."), (("早い。", "e\u0301"), "早い。\ne\u0301")],
    ids=["none", "one", "two", "other scripts"],
)
def test_the_blocks_of_a_side_stand_one_a_line(texts: tuple[str, ...], joined: str) -> None:
    assert Hunk(Op.REPLACE, blocks(*texts), blocks("x"), 0, 0).old_text == joined
    assert Hunk(Op.REPLACE, blocks("x"), blocks(*texts), 0, 0).new_text == joined


def test_an_edit_is_of_substance_and_stands_where_it_stood_unless_it_says_otherwise() -> None:
    edit = Edit(Op.DELETE, "not ", "", 3, 3)
    assert (edit.level, edit.moved) == (Level.SUBSTANCE, None)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ([], [], "<Diff 0 of 0 hunks changed, +0 -0 words>"),
        (["It rained."], ["It rained."], "<Diff 0 of 1 hunks changed, +0 -0 words>"),
        (["It rained."], ["It snowed."], "<Diff 1 of 1 hunks changed, +1 -1 words>"),
        (["It rained."], ["It rained.", "Two men drowned."], "<Diff 1 of 2 hunks changed, +3 -0 words>"),
    ],
)
def test_a_comparison_shows_how_much_changed(old: list[str], new: list[str], shown: str) -> None:
    assert repr(diff(newsdiff.article(old), newsdiff.article(new))) == shown


def test_a_comparison_of_a_long_text_does_not_fill_a_screen() -> None:
    long = newsdiff.article([f"Line {n}." * 500 for n in range(20)])
    assert len(repr(diff(newsdiff.article([]), long))) < 80


def test_without_counts_no_word_changed() -> None:
    same = newsdiff.article(["It rained."])
    assert Diff(same, same, ()).words == WordCounts(0, 0, 0)


def test_the_values_are_those_that_files_hold() -> None:
    assert [str(op) for op in Op] == ["equal", "insert", "delete", "replace", "move", "split", "merge"]
    assert [str(level) for level in Level] == ["typography", "form", "substance"]
