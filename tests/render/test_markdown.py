"""Nothing of a foreign text is read as markup by Markdown or HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.render.markdown import escape


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A plain sentence, with commas.",
        "3 > 2 and 1 < 2",
        "snake_case_word",
        "a - b",
        "50 %",
        "#1",
        "R&D",
        "C# and F#"[:2],
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    assert escape(text).replace("\\", "") == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*bold* text", r"\*bold\* text"),
        ("`code`", r"\`code\`"),
        ("[a](b)", r"\[a\](b)"),
        ("_so_ it is", r"\_so\_ it is"),
        ("a ~~b~~", r"a \~\~b\~\~"),
        ("a | b", r"a \| b"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("&lt;script&gt;", r"\&lt;script\&gt;"),
        ("# Head", r"\# Head"),
        ("> quoted", r"\> quoted"),
        ("- item", r"\- item"),
        ("+18 words", r"\+18 words"),
        ("1. first", r"1\. first"),
        ("12) twelfth", r"12\) twelfth"),
        ("=====", r"\====="),
        (r"a \* b", r"a \\\* b"),
    ],
)
def test_what_is_markup_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(st.text("ab*_`[]<>&#-+=.1) |~\\\"'", max_size=30))
def test_escaping_only_ever_adds_backslashes(text: str) -> None:
    found = escape(text)
    i = 0
    for character in found:
        if i < len(text) and character == text[i]:
            i += 1
        else:
            assert character == "\\"
    assert i == len(text)


@given(st.text("ab<>/!? =\"'", max_size=30))
def test_no_tag_is_left(text: str) -> None:
    import re

    assert not re.search(r"(?<!\\)<[a-zA-Z/!?]", escape(text))
