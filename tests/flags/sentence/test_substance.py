"""Which differing words are of substance, and why the others are not."""

import pytest
from hypothesis import given, settings

from newsdiff.flags.sentence.alignment import Alignment
from newsdiff.flags.sentence.substance import GRAMMAR, Substance, key_of
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.telling_words import words_of_grammar
from tests.kit.sentences import strange, words_of


def substance(old: str, new: str, language: str = "en") -> Substance:
    return Alignment(Tokens(old), Tokens(new), words_of(language)).substance


def changed(old: str, new: str, language: str = "en") -> tuple[set[str], set[str]]:
    found = substance(old, new, language)
    gone, came = found.changed
    return {found.old.low[i] for i in gone}, {found.new.low[i] for i in came}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("The bridge is shut.", "The bridge is shut."),
        ("The bridge is shut", "The bridge, it is shut!"),
        ("It was organised well.", "It was organized well."),
        ("It is shut in winter.", "In winter it is shut."),
        ("The council decides today.", "The council decided today."),
        ("The NATO chief came.", "The North Atlantic Treaty Organisation chief came."),
        ("He lives on Mill Road.", "He lives on Mill Rd."),
        ("The café opened.", "The cafe opened."),
        ("The bridge is definitly shut.", "The bridge is definitely shut."),
    ],
)
def test_form_place_and_grammar_are_no_substance(old: str, new: str) -> None:
    assert changed(old, new) == (set(), set())


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("The bridge is shut.", "The bridge is open.", {"shut"}, {"open"}),
        ("The bridge burned.", "The tower burned.", {"bridge"}, {"tower"}),
        ("The bridge fell.", "The old bridge fell.", set(), {"old"}),
        ("The old bridge fell.", "The bridge fell.", {"old"}, set()),
    ],
)
def test_other_words_are(old: str, new: str, gone: set[str], came: set[str]) -> None:
    assert changed(old, new) == (gone, came)


def test_without_a_table_other_words_are_of_substance_too() -> None:
    found = Alignment(Tokens("most wygasł dziś"), Tokens("most runął dziś"), None).substance
    assert found.changed == ({1}, {1})


def test_why_a_change_is_quiet() -> None:
    found = substance("The council decides on its café.", "The council decided on their tower.")
    assert found.quiet(0, found.old.low.index("its")) == GRAMMAR
    assert found.quiet(0, found.old.low.index("café")) == ""
    assert found.quiet(1, found.new.low.index("decided")).startswith("another form of the same word")


def test_kept_is_the_share_of_the_words_that_stay() -> None:
    assert substance("", "").kept == 0.0
    assert substance("The bridge is shut.", "The bridge is shut.").kept == 1.0
    assert substance("Bridge burned.", "Mayor resigned.").kept == 0.0
    half = substance("The bridge burned.", "The tower burned.").kept
    assert 0.0 < half < 1.0


@settings(max_examples=60)
@given(strange(), strange())
def test_changed_words_are_among_the_regions_and_none_of_them_is_quiet(old: str, new: str) -> None:
    found = substance(old, new)
    for side, places in enumerate(found.changed):
        assert places <= {i for region in found.regions for i in region[side]}
        assert all(found.quiet(side, i) == "" for i in places)


@settings(max_examples=40)
@given(strange())
def test_a_text_has_nothing_of_substance_that_it_lacks_itself(text: str) -> None:
    assert substance(text, text).changed == (frozenset(), frozenset())


def test_one_key_for_every_style_of_a_word() -> None:
    assert key_of("café") == key_of("cafe")
    assert key_of("putin's") == key_of("putin")
    assert key_of("'") == "'"
    assert key_of("習近平") == "習近平"


def test_words_that_turn_a_sentence_are_no_mere_grammar() -> None:
    words = words_of()
    assert "the" in words_of_grammar(words)
    assert words_of_grammar(words).isdisjoint(words.turns)
