"""What a list brings that nobody watches yet, and what the log says of its visit."""

from datetime import UTC, datetime, timedelta

import pytest

from newsdiff.fetch.discover import Discovered
from newsdiff.fetch.discover.link import Link
from newsdiff.model import Page, PageKind, Settings, Status, WatchSettings
from newsdiff.watch.plan.discovery import fresh, stale, step
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from newsdiff.watch.visit.messages import Failure, Reading
from tests.kit.site import START, Desk

FEED = "https://courier.example/feed.xml"
A, B = "https://courier.example/a", "https://courier.example/b"
DAY = timedelta(days=1)
USUAL = Settings()


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path)


def brought(desk: Desk, *links: Link, settings: Settings = USUAL, known: tuple[Observation, ...] = ()) -> list[str]:
    with State(desk.store) as state:
        state.write(known)
        found = fresh(FEED, Discovered("feed", links), state, at=START, settings=settings)
    assert all(seen.event is Event.FOUND and seen.source == FEED for seen in found)
    return [seen.location for seen in found]


def test_new_articles_are_found_in_the_order_of_the_list_each_once(desk: Desk) -> None:
    assert brought(desk, Link(B), Link(A), Link(B + "?utm_source=f")) == [B, A]
    assert brought(desk) == []


def test_what_is_known_already_is_not_found_again(desk: Desk) -> None:
    assert brought(desk, Link(A), Link(B), known=(Observation(START, A, status=Status.ERROR),)) == [B]


def test_a_list_does_not_bring_itself_nor_a_home_page(desk: Desk) -> None:
    assert brought(desk, Link(FEED), Link("https://courier.example/"), Link("https://courier.example")) == []


def test_what_is_too_old_is_left_alone(desk: Desk) -> None:
    links = Link(A, published=START - 364 * DAY), Link(B, published=START - 367 * DAY)
    assert brought(desk, *links) == [A]
    short = Settings(watch=WatchSettings(retire_after=30 * DAY))
    assert brought(desk, *links, settings=short) == []


def test_a_time_without_a_zone_is_utc(desk: Desk) -> None:
    with State(desk.store) as state:
        link = Link(A, "Ferry", datetime(2026, 3, 1))
        [seen] = fresh(FEED, Discovered("feed", (link,)), state, at=START, settings=USUAL)
    assert (seen.published, seen.title, seen.url) == ("2026-03-01T00:00:00+00:00", "Ferry", A)


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ((), ""),
        ((10,), ""),
        ((500, 10), ""),
        ((500, None), ""),
        ((500,), "its one entry is too old to be watched: the newest is of 2024-10-18, before 2025-03-02"),
        ((500, 600), "all its 2 entries are too old to be watched: the newest is of 2024-10-18, before 2025-03-02"),
    ],
)
def test_a_list_of_nothing_but_old_entries_is_told(ages: tuple[int | None, ...], told: str) -> None:
    links = tuple(Link(f"{A}-{n}", published=None if n is None else START - n * DAY) for n in ages)
    assert stale(Discovered("feed", links), USUAL, at=START) == told


PAGE = Page(FEED, FEED, 200, "application/rss+xml", b"", START.replace(tzinfo=UTC), etag='"1"')


def said(reading: Reading) -> Observation:
    return step(reading, USUAL).seen


def test_a_list_that_was_read_is_unchanged_and_keeps_its_validators() -> None:
    seen = said(Reading(FEED, START, page=PAGE, body_sha256="b", discovered=Discovered("feed", (Link(A),))))
    assert (seen.status, seen.http, seen.etag, seen.body_sha256, seen.reasons) == (
        Status.UNCHANGED,
        200,
        '"1"',
        "b",
        (),
    )


def test_a_list_that_was_recognised_says_as_what() -> None:
    found = Discovered("feed", (Link(A), Link(B)), notes=("a note",))
    seen = said(Reading(FEED, START, page=PAGE, discovered=found, kind=PageKind.FEED))
    assert seen.kind is PageKind.FEED
    assert seen.reasons == ("it is a feed, and watched as one: 2 articles", "a note")


def test_a_list_that_was_read_tells_how_many_articles_it_brought() -> None:
    read = Reading(FEED, START, page=PAGE, discovered=Discovered("feed", (Link(A), Link(B))))
    assert [step(read, USUAL, brought).outcome(1).found for brought in (0, 2)] == [0, 2]
    assert step(Reading(FEED, START, page=PAGE._replace(status=304)), USUAL).found == 0
    assert step(Reading(FEED, START, failure=Failure(Status.UNREACHABLE, "no answer")), USUAL).found is None


@pytest.mark.parametrize("found", [None, Discovered("feed")])
def test_a_list_that_leads_nowhere_is_an_error(found: Discovered | None) -> None:
    seen = said(Reading(FEED, START, page=PAGE, discovered=found))
    assert (seen.status, seen.error, seen.body_sha256) == (Status.ERROR, "it leads to no article", "")


def test_no_answer_is_told_as_it_was() -> None:
    seen = said(Reading(FEED, START, failure=Failure(Status.UNREACHABLE, "no answer")))
    assert (seen.status, seen.error) == (Status.UNREACHABLE, "no answer")
    seen = said(Reading(FEED, START, conditional=True, page=PAGE._replace(status=304)))
    assert (seen.status, seen.http, seen.conditional) == (Status.NOT_MODIFIED, 304, True)


def test_old_entries_are_told_as_the_lists_error() -> None:
    seen = said(Reading(FEED, START, page=PAGE, discovered=Discovered("feed", (Link(A, published=START - 500 * DAY),))))
    assert seen.status is Status.UNCHANGED
    assert seen.error == seen.reasons[0] != ""
