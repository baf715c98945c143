"""A small news site on 127.0.0.1, a store, and a clock that is set by hand."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle
from pathlib import Path
from typing import ParamSpec, TypeVar

from newsdiff import watch
from newsdiff.clean import cleaned_page
from newsdiff.model import Cleaned, FetchSettings, Outcome, PageToClean, Settings, Status
from newsdiff.store import Store
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.visit.messages import BatchResult, HostBatch
from newsdiff.watch.visit.visit import Shared, visit

P = ParamSpec("P")
T = TypeVar("T")
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WHO = [
    "council",
    "harbour-master",
    "mayor",
    "treasurer",
    "engineer",
    "teacher",
    "baker",
    "captain",
    "farmer",
    "judge",
    "nurse",
    "printer",
]
DID = [
    "approved",
    "refused",
    "delayed",
    "praised",
    "opened",
    "closed",
    "measured",
    "painted",
    "repaired",
    "sold",
    "counted",
    "visited",
]
WHAT = [
    "bridge",
    "tunnel",
    "library",
    "market",
    "theatre",
    "railway",
    "orchard",
    "lighthouse",
    "archive",
    "bakery",
    "stadium",
    "windmill",
]
WHERE = [
    "Port Amber",
    "Lower Quill",
    "Saint Orra",
    "Westmere",
    "Dunholt",
    "the old quarter",
    "the northern pier",
    "Marrow Hill",
]
WHEN = [
    "on Monday",
    "before the spring floods",
    "after a long debate",
    "without a vote",
    "for the second time",
    "at dawn",
]


def told(number: int, sentences: int = 8) -> list[str]:
    """The sentences of a story; ``number`` tells one story from another."""
    r = random.Random(number)
    return [
        f"The {r.choice(WHO)} of {r.choice(WHERE)} {r.choice(DID)} the {r.choice(WHAT)} {r.choice(WHEN)}, and the"
        f" {r.choice(WHO)} {r.choice(DID)} the {r.choice(WHAT)} near {r.choice(WHERE)} {r.choice(WHEN)} as well."
        for _ in range(sentences)
    ]


def story(number: int = 1, *, cracks: str = "seventeen", more: str = "") -> str:
    """An article page about ``cracks`` cracks."""
    paragraphs = [*told(number), f"Engineers had found {cracks} cracks in the pier.", *([more] if more else [])]
    return page(f"Notes from Port Amber, number {number}", "\n".join(f"<p>{p}</p>" for p in paragraphs))


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
    before: Callable[[], object] | None = None  # done before anything is sent

    def bytes(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body or b""


class Site:
    """A site whose pages are set by the test; ``log`` holds what was asked, with the headers."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.log: list[tuple[str, dict[str, str]]] = []
        self.times: list[float] = []
        self.busy = 0
        self.most = 0  # requests at the same time
        self.at_hosts: Counter[str] = Counter()
        self.most_of_a_host = 0
        self.server = ThreadingHTTPServer(("0.0.0.0", 0), self._handler())
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def url(self, path: str, name: str = "127.0.0.1") -> str:
        return f"http://{name}:{self.server.server_port}{path}"

    def put(self, path: str, body: str | bytes | None, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = Answer(body, status, named)

    def turn(self, path: str, *bodies: str) -> None:
        """Serve a page that does not stand still: another of ``bodies`` at each request, in turn."""
        answer, coming = Answer(bodies[0]), cycle(bodies)
        answer.before = lambda: setattr(answer, "body", next(coming))
        self.pages[path] = answer

    def asked(self) -> list[str]:
        return [path for path, _ in self.log if path != "/robots.txt"]

    def empty(self) -> None:
        """Take away all pages, and what was asked: a site that several tests share begins anew."""
        self.pages.clear()
        self.log.clear()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # headers and body go out in two writes: no 40 ms between them

            def do_GET(self) -> None:
                site.times.append(time.monotonic())
                site.busy += 1
                site.most = max(site.most, site.busy)
                host = self.headers["Host"]
                site.at_hosts[host] += 1
                site.most_of_a_host = max(site.most_of_a_host, site.at_hosts[host])
                try:
                    self.answer()
                finally:
                    site.busy -= 1
                    site.at_hosts[host] -= 1

            def answer(self) -> None:
                site.log.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                answer = site.pages.get(self.path, Answer("", 404))
                if answer.before:
                    answer.before()
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
    """An engine and a sandbox without children: all in this process, so that a test costs little."""

    def __init__(self) -> None:
        self._shared = Shared(self)

    def clean(self, page: PageToClean) -> Cleaned:
        return cleaned_page(*page)

    def call(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return function(*args, **kwargs)

    def results(self, batches: Iterable[HostBatch]) -> Iterator[BatchResult]:
        for batch in batches:
            yield visit(batch, shared=self._shared)


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
        options = {
            "everything": not options.get("articles"),
            "engine": Here(),
            "sandbox": Here(),
            "cleaner": Here(),
            **options,
        }
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
