"""Times, days and dates as some languages write them in figures."""

import pytest

from newsdiff.flags.read.times.clock_forms import bare_day, figure_date, first_day, written_time, year_to
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def times(text: str, language: str) -> list[str]:
    """The written times of a text."""
    tokens, found, at = Tokens(text), [], 0
    while at < len(tokens):
        read = written_time(tokens, at, words_of(language))
        if read:
            found.append(f"{read.hour}:{read.minutes}")
        at = read.last + 1 if read else at + 1
    return found


def dates(text: str, language: str) -> list[str]:
    """The dates in figures of a text."""
    tokens, words = Tokens(text), words_of(language)
    read = (figure_date(tokens, at, words) for at in range(len(tokens)))
    return [", ".join(one.parts) for one in read if one]


def days(text: str, language: str) -> list[str]:
    """The days of a text that stand without their month."""
    tokens, words = Tokens(text), words_of(language)
    return [tokens.raw[at] for at in range(len(tokens)) if bare_day(tokens, at, words)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It costs 14.30", "en"),
        ("14h75", "fr"),
        ("25h30", "fr"),
        ("dure 1h30", "fr"),  # a duration
        ("cuesta 18.30 euros", "es"),
        ("las 18 personas", "es"),
        ("a las 25", "es"),
        ("um 7,30 %", "de"),
    ],
)
def test_no_time(text: str, language: str) -> None:
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "time"),
    [
        ("à 14h30", "fr", "14:30"),
        ("à 14 h 30", "fr", "14:30"),
        ("om 19u30", "nl", "19:30"),
        ("a las 18.30", "es", "18:30"),
        ("a las 6 de la tarde", "es", "18:00"),
        ("alle 7,30", "it", "7:30"),
        ("alle 18", "it", "18:00"),
    ],
)
def test_a_time(text: str, language: str, time: str) -> None:
    assert times(text, language) == [time]


@pytest.mark.parametrize(
    ("text", "language", "time"), [("9.00 a 13.30 horas", "es", "9:00"), ("von 6 bis 22 Uhr", "de", "6:00")]
)
def test_hours_that_run_to_others_begin_with_a_time(text: str, language: str, time: str) -> None:
    assert times(text, language)[:1] == [time]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("it runs 3/11", "en"),
        ("3/4 de la population", "fr"),
        ("32/11", "fr"),
        ("le 3/13", "fr"),
        ("depuis 3/4", "fr"),  # three quarters
        ("3-11", "de"),
        ("3-13-2024", "nl"),
        ("32-11-2024", "nl"),
        ("3-11-20244", "nl"),
        ("3-11 -2024", "nl"),
    ],
)
def test_no_date(text: str, language: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "date"),
    [
        ("le 3/11", "fr", "day 3, month 11"),
        ("lundi 3/4", "fr", "day 3, month 4"),
        ("lundi, 3/4", "fr", "day 3, month 4"),
        ("le 03/04", "fr", "day 3, month 4"),
        ("depuis 03/04", "fr", "day 3, month 4"),
        ("op 3-11-2024", "nl", "day 3, month 11, year 2024"),
        ("op 03-11-'24", "nl", "day 3, month 11, year 2024"),
    ],
)
def test_a_date(text: str, language: str, date: str) -> None:
    assert dates(text, language) == [date]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("jusqu'au 32", "fr"),
        ("jusqu'au 30 %", "fr"),
        ("le 30 personnes", "fr"),
        ("el 3° envío", "es"),
        ("bis zum 30", "de"),  # the day has its dot
        ("bis zum 30. Mann", "de"),
        ("30", "fr"),
    ],
)
def test_no_bare_day(text: str, language: str) -> None:
    assert days(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("jusqu'au 30", "fr", "30"),
        ("jusqu'au 30, dit-il", "fr", "30"),
        ("bis zum 30.", "de", "30"),
        ("el 14", "es", "14"),
    ],
)
def test_a_bare_day(text: str, language: str, day: str) -> None:
    assert days(text, language) == [day]


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("primero de agosto", "es", True),
        ("primero de todos", "es", False),
        ("segundo de agosto", "es", False),
        ("primo maggio", "it", True),
        ("primo ministro", "it", False),
    ],
)
def test_the_first_of_a_month(text: str, language: str, first: bool) -> None:
    assert first_day(Tokens(text), 0, words_of(language)) == first


@pytest.mark.parametrize(
    "text", ["1939-", "1939-2", "1939-450", "1939 - 45", "1945-39", "1939-39", "1939-45-50", "1939"]
)
def test_no_span_of_years(text: str) -> None:
    assert year_to(Tokens(text), 0) == ""


def test_the_last_year_of_a_span_is_of_the_same_century() -> None:
    assert year_to(Tokens("1939-45"), 0) == "1945"
    assert year_to(Tokens("2019–20, so long"), 0) == "2020"
