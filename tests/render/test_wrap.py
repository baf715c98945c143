"""Lines fit the terminal, and nothing but white space is lost between them."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsdiff.render.wrap import joined, wrap

SPANS = st.lists(
    st.tuples(st.text("ab \nあ漢é👍-", max_size=30), st.sampled_from(["equal", "insert", "delete"])), max_size=8
)


def cells(line: list[tuple[str, str]]) -> int:
    return sum(cell_len(text) for text, _ in line)


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(SPANS, st.integers(2, 40))
def test_lines_fit_and_keep_every_character(spans: list[tuple[str, str]], width: int) -> None:
    lines = list(wrap(spans, width))
    assert all(cells(line) <= width for line in lines)
    assert solid("".join(t for line in lines for t, _ in line)) == solid("".join(t for t, _ in spans))


@given(SPANS, st.integers(2, 40))
def test_every_character_keeps_its_label(spans: list[tuple[str, str]], width: int) -> None:
    for label in ("equal", "insert", "delete"):
        shown = "".join(t for line in wrap(spans, width) for t, found in line if found == label)
        assert solid(shown) == solid("".join(t for t, found in spans if found == label))


def test_a_word_of_two_labels_is_not_broken_between_them() -> None:
    lines = list(wrap([("one two thr", "equal"), ("ee", "insert")], 10))
    assert [[t for t, _ in line] for line in lines] == [["one", " ", "two"], ["thr", "ee"]]


def test_wide_characters_count_two_cells() -> None:
    assert [len(line) for line in wrap([("漢字漢字漢", "equal")], 4)] == [2, 2, 1]


@given(SPANS, st.integers(2, 40))
def test_neighbours_of_one_label_are_one_and_nothing_is_lost(spans: list[tuple[str, str]], width: int) -> None:
    for line in wrap(spans, width):
        found = list(joined(line))
        assert [(c, label) for text, label in found for c in text] == [(c, label) for text, label in line for c in text]
        assert all(a != b for (_, a), (_, b) in pairwise(found))


def test_nothing_gives_no_line() -> None:
    assert list(wrap([], 80)) == []
    assert list(wrap([("   ", "equal")], 80)) == []
