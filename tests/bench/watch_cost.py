"""CPU of a pass: `python tests/bench/watch_cost.py [ARTICLES] [HOSTS]`, against the same work without newsdiff's watch.

A first pass, one in which every server says 304, and one in which every text changed; user and system time of this
process and its children (the site runs in a process of its own), as ratios to bare loops in the same run. For the 304s
these are ``Fetcher.get`` and libcurl itself, one handle used again, once in the list's order (as the list is written,
host after host in turn) and once host by host; for the changes fetch, clean, compare and one ``Store.record``. Each
figure of the 304s is the best of three. Memory: the most that this process, the visiting child and a cleaner had.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "watch"))

from newsdiff import watch
from newsdiff.clean import cleaned_html
from newsdiff.comparison import compare
from newsdiff.fetch import Fetcher
from newsdiff.model import FetchSettings, RevisionKind, Settings
from newsdiff.store import Record, Store
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.visit.pool import Inline

ETAG = '"seven"'
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SETTINGS = Settings(fetch=FetchSettings(delay=0.0, allow_private=True))
SERVER = """
import sys
sys.path.insert(0, sys.argv[1])
from tests.bench.answering import Answering, serve
from tests.kit.site import story
class Handler(Answering):
    version = "seven"
    def do_GET(self):
        if self.path == "/robots.txt":
            return self.answer(404, b"", "")
        if self.path.startswith("/version/"):
            Handler.version = self.path[9:]
            return self.answer(200, b"ok", "")
        etag = '"%s"' % self.version
        if self.headers.get("If-None-Match") == etag:
            return self.answer(304, b"", etag)
        number = int(self.path.strip("/a"))
        filler = "".join(story(number * 7 + n, cracks=self.version).split("<h1>")[1].split("</h1>")[1].split("</article>")[0]
                         for n in range(4))
        page = story(number, cracks=self.version, more=filler)
        self.answer(200, page.encode(), etag)
serve(Handler)
"""


def cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measured(work: Callable[[], object]) -> float:
    before = cpu()
    work()
    return cpu() - before


def best(work: Callable[[], object], rounds: int = 3) -> float:
    return min(measured(work) for _ in range(rounds))


PEAKS: dict[str, int] = {}  # by what a process is


def note_peaks() -> None:
    """Note how much memory this process and those under it have had at most."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
            status = (entry / "status").read_text()
        except OSError:  # it has just ended
            continue
        kinds = {"visits": b"newsdiff.watch.visit.pool_child import", "cleans": b"newsdiff.process.sandbox import"}
        kind = (
            "runs" if entry.name == str(os.getpid()) else next((k for k, part in kinds.items() if part in command), "")
        )
        if kind and (peak := re.search(r"VmHWM:\s+(\d+)", status)):
            PEAKS[kind] = max(PEAKS.get(kind, 0), int(peak[1]) // 1024)


def main(articles: int, hosts: int) -> None:
    folder = Path(__file__).parents[1] / "watch"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    server = subprocess.Popen([sys.executable, "-c", SERVER, str(folder)], stdout=subprocess.PIPE, env=environment)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    urls = [f"http://127.0.0.{1 + n % hosts}:{port}/a{n}" for n in range(articles)]
    with tempfile.TemporaryDirectory() as place:
        try:
            figures = run(Path(place), urls, port)
        finally:
            server.kill()
            server.wait()
    print(json.dumps(figures, indent=1))


def run(place: Path, urls: list[str], port: int) -> dict[str, object]:
    store = Store.create(place / "watched", bare=True)
    watchlist.add(store.private, [Watched(url) for url in urls])
    now = [NOW]

    def everything() -> None:
        with Inline() as engine:
            found = [o.status for o in watch.run(store, SETTINGS, clock=lambda: now[0], everything=True, engine=engine)]
            note_peaks()
        now[0] += timedelta(hours=30)
        print({status: found.count(status) for status in set(found)}, flush=True)

    def turn(version: str) -> None:
        with Fetcher(SETTINGS.fetch, clock=lambda: NOW) as fetcher:
            fetcher.get(f"http://127.0.0.1:{port}/version/{version}")

    by_host = sorted(urls, key=lambda url: url.rpartition("/")[0])

    def bare_304() -> None:
        with Fetcher(SETTINGS.fetch, clock=lambda: NOW) as fetcher:
            for url in by_host:
                assert fetcher.get(url, etag=ETAG).status == 304

    def libcurl(order: list[str]) -> None:
        import pycurl

        curl = pycurl.Curl()
        curl.setopt(pycurl.HTTPHEADER, [f"If-None-Match: {ETAG}"])
        for url in order:
            curl.setopt(pycurl.URL, url)
            curl.setopt(pycurl.WRITEFUNCTION, bytearray().extend)
            curl.perform()
            assert curl.getinfo(pycurl.RESPONSE_CODE) == 304
        curl.close()

    def bare_changed() -> None:
        other = Store.create(place / "bare", bare=True)
        records = []
        with Fetcher(SETTINGS.fetch, clock=lambda: NOW) as fetcher:
            for url in urls:
                page = fetcher.get(url)
                new = cleaned_html(page.body, url).article
                blocks = tuple(b._replace(text=re.sub("eight", "seven", b.text)) for b in new.blocks)
                report = compare(new._replace(blocks=blocks), new)
                records.append(Record(new, RevisionKind.FIRST, NOW, report=report))
        other.record(records, now=NOW)

    first = measured(everything)
    third = best(everything)
    bare_third = best(bare_304)
    listed, hosted = best(lambda: libcurl(urls)), best(lambda: libcurl(by_host))
    turn("eight")
    changed = measured(everything)
    direct = measured(bare_changed)
    start = measured(lambda: list(watch.run(store, SETTINGS, clock=lambda: now[0], articles=[urls[0]])))
    return {
        "articles": len(urls),
        "first pass, ms a visit": 1000 * first / len(urls),
        "304 pass, ms a visit": 1000 * third / len(urls),
        "304 bare Fetcher.get": 1000 * bare_third / len(urls),
        "304 bare libcurl, host by host": 1000 * hosted / len(urls),
        "304 bare libcurl, in the list's order": 1000 * listed / len(urls),
        "304 pass to Fetcher.get": third / bare_third,
        "304 pass to libcurl, in the list's order": third / listed,
        "Fetcher.get to libcurl, host by host": bare_third / hosted,
        "changed pass, ms a visit": 1000 * changed / len(urls),
        "changed bare": 1000 * direct / len(urls),
        "changed ratio": changed / direct,
        "a run of one article, s": start,
        "peak memory, MB": PEAKS,
    }


if __name__ == "__main__":
    main(*(int(a) for a in ([*sys.argv[1:], "1000", "50"])[:2]) if len(sys.argv) != 2 else (int(sys.argv[1]), 50))
