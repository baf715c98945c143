"""What the network and servers do wrong, by the numbers of the list of faults: no fault ever gives a whole page."""

import asyncio
import gzip
import socket
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsdiff.errors import FetchError, HttpError, NetworkError, RefusedError
from newsdiff.fetch import Fetcher, Want
from tests.kit.fault_server import (
    PAGE,
    FaultServer,
    Peer,
    answer,
    drip,
    hang,
    head,
    in_turn,
    raw,
    redirect,
    reset,
    zipped,
)
from tests.kit.fetching import NOW, MakeFetcher

HASTY = 1.0  # seconds: the deadline of a fetcher whose server never ends
HANGS = 60.0  # seconds: what takes longer was not ended by any deadline, however busy the machine is


@contextmanager
def within(seconds: float = HANGS) -> Iterator[None]:
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def refused(fetcher: Fetcher, url: str, match: str, **kw: object) -> NetworkError:
    with within(), pytest.raises(NetworkError, match=match) as caught:
        fetcher.get(url, **kw)  # type: ignore[arg-type]
    return caught.value


def test_a_right_answer_is_a_page(server: FaultServer, fetcher: Fetcher) -> None:
    url = server.on("/a", answer(etag='"1"', last_modified="Sun, 01 Mar 2026 10:00:00 GMT"))
    page = fetcher.get(url)
    assert (page.status, page.body, page.url, page.final_url) == (200, PAGE, url, url)
    assert (page.etag, page.last_modified) == ('"1"', "Sun, 01 Mar 2026 10:00:00 GMT")
    assert (page.fetched_at, page.content_type) == (NOW, "text/html; charset=utf-8")
    assert (page.truncated, page.permanent_url) == (False, None)


def test_one_connection_serves_many_requests(server: FaultServer, fetcher: Fetcher) -> None:
    ports = []

    async def play(peer: Peer) -> bool:
        ports.append(peer.writer.get_extra_info("peername")[1])
        await peer.send(head(content_length=str(len(PAGE))) + PAGE)
        return True

    url = server.on("/a", play)
    for _ in range(3):
        fetcher.get(url)
    assert len(set(ports)) == 1


