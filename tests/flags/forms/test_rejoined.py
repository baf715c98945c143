"""Sentences that the other side writes as one."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.flags.forms.rejoined import rejoined


class Sentence(NamedTuple):
    """As much of a sentence as is looked at."""

    text: str
    block: int = 0

    @property
    def bag(self) -> frozenset[str]:
        """Its words."""
        return frozenset(self.text.lower().replace(".", " ").replace(";", " ").split())

    @property
    def told(self) -> frozenset[str]:
        """The same."""
        return self.bag


def join(a: Sentence, b: Sentence) -> Sentence:
    return Sentence(f"{a.text} {b.text}", a.block)


def texts(mine: list[str], others: list[str], blocks: tuple[int, ...] = ()) -> list[str]:
    """The texts of one side as they are put together, of sentences in one block unless it is said otherwise."""
    one = [Sentence(text, block) for text, block in zip(mine, blocks or [0] * len(mine), strict=True)]
    return [s.text for s in rejoined(one, [Sentence(text) for text in others], join)]


ONE, TWO = "The ferry stopped at noon.", "It sailed again on Monday."
BOTH = "The ferry stopped at noon; it sailed again on Monday."


def test_nothing_is_put_together_of_nothing() -> None:
    assert texts([], []) == texts([], [BOTH]) == []
    assert texts([ONE, TWO], []) == [ONE, TWO]


def test_as_many_sentences_as_on_the_other_side_stay_apart() -> None:
    assert texts([ONE, TWO], [BOTH, "Nothing more is known."]) == [ONE, TWO]


@pytest.mark.parametrize(
    "other",
    [
        "The council met yesterday.",
        "The ferry stopped at noon, said the captain of the ship.",  # the first alone
        "On Monday it sailed again, and nobody said why.",  # the second alone
    ],
)
def test_sentences_stay_apart_where_no_other_holds_both(other: str) -> None:
    assert texts([ONE, TWO], [other]) == [ONE, TWO]


def test_sentences_of_two_blocks_stay_apart() -> None:
    assert texts([ONE, TWO], [BOTH], (0, 1)) == [ONE, TWO]


def test_two_that_are_one_are_put_together_and_the_others_stay() -> None:
    assert texts([ONE, TWO], [BOTH]) == [f"{ONE} {TWO}"]
    last, first = "Nobody was hurt.", "A storm came up."
    assert texts([first, ONE, TWO, last], [first, BOTH, last]) == [first, f"{ONE} {TWO}", last]


def test_a_sentence_is_put_to_one_other_at_most() -> None:
    third = "It sailed again on Monday."
    assert texts([ONE, TWO, third], [BOTH]) == [f"{ONE} {TWO}", third]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (["La Profa.", "López habló ayer en Lima."], "La profesora López habló ayer en Lima."),
        (["Jeder 3.", "Deutsche raucht noch immer."], "Jeder dritte Deutsche raucht noch immer."),
    ],
)
def test_a_dot_behind_a_cut_word_or_a_figure_ends_no_sentence(mine: list[str], other: str) -> None:
    assert texts(mine, [other]) == [" ".join(mine)]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (["La Profa", "López habló ayer en Lima."], "La profesora López habló ayer en Lima."),  # no dot
        (["La Xenia.", "López habló ayer en Lima."], "La profesora López habló ayer en Lima."),  # a word of its own
        (["La Profesorissima.", "López habló ayer en Lima."], "La profesora López habló ayer en Lima."),
    ],
)
def test_another_word_before_the_dot_ends_one(mine: list[str], other: str) -> None:
    assert texts(mine, [other]) == mine


WORDS = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=5).map(" ".join)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=4))
def test_no_word_is_lost_and_none_changes_its_place(mine: list[str], others: list[str]) -> None:
    assert " ".join(texts(mine, others)) == " ".join(mine)
