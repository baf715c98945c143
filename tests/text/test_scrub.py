"""Characters that no text of ours may hold."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.scrub import scrub, squeeze, visible


@pytest.mark.parametrize("text", ["Crème brûlée – “5 €”", "👩‍👩‍👧", "می‌روم", "क्‍ष", "1½ and 10²", "a\tb\nc"])
def test_honest_text_stays(text: str) -> None:
    assert scrub(text) == text
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\u202eb", "ab"),
        ("so\u00adft", "soft"),
        ("a\u200bb", "ab"),
        ("\x1b]52;c;x\x07", "]52;c;x"),
        ("a\u2028b", "a b"),
    ],
)
def test_unsafe_characters_go(text: str, left: str) -> None:
    assert scrub(text) == left


def test_what_is_shown_hides_nothing() -> None:
    assert visible("a\u202eb\x1b[2J") == "a<U+202E>b<U+001B>[2J"


@given(st.text())
def test_nothing_unsafe_is_left_and_scrubbing_twice_changes_nothing(text: str) -> None:
    once = scrub(text)
    assert scrub(once) == once
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in once)
    once.encode("utf-8")


def test_a_text_as_it_is_kept_has_one_form() -> None:
    assert squeeze("The  ferry\n\tstops. ") == "The ferry stops."
    assert squeeze("Cafe\u0301\u200b \u202eau lait") == "Caf\u00e9 au lait"
    assert squeeze(" \u200b ") == ""