def test_01_a_refused_connection_is_tried_again(make_fetcher: MakeFetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    pauses: list[float] = []
    error = refused(make_fetcher(deadline=10, sleep=pauses.append), f"http://127.0.0.1:{port}/", "could not be reached")
    assert error.transient
    assert pauses == [0.5, 1.0]


@pytest.mark.parametrize("error", [socket.gaierror(-2, "not known"), socket.gaierror(-3, "Temporary failure")])
def test_02_an_unknown_host_is_unreachable(make_fetcher: MakeFetcher, error: OSError) -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise error

    assert refused(make_fetcher(resolver=resolver), "http://gone.example/", "host is unknown").transient


def test_02_a_name_server_that_hangs_is_left_behind(make_fetcher: MakeFetcher) -> None:
    def resolver(host: str, port: int) -> list[str]:
        time.sleep(4)
        return ["127.0.0.1"]

    assert refused(make_fetcher(resolver=resolver, deadline=HASTY), "http://slow.example/", "no answer").transient


def test_02_a_host_without_addresses_is_unreachable(make_fetcher: MakeFetcher) -> None:
    assert refused(make_fetcher(resolver=lambda host, port: []), "http://none.example/", "no address").transient


@pytest.mark.parametrize(("shown", "asked", "days"), [("a.example", "b.example", 2), ("a.example", "a.example", 0)])
def test_03_a_wrong_or_expired_certificate_is_an_error(
    tls_server: Callable[..., FaultServer], make_fetcher: MakeFetcher, ca: Path, shown: str, asked: str, days: int
) -> None:
    server = tls_server(shown, days=days)
    server.on("/", answer())
    error = refused(make_fetcher(ca_file=str(ca)), server.url("/", asked), "certificate")
    assert not error.transient
    assert server.asked == []


def test_03_a_certificate_of_an_unknown_authority_is_an_error(
    tls_server: Callable[..., FaultServer], make_fetcher: MakeFetcher
) -> None:
    server = tls_server("a.example")
    refused(make_fetcher(), server.url("/", "a.example"), "certificate")
    assert server.asked == []


def test_03_a_right_certificate_is_taken(
    tls_server: Callable[..., FaultServer], make_fetcher: MakeFetcher, ca: Path
) -> None:
    server = tls_server("a.example")
    server.on("/", answer())
    assert make_fetcher(ca_file=str(ca)).get(server.url("/", "a.example")).body == PAGE


def test_04_a_redirect_from_https_to_http_is_refused(
    tls_server: Callable[..., FaultServer], server: FaultServer, make_fetcher: MakeFetcher, ca: Path
) -> None:
    secure = tls_server("a.example")
    secure.on("/", redirect(server.on("/plain", answer())))
    with pytest.raises(RefusedError, match="https to http"):
        make_fetcher(ca_file=str(ca)).get(secure.url("/", "a.example"))
    assert server.asked == []


@pytest.mark.parametrize(
    ("number", "play"),
    [
        ("05 accepts, then hangs", hang()),
        ("05 head, then hangs", hang(head(content_length="1000"))),
        ("05 half a page, then hangs", hang(head(content_length="1000") + PAGE)),
        ("06 slow body", drip(head(content_length="100000"), b"x")),
        ("06 slow chunks", drip(head(transfer_encoding="chunked"), b"1\r\nx\r\n")),
        ("07 slow headers", drip(b"HTTP/1.1 200 OK\r\n", b"x")),
        ("07 slow header lines", drip(b"HTTP/1.1 200 OK\r\n", b"x: y\r\n", 0.2)),
        ("07 interim answers", drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", 0.2)),
    ],
)
def test_05_06_07_slowness_ends_at_the_deadline(
    server: FaultServer, make_fetcher: MakeFetcher, number: str, play: Callable[[Peer], object]
) -> None:
    assert refused(make_fetcher(deadline=HASTY), server.on("/", play), "in time").transient  # type: ignore[arg-type]


def test_05_a_tls_handshake_that_hangs_ends_at_the_deadline(make_fetcher: MakeFetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        refused(make_fetcher(deadline=HASTY), f"https://a.example:{port}/", "in time")


def test_08_a_reset_connection_is_tried_again(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    assert make_fetcher(deadline=5).get(server.on("/", in_turn(reset(), reset(), answer()))).body == PAGE
    assert len(server.asked) == 3


def test_08_a_server_that_always_resets_is_unreachable(server: FaultServer, fetcher: Fetcher) -> None:
    assert refused(fetcher, server.on("/", reset()), "could not be reached").transient
    assert refused(fetcher, server.on("/closed", raw()), "could not be reached").transient


def test_09_a_body_shorter_than_promised_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    error = refused(fetcher, server.on("/", raw(head(content_length="500") + PAGE)), "ends early")
    assert not error.transient


def test_09_a_body_reset_half_way_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    assert not refused(fetcher, server.on("/", reset(head(content_length="500") + PAGE)), "ends early").transient


def chunk(piece: bytes) -> bytes:
    return f"{len(piece):x}\r\n".encode() + piece + b"\r\n"


def test_10_chunks_that_do_not_end_are_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    start = head(transfer_encoding="chunked")
    refused(fetcher, server.on("/cut", raw(start + chunk(PAGE))), "ends early")
    refused(fetcher, server.on("/half", raw(start + chunk(PAGE)[:-20])), "ends early")
    refused(fetcher, server.on("/bad", raw(start + chunk(PAGE) + b"zz\r\n")), "ends early|could not be read")
    page = fetcher.get(server.on("/whole", raw(start + chunk(PAGE[:40]) + chunk(PAGE[40:]) + b"0\r\n\r\n")))
    assert (page.body, page.truncated) == (PAGE, False)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_11_no_length_and_an_early_close_is_marked(server: FaultServer, fetcher: Fetcher, part: float) -> None:
    cut = PAGE[: int(len(PAGE) * part)]
    page = fetcher.get(server.on("/", raw(head() + cut)))
    assert (page.body, page.truncated) == (cut, True)


def test_11_no_length_but_a_whole_page_is_not_marked(server: FaultServer, fetcher: Fetcher) -> None:
    assert not fetcher.get(server.on("/a", raw(head() + PAGE))).truncated
    assert not fetcher.get(server.on("/b", raw(head() + PAGE + b"\n<!-- cached -->\n"))).truncated
    assert fetcher.get(server.on("/c", raw(head(content_type="text/plain") + b"One story."))).truncated


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_12_a_length_that_is_too_short_is_marked(server: FaultServer, fetcher: Fetcher, part: float) -> None:
    length = int(len(PAGE) * part)
    page = fetcher.get(server.on("/", raw(head(content_length=str(length)) + PAGE)))
    assert (len(page.body), page.truncated) == (length, True)


@pytest.mark.parametrize("missing", [1, 4, 8, 12, 40])
def test_13_a_gzip_stream_that_is_cut_is_an_error(server: FaultServer, fetcher: Fetcher, missing: int) -> None:
    packed = gzip.compress(PAGE)[:-missing]
    refused(fetcher, server.on("/", answer(packed, content_encoding="gzip")), "gzip stream ends early")
    refused(fetcher, server.on("/close", raw(head(content_encoding="gzip") + packed)), "gzip stream ends early")


def test_14_bad_gzip_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    packed = gzip.compress(PAGE)
    wrong_sum = packed[:-8] + bytes(b ^ 255 for b in packed[-8:-4]) + packed[-4:]
    for path, body in {"/plain": PAGE, "/noise": b"\x1f\x8b" + bytes(range(200)), "/sum": wrong_sum}.items():
        refused(fetcher, server.on(path, answer(body, content_encoding="gzip")), "gzip stream is broken")


def test_15_a_gzip_bomb_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    assert len(bomb) < 400_000
    refused(fetcher, server.on("/", answer(bomb, content_encoding="gzip")), "unpacks to more than")
    refused(fetcher, server.on("/2", answer(gzip.compress(bomb), content_encoding="gzip, gzip")), "unpacks to more")
    members = answer(gzip.compress(b"") * 20_000, content_encoding="gzip")
    refused(fetcher, server.on("/3", members), "members")


def test_16_gzip_in_gzip_is_taken_twice_and_no_deeper(server: FaultServer, fetcher: Fetcher) -> None:
    twice = gzip.compress(gzip.compress(PAGE))
    assert fetcher.get(server.on("/one", zipped())).body == PAGE
    assert fetcher.get(server.on("/named", answer(twice, content_encoding="gzip, gzip"))).body == PAGE
    assert fetcher.get(server.on("/hidden", answer(twice, content_encoding="gzip"))).body == PAGE
    refused(fetcher, server.on("/three", answer(gzip.compress(twice), content_encoding="gzip")), "more than 2 times")


def test_16_members_of_one_file_are_joined(server: FaultServer, fetcher: Fetcher) -> None:
    body = gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]) + b"\x00\x00"
    assert fetcher.get(server.on("/", answer(body, content_encoding="x-gzip"))).body == PAGE


@pytest.mark.parametrize("coding", ["br", "zstd", "deflate", "gzip, br", "\u00fc"])
def test_17_only_gzip_is_offered_and_taken(server: FaultServer, fetcher: Fetcher, coding: str) -> None:
    refused(fetcher, server.on("/", answer(PAGE, content_encoding=coding)), "which was not asked for")
    assert server.asked[0].headers["accept-encoding"] == "gzip"


def test_18_an_endless_body_ends_at_the_cap(server: FaultServer, fetcher: Fetcher) -> None:
    block = b"x" * 65_536
    refused(fetcher, server.on("/", drip(head(transfer_encoding="chunked"), chunk(block), 0)), "larger than 1,000,000")
    refused(fetcher, server.on("/close", drip(head(), block, 0)), "larger than")
    refused(fetcher, server.on("/long", hang(head(content_length="4000000000"))), "larger than")


def test_19_a_huge_header_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    refused(fetcher, server.on("/one", answer(set_cookie="x" * 3_000_000)), "could not be read")
    refused(fetcher, server.on("/sum", answer(**{f"h{n}": "x" * 8000 for n in range(9)})), "header is too large")


def test_20_too_many_headers_are_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    refused(fetcher, server.on("/", answer(**{f"h{n}": "x" for n in range(5000)})), "header is too large")
    assert fetcher.get(server.on("/few", answer(**{f"h{n}": "x" for n in range(90)}))).body == PAGE


@pytest.mark.parametrize("garbage", [b"SSH-2.0-OpenSSH_9\r\n", b"\x00" * 100, PAGE, b"HTTP/9.9 200 OK\r\n\r\n" + PAGE])
def test_21_what_is_no_http_is_an_error(server: FaultServer, fetcher: Fetcher, garbage: bytes) -> None:
    refused(fetcher, server.on("/", raw(garbage)), "could not be read")


def test_22_a_circle_of_redirects_ends(server: FaultServer, fetcher: Fetcher) -> None:
    for n in range(12):
        server.on(f"/{n}", redirect(f"/{n + 1}"))
    for url in (server.url("/0"), server.on("/self", redirect("/self")), server.on("/b", redirect("/c"))):
        server.on("/c", redirect("/b"))
        with within(), pytest.raises(HttpError, match="circle"):
            fetcher.get(url)
    assert server.paths().count("/self") == 2
    assert "/11" not in server.paths()


def test_22_ten_redirects_are_followed(server: FaultServer, fetcher: Fetcher) -> None:
    for n in range(10):
        server.on(f"/{n}", redirect(f"/{n + 1}"))
    server.on("/10", answer())
    assert fetcher.get(server.url("/0")).final_url == server.url("/10")


def test_22_a_page_that_sets_a_cookie_and_sends_one_back_is_read(server: FaultServer, fetcher: Fetcher) -> None:
    url = server.on("/", in_turn(redirect("/", set_cookie="seen=1"), answer()))
    assert fetcher.get(url).body == PAGE
    assert server.asked[1].headers["cookie"] == "seen=1"
    fetcher.get(url)
    assert "cookie" not in server.asked[2].headers


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "//user@127.0.0.1/",
        "http:\\\\127.0.0.1\\",
        "http://2130706433/",
    ],
)
def test_23_a_redirect_out_of_the_web_is_refused(server: FaultServer, fetcher: Fetcher, location: str) -> None:
    with pytest.raises(RefusedError):
        fetcher.get(server.on("/", redirect(location)))
    assert server.paths() == ["/"]


