"""A pattern that is made at its first use behaves like one that was made at once."""

import re

import pytest

from newsdiff.text.lazy_pattern import lazy_pattern


@pytest.mark.parametrize("text", ["", "a1b22", "none"])
def test_its_methods_are_the_patterns_own(text: str) -> None:
    lazy, eager = lazy_pattern(r"\d+"), re.compile(r"\d+")
    assert lazy.findall(text) == eager.findall(text)
    assert lazy.sub("#", text) == eager.sub("#", text)
    assert bool(lazy.search(text)) is bool(eager.search(text))
    assert lazy.pattern == eager.pattern


def test_flags_and_bytes_are_kept() -> None:
    assert lazy_pattern("abc", re.IGNORECASE).fullmatch("ABC")
    assert lazy_pattern(rb"\d").findall(b"1a2") == [b"1", b"2"]


def test_a_mistake_shows_at_the_first_use_and_not_before() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.search("x")
    with pytest.raises(AttributeError):
        lazy_pattern("x").no_such_method  # noqa: B018
