"""What reading an archive costs, by engine and by size: `python tests/bench/archive_scale.py WHAT N...`.

WHAT is html or text (`text 2000 20000 local:2` grows by that engine), engines, units, or rejudge.

Invented articles of about 700 words in one to nine versions (3.8 on the average, as in NewsEdits), in WARC files, imported
by `newsdiff import` in a process of its own. CPU is user and system of that process with all children, and of Dask's
workers with theirs: on a machine that others use, too, it tells more than the clock on the wall.
"""

import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.bench.process_cpu import Process, cleaning_and_comparing, reading, tree_cpu  # noqa: E402
from tests.kit import warc_files  # noqa: E402
from tests.kit.dask_cluster import DaskCluster  # noqa: E402
from tests.kit.site import START, story, told  # noqa: E402

pytestmark = [pytest.mark.bench, pytest.mark.slow]
VERSIONS = (1, 2, 2, 3, 3, 4, 4, 5, 5, 9)  # of an article, each as likely as the others
NUMBERS = ("seven", "eight", "nine", "ten", "eleven", "twelve")
NEWSEDITS_VERSIONS = 4_600_000
CLI = """
import atexit, re, sys
from pathlib import Path
from newsdiff.cli import main
# Not ru_maxrss: that of the greatest child counts there, too.
atexit.register(lambda: print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1], file=sys.stderr))
main()
"""
_LOOK_SECONDS = 0.2
FILE_HISTORIES = 500  # in one WARC file


class Cost(NamedTuple):
    """What an import took: seconds of CPU (of other machines' workers apart) and of the clock, and memory in MB.

    ``child`` is the memory of its greatest child: of git, which maps the store's packs.
    """

    own: float
    workers: float
    wall: float
    memory: int
    child: int
    versions: int
    cleaning: float = 0.0  # of the seconds, here and there
    comparing: float = 0.0

    @property
    def cpu(self) -> float:
        return self.own + self.workers

    def __str__(self) -> str:
        return (
            f"{self.versions:7,} versions: {self._each(self.cpu):6.2f} ms CPU a version ({self.own:7.1f} s here, {self.workers:7.1f} s"
            f" workers; {self._each(self.cleaning):.2f} ms cleaning, {self._each(self.comparing):.2f} comparing,"
            f" {self._each(self.cpu - self.cleaning - self.comparing):.2f} the rest), {self.wall:7.1f} s on the wall,"
            f" {self.memory:5} MB (a child {self.child})"
        )

    def _each(self, seconds: float) -> float:
        return 1000 * seconds / self.versions


def history(number: int) -> Iterator[str]:
    """The pages of one article: a number changes, a paragraph comes, another goes."""
    chance = random.Random(number)
    parts = [f"<p>{line}</p>" for part in range(4) for line in told(number * 7 + part)]
    for version in range(chance.choice(VERSIONS)):
        if version and chance.random() < 0.5:
            parts.insert(chance.randrange(len(parts)), f"<p>{told(number * 31 + version, 2)[0]}</p>")
        elif version and chance.random() < 0.3:
            parts.pop(chance.randrange(len(parts)))
        yield story(number, cracks=NUMBERS[(version + number) % 6], more="</p>" + "\n".join(parts) + "<p>The end.")


def archive(folder: Path, histories: int, *, html: bool) -> int:
    """Write an archive; how many versions it holds."""
    count = 0
    folder.mkdir()
    for start in range(0, histories, FILE_HISTORIES):
        with (folder / f"{start:07}.warc").open("wb") as file:
            for number in range(start, min(histories, start + FILE_HISTORIES)):
                url = f"https://gazette-{number % 200}.example/2026/03/story-{number:07}"
                for version, page in enumerate(history(number)):
                    seen = START - timedelta(hours=50 - 5 * version, seconds=number % 3000)
                    file.write(record(page, url, f"{seen:%Y-%m-%dT%H:%M:%SZ}", html=html))
                    count += 1
    return count


def record(page: str, url: str, seen: str, *, html: bool) -> bytes:
    if not html:
        told = page.partition("<article>")[2].partition("</article>")[0]
        page = "\n\n".join(line for part in re.split(r"</?[ph]1?>", told) if (line := part.strip()))
    kind = "text/html; charset=utf-8" if html else "text/plain; charset=utf-8"
    body = warc_files.answer(page.encode(), kind=kind)
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {seen}\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body + b"\r\n\r\n"


