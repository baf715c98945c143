"""Sitemaps, news sitemaps, sitemap indexes and OPML -> links; entities are never expanded, nothing is loaded.

Formats: sitemaps.org 0.9, Google's news extension, OPML 2.0.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.feeds import moment
from newsdiff.fetch.discover.link import Link, link, unique
from newsdiff.model import Page

MAX_LINKS = 5_000


def sitemap(page: Page) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The pages and the further sitemaps that a sitemap names; CleanError when it cannot be read."""
    pages: list[Link | None] = []
    further: list[Link | None] = []
    for element in _elements(page.body, ("url", "sitemap"), page.final_url):
        said = {_local(e): (e.text or "").strip() for e in element.iter() if isinstance(e.tag, str)}
        published = moment(said.get("publication_date")) or moment(said.get("lastmod"))
        found = link(page.final_url, said.get("loc"), said.get("title"), published)
        (pages if _local(element) == "url" else further).append(found)
        if len(pages) + len(further) >= MAX_LINKS:
            break
    return unique(pages, MAX_LINKS), unique(further, MAX_LINKS)


def opml(text: str | bytes) -> tuple[Link, ...]:
    """The feeds that an OPML list names; CleanError when it cannot be read."""
    body = text.encode("utf-8", "replace") if isinstance(text, str) else text
    outlines = (e.attrib for e in _elements(body, ("outline",), "the OPML list"))
    return unique((link("", a.get("xmlUrl"), a.get("title") or a.get("text")) for a in outlines), MAX_LINKS)


def _elements(body: bytes, names: tuple[str, ...], source: str) -> Iterator[Any]:
    """The closed elements of these local names."""
    from lxml import etree

    reader = etree.iterparse(
        BytesIO(body), events=("end",), resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    try:
        for _, element in reader:
            if _local(element) in names:
                yield element
                if names != ("outline",):
                    element.clear()
    except etree.XMLSyntaxError as error:
        raise CleanError(f"{source} cannot be read: {str(error)[:100]}") from error


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
