"""Words and figures that nobody would write: the comparison goes on, and every rule with it."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.language.table import LISTS
from newsdiff.model import RuleFault
from tests.kit.sentences import LANGUAGES, strange, words_of

MOST_WORDS = 1000  # of a list that is no dictionary
LONG, LONGER = "9" * 400, "9" * 5000  # more than a float holds, and more than int() reads


def faults(language: str, old: str, new: str) -> tuple[RuleFault, ...]:
    sides = (newsdiff.article(["Lorem.", text], language=language) for text in (old, new))
    return newsdiff.compare(*sides).faults


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("pt", "Ela paga 20-quilos euros e meio pela casa.", "Ela paga 30-quilos euros e meio pela casa."),
        ("es", "Pagan 10-metros euros 50.", "Pagan 12-metros euros 50."),
        ("it", "Sono cento" + "e" * 1500 + " persone.", "Sono dieci persone."),
        ("de", "Es sind hundert" + "und" * 2000 + " Leute.", "Es sind zehn Leute."),
        ("it", "Sono " + "1 milione e " * 700 + "persone.", "Sono dieci persone."),
    ],
)
def test_rows_of_number_words_and_numbered_words(language: str, old: str, new: str) -> None:
    assert faults(language, old, new) == faults(language, new, old) == ()


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("it", "La donna nota vive a Roma.", "La donna sospettata vive a Roma."),
        ("pt", "O homem velho vive em Lisboa.", "O homem suspeito vive em Lisboa."),
        ("de", "Die Vorständin sagte, drei kamen.", "Die Finanzvorständin sagte, vier kamen."),
    ],
)
def test_plain_words_that_ended_rules(language: str, old: str, new: str) -> None:
    assert faults(language, old, new) == faults(language, new, old) == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "figure",
    [
        f"{LONG}-metros",
        f"{LONG}metros",
        f"{LONGER}h30m10s",
        f"{LONGER}º",
        f"{LONGER}° x",
        f"{LONG}° Festival",
        f"{LONG}.º dia",
        f"{LONG}er Jahre",
        f"{LONGER} euros 50",
        f"{'9' * 300} billion dollars 50",
        f"{'9' * 300} millones de euros 50",
    ],
)
def test_figures_longer_than_any_number(figure: str, language: str) -> None:
    assert faults(language, f"They say {figure} am 3.", "They say 12 am 3.") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ampersand_in_a_word_that_is_no_acronym(language: str) -> None:
    assert faults(language, "Ann Lee ", "May&A ") == ()


@given(st.sampled_from(LANGUAGES), strange(), strange())
@settings(max_examples=150, deadline=None)
def test_pieces_of_values_and_any_characters(language: str, old: str, new: str) -> None:
    assert faults(language, old, new) == ()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_words_of_the_lists_in_any_order(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    texts = st.lists(st.sampled_from(_listed(language)), max_size=12).map(" ".join)
    assert faults(language, data.draw(texts), data.draw(texts)) == ()


@cache
def _listed(language: str) -> list[str]:
    """The words and phrases of the smaller lists of a language, in lower case and with capitals."""
    kinds = (frozenset, tuple, dict)
    lists = [found for name in sorted(LISTS) if isinstance(found := getattr(words_of(language), name), kinds)]
    low = sorted({phrase for found in lists if len(found) < MOST_WORDS for phrase in found if isinstance(phrase, str)})
    return [*low, *map(str.title, low)]
