"""One request, one answer: the only user of libcurl.

libcurl keeps the total deadline, TLS, happy eyeballs and the framing of HTTP/1.1; it neither follows redirects, nor
resolves names, nor decodes bodies, nor reads a proxy or an exception to it from the environment. A socket is opened
only to an address that was tested before, or to the proxy's, so that neither a second look at the name (rebinding) nor
a way round the proxy can lead elsewhere.
"""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsdiff.errors import NetworkError
from newsdiff.fetch.guard import Address, Destination
from newsdiff.fetch.head import AnswerHead, header, status
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.scrub import scrub
from newsdiff.text.urls import redact

if TYPE_CHECKING:
    import pycurl

MAX_HEADERS = 100
MAX_HEADER_BYTES = 64 * 1024
_IDLE_CONNECTIONS = 16  # connections of a wire that are kept for later
_ENOUGH_BYTES = 64 * 1024  # of a body that nobody reads: that of a redirect or an error
_CONNECT_SECONDS = 10.0
_STOP = -1
_SILENT = {  # libcurl's codes for a server, or proxy, that did not answer; empty: libcurl's own words
    6: "its host is unknown",
    7: "",
    35: "",
    52: "the connection was closed without an answer",
    55: "the connection was lost",
    56: "",
    97: "",
}


class Request(NamedTuple):
    """What is asked: where, with which header lines, and how much may come back in how many seconds."""

    target: Destination
    addresses: tuple[Address, ...]  # empty: the proxy resolves
    headers: tuple[str, ...]
    cookie: str
    seconds: float
    limit: int
    cut: bool = False  # the first ``limit`` bytes are enough
    proxy: Destination | None = None
    proxy_addresses: tuple[Address, ...] = ()
    form: bytes | None = None  # what is posted; None: nothing is, the page is got

    @property
    def reachable(self) -> tuple[Address, ...]:
        """The addresses that a connection may be made to: the proxy's where there is one, else the target's."""
        return self.proxy_addresses if self.proxy else self.addresses

    @property
    def resolved(self) -> list[str]:
        """What libcurl is told of names, so that it looks none up."""
        pairs = [(self.target, self.addresses), *([(self.proxy, self.proxy_addresses)] if self.proxy else [])]
        return [_resolved(target, addresses) for target, addresses in pairs if addresses and target.address is None]


class Answer(NamedTuple):
    """What came back; the body as it was sent, without transfer coding, empty unless the status is 200 or 203."""

    head: AnswerHead
    body: bytes


