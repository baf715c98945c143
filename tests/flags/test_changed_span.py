"""What a reader would quote of a change: the changed words, two at most on either side."""

import pytest

from newsdiff.flags.changed_span import around_change, changed_tokens, holds_change, near_change
from newsdiff.flags.sentence.passages import Pair
from tests.kit.sentences import sentence

OLD, NEW = "The mayor was not at her post in the town hall today.", "The mayor was at her post in the town hall today."


def pair(old: str = OLD, new: str = NEW) -> Pair:
    return Pair(sentence(old), sentence(new))


def test_equal_sentences_have_no_changed_tokens() -> None:
    one = pair(NEW, NEW)
    assert one.old and one.new
    assert changed_tokens(one, one.old) == changed_tokens(one, one.new) == frozenset()
    assert near_change(one, one.old, 0, 9) == (0, 9)
    assert not holds_change(one, one.new, 0, 99)


def test_changed_tokens_are_those_of_the_side() -> None:
    one = pair()
    assert one.old and one.new
    assert changed_tokens(one, one.old) == {3}
    assert changed_tokens(one, one.new) == frozenset()


@pytest.mark.parametrize(
    ("first", "last", "cut"),
    [
        (0, 11, (1, 5)),
        (3, 3, (3, 3)),
        (2, 4, (2, 4)),
        (3, 11, (3, 5)),
        (0, 3, (1, 3)),
        (4, 11, (4, 11)),
        (0, 2, (0, 2)),
    ],
)
def test_a_span_is_cut_to_the_change_in_it(first: int, last: int, cut: tuple[int, int]) -> None:
    one = pair()
    assert one.old
    assert near_change(one, one.old, first, last) == cut
    assert holds_change(one, one.old, first, last) is (first <= 3 <= last)


@pytest.mark.parametrize(
    ("old", "new", "word", "spans"),
    [
        (OLD, NEW, "not", ("was not at her", "was at her")),
        ("Not at home.", "At home.", "not", ("Not at home", "At home")),
        ("It rained, not here.", "It rained, here.", "not", ("not here", "here")),
        ("It was not.", "It was.", "not", ("was not", "was")),
    ],
    ids=["inside", "at the head", "behind a mark", "at the end"],
)
def test_both_sides_of_a_change(old: str, new: str, word: str, spans: tuple[str, str]) -> None:
    one = pair(old, new)
    assert one.old
    assert around_change(one, one.old, one.old.tokens.low.index(word)) == spans


def test_a_token_that_did_not_change_is_quoted_alone() -> None:
    one = pair()
    assert one.old and one.new
    assert around_change(one, one.old, 1) == ("mayor", "")
    assert around_change(one, one.new, 1) == ("", "mayor")


def test_a_change_seen_from_the_new_side() -> None:
    one = pair(NEW, OLD)
    assert one.new
    assert around_change(one, one.new, 3) == ("was at her", "was not at her")
