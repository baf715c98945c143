"""A small Wayback server on 127.0.0.1: CDX, raw replay, Save Page Now; with gaps, redirects and rate limits."""

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from newsdiff.text.urls import normalise
from tests.kit.served import QuietHandler, served

HEAD = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]


@dataclass
class Held:
    """One capture that the server holds; what it ``replays`` may be another answer than its list says."""

    timestamp: str
    url: str
    body: bytes = b""
    status: str = "200"
    mime: str = "text/html"
    replays: int = 200
    location: str = ""

    @property
    def digest(self) -> str:
        return base64.b32encode(hashlib.sha1(self.body, usedforsecurity=False).digest()).decode()

    def row(self) -> list[str]:
        return ["key", self.timestamp, self.url, self.mime, self.status, self.digest, str(len(self.body))]


@dataclass
class Wayback:
    """The server's captures, how it writes its list, what it was asked, and how often it says that it is busy."""

    port: int
    held: list[Held] = field(default_factory=list)
    form: str = "rows"  # or objects, words
    says: bytes | None = None  # in the place of any list
    asked: list[str] = field(default_factory=list)
    busy: int = 0  # of the next replays
    retry_after: str = "1"
    jobs: list[dict[str, Any]] = field(default_factory=list)  # what a job says, look by look
    saves: list[tuple[dict[str, str], dict[str, list[str]]]] = field(default_factory=list)
    save_answer: dict[str, Any] = field(default_factory=lambda: {"job_id": "spn2-1"})

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def config(self) -> str:
        """What config.toml says to use it."""
        return (
            f'[fetch]\nallow_private = true\ndelay = 0\n[archive]\ncdx = "{self.base}/cdx/search/cdx"\n'
            f'replay = "{self.base}/web/"\nsave = "{self.base}/save"\n'
        )

    def replayed(self) -> list[str]:
        """The times of the captures that were asked for."""
        return [path.split("/")[2].removesuffix("id_") for path in self.asked if path.startswith("/web/")]

    def listed(self, query: dict[str, list[str]]) -> bytes:
        if self.says is not None:
            return self.says
        since, until = (query.get(name, [""])[0] for name in ("from", "to"))
        wanted = normalise(query["url"][0])
        found = [
            one.row()
            for one in sorted(self.held, key=lambda one: one.timestamp)
            if normalise(one.url) == wanted
            and one.timestamp[: len(since)] >= since
            and (not until or one.timestamp[: len(until)] <= until)
        ][: int(query.get("limit", ["1000000"])[0])]
        if self.form == "words":
            return "\n".join(map(" ".join, found)).encode()
        if self.form == "objects":  # as pywb has it
            names = ["urlkey", "timestamp", "url", "mime", "status", "digest", "length"]
            return "\n".join(json.dumps(dict(zip(names, row, strict=True))) for row in found).encode()
        return json.dumps([HEAD, *found] if found else []).encode()


@contextmanager
def wayback() -> Iterator[Wayback]:
    """The server while it runs."""

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            archive.asked.append(self.path)
            parts = urlsplit(self.path)
            if parts.path == "/cdx/search/cdx":
                self.answer(200, archive.listed(parse_qs(parts.query)), "application/json")
            elif parts.path.startswith("/save/status/"):
                told = archive.jobs.pop(0) if len(archive.jobs) > 1 else archive.jobs[0]
                self.answer(200, json.dumps(told).encode(), "application/json")
            elif parts.path.startswith("/web/"):
                self.replay(*self.path.removeprefix("/web/").split("id_/", 1))
            else:
                self.answer(404, b"no", "text/plain")

        def do_POST(self) -> None:
            archive.asked.append(self.path)
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            archive.saves.append((dict(self.headers), parse_qs(body)))
            self.answer(200, json.dumps(archive.save_answer).encode(), "application/json")

        def replay(self, timestamp: str, url: str) -> None:
            if archive.busy:
                archive.busy -= 1
                self.answer(429, b"slow down", "text/plain", Retry_After=archive.retry_after)
                return
            one = next((one for one in archive.held if (one.timestamp, one.url) == (timestamp, url)), None)
            if one is None:
                self.answer(404, b"not in the archive", "text/html")
            elif one.location:
                self.answer(one.replays, b"", "text/html", Location=one.location)
            else:
                self.answer(one.replays, one.body, one.mime)

        def answer(self, status: int, body: bytes, kind: str, **headers: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

    with served(Handler) as port:
        archive = Wayback(port)
        yield archive
