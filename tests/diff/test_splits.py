"""Paragraphs that were split or merged: a pair grows over what stands in its other side, and over nothing else."""

from newsdiff.diff.splits import grown
from newsdiff.model import Op
from tests.diff.conftest import article

ONE = "The council approved the new bridge after a long debate on Monday evening."
TWO = "Work on the northern pier begins in spring, the treasurer told reporters."
THREE = "Residents will be asked in a survey what they think of it next year."


def boxes(old: list[str], new: list[str], kept: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    return grown(article(*old).blocks, article(*new).blocks, kept, [])


def test_equal_blocks_do_not_grow() -> None:
    assert boxes([ONE, TWO], [ONE, TWO], [(0, 0), (1, 1)]) == [(0, 1, 0, 1), (1, 2, 1, 2)]
    assert boxes([], [], []) == []


def test_a_paragraph_that_was_split_spans_its_parts() -> None:
    assert boxes([f"{ONE} {TWO}"], [ONE, TWO], [(0, 0)]) == [(0, 1, 0, 2)]
    assert boxes([f"{ONE} {TWO} {THREE}"], [ONE, TWO, THREE], [(0, 1)]) == [(0, 1, 0, 3)]


def test_paragraphs_that_were_merged_span_the_whole() -> None:
    assert boxes([ONE, TWO], [f"{ONE} {TWO}"], [(0, 0)]) == [(0, 2, 0, 1)]


def test_another_paragraph_beside_it_is_no_part() -> None:
    assert boxes([f"{ONE} {TWO}"], [ONE, THREE], [(0, 0)]) == [(0, 1, 0, 1)]


def test_a_word_or_two_prove_nothing() -> None:
    assert boxes([f"{ONE} He agreed."], [ONE, "He agreed."], [(0, 0)]) == [(0, 1, 0, 1)]


def test_what_is_paired_already_is_taken() -> None:
    assert boxes([f"{ONE} {TWO}", TWO], [ONE, TWO], [(0, 0), (1, 1)]) == [(0, 1, 0, 1), (1, 2, 1, 2)]


def test_a_headline_is_neither_split_nor_a_part() -> None:
    assert boxes([f"headline: {ONE} {TWO}"], [f"headline: {ONE}", TWO], [(0, 0)]) == [(0, 1, 0, 1)]
    assert boxes([f"{ONE} {TWO}"], [ONE, f"dek: {TWO}"], [(0, 0)]) == [(0, 1, 0, 1)]


def test_a_split_is_told_as_one_in_the_whole_comparison(show) -> None:
    [line] = show(f"{ONE} {TWO}", [ONE, TWO])
    assert line.startswith(f"{Op.SPLIT}: ")
