"""Sitemaps, news sitemaps and sitemap indexes -> links; entities are never expanded, nothing is loaded.

Formats: sitemaps.org 0.9, Google's news extension.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice, zip_longest
from typing import Any, Protocol, TypeVar

from newsdiff.fetch.discover.feeds import moment
from newsdiff.fetch.discover.link import Discovered, link, unique
from newsdiff.fetch.discover.xml import elements, local, text
from newsdiff.model import Page
from newsdiff.named_tuple import NamedTuple

MAX_LINKS = 5_000
_MAX_CHILDREN = 100
_MAX_ELEMENTS = 50_000  # that the protocol allows
_AHEAD = timedelta(days=1)  # of the time of reading: what changed later was stamped by a clock that is wrong
_MONTH = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?:[-_/.]?(0?[1-9]|1[0-2]))?(?![0-9])")


class _Said(NamedTuple):
    """What a sitemap says of one address."""

    url: str
    title: str
    published: datetime | None


class _HasAge(Protocol):
    @property
    def url(self) -> str: ...
    @property
    def published(self) -> datetime | None: ...


_Dated = TypeVar("_Dated", bound=_HasAge)


def sitemap(page: Page) -> Discovered:
    """The pages and the further sitemaps that a sitemap names; CleanError when it cannot be read.

    Of more than ``MAX_LINKS`` the newest are given, and what is left out is told.
    """
    said: dict[str, list[_Said]] = {"url": [], "sitemap": []}
    for element in islice(elements(page.body, tuple(said), page.final_url), _MAX_ELEMENTS):
        told = {local(e): text(e, 8192) for e in _own_elements(element)}
        published = moment(told.get("publication_date")) or _changed(told.get("lastmod"))
        said[local(element)].append(_Said(told.get("loc", ""), told.get("title", ""), published))
    notes = []
    for listed in said.values():
        if (left := len(listed) - MAX_LINKS) > 0:
            notes.append(
                f"{left:,} of its {len(listed):,} addresses are left out: the newest {MAX_LINKS:,} are looked at"
            )
            listed[:] = by_age(listed, now=page.fetched_at)[:MAX_LINKS]
    pages, further = (unique((link(page.final_url, *one) for one in listed), MAX_LINKS) for listed in said.values())
    return Discovered("sitemap", pages, sitemaps=further, notes=tuple(notes))


def by_age(links: Iterable[_Dated], *, now: datetime) -> list[_Dated]:
    """The links in the order in which they are worth a look: those that changed last first.

    Where a link does not say when it changed, a date in its address does. Of those without any, the first and the last
    are taken in turn: whoever writes a list puts what is new at one of its ends.
    """
    dated: list[tuple[datetime, _Dated]] = []
    others: list[_Dated] = []
    for one in links:
        when = next((t for t in (one.published, _named(one.url)) if t and t <= now + _AHEAD), None)
        if when:
            dated.append((when, one))
        else:
            others.append(one)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    half = (len(others) + 1) // 2
    ends = (one for pair in zip_longest(others[:half], reversed(others[half:])) for one in pair if one is not None)
    return [*(one for _, one in dated), *ends]


def _changed(lastmod: str | None) -> datetime | None:
    """A time as sitemaps write it (W3C): a month or a year is its first day."""
    written = (lastmod or "").strip()
    return moment(written + "-01-01"[len(written) - 4 :] if len(written) in (4, 7) else written)


def _named(url: str) -> datetime | None:
    """The latest month that an address names, such as ``/2026-03.xml`` or ``/sitemap_2026_3``."""
    found = [(int(year), int(month or 1)) for year, month in _MONTH.findall(url)]
    return datetime(*max(found), 1, tzinfo=UTC) if found else None


def _own_elements(element: Any) -> Iterator[Any]:
    """What is told of the page itself and of its news, not of its images, which have titles and addresses too."""
    for child in islice(element, _MAX_CHILDREN):
        yield from islice(child, _MAX_CHILDREN) if local(child) == "news" else (child,)
