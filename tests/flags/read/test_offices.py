"""Offices, honorifics and standings, with the person they stand beside."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.read.offices import Title, titles
from tests.kit.sentences import LANGUAGES, sentence, strange, words_of


def read(text: str, language: str = "en") -> list[Title]:
    return titles(sentence(text, language), words_of(language), ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing of the kind.",
        "It was a late goal.",
        "Lord said so.",
        "They are Gen Z.",
        "A sales rep came.",
        "They are certain to miss Ireland.",
        "He is a Senior Executive Officer (SEO) there.",
        "See www.example.gov for more.",
        "習近平在北京。",
    ],
)
def test_no_title(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "span", "person"),
    [
        ("Then the mayor spoke.", "mayor", ""),
        ("Ann Lee, the mayor, spoke.", "mayor", "Ann Lee"),
        ("Ann Lee is the mayor.", "mayor", "Ann Lee"),
        ("Then Finance Minister Ann Lee spoke.", "Finance Minister", "Ann Lee"),
        ("Then the former transport minister John Doe spoke.", "former transport minister", "John Doe"),
        ("Then Sen. Ann Lee spoke.", "Sen", "Ann Lee"),
        ("Then Dr Ann Lee spoke.", "Dr", "Ann Lee"),
        ("Then the late Ann Lee was named.", "late", "Ann Lee"),
        ("Then Ann Lee MBE spoke.", "MBE", "Ann Lee"),
        ("Then Mayor Jürgen Ößler spoke.", "Mayor", "Jürgen Ößler"),
    ],
)
def test_a_title_stands_beside_its_person(text: str, span: str, person: str) -> None:
    assert [(title.span, title.person) for title in read(text)] == [(span, person)]


def test_a_title_says_what_it_is_for_and_how_it_stands() -> None:
    (title,) = read("Then the former transport minister John Doe spoke.")
    assert title.parts == {"former", "minister", "for transport"}
    assert title.standings == {"former"}
    assert not title.proper


def test_a_title_with_a_capital_would_be_read_as_a_name() -> None:
    (title,) = read("Then the Minister for Rural Affairs, Ann Lee, spoke.")
    assert title.proper
    assert "for rural" in title.parts
    assert title.sentence.tokens.span(title.first, title.until) == "Minister for Rural Affairs"


def test_what_an_office_is_for_may_be_a_list() -> None:
    (title,) = read("Then the Minister for Housing, Communities and Local Government spoke.")
    assert title.sentence.tokens.span(title.last, title.until) == (
        "Minister for Housing, Communities and Local Government"
    )


@pytest.mark.parametrize(("text", "single"), [("the mayor spoke", True), ("the mayors spoke", False)])
def test_a_single_title_is_of_one_person(text: str, single: bool) -> None:
    assert [title.single for title in read(text)] == [single]


def test_a_mere_standing_is_no_single_title() -> None:
    assert [title.single for title in read("Then the late Ann Lee was named.")] == [False]


def test_skipped_tokens_hold_no_title() -> None:
    assert titles(sentence("Then the mayor spoke."), words_of(), {2}) == []


@pytest.mark.parametrize(
    ("language", "text", "person"),
    [
        ("de", "Dann sprach die Bürgermeisterin Anna Schmidt.", "Anna Schmidt"),
        ("fr", "La ministre de la Culture, Anne Petit, a parlé.", "Anne Petit"),
    ],
)
def test_a_title_as_its_language_writes_it(language: str, text: str, person: str) -> None:
    assert [title.person for title in read(text, language)] == [person]


@settings(max_examples=60)
@given(text=strange(), language=st.sampled_from(LANGUAGES))
def test_titles_stand_in_order_inside_the_sentence(text: str, language: str) -> None:
    found = read(text, language)
    assert all(t.first <= t.last <= max(t.last, t.until) < len(t.sentence.tokens) and t.parts for t in found)
    assert all(t.standings <= t.parts and t.span in text for t in found)
    assert [t.last for t in found] == sorted({t.last for t in found})
