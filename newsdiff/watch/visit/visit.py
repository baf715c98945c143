"""The unit of work: ``visit(HostBatch) -> BatchResult`` fetches and cleans one host's pages, one after another.

It keeps nothing and knows no store, so that any engine can call it anywhere: in a thread, in a killable child, on
another machine. What is an edit is decided elsewhere, by the one coordinator.
"""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zlib import crc32

from newsdiff.body.kinds import PAGES, media_type, vague
from newsdiff.errors import CleanError, FetchError, HttpError, NetworkError, RefusedError
from newsdiff.fetch import Fetcher, Robots, Want
from newsdiff.fetch.client import HostRests
from newsdiff.fetch.guard import aim, check_addresses
from newsdiff.fetch.pace import Pace, Rest
from newsdiff.fetch.public_page import public_page
from newsdiff.fetch.resolve import resolve, system_resolver
from newsdiff.fetch.robots import Readings
from newsdiff.fetch.wire import Wires
from newsdiff.model import Article, FetchSettings, Page, PageKind, PageToClean, Status, StoryTrail
from newsdiff.watch.visit.messages import BatchResult, Cleaning, Failure, HostBatch, Reading, Task

if TYPE_CHECKING:  # a child that finds nothing new needs neither
    from newsdiff.fetch.discover import Discovered
    from newsdiff.model import Cleaned

CHECKED_EVERY = 20  # pages with a trail, of which one is voted over to see that both lead to one text
GIVE_UP_AFTER_PAGES = 3  # pages in a row without any answer, after which a host is left alone
_BLOCKED_STATUSES = (401, 403, 406, 407, 451)
_BUSY_STATUSES = (429, 503)
_ABSENT_STATUSES = (404, 410)
_REST = timedelta(minutes=5)


class Shared:
    """What the visits of one process share, so that hosts take turns, and nothing is read or loaded twice."""

    def __init__(self, cleaning: Cleaning) -> None:
        self.cleaning = cleaning
        self.pace = Pace()
        self.readings = Readings()
        self.wires = Wires()


def visit(
    batch: HostBatch,
    *,
    shared: Shared | None = None,
    begun: Callable[[Task], None] = lambda _: None,
    done: Callable[[Reading], None] = lambda _: None,
    sleep: Callable[[float], None] = time.sleep,
) -> BatchResult:
    """Visit a host; ``begun`` and ``done`` see each page as it comes, ``sleep`` each wait."""
    if shared is None:
        from newsdiff.clean.sandbox import Cleaner

        with Cleaner() as cleaner:
            return visit(batch, shared=Shared(cleaner), begun=begun, done=done, sleep=sleep)
    started = time.monotonic()

    def clock() -> datetime:
        return batch.start + timedelta(seconds=time.monotonic() - started)

    _introduce(batch, shared)
    with (
        shared.wires.lend(proxy=batch.fetch.proxy, ca_file=batch.fetch.ca_file) as wire,
        Fetcher(batch.fetch, clock=clock, pace=shared.pace, wire=wire, sleep=sleep) as fetcher,
    ):
        return _Visit(batch, fetcher, shared).all(begun, done)


def _introduce(batch: HostBatch, shared: Shared) -> None:
    """Tell what is known of the host, and of those that rest."""
    shared.pace.slow(batch.host, batch.fetch.delay)
    if batch.requested_elsewhere:
        shared.pace.note_request(batch.host)
    for rest in batch.rests:
        shared.pace.rest(rest)
    shared.readings.add(batch.robots)


