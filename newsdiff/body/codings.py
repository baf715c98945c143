"""The content codings that a header names, taken off a body that somebody else kept: gzip, deflate, brotli.

An archive may keep a body as it came, or keep it unpacked under the header that it came with; the bytes decide.
"""

import zlib
from collections.abc import Callable, Sequence

from newsdiff.body.gzip_members import MAGIC, BadEncoding, gunzip, too_many
from newsdiff.body.kinds import is_text

_RAW_WINDOW = -15  # zlib's window bits for deflate without a wrapper
_MAX_LAYERS = 3
_FEW_BYTES = 256
# Known codings that are not read here, and the bytes that they begin with.
_UNREAD = {
    "zstd": b"\x28\xb5\x2f\xfd",
    "dcz": b"\x5e\x2a\x4d\x18",
    "dcb": b"\xff\x44\x43\x42",
    "compress": b"\x1f\x9d",
    "x-compress": b"\x1f\x9d",
}


def decoded(body: bytes, codings: Sequence[str], limit: int) -> tuple[bytes, bool]:
    """The plain body, and whether the end of a packed stream proved it whole; BadEncoding.

    ``codings`` are those that the headers named, in their order. One that nobody knows says nothing and is passed
    over, as browsers do.
    """
    if len(named := [c for c in codings if c in _DECODERS or c in _UNREAD]) > _MAX_LAYERS:
        raise BadEncoding(f"it is packed more than {_MAX_LAYERS} times")
    proved = False
    for coding in reversed(named):
        if coding in _UNREAD:
            if body.startswith(_UNREAD[coding]):
                raise BadEncoding(f"it is packed as {coding}, which cannot be read here")
            continue
        if (plain := _DECODERS[coding](body, limit)) is not None:
            body, proved = plain, True
    return body, proved


def _gzip(body: bytes, limit: int) -> bytes | None:
    return gunzip(body, limit) if body.startswith(MAGIC) else None


def _deflate(body: bytes, limit: int) -> bytes | None:
    """With or without zlib's wrapper: servers send both by this name."""
    if _is_plain(body):
        return None
    wrapped = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
    decoder = zlib.decompressobj(zlib.MAX_WBITS if wrapped else _RAW_WINDOW)
    try:
        plain = decoder.decompress(body, limit + 1)
    except zlib.error as error:
        raise BadEncoding("its deflate stream is broken") from error
    return _to_the_end(plain, decoder.eof, limit, "deflate")


def _brotli(body: bytes, limit: int) -> bytes | None:
    if _is_plain(body):
        return None
    import brotli

    decoder = brotli.Decompressor()
    plain = bytearray()
    try:
        plain += decoder.process(body, output_buffer_limit=limit + 1)
        while not decoder.can_accept_more_data() and len(plain) <= limit:
            plain += decoder.process(b"", output_buffer_limit=limit + 1)
    except brotli.error as error:
        raise BadEncoding("its brotli stream is broken") from error
    return _to_the_end(bytes(plain), decoder.is_finished(), limit, "brotli")


def _is_plain(body: bytes) -> bool:
    """Whether a body is unpacked already; a few packed bytes may look like text in an old encoding."""
    if len(body) >= _FEW_BYTES or not is_text(body):
        return is_text(body)
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _to_the_end(plain: bytes, ended: bool, limit: int, name: str) -> bytes:
    if len(plain) > limit:
        raise too_many(limit)
    if not ended:
        raise BadEncoding(f"its {name} stream ends early")
    return plain


_DECODERS: dict[str, Callable[[bytes, int], bytes | None]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
}
