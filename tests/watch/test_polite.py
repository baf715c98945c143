"""Politeness as servers see it: many articles on three hosts, a log of every request, whole runs with a real child."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import accumulate

import pytest

from newsdiff.model import PageKind, Status
from newsdiff.watch.visit.pool import Inline
from tests.kit.fault_server import FaultServer, Peer, answer, head
from tests.kit.pauses import Lateness, check_pauses, lateness
from tests.kit.site import Desk, story

DELAY = 0.12
CRAWL_DELAY = 0.16
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
CRAWLED, SENDER = HOSTS[1], HOSTS[2]
PAUSE = {name: CRAWL_DELAY if name == CRAWLED else DELAY for name in HOSTS}


class Town:
    """Three hosts on one server; ``plays`` may be changed between two runs."""

    def __init__(self, server: FaultServer, late: Lateness) -> None:
        self.server, self.late = server, late
        self.patience: dict[str, str] = {}  # host: Retry-After
        self.failed: Counter[str] = Counter()
        server.on("*", self.play)

    def url(self, name: str, path: str) -> str:
        return self.server.url(path, name)

    def log(self, name: str) -> list[tuple[float, str]]:
        return [(a.at, a.path) for a in self.server.asked if a.host.partition(":")[0] == name]

    def paths(self, name: str) -> list[str]:
        return [path for _, path in self.log(name)]

    async def play(self, peer: Peer) -> object:
        await asyncio.sleep(0.003)  # so that a second request would be seen beside the first
        name, path = peer.asked.host.partition(":")[0], peer.asked.path
        if path == "/robots.txt":
            return await self.robots(name)(peer)
        if name in self.patience:
            return await answer(b"", 429, retry_after=self.patience[name])(peer)
        if path == "/rss":
            return await answer(self.feed(name), content_type="application/rss+xml")(peer)
        if path.startswith("/fails"):
            self.failed[path] += 1
            if self.failed[path] == 1:
                return await answer(b"", 502)(peer)
        if path.startswith("/leads"):
            return await answer(b"", 302, location=self.url(HOSTS[0], path.replace("leads", "led")))(peer)
        if peer.asked.headers.get("if-none-match") == '"one"':
            await peer.send(head(304, etag='"one"'))
            return True
        number = HOSTS.index(name) * 1000 + sum(map(ord, path)) * 7 + int("0" + "".join(filter(str.isdigit, path)))
        return await answer(story(number).encode(), etag='"one"')(peer)

    def robots(self, name: str):  # type: ignore[no-untyped-def]
        if name != CRAWLED:
            return answer(b"", 404)
        rules = f"User-agent: *\nDisallow: /private\nCrawl-delay: {CRAWL_DELAY}\n"
        return answer(rules.encode(), content_type="text/plain")

    def feed(self, name: str) -> bytes:
        items = "".join(f"<item><link>{self.url(name, f'/fed{n}')}</link></item>" for n in range(5))
        return (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>'.encode()
        )


@pytest.fixture
def town() -> Iterator[Town]:
    with FaultServer(family_host="0.0.0.0") as server, lateness() as late:
        yield Town(server, late)


def populate(desk: Desk, town: Town, each: int) -> None:
    """So many articles a host; five of them in a feed, five forbidden, or five elsewhere and three at a second try."""
    desk.settings = replace(desk.settings, fetch=replace(desk.settings.fetch, delay=DELAY))
    desk.add(*(town.url(name, f"/a{n}") for name in HOSTS for n in range(each - 8)))
    desk.add(*(town.url(name, "/rss") for name in HOSTS[:2]), kind=PageKind.FEED)
    desk.add(*(town.url(name, f"/more{n}") for name in HOSTS[:2] for n in range(3)))
    desk.add(*(town.url(CRAWLED, f"/private{n}") for n in range(5)))
    desk.add(*(town.url(SENDER, f"/leads{n}") for n in range(5)), *(town.url(SENDER, f"/fails{n}") for n in range(3)))


def check_manners(town: Town) -> None:
    """One request in flight to a host, and its pause before every next one."""
    assert {name: most for name, most in town.server.most_in_flight.items() if most > 1} == {}
    for name in HOSTS:
        check_pauses(town.log(name), PAUSE[name], town.late.allowed)


@pytest.mark.parametrize("gaps", [[0.01], [0.12, 0.01], [0.2, 0.2, 0.03], [0.11] * 20])
def test_a_pause_that_is_not_kept_is_seen(gaps: list[float]) -> None:
    check_pauses([(at, "") for at in accumulate([0.12] * 20 + [0.18, 0.06] + [0.12] * 20)], 0.12)
    with pytest.raises(AssertionError):
        check_pauses([(at, "") for at in accumulate(gaps, initial=0.0)], 0.12)


@pytest.mark.parametrize("each", [20, pytest.param(100, marks=pytest.mark.slow)])
def test_articles_on_three_hosts(desk: Desk, town: Town, each: int) -> None:
    populate(desk, town, each)
    with Inline() as engine:
        started = time.monotonic()
        found = Counter(o.status for o in desk.watch(engine=engine))
        took = time.monotonic() - started
        assert found[Status.FIRST] == 3 * each
        assert found[Status.REFUSED] == 5
        check_manners(town)
        spans = [town.log(name)[-1][0] - town.log(name)[0][0] for name in HOSTS]
        assert took < 0.7 * sum(spans)
        assert [town.paths(name).count("/robots.txt") for name in HOSTS] == [1, 1, 1]
        assert not [path for path in town.paths(CRAWLED) if path.startswith("/private")]
        assert [town.paths(SENDER).count(f"/fails{n}") for n in range(3)] == [2, 2, 2]
        town.server.asked.clear()
        again = Counter(o.status for o in desk.watch(engine=engine))
    assert again[Status.NOT_MODIFIED] >= 0.95 * 3 * each
    assert again[Status.REFUSED] == 5
    check_manners(town)
    assert "/robots.txt" not in {a.path for a in town.server.asked}


def test_a_host_that_wants_to_rest_is_left_alone_by_every_way(desk: Desk, town: Town) -> None:
    """Not by its own articles, nor its feed, nor a redirect from elsewhere; not in this run, nor in later ones."""
    populate(desk, town, 9)
    with Inline() as engine:
        desk.watch(engine=engine)
    town.patience[HOSTS[0]] = "10800"
    for asked, hours in ((1, 1), (0, 1), (0, 0.75)):
        town.server.asked.clear()
        with Inline() as engine:
            found = {o.url: o for o in desk.watch(hours=hours, engine=engine)}
        assert len(town.paths(HOSTS[0])) == asked
        assert found[town.url(CRAWLED, "/a0")].status is Status.NOT_MODIFIED
        led = found[town.url(SENDER, "/leads0")]
        assert led.status is Status.UNREACHABLE
        assert "is left alone until" in led.error
        check_manners(town)
    town.patience.clear()
    desk.now += timedelta(hours=1)
    with Inline() as engine:
        found = {o.url: o for o in desk.watch(engine=engine)}
    assert found[town.url(HOSTS[0], "/a0")].status is Status.NOT_MODIFIED
    assert found[town.url(SENDER, "/leads0")].status is Status.NOT_MODIFIED


def test_a_robots_txt_that_asks_for_patience_is_given_it(desk: Desk, town: Town) -> None:
    desk.add(*(town.url(HOSTS[0], f"/a{n}") for n in range(3)))
    town.server.on("/robots.txt", answer(b"", 503, retry_after="7200"))
    with Inline() as engine:
        assert Status.FIRST not in desk.statuses(hours=1.5, engine=engine)
        assert desk.watch(hours=1, engine=engine) == []
        assert town.paths(HOSTS[0]) == ["/robots.txt"]
        town.server.on("/robots.txt", answer(b"", 404))
        assert desk.statuses(engine=engine) == [Status.FIRST] * 3
