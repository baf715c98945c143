"""The word tables: one a language, all of one shape."""

import pytest

from newsdiff.language import LANGUAGES, extended, table
from newsdiff.language.en.lexicon import COMMON
from newsdiff.language.lexicon import Lexicon
from newsdiff.language.table import LISTS, PHRASES, WordTable, classes, with_plurals


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
def test_words_are_lower_case(language: str) -> None:
    words = table(language)
    assert words is not None
    for name in LISTS:
        value = getattr(words, name)
        if isinstance(value, (frozenset, dict)):
            assert [w for w in value if w != w.lower()] == [], name


def test_a_region_has_its_languages_table() -> None:
    assert table("en-GB") is table("en")
    assert table("pt") is None


def test_a_users_words_are_added_to_a_copy() -> None:
    more = extended("en", (("offices", ("Beadle",)), ("stop", ("foo",)), ("unknown", ("x",))))
    assert more is not None
    assert more.offices["beadle"] == "beadle"
    assert "foo" in more.stop
    assert "beadle" not in (table("en") or WordTable(language="en", stop=frozenset())).offices


def test_a_lexicon_knows_its_words_and_no_others() -> None:
    listed = COMMON.split()
    lexicon = Lexicon(lambda: COMMON)
    assert all(word in lexicon for word in listed)
    assert listed == [word.lower() for word in listed]
    assert [w for w in ("", " ", "the of", "zoo", "Zoom", "2", "éa", "aardvarks", "abbr") if w in lexicon] == []


def test_a_users_words_are_added_to_a_lexicon() -> None:
    more = extended("en", (("common", ("Beadle",)),))
    assert more is not None
    assert "beadle" in more.common and "the" in more.common
    words = table("en")
    assert words is not None and "beadle" not in words.common


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
