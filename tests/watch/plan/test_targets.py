"""What is watched, what of it is due, and how it is asked for: over a real store and index."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsdiff.model import FetchSettings, PageKind, Settings, SiteSettings, Status
from newsdiff.watch.plan import targets
from newsdiff.watch.plan.targets import FULL_FETCH_EVERY, Target
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.site import START, Desk

A, B, C = (f"https://courier.example/{name}" for name in ("a", "b", "c"))
FEED = "https://courier.example/feed.xml"
HOUR = timedelta(hours=1)
USUAL = Settings()


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path)


def found(desk: Desk, *lines: Observation, settings: Settings = USUAL, hours: float = 0) -> list[Target]:
    with State(desk.store) as state:
        state.write(lines)
        return targets.targets(desk.store, state, settings, now=START + hours * HOUR)


def visited(url: str, status: Status = Status.UNCHANGED, hours: float = 0, **more: object) -> Observation:
    return Observation(START + hours * HOUR, url, status=status, **more)  # type: ignore[arg-type]


def brought(url: str) -> Observation:
    return Observation(START, url, Event.FOUND, source=FEED, location=url, title=url)


def test_nothing_is_watched_at_first(desk: Desk) -> None:
    assert found(desk) == []


def test_the_lists_order_then_what_its_feeds_brought(desk: Desk) -> None:
    desk.add(B, A)
    desk.add(FEED, kind=PageKind.FEED)
    assert [t.url for t in found(desk, brought(C))] == [B, A, FEED, C]


def test_what_is_not_to_be_watched_and_what_no_list_brought_is_none(desk: Desk) -> None:
    desk.add(A, watch=False)
    assert found(desk, brought(B), visited(C)) == []  # its feed is not on the list


def test_what_a_paused_feed_brought_is_paused_and_goes_by_its_interval(desk: Desk) -> None:
    desk.add(FEED, kind=PageKind.FEED, paused=True, every=2 * HOUR)
    [feed, article] = found(desk, brought(C))
    assert (feed.paused, article.paused) == (True, True)
    assert (article.kind, article.every) == (PageKind.ARTICLE, 2 * HOUR)


@pytest.mark.parametrize(
    ("line", "site", "store", "wanted"),
    [(1, 2, 3, 1), (None, 2, 3, 2), (None, None, 3, 3), (None, None, None, None)],
)
def test_an_interval_is_the_lines_else_the_sites_else_the_stores(desk: Desk, line, site, store, wanted) -> None:
    hours = {name: value and value * HOUR for name, value in (("line", line), ("site", site), ("store", store))}
    desk.add(A, every=hours["line"])
    settings = Settings(sites=(SiteSettings("courier.example", every=hours["site"]),))
    settings = replace(settings, watch=replace(settings.watch, every=hours["store"]))
    [one] = found(desk, settings=settings)
    assert one.every == (wanted and wanted * HOUR)


def test_a_moved_article_is_fetched_where_it_stands_and_known_by_its_line(desk: Desk) -> None:
    desk.add(A)
    [one] = found(desk, visited(A, Status.FIRST, path="p"), visited(A, Status.MOVED, 1, location=B, path="p"))
    assert (one.url, one.key, one.public_url) == (B, A, B)


def test_a_secret_is_fetched_with_and_shown_without(desk: Desk) -> None:
    desk.add(A + "?token=s3cr3tpass")
    [one] = found(desk)
    assert one.url.endswith("s3cr3tpass")
    assert "s3cr3tpass" not in one.public_url + one.key


# --- due ---


def due(desk: Desk, *lines: Observation, hours: float = 0, **options: bool) -> list[str]:
    return [t.url for t in targets.due(found(desk, *lines, hours=hours), now=START + hours * HOUR, **options)]


def test_what_was_never_visited_is_due_first(desk: Desk) -> None:
    desk.add(A, B)
    assert due(desk, visited(A), hours=1) == [B, A]


def test_what_was_just_visited_is_not_unless_everything_is_asked_for(desk: Desk) -> None:
    desk.add(A)
    assert due(desk, visited(A)) == []
    assert due(desk, everything=True) == [A]


def test_what_rests_is_never_due(desk: Desk) -> None:
    desk.add(A, paused=True)
    desk.add(B)
    assert due(desk, visited(B, Status.ERROR, aside=True), hours=100, everything=True) == []


def test_what_was_refused_is_due_at_once_where_private_addresses_are_allowed_now(desk: Desk) -> None:
    desk.add(A)
    assert due(desk, visited(A, Status.REFUSED)) == []
    assert due(desk, private=True) == [A]


def test_two_addresses_of_one_article_are_visited_as_one_and_the_guest_once_a_day(desk: Desk) -> None:
    desk.add(A, B)
    lines = visited(A, Status.FIRST, path="p", revision="r"), visited(B, Status.UNCHANGED, path="p")
    assert due(desk, *lines, hours=5, everything=True) == [A]
    assert sorted(due(desk, hours=25, everything=True)) == [A, B]


# --- batches ---


def batched(desk: Desk, settings: Settings = USUAL, *, delay: float | None = None, bounded: bool = False):
    with State(desk.store) as state:
        chosen = targets.targets(desk.store, state, settings, now=START)
        return targets.batches(chosen, settings, state, now=START, delay=delay, bounded=bounded)


def test_each_host_is_a_batch_with_its_own_pause(desk: Desk) -> None:
    desk.add(A, "https://herald.example/x", B)
    settings = Settings(sites=(SiteSettings("herald.example", delay=9.0),), fetch=FetchSettings(delay=2.0))
    one, other = batched(desk, settings)
    assert ([task.url for task in one.tasks], one.fetch.delay) == ([A, B], 2.0)
    assert (other.host, other.fetch.delay) == ("herald.example", 9.0)
    assert [batch.fetch.delay for batch in batched(desk, settings, delay=0.0)] == [0.0, 0.0]


def test_a_host_that_rests_is_left_out(desk: Desk) -> None:
    desk.add(A, "https://herald.example/x")
    with State(desk.store) as state:
        state.write([Observation(START, "courier.example", Event.REST, error="it asked", until=START + HOUR)])
    [batch] = batched(desk)
    assert batch.host == "herald.example"
    assert [rest.host for rest in batch.rests] == ["courier.example"]


def test_a_run_asks_a_host_for_no_more_than_it_has_time_for(desk: Desk) -> None:
    desk.add(*(f"https://courier.example/{n}" for n in range(120)))
    settings = Settings(fetch=FetchSettings(delay=60.0))
    assert sum(len(batch.tasks) for batch in batched(desk, settings, bounded=True)) == 15
    assert [len(batch.tasks) for batch in batched(desk, settings)] == [50, 50, 20]
    assert batched(desk, settings, bounded=True)[0].ends == START + timedelta(minutes=15)
    assert batched(desk, settings)[0].ends is None


def task(desk: Desk, *lines: Observation):
    with State(desk.store) as state:
        state.write(lines)
    [batch] = batched(desk)
    [one] = batch.tasks
    return one


FIRST = visited(A, Status.FIRST, path="p", revision="r", fingerprint="f", body_sha256="b", etag='"1"')


def test_a_known_page_is_asked_for_with_its_validators(desk: Desk) -> None:
    desk.add(A)
    one = task(desk, FIRST)
    assert (one.etag, one.body_sha256, one.fingerprint, one.unsure) == ('"1"', "b", "f", False)


def test_a_new_line_may_be_anything(desk: Desk) -> None:
    desk.add(A)
    assert task(desk).unsure
    desk.add(A, kind=PageKind.ARTICLE)
    assert not task(desk).unsure


@pytest.mark.parametrize(
    "then",
    [
        visited(A, Status.SUSPECT, 1, fingerprint="wall"),
        visited(A, Status.VARIANT, 1, fingerprint="other"),
        visited(A, Status.REMOVED, 1, revision="r2"),
    ],
    ids=["suspect", "variant", "removed"],
)
def test_what_is_in_doubt_held_or_gone_is_asked_for_whole(desk: Desk, then: Observation) -> None:
    desk.add(A)
    assert task(desk, FIRST, then).etag is None


def test_every_tenth_visit_asks_for_the_whole_page(desk: Desk) -> None:
    desk.add(A)
    asked = [visited(A, Status.NOT_MODIFIED, n + 1, conditional=True) for n in range(FULL_FETCH_EVERY - 1)]
    assert task(desk, FIRST, *asked[:-1]).etag == '"1"'
    assert task(desk, *asked[-1:]).etag is None
