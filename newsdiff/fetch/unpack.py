"""The body of an answer to our own asking -> its plain bytes: only gzip is offered to servers."""

from newsdiff.body.gzip_members import MAGIC, BadEncoding, gunzip

_MAX_LAYERS = 2


def unpack(body: bytes, encodings: tuple[str, ...], limit: int, *, cut: bool = False) -> tuple[bytes, bool]:
    """The plain body, and whether its end was proved; BadEncoding.

    ``encodings`` are those that the server named, in its order. Gzip that it did not name (a sitemap.xml.gz, a page
    that was packed twice) is taken off too, two layers at most. With ``cut``, the first ``limit`` bytes are enough.
    """
    if unknown := [e for e in encodings if e not in ("gzip", "x-gzip", "identity", "")]:
        raise BadEncoding(f"it is encoded as {unknown[0][:20]}, which was not asked for")
    layers = sum(e in ("gzip", "x-gzip") for e in encodings)
    done = 0
    while done < layers or body.startswith(MAGIC):
        if done == _MAX_LAYERS:
            raise BadEncoding(f"it is packed more than {_MAX_LAYERS} times")
        body = gunzip(body, limit, cut=cut)
        done += 1
    return body, done > 0
