"""Dates are read as their parts; what only looks like one is none."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.read.dates import dates
from newsdiff.flags.read.times.slips import misspelt_day
from tests.kit.sentences import LANGUAGES, sentence, strange, words_of


def read(text: str, language: str = "en") -> list[tuple[str, tuple[str, ...]]]:
    return [(value.span, value.parts) for value in dates(sentence(text, language), words_of(language))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Nothing of the kind.",
        "He may march on, the sun sat low.",
        "2000 people came, £1990 was paid.",
        "See https://example.org/2021/05/03/a for more.",
        "Born on 99/99/2025, he says.",
        "An Eid ceasefire holds.",
        "The EID card costs little.",
        "The Housing Act 1988 says so.",
        "習近平在北京。",
        "من ١٢ إلى ١٥",
    ],
)
def test_no_date_is_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "span", "parts"),
    [
        ("It was on 12 March 2021.", "12 March 2021", ("day 12", "month 3", "year 2021")),
        ("On the 14th of July it began.", "14th of July", ("day 14", "month 7")),
        ("It runs 3, 4 and 5 May.", "3, 4 and 5 May", ("day 3", "day 4", "day 5", "month 5")),
        ("On May 3-5 it runs.", "May 3-5", ("month 5", "day 3", "day 5")),
        ("Dated 2025-03-12.", "2025-03-12", ("year 2025", "month 3", "day 12")),
        ("Dated 12/03/2025.", "12/03/2025", ("day 12", "month 3", "year 2025")),
        ("Dated 03/13/25.", "03/13/25", ("day 13", "month 3", "year 2025")),
        ("Doors close at noon.", "noon", ("time 12:00",)),
        ("Doors close at 12am.", "12am", ("time 00:00",)),
        ("Doors close at 11.59pm.", "11.59pm", ("time 23:59",)),
        ("It begins at half past nine.", "half past nine", ("time 09:30",)),
        ("It begins at nine o'clock tonight.", "nine o'clock tonight", ("time 21:00", "day tonight")),
        ("In the 1990s it fell.", "1990s", ("year 1990",)),
        ("In the 1300s it fell.", "1300s", ("year 1300",)),
        ("In 2020/21 it fell.", "2020/21", ("year 2020/21",)),
        ("They met last week.", "last week", ("near last", "unit week")),
        ("They met in late March.", "late March", ("part late", "month 3")),
        ("They met on Friday's flight.", "Friday's", ("weekday 5",)),
        ("They meet on Christmas Day.", "Christmas Day", ("holiday christmas",)),
        ("On Wendesday they met.", "Wendesday", ("weekday 3",)),
    ],
)
def test_a_date_is_read_as_its_parts(text: str, span: str, parts: tuple[str, ...]) -> None:
    assert read(text) == [(span, parts)]


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("de", "Am 3.5. begann es.", ("day 3", "month 5")),
        ("de", "Der 3. Mai war kalt.", ("day 3", "month 5")),
        ("fr", "Le 3 mai 2021, il pleut.", ("day 3", "month 5", "year 2021")),
        ("fr", "Il part à 14h30.", ("time 14:30",)),
        ("es", "El 3 de mayo llueve.", ("day 3", "month 5")),
    ],
)
def test_a_date_is_read_as_its_language_writes_it(language: str, text: str, parts: tuple[str, ...]) -> None:
    assert [found for _, found in read(text, language)] == [parts]


def test_two_dates_apart_are_two() -> None:
    assert [span for span, _ in read("They met on 3 May and again in June 2022.")] == ["3 May", "June 2022"]


@given(
    day=st.integers(1, 31),
    month=st.sampled_from(("January", "February", "March", "April", "May", "September")),
    year=st.integers(1800, 2099),
)
def test_the_two_orders_of_english_dates_say_the_same(day: int, month: str, year: int) -> None:
    one, other = read(f"It was on {day} {month} {year}."), read(f"It was on {month} {day}, {year}.")
    assert len(one) == len(other) == 1
    assert set(one[0][1]) == set(other[0][1])


@settings(max_examples=60)
@given(text=strange(), language=st.sampled_from(LANGUAGES))
def test_dates_stand_in_order_and_never_overlap(text: str, language: str) -> None:
    found = dates(sentence(text, language), words_of(language))
    assert all(value.parts and value.span in text for value in found)
    assert all(a.last < b.first for a, b in pairwise(found))


def test_a_slip_of_the_pen_is_one_letter_in_the_name_of_a_day_or_month() -> None:
    words = words_of()
    assert [misspelt_day(w, words) for w in ("wednesday", "may", "someday", "holiday")] == [""] * 4
    assert misspelt_day("wendesday", words) == "wednesday"
    assert misspelt_day("febuary", words) == "february"
