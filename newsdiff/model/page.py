"""What a server sent, and what a URL leads to."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class PageKind(StrEnum):
    """What a URL of the watch list leads to."""

    ARTICLE = "article"
    FEED = "feed"
    SITEMAP = "sitemap"
    SECTION = "section"


class Page(NamedTuple):
    """What a server sent: the decoded (not transfer-encoded) body and the headers that matter."""

    url: str
    final_url: str
    status: int
    content_type: str
    body: bytes
    fetched_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    permanent_url: str | None = None  # where an unbroken chain of 301/308 led
    headers: tuple[tuple[str, str], ...] = ()
    truncated: bool = False  # nothing proves that the body is whole, and it does not end as one does
    source: str = ""  # the address in a web archive that it was read from
