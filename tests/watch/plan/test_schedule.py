from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Status
from newsdiff.watch.plan import schedule
from newsdiff.watch.state.article_state import Doubt, Known
from tests.kit.site import START

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OLD = Known("https://courier.example/a", found_at=START - 90 * DAY, visited_at=START, status=Status.UNCHANGED)


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (HOUR, timedelta(minutes=15)),
        (5 * HOUR, HOUR),
        (3 * DAY, 3 * HOUR),
        (20 * DAY, 3 * DAY),
        (200 * DAY, 30 * DAY),
    ],
)
def test_the_older_the_seldomer(age: timedelta, wait: timedelta) -> None:
    known = Known("u", found_at=START - age, visited_at=START)
    assert schedule.interval(known, START) == wait


def test_an_edit_makes_an_old_article_young_again() -> None:
    assert schedule.interval(OLD._replace(changed_at=START - HOUR), START) == timedelta(minutes=15)


def test_every_goes_before_the_tiers() -> None:
    assert schedule.interval(OLD, START, every=2 * HOUR) == 2 * HOUR


def test_a_find_of_a_feed_is_as_old_as_it_claims_and_retires() -> None:
    known = Known("u", source="feed", published="2025-02-01T00:00:00+00:00", found_at=START - HOUR)
    assert schedule.interval(known, START) == 30 * DAY
    assert schedule.retired(known, START, after=None)
    assert not schedule.retired(OLD, START, after=None)
    assert schedule.retired(OLD, START, after=30 * DAY)


def test_doubts_and_404s_are_looked_at_again_after_an_hour() -> None:
    doubt = Doubt("t", START, START)
    for known in (OLD._replace(status=Status.MISSING), OLD._replace(status=Status.SUSPECT, doubt=doubt)):
        assert schedule.due_at(known, START) == START + HOUR
    waiting = OLD._replace(status=Status.SUSPECT, doubt=doubt._replace(waits=True))
    assert schedule.interval(waiting, START) == 30 * DAY


def test_failures_are_retried_sooner_than_usual_and_ever_later() -> None:
    waits = [schedule.interval(OLD._replace(status=Status.UNREACHABLE, streak=n), START) for n in range(1, 30)]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(minutes=10), timedelta(minutes=5) * 4096)


def test_a_visit_that_a_wrong_clock_put_into_the_future_does_not_hold_anything_up() -> None:
    assert schedule.due_at(OLD._replace(visited_at=START + 3650 * DAY), START) < START


@given(st.text(), st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=400)))
def test_jitter_only_shortens_and_is_always_the_same(url: str, every: timedelta) -> None:
    known = OLD._replace(url=url)
    due = schedule.due_at(known, START, every=every)
    assert START + 0.85 * every <= due < START + every
    assert due == schedule.due_at(known, START, every=every)
