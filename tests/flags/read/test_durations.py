"""How long something lasts, beside times of day that look alike."""

import pytest

from newsdiff.flags.read.times.durations import duration, lasts
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def durations(text: str, language: str) -> list[tuple[float, str]]:
    """The durations in a text: minutes, and the words that tell them."""
    tokens, found, at = Tokens(text), [], 0
    while at < len(tokens):
        read = duration(tokens, at, words_of(language))
        if read:
            found.append((round(60 * read.hours, 6), tokens.span(at, read.last)))
        at = read.last + 1 if read else at + 1
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry left at 9.", "en"),
        ("It took two hours.", "en"),  # no part of an hour
        ("Le train part à 14 h 30.", "fr"),
        ("Il arrive à 14h30.", "fr"),
        ("Le train part à neuf heures et demie.", "fr"),
        ("Das Spiel beginnt um 15 Uhr 30.", "de"),
        ("El tren sale a las 9 h 15.", "es"),
        ("às 15h30min", "pt"),
        ("1200 h 30 min", "fr"),  # so many hours nobody tells with their minutes
        ("2 h 75 min", "fr"),  # an hour has no 75 minutes
        ("2 heures 10 personnes", "fr"),
    ],
)
def test_no_duration(text: str, language: str) -> None:
    assert durations(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "minutes", "told"),
    [
        ("The trip is 1 hour 12 minutes long", "en", 72, "1 hour 12 minutes"),
        ("Le trajet dure 1 h 12", "fr", 72, "1 h 12"),
        ("Le trajet dure environ 1h12", "fr", 72, "1h12"),
        ("en 2h05min", "fr", 125, "2h05min"),
        ("deux heures et dix minutes", "fr", 130, "deux heures et dix minutes"),
        ("eine Stunde und zwölf Minuten", "de", 72, "eine Stunde und zwölf Minuten"),
        ("hora y media", "es", 90, "hora y media"),
        ("una hora y media", "es", 90, "una hora y media"),
        ("dos horas y media", "es", 150, "dos horas y media"),
        ("un'ora e mezza", "it", 90, "un'ora e mezza"),
        ("3 h 59 min", "fr", 239, "3 h 59 min"),
    ],
)
def test_a_duration(text: str, language: str, minutes: float, told: str) -> None:
    assert durations(text, language) == [(minutes, told)]


@pytest.mark.parametrize(
    ("text", "at", "led"),
    [
        ("1 h 12", 0, False),
        ("le train de 1 h 12", 3, False),
        ("dure 1 h 12", 1, True),
        ("dure environ 1 h 12", 2, True),
        ("dure à peu près encore 1 h 12", 5, False),  # too far
        ("en 1 h 07", 1, True),
        ("en gare 1 h 07", 2, False),  # so short a word leads to what is right behind it
    ],
)
def test_the_word_that_makes_hours_a_duration_stands_near(text: str, at: int, led: bool) -> None:
    assert lasts(Tokens(text), at, words_of("fr")) == led
