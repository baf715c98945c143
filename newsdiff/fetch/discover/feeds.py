"""RSS, Atom and JSON Feed -> links, at most 500 of them; always from bytes, which are never taken for a path."""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.link import Link, link, unique
from newsdiff.model import Page

MAX_ITEMS = 500
_ITEM_END = re.compile(rb"</(?:[\w-]+:)?(?:item|entry)\s*>", re.IGNORECASE)
_OPEN = re.compile(rb"<((?:[\w-]+:)?(?:rss|channel|feed|rdf))[\s>]", re.IGNORECASE)


def feed(page: Page) -> tuple[Link, ...]:
    """The entries of an XML feed, in its order; CleanError when it cannot be read."""
    import feedparser

    read = feedparser.parse(_first(page.body), sanitize_html=False, resolve_relative_uris=False)
    if not read.entries and read.bozo:
        raise CleanError(f"the feed {page.final_url} cannot be read: {str(read.bozo_exception)[:100]}")
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


def moment(text: object) -> datetime | None:
    """A time in ISO 8601, in UTC; None when it is none, or has no zone."""
    if not isinstance(text, str):
        return None
    try:
        then = datetime.fromisoformat(text.strip()[:40])
        return then.astimezone(UTC) if then.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _first(body: bytes) -> bytes:
    """A feed without what follows its 500th entry: parsing costs by the entry."""
    for count, end in enumerate(_ITEM_END.finditer(body), 1):
        if count == MAX_ITEMS:
            opened = [m[1] for m in _OPEN.finditer(body[: body.find(b"<item") if b"<item" in body else 10_000])]
            still = [name for name in dict.fromkeys(opened) if b"</" + name not in body[: end.end()]]
            return body[: end.end()] + b"".join(b"</" + name + b">" for name in reversed(still))
    return body


def _entry(base: str, entry: Any) -> Link | None:
    url = entry.get("feedburner_origlink") or entry.get("link") or ""
    return link(base, url, entry.get("title"), _utc(entry.get("published_parsed") or entry.get("updated_parsed")))


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
