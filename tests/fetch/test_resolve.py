"""Names -> addresses: what a name server says, what it does not say, and one that says nothing in time."""

import ipaddress
import socket
import threading
from collections.abc import Sequence

import pytest

from newsdiff.errors import NetworkError, UnknownHost
from newsdiff.fetch.guard import Address, aim
from newsdiff.fetch.resolve import Resolver, resolve, system_resolver

URL = "https://news.example/a?token=s3cr3tpass"
SHOWN = "https://news.example/a?token=***"


def saying(*addresses: str) -> Resolver:
    return lambda host, port: addresses


def failing(error: Exception) -> Resolver:
    def ask(host: str, port: int) -> Sequence[str]:
        raise error

    return ask


def asked(resolver: Resolver, url: str = URL, seconds: float = 5.0) -> tuple[Address, ...]:
    return resolve(aim(url), resolver, seconds)


def failure(resolver: Resolver, seconds: float = 5.0) -> NetworkError:
    with pytest.raises(NetworkError) as error:
        asked(resolver, seconds=seconds)
    return error.value


@pytest.mark.parametrize(
    ("url", "wanted"),
    [("https://192.0.2.1/", "192.0.2.1"), ("https://[2001:db8::1]:8443/", "2001:db8::1")],
)
def test_an_address_is_asked_of_nobody(url: str, wanted: str) -> None:
    assert asked(failing(AssertionError()), url) == (ipaddress.ip_address(wanted),)


def test_addresses_come_in_the_order_of_the_name_server() -> None:
    given = ("2001:db8::1", "192.0.2.2", "192.0.2.1")
    assert asked(saying(*given)) == tuple(map(ipaddress.ip_address, given))


def test_a_name_server_is_asked_for_host_and_port() -> None:
    heard = []

    def resolver(host: str, port: int) -> Sequence[str]:
        heard.append((host, port))
        return ["192.0.2.1"]

    asked(resolver, "http://Bücher.example:8080/x")
    asked(resolver, "https://news.example/x")
    assert heard == [("xn--bcher-kva.example", 8080), ("news.example", 443)]


@pytest.mark.parametrize("code", [socket.EAI_NONAME, socket.EAI_NODATA])
def test_a_host_that_no_name_server_knows(code: int) -> None:
    found = failure(failing(socket.gaierror(code, "Name or service not known")))
    assert isinstance(found, UnknownHost)
    assert found.message == f"{SHOWN} could not be reached: its host is unknown (Name or service not known)"
    assert (found.url, found.transient) == (SHOWN, True)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (socket.gaierror(socket.EAI_AGAIN, "Try again"), "its host is unknown (Try again)"),
        (OSError("no network"), "its host is unknown (no network)"),
        (OSError(), "its host is unknown ()"),
        (TimeoutError("timed out"), "its host is unknown (timed out)"),
        (UnicodeError("label too long"), "its host is unknown (label too long)"),
    ],
)
def test_no_answer_does_not_say_that_a_host_is_gone(error: Exception, why: str) -> None:
    found = failure(failing(error))
    assert type(found) is NetworkError
    assert found.message == f"{SHOWN} could not be reached: {why}"
    assert (found.url, found.transient) == (SHOWN, True)


def test_a_host_without_an_address() -> None:
    assert failure(saying()).message == f"{SHOWN} could not be reached: its host has no address"


@pytest.mark.parametrize(("seconds", "told"), [(0.01, "0 s"), (0.0, "0 s"), (-3.0, "0 s"), (-0.1, "0 s")])
def test_a_name_server_that_says_nothing_is_left_behind(seconds: float, told: str) -> None:
    go = threading.Event()

    def slow(host: str, port: int) -> Sequence[str]:
        go.wait(60)
        return ["192.0.2.1"]

    try:
        found = failure(slow, seconds)
    finally:
        go.set()
    assert type(found) is NetworkError
    assert found.transient
    assert found.message == f"{SHOWN} could not be reached: its name server gave no answer in {told}"


def test_the_system_knows_this_machine_and_names_each_address_once() -> None:
    found = list(system_resolver("localhost", 80))
    assert found
    assert len(set(found)) == len(found)
    assert all(ipaddress.ip_address(address).is_loopback for address in found)
    assert system_resolver("192.0.2.1", 443) == ["192.0.2.1"]
