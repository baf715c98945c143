"""A web server on 127.0.0.1 that does what it should not: each path is played by a coroutine of ours.

Raw asyncio in a thread of its own, so that a test can send any bytes at any speed. It keeps a log of what it was
asked, and the largest number of requests that were in flight for one host at one time.
"""

import asyncio
import gzip
import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

PAGE = b"<!doctype html><html><head><title>T</title></head><body><p>One story.</p></body></html>"


@dataclass(frozen=True)
class Asked:
    """One request as it came; ``at`` on the monotonic clock."""

    at: float
    method: str
    path: str
    headers: Mapping[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("host", "")


@dataclass
class Peer:
    """The other side of one request."""

    asked: Asked
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, *pieces: bytes, pause: float = 0) -> None:
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()
            if pause:
                await asyncio.sleep(pause)

    def reset(self) -> None:
        """Close with RST."""
        transport = self.writer.transport
        transport.abort()  # type: ignore[attr-defined]


Play = Callable[[Peer], Awaitable[object]]


@dataclass
class FaultServer:
    """``with FaultServer() as server: server.on("/a", answer(PAGE)); server.url("/a")``."""

    tls: ssl.SSLContext | None = None
    family_host: str = "127.0.0.1"
    plays: dict[str, Play] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    most_in_flight: Counter[str] = field(default_factory=Counter)
    port: int = 0

    def on(self, path: str, play: Play) -> str:
        """Play ``path`` so from now on; its URL. ``*`` plays every other path."""
        self.plays[path] = play
        return self.url(path)

    def url(self, path: str = "/", host: str = "") -> str:
        name = host or (f"[{self.family_host}]" if ":" in self.family_host else self.family_host)
        return f"{'https' if self.tls else 'http'}://{name}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [a.path for a in self.asked]

    def __enter__(self) -> Self:
        self._in_flight: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        assert started.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve(started))
        self._loop.close()

    async def _serve(self, started: threading.Event) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._connected, self.family_host, self.port, ssl=self.tls)
        self.port = server.sockets[0].getsockname()[1]
        started.set()
        await self._stop.wait()
        server.close()
        others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while asked := await _read(reader):
                self.asked.append(asked)
                self._in_flight[asked.host] += 1
                self.most_in_flight[asked.host] = max(self.most_in_flight[asked.host], self._in_flight[asked.host])
                try:
                    play = self.plays.get(asked.path.partition("?")[0]) or self.plays.get("*") or answer(b"", 404)
                    keep = await play(Peer(asked, reader, writer))
                finally:
                    self._in_flight[asked.host] -= 1
                if keep is not True:
                    break
        except (ConnectionError, ssl.SSLError, asyncio.CancelledError):
            pass  # the client went away, as it may, or the test is over
        finally:
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Asked | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, *_ = first.split(" ")
    pairs = (line.partition(":") for line in lines if line)
    return Asked(time.monotonic(), method, path, {k.lower(): v.strip() for k, _, v in pairs})


def head(status: int = 200, **headers: str) -> bytes:
    """A status line and headers; ``content_type`` is Content-Type; an HTML page unless it says otherwise."""
    named = {"Content-Type": "text/html; charset=utf-8"} | {k.replace("_", "-").title(): v for k, v in headers.items()}
    return (f"HTTP/1.1 {status} X\r\n" + "".join(f"{k}: {v}\r\n" for k, v in named.items()) + "\r\n").encode("latin-1")


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Play:
    """A right answer; the connection stays open."""

    async def play(peer: Peer) -> bool:
        await peer.send(head(status, content_length=str(len(body)), **headers) + body)
        return True

    return play


def redirect(location: str, status: int = 302, **headers: str) -> Play:
    return answer(b"", status, location=location, **headers)


def zipped(body: bytes = PAGE, **headers: str) -> Play:
    return answer(gzip.compress(body), content_encoding="gzip", **headers)


def raw(*pieces: bytes, pause: float = 0) -> Play:
    """These bytes, then the end of the connection."""

    async def play(peer: Peer) -> None:
        await peer.send(*pieces, pause=pause)

    return play


def hang(first: bytes = b"") -> Play:
    """Some bytes, then silence."""

    async def play(peer: Peer) -> None:
        await peer.send(first)
        await asyncio.sleep(3600)

    return play


def drip(first: bytes, piece: bytes, pause: float = 0.05) -> Play:
    """Some bytes, then a piece for ever and ever."""

    async def play(peer: Peer) -> None:
        await peer.send(first)
        while True:
            await peer.send(piece, pause=pause)

    return play


def reset(first: bytes = b"") -> Play:
    """Some bytes, then a reset connection."""

    async def play(peer: Peer) -> None:
        await peer.send(first, pause=0.05)
        peer.reset()

    return play


def in_turn(*plays: Play) -> Play:
    """The first play for the first request, and so on; the last one for all that follow."""
    left = list(plays)

    async def play(peer: Peer) -> object:
        return await (left.pop(0) if len(left) > 1 else left[0])(peer)

    return play


# --- certificates -----------------------------------------------------------------------------------------------------


def authority(folder: Path) -> Path:
    """A new certificate authority in ``folder``; its PEM file."""
    _openssl("req", "-x509", *_KEY, "-keyout", folder / "ca.key", "-out", folder / "ca.pem", "-days", "2", *_NAME)
    return folder / "ca.pem"


def server_tls(folder: Path, name: str, *, days: int = 2) -> ssl.SSLContext:
    """What a server of this name shows, signed by the authority in ``folder``; expired with 0 ``days``."""
    stem = folder / f"{name}{days}"
    key, request, certificate, extension = (stem.with_name(stem.name + s) for s in (".key", ".csr", ".pem", ".ext"))
    extension.write_text(f"subjectAltName={'IP' if name[0].isdigit() else 'DNS'}:{name}")
    _openssl("req", *_KEY, "-keyout", key, "-out", request, *_NAME)
    signer = ("-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-CAcreateserial")
    _openssl("x509", "-req", "-in", request, *signer, "-days", days, "-extfile", extension, "-out", certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
_NAME = ("-subj", "/CN=newsdiff test")


def _openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
