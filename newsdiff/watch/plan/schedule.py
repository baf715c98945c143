"""When a URL is due: often when its article is young or was just edited, seldom when it is old.

The tiers are those of the newsdiffs project (15 minutes below 3 hours of age, and so on), measured from publication
or from the last recorded change, whichever is later. A URL's jitter is its own and always the same, and only ever
shortens the wait, so that a cron job of the same period finds it due. Nothing here reads a clock.
"""

import hashlib
from datetime import UTC, datetime, timedelta

from newsdiff.model import PageKind, Status
from newsdiff.watch.state.article_state import DAY, Known

HOUR = timedelta(hours=1)
TIERS = (
    (3 * HOUR, timedelta(minutes=15)),
    (1 * DAY, 1 * HOUR),
    (7 * DAY, 3 * HOUR),
    (30 * DAY, 3 * DAY),
)
SELDOM_EVERY = 30 * DAY
YEAR = 365 * DAY
FEEDS_EVERY = timedelta(minutes=15)
RETRY_AFTER = timedelta(minutes=5)  # doubled with each failure in a row
CONFIRM = HOUR  # between a doubtful or missing page and the visit that confirms it
GONE_EVERY = 7 * DAY
LEAP = timedelta(minutes=10)  # a visit further in the future than this was stamped by a clock that was wrong


def interval(
    known: Known, now: datetime, *, every: timedelta | None = None, kind: PageKind = PageKind.ARTICLE
) -> timedelta:
    """How long to wait between two visits, before jitter."""
    usual = every or (FEEDS_EVERY if kind is not PageKind.ARTICLE else tier(age(known, now)))
    if known.is_aside:
        return timedelta.max
    if known.failed():
        return min(usual, RETRY_AFTER * (1 << min(known.streak, 12)))
    if known.gone:
        return max(usual, GONE_EVERY)
    if known.status is Status.MISSING:
        return CONFIRM
    if known.status is Status.SUSPECT and known.doubt and not (known.doubt.waits or known.doubt.rejected):
        return CONFIRM
    return usual


def due_at(
    known: Known, now: datetime, *, every: timedelta | None = None, kind: PageKind = PageKind.ARTICLE
) -> datetime:
    """When the next visit is due; a time long past for what was never visited, or was by a clock that ran ahead."""
    if known.visited_at is None or known.visited_at > now + LEAP:
        return datetime.min.replace(tzinfo=UTC)
    wait = interval(known, now, every=every, kind=kind)
    if wait == timedelta.max:
        return datetime.max.replace(tzinfo=UTC)
    if wait == CONFIRM and known.status in (Status.MISSING, Status.SUSPECT):
        return known.visited_at + wait  # not a second earlier: the rule is an hour
    return known.visited_at + wait * jitter(known.url)


def age(known: Known, now: datetime) -> timedelta:
    """Time since publication (what the user listed by hand counts from then on) or since the last change."""
    found = known.found_at or now
    born = min(claimed(known) or found, found) if known.source else found
    return max(now - max(born, known.changed_at or born), timedelta())


def tier(old: timedelta) -> timedelta:
    """The wait that an age gives."""
    return next((wait for limit, wait in TIERS if old < limit), SELDOM_EVERY)


def retired(known: Known, now: datetime, *, after: timedelta | None) -> bool:
    """Whether an article is too old to be visited: as ``after`` says; else after a year, where a feed brought it."""
    limit = after or (YEAR if known.source else None)
    return limit is not None and age(known, now) >= limit


def jitter(url: str) -> float:
    """Between .85 and .98, the same for a URL for ever."""
    return 0.85 + 0.13 * int.from_bytes(hashlib.sha256(url.encode("utf-8", "replace")).digest()[:4]) / 2**32


def claimed(known: Known) -> datetime | None:
    """The publication time that a feed or the page claims, where it can be read."""
    try:
        read = datetime.fromisoformat(known.published)
    except ValueError:
        return None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
