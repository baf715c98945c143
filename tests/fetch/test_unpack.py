"""Bodies are unpacked as servers packed them; what was not asked for is an error, never half a page."""

import gzip

import pytest

from newsdiff.body.gzip_members import BadEncoding
from newsdiff.fetch.unpack import unpack

PAGE = b"<html><body><p>A line of an article.</p></body></html>"
PACKED = gzip.compress(PAGE)


@pytest.mark.parametrize("codings", [(), ("identity",), ("",), ("none",), ("utf-8",), ("text/html",)])
def test_what_is_not_packed_comes_as_it_is(codings: tuple[str, ...]) -> None:
    assert unpack(PAGE, codings, 1000) == (PAGE, False)


@pytest.mark.parametrize("codings", [("gzip",), ("x-gzip",), (), ("identity", "gzip"), ("none",)])
def test_gzip_is_taken_off_and_proves_the_end(codings: tuple[str, ...]) -> None:
    assert unpack(PACKED, codings, 1000) == (PAGE, True)


def test_a_page_that_was_packed_twice() -> None:
    assert unpack(gzip.compress(PACKED), ("gzip",), 1000) == (PAGE, True)
    assert unpack(gzip.compress(PACKED), ("gzip", "gzip"), 1000) == (PAGE, True)
    with pytest.raises(BadEncoding, match="packed more than 2 times"):
        unpack(gzip.compress(gzip.compress(PACKED)), ("gzip",), 1000)


def test_a_server_that_says_gzip_and_sends_none() -> None:
    with pytest.raises(BadEncoding, match="its gzip stream is broken"):
        unpack(PAGE, ("gzip",), 1000)


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "compress", "b\u0155"])
def test_a_coding_that_was_not_asked_for_is_an_error(coding: str) -> None:
    with pytest.raises(BadEncoding, match=f"it is encoded as {coding}, which was not asked for"):
        unpack(PAGE, (coding,), 1000)


def test_a_coding_that_nobody_knows_is_an_error_where_the_body_is_no_text() -> None:
    assert unpack(PAGE, ("windows-1252",), 1000) == (PAGE, False)
    with pytest.raises(BadEncoding, match="it is encoded as secret"):
        unpack(b"\x00\x01\x02\x03" * 10, ("secret",), 1000)


def test_more_than_was_allowed_is_an_error_or_cut() -> None:
    with pytest.raises(BadEncoding, match="more than 10 bytes"):
        unpack(PACKED, ("gzip",), 10)
    assert unpack(PACKED, ("gzip",), 10, cut=True) == (PAGE[:10], True)
