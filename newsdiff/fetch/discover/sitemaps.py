"""Sitemaps, news sitemaps, sitemap indexes and OPML -> links; entities are never expanded, nothing is loaded.

Formats: sitemaps.org 0.9, Google's news extension, OPML 2.0.
"""

from newsdiff.fetch.discover.feeds import moment
from newsdiff.fetch.discover.link import Link, link, unique
from newsdiff.fetch.discover.xml import elements, local
from newsdiff.model import Page

MAX_LINKS = 5_000


def sitemap(page: Page) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The pages and the further sitemaps that a sitemap names; CleanError when it cannot be read."""
    pages: list[Link | None] = []
    further: list[Link | None] = []
    for element in elements(page.body, ("url", "sitemap"), page.final_url):
        said = {local(e): (e.text or "").strip() for e in element.iter() if isinstance(e.tag, str)}
        published = moment(said.get("publication_date")) or moment(said.get("lastmod"))
        found = link(page.final_url, said.get("loc"), said.get("title"), published)
        (pages if local(element) == "url" else further).append(found)
        if len(pages) + len(further) >= MAX_LINKS:
            break
    return unique(pages, MAX_LINKS), unique(further, MAX_LINKS)


def opml(text: str | bytes) -> tuple[Link, ...]:
    """The feeds that an OPML list names; CleanError when it cannot be read."""
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    outlines = (e.attrib for e in elements(body, ("outline",), "the OPML list"))
    return unique((link("", a.get("xmlUrl"), a.get("title") or a.get("text")) for a in outlines), MAX_LINKS)
