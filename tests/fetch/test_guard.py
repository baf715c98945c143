"""Which URLs and addresses may be asked: the gate by itself, without a fetcher."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.errors import RefusedError
from newsdiff.fetch.guard import MAX_URL, address_of, aim, check_addresses, check_name, is_public


@pytest.mark.parametrize(
    "url",
    [
        "",
        "post.example",
        "ftp://post.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://",
        "http:///path",
        "http://[broken/",
        "http://post.example:99999/",
        "http://ann:secret@post.example/",
        "http://post.example\\@other.example/",
        "http://post.example/\r\nHost: other",
        "http://0x7f000001/",
        "http://2130706433/",
        "http://127.1/",
        "http://post.example/" + "a" * MAX_URL,
    ],
)
def test_what_parsers_could_read_differently_is_refused(url: str) -> None:
    with pytest.raises(RefusedError) as told:
        aim(url)
    assert "secret" not in str(told.value)
    assert str(told.value).isprintable()


@pytest.mark.parametrize(
    ("url", "sent", "host", "port"),
    [
        ("http://post.example", "http://post.example/", "post.example", 80),
        (" https://POST.example:443/a b?c=ü#d ", "https://post.example/a%20b?c=%C3%BC", "post.example", 443),
        ("https://post.example:8443/", "https://post.example:8443/", "post.example", 8443),
        ("http://münchen.example/ä", "http://xn--mnchen-3ya.example/%C3%A4", "xn--mnchen-3ya.example", 80),
        ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/", "2606:4700::1111", 80),
        ("http://例え.example/", "http://xn--r8jz45g.example/", "xn--r8jz45g.example", 80),
    ],
)
def test_a_url_has_one_spelling(url: str, sent: str, host: str, port: int) -> None:
    target = aim(url)
    assert (target.url, target.host, target.port) == (sent, host, port)
    assert aim(target.url) == target
    assert target.url.startswith(target.origin)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("/b", "https://post.example/b"),
        ("c?d", "https://post.example/a/c?d"),
        ("//other.example/", "https://other.example/"),
        ("", "https://post.example/a/b"),
    ],
)
def test_a_url_is_read_against_its_base(url: str, sent: str) -> None:
    assert aim(url, "https://post.example/a/b").url == sent


@pytest.mark.parametrize(("host", "known"), [("post.example", False), ("", False), ("192.0.2.1", True), ("::1", True)])
def test_a_host_may_be_written_as_an_address(host: str, known: bool) -> None:
    assert (address_of(host) is not None) is known


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:8.8.8.8"),
        *("64:ff9b::808:808", "2002:808:808::1", "2001::1", "2606:4700::1111%eth0"),
    ],
)
def test_no_address_of_this_network_is_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))
    with pytest.raises(RefusedError, match="is not a public address"):
        check_addresses(aim("http://post.example/"), (ipaddress.ip_address("8.8.8.8"), ipaddress.ip_address(address)))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111"])
def test_addresses_of_the_internet_pass(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    check_addresses(aim("http://post.example/"), (ipaddress.ip_address(address),))
    check_addresses(aim("http://post.example/"), ())


@pytest.mark.parametrize("host", ["localhost", "printer", "box.local", "a.internal", "fritz.home.arpa", "127.0.0.1"])
def test_names_that_only_this_network_knows_are_refused(host: str) -> None:
    with pytest.raises(RefusedError):
        check_name(aim(f"http://{host}/"))


@pytest.mark.parametrize("host", ["post.example", "localhost.example", "8.8.8.8"])
def test_other_names_pass(host: str) -> None:
    target = aim(f"http://{host}/")
    check_name(target)  # raises nothing
    assert target.host == host


@given(st.integers(0, 2**32 - 1))
def test_an_address_is_refused_however_it_stands_in_the_url(number: int) -> None:
    address = ipaddress.IPv4Address(number)
    target = aim(f"http://{address}/")
    assert target.address == address
    if not is_public(address):
        with pytest.raises(RefusedError):
            check_name(target)


@given(st.text(max_size=20))
def test_any_host_is_aimed_at_or_refused(host: str) -> None:
    try:
        target = aim(f"http://{host}/")
    except RefusedError:
        return
    assert target.url.isascii() and target.host == target.host.lower()
