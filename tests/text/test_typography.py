"""What is mere typography, and what is not: the sign of a number never is."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.text.typography import fold, unaccented

TEXTS = st.text("aé \u00a0\u2009\n\t-–—−'’‘\"“”„«»…\u00ad.`´e\u0301", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Yes”", '"Yes"'),
        ("„Ja“", '"Ja"'),
        ("«Oui»", '"Oui"'),
        ("it’s", "it's"),
        ("it`s", "it's"),
        ("2019–2020", "2019-2020"),
        ("a — b", "a - b"),
        ("10\u00a0km", "10 km"),
        ("10\u202f000", "10 000"),
        ("well…", "well..."),
        ("co\u00adoperate", "cooperate"),
        ("e\u0301", "é"),
        ("  a \n\t b ", "a b"),
        ("−5", "-5"),
    ],
)
def test_these_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("-5", "5"),
        ("−5 °C", "5 °C"),
        ("cafe", "café"),
        ("Us", "us"),
        ("no", "not"),
        ("a-b", "ab"),
        ("1.5", "15"),
        ("a b", "ab"),
    ],
)
def test_these_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(TEXTS)
@example("a\u00ad\u0301")
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert once == once.strip()
    assert "  " not in once


@given(TEXTS)
def test_the_form_of_accents_is_typography(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text("ab '\"-`.", max_size=30))
def test_the_short_way_for_ascii_gives_what_the_long_one_gives(text: str) -> None:
    assert fold(text + "é").removesuffix("é").rstrip() == fold(text)


@pytest.mark.parametrize(
    ("word", "plain"), [("Café", "Cafe"), ("Ångström", "Angstrom"), ("cafe", "cafe"), ("", ""), ("ø", "ø")]
)
def test_accents_are_taken_off_and_letters_stay(word: str, plain: str) -> None:
    assert unaccented(word) == plain