def test_24_the_page_tells_where_it_was_found(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/", answer())
    page = fetcher.get(server.on("/story", redirect("/")))
    assert (page.url, page.final_url, page.permanent_url) == (server.url("/story"), server.url("/"), None)


def test_25_a_permanent_move_is_told_when_every_hop_is_permanent(server: FaultServer, fetcher: Fetcher) -> None:
    new = server.on("/new", answer())
    server.on("/between", redirect("/new", 308))
    assert fetcher.get(server.on("/old", redirect("/between", 301))).permanent_url == new
    server.on("/between", redirect("/new", 302))
    assert fetcher.get(server.url("/old")).permanent_url is None


def test_26_the_login_host_is_seen(server: FaultServer, fetcher: Fetcher) -> None:
    server.on("/login", answer())
    url = server.on("/story", redirect(server.url("/login", "login.example")))
    assert fetcher.get(url).final_url == server.url("/login", "login.example")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("1000000000", 86_400),
        ("9" * 500, 86_400),
        ("Sun, 01 Mar 2026 12:10:00 GMT", 600),
        ("Sun, 01 Mar 2099 12:10:00 GMT", 86_400),
        ("Sun, 01 Mar 2020 12:10:00 GMT", None),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("Sun, 99 Mar 2026 99:10:00 GMT", None),
    ],
)
def test_28_retry_after_is_read_and_capped(
    server: FaultServer, fetcher: Fetcher, value: str, seconds: float | None
) -> None:
    with pytest.raises(HttpError) as caught:
        fetcher.get(server.on("/", answer(b"", 429, retry_after=value)))
    assert (caught.value.status, caught.value.retry_after, caught.value.transient) == (429, seconds, True)
    assert len(server.asked) == 1


