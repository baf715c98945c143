"""Times of day as they are spoken in each language."""

import pytest

from newsdiff.flags.read.times.spoken_clock import day_half, speaks, spoken_time
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def times(text: str, language: str) -> list[tuple[str, str]]:
    """The spoken times of a text, and the words that tell them."""
    tokens, found, at = Tokens(text), [], 0
    while at < len(tokens):
        read = spoken_time(tokens, at, words_of(language))
        if read:
            found.append((f"{read.hour}:{read.minutes}", tokens.span(at, read.last)))
        at = read.last + 1 if read else at + 1
    return found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("half of the nine", "en"),
        ("half past thirty", "en"),  # no hour
        ("Die Karte kostet zehn Euro.", "de"),
        ("Nur halb zehn Millionen Menschen", "de"),  # behind it something is counted
        ("halb voll", "de"),
        ("nueve y media toneladas", "es"),
        ("neuf personnes et quart", "fr"),
    ],
)
def test_no_spoken_time(text: str, language: str) -> None:
    assert times(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "time", "told"),
    [
        ("They met at half past nine.", "en", "9:30", "half past nine"),
        ("a quarter to ten", "en", "9:45", "quarter to ten"),
        ("um halb zehn", "de", "9:30", "halb zehn"),
        ("um halb zehn abends", "de", "21:30", "halb zehn abends"),
        ("um Viertel vor zwölf", "de", "11:45", "Viertel vor zwölf"),
        ("om kwart voor tien", "nl", "9:45", "kwart voor tien"),
        ("a las nueve y media", "es", "9:30", "nueve y media"),
        ("a las nueve y media de la noche", "es", "21:30", "nueve y media de la noche"),
        ("à neuf heures et quart", "fr", "9:15", "neuf heures et quart"),
        ("à 9 heures et quart", "fr", "9:15", "9 heures et quart"),
        ("halb eins", "de", "0:30", "halb eins"),
    ],
)
def test_a_spoken_time(text: str, language: str, time: str, told: str) -> None:
    assert times(text, language) == [(time, told)]


@pytest.mark.parametrize(("hour", "word"), [(2, "zwei"), (3, "drei"), (7, "sieben"), (12, "zwölf")])
def test_half_before_an_hour_is_half_an_hour_before_it(hour: int, word: str) -> None:
    assert times(f"um halb {word}", "de") == [(f"{hour - 1}:30", f"halb {word}")]


@pytest.mark.parametrize(
    ("text", "hour", "wanted"),
    [
        ("nine", 9, (9, 0)),
        ("nine, tonight", 9, (9, 0)),  # a mark ends the time
        ("nine people at night", 9, (9, 0)),
        ("nine tonight", 9, (21, 1)),
        ("nine in the morning", 9, (9, 3)),
        ("12 in the morning", 12, (0, 3)),
        ("12 pm", 12, (12, 1)),
        ("21 tonight", 21, (21, 1)),  # told already
    ],
)
def test_the_half_of_the_day_stands_behind_a_time(text: str, hour: int, wanted: tuple[int, int]) -> None:
    assert day_half(Tokens(text), hour, 0, words_of("en")) == wanted


@pytest.mark.parametrize("text", ["", "halb voll", "um zehn Uhr"])
def test_sentences_that_can_hold_no_spoken_time_are_passed_over(text: str) -> None:
    assert not speaks(frozenset(text.lower().split()), words_of("de")) or times(text, "de") == []


def test_a_sentence_needs_a_word_of_a_time_and_an_hour() -> None:
    words = words_of("de")
    assert not speaks(frozenset(), words)
    assert not speaks(frozenset({"halb"}), words)
    assert not speaks(frozenset({"zehn"}), words)
    assert not speaks(frozenset({"halb", "99"}), words)
    assert speaks(frozenset({"halb", "zehn"}), words)
    assert speaks(frozenset({"halb", "10"}), words)
