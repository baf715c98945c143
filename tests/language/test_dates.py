"""Dates in running text: where they stand, and the days that they name beyond doubt."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.dates import days, spans


def found(line: str) -> list[str]:
    return [line[start:end] for start, end in spans(line)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "No date at all.",
        "May I come in?",
        "12 March",
        "In 2021 it rained.",
        "March of the penguins",
        "12:30",
        "1.5 million",
        "2021 people came",
    ],
)
def test_what_is_no_whole_date(line: str) -> None:
    assert days(line) == frozenset()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12 March 2025", date(2025, 3, 12)),
        ("March 12, 2025", date(2025, 3, 12)),
        ("March 12th, 2025", date(2025, 3, 12)),
        ("Wednesday, 12 Mar 2025, 08:15 GMT", date(2025, 3, 12)),
        ("2025-03-12", date(2025, 3, 12)),
        ("2025-03-12T10:00Z", date(2025, 3, 12)),
        ("12.3.2025", date(2025, 3, 12)),
        ("12. März 2025", date(2025, 3, 12)),
        ("le 12 mars 2025", date(2025, 3, 12)),
        ("12 de marzo de 2025", date(2025, 3, 12)),
        ("12 marzo 2025", date(2025, 3, 12)),
        ("12 maart 2025", date(2025, 3, 12)),
        ("1er mars 2025", date(2025, 3, 1)),
    ],
)
def test_one_day_in_many_spellings(line: str, day: date) -> None:
    assert days(line) == {day}
    assert len(found(line)) == 1 or line[:4].isdigit() or "." in line


@pytest.mark.parametrize(
    "line", ["31 February 2025", "2025-13-01", "2025-02-30", "32.1.2025", "0 March 2025", "12.13.2025"]
)
def test_a_day_that_never_was_is_none(line: str) -> None:
    assert days(line) == frozenset()


def test_several_days_in_one_line() -> None:
    line = "Updated on March 22nd, 2021 (first published 2021-03-20), corrected 23.3.2021"
    assert days(line) == {date(2021, 3, 22), date(2021, 3, 20), date(2021, 3, 23)}


@pytest.mark.parametrize("line", ["3/4/2025", "03/04/25"])
def test_figures_whose_order_is_in_doubt_name_no_day(line: str) -> None:
    assert days(line) == frozenset()


def test_the_place_of_a_date_is_its_own() -> None:
    assert found("Published on 12 March 2025 by Ann Lee") == ["12 March 2025"]
    assert found("Stand: 12. März 2025, 8 Uhr") == ["12. März 2025"]


@given(st.text("0123456789 .-/,thMarchMaioİ\u0301", max_size=60))
def test_places_are_within_the_line_and_in_order(line: str) -> None:
    places = list(spans(line))
    assert all(0 <= start < end <= len(line) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert days(day.isoformat()) == {day}
    assert days(f"{day.day}.{day.month}.{day.year}") == {day}
    assert days(f"{day:%B} {day.day}, {day.year}") == {day}
