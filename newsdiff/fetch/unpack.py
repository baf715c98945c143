"""Compressed bytes -> bytes, never more than a limit, and only to the very end of the stream.

Only gzip is offered to servers. An early end of the stream is an error even where all bytes arrived that were
promised: a decoder that is not asked for its end of stream returns half a page as a whole one.
"""

import zlib

_GZIP = 31  # zlib's window bits for a gzip wrapper
_MAGIC = b"\x1f\x8b"
_MAX_LAYERS = 2
_MAX_MEMBERS = 64  # a file of a million empty members would take minutes


class BadEncoding(ValueError):
    """The bytes are not what Content-Encoding calls them, stop early, or are too many; the text says which."""


def unpack(body: bytes, encodings: tuple[str, ...], limit: int, *, cut: bool = False) -> tuple[bytes, bool]:
    """The plain body, and whether its end was proved; BadEncoding.

    ``encodings`` are those that the server named, in its order. Gzip that it did not name (a sitemap.xml.gz, a page
    that was packed twice) is taken off too, two layers at most. With ``cut``, the first ``limit`` bytes are enough.
    """
    if unknown := [e for e in encodings if e not in ("gzip", "x-gzip", "identity", "")]:
        raise BadEncoding(f"it is encoded as {unknown[0][:20]}, which was not asked for")
    layers = sum(e in ("gzip", "x-gzip") for e in encodings)
    done = 0
    while done < layers or body.startswith(_MAGIC):
        if done == _MAX_LAYERS:
            raise BadEncoding(f"it is packed more than {_MAX_LAYERS} times")
        body = gunzip(body, limit, cut=cut)
        done += 1
    return body, done > 0


def gunzip(body: bytes, limit: int, *, cut: bool = False) -> bytes:
    """Every member of a gzip file, joined; what follows the last one is ignored, as browsers do; BadEncoding."""
    plain = bytearray()
    for _ in range(_MAX_MEMBERS):
        decoder = zlib.decompressobj(_GZIP)
        try:
            plain += decoder.decompress(body, limit + 1 - len(plain))
        except zlib.error as error:
            raise BadEncoding("its gzip stream is broken") from error
        if len(plain) > limit:
            if cut:
                return bytes(plain[:limit])
            raise BadEncoding(f"it unpacks to more than {limit:,} bytes")
        if not decoder.eof:
            if cut:
                return bytes(plain)
            raise BadEncoding("its gzip stream ends early")
        body = decoder.unused_data
        if not body.startswith(_MAGIC):
            return bytes(plain)
    raise BadEncoding(f"its gzip stream has more than {_MAX_MEMBERS} members")
