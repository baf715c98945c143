"""A proxy of the configuration: every connection goes through it or is not made, whatever the environment says."""

import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from newsdiff.config import load
from newsdiff.errors import ConfigError, NetworkError, RefusedError
from newsdiff.fetch import Fetcher, Robots
from newsdiff.fetch.proxy import parse
from newsdiff.model import FetchSettings
from newsdiff.watch.visit.visit import check
from tests.kit.fault_server import PAGE, FaultServer, answer, reset
from tests.kit.fetching import NOW, MakeFetcher

ENVIRONMENT = ("NO_PROXY", "no_proxy")


class Socks:
    """A SOCKS5 proxy that leads everything to one port of this machine, and keeps what it was asked for."""

    def __init__(self, port: int) -> None:
        self.asked: list[str] = []
        self._port = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                client.recv(64)
                client.sendall(b"\x05\x00")
                asked = client.recv(512)
                name = asked[5 : 5 + asked[4]].decode() if asked[3] == 3 else socket.inet_ntoa(asked[4:8])
                self.asked.append(name)
                client.sendall(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
                threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._port)) as server, suppress(OSError):
            server.sendall(client.recv(65536))
            while got := server.recv(65536):
                client.sendall(got)


@pytest.fixture
def socks(server: FaultServer) -> Iterator[Socks]:
    made = Socks(server.port)
    yield made
    made.close()


@pytest.mark.parametrize("exceptions", ["*", "a.example", ".example", "127.0.0.1,a.example"])
def test_07_an_exception_in_the_environment_is_none(
    server: FaultServer, make_fetcher: MakeFetcher, monkeypatch: pytest.MonkeyPatch, exceptions: str
) -> None:
    for name in ENVIRONMENT:
        monkeypatch.setenv(name, exceptions)
    server.on("http://a.example/story", answer())
    assert make_fetcher(proxy=server.url(""), allow_private=False).get("http://a.example/story").body == PAGE
    assert server.paths() == ["http://a.example/story"]


def test_07_no_way_leads_round_the_proxy(
    server: FaultServer, make_fetcher: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ENVIRONMENT:
        monkeypatch.setenv(name, "*")
    server.on("/story", answer())
    with pytest.raises(NetworkError):
        make_fetcher(proxy="http://127.0.0.1:9").get(server.url("/story"))
    assert server.asked == []


def test_07_a_proxy_is_connected_to_where_its_name_was_found(server: FaultServer, make_fetcher: MakeFetcher) -> None:
    server.on("http://a.example/", answer())
    proxied = make_fetcher(proxy=server.url("", "proxy.example"), allow_private=False)
    assert proxied.get("http://a.example/").body == PAGE


def test_07_a_proxy_that_nobody_knows_is_unreachable(make_fetcher: MakeFetcher) -> None:
    with pytest.raises(NetworkError, match="the proxy's name is unknown") as caught:
        make_fetcher(proxy="http://proxy.invalid:3128").get("http://a.example/")
    assert caught.value.transient


def test_07_a_proxy_that_is_given_addresses_is_given_tested_ones(
    server: FaultServer, socks: Socks, make_fetcher: MakeFetcher
) -> None:
    server.on("/", answer())
    wanted = "http://a.example/"
    public = make_fetcher(proxy=f"socks5://{socks.url}", allow_private=False, resolver=lambda h, p: ["8.8.8.8"])
    assert public.get(wanted).body == PAGE
    inside = make_fetcher(proxy=f"socks5://{socks.url}", allow_private=False, resolver=lambda h, p: ["10.0.0.1"])
    with pytest.raises(RefusedError, match="not a public address"):
        inside.get(wanted)
    assert socks.asked == ["8.8.8.8"]


def test_07_a_proxy_that_looks_names_up_is_given_names(
    server: FaultServer, socks: Socks, make_fetcher: MakeFetcher
) -> None:
    server.on("/", answer())
    fetcher = make_fetcher(proxy=f"socks5h://{socks.url}", allow_private=False, resolver=lambda h, p: ["127.0.0.1"])
    assert fetcher.get("http://a.example/").body == PAGE
    with pytest.raises(RefusedError, match="local name"):
        fetcher.get("http://nas.local/")
    assert socks.asked == ["a.example"]


@pytest.mark.parametrize("written", ["proxy.example:3128", "ftp://proxy.example/", "http://", "http://[::1", 7])
def test_what_is_no_proxy_is_told_with_its_line(tmp_path: Path, written: object) -> None:
    (tmp_path / "config.toml").write_text(f"[fetch]\nproxy = {written!r}\n")
    with pytest.raises(ConfigError, match="line 2"):
        load(tmp_path / "config.toml")


def test_a_proxys_port_has_a_range() -> None:
    assert parse("") is None
    with pytest.raises(ConfigError, match="no address of a proxy"):
        parse("http://proxy.example:70000")


def test_07_tls_secrets_are_not_written_where_the_environment_says(
    tls_server: Callable[..., FaultServer], ca: Path, tmp_path: Path
) -> None:
    server = tls_server("127.0.0.1")
    server.on("/", answer(b"<html><body><p>One story.</p></body></html>"))
    store = tmp_path / "store"
    command = [sys.executable, "-m", "newsdiff", "--store", str(store)]
    environment = {"SSLKEYLOGFILE": str(tmp_path / "keys"), "PATH": "/usr/bin:/bin"}
    subprocess.run([*command, "init", str(store)], check=True, capture_output=True, env=environment)
    (store / ".newsdiff" / "config.toml").write_text(f"[fetch]\nca_file = {str(ca)!r}\ndelay = 0\n")
    done = subprocess.run(
        [*command, "clean", "--allow-private", server.url("/")], capture_output=True, text=True, env=environment
    )
    assert server.paths() == ["/"], done.stderr
    assert not (tmp_path / "keys").exists()


def test_07_a_name_that_only_the_proxy_knows_is_not_looked_up_here(server: FaultServer) -> None:
    """When robots.txt cannot be read, the cause is told: that of the proxy, not of this machine's name server."""
    server.on("*", reset())
    settings = FetchSettings(proxy=server.url(""), delay=0.0, deadline=1.0)
    with Fetcher(settings, clock=lambda: NOW, sleep=lambda seconds: None) as fetcher:
        robots = Robots(fetcher)
        with pytest.raises(NetworkError, match=r"robots\.txt could not be read"):
            check(robots, "http://inside.invalid/story", settings)
