"""A short line as pieces: of elements of its own, and between marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsdiff.clean.fields.pieces import pieces, runs, spaced
from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.model import BlockKind


def leaf(markup: str) -> Leaf:
    """The leaf of a block, its text as it is read."""
    element = html.fromstring(markup)
    return Leaf(" ".join(element.text_content().split()), element, BlockKind.PARAGRAPH)


def cut(markup: str, *cuts: int) -> list[str]:
    return [piece.text for piece in pieces(leaf(markup), cuts)]


@pytest.mark.parametrize("markup", ["<p></p>", "<p> | </p>", "<p> — </p>"])
def test_marks_alone_are_no_piece(markup: str) -> None:
    assert cut(markup) == []


@pytest.mark.parametrize("text", ["Ida Lund", "Well-known", "Ida Lund-Poe", "and so on, and so on", "a–b"])
def test_a_line_without_elements_and_marks_is_one_piece(text: str) -> None:
    assert cut(f"<p>{text}</p>") == [text]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        ("<p>Ida Lund | 3 views</p>", ["Ida Lund", "3 views"]),
        ("<p>Ida Lund – Sund</p>", ["Ida Lund", "Sund"]),
        ("<p>Ida Lund·Sund</p>", ["Ida Lund", "Sund"]),
        ("<p><b>Ida Lund</b>Reporter</p>", ["Ida Lund", "Reporter"]),
        ("<p><b>Ida Lund</b>reporter</p>", ["Ida Lund", "reporter"]),
        ("<p>By <a>Ida Lund</a>, Sund</p>", ["By", "Ida Lund", ", Sund"]),
        ("<p><b>Ida Lund</b><i>reporter</i></p>", ["Ida Lund", "reporter"]),
        ("<p><b>A</b><b>nother day</b></p>", ["Another day"]),
        ("<p><span>A</span>nother day</p>", ["Another day"]),  # a big first letter
    ],
)
def test_a_line_is_cut_at_elements_and_marks(markup: str, wanted: list[str]) -> None:
    assert cut(markup) == wanted


def test_a_line_is_cut_where_one_asks_for_it() -> None:
    assert cut("<p>Ida Lund 12 March</p>", 9) == ["Ida Lund", "12 March"]


def test_a_piece_knows_its_place_and_its_element() -> None:
    one = leaf("<p>By <a>Ida Lund</a> | Sund</p>")
    found = pieces(one)
    assert [one.text[p.start : p.end] for p in found] == [p.text for p in found] == ["By", "Ida Lund", "Sund"]
    assert [p.owner.tag for p in found] == ["p", "a", "p"]


def test_pieces_that_follow_each_other_are_one_run() -> None:
    one = leaf("<p>By <a>Ida Lund</a> | Sund | 3 views</p>")
    by, name, place, views = pieces(one)
    assert list(runs(one, [])) == []
    assert list(runs(one, [by, name, place])) == ["By Ida Lund | Sund"]
    assert list(runs(one, [by, place, views])) == ["By", "Sund | 3 views"]


def test_names_that_touch_are_parted_and_words_are_not() -> None:
    assert spaced(leaf("<p><b>Ida Lund</b>Reporter</p>")) == "Ida Lund Reporter"
    assert spaced(leaf("<p><span>A</span>nother day</p>")) == "Another day"


RUN = st.text(alphabet="ab |–,", max_size=6)


@given(st.lists(st.tuples(st.sampled_from(("b", "a", "span", "")), RUN), max_size=6), st.lists(st.integers(0, 20)))
def test_no_letter_is_lost_and_each_piece_stands_where_it_says(parts: list[tuple[str, str]], cuts: list[int]) -> None:
    markup = "".join(f"<{tag}>{text}</{tag}>" if tag else text for tag, text in parts)
    one = leaf(f"<p>{markup}</p>")
    found = pieces(one, [c for c in cuts if c < len(one.text)])
    assert [one.text[p.start : p.end] for p in found] == [p.text for p in found]
    assert "".join(c for p in found for c in p.text if c.isalpha()) == "".join(filter(str.isalpha, one.text))
