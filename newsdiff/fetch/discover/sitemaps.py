"""Sitemaps, news sitemaps, sitemap indexes and OPML -> links; entities are never expanded, nothing is loaded.

Formats: sitemaps.org 0.9, Google's news extension, OPML 2.0.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsdiff.body.decode import as_utf8
from newsdiff.fetch.discover.feeds import moment
from newsdiff.fetch.discover.link import Link, link, unique
from newsdiff.fetch.discover.xml import elements, local, text
from newsdiff.model import Page

MAX_LINKS = 5_000
_MAX_CHILDREN = 100


def sitemap(page: Page) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The pages and the further sitemaps that a sitemap names; CleanError when it cannot be read."""
    pages: list[Link | None] = []
    further: list[Link | None] = []
    for element in elements(page.body, ("url", "sitemap"), page.final_url):
        said = {local(e): text(e, 8192) for e in _told(element)}
        published = moment(said.get("publication_date")) or moment(said.get("lastmod"))
        found = link(page.final_url, said.get("loc"), said.get("title"), published)
        (pages if local(element) == "url" else further).append(found)
        if len(pages) + len(further) >= MAX_LINKS:
            break
    return unique(pages, MAX_LINKS), unique(further, MAX_LINKS)


def opml(listed: str | bytes) -> tuple[Link, ...]:
    """The feeds that an OPML list names; CleanError when it cannot be read."""
    body = listed.encode("utf-8", "replace") if isinstance(listed, str) else as_utf8(listed)
    outlines = (e.attrib for e in elements(body, ("outline",), "the OPML list"))
    return unique((link("", a.get("xmlUrl"), a.get("title") or a.get("text")) for a in outlines), MAX_LINKS)


def _told(element: Any) -> Iterator[Any]:
    """What is told of the page itself and of its news, not of its images, which have titles and addresses too."""
    for child in islice(element, _MAX_CHILDREN):
        yield from islice(child, _MAX_CHILDREN) if local(child) == "news" else (child,)
