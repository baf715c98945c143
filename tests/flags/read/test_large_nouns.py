"""Names among the nouns of a language that writes both with a capital."""

import pytest

from newsdiff.document import article
from newsdiff.flags.read.large_nouns import glued_nouns, is_name, is_noun, is_place
from newsdiff.flags.read.usage import Usage
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of

WORDS = words_of("de")


def named(text: str, *, headed: bool = False, small: bool = False) -> list[str]:
    """The capitalised words of a sentence that are names; its first word opens it."""
    tokens = Tokens(text)
    usage = Usage(article([text.lower() if small else text]))
    capitals = tokens.capitals
    return [tokens.raw[i] for i in capitals if is_name(tokens, i, WORDS, usage, opens=i == 0, headed=headed)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Hafen ist geschlossen.",
        "Die Regierung plant eine Steuer.",
        "Er kennt den Bezwinger.",
        "Die Steuer-Leugner schweigen.",
        "Die Steuer-Xyrblatze schweigen.",
        "Der Dresdner ist zurück.",
        "Ein Xyrblatz kam an.",  # behind an article an unknown word is a noun
        "Ein kleiner Xyrblatz kam an.",
        "Sie fuhren mit rostigen Xyrblatzen heim.",  # behind an adjective, too
        "Dann kamen zwölf Xyrblatze an.",
        "Dann kamen 1.200 Xyrblatze an.",
        "Dann geschah Haarsträubendes.",  # an adjective in its forms
        "Trostlos und kalt war es.",
        "Grässliches wird erzählt.",
        "Die Brandkatastrophe und Skispringen im Jahresrückblick.",  # compounds of compounds, of verbs
        "Des Wintereinbruchs wegen.",
        "Dann siegte Nationalstürmerin.",
    ],
)
def test_no_name(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sie kommt aus Berlin.", ["Berlin"]),
        ("Berlins Hafen ist zu.", ["Berlins"]),
        ("Gestern kam Xyrblatz an.", ["Xyrblatz"]),
        ("Dann sagte Koch nichts.", ["Koch"]),
        ("Das weiß Herr Wolf.", ["Wolf"]),
        ("Das weiß Anna Koch.", ["Anna", "Koch"]),
        ("Das weiß Kevin Koch.", ["Kevin", "Koch"]),
        ("Das weiß Kevin im Januar.", ["Kevin"]),
        ("Das weiß Anna-Sophie Koch.", ["Anna", "Sophie", "Koch"]),
        ("Es brennt in Xyrblatz-Morblon.", ["Xyrblatz", "Morblon"]),
        ("Das weiß Bankenverbands-Chef Gassen.", ["Gassen"]),
        ("Dann klagte Google erneut.", ["Google"]),
        ("Dann siegte Hertha doch.", ["Hertha"]),
        ("Sie reisten nach Florida.", ["Florida"]),  # of short words for its halves no list knows
        ("Das Xyrblatz-Atoll ist klein.", ["Xyrblatz"]),  # the article is that of the atoll
        ("Xyrblatz fehlen zwei Siege.", ["Xyrblatz"]),
        ("Xyrblatz für neue Regeln.", ["Xyrblatz"]),
    ],
)
def test_a_name(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_in_a_headline_a_noun_has_no_article_and_is_no_name_for_that() -> None:
    assert named("Dann sagte Koch nichts", headed=True) == []


def test_what_the_article_writes_small_as_well_is_no_name() -> None:
    assert named("Gestern kam Xyrblatz an.", small=True) == []


@pytest.mark.parametrize("low", ["berlin", "berlins"])
def test_a_place_and_its_genitive(low: str) -> None:
    assert is_place(low, WORDS)


@pytest.mark.parametrize("low", ["hafen", "berliner", "", "s"])
def test_no_place(low: str) -> None:
    assert not is_place(low, WORDS)


@pytest.mark.parametrize("low", ["xyrblatz", "plötzlich", "kaufte", "", "ung"])
def test_no_noun(low: str) -> None:
    assert not is_noun(low, WORDS)


@pytest.mark.parametrize("low", ["hafen", "regierung", "hafenmauer", "widerstand", "bezwinger", "bezwingern"])
def test_a_noun_of_the_lexicon_by_its_ending_or_made_of_two(low: str) -> None:
    assert is_noun(low, WORDS)


@pytest.mark.parametrize("raw", ["Gehalt", "NEWS", "iPhone", "McDonald", "GmbH", ""])
def test_no_nouns_are_glued(raw: str) -> None:
    assert not glued_nouns(raw, WORDS)


@pytest.mark.parametrize("raw", ["GehaltHafen", "HafenSchließung"])
def test_glued_nouns(raw: str) -> None:
    assert glued_nouns(raw, WORDS)


def test_no_word_is_too_long_to_be_looked_at() -> None:
    assert not is_noun("xyr" * 4000 + "s", WORDS)
