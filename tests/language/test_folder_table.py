"""A word table made of the lists in a language's folder."""

import re

import pytest

from newsdiff.language.folder_table import folder_table
from newsdiff.language.lists import commonest, flag_lists
from newsdiff.language.table import LISTS

CODES = ("de", "es", "fr", "it", "nl", "pt")


@pytest.mark.parametrize("code", CODES)
def test_a_table_has_the_lists_of_its_folder_and_no_other(code: str) -> None:
    table = folder_table(code)
    assert table.language == code
    assert table.stop == commonest(code)
    assert table.__dict__.keys() <= LISTS
    assert set(table.months.values()) == set(range(1, 13))
    assert set(table.weekdays.values()) == set(range(1, 8))


@pytest.mark.parametrize("code", CODES)
def test_figures_are_numbers_and_no_phrase_is_empty(code: str) -> None:
    table = folder_table(code)
    for name in ("cardinals", "scales", "fractions", "months"):
        found = getattr(table, name)
        assert all(isinstance(value, int | float) and value >= 0 for value in found.values()), name
    for name in flag_lists(code):
        found = getattr(table, name, None)
        if isinstance(found, dict | frozenset):
            assert all(phrase and phrase == phrase.strip() for phrase in found), name


def test_a_folder_without_lists_makes_no_table() -> None:
    with pytest.raises(KeyError):
        folder_table("xx")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(TypeError, match="mnths"):
        folder_table("it", mnths={})


def test_what_is_given_beside_counts_more_than_the_folder() -> None:
    table = folder_table("it", negators={"mica": "not"}, decimal="x")
    assert (dict(table.negators), table.decimal) == ({"mica": "not"}, "x")


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [("it", "tremila", 3000), ("it", "ventimila", 20_000), ("de", "dreitausend", 3000), ("nl", "vijfduizend", 5000)],
)
def test_thousands_are_one_word_with_their_number(code: str, word: str, value: int) -> None:
    table = folder_table(code)
    if flag_lists(code).get("thousands"):
        assert table.cardinals[word] == value
    else:
        assert word not in table.cardinals


def test_one_thousand_is_no_number_before_thousand() -> None:
    glued = flag_lists("it")["thousands"].strip()
    cardinals = folder_table("it").cardinals
    assert f"uno{glued}" not in cardinals
    assert f"due{glued}" in cardinals
    assert not [word for word in cardinals if word.endswith(glued * 2)]


@pytest.mark.parametrize(("sign", "value"), [("½", 0.5), ("¼", 0.25), ("¾", 0.75), ("⅛", 0.125)])
@pytest.mark.parametrize("code", CODES)
def test_signs_of_fractions_need_no_list(code: str, sign: str, value: float) -> None:
    assert folder_table(code).fractions[sign] == value


def test_signs_of_measures_have_a_plural_and_words_have_none() -> None:
    units = folder_table("fr").units
    assert units["kms"] == units["km"]
    assert units["kgs"] == units["kg"]
    assert "ms" not in units or units["ms"] != units["m"]
    assert "mètress" not in units
    assert units["mètres"] == units["m"]


def test_countries_are_places() -> None:
    assert "frankreich" in folder_table("de").places
    assert "francia" in folder_table("es").places


@pytest.mark.parametrize("code", ["de", "es"])
def test_notes_are_expressions_that_can_be_read(code: str) -> None:
    corrections = folder_table(code).corrections
    assert corrections
    for cues, expression in corrections:
        re.compile(expression)
        assert cues == cues.lower()
        assert "*" not in cues


def test_notes_that_are_given_stand_before_those_of_the_folder() -> None:
    own = (("mended", "^mended$"),)
    table = folder_table("de", corrections=own)
    assert table.corrections[:1] == own
    assert len(table.corrections) > 1 or not flag_lists("de").get("note_words")


def test_acts_and_labels_are_scales_where_the_folder_has_them() -> None:
    table = folder_table("de")
    assert table.acts is not None
    assert table.named is not None
    assert table.verbs is not None
