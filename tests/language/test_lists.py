"""The lists of phrases: how they are cut, and that every language's calendar is whole."""

from collections.abc import Callable

import pytest

from newsdiff.language import lists

CALENDARS = ["de", "en", "es", "fr", "it", "nl"]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("", []),
        ("share", ["share"]),
        ("share, share this\nprint", ["share", "share this", "print"]),
        (" a ,, b \n\n c", ["a", "b", "c"]),
        ("(no thanks/no, thanks)", ["(no thanks/no, thanks)"]),
        ("a, (b, c) d, e", ["a", "(b, c) d", "e"]),
    ],
)
def test_a_list_is_cut_at_lines_and_at_commas_outside_of_brackets(text: str, phrases: list[str]) -> None:
    assert list(lists.cut(text)) == phrases


@pytest.mark.parametrize("code", CALENDARS)
def test_a_language_names_all_twelve_months_and_seven_days(code: str) -> None:
    assert set(lists.calendar(code, "months").values()) == set(range(1, 13))
    assert set(lists.calendar(code, "weekdays").values()) == set(range(1, 8))


@pytest.mark.parametrize(
    ("word", "number"),
    [("march", 3), ("märz", 3), ("mars", 3), ("marzo", 3), ("maart", 3), ("january", 1), ("décembre", 12), ("sept", 9)],
)
def test_months_of_all_languages_at_once(word: str, number: int) -> None:
    assert lists.months()[word] == number


@pytest.mark.parametrize(("asked", "named"), [(lists.is_month, lists.months), (lists.is_weekday, lists.weekdays)])
def test_a_name_is_looked_up_where_it_stands_among_others(
    asked: Callable[[str], bool], named: Callable[[], dict[str, int]]
) -> None:
    known = named()
    some = [*known][::10]
    others = [f"{name}{end}" for name in some for end in ("x", "e", ":")] + [name[1:] for name in some]
    for word in (*some, *others, "monday", "may", "di", "1", "the", ",", ": ", "a"):
        assert asked(word) is (word in known)


@pytest.mark.parametrize(("word", "number"), [("monday", 1), ("montag", 1), ("lundi", 1), ("lunes", 1), ("sunday", 7)])
def test_weekdays_begin_with_monday(word: str, number: int) -> None:
    assert lists.weekdays()[word] == number


def test_no_word_is_a_month_and_a_weekday() -> None:
    assert not set(lists.months()) & set(lists.weekdays())


@pytest.mark.parametrize("code", CALENDARS)
def test_the_commonest_words_are_many_lower_case_and_each_once(code: str) -> None:
    words = lists.commonest(code)
    assert len(words) > 10
    assert all(word == word.lower() == word.strip() for word in words)


def test_each_list_of_a_page_has_phrases_in_english() -> None:
    empty = [name for name in lists.names() if not lists.phrases(name)]
    assert empty == []
