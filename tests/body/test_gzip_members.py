"""Gzip is unpacked to its very end and never beyond a limit."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.body.gzip_members import BadEncoding, gunzip, too_many

BODY = b"A line of an article that repeats. " * 40


@given(st.lists(st.binary(max_size=100), min_size=1, max_size=5))
def test_all_members_are_joined(parts: list[bytes]) -> None:
    assert gunzip(b"".join(map(gzip.compress, parts)), 1000) == b"".join(parts)


@pytest.mark.parametrize("rest", [b"", b"\0\0\0", b"<!-- served by cache-7 -->", b"\x1e\x8b"])
def test_what_follows_the_last_member_is_ignored(rest: bytes) -> None:
    assert gunzip(gzip.compress(BODY) + rest, len(BODY)) == BODY


@given(st.integers(1, 60))
def test_an_early_end_is_never_a_whole_page(missing: int) -> None:
    packed = gzip.compress(BODY)
    with pytest.raises(BadEncoding, match=r"ends early|is broken"):
        gunzip(packed[: max(10, len(packed) - missing)], len(BODY))


def test_the_checksum_is_looked_at() -> None:
    packed = bytearray(gzip.compress(BODY))
    packed[-6] ^= 1
    with pytest.raises(BadEncoding, match="its gzip stream is broken"):
        gunzip(bytes(packed), len(BODY))


@pytest.mark.parametrize("body", [b"plain text", zlib.compress(BODY), b"\x1f\x8b" + b"\xff" * 20])
def test_what_is_no_gzip_is_said(body: bytes) -> None:
    with pytest.raises(BadEncoding, match="its gzip stream is broken"):
        gunzip(body, 1000)


def test_a_bomb_is_stopped_at_the_limit() -> None:
    bomb = gzip.compress(bytes(20_000_000))
    with pytest.raises(BadEncoding, match="it unpacks to more than 1,000 bytes"):
        gunzip(bomb, 1000)
    assert gunzip(bomb, 1000, cut=True) == bytes(1000)


def test_the_limit_holds_over_all_members() -> None:
    two = gzip.compress(b"x" * 600) * 2
    assert gunzip(two, 1200) == b"x" * 1200
    with pytest.raises(BadEncoding, match="more than 1,199 bytes"):
        gunzip(two, 1199)
    assert gunzip(two, 1199, cut=True) == b"x" * 1199


def test_a_cut_stream_gives_what_it_has_where_that_is_enough() -> None:
    packed = gzip.compress(BODY)
    begun = gunzip(packed[:40], 1000, cut=True)
    assert BODY.startswith(begun)
    assert gunzip(packed, 10_000, cut=True) == BODY


def test_members_without_end_are_stopped() -> None:
    with pytest.raises(BadEncoding, match="more than 64 members"):
        gunzip(gzip.compress(b"") * 65, 1000)
    assert gunzip(gzip.compress(b"") * 64, 1000) == b""


def test_the_limit_is_told_with_commas() -> None:
    assert str(too_many(10_000_000)) == "it unpacks to more than 10,000,000 bytes"
