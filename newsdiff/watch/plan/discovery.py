"""New articles from feeds, sitemaps and section pages; and what a URL is that somebody wants watched."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from newsdiff.fetch import Fetcher, Robots, Want
from newsdiff.fetch.discover import Discovered, discover
from newsdiff.fetch.public_page import public_page
from newsdiff.model import Settings, Status
from newsdiff.text.urls import host, normalise
from newsdiff.watch.plan.schedule import YEAR
from newsdiff.watch.state.article_state import Known
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation, Step
from newsdiff.watch.visit.messages import Reading
from newsdiff.watch.visit.visit import check


def fresh(source: str, found: Discovered, state: State, *, at: datetime, settings: Settings) -> Sequence[Observation]:
    """What a list brought that nobody watches yet, and that is not too old."""
    oldest = _oldest(at, settings)
    new: dict[str, Observation] = {}
    for link in found.links:
        key = normalise(link.url)
        if key == source or not urlsplit(key).path.strip("/"):
            continue
        known = state.known(key)
        too_old = link.published is not None and _utc(link.published) < oldest
        if known != Known(key) or too_old:
            continue
        published = _utc(link.published).isoformat() if link.published else ""
        new.setdefault(
            key,
            Observation(at, key, Event.FOUND, location=link.url, source=source, title=link.title, published=published),
        )
    return tuple(new.values())


def stale(found: Discovered, settings: Settings, *, at: datetime) -> str:
    """What a user is told of a list that holds nothing but what is too old to be watched; mostly empty."""
    oldest = _oldest(at, settings)
    times = [_utc(link.published) for link in found.links if link.published]
    if not times or len(times) < len(found.links) or max(times) >= oldest:
        return ""
    what = "its one entry is" if len(times) == 1 else f"all its {len(times)} entries are"
    return f"{what} too old to be watched: the newest is of {max(times):%Y-%m-%d}, before {oldest:%Y-%m-%d}"


def _oldest(at: datetime, settings: Settings) -> datetime:
    """The publication time before which what a list brings is not watched."""
    return at - (settings.watch.retire_after or YEAR)


def step(reading: Reading, settings: Settings, brought: int = 0) -> Step:
    """What the log says of the visit of a list that ``brought`` so many new articles."""
    page, failure = reading.page, reading.failure
    if failure is not None:
        seen = Observation(reading.at, reading.key, status=failure.status, error=failure.error, http=failure.http)
    elif page is None or page.status == 304:
        seen = Observation(
            reading.at, reading.key, status=Status.NOT_MODIFIED, http=304, conditional=reading.conditional
        )
    elif reading.discovered is None or not reading.discovered.links:
        why = reading.unclean or "it leads to no article"
        seen = Observation(reading.at, reading.key, status=Status.ERROR, error=why, http=page.status)
    else:
        seen = Observation(
            reading.at,
            reading.key,
            status=Status.UNCHANGED,
            http=page.status,
            conditional=reading.conditional,
            etag=page.etag,
            last_modified=page.last_modified,
            body_sha256=reading.body_sha256,
        )
    found = reading.discovered
    old = stale(found, settings, at=reading.at) if found else ""
    said = [f"it is a {reading.kind}, and watched as one: {len(found.links) if found else 0} articles"]
    reasons = (*(said if reading.kind else ()), *(found.notes if found else ()), *([old] if old else ()))
    read = seen.status in (Status.UNCHANGED, Status.NOT_MODIFIED)
    seen = seen._replace(kind=reading.kind, reasons=reasons, error=seen.error or old)
    return Step(seen, found=brought if read else None)


def recognise(url: str, settings: Settings, *, clock: Callable[[], datetime]) -> Discovered:
    """Fetch a URL and say what it is, and what it leads to; raises FetchError and CleanError."""
    site = settings.site(host(url))
    with Fetcher(settings.fetch, clock=clock) as fetcher:
        robots = Robots(fetcher)
        check(robots, url, settings.fetch)
        return discover(public_page(fetcher.get(url, headers=site.headers, want=Want.LIST, on_redirect=robots.check)))


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
