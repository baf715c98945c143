"""A pattern that is made at its first use behaves like one that was made at once."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.clean.lines import patterns
from newsdiff.flags.read import dates, numerals, quantities, quotes
from newsdiff.flags.read.times import clock_forms
from newsdiff.language import form
from newsdiff.text.lazy_pattern import lazy_pattern

IN_NEED = [  # the patterns that are made only for texts with some sign
    pytest.param(found, id=f"{module.__name__}.{name}")
    for module in (patterns, dates, numerals, quantities, quotes, clock_forms, form)
    for name, found in vars(module).items()
    if getattr(found, "needs", "")
]


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


@pytest.mark.parametrize("text", ["", "12", "no sign", "1:2", "a 10:30 b", ":"])
@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_a_pattern_in_need_of_a_sign_says_the_same(method: str, text: str) -> None:
    eager = re.compile(r"\d+:\d+")
    for lazy in (lazy_pattern(r"\d+:\d+", needs=":"), lazy_pattern(r"\d+:\d+", needs="/:")):
        for _ in range(2):  # before and after it is made
            found, wanted = getattr(lazy, method)(text), getattr(eager, method)(text)
            assert (found and found.span()) == (wanted and wanted.span())
            assert lazy.search("x 7:8", 2) and not lazy.search("7:8 x", 3)


def test_it_is_not_even_made_for_other_texts() -> None:
    wrong = lazy_pattern("(:", needs=":")
    assert wrong.search("no sign") is None
    with pytest.raises(re.error):
        wrong.search("a:b")


def test_there_are_such_patterns() -> None:
    assert len(IN_NEED) > 10


@pytest.mark.parametrize("pattern", IN_NEED)
@given(data=st.data())
@settings(max_examples=15)
def test_every_match_has_a_sign_that_its_pattern_needs(pattern: Any, data: st.DataObject) -> None:
    found = re.search(pattern.pattern, data.draw(st.from_regex(pattern.pattern)))
    assert found is not None
    assert any(sign in found[0] for sign in pattern.needs)
