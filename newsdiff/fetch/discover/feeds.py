"""RSS, Atom and JSON Feed -> links, at most 500 of them; always from bytes, which are never taken for a path.

feedparser knows the dialects, but it takes half a minute over a broken feed and nine seconds over a long one. It is
given a small sound one: the first entries, with only the elements that are read.
"""

import calendar
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.link import MAX_TITLE, Link, link, unique
from newsdiff.fetch.discover.xml import elements, local, text
from newsdiff.model import Page

MAX_ITEMS = 500
_MAX_CHILDREN = 100
_ADDRESSES = ("link", "origlink")
_READ = ("title", "link", "guid", "id", "origlink", "pubdate", "published", "issued", "updated", "modified", "date")


def feed(page: Page) -> tuple[Link, ...]:
    """The entries of an XML feed, in its order; CleanError when it cannot be read."""
    import feedparser

    read = feedparser.parse(_distilled(page), sanitize_html=False, resolve_relative_uris=False)
    return unique((_entry(page.final_url, e) for e in read.entries), MAX_ITEMS)


def json_feed(page: Page) -> tuple[Link, ...]:
    """The items of a JSON Feed, in its order; CleanError when it is none."""
    try:
        read = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise CleanError(f"the feed {page.final_url} is no JSON that can be read") from error
    if not isinstance(read, dict) or not isinstance(read.get("items"), list):
        raise CleanError(f"{page.final_url} is JSON, but no feed")
    return unique(_items(page.final_url, read["items"][:MAX_ITEMS]), MAX_ITEMS)


def moment(written: object) -> datetime | None:
    """A time in ISO 8601, in UTC; a day is its first moment in UTC; None when it is neither, or has no zone."""
    if not isinstance(written, str):
        return None
    written = written.strip()
    try:
        then = datetime.fromisoformat(f"{written}T00:00Z" if len(written) == 10 else written[:40])
        return then.astimezone(UTC) if then.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _distilled(page: Page) -> bytes:
    """The first entries of a feed as a sound XML document: the elements that are read, and nothing long."""
    from lxml import etree

    root: Any = None
    place: Any = None
    based = b"xml:base" in page.body
    for count, entry in enumerate(elements(page.body, ("item", "entry"), page.final_url), 1):
        if root is None:
            atom = local(entry) == "entry"
            root = etree.Element("{http://www.w3.org/2005/Atom}feed") if atom else etree.Element("rss", version="2.0")
            place = root if atom else etree.SubElement(root, "channel")
        kept = _copied(place, entry) if local(entry) == "entry" else etree.SubElement(place, "item")
        for child in islice(entry, _MAX_CHILDREN):
            if local(child) in _READ:
                copy = _copied(kept, child, **child.attrib)
                copy.text = text(child, MAX_TITLE * 10)
                if based and local(child) in _ADDRESSES:
                    _resolve(copy, child.base)
        if count == MAX_ITEMS:
            break
    return b"<rss/>" if root is None else etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _copied(place: Any, element: Any, **attributes: str) -> Any:
    """An element under ``place`` with the name of another; without its namespace where that is none (``http://[``)."""
    from lxml import etree

    try:
        return etree.SubElement(place, element.tag, attributes)
    except ValueError:
        plain = {name: value for name, value in attributes.items() if not name.startswith("{")}
        return etree.SubElement(place, local(element), plain)


def _resolve(copy: Any, base: str | None) -> None:
    """Make an element's address one that stands for itself, by the ``xml:base`` of the elements around it."""
    href = copy.get("href")
    written = href or copy.text or ""
    try:
        found = urljoin(base or "", written.strip()) if written.strip() else written
    except ValueError:  # brackets without an address: no link in any case
        return
    if href:
        copy.set("href", found)
    else:
        copy.text = found


def _entry(base: str, entry: Any) -> Link | None:
    url = entry.get("feedburner_origlink") or entry.get("link") or ""
    # not by get, which gives one time for the other
    told = [entry[name] for name in ("published_parsed", "updated_parsed") if name in entry]
    return link(base, url, entry.get("title"), next(filter(None, map(_utc, told)), None))


def _utc(parsed: Any) -> datetime | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError):
        return None


def _items(base: str, items: list[Any]) -> Iterator[Link | None]:
    for item in items:
        if isinstance(item, dict):
            url = item.get("url") or item.get("external_url")
            yield link(base, url, item.get("title"), moment(item.get("date_published")))
