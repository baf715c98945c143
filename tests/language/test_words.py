"""The word tables: one a language, all of one shape."""

from pathlib import Path

import pytest

from newsdiff.language import extended, table
from newsdiff.language.lexicon import Lexicon
from newsdiff.language.lists import modules
from newsdiff.language.table import LISTS, PHRASES, USERS_LISTS, WordTable, classes, with_plurals

LANGUAGES = (*modules(), "it", "nl", "pt")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_complete_enough(language: str) -> None:
    words = table(language)
    assert words is not None
    assert words.language == language
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert all((words.cardinals, words.units, words.offices, words.standings, words.negators, words.modals))
    assert words.corrections and words.stop


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_compounds_of_an_office_end_with_is_one(language: str) -> None:
    words = table(language)
    assert words is not None
    assert words.offices.keys() >= set(words.office_heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_lower_case(language: str) -> None:
    words = table(language)
    assert words is not None
    for name in LISTS:
        value = getattr(words, name)
        if isinstance(value, (frozenset, dict)):
            told = [w for entry in value for w in (sorted(entry) if isinstance(entry, frozenset) else [entry])]
            assert [w for w in told if w != w.lower()] == [], name


def test_a_region_has_its_languages_table() -> None:
    assert table("en-GB") is table("en")
    assert table("pl") is None


def test_a_users_words_are_added_to_a_copy() -> None:
    more = extended("en", (("offices", ("Beadle",)), ("stop", ("foo",)), ("unknown", ("x",))))
    assert more is not None
    assert more.offices["beadle"] == "beadle"
    assert "foo" in more.stop
    assert "beadle" not in (table("en") or WordTable(language="en", stop=frozenset())).offices


@pytest.mark.parametrize("name", ["commonest", "compounds", "demonyms"])
def test_a_lexicon_knows_its_words_and_no_others(name: str) -> None:
    lexicon = getattr(table("en"), name)
    assert isinstance(lexicon, Lexicon)
    listed = lexicon.words()
    assert listed == sorted({word.lower() for word in listed})
    assert all(word in lexicon for word in listed)
    assert [
        w for w in ("", "\n", "a\nb", "#", "zzzz", "Zoom", "2", "\ud800", "éa", listed[0][:-1]) if w in lexicon
    ] == []


def test_the_dictionary_knows_all_forms_of_its_words() -> None:
    words = table("en")
    assert words is not None
    common = words.common
    known = ("gunman", "gunmen", "tornadoes", "lockdowns", "whistleblower", "found", "worse", "the", "beginning")
    assert [w for w in known if w not in common] == []
    assert [w for w in ("", "novak", "Gunman", "kyiv", "zzzz", "é", "\ud800", "a b") if w in common] == []


def test_a_lexicon_of_no_words_and_one_of_one(tmp_path: Path) -> None:
    for text, known in (("", set()), ("# a comment\n", set()), ("# a comment\nword\n", {"word"}), ("word\n", {"word"})):
        (tmp_path / "list.txt").write_text(text)
        lexicon = Lexicon(str(tmp_path / "list.txt"))
        assert {w for w in ("word", "wor", "words", "", "# a comment", "a") if w in lexicon} == known


def test_a_users_words_are_added_to_a_lexicon() -> None:
    more = extended("en", (("common", ("Zorbist",)),))
    assert more is not None
    assert "zorbist" in more.common and "the" in more.common
    words = table("en")
    assert words is not None and "zorbist" not in words.common


def test_a_table_is_frozen_and_knows_its_lists() -> None:
    words = WordTable(language="en", stop=frozenset())
    with pytest.raises(AttributeError):
        words.language = "de"  # type: ignore[misc]
    with pytest.raises(TypeError, match="mnths"):
        WordTable(language="en", stop=frozenset(), mnths={})  # type: ignore[call-arg]


def test_lists_are_written_by_class() -> None:
    assert classes("a: x, y\nb: z") == {"x": "a", "y": "a", "z": "b"}
    assert with_plurals("a: judge") == {"judge": "a", "judges": "a"}
    assert set(PHRASES) <= LISTS


def test_a_user_adds_words_to_lists_alone() -> None:
    assert "offices" in USERS_LISTS
    assert USERS_LISTS.isdisjoint({"language", "senses", "acts", "named", "decimal"})
    assert USERS_LISTS < LISTS
