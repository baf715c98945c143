"""Which tokens of two sentences say the same in another form, and which do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.forms.same_words import same_words
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import strange, words_of


def others(old: str, new: str, language: str) -> tuple[list[str], list[str]]:
    """The words of either side that the other one has not, in no form."""
    sides = Tokens(old), Tokens(new)
    same = same_words(*sides, words_of(language))
    mine, theirs = ([t.raw[i] for i in range(len(t)) if i not in s] for t, s in zip(sides, same, strict=True))
    return mine, theirs


@pytest.mark.parametrize(
    ("old", "new", "language", "gone", "came"),
    [
        ("Ein Mann kam an", "Ein Hund kam an", "de", "Mann", "Hund"),
        ("Zwölf kamen an", "Dreizehn kamen an", "de", "Zwölf", "Dreizehn"),
        ("Um 14h30 il part", "Um 14h31 il part", "fr", "14 h30", "14 h31"),
        ("In the '68 war", "In the 1986 war", "en", "' 68", "1986"),
        ("Call 030 123 4567 now", "Call 030 123 4568 now", "en", "030 123 4567", "030 123 4568"),
        ("Das ABC sagt", "Das Bundesverfassungsgericht sagt", "de", "ABC", "Bundesverfassungsgericht"),
        ("Die Mauerstr ist zu", "Die Hauptstraße ist zu", "de", "Mauerstr", "Hauptstraße"),
        ("Call 55 12 now", "Call 5512 now", "en", "55 12", "5512"),
        ("Stadt-Haft bleibt", "Stadtuntersuchungshaft bleibt", "de", "Stadt - Haft", "Stadtuntersuchungshaft"),
        ("Do kam er", "Montag kam er", "de", "Do", "Montag"),
        ("Fluglehrer kamen", "Lehrer kamen", "de", "Fluglehrer", "Lehrer"),
        ("tutt'Italia", "ogni Italia", "it", "tutt'Italia", "ogni"),
        ("Sie lebt in Bern.", "Sie lebt in Berlin.", "de", "Bern .", "Berlin ."),
        ("Sie lebt in Bremen.", "Sie lebt in Bremerhaven.", "de", "Bremen .", "Bremerhaven ."),
    ],
)
def test_what_says_something_else_is_not_the_same(old: str, new: str, language: str, gone: str, came: str) -> None:
    assert others(old, new, language) == (gone.split(), came.split())


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Im Jahr 1950 kam er", "1950 kam er", "de"),
        ("In the '68 war", "In the 1968 war", "en"),
        ("Some 1,200 people", "Some 1.200 people", "en"),
        ("Organisation mondiale de la santé (OMS)", "OMS", "fr"),
        ("Das Bundesverfassungsgericht sagt", "Das BVG sagt", "de"),
        ("Una frase anti-semita", "Una frase antisemita", "it"),
        ("Mo kam er", "Montag kam er", "de"),
        ("tutta Italia", "tutt'Italia", "it"),
        ("Call 030 123 4567", "Call 0301234567", "en"),
        ("Lehrerinnen und Lehrer kamen", "Lehrer kamen", "de"),
        ("La Profa. López", "La profesora López", "es"),
        ("Am 3. Nov. kam er", "Am dritten November kam er", "de"),
        ("Il part à 14h30", "Il part à 14 h 30", "fr"),
        ("Les années 80", "Les années 1980", "fr"),
    ],
)
def test_the_same_in_another_form(old: str, new: str, language: str) -> None:
    assert others(old, new, language) == ([], [])
    assert others(new, old, language) == ([], [])


@settings(max_examples=40)
@given(strange(), st.sampled_from(("en", "de", "it")))
def test_a_sentence_says_what_it_says(text: str, language: str) -> None:
    tokens = Tokens(text)
    words = {i for i, low in enumerate(tokens.low) if low[0].isalnum()}
    mine, theirs = same_words(tokens, Tokens(text), words_of(language))
    assert words <= mine == theirs


@settings(max_examples=40)
@given(strange(), strange())
def test_only_tokens_that_stand_there_are_the_same(old: str, new: str) -> None:
    sides = Tokens(old), Tokens(new)
    for tokens, same in zip(sides, same_words(*sides, words_of("de")), strict=True):
        assert same <= set(range(len(tokens)))
