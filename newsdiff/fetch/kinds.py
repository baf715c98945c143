"""What kind of body an answer brings, and which ones are wanted."""

import re
from enum import StrEnum

from newsdiff.body.kinds import PAGES, betrayed, vague

_LISTS = {
    "text/xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
}
_PACKED = {"application/json", "application/gzip", "application/x-gzip", "text/x-opml", "text/x-opml+xml"}
_MARKUP = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<|(?:\xff\xfe)?(?:\s\x00)*<\x00|(?:\xfe\xff)?(?:\x00\s)*\x00<")


class Want(StrEnum):
    """What a fetch is for."""

    PAGE = "page"  # an article or section page, or a feed in XML
    LIST = "list"  # a page, or a feed or sitemap in any form, packed ones too
    ANY = "any"  # whatever comes, such as robots.txt


def unwanted(content_type: str, want: Want) -> bool:
    """Whether a media type rules a body out before it is read."""
    known = PAGES | _LISTS | (_PACKED if want is Want.LIST else set())
    return want is not Want.ANY and content_type not in known and not vague(content_type)


def seems(body: bytes, content_type: str, want: Want) -> str | None:
    """The media type that a body's first bytes betray, when it is another one than is wanted.

    Where the type that it was given leaves open what it is, the body must begin as a page (or a list) does.
    """
    if want is Want.ANY:
        return None
    if found := betrayed(body):
        return found
    if content_type in _LISTS | _PACKED or not vague(content_type) or _MARKUP.match(body):
        return None
    return None if want is Want.LIST and body.lstrip().startswith(b"{") else "application/octet-stream"