def test_28_a_date_is_read_against_the_servers_clock(server: FaultServer, fetcher: Fetcher) -> None:
    dates = {"retry_after": "Wed, 01 Jan 2020 00:00:30 GMT", "date": "Wed, 01 Jan 2020 00:00:00 GMT"}
    with pytest.raises(HttpError) as caught:
        fetcher.get(server.on("/", answer(b"", 503, **dates)))
    assert caught.value.retry_after == 30


def test_29_503_is_not_tried_again_at_once(server: FaultServer, fetcher: Fetcher) -> None:
    with pytest.raises(HttpError) as caught:
        fetcher.get(server.on("/", answer(b"", 503)))
    assert (caught.value.status, caught.value.transient, len(server.asked)) == (503, True, 1)


@pytest.mark.parametrize("status", [500, 502, 504])
def test_30_other_server_errors_are_tried_twice_more(
    server: FaultServer, make_fetcher: MakeFetcher, status: int
) -> None:
    fetcher = make_fetcher(deadline=5)
    assert fetcher.get(server.on("/a", in_turn(answer(b"", status), answer(b"", status), answer()))).body == PAGE
    with pytest.raises(HttpError) as caught:
        fetcher.get(server.on("/b", answer(b"", status)))
    assert (caught.value.status, caught.value.transient) == (status, True)
    assert server.paths().count("/b") == 3