class Wire:
    """Connections, kept alive and used one after another; not for two threads at once."""

    def __init__(self, *, proxy: str = "", ca_file: str = "") -> None:
        import pycurl

        self._pycurl = pycurl
        self._ca_file = ca_file
        self._authorities = False
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_MAXCONNECTS, _IDLE_CONNECTIONS)
        self._curl = curl = pycurl.Curl()
        curl.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        curl.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
        curl.setopt(pycurl.FOLLOWLOCATION, 0)
        curl.setopt(pycurl.NOSIGNAL, 1)
        curl.setopt(pycurl.PROXY, proxy)  # empty: none, whatever the environment says
        curl.setopt(pycurl.NOPROXY, "")  # no exceptions, whatever the environment says
        curl.setopt(pycurl.SSL_VERIFYPEER, 1)
        curl.setopt(pycurl.SSL_VERIFYHOST, 2)
        curl.setopt(pycurl.SSLVERSION, pycurl.SSLVERSION_TLSv1_2)
        if proxy.startswith("https:"):
            curl.setopt(pycurl.PROXY_CAINFO, ca_file or _authorities())
        curl.setopt(pycurl.COOKIEFILE, "")  # cookies live as long as one chain of redirects
        curl.setopt(pycurl.PATH_AS_IS, 1)

    def forget(self) -> None:
        """Drop the cookies of the last chain."""
        self._curl.setopt(self._pycurl.COOKIELIST, "ALL")

    def close(self) -> None:
        """Close every connection."""
        self._curl.close()
        self._multi.close()

    def ask(self, request: Request) -> Answer:
        """Send a request and read its answer; NetworkError."""
        incoming = _Incoming(request)
        self._prepare(request, incoming)
        with incoming.sockets:
            error = self._perform(request.seconds)
        if incoming.held is not None:
            raise incoming.held
        if incoming.settled or (error is None and incoming.head):
            return incoming.answer()
        raise _failure(request, incoming, error)

    def _prepare(self, request: Request, incoming: "_Incoming") -> None:
        pycurl, curl, target = self._pycurl, self._curl, request.target
        curl.setopt(pycurl.URL, target.url)
        curl.setopt(pycurl.HTTPHEADER, list(map(_sent, request.headers)))
        curl.setopt(pycurl.COOKIE, _sent(request.cookie) or None)
        curl.setopt(pycurl.TIMEOUT_MS, max(1, round(request.seconds * 1000)))
        curl.setopt(pycurl.CONNECTTIMEOUT_MS, max(1, round(min(request.seconds, _CONNECT_SECONDS) * 1000)))
        if request.form is None:
            curl.setopt(pycurl.HTTPGET, 1)
        else:
            curl.setopt(pycurl.POST, 1)
            curl.setopt(pycurl.POSTFIELDSIZE, len(request.form))
            curl.setopt(pycurl.READFUNCTION, BytesIO(request.form).read)  # COPYPOSTFIELDS takes no null byte
        curl.setopt(pycurl.HEADERFUNCTION, incoming.on_header)
        curl.setopt(pycurl.WRITEFUNCTION, incoming.on_body)
        if target.scheme == "https" and not self._authorities:
            curl.setopt(pycurl.CAINFO, self._ca_file or _authorities())
            self._authorities = True
        curl.setopt(pycurl.RESOLVE, request.resolved)
        curl.setopt(pycurl.OPENSOCKETFUNCTION, incoming.on_socket)

    def _perform(self, seconds: float) -> tuple[int, str] | None:
        """Run the transfer; libcurl's error, None when there was none. Signals are seen while it waits."""
        end = time.monotonic() + seconds + 1  # libcurl keeps the deadline; this keeps libcurl
        self._multi.add_handle(self._curl)
        try:
            while self._multi.perform()[1]:
                if time.monotonic() > end:
                    return self._pycurl.E_OPERATION_TIMEDOUT, "deadline"
                pause = min(max(self._multi.timeout(), 0), 1000) / 1000 or 0.001
                if self._multi.select(pause) < 0:
                    time.sleep(0.005)  # nothing to wait for yet, such as while a proxy's name is resolved
            _, _, failed = self._multi.info_read()
        finally:
            self._multi.remove_handle(self._curl)
        return (failed[0][1], failed[0][2]) if failed else None


def _sent(line: str) -> bytes:
    """A header line as it is sent: in UTF-8, as answers are read."""
    return line.encode("utf-8", "replace")


def _resolved(target: Destination, addresses: tuple[Address, ...]) -> str:
    listed = ",".join(f"[{a}]" if a.version == 6 else str(a) for a in addresses)
    return f"{target.host}:{target.port}:{listed}"


def _authorities() -> str:
    import certifi

    return certifi.where()


class Wires:
    """Wires to be used again, by one thread at a time: to read all authorities' certificates costs 4 ms."""

    def __init__(self) -> None:
        self._free: dict[tuple[str, str], list[Wire]] = {}

    @contextmanager
    def lend(self, *, proxy: str = "", ca_file: str = "") -> Iterator[Wire]:
        """A wire of this kind."""
        free = self._free.setdefault((proxy, ca_file), [])
        try:
            wire = free.pop()
        except IndexError:
            wire = Wire(proxy=proxy, ca_file=ca_file)
        try:
            yield wire
        finally:
            free.append(wire)

    def close(self) -> None:
        """Close those that nobody uses."""
        for free in self._free.values():
            while free:
                free.pop().close()


