"""The parts of a sitemap index: those that changed last are read, the readable ones whatever the others are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from newsdiff.errors import CleanError, FetchError
from newsdiff.fetch.discover import Discovered, by_age
from newsdiff.text.urls import redact

MAX_PARTS = 3  # read at one visit: each is a request to the host
MAX_FAILURES = 6
MAX_LINKS = 500  # of one visit
_MAX_TOLD = 3  # failures


def read_parts(found: Discovered, read: Callable[[str], Discovered], *, now: datetime) -> Discovered:
    """``found`` with the links of its newest parts; ``read`` gives one, or raises FetchError or CleanError.

    ``notes`` tell what is left out. The error of the first part where none could be read.
    """
    waiting, links = by_age(found.sitemaps, now=now), list(found.links)
    asked = {link.url for link in waiting}
    failures: list[FetchError | CleanError] = []
    parts, read_count = len(waiting), 0
    while waiting and read_count < MAX_PARTS and len(failures) < MAX_FAILURES:
        try:
            url = waiting.pop(0).url
            part = _checked(url, read(url))
        except (FetchError, CleanError) as error:
            failures.append(error)
            continue
        read_count += 1
        links += part.links
        fresh = [link for link in part.sitemaps if link.url not in asked]  # an index of indexes
        asked |= {link.url for link in fresh}
        parts += len(fresh)
        waiting = by_age((*fresh, *waiting), now=now)
    if failures and not read_count and not links:
        raise failures[0]
    notes = _notes(failures, parts, read_count, len(waiting))
    return replace(found, links=tuple(links), notes=(*found.notes, *notes), incomplete=bool(failures))


def _checked(url: str, part: Discovered) -> Discovered:
    """A part that is one; CleanError for a page in its place."""
    if part.kind not in ("sitemap", "feed"):
        raise CleanError(f"{redact(url)} is no sitemap")
    return part


def newest(found: Discovered, *, now: datetime) -> Discovered:
    """``found`` with at most ``MAX_LINKS`` links, those that are newest, and a note of what is left out."""
    left = len(found.links) - MAX_LINKS
    if left <= 0:
        return found
    note = f"{left:,} of its {len(found.links):,} addresses are left out: the newest {MAX_LINKS} are looked at"
    return replace(found, links=tuple(by_age(found.links, now=now)[:MAX_LINKS]), notes=(*found.notes, note))


def _notes(failures: list[FetchError | CleanError], parts: int, read_count: int, left: int) -> list[str]:
    notes = [f"a part of it is left out: {error.message}" for error in failures[:_MAX_TOLD]]
    if left:
        notes.append(f"{left:,} of its {parts:,} parts were not read: {read_count} are at a visit, the newest first")
    return notes
