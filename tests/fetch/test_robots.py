"""robots.txt: what RFC 9309 says, and what it says when there is no robots.txt to be had."""

from datetime import datetime, timedelta

import pytest

from newsdiff.errors import RefusedError
from newsdiff.fetch import Fetcher, Robots
from newsdiff.fetch.robots import Readings
from tests.kit.fault_server import FaultServer, answer, drip, hang, head, raw, redirect
from tests.kit.fetching import NOW, MakeFetcher


def serve(server: FaultServer, text: str | bytes, status: int = 200) -> str:
    body = text.encode() if isinstance(text, str) else text
    server.on("/robots.txt", answer(body, status, content_type="text/plain"))
    return server.url("/news/story")


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_41_no_robots_txt_forbids_nothing(server: FaultServer, fetcher: Fetcher, status: int) -> None:
    assert Robots(fetcher).allowed(serve(server, "User-agent: *\nDisallow: /", status))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "User-agent: *\nDisallow:\n",
        "User-agent: *\nDisallow: /private\n",
        "User-agent: otherbot\nDisallow: /\n",
        "User-agent: *\nDisallow: /\n\nUser-agent: newsdiff\nAllow: /\n",
        "User-agent: *\nDisallow: /\nAllow: /news/\n",
        "<!doctype html><html><body>Not found. Disallow: nothing</body></html>",
        b"\x00\xff\xfe garbage \x80",
        b"\xef\xbb\xbfUser-agent: otherbot\nDisallow: /\n",
    ],
)
def test_41_what_is_not_forbidden_is_allowed(server: FaultServer, fetcher: Fetcher, text: str | bytes) -> None:
    assert Robots(fetcher).allowed(serve(server, text))


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /\n",
        "user-agent: *\ndisallow: /news\n",
        "User-agent: newsdiff\nDisallow: /news/\n",
        "User-agent: Newsdiff\nDisallow: /*story$\n",
        "User-agent: *\nAllow: /\nDisallow: /news/\n",
        b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n",
    ],
)
def test_41_what_is_forbidden_is_refused(server: FaultServer, fetcher: Fetcher, text: str | bytes) -> None:
    robots, url = Robots(fetcher), serve(server, text)
    assert not robots.allowed(url)
    with pytest.raises(RefusedError, match=r"robots.txt forbids it") as caught:
        robots.check(url)
    assert not caught.value.transient


def test_41_a_path_is_judged_as_it_is_sent(server: FaultServer, fetcher: Fetcher) -> None:
    robots = Robots(fetcher)
    serve(server, "User-agent: *\nDisallow: /private\n")
    for path in ("/private/a", "/news/../private/a", "/news/%2e%2e/private/a", "/%70rivate/a"):
        assert not robots.allowed(server.url(path))


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_41_a_server_that_fails_forbids_everything_for_now(server: FaultServer, fetcher: Fetcher, status: int) -> None:
    robots, url = Robots(fetcher), serve(server, "", status)
    with pytest.raises(RefusedError, match=f"status {status}") as caught:
        robots.check(url)
    assert caught.value.transient


def test_41_no_answer_forbids_everything_for_now(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    url = serve(server, "")
    for play in (hang(), raw(b"garbage"), raw(head(content_length="99") + b"User-agent: *")):
        server.on("/robots.txt", play)
        assert not Robots(make_fetcher(deadline=0.4)).allowed(url)


def test_41_only_the_first_500_kib_count(server: FaultServer, fetcher: Fetcher) -> None:
    start = b"User-agent: *\nDisallow: /news/\n"
    url = serve(server, start + b"# padding\n" * 1_000_000)
    assert not Robots(fetcher).allowed(url)
    serve(server, b"User-agent: *\n" + b"# padding\n" * 51_200 + b"Disallow: /\n")
    assert Robots(fetcher).allowed(url)
    server.on("/robots.txt", drip(head(content_type="text/plain") + start, b"# padding\n" * 5000, 0))
    assert not Robots(fetcher).allowed(url)


def test_41_redirects_are_followed(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/robots.txt", redirect("/elsewhere.txt"))
    server.on("/elsewhere.txt", answer(b"User-agent: *\nDisallow: /\n", content_type="text/plain"))
    assert not Robots(fetcher).allowed(server.url("/news/story"))


def test_a_robots_txt_is_read_once_a_day(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    times = [NOW]
    url = serve(server, "User-agent: *\nDisallow: /private\n")
    robots = Robots(make_fetcher(clock=lambda: times[-1]))
    for hours in (0, 1, 23):
        times.append(NOW + timedelta(hours=hours))
        assert robots.allowed(url)
        assert not robots.allowed(server.url("/private"))
    assert len(server.asked) == 1
    times.append(NOW + timedelta(hours=25))
    assert robots.allowed(url)
    assert len(server.asked) == 2


def test_a_failure_is_asked_about_again_after_an_hour(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    times: list[datetime] = [NOW]
    robots = Robots(make_fetcher(clock=lambda: times[-1]))
    assert not robots.allowed(serve(server, "", 503))
    assert not robots.allowed(serve(server, ""))
    times.append(NOW + timedelta(hours=2))
    assert robots.allowed(server.url("/news/story"))


def test_what_was_read_can_be_given_to_the_next_run(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    url = serve(server, "User-agent: *\nDisallow: /news\nCrawl-delay: 7\n")
    first = Robots(make_fetcher())
    assert not first.allowed(url)
    fetcher = make_fetcher()
    again = Robots(fetcher, Readings(first.read))
    assert not again.allowed(url)
    assert fetcher.pace.delay("127.0.0.1") == 7
    assert len(server.asked) == 1
    assert again.read == []


@pytest.mark.parametrize(("asked", "kept"), [("7", 7), ("0.5", 0.5), ("1000000", 300), ("-3", 0), ("soon", 0)])
def test_a_crawl_delay_is_kept_and_capped(
    server: FaultServer, make_fetcher: MakeFetcher, asked: str, kept: float
) -> None:
    fetcher = make_fetcher()
    assert Robots(fetcher).allowed(serve(server, f"User-agent: *\nCrawl-delay: {asked}\n"))
    assert fetcher.pace.delay("127.0.0.1") == kept
