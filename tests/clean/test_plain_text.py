"""Articles saved as plain text."""

from pathlib import Path

import pytest

from newsdiff.clean import clean_text, cleaned_text
from newsdiff.errors import CleanError
from newsdiff.model import BlockKind

SAVED = """back to top
Wednesday, March 12, 2025

Board closes the old ferry terminal

Share

The harbour board voted on Monday to close the old ferry terminal, ending ninety years of service.

A Petition That Came Late

READ MORE: Bridge tolls to rise twice in May

Islanders had asked for a reprieve, and 2,300 of them signed – in vain – a “petition”.

Correction: The petition bore 2,300 names, not 2,030.

Read more

Local News"""


def test_true_text_stays_word_for_word() -> None:
    text = "It rained.\n\nHe said: “Share it.” Read more books, she told them.\n\nThat was 3 hours ago."
    assert clean_text(text).text == text.replace("\n\n", "\n")


def test_a_saved_article_is_read() -> None:
    kinds = [(block.kind.value, block.text[:24]) for block in clean_text(SAVED).blocks]
    assert kinds == [
        ("headline", "Board closes the old fer"),
        ("date", "Wednesday, March 12, 202"),
        ("paragraph", "The harbour board voted "),
        ("heading", "A Petition That Came Lat"),
        ("paragraph", "Islanders had asked for "),
        ("correction", "Correction: The petition"),
    ]


def test_what_was_taken_out_is_told_with_a_reason() -> None:
    assert [(piece.text[:9], piece.reason) for piece in cleaned_text(SAVED).removed] == [
        ("back to t", "label"),
        ("Share", "label"),
        ("READ MORE", "promo"),
        ("Read more", "label"),
        ("Local New", "section"),
    ]


def test_wrapped_lines_are_joined_and_single_lines_are_not() -> None:
    wrapped = "The harbour board voted on Monday to close the old ferry terminal,\nending ninety years.\n\nIt rained."
    assert clean_text(wrapped).blocks[0].text.endswith("terminal, ending ninety years.")
    assert len(clean_text("It rained.\nIt snowed.\nIt cleared up.").blocks) == 3


def test_list_items_lose_their_marks_but_no_word() -> None:
    blocks = clean_text("The sums are these, the board said.\n\n• 12 million\n\n• 3 million").blocks
    assert [(block.kind, block.text) for block in blocks[1:]] == [
        (BlockKind.LIST_ITEM, "12 million"),
        (BlockKind.LIST_ITEM, "3 million"),
    ]


@pytest.mark.parametrize("text", ["", "\n \n", "Share\n\nRead more"])
def test_a_text_without_an_article_is_an_error(text: str) -> None:
    with pytest.raises(CleanError):
        clean_text(text)


def test_unsafe_characters_go() -> None:
    assert clean_text("He\u202e left\u200b on\x07 Monday.").text == "He left on Monday."


@pytest.mark.parametrize("name", ["article", "edited"])
def test_the_sample_is_cleaned_as_its_readme_says(shared: Path, name: str) -> None:
    source = (shared / "data" / "seed" / f"{name}.txt").read_text()
    cleaned = cleaned_text(source)
    lines = [line for line in source.split("\n") if line]
    gone = {piece.text for piece in cleaned.removed}
    assert gone == {line for line in lines if line.startswith(("back to top", "Share", "READ MORE:", "Read more"))} | {
        lines[-1]
    }
    assert sorted(block.text for block in cleaned.article.blocks) == sorted(line for line in lines if line not in gone)
    assert [block.kind.value for block in cleaned.article.blocks[:3]] == ["headline", "date", "paragraph"]
    assert sum(block.kind is BlockKind.HEADING for block in cleaned.article.blocks) == 5