@pytest.mark.parametrize(
    "status", [400, 401, 402, 403, 404, 406, 410, 418, 451, 201, 202, 204, 205, 206, 226, 300, 305, 999]
)
def test_31_32_33_37_no_other_status_brings_a_page(server: FaultServer, fetcher: Fetcher, status: int) -> None:
    with pytest.raises(HttpError, match=f"status {status}") as caught:
        fetcher.get(
            server.on("/", raw(head(status, content_length="0" if status in (204, 205) else str(len(PAGE))) + PAGE))
        )
    assert (caught.value.status, caught.value.transient) == (status, False)
    assert len(server.asked) == 1


def test_32_an_endless_error_page_is_an_error_page(server: FaultServer, fetcher: Fetcher) -> None:
    with within(), pytest.raises(HttpError) as caught:
        fetcher.get(server.on("/", drip(head(404), b"x" * 65_536, 0)))
    assert caught.value.status == 404


def test_35_validators_are_sent_and_304_is_a_page_without_body(server: FaultServer, fetcher: Fetcher) -> None:
    page = fetcher.get(server.on("/", answer(b"", 304)), etag='"1"', last_modified="Sun, 01 Mar 2026 10:00:00 GMT")
    assert (page.status, page.body, page.truncated) == (304, b"", False)
    assert server.asked[0].headers["if-none-match"] == '"1"'
    assert server.asked[0].headers["if-modified-since"] == "Sun, 01 Mar 2026 10:00:00 GMT"


def test_35_304_without_validators_is_an_error(server: FaultServer, fetcher: Fetcher) -> None:
    with pytest.raises(HttpError, match="304"):
        fetcher.get(server.on("/", answer(b"", 304)))
    assert "if-none-match" not in server.asked[0].headers


@pytest.mark.parametrize("play", [answer(b""), answer(b" \r\n\t"), raw(head()), zipped(b"")])
def test_36_an_empty_page_is_an_error(server: FaultServer, fetcher: Fetcher, play: Callable[[Peer], object]) -> None:
    with pytest.raises(HttpError, match="empty"):
        fetcher.get(server.on("/", play))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "body", "told"),
    [
        ("application/pdf", b"%PDF-1.7", "application/pdf"),
        ("image/png", b"\x89PNG", "image/png"),
        ("application/json", b'{"a": 1}', "application/json"),
        ("text/html", b"%PDF-1.7 ...", "application/pdf"),
        ("text/html", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("application/octet-stream", b"\x01\x02\x03", "application/octet-stream"),
        ("", b"\x01\x02\x03", "octet-stream"),
        ("text/\x1b[31mred", b"x", "text/"),
    ],
)
def test_38_another_type_is_an_error_that_names_it(
    server: FaultServer, fetcher: Fetcher, kind: str, body: bytes, told: str
) -> None:
    with pytest.raises(HttpError, match=told) as caught:
        fetcher.get(server.on("/", answer(body, content_type=kind)))
    assert caught.value.status == 200
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "kind", ["text/html", "TEXT/HTML; charset=x", "application/xhtml+xml", "", "application/rss+xml"]
)
def test_38_pages_and_feeds_are_taken(server: FaultServer, fetcher: Fetcher, kind: str) -> None:
    assert fetcher.get(server.on("/", answer(content_type=kind))).body == PAGE


