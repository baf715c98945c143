"""Years without their century and decades, as each language writes them."""

import pytest

from newsdiff.flags.forms.short_years import short_year
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def read(text: str, language: str) -> list[tuple[str, ...]]:
    """The forms of all short years and decades in a text, each with the number of tokens that it takes."""
    tokens, found, at = Tokens(text), [], 0
    while at < len(tokens):
        reading = short_year(tokens, at, words_of(language))
        if reading:
            found.append((*reading.forms, tokens.span(at, reading.past - 1)))
        at = reading.past if reading else at + 1
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It cost 68 in all", "en"),
        ("the '680 model", "en"),
        ("5'68", "en"),
        ("up '68%", "en"),
        ("le 12 mai 31", "fr"),  # a day may be so large
        ("mai 68 %", "fr"),
        ("les 80 pages", "fr"),
        ("68 élus", "fr"),
        ("les années 85", "fr"),  # no decade begins there
        ("les années 10", "fr"),
        ("los ochenta países", "es"),
        ("los 80 millones", "es"),
        ("los 80 euros", "es"),
        ("80 Jahre", "de"),
        ("achtzig Jahre", "de"),
        ("los ochenta diputados", "es"),
        ("85er Jahre", "de"),
        ("Autofahrer", "de"),
    ],
)
def test_no_year_and_no_decade(text: str, language: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "form", "span"),
    [
        ("the summer of '68", "en", "<y68>", "'68"),
        ("the ’05 season", "en", "<y05>", "’05"),
        ("sinds '68", "nl", "<y68>", "'68"),
        ("gli anni '80", "it", "<decade 80>", "anni '80"),
        ("depuis mai 68", "fr", "<y68>", "68"),
        ("les années 80", "fr", "<decade 80>", "années 80"),
        ("les années 1980", "fr", "<decade 1980>", "années 1980"),
        ("les années quatre-vingt", "fr", "<decade 80>", "années quatre-vingt"),
        ("la década de los 80", "es", "<decade 80>", "década de los 80"),
        ("en los ochenta", "es", "<decade 80>", "los ochenta"),
        ("in den 80er Jahren", "de", "<decade 80>", "80er Jahren"),
        ("die 1980er-Jahre", "de", "<decade 1980>", "1980er-Jahre"),
        ("die achtziger Jahre", "de", "<decade 80>", "achtziger Jahre"),
        ("in den Achtzigerjahren", "de", "<decade 80>", "Achtzigerjahren"),
    ],
)
def test_a_year_or_a_decade(text: str, language: str, form: str, span: str) -> None:
    assert read(text, language) == [(form, span)]


@pytest.mark.parametrize("decade", range(20, 100, 10))
def test_each_decade_of_a_century_is_read_in_figures_and_in_words(decade: int) -> None:
    word = {v: k for k, v in words_of("de").cardinals.items() if v == decade}[decade]
    assert {form for form, _ in read(f"die {decade}er Jahre und die {word}er Jahre", "de")} == {f"<decade {decade}>"}