def newsdiff(
    store: Path, *args: str, watch: Callable[[int], object] = lambda _: None
) -> tuple[float, float, int, int, str]:
    """Run a command: seconds of CPU and of the clock, MB of its own and of its greatest child, and what it said.

    ``watch`` is called now and then with its process id.
    """
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    with tempfile.TemporaryFile() as out:
        argv = [sys.executable, "-c", CLI, "--store", str(store), *args]
        started = subprocess.Popen(argv, stdout=out, stderr=out, env=env)
        while not (waited := os.wait4(started.pid, os.WNOHANG))[0]:
            watch(started.pid)
            time.sleep(_LOOK_SECONDS)
        _, status, used = waited
        started.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode()
    assert started.returncode == 0, said[-500:]
    said, _, peak = said.strip().rpartition("\n")
    wall = time.monotonic() - began
    return used.ru_utime + used.ru_stime, wall, int(peak) // 1024, used.ru_maxrss // 1024, said


def imported(folder: Path, source: Path, versions: int, engine: str, workers: list[int]) -> Cost:
    store = folder / "store"
    shutil.rmtree(store, ignore_errors=True)
    newsdiff(store, "init", "--bare", str(store))
    before, reads_before = tree_cpu(workers), cleaning_and_comparing(reading(workers))
    children: dict[int, Process] = {}  # as they were seen last: they are gone before their parent is

    def watch(pid: int) -> None:
        children.update((one.pid, one) for one in reading([pid, *workers]))

    cpu, wall, memory, child, said = newsdiff(store, "import", str(source), "--engine", engine, watch=watch)
    assert f"{versions} revisions recorded" in said, said
    reads = cleaning_and_comparing(children.values())
    cleaning, comparing = (after - b for after, b in zip(reads, reads_before, strict=True))
    return Cost(cpu, tree_cpu(workers) - before, wall, memory, child, versions, cleaning, comparing)


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler with two workers: its address, and the ids of the three processes."""
    folder.mkdir()
    made = DaskCluster(folder)
    try:
        made.add_workers(2)
        yield made.engine, [made.scheduler.pid, *(worker.pid for worker in made.workers)]
    finally:
        made.close()


def engines(folder: Path, histories: int, *, rounds: int = 2) -> dict[str, list[Cost]]:
    """The cost of one archive by each engine, in turns (A, B, C, A, B, C)."""
    versions = archive(folder / "archive", histories, html=True)
    found: dict[str, list[Cost]] = {"inline": [], "local:2": [], "dask": []}
    with cluster(folder / "dask") as (address, pids):
        imported(folder, folder / "archive", versions, address, pids)  # workers load what they need
        for _ in range(rounds):
            for name, costs in found.items():
                engine, own = (address, pids) if name == "dask" else (name, [])
                costs.append(imported(folder, folder / "archive", versions, engine, own))
                print(f"{name:8} {costs[-1]}", flush=True)
    return found


def unit_overhead(folder: Path, count: int) -> dict[str, float]:
    """Milliseconds of CPU that an engine takes for a unit in which there is nothing to do, of about a unit's size.

    Without what a scheduler and its workers take while they stand idle: on a busy machine that is more than the units.
    """
    from newsdiff.engines.engine import in_order
    from newsdiff.engines.opening import unit_engine
    from tests.engines import work

    units, found = [bytes(300_000)] * count, {}
    with cluster(folder / "dask") as (address, pids):
        for name in ("inline", "local:2", address):
            own = pids if name == address else []
            with unit_engine(name) as engine:
                for rounds in (20, count):  # the first ones load what is needed
                    idle, began = tree_cpu(own), time.monotonic()
                    time.sleep(3.0 if own else 0.0)
                    idle = (tree_cpu(own) - idle) / max(time.monotonic() - began, 1.0)  # seconds of CPU a second
                    before, began = time.process_time() + tree_cpu(own), time.monotonic()
                    assert all(size == 300_000 for size in in_order(engine, work.measured, units[:rounds]))
                    used = time.process_time() + tree_cpu(own) - before - idle * (time.monotonic() - began)
            found[name.partition(":")[0]] = 1000 * used / count
            print(f"{name.partition(':')[0]:8} {1000 * used / count:6.2f} ms CPU a unit of 300 kB", flush=True)
    return found


def growth(folder: Path, sizes: list[int], *, html: bool, by: str = "inline") -> list[Cost]:
    """The cost of archives of several sizes, by an engine: ``inline``, ``local:2``, ``dask``."""
    found = []
    for size in sizes:
        place = folder / f"{size}-{html}"
        place.mkdir()
        versions = archive(place / "archive", size, html=html)
        with cluster(place / "dask") if by == "dask" else nullcontext((by, list[int]())) as (engine, workers):
            if workers:  # they load what they need
                few = archive(place / "few", 20, html=html)
                imported(place, place / "few", few, engine, workers)
            found.append(imported(place, place / "archive", versions, engine, workers))
        stored = sum(p.stat().st_size for p in (place / "store").rglob("*") if p.is_file())
        kind = "HTML" if html else "text"
        print(f"{kind} {by} {size:6,} histories, {found[-1]}, store {stored >> 20} MB", flush=True)
        shutil.rmtree(place)
    each = [1000 * cost.cpu / cost.versions for cost in found]
    hours = each[-1] * NEWSEDITS_VERSIONS / 3_600_000
    print(f"  growth of the cost a version {each[-1] / each[0]:.2f}; computed: 4.6 million {hours:.1f} CPU hours")
    return found


def rejudged(folder: Path, histories: int) -> None:
    """The cost of judging anew what older rules judged."""
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.catalogue.rejudge import rejudge
    from newsdiff.engines.opening import unit_engine
    from newsdiff.flags import version
    from newsdiff.model import FlagSettings
    from newsdiff.store import Store

    versions = archive(folder / "archive", histories, html=False)
    imported(folder, folder / "archive", versions, "inline", [])
    store = Store(folder / "store")
    Catalogue(store).close()
    before = sum(p.stat().st_size for p in (folder / "store" / "objects").rglob("*") if p.is_file())
    for number, name in enumerate(("inline", "local:2"), 1000):
        version.RULES = str(number)
        version.version.cache_clear()
        began, own = time.monotonic(), total_cpu()
        with Catalogue(store) as catalogue, unit_engine(name) as engine:
            made = list(rejudge(catalogue, engine, lambda _: FlagSettings(), clock=lambda: START))
        used, wall = total_cpu() - own, time.monotonic() - began
        after = sum(p.stat().st_size for p in (folder / "store" / "objects").rglob("*") if p.is_file())
        print(
            f"{name}: {len(made)} edits, {1000 * used / len(made):.2f} ms CPU an edit, {wall:.1f} s on the wall,"
            f" {(after - before) / len(made):.0f} bytes a note",
            flush=True,
        )
        before = after


def total_cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def test_engines_add_little(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="needs the extra cluster")
    found = engines(tmp_path, 150)
    inline = min(cost.cpu for cost in found["inline"])
    for name in ("local:2", "dask"):
        assert min(cost.cpu for cost in found[name]) < 1.2 * inline, name


def test_a_unit_costs_an_engine_little(tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="needs the extra cluster")
    cleaning = 24 * 10.0  # milliseconds of CPU that a unit of pages takes in itself
    assert all(cost < 0.2 * cleaning for cost in unit_overhead(tmp_path, 500).values())


def test_cost_grows_with_the_archive(tmp_path: Path) -> None:
    small, large = growth(tmp_path, [300, 1200], html=False)
    assert large.cpu / large.versions < 1.15 * small.cpu / small.versions


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    what, *numbers = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        if what == "engines":
            engines(Path(name), int(numbers[0]))
        elif what == "units":
            unit_overhead(Path(name), int(numbers[0]))
        elif what == "rejudge":
            rejudged(Path(name), int(numbers[0]))
        else:
            sizes = [number for number in numbers if number.isdecimal()]
            [by] = [number for number in numbers if number not in sizes] or ["inline"]
            growth(Path(name), [int(size) for size in sizes], html=what != "text", by=by)
