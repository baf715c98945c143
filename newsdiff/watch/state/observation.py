"""Observations: every visit and its status, every find, every decision of the user; what the log keeps, one a line.

The state of an article is what its observations, one after the other, make of it (``known.advance``), so a lost
state.db is read back from them.
"""

from datetime import datetime
from enum import StrEnum
from typing import cast

from newsdiff.model import Article, Outcome, PageKind, Report, Revision, Status, StoryTrail
from newsdiff.named_tuple import NamedTuple
from newsdiff.store import Record
from newsdiff.text.urls import normalise
from newsdiff.watch.memory.site_memory import Lesson, PageShapes, SiteMemory, decided, learned, misled, shaped
from newsdiff.watch.state.logged_page import LoggedPage
from newsdiff.watch.state.text_identity import count, fingerprint


class Event(StrEnum):
    """What was observed."""

    VISIT = "visit"
    FOUND = "found"  # a feed, a sitemap or a section page brought a new article
    REST = "rest"  # a host asked us to wait, or does not answer
    ACCEPTED = "accepted"  # the user took a suspect text for an edit
    REJECTED = "rejected"  # the user took it for none
    RESUMED = "resumed"  # the user wants a page visited again that was set aside
    ARCHIVED = "archived"  # a web archive captured the page, at ``location``
    CLOCK = "clock"  # the machine's clock jumped
    LEARNED = "learned"  # what a pass taught of a host, or of the modules of one article
    DECIDED = "decided"  # what the user says of a host's slot: keep, drop, forget


class Observation(NamedTuple):
    """One line of the log; ``url`` is the normalised one (of REST, DECIDED, and a LEARNED of a host: the host)."""

    at: datetime
    url: str
    event: Event = Event.VISIT
    status: Status | None = None
    path: str = ""
    revision: str = ""
    error: str = ""
    reasons: tuple[str, ...] = ()
    waits: bool = False  # a suspect that only the user can decide
    aside: bool = False  # the page killed its child three times, or newsdiff failed at it: not visited any more
    fault: str = ""  # the version of newsdiff that failed at the page itself
    http: int = 0
    conditional: bool = False  # asked for with validators
    etag: str | None = None
    last_modified: str | None = None
    kind: PageKind | None = None  # what a first visit found the URL to be, where it is no article
    location: str = ""  # where the article moved to; ARCHIVED: the capture
    alias: str = ""  # another URL of it
    raw_sha256: str = ""  # of the page's body, where it was kept
    body_sha256: str = ""  # of the page's body
    fingerprint: str = ""  # of the article's text
    tellings: tuple[str, ...] = ()  # fingerprints of two readings of one visit whose stories differ
    sketch: tuple[str, ...] = ()  # of a suspect text, to find its like under other articles
    marks: tuple[str, ...] = ()  # of a recorded page: its publisher's habit
    closed: bool = False  # the page ended with </body> or </html>
    cleaner: str = ""
    words: int = 0
    until: datetime | None = None  # end of a host's rest
    places: tuple[str, ...] = ()  # of a recorded text's blocks
    built: LoggedPage | None = None  # how a recorded page was built of which no raw page is kept
    modules: tuple[str, ...] = ()  # LEARNED: of an article, all of its own
    changed: tuple[str, ...] = ()  # slots of the page whose texts changed by themselves
    shown: tuple[str, ...] = ()  # names of what stands in the modules of its host, where that is another text now
    anew: bool = False  # the page is to be cleaned at the next visit, also where its bytes are the same
    trail: StoryTrail | None = None  # to the story, where it is another now; an empty one: none
    lessons: tuple[Lesson, ...] = ()  # LEARNED: of a host
    shapes: PageShapes = PageShapes()  # LEARNED: how pages of the host are built that were not seen before
    misled: int = 0  # LEARNED: pages of the host whose trail led to another text than a vote
    slot: str = ""  # DECIDED
    decision: str = ""
    source: str = ""  # the feed that brought it
    title: str = ""
    published: str = ""


def with_text(line: Observation, article: Article) -> Observation:
    """A line of the log with what it says of an article's text."""
    return line._replace(
        fingerprint=fingerprint(article),
        words=count(article),
        title=article.headline,
        published=article.published or "",
    )


def is_of_site(line: Observation) -> bool:
    """Whether a line tells of a host's memory."""
    return line.event is Event.DECIDED or (line.event is Event.LEARNED and "://" not in line.url)


def remembered(memory: SiteMemory, line: Observation) -> SiteMemory:
    """A host's memory after a line that tells of it."""
    if line.event is Event.DECIDED:
        return decided(memory, line.slot, line.decision, line.at)
    return misled(shaped(learned(memory, line.lessons, line.at), line.shapes), line.misled)


class Step(NamedTuple):
    """One line of the log, the revision that goes with it, and what a user may be told."""

    seen: Observation
    record: Record | None = None
    report: Report | None = None
    revision: Revision | None = None  # the last one, where none is made
    found: int | None = None  # new articles that a list brought; None for an article

    def outcome(self, streak: int) -> Outcome:
        """What this step gave; ``streak`` counts it in."""
        seen = self.seen
        return Outcome(
            seen.url,
            cast("Status", seen.status),
            self.revision,
            self.report,
            seen.error,
            seen.reasons,
            streak,
            self.found,
        )


def observed(revision: Revision, key: str) -> Observation:
    """The observation that a revision in git stands for, under the URL ``key``; ``article`` must be loaded.

    What its page bore beside the text is not in git: the raw page shows it when it is needed.
    """
    assert revision.article is not None, "read_all gives the article with it"
    told = dict(revision.trailers)
    raw, url = told.get("Raw-Sha256", ""), normalise(revision.url)
    line = Observation(
        revision.seen_at,
        key,
        status=Status(revision.kind.value),
        path=revision.path,
        revision=revision.id,
        http=int(http) if (http := told.get("Status", "")).isdecimal() and len(http) == 3 else 0,
        etag=told.get("Etag"),
        location=revision.article.url if url != key else "",
        alias=url if url != key else "",
        raw_sha256=raw,
        body_sha256=raw,
        cleaner=told.get("Cleaner", ""),
    )
    return with_text(line, revision.article)
