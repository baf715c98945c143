"""How long ago something was: a time, where it is told in hours or days; a page's own clock behind a headline."""

import pytest

import newsdiff
from newsdiff.flags.read.times.ages import ages
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.model import Flag, FlagKind, Severity
from tests.kit.sentences import words_of


def told(text: str, language: str = "de") -> list[str]:
    return [age.part for _, age in ages(Tokens(text), words_of(language))]


def of_headlines(old: str, new: str) -> list[Flag]:
    """The flags of two headlines, other than that they differ."""
    before, after = (newsdiff.article([], headline=text, language="de") for text in (old, new))
    return [f for f in newsdiff.compare(before, after).flags if f.kind is not FlagKind.HEADLINE]


@pytest.mark.parametrize(
    "text",
    [
        "Seit zwei Stunden",
        "Vor zwei Jahren",
        "Vor zehn Monaten",
        "Vor drei Richtern",
        "Kurz vor 20 Uhr",
        "Vor",
        "vor 3",
    ],
)
def test_no_age(text: str) -> None:
    assert told(text) == []


def test_only_german_is_asked_for_it() -> None:
    assert told("vor zwei Stunden", "en") == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Vor 5 Minuten", "ago 5 minute"),
        ("Er kam vor zwei Stunden an.", "ago 2 hour"),
        ("Er kam vor einer Stunde an.", "ago 1 hour"),
        ("Das war vor 24 Tagen.", "ago 24 day"),
        ("Das war vor einer Woche.", "ago 1 week"),
        ("Vor weniger als 1 Min", "ago 1 minute"),
    ],
)
def test_an_age(text: str, part: str) -> None:
    assert told(text) == [part]


def test_the_clock_of_a_page_behind_a_headline_weighs_little() -> None:
    (flag,) = of_headlines("Neue Spur im Fall Ahrbeck", "Neue Spur im Fall Ahrbeck Vor 3 Stunden")
    assert (flag.kind, flag.severity, flag.new) == (FlagKind.DATE, Severity.LOW, "Vor 3 Stunden")


def test_what_a_headline_says_itself_weighs_as_every_date() -> None:
    (flag,) = of_headlines("Der Dieb kam vor 3 Stunden", "Der Dieb kam vor 5 Stunden")
    assert (flag.kind, flag.severity) == (FlagKind.DATE, Severity.MEDIUM)
    (date,) = (f for f in of_headlines("Das geschah", "Das geschah: Vor 3 Stunden") if f.kind is FlagKind.DATE)
    assert date.severity is Severity.MEDIUM


def test_a_number_of_hours_that_is_no_age_follows_nothing() -> None:
    assert [f.kind for f in of_headlines("Streik dauert 3 Stunden", "Streik dauert 4 Stunden")] == [FlagKind.NUMBER]


@pytest.mark.parametrize("night", ["Silvesternacht", "Neujahrsnacht", "Silvester"])
def test_the_night_of_a_feast_is_a_date(night: str) -> None:
    old, new = "Brand in Xanten", f"Brand in der {night} in Xanten"
    assert [f.kind for f in of_headlines(old, new) if f.new == night] == [FlagKind.DATE]


def test_the_feast_and_its_night_are_one() -> None:
    assert of_headlines("Brand an Silvester", "Brand in der Silvesternacht") == []
