"""A sentence that still stands in the other text was not taken away."""

import pytest

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.sentence.elsewhere import Elsewhere

TOLD = "The council meets in spring."
RAIN = "It rained all night on the quay."


def elsewhere(old: list[str], new: list[str]) -> Elsewhere:
    return Elsewhere(diff(newsdiff.article(old), newsdiff.article(new)))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("", []),
        (TOLD, []),
        (TOLD, [RAIN]),
        ("Nobody was hurt.", ["Nobody was hurt."]),
        (TOLD, [f"Nobody knows why {TOLD}"]),
        (TOLD, [f"{TOLD}1 It rained."]),
        ("council meets in spring.", [TOLD]),
        (TOLD, [TOLD.upper()]),
    ],
    ids=["nothing", "no text", "other words", "three words", "in a sentence", "before a letter", "a part", "capitals"],
)
def test_what_stands_nowhere_as_a_whole(text: str, new: list[str]) -> None:
    assert elsewhere([text], new).block(text, new=True) is None


@pytest.mark.parametrize(
    ("new", "block"),
    [
        ([TOLD], 0),
        ([RAIN, TOLD], 1),
        ([RAIN, f"{RAIN} {TOLD}", RAIN], 1),
        ([f"{TOLD} {RAIN}", RAIN], 0),
        ([RAIN, f"He said: {TOLD}"], 1),
        ([RAIN, f"(It snowed.) {TOLD}"], 1),
        ([RAIN, f"It snowed…{TOLD}"], 1),
    ],
)
def test_the_block_that_a_sentence_stands_in(new: list[str], block: int) -> None:
    assert elsewhere([f"{TOLD} It snowed."], new).block(TOLD, new=True) == block


def test_either_side_can_be_asked() -> None:
    found = elsewhere([RAIN, f"{RAIN} {TOLD}"], [TOLD, RAIN])
    assert (found.block(TOLD, new=False), found.block(TOLD, new=True)) == (1, 0)


def test_a_sentence_of_a_script_without_spaces_is_short_by_its_gaps() -> None:
    text = "市長は記者会見で辞任すると述べた。"
    assert elsewhere([text], [RAIN, text]).block(text, new=True) is None


@pytest.mark.parametrize(("old", "new"), [([TOLD, TOLD], [TOLD]), ([TOLD], [TOLD, RAIN, TOLD]), ([RAIN], [TOLD])])
def test_what_one_side_says_more_often_was_added_or_taken_out(old: list[str], new: list[str]) -> None:
    found = elsewhere(old, new)
    assert found.block(TOLD, new=True) is None
    assert found.block(TOLD, new=False) is None


def test_of_two_places_the_first_counts() -> None:
    assert elsewhere([TOLD, TOLD], [RAIN, TOLD, TOLD]).block(TOLD, new=True) == 1


def test_after_five_hundred_sentences_nobody_looks_any_more() -> None:
    found = elsewhere([TOLD], [TOLD])
    for n in range(499):
        assert found.block(f"This is sentence number {n}.", new=True) is None
    assert found.block("Too short.", new=True) is None  # which costs nothing
    assert found.block(TOLD, new=True) == 0
    assert found.block(TOLD, new=True) is None
