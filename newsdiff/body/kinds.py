"""What a body is: what its media type and its first bytes say, and whether it ends as a whole one of its type does."""

import re
from collections.abc import Iterable

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
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", re.ASCII)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # WHATWG: binary data bytes
_HEAD_BYTES = 1445  # that WHATWG's sniffing looks at
_TAIL_BYTES = 2048
_STRAY_SHARE = 0.02  # of binary bytes in an old text; of packed bytes they are a tenth
_WIDE_SHARE = 0.3  # of NULs in a text of two bytes a letter
_PROLOGUE_BYTES = 5000  # within which a whole page opens its document
_HTML_START = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_HTML_END = re.compile(rb"</\s*(?:html|body)\s*>", re.IGNORECASE)
_HTML_PARTS = re.compile(rb"<(/?)(?:div|article|main|section|script|table|ul)\b", re.IGNORECASE)
_PARAGRAPH, _PARAGRAPH_END = re.compile(rb"<p\b", re.IGNORECASE), re.compile(rb"</p\s*>", re.IGNORECASE)
_XML_END = re.compile(rb"</[\w:.-]+\s*>\s*(?:<!--[^>]*-->\s*)*\x00*$")


def media_type(values: Iterable[str]) -> str:
    """The media type that the values of Content-Type name, in lower case; empty where none of them means anything.

    As browsers read them (WHATWG: extract a MIME type): of several the last that is one counts; what is none, such as
    ``html`` or ``text/html charset=utf-8``, counts as no header.
    """
    found = ""
    for value in ",".join(values).split(","):
        essence = value.partition(";")[0].strip(" \t").lower()
        if essence != "*/*" and _MEDIA_TYPE.fullmatch(essence):
            found = essence
    return found


def vague(kind: str) -> bool:
    """Whether a media type leaves open what a body is: none, any bytes, some text, a misspelt page."""
    named = kind in PAGES or kind.endswith("xml")
    return kind in UNNAMED or (not named and (kind.startswith("text/") or "htm" in kind))


def plain(body: bytes, content_type: str) -> bool:
    """Whether a body is a text without markup: so its media type says, and it does not begin as a page does."""
    kind = media_type([content_type])
    other = kind in PAGES - {"text/plain"} or kind.endswith("xml") or "htm" in kind
    return kind.startswith("text/") and not other and not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def textual(body: bytes) -> bool:
    """Whether a body begins as text does, not as packed or binary bytes."""
    return not _BINARY.search(body[:_HEAD_BYTES])


def betrayed(body: bytes) -> str | None:
    """The media type that a body's first bytes betray; None where they are no known mark."""
    return next((name for magic, name in _MAGIC if body.startswith(magic)), None)


def closed(body: bytes, content_type: str = "text/html") -> bool:
    """Whether a body ends as a whole one of its type does; True for types that have no sign of it.

    HTML may leave its closing tags out (of 282 saved news pages none did); such a page closes what it opened inside.
    """
    tail = body[-_TAIL_BYTES:].replace(b"\x00", b"")  # UTF-16 too
    if content_type in PAGES - {"text/plain"} or (vague(content_type) and not content_type.endswith("json")):
        return _HTML_END.search(tail) is not None or not _breaks_off(body, tail)
    if content_type.endswith("xml"):
        return _XML_END.search(tail) is not None
    if content_type.endswith("json"):
        return tail.rstrip().endswith((b"}", b"]"))
    return True


def is_text(body: bytes) -> bool:
    """Whether a body that is called a page is text at all, in any encoding and with strays, not packed or binary."""
    head = body[:_HEAD_BYTES]
    if head.count(0) > len(head) * _WIDE_SHARE:
        head = head.replace(b"\0", b"")
    return betrayed(body) is None and len(_BINARY.findall(head)) <= len(head) * _STRAY_SHARE


def _breaks_off(body: bytes, tail: bytes) -> bool:
    """Whether a page that never closes its document ends within text, or with elements still open.

    One that leaves paragraphs open as a habit may end within text.
    """
    if _XML_END.search(tail) is None and len(_PARAGRAPH.findall(body)) - len(_PARAGRAPH_END.findall(body)) < 2:
        return True
    if not _HTML_START.search(body[:_PROLOGUE_BYTES].replace(b"\x00", b"")):
        return False  # a feed, or a part of a page
    return sum(-1 if part[1] else 1 for part in _HTML_PARTS.finditer(body.replace(b"\x00", b""))) > 0
