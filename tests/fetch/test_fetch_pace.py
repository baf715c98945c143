"""Politeness: one host is asked at its pace, another one need not wait for it."""

from itertools import pairwise

from fault_server import FaultServer, answer, in_turn, redirect
from fetching import MakeFetcher

from newsdiff.errors import HttpError
from newsdiff.fetch.pace import Pace


def test_the_first_request_and_other_hosts_do_not_wait() -> None:
    waits: list[float] = []
    pace = Pace(5, waits.append)
    assert pace.wait("a.example") < 0.1
    assert pace.wait("b.example") < 0.1
    assert waits == []


def test_a_host_rests_between_two_requests() -> None:
    waits: list[float] = []
    pace = Pace(5, waits.append)
    pace.slow("b.example", 9)
    pace.slow("c.example", 1)
    for host in ("a.example", "b.example", "c.example") * 2:
        pace.wait(host)
    assert [round(w) for w in waits] == [5, 9, 5]


def test_delays_are_kept_on_the_wire_through_redirects_and_tries(
    server: FaultServer, make_fetcher: MakeFetcher
) -> None:
    import time

    fetcher = make_fetcher(delay=0.3, deadline=1.0, sleep=time.sleep)
    server.on("/a", redirect("/b"))
    server.on("/b", in_turn(answer(status=500), answer()))
    for _ in range(2):
        assert fetcher.get(server.url("/a")).status == 200
    at = [asked.at for asked in server.asked]
    assert len(at) == 6
    assert min(b - a for a, b in pairwise(at)) > 0.29
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
