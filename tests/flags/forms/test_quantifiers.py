"""Quantifiers that changed, and those that changed beside a negation."""

import pytest

from newsdiff.flags.forms.quantifiers import quantifiers
from newsdiff.flags.sentence.alignment import Alignment
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    sides = Tokens(old), Tokens(new)
    found = quantifiers(sides, Alignment(*sides, words_of()).apart, words_of())
    gone, came = ([t.low[i] for i in sorted(f)] for t, f in zip(sides, found, strict=True))
    return gone, came


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Some schools closed.", "Some schools closed."),
        ("Red schools closed.", "Blue schools closed."),
        ("Some schools closed.", "Green schools closed."),  # a word in its place that is no quantifier
        ("Some old schools closed early.", "All the new ones in town opened early."),
        ("Nobody but members may vote.", "Only members may vote."),
        ("Some schools did not close.", "All schools did close."),
    ],
)
def test_no_quantifier_changed(old: str, new: str) -> None:
    assert changed(old, new) == ([], [])


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("Some schools closed.", "All schools closed.", ["some"], ["all"]),
        ("Only members may vote.", "Members may vote.", ["only"], []),
        ("Members may vote.", "Only members may vote.", [], ["only"]),
        ("All schools closed.", "Three schools closed.", ["all"], ["three"]),
        ("Both drivers died.", "One driver died.", ["both"], ["one"]),
    ],
)
def test_a_quantifier_in_the_place_of_another(old: str, new: str, gone: list[str], came: list[str]) -> None:
    assert changed(old, new) == (gone, came)


def test_without_a_table_there_are_none() -> None:
    sides = Tokens("Some schools"), Tokens("All schools")
    assert quantifiers(sides, Alignment(*sides, None).apart, None) == (frozenset(), frozenset())
