"""Common words with a capital whose place tells a name; house capitals and kickers are none."""

import pytest

from newsdiff.flags.names.framed import closes, hyphenated_from, is_framed, model, tags_from
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def framed(text: str, word: str, *, headed: bool = True) -> bool:
    tokens = Tokens(text)
    return is_framed(tokens, tokens.low.index(word), words_of(), headed=headed)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tax rises as Ministers admit it", "ministers"),
        ("It is for the Budget to say", "budget"),
        ("The Budget explained", "budget"),
        ("Western leaders met", "leaders"),
        ("Bridges faces backlash", "bridges"),  # at the head of a sentence anything may be
        ("It was said by the Council", "council"),
    ],
)
def test_what_its_place_tells_nothing_of(text: str, word: str) -> None:
    assert not framed(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Awards: The Sopranos stars shine", "sopranos"),
        ("Can the valley survive it? | The Current", "current"),
        ("Rivals praised as Rivers loses support", "rivers"),
        ("Western Springs theft: a witness lied", "springs"),
    ],
)
def test_what_it_tells(text: str, word: str) -> None:
    assert framed(text, word)


def test_an_article_with_a_capital_tells_in_headlines_alone() -> None:
    assert not framed("They said: The Current plan is wrong.", "current", headed=False)


@pytest.mark.parametrize(
    "text", ["It does not work: Expert", "Prices rise: Report", "Storm nears - video", "It ends: Brown"]
)
def test_who_does_not_close_a_headline(text: str) -> None:
    tokens = Tokens(text)
    assert not closes(tokens, len(tokens) - 1, words_of())


def test_who_closes_one() -> None:
    tokens = Tokens("'Never again' - Peters")
    assert closes(tokens, len(tokens) - 1, words_of())


@pytest.mark.parametrize(
    "text",
    [
        "It rose amid cuts",
        "It rose amid cuts Markets",
        "They went to Bath, Reading",
        "It was said by Bill Clinton, World",
        "It rose in Markets, Economy.",
    ],
)
def test_what_ends_in_no_list_of_sections(text: str) -> None:
    tokens = Tokens(text)
    assert tags_from(tokens, words_of()) == len(tokens)


def test_a_list_of_sections_behind_a_teaser() -> None:
    tokens = Tokens("It rose amid cuts Markets, World Economy")
    assert tags_from(tokens, words_of()) == 4


@pytest.mark.parametrize(
    ("text", "code"), [("F-15", "F15"), ("S-400", "S400"), ("U-21", ""), ("X-ray", ""), ("G 7", "")]
)
def test_models(text: str, code: str) -> None:
    assert model(Tokens(text), 0) == code


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("in Hill", "hill", 1),
        ("the Iran-Iraq war", "iraq", 3),
        ("the war - Hill", "hill", 3),
        ("in Walton-on-the-Hill", "hill", 1),
        ("à Chalon-sur-Saône", "saône", 1),
    ],
)
def test_where_a_word_begins_of_which_a_name_is_the_last_part(text: str, word: str, whole: int) -> None:
    tokens = Tokens(text)
    assert hyphenated_from(tokens, tokens.low.index(word)) == whole
