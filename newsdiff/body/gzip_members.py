"""Gzip -> bytes, never more than a limit, and only to the very end of the stream.

An early end of the stream is an error even where all bytes arrived that were promised: a decoder that is not asked for
its end of stream returns half a page as a whole one.
"""

import zlib

MAGIC = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's window bits for a gzip wrapper
_MAX_MEMBERS = 64  # a file of a million empty members would take minutes


class BadEncoding(ValueError):
    """The bytes are not what Content-Encoding calls them, stop early, or are too many; the text says which."""


def gunzip(body: bytes, limit: int, *, cut: bool = False) -> bytes:
    """Every member of a gzip file, joined; what follows the last one is ignored, as browsers do; BadEncoding.

    With ``cut``, the first ``limit`` bytes are enough.
    """
    plain = bytearray()
    for _ in range(_MAX_MEMBERS):
        decoder = zlib.decompressobj(GZIP_WINDOW)
        try:
            plain += decoder.decompress(body, limit + 1 - len(plain))
        except zlib.error as error:
            raise BadEncoding("its gzip stream is broken") from error
        if len(plain) > limit:
            if cut:
                return bytes(plain[:limit])
            raise too_many(limit)
        if not decoder.eof:
            if cut:
                return bytes(plain)
            raise BadEncoding("its gzip stream ends early")
        body = decoder.unused_data
        if not body.startswith(MAGIC):
            return bytes(plain)
    raise BadEncoding(f"its gzip stream has more than {_MAX_MEMBERS} members")


def too_many(limit: int) -> BadEncoding:
    """The error of a body that unpacks to more than ``limit`` bytes."""
    return BadEncoding(f"it unpacks to more than {limit:,} bytes")
