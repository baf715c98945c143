"""Phrases of a word table in a sentence: the longest wins, none is told twice, each list by itself."""

import pytest

from newsdiff.flags.sentence.phrase_index import REPORTED, Hit, PhraseIndex, index
from newsdiff.language.table import WordTable
from tests.kit.sentences import words_of

TABLE = WordTable(
    language="xx",
    stop=frozenset(),
    months={"may": 5},
    weekdays={"friday": 5},
    cardinals={"five": 5},
    honorifics={"mr": "mr"},
    standings={"former": "former", "as was": "former"},
    standing_prefixes={"vice": "deputy"},
    nearness=frozenset({"tomorrow"}),
    parts={"morning": "morning"},
    offices={
        "president": "president",
        "vice president": "deputy/president",
        "president of the board": "chair",
        "minister": "minister",
        "kanzler": "chancellor",
    },
    office_heads=("minister", "kanzler"),
    negators={"not": "not", "not only": "-"},
    modals={"may": "may", "may not": "ban"},
    sayings={"said": "say", "according to": "according", "according to aides": "aides"},
    conditional_endings=("rait",),
    unconditional=frozenset({"trait"}),
)


def hits(text: str, table: WordTable = TABLE) -> dict[str, list[Hit]]:
    return index(table).find(text.split())


@pytest.mark.parametrize(
    "text", ["", "the bridge fell", "presidents", "mays", "notonly", "習近平 said-so", "'s", "according"]
)
def test_nothing_is_found(text: str) -> None:
    assert hits(text) == {}


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("he said so", "sayings", [(1, 2, "say")]),
        ("said and said", "sayings", [(0, 1, "say"), (2, 3, "say")]),
        ("according to him", "sayings", [(0, 2, "according")]),
        ("according to aides of his", "sayings", [(0, 3, "aides")]),
        ("not only here", "negators", [(0, 2, "-")]),
        ("only not here", "negators", [(1, 2, "not")]),
        ("the president of the board", "offices", [(1, 5, "chair")]),
        ("the president of the bored", "offices", [(1, 2, "president")]),
        ("vice president", "offices", [(0, 2, "deputy/president")]),
        ("may not go", "modals", [(0, 2, "ban")]),
        ("in may", "calendar", [(1, 2, "")]),
        ("friday's", "calendar", [(0, 1, "")]),
        ("morning's", "parts", [(0, 1, "morning")]),
        ("tomorrow", "near", [(0, 1, "")]),
        ("five of 12 or 3rd", "numeral", [(0, 1, "")]),
        ("five of 12 or 3rd", "figure", [(2, 3, ""), (4, 5, "")]),
        ("mr former", "rank", [(0, 1, ""), (1, 2, "")]),
        ("as was", "rank", [(0, 2, "former")]),
    ],
)
def test_a_phrase_is_found_in_its_list(text: str, name: str, found: list[Hit]) -> None:
    assert hits(text).get(name, []) == found


def test_one_word_stands_in_several_lists() -> None:
    assert hits("may") == {"calendar": [(0, 1, "")], "modals": [(0, 1, "may")]}


def test_a_shorter_phrase_inside_a_longer_one_of_its_list_is_passed_over() -> None:
    assert hits("vice president of the board")["offices"] == [(0, 2, "deputy/president")]


def test_only_dates_and_parts_of_days_own_something() -> None:
    assert hits("said's mr's five's president's") == {}


@pytest.mark.parametrize(
    ("word", "office"),
    [
        ("vicemayor", None),
        ("vice", None),
        ("expresident", None),
        ("ministers", None),
        ("vicepresident", "deputy/president"),
        ("minister", "minister"),
        ("verkehrsminister", "minister/verkehr"),
        ("außenminister", "minister/außen"),
        ("viceminister", "deputy/minister"),
        ("viceverkehrsminister", "deputy/minister/verkehr"),
    ],
)
def test_an_office_in_one_word_with_its_standing_or_with_what_it_is_for(word: str, office: str | None) -> None:
    assert [value for _, _, value in hits(word).get("offices", [])] == ([office] if office else [])


@pytest.mark.parametrize(("word", "found"), [("haus", False), ("vizekanzler", True), ("verkehrsministerin", True)])
def test_offices_of_german_are_often_one_word(word: str, found: bool) -> None:
    assert ("offices" in hits(word, words_of("de"))) is found


def test_a_verb_in_the_conditional_tells_what_is_reported() -> None:
    assert hits("il serait trait")["modals"] == [(1, 2, REPORTED)]
    assert "modals" not in hits("trait")


def test_phrases_of_marks_are_cut_as_a_sentence_is() -> None:
    table = WordTable(
        language="xx", stop=frozenset(), sayings={"u.n. says": "say", "so-called": "call", "l'a dit": "say"}
    )
    assert hits("u.n. says", table) == {"sayings": [(0, 2, "say")]}
    assert hits("so - called", table) == {"sayings": [(0, 3, "call")]}
    assert hits("l'a dit", table) == {"sayings": [(0, 2, "say")]}


def test_a_text_that_is_looked_through_again_tells_the_same() -> None:
    """The words that begin no phrase are remembered; figures and words of phrases are not among them."""
    text = "the vice president said 5 people may not leave on friday's train in 2026"
    low = text.split()
    first = PhraseIndex(TABLE)
    told = first.find(low)
    assert {"figure", "offices", "sayings", "modals", "calendar"} <= told.keys()
    assert first.find(low) == told
    assert first.find(low[::-1]) == PhraseIndex(TABLE).find(low[::-1])


def test_the_index_of_a_table_is_made_once() -> None:
    assert index(words_of()) is index(words_of())
    assert index(words_of("de")) is not index(words_of())
