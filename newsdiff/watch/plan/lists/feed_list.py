"""OPML: the lists of feeds that readers of feeds exchange; folders and categories become tags."""

from collections.abc import Iterable

from newsdiff.fetch.discover import Link, OpmlOutline, outlines
from newsdiff.model import PageKind
from newsdiff.watch.plan.lists.foreign import ForeignEntry, ForeignList, foreign_list

_OPENS_BYTES = 2048


def is_feed_list(body: bytes) -> bool:
    """Whether a file is such a list."""
    return b"<opml" in body[:_OPENS_BYTES].lower()


def feed_list(body: bytes) -> ForeignList:
    """What an OPML list names: its feeds, and pages that it links to; CleanError when it cannot be read."""
    return foreign_list("OPML", map(_entry, outlines(body)))


def feeds(links: Iterable[Link]) -> ForeignList:
    """The feeds of a list that was fetched."""
    return foreign_list("OPML", (ForeignEntry(each.url, each.title, each.groups, PageKind.FEED) for each in links))


def _entry(outline: OpmlOutline) -> ForeignEntry:
    kind = PageKind.FEED if outline.is_feed else None
    included = f"it is of the type {outline.kind[:30]}" if outline.kind and not outline.is_feed else ""
    out = "" if outline.url else included or "it has no web address"
    return ForeignEntry(outline.url, outline.title, outline.groups, kind, out=out)
