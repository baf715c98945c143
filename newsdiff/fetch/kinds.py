"""What kind of body an answer brings: which ones are wanted, and whether one looks whole."""

import re
from enum import StrEnum

_PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
_LISTS = {
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}
_PACKED = {"application/json", "application/gzip", "application/x-gzip", "text/x-opml", "text/x-opml+xml"}
_UNNAMED = {"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"}
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"RIFF", "image/webp"),
    (b"\x00\x00\x00", "video/mp4"),
)
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<|\xff\xfe<|\xfe\xff\x00<")
_TAIL_BYTES = 2048
_HTML_END = re.compile(rb"</\s*(?:html|body)\s*>", re.IGNORECASE)
_XML_END = re.compile(rb"</[\w:.-]+\s*>\s*(?:<!--[^>]*-->\s*)*\x00*$")


class Want(StrEnum):
    """What a fetch is for."""

    PAGE = "page"  # an article or section page, or a feed in XML
    LIST = "list"  # a page, or a feed or sitemap in any form, packed ones too
    ANY = "any"  # whatever comes, such as robots.txt


def unwanted(content_type: str, want: Want) -> bool:
    """Whether a media type rules a body out before it is read."""
    known = _PAGES | _LISTS | _UNNAMED | (_PACKED if want is Want.LIST else set())
    return want is not Want.ANY and content_type not in known


def seems(body: bytes, content_type: str, want: Want) -> str | None:
    """The media type that a body's first bytes betray, when it is another one than is wanted."""
    if want is Want.ANY:
        return None
    if found := next((name for magic, name in _MAGIC if body.startswith(magic)), None):
        return found
    return "application/octet-stream" if content_type in _UNNAMED and not _MARKUP.match(body) else None


def closed(body: bytes, content_type: str = "text/html") -> bool:
    """Whether a body ends as a whole one of its type does; True for types that have no sign of it.

    HTML may leave its closing tags out; of 282 saved news pages none did.
    """
    tail = body[-_TAIL_BYTES:].replace(b"\x00", b"")  # UTF-16 too
    if content_type in _PAGES - {"text/plain"} | _UNNAMED:
        return _HTML_END.search(tail) is not None or _XML_END.search(tail) is not None
    if content_type.endswith("xml"):
        return _XML_END.search(tail) is not None
    if content_type.endswith("json"):
        return tail.rstrip().endswith((b"}", b"]"))
    return True
