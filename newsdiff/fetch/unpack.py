"""The body of an answer to our own asking -> its plain bytes: only gzip is offered to servers.

A coding that is none (``none``, ``utf-8``, ``text/html``) is passed over, as browsers do, where the body is text.
"""

from newsdiff.body.gzip_members import MAGIC, BadEncoding, gunzip
from newsdiff.body.kinds import textual

_MAX_LAYERS = 2
_NONE = ("identity", "")
_GZIP = ("gzip", "x-gzip")
_REGISTERED = frozenset(  # IANA's content codings, and names they go by
    [
        "aes128gcm",
        "br",
        "bzip2",
        "compress",
        "dcb",
        "dcz",
        "deflate",
        "exi",
        "pack200-gzip",
        "x-bzip2",
        "x-compress",
        "x-deflate",
        "xz",
        "zstd",
    ]
)


def unpack(body: bytes, encodings: tuple[str, ...], limit: int, *, cut: bool = False) -> tuple[bytes, bool]:
    """The plain body, and whether its end was proved; BadEncoding.

    ``encodings`` are those that the server named, in its order. Gzip that it did not name (a sitemap.xml.gz, a page
    that was packed twice) is taken off too, two layers at most. With ``cut``, the first ``limit`` bytes are enough.
    """
    others = [e for e in encodings if e not in (*_GZIP, *_NONE)]
    if unasked := [e for e in others if e in _REGISTERED or not e.isascii()]:
        raise _unasked(unasked[0])
    layers = sum(e in _GZIP for e in encodings)
    done = 0
    while done < layers or body.startswith(MAGIC):
        if done == _MAX_LAYERS:
            raise BadEncoding(f"it is packed more than {_MAX_LAYERS} times")
        body = gunzip(body, limit, cut=cut)
        done += 1
    if others and not textual(body):
        raise _unasked(others[0])
    return body, done > 0


def _unasked(coding: str) -> BadEncoding:
    return BadEncoding(f"it is encoded as {coding[:20]}, which was not asked for")
