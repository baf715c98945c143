"""Percent-encoding in one spelling: said once, and the same however often it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.percent import encode_path, encode_query, escape_unseen

PATHS = st.text("aZ0-._~/%+ é中\u202e?#&=", max_size=40)


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("", ""),
        ("/a/b", "/a/b"),
        ("/%61/%7Eb", "/a/~b"),
        ("/caf%c3%a9", "/caf%C3%A9"),
        ("/café", "/caf%C3%A9"),
        ("/a b", "/a%20b"),
        ("/100%", "/100%25"),
        ("/100%zz", "/100%25zz"),
        ("/a/./b", "/a/b"),
        ("/.", "/"),
        ("/..", "/"),
        ("/a/../b", "/b"),
        ("/../../b", "/b"),
        ("/a/b/..", "/a"),
        ("/a%2Fb", "/a%2Fb"),
        ("/a:b@c!$&'()*+,;=", "/a:b@c!$&'()*+,;="),
        ("/a//b", "/a//b"),
    ],
)
def test_paths(path: str, wanted: str) -> None:
    assert encode_path(path) == wanted


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ""),
        ("b=2&a=1", "b=2&a=1"),
        ("q=a b", "q=a%20b"),
        ("q=%3f", "q=%3F"),
        ("q=a%2Bb+c", "q=a%2Bb+c"),
        ("a=&b", "a=&b"),
    ],
)
def test_queries_keep_their_order_and_their_blanks(query: str, wanted: str) -> None:
    assert encode_query(query) == wanted


@given(PATHS)
def test_once_is_enough(text: str) -> None:
    assert encode_path(encode_path("/" + text)) == encode_path("/" + text)
    assert encode_query(encode_query(text)) == encode_query(text)
    assert encode_path("/" + text).isascii()


@given(PATHS)
def test_no_path_climbs_above_its_root(text: str) -> None:
    found = encode_path("/" + text)
    assert found.startswith("/")
    assert ".." not in found.split("/")


@given(st.text(max_size=40))
def test_what_cannot_be_seen_is_escaped_and_all_else_stays(text: str) -> None:
    shown = escape_unseen(text)
    assert shown.isprintable()
    assert " " not in shown
    assert escape_unseen(shown) == shown
    if text.isprintable() and " " not in text:
        assert shown == text


def test_marks_of_direction_and_spaces_are_seen() -> None:
    assert escape_unseen("a b\u00a0c\u202ed\n") == "a%20b%C2%A0c%E2%80%AEd%0A"
    assert escape_unseen("\ud800") == "%3F"