class _Visit:
    """One batch under way."""

    def __init__(self, batch: HostBatch, fetcher: Fetcher, shared: Shared) -> None:
        self._batch = batch
        self._fetcher = fetcher
        self._clock = fetcher.clock
        self._pace = shared.pace
        self._cleaning = shared.cleaning
        self._robots = Robots(fetcher, shared.readings)
        self._silent = 0

    def all(self, begun: Callable[[Task], None], done: Callable[[Reading], None]) -> BatchResult:
        readings: list[Reading] = []
        for task in self._batch.tasks:
            if self._pace.resting(self._batch.host, self._clock) or (readings and self._over()):
                break
            begun(task)
            reading = self._one(task)
            readings.append(reading)
            done(reading)
        return BatchResult(self._batch.host, tuple(readings), self._pace.rests(self._clock), tuple(self._robots.read))

    def _over(self) -> bool:
        return self._batch.ends is not None and self._clock() >= self._batch.ends

    def _one(self, task: Task) -> Reading:
        conditional = bool(task.etag or task.last_modified)
        try:
            page = self._get(task)
        except FetchError as error:
            return Reading(task.key, self._clock(), conditional, failure=self._failure(error))
        self._silent = 0
        if page.status == 304:
            return Reading(task.key, page.fetched_at, conditional, page)
        digest = _sha256(page)
        reading = Reading(task.key, page.fetched_at, conditional, page, digest)
        if task.unsure:
            try:
                reading = reading._replace(kind=list_kind(page))
            except CleanError as error:
                return reading._replace(page=_bodiless(page), failure=Failure(Status.ERROR, error.message, page.status))
        if reading.kind or task.kind is not PageKind.ARTICLE:
            return self._listed(reading, page)
        if digest == task.body_sha256:
            return reading if self._batch.keep_bodies else reading._replace(page=_bodiless(page))
        try:
            cleaned = self._cleaned(page, task.trail)
            misled = self._is_misled(task, page, cleaned)
        except CleanError as error:
            return reading._replace(unclean=error.message)
        second = self._again(task, digest, self._masked(task, cleaned))
        return reading._replace(cleaned=cleaned, second=second, misled=misled)

    def _cleaned(self, page: Page, trail: StoryTrail | None) -> "Cleaned":
        """The article of a page, found where its story stood before."""
        return self._cleaning.clean(PageToClean(page.body, page.final_url, page.content_type, self._batch.site, trail))

    def _is_misled(self, task: Task, page: Page, cleaned: "Cleaned") -> bool:
        """Whether a trail led to another text than a vote, where it is one of the few pages that are looked at."""
        if not task.trail.container or cleaned.trail != task.trail or not is_checked(task.key, page.body):
            return False
        return self._cleaned(page, None).article != cleaned.article

    def _masked(self, task: Task, cleaned: "Cleaned") -> "Cleaned":
        """The page without the modules of its host and its own."""
        if not (task.modules or self._batch.module_places):
            return cleaned
        from newsdiff.watch.memory.mask import Mask, masked
        from newsdiff.watch.memory.own_slot import parsed

        return masked(cleaned, Mask(self._batch.module_places), parsed(task.modules))

    def _again(self, task: Task, digest: str, cleaned: "Cleaned") -> "Cleaned | None":
        """A text that differs from the recorded one is read once more; None where that tells nothing."""
        if not _differs(task, cleaned.article):
            return None
        try:
            page = self._get(task._replace(etag=None, last_modified=None))
            if page.status == 304 or _sha256(page) == digest:
                return None
            return self._cleaned(page, task.trail if cleaned.trail == task.trail else None)
        except (FetchError, CleanError):
            return None

    def _get(self, task: Task) -> Page:
        check(self._robots, task.url, self._batch.fetch)
        browser = self._batch.site.browser
        page = self._fetcher.get(
            task.url,
            etag=None if browser else task.etag,
            last_modified=None if browser else task.last_modified,
            headers=self._batch.site.headers,
            want=Want.PAGE if task.kind is PageKind.ARTICLE and not task.unsure else Want.LIST,
            on_redirect=self._robots.check,
        )
        return public_page(self._rendered(page) if browser and _is_html(page) else page)

    def _rendered(self, page: Page) -> Page:
        from newsdiff.fetch.browser import rendered

        return rendered(page, self._fetcher, self._robots, self._batch.site.headers)

    def _listed(self, reading: Reading, whole: Page) -> Reading:
        """The links of a feed, a sitemap (and those that an index names) or a section page."""
        from newsdiff.fetch.discover import discover
        from newsdiff.watch.visit.sitemap_index import newest, read_parts

        page, now = _bodiless(whole), whole.fetched_at
        try:
            found = newest(read_parts(discover(whole), self._further, now=now), now=now)
        except (CleanError, FetchError) as error:
            return reading._replace(page=page, unclean=error.message)
        if found.incomplete:  # what failed is to be asked for again, also where the index itself does not change
            page = page._replace(etag=None, last_modified=None)
        return reading._replace(page=page, discovered=found)

    def _further(self, url: str) -> "Discovered":
        from newsdiff.fetch.discover import discover

        self._robots.check(url)
        return discover(public_page(self._fetcher.get(url, want=Want.LIST, on_redirect=self._robots.check)))

    def _failure(self, error: FetchError) -> Failure:
        if isinstance(error, HostRests):
            return Failure(Status.UNREACHABLE, error.message)
        if isinstance(error, RefusedError):
            why = f"{error.message} ({error.hint})" if error.hint else error.message
            return Failure(Status.REFUSED, why)
        if isinstance(error, HttpError):
            self._silent = 0
            return Failure(_status(error.status), error.message, error.status)
        silent = isinstance(error, NetworkError) and error.transient
        self._silent = self._silent + 1 if silent else 0
        if self._silent >= GIVE_UP_AFTER_PAGES:
            self._pace.rest(Rest(self._batch.host, self._clock() + _REST, error.message))
        return Failure(Status.UNREACHABLE if silent else Status.ERROR, error.message)


