"""Blocks in hunks: each in exactly one, in the reading order of new; and the words of it all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.diff import diff
from newsdiff.diff.hunks import tally
from newsdiff.model import Block, Edit, Hunk, Level, Op, WordCounts
from tests.diff.conftest import article

FERRY = "The ferry stops for two weeks, the harbour office said on Tuesday."
COUNCIL = "The council approved the new bridge after a long debate on Monday."
SURVEY = "Residents will be asked in a survey what they think of it next year."
LINES = [FERRY, COUNCIL, SURVEY, FERRY.replace("two", "three"), "headline: Ferry stops", f"{FERRY} {COUNCIL}", "Short."]
ARTICLES = st.lists(st.sampled_from(LINES), max_size=7).map(lambda lines: article(*lines))


def ops(old: list[str], new: list[str]) -> list[tuple[Op, int, int]]:
    return [(h.op, h.old_index, h.new_index) for h in diff(article(*old), article(*new)).hunks]


def test_of_nothing_there_are_none() -> None:
    assert ops([], []) == []


def test_a_run_of_equal_blocks_is_one() -> None:
    assert ops([FERRY, COUNCIL], [FERRY, COUNCIL]) == [(Op.EQUAL, 0, 0)]


def test_what_was_deleted_stands_where_it_stood() -> None:
    assert ops([FERRY, COUNCIL, SURVEY], [FERRY, SURVEY]) == [(Op.EQUAL, 0, 0), (Op.DELETE, 1, 1), (Op.EQUAL, 2, 1)]


def test_what_was_added_stands_where_it_stands() -> None:
    assert ops([FERRY, SURVEY], [FERRY, COUNCIL, SURVEY]) == [(Op.EQUAL, 0, 0), (Op.INSERT, 1, 1), (Op.EQUAL, 1, 2)]


def test_a_move_stands_in_its_new_place() -> None:
    assert ops([FERRY, COUNCIL, SURVEY], [COUNCIL, SURVEY, FERRY]) == [(Op.EQUAL, 1, 0), (Op.MOVE, 0, 2)]


def test_an_edited_block_between_equal_ones() -> None:
    assert ops([FERRY, SURVEY], [FERRY.replace("two", "six"), SURVEY]) == [(Op.REPLACE, 0, 0), (Op.EQUAL, 1, 1)]


@settings(max_examples=80)
@given(ARTICLES, ARTICLES)
def test_every_block_stands_in_one_hunk_and_new_reads_in_its_order(old, new) -> None:
    found = diff(old, new).hunks
    assert sorted(n for h in found for n in range(h.old_index, h.old_index + len(h.old))) == list(
        range(len(old.blocks))
    )
    assert [n for h in found for n in range(h.new_index, h.new_index + len(h.new))] == list(range(len(new.blocks)))
    for h in found:
        assert h.old == old.blocks[h.old_index : h.old_index + len(h.old)]
        assert h.new == new.blocks[h.new_index : h.new_index + len(h.new)]


@settings(max_examples=80)
@given(ARTICLES, ARTICLES)
def test_the_words_of_one_way_are_those_of_the_other(old, new) -> None:
    there, back = diff(old, new).words, diff(new, old).words
    assert there.inserted - there.deleted == back.deleted - back.inserted


def hunk(op: Op, *edits: Edit) -> Hunk:
    return Hunk(op, (Block("paragraph", "x"),), (Block("paragraph", "y"),), 0, 0, edits)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], WordCounts()),
        ([hunk(Op.REPLACE, Edit(Op.REPLACE, "two men", "three", 0, 0))], WordCounts(1, 2, 0)),
        ([hunk(Op.REPLACE, Edit(Op.REPLACE, '"a"', "“a”", 0, 0, Level.TYPOGRAPHY))], WordCounts()),
        ([hunk(Op.REPLACE, Edit(Op.REPLACE, "colour", "color", 0, 0, Level.FORM))], WordCounts(1, 1, 0)),
        ([hunk(Op.REPLACE, Edit(Op.EQUAL, "same words", "same words", 0, 0))], WordCounts()),
        ([hunk(Op.MOVE, Edit(Op.EQUAL, "three words moved", "three words moved", 0, 0))], WordCounts(0, 0, 3)),
        (
            [hunk(Op.REPLACE, Edit(Op.DELETE, "a b", "", 0, 0, moved=1), Edit(Op.INSERT, "", "a b", 3, 0, moved=1))],
            WordCounts(0, 0, 2),
        ),
        ([hunk(Op.DELETE, Edit(Op.DELETE, "gone, all of it.", "", 0, 0))], WordCounts(0, 4, 0)),
    ],
)
def test_words_are_counted_by_what_became_of_them(found: list[Hunk], words: WordCounts) -> None:
    assert tally(found) == words
