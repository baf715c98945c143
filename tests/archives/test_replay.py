"""Captures as pages: each at its time, each body asked for once, and what is no page of the article left out."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from newsdiff.archives.captures import Capture
from newsdiff.archives.replay import Replay
from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings, Page
from newsdiff.store.left_out import LeftOut
from tests.kit.wayback import Held, Wayback, wayback

URL = "https://www.courier.example/2026/02/bridge"
PAGE = b"<html><p>The bridge is closed.</p></html>"
START = datetime(2026, 3, 1, tzinfo=UTC)


class Desk:
    """A reader of the archive whose waits pass at once."""

    def __init__(self, server: Wayback) -> None:
        self.server, self.now, self.waits = server, START, list[float]()
        self.fetcher = Fetcher(FetchSettings(delay=0.0, allow_private=True), clock=lambda: self.now)
        self.replay = self.reader({})

    def reader(self, kept: dict[str, Callable[[], Page | None]]) -> Replay:
        return Replay(self.fetcher, f"{self.server.base}/web/", kept=kept, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += timedelta(seconds=seconds)

    def read(self, *held: Held) -> list[Page | LeftOut]:
        self.server.held[:] = held
        return list(self.replay.pages(URL, [capture(one) for one in held]))


def capture(held: Held) -> Capture:
    at = datetime.strptime(held.timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return Capture(held.timestamp, at, held.url, held.digest)


def day(number: int, body: bytes = PAGE, **changed: str) -> Held:
    held = Held(f"202602{number:02}101112", URL, body)
    for name, value in changed.items():
        setattr(held, name, value)
    return held


@pytest.fixture(scope="module")
def server() -> Iterator[Wayback]:
    with wayback() as served:
        yield served


@pytest.fixture
def desk(server: Wayback) -> Iterator[Desk]:
    server.asked.clear()
    server.busy, server.retry_after = 0, "1"
    made = Desk(server)
    with made.fetcher:
        yield made


def reasons(found: list[Page | LeftOut]) -> list[str]:
    return [one.why for one in found if isinstance(one, LeftOut)]


def test_no_captures_ask_for_nothing(desk: Desk) -> None:
    assert (desk.read(), desk.server.asked, desk.replay.busy) == ([], [], "")


def test_each_capture_is_a_page_of_the_articles_at_its_time(desk: Desk) -> None:
    [one, two] = desk.read(day(1), day(2, PAGE.replace(b"closed", b"open")))
    assert isinstance(one, Page)
    assert isinstance(two, Page)
    assert [page.fetched_at.day for page in (one, two)] == [1, 2]
    for page in (one, two):
        assert (page.url, page.final_url, page.etag, page.permanent_url) == (URL, URL, None, None)
