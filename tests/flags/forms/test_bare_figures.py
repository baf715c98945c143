"""Times and decades that one side writes as bare figures."""

import pytest

from newsdiff.flags.forms.bare_figures import is_written_in, written_otherwise
from newsdiff.flags.read.value import Value
from tests.kit.sentences import sentence


def date(part: str, text: str = "at 4.30pm", last: int = 1) -> Value:
    return Value(sentence(text), 1, last, (part,))


def written(one: Value, text: str, language: str = "en") -> bool:
    other = sentence(text, language)
    return is_written_in(one, other, range(len(other.tokens)))


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("time 16:30", ""),
        ("time 16:30", "They met at 4.31 there."),
        ("time 16:30", "They met at 5.30 there."),
        ("time 16:30", "They met at 430 there."),
        ("time 16:30", "They met at 25.30 there."),
        ("time noon", "They met at 12.00 there."),
        ("day 4", "They met at 4.30 there."),
        ("year 1960", "They met in the sixties."),
    ],
)
def test_another_time_and_what_is_none(part: str, text: str) -> None:
    assert not written(date(part), text)


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("time 16:30", "They met at 4.30 there."),
        ("time 16:30", "They met at 16:30 there."),
        ("time 4:30", "They met at 16.30 there."),
        ("time 7:52", "They met at 07.52 there."),
        ("time 0:15", "They met at 12.15 there."),
        ("time 0:15", "They met at 24.15 there."),
    ],
)
def test_a_time_in_whichever_half_of_the_day(part: str, text: str) -> None:
    assert written(date(part), text)


def test_a_decade_in_a_word_where_the_other_side_has_its_figures() -> None:
    one = Value(sentence("in the 1960 s"), 2, 3, ("year 1960",))
    assert written(one, "in the Sixties")
    assert not written(one, "in the Seventies")
    assert not written(one, "in the sechziger", "de")


def test_a_date_of_several_parts_is_no_bare_figure() -> None:
    assert not written(Value(sentence("at 4.30pm"), 1, 1, ("time 16:30", "day 4")), "at 4.30")


def test_dates_that_the_other_side_has_as_figures_are_taken_out() -> None:
    one, other = date("time 16:30"), date("time 9:00")
    there = sentence("They met at 4.30 there.")
    assert written_otherwise([], [there], []) == []
    assert written_otherwise([one, other], [there], []) == [other]
    assert written_otherwise([one], [], []) == [one]


def test_a_figure_that_is_a_date_there_is_not_bare() -> None:
    one, there = date("time 16:30"), sentence("They met at 4.30 there.")
    at = there.tokens.low.index("4.30")
    assert written_otherwise([one], [there], [Value(there, at, at, ("time 4:30",))]) == [one]
