"""The memory of one URL as a fold over its observations: what each makes of it, and what it leaves alone."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff import __version__
from newsdiff.model import FAILED, PageKind, Status
from newsdiff.watch.state.article_state import CAME, DAY, MAX_COUNTED_SLOTS, WENT, Known, advance, same_run
from newsdiff.watch.state.observation import Event, Observation

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
URL = "https://a.example/x"


def visit(status: Status, hours: float = 0, **more: object) -> Observation:
    return Observation(START + timedelta(hours=hours), URL, status=status, **more)  # type: ignore[arg-type]


def first(text: str = "one") -> Observation:
    return visit(
        Status.FIRST, path="p", revision="r1", fingerprint=text, words=100, title="Ferry", body_sha256="b", etag='"1"'
    )


def known_after(*lines: Observation) -> Known:
    known = Known(URL)
    for line in lines:
        known = advance(known, line)
    return known


def test_nothing_is_known_at_first() -> None:
    known = Known(URL)
    assert (known.path, known.status, known.streak, known.visited_at) == ("", None, 0, None)
    assert not known.is_aside
    assert not known.is_guest
    assert known.read_before == ()


def test_a_first_text_is_the_text() -> None:
    known = known_after(first())
    assert (known.path, known.revision, known.fingerprint, known.title) == ("p", "r1", "one", "Ferry")
    assert (known.words, known.most, known.etag, known.body_sha256) == (100, 100, '"1"', "b")
    assert known.seen_at == known.visited_at == known.changed_at == known.found_at == START


def test_an_unchanged_text_moves_only_the_time_at_which_it_stood() -> None:
    known = known_after(first(), visit(Status.UNCHANGED, 3, body_sha256="b2", etag='"2"'))
    assert known.seen_at == START + timedelta(hours=3)
    assert known.changed_at == START
    assert (known.fingerprint, known.body_sha256, known.etag) == ("one", "b2", '"2"')


def test_an_edit_replaces_the_text_and_keeps_what_the_page_does_not_say_again() -> None:
    known = known_after(first(), visit(Status.EDIT, 3, path="p", revision="r2", fingerprint="two", words=40))
    assert (known.fingerprint, known.revision, known.title) == ("two", "r2", "Ferry")
    assert (known.words, known.most) == (40, 100)
    assert known.changed_at == START + timedelta(hours=3)


@pytest.mark.parametrize("status", sorted(FAILED | {Status.BLOCKED, Status.REFUSED}))
def test_what_gave_no_page_leaves_the_text_alone(status: Status) -> None:
    before = known_after(first())
    after = advance(before, visit(status, 3, error="why"))
    assert (after.status, after.error, after.streak) == (status, "why", 1)
    assert after.seen_at == before.seen_at
    assert (after.fingerprint, after.path, after.etag, after.gone) == ("one", "p", '"1"', False)


def test_failures_of_both_kinds_are_counted_in_a_row() -> None:
    lines = [first(), visit(Status.ERROR, 1), visit(Status.UNREACHABLE, 2), visit(Status.ERROR, 3)]
    assert [known_after(*lines[:n]).streak for n in (1, 2, 3, 4)] == [1, 1, 2, 3]
    assert known_after(*lines, visit(Status.UNCHANGED, 4)).streak == 1


def test_a_missing_page_keeps_the_time_since_when() -> None:
    known = known_after(first(), visit(Status.MISSING, 1), visit(Status.MISSING, 2))
    assert known.missing_since == START + timedelta(hours=1)
    assert known_after(first(), visit(Status.MISSING, 1), visit(Status.UNCHANGED, 2)).missing_since is None


def test_a_removed_article_is_gone_and_seen_no_more_until_it_is_restored() -> None:
    gone = known_after(first(), visit(Status.REMOVED, 5, revision="r2"))
    assert (gone.gone, gone.revision, gone.etag, gone.body_sha256) == (True, "r2", None, "")
    still = advance(gone, visit(Status.UNCHANGED, 6))
    assert still.seen_at == gone.seen_at == START
    back = advance(still, visit(Status.RESTORED, 7, path="p", revision="r3", fingerprint="one", words=100))
    assert (back.gone, back.seen_at) == (False, START + timedelta(hours=7))


def test_a_moved_article_is_fetched_where_it_stands_now() -> None:
    moved = known_after(first(), visit(Status.MOVED, 2, revision="r2", location="https://a.example/y"))
    assert (moved.location, moved.revision, moved.fingerprint) == ("https://a.example/y", "r2", "one")


def test_a_reclean_changes_the_text_and_nothing_of_how_the_site_fares() -> None:
    before = known_after(first(), visit(Status.ERROR, 1, error="why"), visit(Status.ERROR, 2, error="why"))
    after = advance(before, visit(Status.RECLEAN, 3, revision="r2", fingerprint="two", words=90, cleaner="new"))
    assert after == before._replace(revision="r2", fingerprint="two", words=90, cleaner="new")
    assert after.streak == 2


# --- doubts ---


def suspect(text: str, hours: float, *, waits: bool = False) -> Observation:
    return visit(Status.SUSPECT, hours, fingerprint=text, reasons=("odd",), waits=waits, raw_sha256="raw")


def test_a_doubt_counts_its_readings_and_another_text_begins_anew() -> None:
    doubt = known_after(first(), suspect("wall", 1), suspect("wall", 2)).doubt
    assert doubt is not None
    assert (doubt.readings, doubt.first, doubt.last) == (2, START + timedelta(hours=1), START + timedelta(hours=2))
    fresh = known_after(first(), suspect("wall", 1), suspect("other", 2)).doubt
    assert fresh is not None
    assert (fresh.readings, fresh.fingerprint) == (1, "other")


def test_a_doubt_that_once_waited_for_the_user_goes_on_waiting() -> None:
    doubt = known_after(first(), suspect("wall", 1, waits=True), suspect("wall", 2)).doubt
    assert doubt is not None and doubt.waits


def test_a_rejection_is_of_one_text() -> None:
    wall = known_after(first(), suspect("wall", 1))
    rejected = advance(wall, Observation(START, URL, Event.REJECTED, fingerprint="wall"))
    assert rejected.doubt is not None and rejected.doubt.rejected
    assert advance(wall, Observation(START, URL, Event.REJECTED, fingerprint="other")) == wall
    assert advance(known_after(first()), Observation(START, URL, Event.REJECTED, fingerprint="x")).doubt is None


@pytest.mark.parametrize("status", [Status.UNCHANGED, Status.VARIANT, Status.EDIT])
def test_a_text_that_is_believed_ends_the_doubt(status: Status) -> None:
    known = known_after(first(), suspect("wall", 1), visit(status, 2, path="p", fingerprint="one"))
    assert known.doubt is None


def test_a_clock_that_was_set_back_makes_no_doubt_begin_after_its_end() -> None:
    doubt = known_after(first(), suspect("wall", 5), suspect("wall", 2)).doubt
    assert doubt is not None
    assert doubt.first == START + timedelta(hours=2)


def test_equal_suspects_are_one_run_and_so_are_two_that_wait() -> None:
    wall = known_after(first(), suspect("wall", 1, waits=True))
    assert same_run(wall, suspect("wall", 2))
    assert same_run(wall, suspect("other", 2, waits=True))
    assert not same_run(wall, suspect("other", 2))


# --- variants ---


def test_a_text_of_the_last_day_returns_and_stands_after_a_day() -> None:
    edited = known_after(first(), visit(Status.EDIT, 1, path="p", fingerprint="two"))
    texts = {"one", "two"}
    assert edited.returns("one", START + timedelta(hours=2), texts)
    assert not edited.returns("two", START + timedelta(hours=2), texts)  # it stands
    assert not edited.returns("new", START + timedelta(hours=2), texts)
    assert not edited.returns("one", START + 2 * DAY, texts)
    held = advance(edited, visit(Status.VARIANT, 2, fingerprint="one"))
    assert held.read_before == ("one",)
    assert held.returns("one", START + timedelta(hours=25), texts)
    assert not held.returns("one", START + timedelta(hours=27), texts)


def test_what_is_held_keeps_the_time_since_when() -> None:
    held = known_after(first(), visit(Status.VARIANT, 2, fingerprint="b"), visit(Status.VARIANT, 5, fingerprint="b"))
    assert held.held_since == START + timedelta(hours=2)
    assert advance(held, visit(Status.VARIANT, 6, fingerprint="c")).held_since == START + timedelta(hours=6)


# --- lists, guests, and what was set aside ---


def test_what_a_feed_brought_is_known_before_its_first_visit_and_found_once() -> None:
    line = Observation(START, URL, Event.FOUND, source="https://a.example/feed", title="Ferry", location=URL)
    known = known_after(line)
    assert (known.source, known.title, known.found_at, known.visited_at) == (
        "https://a.example/feed",
        "Ferry",
        START,
        None,
    )
    again = line._replace(source="https://b.example/feed", at=START + DAY)
    assert advance(known, again) == known


def test_a_list_keeps_its_kind_and_what_it_says_of_itself() -> None:
    feed = known_after(visit(Status.UNCHANGED, 0, kind=PageKind.FEED, error="all its entries are too old"))
    assert feed.kind is PageKind.FEED
    assert advance(feed, visit(Status.NOT_MODIFIED, 1)).error == "all its entries are too old"
    assert advance(feed, visit(Status.UNCHANGED, 1)).error == ""


def test_what_was_set_aside_is_taken_up_by_the_user_or_by_another_version() -> None:
    aside = known_after(first(), visit(Status.ERROR, 1, aside=True))
    assert aside.is_aside
    resumed = advance(aside, Observation(START, URL, Event.RESUMED))
    assert not resumed.is_aside
    assert (resumed.visited_at, resumed.streak) == (None, 0)
    assert known_after(visit(Status.ERROR, aside=True, fault=__version__)).is_aside
    assert not known_after(visit(Status.ERROR, aside=True, fault="0.0.0")).is_aside


def test_a_guest_of_another_history_writes_none() -> None:
    guest = known_after(first()).as_guest("other")
    assert guest.is_guest
    assert (guest.path, guest.revision, guest.fingerprint) == ("other", "", "")
    assert advance(guest, visit(Status.UNCHANGED, 1, body_sha256="new")).body_sha256 == "b"


def test_conditional_visits_are_counted_until_a_full_one() -> None:
    asked = [visit(Status.NOT_MODIFIED, n, conditional=True) for n in (1, 2, 3)]
    assert known_after(first(), *asked).conditional_visits == 3
    assert known_after(first(), *asked, visit(Status.UNCHANGED, 4, body_sha256="b")).conditional_visits == 0


@given(st.lists(st.sampled_from(Status), max_size=12))
def test_whatever_happens_a_recorded_history_is_never_forgotten(statuses: list[Status]) -> None:
    known = known_after(first(), *(visit(s, n + 1, path="p", fingerprint="two") for n, s in enumerate(statuses)))
    assert (known.url, known.path, known.found_at) == (URL, "p", START)
    assert known.streak >= 1
    assert known.seen_at is not None and known.visited_at is not None and known.seen_at <= known.visited_at


@pytest.mark.parametrize("event", [Event.REST, Event.CLOCK, Event.ACCEPTED])
def test_events_of_a_host_or_a_clock_are_none_of_the_article(event: Event) -> None:
    known = known_after(first())
    assert advance(known, Observation(START + DAY, URL, event)) == known


def test_lines_that_came_and_went_push_out_no_slot_that_changed_by_itself() -> None:
    slots = tuple(f"p.rates@{n}" for n in range(4))
    signs = [f"p@{n}{sign}" for n in range(30) for sign in (CAME, WENT)]
    lines = [visit(Status.UNCHANGED, n, changed=slots if not n else (sign,)) for n, sign in enumerate(["", *signs])]
    counts = known_after(*lines).changes
    assert counts is not None and len(counts) == MAX_COUNTED_SLOTS
    assert set(slots) <= set(counts) and signs[-1] in counts
