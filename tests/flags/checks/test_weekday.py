"""A weekday that does not fall on its date: only where day, month and year are beyond doubt."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff.flags import check

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BASES = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def found(text: str, published: str | None = None, language: str = "en") -> list[str]:
    article = newsdiff.article([text], language=language)._replace(published=published)
    return [one.reason for one in check(article) if one.kind == "weekday"]


def said(day: date, shift: int = 0) -> str:
    name = DAYS[(day.weekday() + shift) % 7]
    return f"The council met on {name}, {day.day} {day:%B} {day.year} in the town hall."


@given(BASES)
def test_a_weekday_that_falls_on_its_date_is_silent(day: date) -> None:
    assert found(said(day)) == []


@given(BASES, st.integers(1, 6))
def test_any_other_weekday_is_named_with_the_right_one(day: date, shift: int) -> None:
    assert found(said(day, shift)) == [f"{day.isoformat()} is a {DAYS[day.weekday()]}"]


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday.",
        "The council met on 12 March 2025.",
        "The council meets on Mondays, from 12 March 2025.",
        "The council met on Monday, 31 February 2025.",
        "The council met on Monday, 12 March.",  # of which year?
        "It runs from Monday, 10 March to Friday, 14 March 2025.",
    ],
)
def test_what_is_in_doubt_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("months", [-5, -1, 0, 1, 5])
def test_a_date_without_a_year_is_the_one_nearest_to_the_publication(months: int) -> None:
    published = (date(2025, 3, 12) + timedelta(days=30 * months)).isoformat()
    assert found("He came on Wednesday, 12 March.", published) == []
    assert found("He came on Monday, 12 March.", published) == ["2025-03-12 is a Wednesday"]


@pytest.mark.parametrize("published", ["soon", "", "2025", "0000-00-00"])
def test_a_publication_time_that_cannot_be_read_tells_no_year(published: str) -> None:
    assert found("He came on Monday, 12 March.", published) == []


def test_other_languages_with_a_table_are_read_too() -> None:
    assert found("Der Rat tagte am Montag, 12. März 2025.", language="de") == ["2025-03-12 is a Wednesday"]
    assert found("Der Rat tagte am Mittwoch, 12. März 2025.", language="de") == []
