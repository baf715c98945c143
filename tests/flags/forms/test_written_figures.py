"""Dates, times and numbers as their values, whatever way of its language a house writes them."""

from collections.abc import Callable

import pytest

from newsdiff.flags.forms.written_figures import (
    ValueReading,
    date_at,
    numbered_word,
    phone_at,
    time_at,
    value_at,
)
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from tests.kit.sentences import words_of

Reader = Callable[[Tokens, int, WordTable], ValueReading | None]
Read = tuple[list[str], str] | None


def read(reader: Reader, text: str, language: str, at: int = 0) -> Read:
    """The forms of what stands at a token, and the words behind it; None where nothing is read."""
    tokens = Tokens(text)
    found = reader(tokens, at, words_of(language))
    return None if found is None else (list(found.forms), " ".join(tokens.raw[found.past :]))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Haus", "de"),
        ("32. Nov.", "de"),
        ("0. Nov.", "de"),
        ("3. Haus", "de"),
        ("3.13. war", "de"),
        ("3 maisons", "fr"),
        ("dritter Mann", "de"),
        ("3 Ma.", "de"),
    ],
)
def test_no_date(text: str, language: str) -> None:
    assert read(date_at, text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "forms", "rest"),
    [
        ("3. November war", "de", ["<day 3>", "<month 11>"], "war"),
        ("3. Nov. war", "de", ["<day 3>", "<month 11>"], "war"),
        ("dritter November war", "de", ["<day 3>", "<month 11>"], "war"),
        ("3.11. war", "de", ["<day 3>", "<month 11>"], "war"),
        ("03.03. war", "de", ["<day 3>", "<month 3>"], "war"),
        ("3.11. 2024 war", "de", ["<day 3>", "<month 11>", "<n2024>"], "war"),
        ("3 de noviembre fue", "es", ["<day 3>", "<month 11>"], "fue"),
        ("3 novembre fu", "it", ["<day 3>", "<month 11>"], "fu"),
        ("1er janvier était", "fr", ["<day 1>", "<month 1>"], "était"),
        ("31 décembre était", "fr", ["<day 31>", "<month 12>"], "était"),
    ],
)
def test_a_day_and_its_month(text: str, language: str, forms: list[str], rest: str) -> None:
    assert read(date_at, text, language) == (forms, rest)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Haus", "de"), ("14 millions", "fr"), ("25 h", "fr"), ("14,30 euro", "it"), ("une porte", "fr")],
)
def test_no_time(text: str, language: str) -> None:
    assert read(time_at, text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("14h30", "fr", "<t14:30>"),
        ("14 h 30", "fr", "<t14:30>"),
        ("14:30", "de", "<t14:30>"),
        ("14.30 Uhr", "de", "<t14:30>"),
        ("ore 14:30", "it", "<t14:30>"),
        ("14 Uhr", "de", "<t14:00>"),
        ("7 Uhr abends", "de", "<t19:00>"),
        ("2h24m10s", "fr", "<t2:24:10>"),
        ("24:00", "de", "<t0:00>"),
    ],
)
def test_a_time_in_each_of_its_ways(text: str, language: str, form: str) -> None:
    found = read(time_at, text, language)
    assert found is not None
    assert found[0] == [form]
    assert found[1] == ""


def test_an_hour_in_a_word_may_be_of_either_half_of_the_day() -> None:
    found = read(time_at, "sieben Uhr", "de")
    assert found is not None
    assert found[0] == ["<s7:00>"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Haus", "de"), ("16 jährig", "de"), ("16-47", "de"), ("sechzehn", "de"), ("sechzehnte", "de"), ("1-a", "de")],
)
def test_no_word_that_begins_with_a_number(text: str, language: str) -> None:
    assert read(numbered_word, text, language) is None


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("16-jährig", "sechzehnjährig", "de"),
        ("16jährig", "sechzehnjährig", "de"),
        ("5-köpfig", "fünfköpfig", "de"),
        ("2-koppig", "tweekoppig", "nl"),
    ],
)
def test_a_number_and_a_word_in_one(one: str, other: str, language: str) -> None:
    found = read(numbered_word, one, language)
    assert found is not None
    assert found == read(numbered_word, other, language)


@pytest.mark.parametrize(
    ("text", "language"), [("Haus", "de"), ("-", "de"), ("minus", "de"), ("minus Haus", "de"), ("CD", "de")]
)
def test_no_value(text: str, language: str) -> None:
    assert read(value_at, text, language) is None


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("3 000", "fr", "<n3000>"),
        ("3.000", "de", "<n3000>"),
        ("tres mil", "es", "<n3000>"),
        ("1,2 Millionen", "de", "<n1200000>"),
        ("minus 5", "de", "<n-5>"),
        ("zweite", "de", "<n2>"),
        ("XXIe", "fr", "<n21>"),
        ("XIV", "fr", "<n14>"),
        ("XL", "fr", "<n40>"),
        ("vijf-en-twintig", "nl", "<n25>"),
    ],
)
def test_a_number_in_each_of_its_ways(text: str, language: str, form: str) -> None:
    assert read(value_at, text, language) == ([form], "")


@pytest.mark.parametrize("roman", ["IIII", "VX", "IC", "xiv", "MIX"])
def test_what_is_no_roman_number(roman: str) -> None:
    assert read(value_at, roman, "fr") is None


def test_the_dot_of_a_cut_scale_is_read_with_it_but_not_that_of_the_sentence() -> None:
    assert read(value_at, "1,2 Mio. Euro", "de") == (["<n1200000>"], "Euro")
    assert read(value_at, "1,2 Mio.", "de") == (["<n1200000>"], ".")


def test_hours_and_minutes_are_one_measure() -> None:
    hours, minutes = read(value_at, "2 Stunden", "de"), read(value_at, "120 Minuten", "de")
    assert hours is not None
    assert hours == minutes == (["<d120>"], "")


@pytest.mark.parametrize("text", ["0651 97 79 22 90", "06519779-2290", "0651 9779 2290"])
def test_a_telephone_number_in_whatever_groups(text: str) -> None:
    tokens = Tokens(f"Tel. {text} heute")
    at = next(i for i, word in enumerate(tokens.raw) if word.startswith("0651"))
    found = phone_at(tokens, at)
    assert found is not None
    assert found.forms == ("<n65197792290>",)
    assert tokens.raw[found.past :] == ["heute"]
    assert phone_at(tokens, 0) is None
