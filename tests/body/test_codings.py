"""Content codings are taken off within a limit, only to their end, and only where they are there."""

import gzip
import zlib

import brotli
import pytest

from newsdiff.body.chunks import BadChunks, joined
from newsdiff.body.codings import decoded
from newsdiff.body.gzip_members import BadEncoding

TEXT = b"<!doctype html><p>Councillors voted on Tuesday.</p>" * 20
LIMIT = 10_000_000


def deflated(body: bytes, window: int = zlib.MAX_WBITS) -> bytes:
    packer = zlib.compressobj(wbits=window)
    return packer.compress(body) + packer.flush()


PACKED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": deflated(TEXT),
    "deflate ": deflated(TEXT, -15),
    "br": brotli.compress(TEXT),
}


@pytest.mark.parametrize(
    "codings", [[], ["identity"], ["none"], ["utf-8"], ["text/html"], ["gzip"], ["br"], ["deflate"], ["zstd"]]
)
def test_what_is_not_packed_stays_as_it_is(codings: list[str]) -> None:
    for body in (TEXT, b"", b"short", "Caf\u00e9".encode("cp1252") * 100, TEXT.decode().encode("utf-16")):
        assert decoded(body, codings, LIMIT) == (body, False)


@pytest.mark.parametrize("name", PACKED)
def test_what_is_packed_is_unpacked_to_its_end(name: str) -> None:
    assert decoded(PACKED[name], [name.strip()], LIMIT) == (TEXT, True)
    small = {"br": brotli.compress, "deflate": deflated}.get(name.strip(), gzip.compress)(b"hm")
    assert decoded(small, [name.strip()], LIMIT) == (b"hm", True)


def test_codings_come_off_in_the_order_in_which_they_were_put_on() -> None:
    assert decoded(gzip.compress(brotli.compress(TEXT)), ["br", "gzip"], LIMIT) == (TEXT, True)


@pytest.mark.parametrize("name", PACKED)
def test_an_early_end_is_an_error(name: str) -> None:
    for end in (len(PACKED[name]) // 2, len(PACKED[name]) - 1):
        with pytest.raises(BadEncoding):
            decoded(PACKED[name][:end], [name.strip()], LIMIT)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_more_than_the_limit_is_an_error(name: str) -> None:
    body = {"gzip": gzip.compress, "deflate": deflated, "br": brotli.compress}[name](b"\0" * 3_000_000)
    with pytest.raises(BadEncoding, match="more than 1,000,000 bytes"):
        decoded(body, [name], 1_000_000)


def test_a_coding_that_is_not_read_here_is_named() -> None:
    with pytest.raises(BadEncoding, match="zstd"):
        decoded(b"\x28\xb5\x2f\xfd\x04\x00\x01\x00", ["zstd"], LIMIT)


def test_too_many_layers() -> None:
    with pytest.raises(BadEncoding, match="more than 3 times"):
        decoded(TEXT, ["gzip"] * 4, LIMIT)


@pytest.mark.parametrize("body", [b"", TEXT, b"add\n", b"no size here\r\n", b"123456789\r\n"])
def test_what_is_not_in_chunks_stays_as_it_is(body: bytes) -> None:
    assert joined(body) == (body, False)


def test_chunks_are_joined() -> None:
    body = b"5\r\nHello\r\n1;name=value\r\n,\r\n6  \r\n world\r\n0\r\n\r\n"
    assert joined(body) == (b"Hello, world", True)


@pytest.mark.parametrize(
    "body", [b"5\r\nHel", b"5\r\nHello", b"5\r\nHello\r\n", b"3\r\nHello\r\n0\r\n\r\n", b"ffffffff\r\nx"]
)
def test_chunks_that_stop_early_are_an_error(body: bytes) -> None:
    with pytest.raises(BadChunks):
        joined(body)
