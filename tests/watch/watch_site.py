"""A small news site on 127.0.0.1, a store, and a clock that is set by hand."""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from newsdiff import watch
from newsdiff.clean import cleaned_html
from newsdiff.model import Cleaned, FetchSettings, Outcome, Settings, Status
from newsdiff.store import Store
from newsdiff.watch import watchlist
from newsdiff.watch.visit import BatchResult, HostBatch, visit
from newsdiff.watch.watchlist import Watched

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SENTENCES = (
    "The council of Port Amber voted on Monday to close the old swing bridge for repairs.",
    "Engineers had found {} cracks in its northern pier during an inspection in the autumn.",
    "The work will cost the town about four million crowns, the treasurer Ada Lindqvist said.",
    "Lorries are to be led over the ring road, which adds twelve minutes to most trips.",
    "Shop owners near the harbour fear for their trade and have asked for a later start.",
    "The mayor, Piet Osterman, promised that the ferry would run twice as often until summer.",
    "A second vote on the plan is set for the first week of June, after the spring floods.",
    "Residents can look at the drawings in the town hall, where they hang in the lobby.",
)


def story(number: int = 1, *, cracks: str = "seventeen", more: str = "") -> str:
    """An article page; ``number`` tells one story from another."""
    words = ("bridge", "tunnel", "harbour", "school", "library", "station", "market", "theatre")
    name = words[number % len(words)]
    paragraphs = [s.format(cracks).replace("bridge", name) for s in SENTENCES]
    if number > len(words):
        paragraphs = [f"{p[:-1]}, reads chapter {number} of report {number * 7}." for p in paragraphs]
    paragraphs += [more] if more else []
    body = "\n".join(f"<p>{p}</p>" for p in paragraphs)
    return page(f"Port Amber closes its {name} number {number}", body)


def page(headline: str, body: str) -> str:
    """A whole page around a body."""
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{headline}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{headline}</h1>\n{body}\n</article><footer><p>Amber Courier</p></footer></body></html>"
    )


@dataclass
class Answer:
    """What the site answers; a body None closes the connection without a word."""

    body: str | bytes | None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = -1  # -1: the true one; None: none is sent

    def bytes(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body or b""


class Site:
    """A site whose pages are set by the test; ``log`` holds what was asked, with the headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.log: list[tuple[str, dict[str, str]]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str, name: str = "127.0.0.1") -> str:
        return f"http://{name}:{self.server.server_port}{path}"

    def put(self, path: str, body: str | bytes | None, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Answer(body, status, named)

    def asked(self) -> list[str]:
        return [path for path, _ in self.log if path != "/robots.txt"]

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.log.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                answer = site.pages.get(self.path, Answer("", 404))
                if answer.body is None:
                    self.close_connection = True
                    return
                etag = answer.headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    self.send_response(304)
                    self.end_headers()
                    return
                body = answer.bytes()
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.headers.get("Content-Type", "text/html; charset=utf-8"))
                for name, value in answer.headers.items():
                    if name != "Content-Type":
                        self.send_header(name, value)
                if answer.length is None:
                    self.close_connection = True
                    self.send_header("Connection", "close")
                else:
                    self.send_header("Content-Length", str(len(body) if answer.length < 0 else answer.length))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


class Here:
    """An engine without children: visits in this process, so that a test costs little."""

    def html(self, body: bytes | str, url: str = "", content_type: str = "", site: object = None) -> Cleaned:
        return cleaned_html(body, url, content_type=content_type, site=site)  # type: ignore[arg-type]

    def results(self, batches: Iterable[HostBatch]) -> Iterator[BatchResult]:
        for batch in batches:
            yield visit(batch, cleaning=self)


class Desk:
    """A newsroom's store and its clock: what the tests of watching turn the handle of."""

    def __init__(self, path: Path) -> None:
        self.store = Store.create(path / "store", bare=True)
        self.now = START
        self.settings = Settings(fetch=FetchSettings(delay=0.0, deadline=5.0, allow_private=True))

    def add(self, *urls: str, **options: object) -> None:
        watchlist.add(self.store.private, [Watched(url, **options) for url in urls])  # type: ignore[arg-type]

    def watch(self, hours: float = 1.0, **options: object) -> list[Outcome]:
        """One pass over everything, ``hours`` after the last one."""
        options = {"everything": not options.get("articles"), "engine": Here(), **options}
        found = list(watch.run(self.store, self.settings, clock=lambda: self.now, **options))  # type: ignore[arg-type]
        self.now += timedelta(hours=hours)
        return found

    def statuses(self, hours: float = 1.0, **options: object) -> list[Status]:
        return [o.status for o in self.watch(hours, **options)]

    def status(self, hours: float = 1.0, **options: object) -> Status:
        [status] = self.statuses(hours, **options)
        return status

    def kinds(self) -> list[str]:
        """The kinds of all revisions, oldest first."""
        return [r.kind.value for r in self.store.changes()][::-1]
