"""What discovery gives: links, each with what its source says of it."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import urljoin

from newsdiff.text.percent import escape_unseen
from newsdiff.text.scrub import scrub
from newsdiff.text.urls import normalise, split

MAX_TITLE = 300
_TAG = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)

Kind = Literal["article", "feed", "sitemap", "section", "opml"]


@dataclass(frozen=True, slots=True)
class Link:
    """One article or feed that a page points to; ``published`` is what its source claims."""

    url: str
    title: str = ""
    published: datetime | None = None
    groups: tuple[str, ...] = ()  # of a list of feeds: the folders and categories that it stands in


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a URL is, and the articles that it leads to.

    ``sitemaps`` are those that a sitemap index names, ``feeds`` those that a page offers: to be fetched in their turn.
    ``sure`` is false where the user should have the last word: a page that is more a section than an article.
    ``notes`` tell what is left out; ``incomplete``: some of it could not be read this time.
    """

    kind: Kind
    links: tuple[Link, ...] = ()
    sitemaps: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    sure: bool = True
    notes: tuple[str, ...] = ()
    incomplete: bool = False


def link(
    base: str, url: object, title: object = "", published: datetime | None = None, groups: tuple[str, ...] = ()
) -> Link | None:
    """A link from what a foreign source says; None when it is no http(s) URL."""
    if not isinstance(url, str) or not url.strip():
        return None
    try:
        joined = escape_unseen(urljoin(base, url.strip())).partition("#")[0]
    except ValueError:
        return None
    return Link(joined, plain(title), published, groups) if split(joined) else None


def plain(title: object) -> str:
    """A title in one line without markup or control characters, at most ``MAX_TITLE`` characters."""
    if not isinstance(title, str):
        return ""
    text = _TAG.sub(" ", html.unescape(_TAG.sub(" ", title[: MAX_TITLE * 10])))
    return " ".join(scrub(text).split())[:MAX_TITLE]


def unique(links: Iterable[Link | None], limit: int) -> tuple[Link, ...]:
    """The first ``limit`` articles, each once; a later mention may add a title or a time."""
    found: dict[str, Link] = {}
    for one in links:
        if one is None:
            continue
        name = normalise(one.url)
        if name in found:
            before = found[name]
            found[name] = replace(before, title=before.title or one.title, published=before.published or one.published)
        elif len(found) < limit:
            found[name] = one
    return tuple(found.values())
