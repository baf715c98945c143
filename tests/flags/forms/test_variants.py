"""Words and phrases that a language spells in several ways, and the one that stands for each."""

import pytest

from newsdiff.flags.forms.variants import known_variants, phrase_lengths, plain
from newsdiff.language.table import WordTable
from tests.kit.sentences import words_of

OWN = WordTable(
    language="xx",
    stop=frozenset(),
    units={"km": "kilometre", "square metre": "m2"},
    honorifics={"dr": "dr", "mr": "mr"},
    courtesies=frozenset({"mr"}),
    variants={"photo": "foto", "z.b.": "zum beispiel", "café-bar": "bar"},
    inner_spellings={"ph": "f", "ct": "t"},
    transcriptions={"ue": "u"},
)


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("", ""),
        ("hall", "hall"),
        ("café", "cafe"),
        ("u.n.", "un"),
        ("co-op", "coop"),
        ("ann's", "anns"),
        ("photo", "foto"),
        ("objecto", "objeto"),
        ("mueller", "muller"),
        ("straße", "strasse"),
        ("-", "-"),
        ("...", "..."),
    ],
)
def test_a_word_as_every_house_would_write_it(word: str, one: str) -> None:
    assert plain(word, OWN) == one


def test_names_keep_the_letters_inside_them_but_those_that_a_house_lacks() -> None:
    assert plain("philip", OWN, respelled=False) == "philip"
    assert plain("mueller", OWN, respelled=False) == "muller"


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("km", "<kilometre>"),
        ("square metre", "<m2>"),
        ("dr", "<dr>"),
        ("mr .", "<mr>"),
        ("photo", "foto"),
        ("foto", "foto"),
        ("zum beispiel", "zumbeispiel"),
    ],
)
def test_a_phrase_and_the_one_that_stands_for_it(phrase: str, one: str) -> None:
    assert known_variants(OWN)[phrase] == one


def test_both_ways_of_a_phrase_stand_for_one() -> None:
    known = known_variants(OWN)
    assert known["z.b."] == known["zum beispiel"]
    assert "dr ." not in known  # no courtesy: its dot may end a sentence
    assert known["cafe - bar"] == known["café - bar"] == "bar"


def test_the_longest_phrase_of_each_first_word() -> None:
    lengths = phrase_lengths(OWN)
    assert (lengths["square"], lengths["zum"], lengths["café"]) == (2, 2, 3)
    assert "km" not in lengths


@pytest.mark.parametrize("code", ["de", "fr", "pt"])
def test_nothing_stands_for_itself_and_for_another(code: str) -> None:
    known = known_variants(words_of(code))
    assert known
    assert all(phrase == phrase.strip() and one for phrase, one in known.items())
