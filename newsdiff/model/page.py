"""What a server sent, and what a URL leads to."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdiff.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newsdiff.model.article import StoryTrail
    from newsdiff.model.settings import SiteSettings


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

    def to_clean(self, site: "SiteSettings | None") -> "PageToClean":
        """The page as a cleaner is given it, under the address that it is kept by."""
        return PageToClean(self.body, self.url, self.content_type, site)


class PageToClean(NamedTuple):
    """What a cleaner is given: a page as it was served, its address, and what is known of its site and its story."""

    body: bytes | str
    url: str = ""
    content_type: str = ""
    site: "SiteSettings | None" = None
    trail: "StoryTrail | None" = None
