"""Phrases in the notation of the language folders: what they find, and that nothing that is listed is out of reach."""

import itertools

import pytest

from newsdiff.language import lists
from newsdiff.language.phrasebook import _WORD, Phrasebook, _words_of, expression, first_words, items, plain


def found(phrase: str, line: str) -> str | None:
    place = Phrasebook({"": [phrase]}).find(plain(line))
    return plain(line)[place.start : place.end] if place else None


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("share", "they shared it"),
        ("read (more/also)", "read less"),
        ("^404$", "flight 404"),
        ("^404$", "404 houses"),
        ("# shares", "many shares"),
        ("log [me] in", "log you in"),
        ("read ... free", "read on and on for forty characters and then more of it, all free"),
        ("subscri*", "to unsubscribe"),
        ("相关阅读", "阅读"),
    ],
)
def test_what_is_no_place_of_a_phrase(phrase: str, line: str) -> None:
    assert found(phrase, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "",
        "'' ' '",
        "'the sailors' boats', it said",
        "the harbour's o'clock_bell rang at 5.30, 'twas late",
        "rock''n''roll",
        "the 'old' 'new' harbour' 'and' ' it",
        "l'été à l'eau",
    ],
)
def test_a_line_of_plain_letters_has_the_words_that_any_has(line: str) -> None:
    assert _words_of(line) == frozenset(_WORD.findall(line))


@pytest.mark.parametrize(
    ("phrase", "line", "place"),
    [
        ("share", "Please SHARE it", "share"),
        ("read (more/also)", "Read more", "read more"),
        ("read more/also", "Read also: a story", "read also"),
        ("# shares", "1,204 shares", "1,204 shares"),
        ("log [me] in", "please log in", "log in"),
        ("[please] log in", "please log in", "please log in"),
        ("you've read ... articles", "You’ve read all your free articles", "you've read all your free articles"),
        ("subscri*", "subscribers only", "subscribers"),
        ("(join us/log [me] in) now", "log me in now", "log me in now"),
        ("相关阅读", "看相关阅读：桥", "相关阅读"),
        ("one _ more", "one last more", "one last more"),
        ("what?", "so what? nothing", "what?"),
    ],
)
def test_a_phrase_is_found(phrase: str, line: str, place: str) -> None:
    assert found(phrase, line) == place


def test_the_earlier_list_counts_where_two_begin_at_one_place() -> None:
    book = Phrasebook({"first": ["log in"], "second": ["log in to read"]})
    assert [place.name for place in book.all("log in to read, or log in")] == ["first", "first"]


def test_an_open_bracket_is_an_error() -> None:
    with pytest.raises(ValueError, match="not closed"):
        expression("read (more")


def literal(word: str) -> str:
    return {"#": "7", "_": "word"}.get(word, word.replace("*", "x") if word.endswith("*") else word)


def examples(phrase: str) -> list[str]:
    """Lines that a phrase stands for, made of its notation alone: up to sixty."""
    lines = [""]
    for choices, optional in items(phrase.removeprefix("^").removesuffix("$")):
        groups = [examples(choice) if " " in choice or choice[:1] in "([" else [literal(choice)] for choice in choices]
        words = ["x"] if choices == ["..."] else list(itertools.chain(*groups))
        lines = [f"{line} {word}" for line in lines for word in ([*words, ""] if optional else words)][:60]
    return [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize("name", lists.names())
def test_each_way_of_each_phrase_is_within_reach_of_its_first_words(name: str) -> None:
    """The look at a line's words, which spares most lines the expressions, passes over none that would match."""
    for phrase in map(plain, lists.phrases(name)):
        assert all(first_words(phrase)), phrase
        for line in examples(phrase):
            assert found(phrase, line) is not None, (phrase, line)
