"""URL to page: what a fetcher asks with, what it makes of the answer, when it tries again and when it waits."""

from datetime import timedelta

import pytest

from newsdiff import __version__
from newsdiff.errors import ConfigError, HttpError, NetworkError, RefusedError
from newsdiff.fetch import Fetcher
from newsdiff.fetch.client import HostRests
from newsdiff.fetch.kinds import Want
from newsdiff.fetch.pace import Pace
from tests.kit.fault_server import PAGE, FaultServer, answer, hang, in_turn, raw, redirect
from tests.kit.fetching import NOW, MakeFetcher


def test_a_page_is_what_the_server_sent(server: FaultServer, fetcher: Fetcher) -> None:
    url = server.on("/a", answer(PAGE, etag='"1"', last_modified="Sun, 01 Mar 2026 12:00:00 GMT"))
    page = fetcher.get(url)
    assert (page.url, page.final_url, page.status, page.body, page.fetched_at) == (url, url, 200, PAGE, NOW)
    assert (page.etag, page.last_modified) == ('"1"', "Sun, 01 Mar 2026 12:00:00 GMT")
    assert (page.permanent_url, page.truncated) == (None, False)


@pytest.mark.parametrize(("contact", "end"), [("", ""), ("ann@post.example", " (+ann@post.example)")])
def test_it_says_who_it_is(server: FaultServer, make_fetcher: MakeFetcher, contact: str, end: str) -> None:
    make_fetcher(contact=contact).get(server.on("/a", answer()))
    asked = server.asked[-1].headers
    assert asked["user-agent"] == f"newsdiff/{__version__}{end}"
    assert asked["accept-encoding"] == "gzip"


def test_headers_of_a_site_take_the_place_of_its_own(server: FaultServer, fetcher: Fetcher) -> None:
    fetcher.get(server.on("/a", answer()), headers=[("user-agent", "reader"), ("Cookie", "a=b"), ("Cookie", "c=d")])
    asked = server.asked[-1].headers
    assert (asked["user-agent"], asked["cookie"]) == ("reader", "a=b; c=d")


@pytest.mark.parametrize("header", [("X-A", "b\r\nX-C: d"), ("X A", "b"), ("X:", "b"), ("Ü", "b"), ("", "b")])
def test_a_header_that_is_none_is_not_sent(server: FaultServer, fetcher: Fetcher, header: tuple[str, str]) -> None:
    with pytest.raises(ConfigError):
        fetcher.get(server.on("/a", answer()), headers=[header])
    assert server.asked == []


def test_a_value_of_any_letters_is_sent(server: FaultServer, fetcher: Fetcher) -> None:
    fetcher.get(server.on("/a", answer()), headers=[("X-A", "ü習"), ("Cookie", "a=é")], etag='"ü"')
    asked = {name: value.encode("latin-1").decode() for name, value in server.asked[-1].headers.items()}
    assert (asked["x-a"], asked["cookie"], asked["if-none-match"]) == ("ü習", "a=é", '"ü"')


def test_a_validator_that_was_no_text_is_not_given_back(server: FaultServer, fetcher: Fetcher) -> None:
    begun = b'HTTP/1.1 200 X\r\nContent-Type: text/html\r\nETag: "\xfc"\r\nContent-Length: %d\r\n\r\n' % len(PAGE)
    url = server.on("/a", raw(begun + PAGE))
    page = fetcher.get(url)
    assert fetcher.get(url, etag=page.etag).status == 200
    assert "if-none-match" not in server.asked[-1].headers


def test_each_further_hop_is_told_and_may_be_refused(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/c", answer())
    server.on("/b", redirect("/c"))
    seen: list[str] = []
    fetcher.get(server.on("/a", redirect("/b")), on_redirect=seen.append)
    assert seen == [server.url("/b"), server.url("/c")]

    def refuse(url: str) -> None:
        raise RefusedError("no", url=url)

    many = len(server.asked)
    with pytest.raises(RefusedError):
        fetcher.get(server.url("/a"), on_redirect=refuse)
    assert len(server.asked) == many + 1


def test_what_fails_for_a_moment_is_tried_again_after_a_pause(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    pauses: list[float] = []
    fetcher = make_fetcher(sleep=pauses.append)
    assert fetcher.get(server.on("/a", in_turn(answer(b"", 502), answer(b"", 504), answer()))).body == PAGE
    assert [pause for pause in pauses if pause] == [0.5, 1.0]
    with pytest.raises(HttpError, match="502"):
        fetcher.get(server.on("/b", answer(b"", 502)))
    assert server.paths().count("/b") == 3


def test_what_is_for_good_is_asked_once(server: FaultServer, fetcher: Fetcher) -> None:
    with pytest.raises(HttpError) as told:
        fetcher.get(server.on("/a", answer(b"", 410)))
    assert (told.value.status, told.value.transient, server.paths()) == (410, False, ["/a"])


def test_a_host_that_asks_for_patience_is_left_alone(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    now = NOW
    pace = Pace()
    fetcher = make_fetcher(clock=lambda: now)
    fetcher.pace = pace
    with pytest.raises(HttpError, match="429"):
        fetcher.get(server.on("/a", answer(b"", 429, retry_after="60")))
    server.on("/b", answer())
    with pytest.raises(HostRests, match="is left alone until"):
        fetcher.get(server.url("/b"))
    assert server.paths() == ["/a"]
    now += timedelta(seconds=61)
    assert fetcher.get(server.url("/b")).status == 200


def test_one_deadline_holds_for_all_hops(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    server.on("/b", hang())
    with pytest.raises(NetworkError, match="in time"):
        make_fetcher(deadline=0.3).get(server.on("/a", redirect("/b")))


def test_the_first_bytes_may_be_enough(server: FaultServer, fetcher: Fetcher) -> None:
    page = fetcher.get(server.on("/a", answer(PAGE)), cut_at=15)
    assert (page.body, page.truncated) == (PAGE[:15], False)


@pytest.mark.parametrize(("want", "taken"), [(Want.PAGE, False), (Want.ANY, True)])
def test_what_is_no_page_is_taken_where_anything_is(
    server: FaultServer, fetcher: Fetcher, want: Want, taken: bool
) -> None:
    url = server.on("/a.png", answer(b"\x89PNG\r\n\x1a\n", content_type="image/png"))
    if taken:
        assert fetcher.get(url, want=want).body.startswith(b"\x89PNG")
    else:
        with pytest.raises(HttpError, match="not a page"):
            fetcher.get(url, want=want)


def test_without_a_proof_a_page_may_be_cut(server: FaultServer, fetcher: Fetcher) -> None:
    begun = b"HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n<html><body><p>One story"
    assert fetcher.get(server.on("/a", raw(begun))).truncated
    assert not fetcher.get(server.on("/b", raw(begun + b".</p></body></html>"))).truncated


@pytest.mark.parametrize("url", ["", "ftp://post.example/", "http://10.0.0.1/"])
def test_nothing_is_sent_where_the_gate_is_shut(make_fetcher: MakeFetcher, url: str) -> None:
    with pytest.raises(RefusedError):
        make_fetcher(allow_private=False).get(url)
