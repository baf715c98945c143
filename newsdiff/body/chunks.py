"""``Transfer-Encoding: chunked``, taken off a body that somebody else kept: some keep the chunks, some only say so."""

import re

_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")


class BadChunks(ValueError):
    """The chunks stop before their end, or one is not as long as it says; the text says which."""


def joined(body: bytes) -> tuple[bytes, bool]:
    """The body without its chunks' marks, and whether the last chunk proved its end; BadChunks.

    A body that does not begin with a chunk comes back as it is: its chunks were joined before it was kept.
    """
    if not _SIZE.match(body):
        return body, False
    plain, at = bytearray(), 0
    while head := _SIZE.match(body, at):
        size = int(head[1], 16)
        if not size:
            return bytes(plain), True
        plain += body[head.end() : head.end() + size]
        at = head.end() + size + 2
        if at > len(body):
            raise BadChunks("its last chunk is cut short")
        if body[at - 2 : at] != b"\r\n":
            raise BadChunks("a chunk of it is not as long as it says")
    raise BadChunks("its chunks stop before their end")
