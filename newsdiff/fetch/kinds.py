"""What kind of body an answer brings, and which ones are wanted."""

import re
from enum import StrEnum

from newsdiff.body.kinds import PAGES, UNNAMED, betrayed

_LISTS = {
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}
_PACKED = {"application/json", "application/gzip", "application/x-gzip", "text/x-opml", "text/x-opml+xml"}
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<|\xff\xfe<|\xfe\xff\x00<")


class Want(StrEnum):
    """What a fetch is for."""

    PAGE = "page"  # an article or section page, or a feed in XML
    LIST = "list"  # a page, or a feed or sitemap in any form, packed ones too
    ANY = "any"  # whatever comes, such as robots.txt


def unwanted(content_type: str, want: Want) -> bool:
    """Whether a media type rules a body out before it is read."""
    known = PAGES | _LISTS | UNNAMED | (_PACKED if want is Want.LIST else set())
    return want is not Want.ANY and content_type not in known


def seems(body: bytes, content_type: str, want: Want) -> str | None:
    """The media type that a body's first bytes betray, when it is another one than is wanted."""
    if want is Want.ANY:
        return None
    if found := betrayed(body):
        return found
    return "application/octet-stream" if content_type in UNNAMED and not _MARKUP.match(body) else None
