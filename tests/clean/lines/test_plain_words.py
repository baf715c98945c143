"""The words of plain letters are those that an expression finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.clean.lines.plain_words import plain_words


@settings(max_examples=100)
@given(st.text(st.characters(max_codepoint=127) | st.sampled_from("’“”–…\xa0"), max_size=40))
def test_the_words_of_a_plain_text_are_those_of_an_expression(text: str) -> None:
    assert plain_words(text) == re.findall(r"\w+", text)


def test_a_text_with_other_letters_has_no_plain_words() -> None:
    assert plain_words("Der Kai von Högsund") is None
