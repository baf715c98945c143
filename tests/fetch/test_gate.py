"""The address gate: nothing that is not public is asked, whatever way its address is written or reached."""

import ipaddress
import socket
import threading
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import NetworkError, RefusedError
from newsdiff.fetch import Robots, guard
from newsdiff.fetch.guard import aim, is_public
from tests.kit.fault_server import PAGE, FaultServer, answer, redirect
from tests.kit.fetching import MakeFetcher

PRIVATE = {
    "this network": "0.0.0.0",
    "this network, other": "0.1.2.3",
    "private 10": "10.1.2.3",
    "carrier-grade NAT": "100.64.0.1",
    "loopback": "127.0.0.1",
    "loopback, other": "127.9.9.9",
    "link-local, metadata": "169.254.169.254",
    "private 172": "172.31.255.255",
    "protocol assignments": "192.0.0.8",
    "documentation": "192.0.2.1",
    "6to4 relay": "192.88.99.1",
    "private 192": "192.168.1.1",
    "benchmark": "198.19.0.1",
    "multicast": "224.0.0.251",
    "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255",
    "v6 unspecified": "::",
    "v6 loopback": "::1",
    "v6 compatible": "::127.0.0.1",
    "v6 mapped": "::ffff:127.0.0.1",
    "v6 mapped public": "::ffff:8.8.8.8",
    "v6 translated": "::ffff:0:10.0.0.1",
    "NAT64": "64:ff9b::a00:1",
    "NAT64 of a public address": "64:ff9b::808:808",
    "NAT64 local": "64:ff9b:1::1",
    "discard": "100::1",
    "Teredo": "2001::1",
    "v6 benchmark": "2001:2::1",
    "v6 documentation": "2001:db8::1",
    "6to4": "2002:7f00:1::",
    "v6 documentation, new": "3fff::1",
    "segment routing": "5f00::1",
    "unique local": "fd00::1",
    "v6 link-local": "fe80::1",
    "site-local": "fec0::1",
    "v6 multicast": "ff02::1",
}
DISGUISED = [
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://017700000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://127.0.1/",
    "http://127.0.0.1.0x/",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
    "http://\u2460\u2461\u2466.0.0.01/",
    "http://\uff11\uff12\uff17\u30021/",
]
MALFORMED = [
    "",
    "story",
    "//example.com/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "dict://example.com:11211/",
    "http:///path",
    "http://",
    "http://user@example.com/",
    "http://user:pw@example.com/",
    "http://example.com\\@127.0.0.1/",
    "http:\\\\example.com/",
    "http://example.com/a\\b",
    "http://example.com/a\nb",
    "http://exam\tple.com/",
    "http://example.com/\x00",
    "http://exa mple.com/",
    "http://example.com%2f@127.0.0.1/",
    "http://example.com%00.evil.org/",
    "http://[::1%25lo]/",
    "http://[::1/",
    "http://example.com:0/",
    "http://example.com:70000/",
    "http://example.com:8o/",
    "http://a..b/",
    "http://example.com/" + "a" * 8192,
]


@pytest.fixture
def trap() -> Iterator[list[object]]:
    """A listener on this machine that keeps who came; nobody must."""
    came: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        over = threading.Event()

        def listen() -> None:
            while not over.is_set():
                try:
                    came.append(listener.accept())
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        came_port.append(listener.getsockname()[1])
        yield came
        over.set()
        thread.join()


came_port: list[int] = []


@pytest.fixture
def internet(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> FaultServer:
    """The fault server as a public one: loopback counts as public here, nothing else does that should not."""
    blocks = tuple(b for b in guard._NOT_PUBLIC if str(b) != "127.0.0.0/8")
    monkeypatch.setattr(guard, "_NOT_PUBLIC", blocks)
    return server


def at(address: str) -> str:
    return f"[{address}]" if ":" in address else address


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "1.1.1.1", "151.101.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"]
)
def test_public_addresses_pass(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.com", "https://example.com/"),
        ("HTTPS://EXAMPLE.com:443/a/../b?q=1#f", "https://example.com/b?q=1"),
        ("http://example.com:8080/a b/\u00fc?x=\u00fc", "http://example.com:8080/a%20b/%C3%BC?x=%C3%BC"),
        ("https://b\u00fccher.example/%7ea/%2e%2e/c", "https://xn--bcher-kva.example/c"),
        ("http://[2606:4700::1111]:81/", "http://[2606:4700::1111]:81/"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://www.example.com/a/?utm_source=x", "https://www.example.com/a/?utm_source=x"),
    ],
)
def test_a_url_is_sent_in_one_spelling(url: str, sent: str) -> None:
    assert aim(url).url == sent
    assert aim(sent).url == sent


@pytest.mark.parametrize("address", PRIVATE.values(), ids=PRIVATE)
def test_gate_addresses_written_in_the_url(make_fetcher: MakeFetcher, address: str) -> None:
    with pytest.raises(RefusedError, match="not a public address"):
        make_fetcher(allow_private=False).get(f"http://{at(address)}/")


@pytest.mark.parametrize("address", PRIVATE.values(), ids=PRIVATE)
def test_gate_names_that_lead_there(make_fetcher: MakeFetcher, address: str) -> None:
    with pytest.raises(RefusedError, match="not a public address"):
        make_fetcher(allow_private=False, resolver=lambda h, p: [address]).get("http://innocent.example/")


