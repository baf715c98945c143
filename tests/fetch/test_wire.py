"""One request, one answer, by real sockets: what is sent, what comes back, where a connection may go."""

import ipaddress
from collections.abc import Iterator

import pytest

from newsdiff.errors import NetworkError
from newsdiff.fetch.guard import aim
from newsdiff.fetch.wire import MAX_HEADERS, Request, Wire, Wires
from tests.kit.fault_server import PAGE, FaultServer, answer, hang, head, raw, redirect

HERE = ipaddress.ip_address("127.0.0.1")


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with FaultServer() as started:
        yield started


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    wire = Wire()
    yield wire
    wire.close()


def request(url: str, **more: object) -> Request:
    wanted = {"headers": (), "cookie": "", "seconds": 10.0, "limit": 10_000} | more
    return Request(aim(url), (HERE,), **wanted)  # type: ignore[arg-type]


def test_an_answer_has_its_head_and_its_body_as_they_were_sent(server: FaultServer, wire: Wire) -> None:
    found = wire.ask(request(server.on("/a", answer(PAGE, etag='"1"'))))
    assert (found.head.status, found.head.get("etag"), found.body) == (200, '"1"', PAGE)


def test_headers_and_cookie_are_sent_and_forgotten(server: FaultServer, wire: Wire) -> None:
    url = server.on("/headers", answer(PAGE, set_cookie="seen=1"))
    wire.ask(request(url, headers=("User-Agent: newsdiff", "X-Key: ü習"), cookie="a=b"))
    first = server.asked[-1].headers
    assert (first["user-agent"], first["cookie"]) == ("newsdiff", "a=b")
    assert first["x-key"].encode("latin-1").decode() == "ü習"
    wire.ask(request(url))
    assert server.asked[-1].headers["cookie"] == "seen=1"  # of the same chain
    wire.forget()
    wire.ask(request(url))
    assert "cookie" not in server.asked[-1].headers
    wire.forget()


def test_a_form_is_posted_and_the_next_request_gets_again(server: FaultServer, wire: Wire) -> None:
    url = server.on("/form", answer(PAGE))
    wire.ask(request(url, form=b"a=1"))
    assert (server.asked[-1].method, server.asked[-1].headers["content-length"]) == ("POST", "3")


@pytest.mark.parametrize("status", [301, 304, 404, 500])
def test_no_body_is_read_of_another_status(server: FaultServer, wire: Wire, status: int) -> None:
    play = redirect("/b", 301) if status == 301 else answer(b"" if status == 304 else b"an error", status)
    found = wire.ask(request(server.on(f"/{status}", play)))
    assert (found.head.status, found.body) == (status, b"")


@pytest.mark.parametrize(("limit", "cut", "size"), [(len(PAGE), False, len(PAGE)), (10, True, 10), (0, True, 0)])
def test_so_much_may_come_back(server: FaultServer, wire: Wire, limit: int, cut: bool, size: int) -> None:
    found = wire.ask(request(server.on("/size", answer(PAGE)), limit=limit, cut=cut))
    assert found.body == PAGE[:size]


@pytest.mark.parametrize("play", [answer(PAGE), raw(head() + PAGE)], ids=["told", "untold"])
def test_more_is_an_error(server: FaultServer, wire: Wire, play: object) -> None:
    with pytest.raises(NetworkError, match="larger than 20 bytes") as told:
        wire.ask(request(server.on("/more", play), limit=20))  # type: ignore[arg-type]
    assert not told.value.transient


@pytest.mark.parametrize(
    ("play", "words", "transient"),
    [
        (hang(), "no whole answer in time", True),
        (hang(head(content_length="9") + b"x"), "no whole answer in time", True),
        (raw(b""), "could not be reached", True),
        (raw(head(content_length="900") + b"x"), "it ends early", False),
        (raw(b"SSH-2.0-x\r\n\r\n"), "no valid HTTP answer", False),
        (raw(b"HTTP/1.1 200 X\r\n" + b"A: b\r\n" * (MAX_HEADERS + 1) + b"\r\n"), "header is too large", False),
    ],
    ids=["silent", "stuck", "closed", "short", "other", "headers"],
)
def test_what_went_wrong_is_told(server: FaultServer, wire: Wire, play: object, words: str, transient: bool) -> None:
    with pytest.raises(NetworkError, match=words) as told:
        wire.ask(request(server.on("/wrong", play), seconds=0.3))  # type: ignore[arg-type]
    assert told.value.transient is transient


def test_a_provisional_answer_is_passed_over(server: FaultServer, wire: Wire) -> None:
    early = b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\n"
    found = wire.ask(request(server.on("/early", raw(early + head(content_length=str(len(PAGE))) + PAGE))))
    assert (found.head.status, found.head.get("link"), found.body) == (200, None, PAGE)


def test_no_socket_is_opened_to_an_address_that_was_not_tested(server: FaultServer, wire: Wire) -> None:
    many = len(server.asked)
    elsewhere = request(server.url("/a"))._replace(addresses=(ipaddress.ip_address("192.0.2.1"),))
    with pytest.raises(NetworkError):
        wire.ask(elsewhere)
    assert len(server.asked) == many


def test_a_name_is_asked_at_the_address_that_was_tested(server: FaultServer, wire: Wire) -> None:
    server.on("/named", answer(PAGE))
    assert wire.ask(request(server.url("/named", "gazette.example"))).body == PAGE
    assert server.asked[-1].host.startswith("gazette.example:")


def test_wires_are_lent_again_by_their_kind() -> None:
    wires = Wires()
    with wires.lend() as one, wires.lend() as other:
        assert one is not other
    with wires.lend() as again:
        assert again in (one, other)
    with wires.lend(ca_file="/nowhere.pem") as special:
        assert special not in (one, other)
    wires.close()
    with wires.lend() as fresh:
        assert fresh not in (one, other)
    wires.close()
