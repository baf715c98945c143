"""The names of a page's authors in its lines, and what has the shape of a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from newsdiff.clean.authors.author_names import AuthorNames, is_cased, is_name
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.fields.site_names import SiteNames

PAGE = html.fromstring("<html><head><title>Ferry stops</title></head></html>")
SITES = SiteNames(read_fields(PAGE, "https://courier.example/a"))


def names(*told: str) -> AuthorNames:
    return AuthorNames(told, SITES)


@pytest.mark.parametrize("text", ["", "Ida Lund"])
def test_where_no_names_are_told_none_is_found(text: str) -> None:
    nobody = names()
    assert not nobody.may_stand_in(text)
    assert not nobody.may_be_spelled_in(text)
    assert nobody.within(text) == []
    assert nobody.without(text) == text
    assert not nobody.are_strong([])


@pytest.mark.parametrize("text", ["", "Ida", "Freida Lund", "Ida Lundgren", "Ida and Sam Lund"])
def test_a_name_stands_in_no_other(text: str) -> None:
    assert names("ida lund").within(text) == []


@pytest.mark.parametrize("text", ["Ida Lund", "By IDA LUND, Sund", "(Ida Lund)", "Ida Lund: the sea"])
def test_a_name_stands_in_a_line_in_any_letters(text: str) -> None:
    found = names("ida lund")
    assert found.within(text) == ["ida lund"]
    assert found.may_stand_in(text)
    assert "lund" not in found.without(text)


def test_of_two_names_that_begin_alike_the_longer_is_found() -> None:
    assert names("ida lund", "ida lund poe").within("Ida Lund Poe") == ["ida lund poe"]


def test_apostrophes_are_one_however_they_are_written() -> None:
    assert names("sean o'neil").within("By Sean O’Neil") == ["sean o'neil"]


def test_a_name_in_a_script_without_spaces_stands_among_other_letters() -> None:
    assert names("배윤경").within("배윤경기자") == ["배윤경"]


def test_a_name_that_touches_its_role_may_stand_there() -> None:
    found = names("ida lund")
    assert found.within("Ida LundReporter") == []
    assert found.may_stand_in("Ida LundReporter")
    assert found.may_be_spelled_in("Ida\nLund")
    assert found.may_be_spelled_in("IdaLund")
    assert not found.may_stand_in("IdaLund")


def test_a_word_alone_and_the_name_of_the_site_prove_little() -> None:
    assert not names().are_strong(["lund"])
    assert not names().are_strong(["courier"])
    assert names().are_strong(["lund", "ida lund"])
    assert names().are_strong(["배윤경"])
    assert names().are_of_site(["courier"])
    assert not names().are_of_site(["courier", "ida lund"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ida",
        "ida lund",
        "Senior economics editor",
        "Ida Lund reports",
        "Ida 2 Lund",
        "12 March",
        "Ida before Lund",  # too long a word for one inside a name
        "Share Facebook",
        "Photo: Ida: Lund",
        "The long list of names: Ida Lund",
        " ".join(["Ida"] * 15),
    ],
)
def test_no_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "text", ["Ida Lund", "IDA LUND", "Ana de la Cruz", "Ida Lund und Sam Poe", "Text: Ida Lund", " ".join(["Ida"] * 14)]
)
def test_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    ("text", "cased"), [("", False), ("12", False), ("배윤경", False), ("Ida", True), ("ида", True)]
)
def test_scripts_with_capitals(text: str, cased: bool) -> None:
    assert is_cased(text) == cased


@settings(max_examples=50)
@given(
    st.lists(st.text(st.characters(categories=("Ll", "Zs")), min_size=1, max_size=8), max_size=4), st.text(max_size=30)
)
def test_what_stands_in_a_line_may_stand_there(told: list[str], text: str) -> None:
    found = names(*told)
    assert all(name in told for name in found.within(text))
    assert found.may_stand_in(text) or not found.within(text)
