"""Titles in marks: speech, and marks in a headline that writes all words large, are none."""

import pytest

from newsdiff.flags.names.quoted_titles import quoted_titles
from newsdiff.model import BlockKind
from tests.kit.sentences import sentence, words_of


def titles(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    read = sentence(text, language, kind)
    return [read.tokens.span(t.start, t[-1]) for t in quoted_titles(read, words_of(language))]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She was there for years, they said.",
        "She called it “a shame for everybody” there.",
        "She told them about “Tosca” there.",  # one word may be anything
        "Olga “tired” Brandt came with them.",
        "The “Brave” Olga came with them.",
        "She said “Thank You” when they came.",
        "She said, “Thank You” when they came.",
        "Their answer then: “Never Again” was heard.",
        "They shouted “Never Again” tells one who was there.",
        "The drivers' union met the owners' union there.",
        "It is no ‘Place in the Sun for them there.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The show “Ten Minutes,” they said, was over.", "Ten Minutes"),
        ("He was seen in 'Dogs of the Harbour' with them.", "Dogs of the Harbour"),
        ("Divers look for the ‘Ursa Minor’: nothing found yet", "Ursa Minor"),
        ("The miner Olga “Bricks” Brandt was with them.", "Bricks"),
        ("They won with ‘The Queen’s Pawn’ this time.", "The Queen’s Pawn"),
    ],
)
def test_a_title(text: str, title: str) -> None:
    assert titles(text) == [title]


def test_a_headline_that_writes_all_words_large_tells_no_title() -> None:
    assert titles("‘Absolute Ruin’ in Velm as Rivers Rise With Rain", kind=BlockKind.HEADLINE) == []


def test_other_languages_write_titles_otherwise() -> None:
    assert titles("Er sah den Film „Das Boot“ wieder.", "de") == []
