"""Sentences as one house would write them."""

import pytest
from hypothesis import given, settings

from newsdiff.flags.forms.units import fillers, units
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import LANGUAGES, strange, words_of


def forms(text: str, language: str = "en") -> list[str]:
    return [unit.form for unit in units(Tokens(text), words_of(language))]


def filling(text: str, language: str) -> list[str]:
    """The words of a text that say nothing beside a number."""
    tokens = Tokens(text)
    return [tokens.raw[i] for i in sorted(fillers(tokens, words_of(language)))]


@pytest.mark.parametrize("text", ["", ".", "— , ; !", '""', "()"])
def test_marks_alone_are_no_units(text: str) -> None:
    assert forms(text) == []


def test_words_stay_words() -> None:
    assert forms("Hello, world!") == ["hello", "world"]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("3 people", "4 people", "en"),
        ("3. Nov.", "3. Dez.", "de"),
        ("14h30", "14h31", "fr"),
        ("5 reais", "5 euros", "pt"),
        ("minus 5", "5", "de"),
        ("5 grados", "5 grados bajo cero", "es"),
        ("dois quilos e meio", "dois quilos e três", "pt"),
        ("2 euros 50", "2 euros 05", "fr"),
        ("16-jährig", "17-jährig", "de"),
        ("M-30", "30 m", "es"),
        ("A3", "A4", "de"),
    ],
)
def test_what_says_something_else_gives_other_units(one: str, other: str, language: str) -> None:
    assert forms(one, language) != forms(other, language)


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("3. Nov.", "dritter November", "de"),
        ("14h30", "14 h 30", "fr"),
        ("R$ 5", "5 reais", "pt"),
        ("le XXIe siècle", "le 21e siècle", "fr"),
        ("16-jährig", "sechzehnjährig", "de"),
        ("two (2)", "two", "en"),
        ("€ 5", "5 €", "fr"),
        ("2 euros 50", "2,50 euros", "fr"),
        ("dois quilos e meio", "2,5 quilos", "pt"),
        ("3 mai au 5 mai", "3 au 5 mai", "fr"),
        ("CC. AA.", "comunidades autónomas", "es"),
        ("-5 grados", "5 grados bajo cero", "es"),
        ("3 000", "tres mil", "es"),
        ("1,2 Mio.", "1.200.000", "de"),
        ("7 Uhr abends", "19 Uhr", "de"),
        ("0651 97 79 22 90", "06519779-2290", "de"),
        ("minus 5", "-5", "de"),
    ],
)
def test_two_houses_that_say_the_same_give_the_same_units(one: str, other: str, language: str) -> None:
    assert forms(one, language) == forms(other, language)


def test_an_elided_vowel_parts_a_word_in_two() -> None:
    assert forms("l'État", "fr") == ["l'", "etat"]


def test_letters_with_a_figure_are_two_units() -> None:
    assert forms("A3", "de") == ["a", "<n3>"]


def test_the_sign_of_a_currency_belongs_to_the_figure_before_it() -> None:
    assert forms("für 5 € 300 Leute", "de")[1:4] == ["<n5>", "<euro>", "<n300>"]


def test_figures_behind_a_bracket_that_say_something_else_stay() -> None:
    assert forms("two (3)") == ["<n2>", "<n3>"]


@pytest.mark.parametrize(
    ("text", "language"), [("im Jahr darauf", "de"), ("die Uhr", "de"), ("Jahr 1950", "de"), ("", "de")]
)
def test_words_that_fill_nothing(text: str, language: str) -> None:
    assert filling(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"), [("kam im Jahr 1950", "de", ["im", "Jahr"]), ("alle ore 9", "it", ["ore"])]
)
def test_words_that_say_nothing_beside_a_number(text: str, language: str, wanted: list[str]) -> None:
    assert filling(text, language) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=strange())
@settings(max_examples=20)
def test_each_unit_has_a_form_and_stands_in_the_sentence(language: str, text: str) -> None:
    tokens = Tokens(text)
    for unit in units(tokens, words_of(language)):
        assert unit.form
        assert 0 <= unit.first < unit.past <= len(tokens)


def test_a_sentence_is_read_once() -> None:
    tokens, words = Tokens("two people"), words_of()
    assert units(tokens, words) is units(tokens, words)
    assert units(tokens, words) is not units(tokens, words, respelled=False)
