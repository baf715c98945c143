"""What a worker elsewhere brought, told by the clock of the one who asked."""

from datetime import timedelta

import pytest

from newsdiff.fetch.pace import Rest
from newsdiff.fetch.robots import Rules
from newsdiff.model import Page, Status
from newsdiff.watch.visit.host_unit import HostVisited
from newsdiff.watch.visit.messages import BatchResult, Failure, Reading
from tests.kit.site import START

URL = "https://gazette.example/bridge"


def page(after: float) -> Page:
    return Page(URL, URL, 200, "text/html", b"<p>x", START + timedelta(seconds=after))


def visited(seconds: float) -> HostVisited:
    """A batch that took so long, with a page after one second and a failure after two."""
    failure = Failure(Status.UNREACHABLE, "no answer")
    readings = (
        Reading(URL, START + timedelta(seconds=1), page=page(1)),
        Reading(f"{URL}-2", START + timedelta(seconds=2), failure=failure),
    )
    rests = (Rest("gazette.example", START + timedelta(minutes=5), "no answer"),)
    robots = (Rules("https://gazette.example", "", START),)
    return HostVisited(BatchResult("gazette.example", readings, rests, robots), seconds)


def test_a_batch_that_was_begun_at_once_is_told_as_it_was() -> None:
    assert visited(3).by_clock(START, START + timedelta(seconds=3)) == visited(3).result


@pytest.mark.parametrize("waited", [60, 0.5, -2])  # the last: a clock that was set back meanwhile
def test_a_batch_that_waited_for_a_worker_is_told_later(waited: float) -> None:
    late = timedelta(seconds=waited)
    found = visited(3).by_clock(START, START + timedelta(seconds=3) + late)
    read, failed = found.readings
    assert read.page is not None
    assert (read.at, read.page) == (START + timedelta(seconds=1) + late, page(1 + waited))
    assert (failed.at, failed.page) == (START + timedelta(seconds=2) + late, None)
    assert failed.failure == Failure(Status.UNREACHABLE, "no answer")
    assert [rest.until for rest in found.rests] == [START + timedelta(minutes=5) + late]
    assert [rules.fetched_at for rules in found.robots] == [START + late]


def test_a_batch_of_nothing_stays_one() -> None:
    assert HostVisited(BatchResult("a.example", ()), 0).by_clock(START, START + timedelta(days=1)) == BatchResult(
        "a.example", ()
    )
