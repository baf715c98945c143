"""What a URL is (article, feed, sitemap, section, a list of feeds), and which articles it leads to."""

import re

from newsdiff.body.decode import as_utf8
from newsdiff.errors import CleanError
from newsdiff.fetch.discover.feeds import feed, json_feed
from newsdiff.fetch.discover.link import Discovered, Link
from newsdiff.fetch.discover.opml import OpmlOutline, opml, outlines
from newsdiff.fetch.discover.pages import html
from newsdiff.fetch.discover.sitemaps import by_age, sitemap
from newsdiff.model import Page

__all__ = ["Discovered", "Link", "OpmlOutline", "by_age", "discover", "opml", "outlines"]

_ROOT = re.compile(rb"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
_FEED_ROOTS = (b"rss", b"feed", b"rdf")
_SITEMAP_ROOTS = (b"urlset", b"sitemapindex")
_XML_ROOTS = (*_FEED_ROOTS, *_SITEMAP_ROOTS, b"opml")


def discover(page: Page) -> Discovered:
    """What ``page`` is by its own first element (servers mislabel feeds), and its links.

    CleanError when a feed or a sitemap cannot be read, or declares entities, which no honest one needs.
    """
    page = page._replace(body=as_utf8(page.body, page.content_type))
    start = page.body[:4096].lstrip()
    if start.startswith(b"{"):
        return Discovered("feed", json_feed(page))
    root = _ROOT.search(start)
    name = root[1].lower() if root else b""
    if name in _XML_ROOTS and b"<!ENTITY" in page.body:
        raise CleanError(f"{page.final_url} declares entities, and was not read")
    if name in _FEED_ROOTS:
        return Discovered("feed", feed(page))
    if name == b"opml":
        return Discovered("opml", feeds=opml(page.body))
    if name in _SITEMAP_ROOTS:
        return sitemap(page)
    return html(page)