class _Incoming:
    """An answer while it arrives. What its callbacks raise is held: libcurl would print and forget it."""

    def __init__(self, request: Request) -> None:
        self.head: AnswerHead | None = None
        self._request = request
        self._lines: list[bytes] = []
        self._count = self._size = 0
        self._body = bytearray()
        self._discarded = 0
        self._full = False
        self.held: BaseException | None = None
        self.sockets = ExitStack()

    @property
    def wanted(self) -> bool:
        """Whether the body is read."""
        return self.head is not None and self.head.status in (200, 203)

    @property
    def settled(self) -> bool:
        """Whether the answer stands, whatever became of the connection: its body is not read, or read enough."""
        return self.head is not None and (self._full or not self.wanted)

    def answer(self) -> Answer:
        assert self.head is not None
        return Answer(self.head, bytes(self._body))

    def on_header(self, line: bytes) -> int | None:
        self._lines.append(line)
        self._count += 1
        self._size += len(line)
        if line.strip() and self._count <= MAX_HEADERS + 2 and self._size <= MAX_HEADER_BYTES:
            return None
        with self:
            self._end_head()
        return _STOP if self.held else None

    def on_body(self, chunk: bytes) -> int | None:
        with self:
            return self._take_body(chunk)
        return _STOP

    def on_socket(self, _purpose: int, address: "pycurl.CurlSockAddr") -> socket.socket | int:
        """A socket, if the address is one of those that were tested."""
        with self:
            if str(address.addr[0]) in map(str, self._request.reachable):
                opened = socket.socket(address.family, address.socktype, address.protocol)
                self.sockets.callback(opened.close)  # libcurl works on a duplicate of its own
                return opened
        return _STOP

    def _end_head(self) -> None:
        """Read a whole head: the answer's, a provisional one's (1xx) or a proxy's before it, or the trailers' after."""
        if self._count > MAX_HEADERS + 2 or self._size > MAX_HEADER_BYTES:
            raise _broken(self._request, "its header is too large")
        lines, self._lines = self._lines, []
        if (code := status(lines[0])) is None:
            return
        self.head = AnswerHead(code, tuple(filter(None, map(header, lines[1:-1])))) if code >= 200 else None
        length = (self.head.length or 0) if self.head else 0
        if self.wanted and length > self._request.limit and not self._request.cut:
            raise _broken(self._request, f"it is larger than {self._request.limit:,} bytes")

    def _take_body(self, chunk: bytes) -> int | None:
        if not self.wanted:
            self._discarded += len(chunk)
            return _STOP if self._discarded > _ENOUGH_BYTES else None
        room = self._request.limit - len(self._body)
        self._body += chunk[:room]
        if len(chunk) <= room:
            return None
        if not self._request.cut:
            raise _broken(self._request, f"it is larger than {self._request.limit:,} bytes")
        self._full = True
        return _STOP

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.held = self.held or error
        return error is not None


def _broken(request: Request, why: str) -> NetworkError:
    shown = redact(request.target.url)
    return NetworkError(f"{shown} could not be read: {why}", url=shown)


def _failure(request: Request, incoming: _Incoming, error: tuple[int, str] | None) -> NetworkError:
    """What a libcurl error means to a reader; transient when no answer came at all."""
    code, text = error or (0, "")
    shown = redact(request.target.url)
    if code == 28:
        return NetworkError(f"{shown} gave no whole answer in time", url=shown, transient=True)
    if code == 60:
        hint = "if this is your own authority, name its file with ca_file"
        return NetworkError(f"{shown} shows a certificate that cannot be trusted ({text})", hint, url=shown)
    if code in _SILENT and incoming.head is None:
        why = _SILENT[code] or scrub(text)
        return NetworkError(f"{shown} could not be reached: {why}", url=shown, transient=True)
    if code == 18 or incoming.head is not None:
        return _broken(request, "it ends early")
    return _broken(request, f"no valid HTTP answer came ({scrub(text) or 'no status line'})")
