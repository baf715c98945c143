"""OPML -> its outlines; entities are never expanded, nothing is loaded. Format: OPML 2.0 (opml.org/spec2.opml)."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsdiff.body.decode import as_utf8
from newsdiff.fetch.discover.link import Link, link, plain, unique
from newsdiff.fetch.discover.xml import elements, local
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.urls import split

MAX_OUTLINES = 5_000
_MAX_DEPTH = 50  # of folders in folders
_INCLUDED = ("include",)  # another OPML file, by its address


class OpmlOutline(NamedTuple):
    """One entry: ``groups`` are its categories and the folders that it stands in, the outermost first."""

    url: str  # empty where it names none that can be watched
    title: str
    groups: tuple[str, ...]
    is_feed: bool
    kind: str  # its type attribute


def outlines(listed: bytes) -> tuple[OpmlOutline, ...]:
    """The entries of a list, without the folders that hold them; CleanError when it cannot be read."""
    found = (_outline(element) for element in elements(as_utf8(listed), ("outline",), "the OPML list"))
    return tuple(islice((outline for outline in found if outline), MAX_OUTLINES))


def opml(listed: str | bytes) -> tuple[Link, ...]:
    """The feeds that an OPML list names; CleanError when it cannot be read."""
    body = listed.encode("utf-8", "replace") if isinstance(listed, str) else listed
    return unique((link("", o.url, o.title, groups=o.groups) for o in outlines(body) if o.is_feed), MAX_OUTLINES)


def _outline(element: Any) -> OpmlOutline | None:
    """What an element tells; None for a folder, which only holds others."""
    given = {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}
    kind, feed = given.get("type", "").strip().lower(), given.get("xmlurl", "").strip()
    page = "" if kind in _INCLUDED else given.get("url") or given.get("htmlurl") or ""
    if not feed and not page and (len(element) or not kind):
        return None
    found = link("", feed or page)
    title = plain(given.get("title") or given.get("text"))
    return OpmlOutline(
        found.url if found and split(found.url) else "", title, tuple(_groups(element)), bool(feed), kind
    )


def _groups(element: Any) -> Iterator[str]:
    """The titles of the folders, then the categories: ``/World/Europe`` are two."""
    folders = [a for a in islice(element.iterancestors(), _MAX_DEPTH) if local(a) == "outline"]
    for folder in reversed(folders):
        if title := plain(folder.get("text") or folder.get("title")):
            yield title
    for category in (element.get("category") or "").split(","):
        yield from filter(None, map(plain, category.split("/")))