@pytest.mark.parametrize(
    "kind",
    [
        "text",
        "html",
        "text/html charset=utf-8",
        "text/html, text/html; charset=utf-8",
        "*/*",
        "text/html, */*",
        "text/htm",
        "text/x-server-parsed-html",
        "application/html",
        "text/html;charset=utf-8;",
        "; charset=utf-8",
        "none",
    ],
)
def test_11_a_type_that_means_nothing_is_no_type(server: FaultServer, fetcher: Fetcher, kind: str) -> None:
    page = fetcher.get(server.on("/", answer(content_type=kind)))
    assert page.body == PAGE
    assert not page.truncated
    with pytest.raises(HttpError, match="not a page"):
        fetcher.get(server.on("/text", answer(b"a: 1, b: 2", content_type=kind.replace("text/html", "x"))))


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/pdf", "application/json", "font/woff2"])
def test_11_a_type_that_means_something_else_is_believed(server: FaultServer, fetcher: Fetcher, kind: str) -> None:
    with pytest.raises(HttpError, match=kind):
        fetcher.get(server.on("/", answer(content_type=kind)))


@pytest.mark.parametrize("body", [b"body { margin: 0 }", b"a,b\n1,2", b"WEBVTT", b"if (a < b) {}"])
def test_11_a_text_that_is_no_page_is_none(server: FaultServer, fetcher: Fetcher, body: bytes) -> None:
    with pytest.raises(HttpError, match="it is text/other, not a page"):
        fetcher.get(server.on("/", answer(body, content_type="text/other; charset=utf-8")))


def test_11_a_list_may_be_json_without_a_name(server: FaultServer, fetcher: Fetcher) -> None:
    url = server.on("/j", answer(b'{"items": []}', content_type="json"))
    assert fetcher.get(url, want=Want.LIST).body == b'{"items": []}'
    with pytest.raises(HttpError, match="it is json, not a page"):
        fetcher.get(url)


@pytest.mark.parametrize("coding", ["none", "UTF-8", "text/html", "", "identity", "8bit, none", "chunked"])
def test_11_a_coding_that_means_nothing_is_none(server: FaultServer, fetcher: Fetcher, coding: str) -> None:
    assert fetcher.get(server.on("/", answer(content_encoding=coding))).body == PAGE
    packed = answer(gzip.compress(PAGE), content_encoding=f"gzip, {coding}")
    assert fetcher.get(server.on("/packed", packed)).body == PAGE


@pytest.mark.parametrize("coding", ["none", "x-snappy"])
def test_11_a_coding_that_nobody_knows_is_one_where_the_body_is_no_text(
    server: FaultServer, fetcher: Fetcher, coding: str
) -> None:
    packed = zlib.compress(PAGE)[2:]
    refused(fetcher, server.on("/", answer(packed, content_encoding=coding)), f"encoded as {coding}, which was not")


def test_38_a_list_may_be_json_or_packed(server: FaultServer, fetcher: Fetcher) -> None:
    feed = b'{"version": "https://jsonfeed.org/version/1.1", "items": []}'
    assert fetcher.get(server.on("/j", answer(feed, content_type="application/json")), want=Want.LIST).body == feed
    packed = answer(gzip.compress(b"<urlset/>"), content_type="application/x-gzip")
    assert fetcher.get(server.on("/s.xml.gz", packed), want=Want.LIST).body == b"<urlset/>"


