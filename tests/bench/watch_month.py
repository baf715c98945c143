"""A month of a watch list by a simulated clock, with simulated visits: `python tests/bench/watch_month.py [ARTICLES]`.

Invented articles come in during the first week, are visited as they grow old, and some are edited; a run starts every
hour. Nothing is asked over a network: an engine answers from memory, and cleaning is that of the cleaner, in this process.
CPU is user and system of this process and git. What a million addresses come to is computed from it.
"""

import random
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from newsdiff import watch
from newsdiff.model import FetchSettings, Page, PageToClean, Settings, Status
from newsdiff.store import Store
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.visit.messages import BatchResult, HostBatch, Reading
from tests.kit.site import Here, story, told

pytestmark = [pytest.mark.bench, pytest.mark.slow]
START = datetime(2026, 3, 2, tzinfo=UTC)
DAYS = 30
HOSTS = 50
EDITED_SHARE = 0.25  # of the articles, by the end of the month
NUMBERS = ("seven", "eight", "nine", "ten")


class Simulated(Here):
    """An engine that answers from memory: 304 until an article's text changes."""

    def __init__(self, clock: list[datetime]) -> None:
        super().__init__()
        self._clock = clock
        self.visits: Counter[str] = Counter()

    def results(self, batches: Iterable[HostBatch]) -> Iterator[BatchResult]:
        for batch in batches:
            yield BatchResult(batch.host, tuple(self._reading(task.key, task.etag, batch) for task in batch.tasks))

    def _reading(self, url: str, etag: str | None, batch: HostBatch) -> Reading:
        now, number = self._clock[0], int(url.rpartition("-")[2])
        version = sum(now >= time for time in edits(number))
        tag = f'"{version}"'
        self.visits["304" if etag == tag else "200"] += 1
        if etag == tag:
            return Reading(url, now, True, Page(url, url, 304, "text/html", b"", now))
        body = page(number, version)
        answer = Page(url, url, 200, "text/html", body, now, etag=tag)
        cleaned = self.clean(PageToClean(body, url, "text/html", batch.site))
        return Reading(url, now, bool(etag), answer, f"{number:032}{version:032}", cleaned)


def edits(number: int) -> list[datetime]:
    """When an article is edited; mostly soon after it came."""
    chance = random.Random(number)
    came = START + timedelta(hours=chance.uniform(0, 168))
    if chance.random() >= EDITED_SHARE:
        return []
    return sorted(came + timedelta(hours=chance.expovariate(1 / 12)) for _ in range(chance.choice((1, 1, 2, 3))))


def page(number: int, version: int) -> bytes:
    more = "</p>" + "".join(f"<p>{line}</p>" for part in range(4) for line in told(number * 7 + part)) + "<p>The end."
    return story(number, cracks=NUMBERS[version % 4], more=more).encode()


def month(folder: Path, articles: int) -> dict[str, float]:
    """Figures of a month."""
    store, now = Store.create(folder / "store", bare=True), [START]
    settings = Settings(fetch=FetchSettings(allow_private=True))
    came: dict[int, list[Watched]] = {}
    for number in range(articles):
        hour = int(random.Random(number).uniform(0, 168))
        url = f"https://gazette-{number % HOSTS}.example/2026/03/story-{number}"
        came.setdefault(hour, []).append(Watched(url))
    engine, statuses = Simulated(now), Counter[Status]()
    before, plans = cpu(), 0
    for hour in range(24 * DAYS):
        if hour in came:
            watchlist.add(store.private, came[hour])
        found = list(watch.run(store, settings, clock=lambda: now[0], engine=engine, sandbox=engine, cleaner=engine))
        statuses.update(outcome.status for outcome in found)
        plans += not found
        now[0] += timedelta(hours=1)
    seconds, visits = cpu() - before, sum(engine.visits.values())
    sizes = {
        name: sum(p.stat().st_size for p in folder.glob(f"store/{pattern}") if p.is_file())
        for name, pattern in (
            ("state.db", ".newsdiff/state.db*"),
            ("log", ".newsdiff/log/*"),
            ("raw", ".newsdiff/raw/**/*"),
        )
    }
    sizes["git"] = sum(p.stat().st_size for p in (folder / "store" / "objects").rglob("*") if p.is_file())
    print(f"{articles:,} articles, {visits:,} visits ({dict(engine.visits)}), {dict(statuses)}; {seconds:.1f} s of CPU")
    print(
        f"  {1000 * seconds / visits:.2f} ms a visit with its share of 720 passes, {visits / seconds:.0f} visits a second"
    )
    for name, size in sizes.items():
        print(
            f"  {name}: {size / articles:,.0f} bytes an article; computed for a million: {size / articles / 1000:,.1f} GB"
        )
    print(f"  computed: a million such articles make {visits / articles:.0f} million visits a month", flush=True)
    return {"visits": visits, "seconds": seconds, "edits": statuses[Status.EDIT], **sizes}


def cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def test_a_month_records_every_edit_and_visits_ever_less(tmp_path: Path) -> None:
    found = month(tmp_path, 20)
    assert 0 < found["edits"] <= sum(len(edits(number)) for number in range(20))  # two within an hour are one
    assert found["visits"] < 20 * 100


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        month(Path(name), int((sys.argv[1:] or ["500"])[0]))
