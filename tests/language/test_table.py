"""The shape of a word table, and how lists are written."""

import pytest

from newsdiff.language.table import LISTS, PHRASES, USERS_LISTS, WordTable, classes, numbers, with_plurals, words
from tests.kit.sentences import words_of


def bare() -> WordTable:
    return WordTable(language="xx", stop=frozenset())


def test_an_empty_table_has_every_list_and_nothing_in_it() -> None:
    table = bare()
    assert all(not getattr(table, name) for name in LISTS - {"language", "decimal"})
    assert table.decimal == "."


def test_a_table_is_never_changed() -> None:
    table = bare()
    with pytest.raises(AttributeError, match="stop"):
        table.stop = frozenset({"a"})  # type: ignore[misc]
    with pytest.raises(TypeError, match="'mnths'"):
        WordTable(language="xx", stop=frozenset(), mnths={})  # type: ignore[call-arg]


def test_every_list_of_phrases_is_one_of_the_table() -> None:
    assert set(PHRASES) <= LISTS
    assert USERS_LISTS < LISTS
    assert USERS_LISTS.isdisjoint({"language", "decimal", "senses", "acts", "endings"})
    assert USERS_LISTS.isdisjoint({"cardinals", "months", "periods", "bases", "decade_endings"})


@pytest.mark.parametrize(
    "additions",
    [
        (),
        (("unknown", ("a",)),),
        (("offices", ()),),
        (("decimal", (",",)),),
        (("cardinals", ("umpteen",)),),
        (("stop", ("", " ")),),
    ],
)
def test_what_adds_nothing_leaves_the_table_as_it_is(additions: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
    more = words_of().plus(additions)
    assert more is not words_of()
    assert more.__dict__ == words_of().__dict__


def test_a_users_words_are_added_in_lower_case_by_the_form_of_the_list() -> None:
    more = words_of().plus((("offices", ("Beadle", "ÉCHEVIN")), ("stop", ("Foo",)), ("common", ("Zorbist",))))
    assert (more.offices["beadle"], more.offices["échevin"]) == ("beadle", "échevin")
    assert "foo" in more.stop and "zorbist" in more.common
    assert "beadle" not in words_of().offices and "foo" not in words_of().stop and "zorbist" not in words_of().common
    assert more.language == "en" and more.months is words_of().months


@pytest.mark.parametrize("name", sorted(USERS_LISTS))
def test_a_user_may_add_to_every_list_that_is_said_to_be_one(name: str) -> None:
    more = getattr(words_of().plus(((name, ("Zorbist", "vice\u00a0 zorbist")),)), name)
    assert "zorbist" in more and "vice zorbist" in more


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: x, y\nb: z", {"x": "a", "y": "a", "z": "b"}),
        ("\n  a: x y ,z\n", {"x y": "a", "z": "a"}),
        ("12:00: noon", {"00: noon": "12"}),
        ("a: x\nb: x", {"x": "b"}),
    ],
)
def test_a_class_stands_before_its_phrases(text: str, found: dict[str, str]) -> None:
    assert classes(text) == found


def test_plurals_and_numbers() -> None:
    assert with_plurals("a: judge") == {"judge": "a", "judges": "a"}
    assert with_plurals("a: judge\nb: judges") == {"judge": "a", "judges": "b", "judgess": "b"}
    assert numbers("1: one, first\n2: two") == {"one": 1, "first": 1, "two": 2}
    with pytest.raises(ValueError, match="x"):
        numbers("x: one")
    assert words(" a  b\nb ") == {"a", "b"}
