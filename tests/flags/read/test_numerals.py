"""The value of a number, in figures as each country writes them and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.flags.read.numerals import figure, number
from newsdiff.flags.sentence.tokens import LONG_DIGITS, Tokens
from tests.kit.sentences import words_of


def value(text: str, language: str = "en") -> float | None:
    """The value of a text that is a number from its first token to its last."""
    tokens = Tokens(text)
    read = number(tokens, 0, words_of(language), ())
    if read is None:
        return None
    assert read.last == len(tokens) - 1, f"{text} is read up to token {read.last}"
    return read.value


@pytest.mark.parametrize("text", ["10:30", "12/03/2025", "9/11", "7/3", "people", "'", "9" * (LONG_DIGITS + 1)])
def test_no_number(text: str) -> None:
    assert value(text) is None


@pytest.mark.parametrize("text", ["10:30", "3/4", "1.2.3", "1.23.4", "1,2,3"])
def test_no_figure(text: str) -> None:
    assert figure(text, ".") is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0", 0),
        ("7", 7),
        ("1,234", 1234),
        ("1,234,567.5", 1234567.5),
        ("12'500", 12500),
        ("1,50,000", 150000),
        ("3 000", 3000),
        ("3 000 000", 3000000),
        ("2.5", 2.5),
        ("3/4", 0.75),
        ("1¼", 1.25),
        ("1 1/4", 1.25),
        ("2.3 million", 2300000),
        ("54-million", 54000000),
        ("five", 5),
        ("twenty-five", 25),
        ("three hundred and ten", 310),
        ("two thousand five hundred", 2500),
        ("two and a half", 2.5),
        ("three quarters of a million", 750000),
        ("half a million", 500000),
        ("a million", 1000000),
        ("tens of thousands", 10000),
    ],
)
def test_an_english_number(text: str, wanted: float) -> None:
    assert value(text) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("de", "1.234,50", 1234.5),
        ("de", "1.234", 1234),
        ("de", "2,5", 2.5),
        ("de", "2,5 Millionen", 2500000),
        ("fr", "soixante-douze", 72),
        ("fr", "quatre-vingt-dix", 90),
        ("fr", "2,5 millions", 2500000),
        ("fr", "vingt et un", 21),
        ("fr", "soixante et onze", 71),
        ("es", "treinta y dos", 32),
        ("es", "ciento cuarenta y una", 141),
        ("pt", "trinta e dois", 32),
        ("pt", "cento e vinte e três", 123),
    ],
)
def test_a_number_as_its_language_writes_it(language: str, text: str, wanted: float) -> None:
    assert value(text, language) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("word", "point", "comma"),
    [("1,234", 1234, 1.234), ("1.234", 1.234, 1234), ("1.234.567", 1234567, 1234567), ("0,5", 0.5, 0.5)],
)
def test_only_a_lone_mark_before_three_figures_asks_for_the_language(word: str, point: float, comma: float) -> None:
    assert (figure(word, "."), figure(word, ",")) == (point, comma)


@given(st.integers(0, 10**12))
def test_every_way_to_group_thousands_is_one_number(n: int) -> None:
    written = f"{n:,}"
    assert figure(str(n), ".") == figure(written, ".") == figure(written.replace(",", "."), ",") == n
    assert figure(written.replace(",", "'"), ".") == n
    assert value(written.replace(",", "\u202f")) == n


@given(st.integers(0, 10**7), st.integers(0, 99))
def test_a_number_with_cents_is_read_in_both_uses(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    german = english.translate(str.maketrans(",.", ".,"))
    assert figure(english, ".") == figure(german, ",") == pytest.approx(whole + cents / 100)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "twenty and three"), ("de", "zwanzig und drei"), ("es", "cien y doscientos"), ("fr", "vingt et trente")],
)
def test_two_numbers_are_not_added(language: str, text: str) -> None:
    read = number(Tokens(text), 0, words_of(language), ())
    assert read is not None
    assert read.last == 0


def test_a_row_of_millions_is_no_sum_and_ends_nothing() -> None:
    """Only thousands are added to millions, and once."""
    row = Tokens("1 milione e " * 700 + "persone")
    assert number(row, 0, words_of("it"), ()) == (1_000_000, 1)
    assert value("24 milioni e 100 mila", "it") == value("ventiquattro milioni e 100 mila", "it") == 24_100_000
