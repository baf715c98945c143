"""Names and their initials: UN for United Nations, Marks and Spencer as M&S, a bracket behind a name."""

import pytest

from newsdiff.flags.names.initials import bracketed, in_a_list, initials_in, paired_initials, runs, spelled_places
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import sentence


def named(text: str, name: str) -> Value:
    """A name inside a text."""
    one = sentence(text)
    words = name.split()
    first = next(i for i in range(len(one.tokens)) if one.tokens.raw[i : i + len(words)] == words)
    return Value(one, first, first + len(words) - 1, tuple(word.lower() for word in words))


@pytest.mark.parametrize("text", ["", "it rained.", "the of and"])
def test_no_runs(text: str) -> None:
    assert list(runs(Tokens(text))) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("United Nations", ["un"]),
        ("the United Nations met", ["un"]),
        ("The United Nations met", ["un"]),
        ("House of Commons", ["hc"]),
        ("United Nations met World Bank", ["un", "wb"]),
        ("UN Security Council", ["unsc"]),
        ("Organisation for Co-operation of Europe", ["oce"]),
        ("BBC News", ["bbcn"]),
        ("NATO Council", ["nc"]),
    ],
)
def test_the_initials_of_runs_of_capitals(text: str, found: list[str]) -> None:
    assert list(runs(Tokens(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("P & G rose", ["PG"]),
        ("P & G rose, M & S fell", ["PG", "MS"]),
        ("p & g rose", []),
        ("P&G rose", []),  # one token, which is an acronym
        ("Salt & Silver", []),
        ("& G", []),
        ("P &", []),
    ],
)
def test_letters_on_both_sides_of_an_ampersand(text: str, found: list[str]) -> None:
    assert list(paired_initials(Tokens(text))) == found


@pytest.mark.parametrize(
    ("text", "name", "acronyms", "held"),
    [
        ("The World Bank (WB) met.", "World Bank", {"WB"}, True),
        ("The World Bank (WB) met.", "World Bank", {"UN"}, False),
        ("The World Bank met.", "World Bank", {"WB"}, False),
        ("The World Bank, she said (WB), met.", "World Bank", {"WB"}, False),
        ("The World Bank of Rye (WBR) met.", "World Bank", {"WBR"}, True),
        ("The World Bank (in WB) met.", "World Bank", {"WB"}, False),
        ("The World Bank (WB in Rye) met.", "World Bank", {"WB"}, False),
    ],
)
def test_the_other_side_has_the_letters_in_brackets(text: str, name: str, acronyms: set[str], held: bool) -> None:
    assert bracketed(named(text, name), frozenset(acronyms)) is held


@pytest.mark.parametrize(
    ("text", "letters", "held"),
    [
        ("A large world bank (LWB) met.", "LWB", True),
        ("The world bank (WB) met.", "WB", True),
        ("The bank of the world (BW) met.", "BW", True),
        ("The town hall (WB) met.", "WB", False),
        ("The world bank, WB, met.", "WB", False),
    ],
)
def test_letters_in_brackets_are_those_of_the_words_before_them(text: str, letters: str, held: bool) -> None:
    assert bracketed(named(text, letters), frozenset()) is held


@pytest.mark.parametrize(
    ("text", "name", "acronyms", "low", "held"),
    [
        ("World Bank met.", "World Bank", {"wb"}, set(), True),
        ("World Bank met.", "World Bank", {"un"}, set(), False),
        ("World Bank met.", "World Bank", set(), {"wb"}, False),
        ("National Space Agency met.", "National Space Agency", set(), {"nsa"}, True),
        ("He met Bank there.", "Bank", {"b"}, set(), False),
        ("He met Marks and Spencer there.", "Spencer", {"ms"}, set(), True),
        ("He met Marks or Spencer there.", "Spencer", {"ms"}, set(), False),
        ("Kerala High Court met.", "Kerala High Court", {"hc"}, {"kerala"}, True),
        ("Kerala High Court met.", "Kerala High Court", {"hc"}, {"punjab"}, False),
        ("the House of Commons met.", "House of Commons", {"hc"}, set(), True),
    ],
)
def test_the_other_side_has_the_initials(text: str, name: str, acronyms: set[str], low: set[str], held: bool) -> None:
    assert initials_in(named(text, name), frozenset(acronyms), frozenset(low)) is held


def test_a_name_of_a_hundred_words_is_read_in_no_time() -> None:
    text = " ".join(f"Word{'abcdefghij'[n % 10]}" for n in range(200)) + " met."
    value = Value(sentence(text), 0, 199, ("x",))
    assert not initials_in(value, frozenset({"zz"}), frozenset())


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("The Office for Rivers and Ports met.", "ORP met.", False),  # no list: told elsewhere
        ("The mayors of Orsk, Rye and Perm met.", "ORP met.", False),
        ("Ann Orr, Bo Rye and Cy Perm met.", "Orpac met.", False),
        ("The Office for Rivers, Ports and Coasts met.", "The Office for Rivers, Ports and Coasts (ORPC) met.", True),
        ("The Office for Rivers, Ports and Coasts met.", "ORPC met.", True),
        ("The Ministry of Food, Rivers and Islands met.", "Mofri met.", True),
    ],
)
def test_the_initials_of_a_name_with_commas(text: str, other: str, found: bool) -> None:
    tokens = Tokens(text)
    places = spelled_places(tokens, (Tokens(other),))
    assert bool(places) is found
    assert {tokens.raw[i] for i in places} <= set(text.replace(",", " ,").rstrip(".").split())


def test_a_name_in_a_list_stands_by_its_initials_and_they_by_it() -> None:
    text, short = "The Office for Rivers, Ports and Coasts met.", "ORPC met."
    assert in_a_list(named(text, "Rivers"), (Tokens(short),))
    assert in_a_list(named(short, "ORPC"), (Tokens(text),))
    assert not in_a_list(named(text, "Rivers"), (Tokens("ABCD met."),))
    assert not in_a_list(named("ABCD met.", "ABCD"), (Tokens(text),))