def test_40_a_proxy_that_is_down_is_unreachable(make_fetcher: MakeFetcher) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    error = refused(make_fetcher(proxy=f"http://127.0.0.1:{port}"), "http://a.example/", "could not be reached")
    assert error.transient


def test_40_a_proxy_is_asked_for_the_page(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    server.on("http://a.example/story", answer())
    fetcher = make_fetcher(proxy=server.url(""), allow_private=False)
    assert fetcher.get("http://a.example/story").body == PAGE
    assert server.asked[0].headers["host"] == "a.example"


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/", "http://[::1]/", "http://localhost/", "http://nas.local/", "http://intranet/"]
)
def test_40_a_proxy_is_not_asked_for_what_is_local(server: FaultServer, make_fetcher: MakeFetcher, url: str) -> None:
    with pytest.raises(RefusedError):
        make_fetcher(proxy=server.url(""), allow_private=False).get(url)
    assert server.asked == []


def test_40_no_proxy_is_read_from_the_environment(
    server: FaultServer, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetcher.get(server.on("/", answer())).body == PAGE


def test_42_ipv6_alone_works(make_fetcher: MakeFetcher) -> None:
    with FaultServer(family_host="::1") as server:
        server.on("/", answer())
        assert make_fetcher().get(server.url("/")).body == PAGE
        assert make_fetcher(resolver=lambda h, p: ["::1"]).get(server.url("/", "six.example")).body == PAGE


def test_42_broken_ipv6_falls_back_within_the_deadline(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    server.on("/", answer())
    for broken in ("2001:4860:ffff::1", "::1"):  # no route, or nobody listens
        with within():
            page = make_fetcher(resolver=lambda h, p, b=broken: [b, "127.0.0.1"]).get(server.url("/", "both.example"))
        assert page.body == PAGE


def test_errors_do_not_show_secrets(server: FaultServer, fetcher: Fetcher) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(server.on("/a", answer(b"", 404)) + "?api_key=hunter2")
    assert "hunter2" not in str(caught.value) + caught.value.url
    with pytest.raises(FetchError) as caught:
        fetcher.get("http://me:hunter2@127.0.0.1/")
    assert "hunter2" not in str(caught.value) + caught.value.url


def test_signals_are_not_lost_in_a_callback(server: FaultServer, fetcher: Fetcher) -> None:
    import _thread
    import signal
    import threading

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs behind it
    try:
        threading.Timer(0.3, _thread.interrupt_main).start()
        with within(), pytest.raises(KeyboardInterrupt):
            fetcher.get(server.on("/", drip(head(content_length="100000"), b"x", 0.001)))
    finally:
        signal.signal(signal.SIGINT, before)


def test_two_plays_at_once_do_not_disturb_the_server(server: FaultServer) -> None:
    async def both() -> list[bytes]:
        return [await one() for _ in range(2)]

    async def one() -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        line = await reader.readline()
        writer.close()
        return line

    server.on("/", answer())
    assert asyncio.run(both()) == [b"HTTP/1.1 200 X\r\n"] * 2


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_15_18_bombs_and_endless_bodies_stay_small_in_memory(server: FaultServer) -> None:
    """Measured in a process of its own: the most memory it ever held, in KiB."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    urls = (
        server.on("/bomb", answer(bomb, content_encoding="gzip")),
        server.on("/endless", drip(head(), b"x" * 65_536, 0)),
        server.on("/headers", drip(b"HTTP/1.1 200 OK\r\n", b"x: " + b"y" * 9000 + b"\r\n", 0)),
    )
    command = [sys.executable, "-c", _MEASURE, *urls]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    errors, most = run.stdout.split()
    assert int(errors) == len(urls)
    assert int(most) < 150_000


_MEASURE = r"""
import re, sys
from datetime import UTC, datetime
from newsdiff.errors import NetworkError
from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings

errors = 0
settings = FetchSettings(allow_private=True, delay=0, deadline=20)
with Fetcher(settings, clock=lambda: datetime(2026, 3, 1, tzinfo=UTC)) as f:
    for url in sys.argv[1:]:
        try:
            f.get(url)
        except NetworkError:
            errors += 1
print(errors, re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1])
"""
