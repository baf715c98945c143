"""Lists of names as people write them."""

import pytest

from newsdiff.text.word_lists import listed, phrases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" \n\t", ()),
        ("a", ("a",)),
        ("b a\n  c\tb", ("b", "a", "c", "b")),
        ("a, b", ("a,", "b")),
        ("é 漢", ("é", "漢")),
    ],
)
def test_names_are_cut_at_white_space(text: str, names: tuple[str, ...]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ("",)),
        ("a", ("a",)),
        ("read more,  see\n  also", ("read more", "see also")),
        ("a,,b,", ("a", "", "b", "")),
    ],
)
def test_phrases_are_cut_at_commas_and_their_space_is_folded(text: str, found: tuple[str, ...]) -> None:
    assert phrases(text) == found
