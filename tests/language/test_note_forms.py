"""Notes in every language: a language gives the words, the forms are the same."""

import re

import pytest

from newsdiff.language.note_forms import NOTE_LISTS, note_forms

LISTS = {
    "note_words": "mended refreshed",
    "note_texts": "text story",
    "note_errors": "wrongly error",
    "note_this": "this our",
    "note_earlier": "earlier first",
    "note_us": "we have",
}


def found(line: str, lists: dict[str, str] = LISTS) -> bool:
    """Whether one of the forms finds a note, by an expression of which the line has a cue."""
    words = set(re.findall(r"\w+", line.lower()))
    return any(
        re.search(expression, line, re.IGNORECASE)
        for cues, expression in note_forms(lists)
        if words & set(cues.split())
    )


@pytest.mark.parametrize(
    "line",
    [
        "",
        "The roof was mended.",
        "He mended the roof of this house.",
        "The story was told.",
        "Refreshed by the rain, they left.",
        "In an earlier life he wrote.",
        "We have mended the roof.",
        "This is a story of the town, and it was refreshing.",
        "(see the story)",
    ],
)
def test_no_note(line: str) -> None:
    assert not found(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mended: the price is 12.",
        "REFRESHED 14.30: the price is 12.",
        "Refreshed 14:30",
        "(refreshed at four)",
        "[mended]",
        "MENDED – The price of bread",
        "The price of bread – mended",
        "The price is 12. Refreshed at 14.30",
        "In this story it was wrongly said that the price is 12.",
        "This text was mended.",
        "It was wrongly said in this text.",
        "We have removed an error and mended the text.",
        "(text mended at four)",
        "Text mended: the name was wrong.",
        "(an earlier text gave another price)",
        "An earlier story of this text",
    ],
)
def test_notes(line: str) -> None:
    assert found(line)


def test_what_stands_in_a_quotation_is_said_by_another() -> None:
    assert not found("We have said: „an error” and mended it.")


@pytest.mark.parametrize("lists", [{}, {"note_words": ""}, {"note_texts": "text", "note_us": "we"}])
def test_a_language_without_words_for_it_has_no_notes(lists: dict[str, str]) -> None:
    assert note_forms(lists) == ()


def test_without_words_for_us_there_are_two_forms_less() -> None:
    assert len(note_forms(LISTS)) == len(note_forms({**LISTS, "note_us": ""})) + 2


def test_every_form_has_cues_of_the_lists_in_it() -> None:
    known = {word for name in NOTE_LISTS for word in LISTS[name].split()}
    for cues, expression in note_forms(LISTS):
        assert cues
        assert set(cues.split()) <= known
        assert any(word in expression for word in cues.split())
