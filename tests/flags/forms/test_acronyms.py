"""Letters that are drawn from the first ones of some words."""

import pytest

from newsdiff.flags.forms.acronyms import drawn, stands_for
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    ("letters", "names", "missing"),
    [
        ("aemt", ["agencia", "estatal", "meteorologia"], 0),  # a letter that no word goes on with
        ("ameteo", ["agencia", "meteorologia"], 0),  # five letters of the last word
        ("agend", ["agen", "dos"], 0),  # four letters of a word before the last
        ("aet", ["agencia", "estatal", "meteorologia", "tiempo"], 0),
        ("ame", ["agencia", "meteorologia", "estatal", "tiempo"], 1),  # the last one is never missing
        ("met", ["agencia", "meteorologia"], 1),  # nor the first
        ("", ["agencia"], 1),
        ("a", [], 1),
    ],
)
def test_letters_of_other_words(letters: str, names: list[str], missing: int) -> None:
    assert not drawn(letters, names, missing=missing)


@pytest.mark.parametrize(
    ("letters", "names", "missing"),
    [
        ("aemet", ["agencia", "estatal", "meteorologia"], 0),
        ("amete", ["agencia", "meteorologia"], 0),
        ("aget", ["agencia", "tiempo"], 0),
        ("aet", ["agencia", "estatal", "meteorologia", "tiempo"], 1),
        ("at", ["agencia", "estatal", "meteorologia", "tiempo"], 2),
        ("", [], 0),
    ],
)
def test_letters_of_these_words(letters: str, names: list[str], missing: int) -> None:
    assert drawn(letters, names, missing=missing)


@pytest.mark.parametrize(("letters", "names"), [("a" * 38 + "b", 13), ("a" * 24 + "b", 20), ("a" * 5999 + "b", 2000)])
def test_letters_that_can_be_drawn_in_many_ways_are_no_labour(letters: str, names: int) -> None:
    """To try each way anew takes three times as long for each word more, and is as deep as there are words."""
    assert not drawn(letters, ["aaaa"] * names, missing=1)
    assert not stands_for(letters.upper(), ["aaaa"] * names, words_of("de"))
    assert drawn(letters[:39].replace("b", "a"), ["aaaa"] * 13, missing=1)


@pytest.mark.parametrize(
    ("language", "short", "whole", "stands"),
    [
        ("es", "AEMET", "agencia estatal de meteorología", True),
        ("es", "Renfe", "red nacional de los ferrocarriles españoles", True),
        ("es", "AEMET", "agencia estatal de investigación", False),
        ("es", "CC.OO", "comisiones obreras", True),
        ("fr", "SNCF", "société nationale des chemins de fer français", True),
        ("fr", "SNCF", "société nationale des chemins de fer", True),
        ("fr", "SNCF", "société nationale des chemins de fer lundi", False),
        ("it", "pm", "pubblico ministero", True),
        ("it", "pm", "pubblico e ministero", False),
        ("it", "Istat", "istituto nazionale di statistica", True),
        ("de", "BGH", "bundesgerichtshof", True),
        ("de", "Anna", "nachbarin", False),
    ],
)
def test_letters_of_words_as_their_language_has_them(language: str, short: str, whole: str, stands: bool) -> None:
    assert stands_for(short, whole.split(), words_of(language)) is stands
