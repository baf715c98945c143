"""A flag rests on words that changed: it is widened to one, or not made."""

import pytest

from newsdiff.flags.grounding import Grounds
from newsdiff.model import Flag, FlagKind, Severity
from tests.kit.comparisons import comparison

OLD = "The mayor said that 12 people came, and the bridge is shut."
NEW = "The mayor said that 15 people came, and the bridge is open."


def grounded(kind: FlagKind, old: str, new: str, before: str = OLD, after: str = NEW) -> tuple[str, str] | None:
    at = 1  # the paragraph behind the unchanged one
    flag = Flag(kind, Severity.HIGH, old, new, "so", at, at)
    found = Grounds(comparison(before, after)).grounded(flag)
    return (found.old, found.new) if found else None


def test_a_flag_on_changed_words_stays() -> None:
    assert grounded(FlagKind.NUMBER, "12 people", "15 people") == ("12 people", "15 people")


def test_a_flag_beside_a_changed_word_is_widened_to_it() -> None:
    assert grounded(FlagKind.NUMBER, "people", "people") == ("12 people", "15 people")


def test_a_flag_far_from_any_change_is_not_made() -> None:
    long = "The mayor said in the hall of the town near the river that 12 came."
    assert grounded(FlagKind.NAME, "mayor", "mayor", long, long.replace("12", "15")) is None


def test_the_place_that_changed_is_looked_for_among_several() -> None:
    before = "The bridge is old and the bridge is shut today."
    assert grounded(FlagKind.LABEL, "the bridge", "the bridge", before, before.replace("shut", "open")) is not None


@pytest.mark.parametrize(
    "kind", [FlagKind.HEADLINE, FlagKind.BYLINE, FlagKind.PUBLISHED, FlagKind.MOVED, FlagKind.ADDED]
)
def test_flags_of_whole_blocks_need_no_changed_word(kind: FlagKind) -> None:
    assert grounded(kind, "The mayor", "The mayor") == ("The mayor", "The mayor")


def test_a_quotation_shown_twice_alike_gives_way_to_the_sentences() -> None:
    assert grounded(FlagKind.QUOTE, "the bridge", "the bridge") == (OLD, NEW)
    assert grounded(FlagKind.QUOTE, "is shut", "is open") == ("is shut", "is open")


def test_a_span_that_stands_nowhere_is_left_as_it_is() -> None:
    assert grounded(FlagKind.NAME, "Nobody", "Somebody") == ("Nobody", "Somebody")