@pytest.mark.parametrize("address", PRIVATE.values(), ids=PRIVATE)
def test_gate_one_private_address_among_public_ones_is_enough(make_fetcher: MakeFetcher, address: str) -> None:
    with pytest.raises(RefusedError, match="not a public address"):
        make_fetcher(allow_private=False, resolver=lambda h, p: ["8.8.8.8", address]).get("http://both.example/")


@pytest.mark.parametrize("url", DISGUISED)
@pytest.mark.parametrize("allow_private", [False, True])
def test_gate_numbers_in_disguise(make_fetcher: MakeFetcher, url: str, allow_private: bool) -> None:
    with pytest.raises(RefusedError, match=r"disguise|no http"):
        make_fetcher(allow_private=allow_private).get(url)


@pytest.mark.parametrize("url", MALFORMED)
def test_gate_urls_that_parsers_could_read_differently(make_fetcher: MakeFetcher, url: str) -> None:
    with pytest.raises(RefusedError):
        make_fetcher(allow_private=True).get(url)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "127.0.0.1", "rebind.example"])
def test_gate_not_a_byte_is_sent(make_fetcher: MakeFetcher, trap: list[object], host: str) -> None:
    def resolver(name: str, port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    with pytest.raises(RefusedError):
        make_fetcher(allow_private=False, resolver=resolver).get(f"http://{host}:{came_port[-1]}/")
    assert trap == []


def test_gate_connects_to_the_address_that_was_tested(make_fetcher: MakeFetcher, trap: list[object]) -> None:
    """What the system says of the name after the test (rebinding) is not asked: nobody listens on 127.0.0.2."""
    with pytest.raises(NetworkError, match="could not be reached"):
        make_fetcher(resolver=lambda h, p: ["127.0.0.2"]).get(f"http://localhost:{came_port[-1]}/")
    assert trap == []


def test_gate_tests_every_request_anew(make_fetcher: MakeFetcher, internet: FaultServer) -> None:
    """A name that leads elsewhere at the second look is refused, though a connection to its first address is open."""
    answers = ["127.0.0.1", "10.0.0.1"]
    fetcher = make_fetcher(allow_private=False, resolver=lambda h, p: [answers.pop(0)])
    url = internet.on("/", answer()).replace("127.0.0.1", "rebind.example")
    assert fetcher.get(url).body == PAGE
    with pytest.raises(RefusedError):
        fetcher.get(url)
    assert internet.paths() == ["/"]


@pytest.mark.parametrize("address", [a for a in PRIVATE.values() if a != "127.0.0.1" and a != "127.9.9.9"])
def test_gate_23_every_hop_is_tested(make_fetcher: MakeFetcher, internet: FaultServer, address: str) -> None:
    fetcher = make_fetcher(allow_private=False, resolver=lambda h, p: [address])
    internet.on("/", redirect(f"http://{at(address)}/"))
    internet.on("/named", redirect("//inside.example/"))
    for path in ("/", "/named"):
        with pytest.raises(RefusedError, match="not a public address"):
            fetcher.get(internet.url(path))
    assert internet.paths() == ["/", "/named"]


@pytest.mark.parametrize("url", DISGUISED)
def test_gate_23_a_redirect_to_a_number_in_disguise(make_fetcher: MakeFetcher, server: FaultServer, url: str) -> None:
    location = url.encode("utf-8").decode("latin-1")  # as the bytes stand in the header
    with pytest.raises(RefusedError):
        make_fetcher().get(server.on("/", redirect(location)))
    assert server.paths() == ["/"]


def test_gate_stands_before_robots_too(make_fetcher: MakeFetcher, trap: list[object]) -> None:
    robots = Robots(make_fetcher(allow_private=False))
    assert not robots.allowed(f"http://127.0.0.1:{came_port[-1]}/story")
    assert trap == []


def test_headers_of_a_site_do_not_follow_a_redirect_elsewhere(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    secret = (("Authorization", "Bearer s"), ("Cookie", "sid=1"), ("X-Key", "k"))
    server.on("/there", answer())
    url = server.on("/", redirect(server.url("/there", "other.example"))).replace("127.0.0.1", "one.example")
    make_fetcher().get(url, headers=secret)
    first, second = server.asked
    assert (first.headers["authorization"], first.headers["cookie"], first.headers["x-key"]) == (
        "Bearer s",
        "sid=1",
        "k",
    )
    assert not {"authorization", "cookie", "x-key"} & set(second.headers)


@given(st.integers(0, 2**32 - 1))
def test_gate_agrees_with_the_standard_library_where_that_says_private(number: int) -> None:
    address = ipaddress.IPv4Address(number)
    if not address.is_global:
        assert not is_public(address)
    assert not is_public(ipaddress.IPv6Address(f"::ffff:{address}"))
    assert not is_public(ipaddress.IPv6Address(int(ipaddress.IPv6Address("2002::")) | number << 80))
    assert not is_public(ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) | number))


@given(st.text())
def test_any_text_is_aimed_or_refused(text: str) -> None:
    for url in (text, f"http://{text}", f"http://a.example/{text}", f"http://a.example:{text}/"):
        try:
            target = aim(url)
        except RefusedError:
            continue
        assert target.url.isascii()
        assert aim(target.url) == target
