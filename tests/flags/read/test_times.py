"""Spoken times of day and durations, in all languages."""

import pytest

from newsdiff.comparison import compare
from newsdiff.document import article
from newsdiff.flags.read.times.durations import duration, lasts
from newsdiff.flags.read.times.spoken_clock import speaks, spoken_time
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language import table
from newsdiff.language.table import WordTable


def words(language: str) -> WordTable:
    found = table(language)
    assert found is not None
    return found


def spoken(language: str, text: str) -> list[str]:
    tokens = Tokens(text)
    found = (spoken_time(tokens, i, words(language)) for i in range(len(tokens)))
    return [f"{time.hour}:{time.minutes}" for time in found if time]


def hours(language: str, text: str) -> list[float]:
    tokens = Tokens(text)
    found = (duration(tokens, i, words(language)) for i in range(len(tokens)))
    return [round(one.hours, 4) for one in found if one]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Halb Europa sah zu."),
        ("de", "Drei vor zehn Zuschauern."),
        ("nl", "De helft van de tien gewonden."),
        ("nl", "Half miljoen euro is weg."),
        ("es", "Entre las nueve y diez personas."),
        ("es", "Las nueve y media toneladas."),
        ("es", "Entre las nueve y veinte."),
        ("fr", "Neuf pages et demie."),
        ("it", "Le nove e dieci barche."),
        ("pt", "Nove e meia toneladas."),
    ],
)
def test_no_time_is_spoken(language: str, text: str) -> None:
    assert spoken(language, text) == []


def test_a_sentence_without_an_hour_is_not_read_for_spoken_times() -> None:
    for text in (
        "In the morning the minister went past the quarter.",
        "The bridge at Leith held 480 people to the end.",
    ):
        assert not speaks(frozenset(Tokens(text).low), words("en"))


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("en", "It left at half past nine.", "9:30"),
        ("en", "It left at quarter to nine.", "8:45"),
        ("de", "Er kam um halb zehn.", "9:30"),
        ("de", "Er kam um Viertel vor zehn.", "9:45"),
        ("de", "Er kam um zehn nach neun.", "9:10"),
        ("de", "Er kam um halb zehn abends.", "21:30"),
        ("nl", "Hij kwam om half tien.", "9:30"),
        ("nl", "Hij kwam om kwart voor tien 's avonds.", "21:45"),
        ("es", "Llegó a las nueve y media de la noche.", "21:30"),
        ("es", "Llegó a las diez menos cuarto.", "9:45"),
        ("fr", "Il est parti à 9 heures et demie.", "9:30"),
        ("fr", "Il est parti à dix heures moins le quart.", "9:45"),
        ("it", "È partito alle nove e mezza.", "9:30"),
        ("it", "È partito alle nove e dieci.", "9:10"),
        ("pt", "Partiu às nove e meia da noite.", "21:30"),
    ],
)
def test_a_spoken_time_is_read(language: str, text: str, time: str) -> None:
    assert spoken(language, text) == [time]
    assert speaks(frozenset(Tokens(text).low), words(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il est parti à 14h30."),
        ("fr", "Il est parti à 14 h 30."),
        ("de", "Er kam um 9 Uhr 30."),
        ("es", "Llegó a las 9 horas."),
        ("nl", "Hij kwam om 19u30."),
        ("de", "Nach 12 Minuten stand es 1:0."),
    ],
)
def test_no_duration(language: str, text: str) -> None:
    assert hours(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "lasting"),
    [
        ("de", "Der Flug dauert eine Stunde und zwölf Minuten.", 1.2),
        ("de", "Der Flug dauert 1 Std. 12 Min.", 1.2),
        ("fr", "Le vol dure 1 h 12.", 1.2),
        ("fr", "Le vol dure une heure et demie.", 1.5),
        ("es", "El vuelo dura 1h 12m.", 1.2),
        ("es", "Esperaron una hora y media.", 1.5),
        ("it", "Il volo dura un'ora e 12 minuti.", 1.2),
        ("nl", "De vlucht duurt 1 u 12 min.", 1.2),
        ("pt", "O voo dura 1h12min.", 1.2),
        ("en", "The flight takes 1 hour and 12 minutes.", 1.2),
    ],
)
def test_a_duration_is_read(language: str, text: str, lasting: float) -> None:
    assert hours(language, text) == [lasting]


def test_a_word_that_leads_to_it_makes_hours_a_duration() -> None:
    tokens = Tokens("Le vol dure environ 12 heures.")
    assert lasts(tokens, 4, words("fr"))
    assert not lasts(Tokens("Le vol part à 12 heures."), 4, words("fr"))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "nl", "pt"])
@pytest.mark.parametrize("mark", ["²", "③", "①"])
def test_a_raised_or_circled_figure_is_no_hour(language: str, mark: str) -> None:
    phrases = f"half past {mark}, halb {mark}, half {mark}, {mark} h 12 min, las {mark} y media, {mark} heures et demie"
    old, new = (article([f"The flat of {size} m{mark} opens {phrases}."], language=language) for size in (120, 130))
    assert compare(old, new).faults == ()
