"""Politeness: one host is asked at its pace, another one need not wait for it."""

import threading
import time
from datetime import timedelta
from itertools import pairwise

import pytest

from newsdiff.errors import HttpError
from newsdiff.fetch.client import HostRests
from newsdiff.fetch.pace import Pace, Rest
from tests.kit.fault_server import FaultServer, answer, in_turn, redirect
from tests.kit.fetching import NOW, MakeFetcher
from tests.kit.pauses import check_pauses, lateness


def test_the_first_request_and_other_hosts_do_not_wait() -> None:
    waits: list[float] = []
    pace = Pace()
    for host in ("a.example", "b.example"):
        with pace.turn(host, 5, waits.append) as waited:
            assert waited == 0
    assert waits == []


def test_a_host_rests_between_two_requests() -> None:
    pace, waited = Pace(), {}
    pace.slow("b.example", 0.3)
    pace.slow("c.example", 0.01)
    for host in ("a.example", "b.example", "c.example"):
        for _ in range(2):
            with pace.turn(host, 0.1) as seconds:
                waited[host] = seconds
    assert 0 < waited["a.example"] < 0.25 < waited["b.example"]
    assert waited["c.example"] > 0.05


def test_a_host_that_another_has_asked_is_given_its_pause() -> None:
    pace = Pace()
    pace.note_request("a.example")
    with pace.turn("a.example", 0.1) as waited:
        assert waited > 0.05
    pace.note_request("a.example")
    with pace.turn("a.example", 0.0) as waited:
        assert waited == 0


def test_one_host_is_asked_by_one_thread_at_a_time_and_at_its_pace() -> None:
    pace, starts, inside, most = Pace(), [], [], []

    def ask() -> None:
        for _ in range(5):
            with pace.turn("a.example", 0.03):
                starts.append(time.monotonic())
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.01)
                inside.pop()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert min(b - a for a, b in pairwise(sorted(starts))) >= 0.029


def test_a_host_that_asks_for_patience_is_not_asked_before(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    """The longer of two rests counts; other hosts are asked; a redirect leads nowhere where a host rests."""
    times = [NOW]
    fetcher = make_fetcher(clock=lambda: times[-1])
    url = server.on("/", in_turn(answer(b"", 429, retry_after="600"), answer()))
    server.on("/to", redirect(url))
    with pytest.raises(HttpError):
        fetcher.get(url)
    fetcher.pace.rest(Rest("127.0.0.1", NOW + timedelta(seconds=5), "a shorter one"))
    for asked in (url, server.url("/", "www.two.example") + "to"):
        with pytest.raises(HostRests, match=r"left alone until 2026-03-01 12:10 UTC .*status 429"):
            fetcher.get(asked)
    assert server.paths() == ["/", "/to"]
    times.append(NOW + timedelta(seconds=601))
    assert fetcher.get(url).status == 200


@pytest.mark.parametrize("status", [429, 503])
def test_patience_without_a_time_is_five_minutes(server: FaultServer, make_fetcher: MakeFetcher, status: int) -> None:
    fetcher = make_fetcher()
    with pytest.raises(HttpError):
        fetcher.get(server.on("/", answer(b"", status)))
    rest = fetcher.pace.resting("127.0.0.1", lambda: NOW)
    assert rest is not None
    assert rest.until - NOW == timedelta(minutes=5)


def test_delays_are_kept_on_the_wire_through_redirects_and_tries(
    server: FaultServer, make_fetcher: MakeFetcher
) -> None:
    fetcher = make_fetcher(delay=0.3, deadline=20.0, sleep=time.sleep)
    server.on("/a", redirect("/b"))
    server.on("/b", in_turn(answer(status=500), answer()))
    with lateness() as late:
        for _ in range(2):
            assert fetcher.get(server.url("/a")).status == 200
    assert len(server.asked) == 6
    check_pauses([(asked.at, asked.path) for asked in server.asked], 0.3, late.allowed)
    assert max(server.most_in_flight.values()) == 1


def test_the_caller_sees_every_further_hop_and_may_stop_it(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    seen: list[str] = []

    def stop(url: str) -> None:
        seen.append(url)
        if url.endswith("/c"):
            raise HttpError("no further")

    server.on("/b", redirect("/c"))
    try:
        make_fetcher().get(server.on("/a", redirect("/b")), on_redirect=stop)
    except HttpError as error:
        assert error.message == "no further"
    assert seen == [server.url("/b"), server.url("/c")]
    assert server.paths() == ["/a", "/b"]


def test_the_agent_says_who_asks(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    url = server.on("/", answer())
    make_fetcher().get(url)
    make_fetcher(contact="desk@news.example").get(url)
    make_fetcher().get(url, headers=[("User-Agent", "other/1"), ("Accept-Language", "de")])
    plain, contact, other = (a.headers["user-agent"] for a in server.asked)
    assert plain.startswith("newsdiff/") and " " not in plain
    assert contact == f"{plain} (+desk@news.example)"
    assert other == "other/1"
    assert server.asked[2].headers["accept-language"] == "de"
