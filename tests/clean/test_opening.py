"""One order for the blocks that open an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.clean.opening import OPENING, canonical
from newsdiff.model import Block, BlockKind

LETTERS = {
    "h": BlockKind.HEADLINE, "d": BlockKind.DEK, "b": BlockKind.BYLINE, "t": BlockKind.DATE,
    "p": BlockKind.PARAGRAPH, "g": BlockKind.HEADING, "c": BlockKind.CAPTION,
}  # fmt: skip


def ordered(letters: str) -> str:
    """The kinds of the blocks, a letter each, in the order in which they come out."""
    blocks = [Block(LETTERS[letter], f"{letter}{number}") for number, letter in enumerate(letters)]
    return "".join(block.text[0] for block in canonical(blocks))


@pytest.mark.parametrize("letters", ["", "p", "h", "hdbtp", "php", "ptbdh", "gth", "cbh"])
def test_what_is_in_order_or_stands_behind_something_else_stays(letters: str) -> None:
    assert ordered(letters) == letters


@pytest.mark.parametrize(
    ("letters", "wanted"),
    [("tbdh", "hdbt"), ("bhp", "hbp"), ("thpbh", "htpbh"), ("hth", "hht"), ("dhg", "hdg"), ("bthc", "hbtc")],
)
def test_headline_dek_byline_and_date_come_in_this_order(letters: str, wanted: str) -> None:
    assert ordered(letters) == wanted


def test_blocks_of_one_kind_keep_their_order() -> None:
    one, two, three = (Block(kind, text) for kind, text in (("date", "1"), ("byline", "2"), ("date", "3")))  # type: ignore[arg-type]
    assert [block.text for block in canonical([one, two, three])] == ["2", "1", "3"]


@given(st.text("hdbtpgc", max_size=12))
def test_no_block_is_lost_and_a_second_time_changes_nothing(letters: str) -> None:
    once = ordered(letters)
    assert sorted(once) == sorted(letters)
    assert ordered(once) == once
    assert all(kind in LETTERS.values() for kind in OPENING)
