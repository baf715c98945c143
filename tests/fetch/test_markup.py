"""Pages -> trees: any bytes give one or none, and monstrous tags are left out."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.fetch.markup import MAX_BYTES, base, tree

OWN = "https://news.example/2026/story"


def read(body: bytes) -> Any:
    found = tree(body)
    assert found is not None
    return found


def told(body: bytes) -> str:
    """The text of a page, in one line."""
    return " ".join(read(body).text_content().split())


@pytest.mark.parametrize("body", [b"", b"  \n", b"<!-- nothing -->", b"<!-- a --><!-- b -->"])
def test_a_page_of_nothing_has_no_tree(body: bytes) -> None:
    assert tree(body) is None


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (b"plain text", "plain text"),
        (b"<p>one<p>two", "onetwo"),
        (b"<p>one</b></i></p>", "one"),
        ("<p>Größe 習</p>".encode(), "Größe 習"),
        (b'<meta charset="koi8-r"><p>\xc3\xa9</p>', "é"),  # the bytes are UTF-8, whatever the page says
        (b"<p>a&amp;b&nbsp;c</p>", "a&b c"),
    ],
)
def test_the_text_of_a_page(body: bytes, wanted: str) -> None:
    assert told(body) == wanted


def test_a_long_tag_stays_and_a_monstrous_one_goes() -> None:
    for size, stays in ((1_000, True), (8_000, True), (8_200, False), (100_000, False)):
        tag = b'<a href="' + b"x" * (size - 11) + b'">'
        page = read(b"<p>before " + tag + b"within</a> after</p>")
        assert bool(page.xpath("//a")) is stays, size
        assert " ".join(page.text_content().split()) == "before within after"


def test_a_tag_of_hundreds_of_attributes_goes() -> None:
    for count, stays in ((198, True), (199, True), (200, False)):
        names = b" ".join(b"attribute%d=1" % n for n in range(count))
        assert bool(read(b"<p>x<i " + names + b">y</i></p>").xpath("//i")) is stays, count


def test_a_monstrous_tag_that_does_not_end_takes_nothing_else_with_it() -> None:
    assert told(b"<p>before <a " + b"x" * 9_000 + b"<b>after</b>") == "before after"


def test_of_an_endless_page_the_first_bytes_are_read() -> None:
    body = b"<p>start</p>" + b" " * MAX_BYTES + b"<p>end</p>"
    assert told(body) == "start"


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("", OWN),
        ("<base>", OWN),
        ('<base href="">', OWN),
        ('<base target="_top"><base href="/b/">', "https://news.example/b/"),
        ('<base href="https://b.example/x/">', "https://b.example/x/"),
        ('<base href="b/"><base href="c/">', "https://news.example/2026/b/"),
        ('<base href="http://[">', OWN),
    ],
    ids=["none", "without an address", "empty", "the second", "elsewhere", "the first of two", "no address"],
)
def test_what_addresses_are_relative_to(head: str, wanted: str) -> None:
    assert base(read(f"<html><head>{head}</head><body>x</body></html>".encode()), OWN) == wanted


@settings(max_examples=40)
@given(st.binary(max_size=100))
def test_any_bytes_are_a_tree_or_none(body: bytes) -> None:
    for page in (tree(body), tree(b"<p>" + body)):
        assert page is None or isinstance(base(page, OWN), str)
