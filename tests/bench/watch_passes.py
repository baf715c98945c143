"""Passes over a list that is visited, not simulated: `python tests/bench/watch_passes.py ARTICLES...` (500 2000 20000).

A site on 127.0.0.1 (100 hosts) in a process of its own. Passes: all are new; a day later nothing changed (304); every
twentieth was edited, the others 304; these went back to what they were, and the server knows no validators (200); nothing
is due. For each:
milliseconds of CPU an article, of the process that plans, judges and records, and of its children that visit and clean,
and the most memory of the first. With several sizes: what an article costs in the largest list, to that in the smallest.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from newsdiff import watch  # noqa: E402
from newsdiff.fetch import Fetcher  # noqa: E402
from newsdiff.model import FetchSettings, Settings  # noqa: E402
from newsdiff.store import Store  # noqa: E402
from newsdiff.watch.plan import watchlist  # noqa: E402
from newsdiff.watch.plan.watchlist import Watched  # noqa: E402
from newsdiff.watch.visit.pool import Inline  # noqa: E402

HOSTS = 100
EDITED = 20  # every twentieth
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SETTINGS = Settings(fetch=FetchSettings(delay=0.0, allow_private=True))
SERVER = """
from tests.bench.answering import Answering, serve
from tests.kit.site import story, told
class Handler(Answering):
    mode = "plain"
    def do_GET(self):
        if self.path == "/robots.txt":
            return self.answer(404, b"", "")
        if self.path.startswith("/mode/"):
            Handler.mode = self.path[6:]
            return self.answer(200, b"ok", "")
        number = int(self.path.strip("/a"))
        cracks = "eight" if Handler.mode == "edited" and number % %d == 0 else "seven"
        etag = "" if Handler.mode == "bare" else '"%%s"' %% cracks
        if etag and self.headers.get("If-None-Match") == etag:
            return self.answer(304, b"", etag)
        more = "</p>" + "".join(f"<p>{line}</p>" for n in range(4) for line in told(number * 7 + n)) + "<p>The end."
        self.answer(200, story(number, cracks=cracks, more=more).encode(), etag)
serve(Handler)
""".replace("%d", str(EDITED)).replace("%%", "%")
PASSES = {"new": "plain", "304": "plain", "edits": "edited", "back, all 200": "bare", "nothing due": "bare"}


class Pass(NamedTuple):
    """What a pass cost: milliseconds of CPU an article, and megabytes."""

    own: float
    children: float
    memory: int
    told: dict[str, int]

    def __str__(self) -> str:
        return f"{self.own:6.2f} ms here, {self.children:6.2f} in children, {self.memory:4} MB, {self.told}"


@contextmanager
def site() -> Iterator[int]:
    """The site's port."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, env=env)
    assert server.stdout is not None
    try:
        yield int(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


def passes(folder: Path, articles: int, port: int) -> dict[str, Pass]:
    """The cost of each pass over a list of so many articles."""
    store, found = Store.create(folder, bare=True), {}
    watchlist.add(store.private, [Watched(f"http://127.0.0.{1 + n % HOSTS}:{port}/a{n}") for n in range(articles)])
    for day, (name, mode) in enumerate(PASSES.items()):
        now = NOW + timedelta(hours=30 * min(day, len(PASSES) - 2))  # the last one at once
        with Fetcher(SETTINGS.fetch, clock=lambda: NOW) as fetcher:
            fetcher.get(f"http://127.0.0.1:{port}/mode/{mode}")
        before = used()
        told: dict[str, int] = {}
        with Inline() as engine:
            for outcome in watch.run(store, SETTINGS, clock=lambda now=now: now, engine=engine):  # type: ignore[misc]
                told[outcome.status] = told.get(outcome.status, 0) + 1
        own, children = (1000 * (after - b) / articles for after, b in zip(used(), before, strict=True))
        found[name] = Pass(own, children, memory(), told)
        print(f"{articles:7,} {name:15} {found[name]}", flush=True)
    for file in ("state.db", "observations"):
        sizes = sum(p.stat().st_size for p in store.private.rglob(f"{file}*") if p.is_file())
        print(f"{articles:7,} {file}: {sizes / articles / 1000:.1f} KB an article")
    return found


def used() -> tuple[float, float]:
    """Seconds of CPU of this process, and of its children that ended."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own, children = (usage.ru_utime + usage.ru_stime for usage in usages)
    return own, children


def memory() -> int:
    """Megabytes that this process had at most since it was asked last."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    Path("/proc/self/clear_refs").write_text("5")
    return int(found[1]) >> 10 if found else 0


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as place, site() as port:
        found = [passes(Path(place) / str(size), size, port) for size in sizes]
    for name in PASSES:
        small, large = found[0][name], found[-1][name]
        print(f"{name:15} {sizes[-1]:,} to {sizes[0]:,}: {large.own / small.own:.2f} here", flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [500, 2000])