def is_checked(key: str, body: bytes) -> bool:
    """Whether a page is one of the few that are voted over though its trail is known: by what it is and holds."""
    return crc32(body, crc32(key.encode("utf-8", "replace"))) % CHECKED_EVERY == 0


def check(robots: Robots, url: str, settings: FetchSettings) -> None:
    """RefusedError when ``url`` may not be asked for, NetworkError when its host gives no answer.

    A robots.txt that could not be read refuses everything for now, whatever the cause; the cause is told here.
    """
    try:
        robots.check(url)
    except RefusedError as refused:
        if isinstance(refused, HostRests) or not refused.transient:
            raise
        if not settings.proxy:  # else names are looked up by it, or by the fetcher
            target = aim(url)
            addresses = resolve(target, system_resolver, settings.deadline)
            if not settings.allow_private:
                check_addresses(target, addresses)
        if not robots.failure(url).startswith("status "):
            raise NetworkError(refused.message, url=refused.url, transient=True) from refused
        raise


def _differs(task: Task, article: Article) -> bool:
    """Whether a text differs from the recorded one, and was not read at an earlier visit either."""
    from newsdiff.watch.state.text_identity import fingerprint, same_time

    if not task.fingerprint:
        return False
    text = fingerprint(article)
    if text != task.fingerprint:
        return text not in task.read_before
    return bool(task.published and article.published) and not same_time(task.published, article.published or "")


def _is_html(page: Page) -> bool:
    """Whether a page is one that a browser shows, not a feed, whatever its server calls it."""
    kind = media_type([page.content_type])
    pages = kind != "text/plain" and (kind in PAGES or vague(kind))
    return pages and not page.body.lstrip().startswith((b"<?xml", b"<rss", b"{"))


def _status(http: int) -> Status:
    if http in _BLOCKED_STATUSES:
        return Status.BLOCKED
    if http in _ABSENT_STATUSES:
        return Status.MISSING
    return Status.UNREACHABLE if http >= 500 or http in _BUSY_STATUSES else Status.ERROR


def _sha256(page: Page) -> str:
    from hashlib import sha256  # a child that is told 304 needs it not

    return sha256(page.body).hexdigest()


def _bodiless(page: Page) -> Page:
    return page._replace(body=b"")


def list_kind(page: Page) -> PageKind | None:
    """What a URL is that was put on the list without a word: feed, sitemap or section, where that is sure.

    None for an article.
    CleanError for what is neither: a feed that cannot be read, an OPML list, or a type that only lists come in.
    """
    from newsdiff.fetch.discover import discover
    from newsdiff.fetch.kinds import unwanted

    found = discover(page)
    if found.kind == "opml":
        count = len(found.feeds)
        raise CleanError(f"{page.url} is an OPML list of {count} feeds, not a page (newsdiff add URL watches them)")
    if found.kind != "article" and found.sure:
        return PageKind(found.kind)
    kind = media_type([page.content_type])
    if unwanted(kind, Want.PAGE):
        raise CleanError(f"{page.url} brought no page: it is {kind[:80]}, not a page")
    return None
