"""What a run and its children tell one another: the pages of a host to visit, and what each of them gave."""

from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from newsdiff.fetch.pace import Rest
from newsdiff.fetch.robots import Rules
from newsdiff.model import FetchSettings, Page, PageKind, PageToClean, SiteSettings, Status, StoryTrail
from newsdiff.named_tuple import NamedTuple

if TYPE_CHECKING:  # a child that finds nothing new needs neither
    from newsdiff.fetch.discover import Discovered
    from newsdiff.model import Article, Cleaned


class Task(NamedTuple):
    """One page to look at; ``url`` is fetched, ``key`` is what it is known by."""

    key: str
    url: str
    kind: PageKind = PageKind.ARTICLE
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str = ""  # of the page whose text is recorded: the same bytes need no cleaning
    unsure: bool = False  # whether it may be a feed, a sitemap or a section page
    fingerprint: str = ""  # of the recorded text; empty where a changed text needs no second look
    published: str = ""  # as it was claimed last
    read_before: tuple[str, ...] = ()  # texts that were read at an earlier visit, and wait to be read again
    modules: tuple[str, ...] = ()  # of its own, as the log tells them (watch.memory)
    trail: StoryTrail = StoryTrail()  # to its story


class HostBatch(NamedTuple):
    """One host's pages, and what is known of it; ``start`` is the time now."""

    host: str
    tasks: tuple[Task, ...]
    fetch: FetchSettings
    site: SiteSettings
    start: datetime
    keep_bodies: bool = False  # also of pages that did not change
    robots: tuple[Rules, ...] = ()  # read earlier
    rests: tuple[Rest, ...] = ()  # of other hosts, to which a redirect may lead
    requested_elsewhere: bool = False  # by another process, just now: its first request waits too
    module_places: frozenset[str] = frozenset()  # of the host's pages: they are no text of an article
    ends: datetime | None = None  # after which no further page is begun: a Crawl-delay may make few pages long work


class Failure(NamedTuple):
    """Why there is no page, and the status that this makes; ``http`` 0 where nobody answered."""

    status: Status
    error: str
    http: int = 0
    aside: bool = False


class Reading(NamedTuple):
    """What one task gave: a page (its body only where it is needed), and its article, or a failure."""

    key: str
    at: datetime
    conditional: bool = False  # the request carried validators
    page: Page | None = None
    body_sha256: str = ""
    cleaned: "Cleaned | None" = None
    second: "Cleaned | None" = None  # what the same visit read a moment later, where the text differs from the recorded
    unclean: str = ""  # why no article could be read from the page
    mixed: bool = False  # the text is what two readings agree on, not that of the page's bytes
    tellings: tuple[str, ...] = ()  # fingerprints of both, where the story itself differs between them
    recorded: "Article | None" = None  # the recorded text without the host's modules
    recorded_places: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()  # the article's own, as the log tells them
    shown: tuple[str, ...] = ()  # names of what stands in the modules of its host, where that is another text now
    changed: tuple[str, ...] = ()  # slots whose texts changed by themselves
    anew: bool = False  # the page is to be cleaned at the next visit, also where its bytes are the same
    trail: StoryTrail | None = None  # to the story, where it is another than was known
    misled: bool = False  # the known trail leads to another text than a vote
    discovered: "Discovered | None" = None
    failure: Failure | None = None
    kind: PageKind | None = None  # what the page was found to be, where nobody had said so and it is no article


class BatchResult(NamedTuple):
    """What a batch gave; tasks without a reading were not visited: the host wants to rest, or its time was over."""

    host: str
    readings: tuple[Reading, ...]
    rests: tuple[Rest, ...] = ()
    robots: tuple[Rules, ...] = ()  # newly read


class Cleaning(Protocol):
    """What cleans a page: the killable child of the room ``clean``."""

    def clean(self, page: PageToClean) -> "Cleaned":
        """The article of a page; CleanError when there is none."""
