"""Measure the store: `python tests/bench/store.py [--full]` prints a table of ratios, all taken in one run.

CPU is user + system time of this process and its children. ``--full`` adds a store of 100,000
articles, ``--million`` measures a run at 1,000,000.
"""

import argparse
import gc
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from newsdiff.document import article
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store
from newsdiff.store.repository import maintenance
from newsdiff.store.repository import write as writing

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
WORDS = [a + b for a in ("ba", "ke", "li", "mo", "nu", "pra", "ste", "tri", "vo") for b in ("n", "ron", "lima", "ter")]


def sentence(r: random.Random) -> str:
    return " ".join(r.choices(WORDS, k=r.randint(8, 22))).capitalize() + "."


def body(seed: int, version: int = 0) -> list[str]:
    """About 450 words, of which a version changes one sentence."""
    r = random.Random(seed)
    paragraphs = [" ".join(sentence(r) for _ in range(r.randint(1, 3))) for _ in range(15)]
    if version:
        changed = random.Random(seed * 1000 + version)
        paragraphs[changed.randrange(15)] = sentence(changed)
    return paragraphs


def url(number: int) -> str:
    return f"https://outlet{number % 50}.example/2026/{number}/a-story-of-no-{number}"


def first(number: int, at: datetime) -> Record:
    text = article(body(number), headline=f"Story {number}", language="en")._replace(url=url(number))
    return Record(text, RevisionKind.FIRST, at, cleaner="newsdiff/0 bench", raw_sha256="0" * 64)


def edit(number: int, path: str, version: int, at: datetime) -> Record:
    text = article(body(number, version), headline=f"Story {number}", language="en")._replace(url=url(number))
    return Record(text, RevisionKind.EDIT, at, since=START, path=path, cleaner="newsdiff/0 bench", raw_sha256="0" * 64)


@dataclass
class Clock:
    cpu: float = 0.0
    wall: float = 0.0


@contextmanager
def clock() -> Iterator[Clock]:
    found, cpu, wall = Clock(), used(), time.perf_counter()
    yield found
    found.cpu, found.wall = used() - cpu, time.perf_counter() - wall


def used() -> float:
    both = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(r.ru_utime + r.ru_stime for r in both)


def grow(folder: Path, count: int) -> Store:
    """A bare store of this many articles, first seen over two years, 10,000 a run."""
    store = Store.create(folder, bare=True)
    for begin in range(0, count, 10_000):
        numbers = range(begin, min(begin + 10_000, count))
        days = [START + timedelta(days=(n * 730) // count) for n in numbers]
        store.record([first(n, day) for n, day in zip(numbers, days, strict=True)], now=START)
    maintenance.graph(store._git, whole=True)
    return store


def crowd(folder: Path, count: int) -> Store:
    """A bare store of very many small articles, brought by commits of 10,000 at once: like a real one in its size."""
    store = Store.create(folder, bare=True)
    command = ["git", "-C", str(folder), "fast-import", "--quiet", "--done", "--date-format=raw"]
    importer = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert importer.stdin is not None
    for number in range(count):
        if number % 10_000 == 0:
            importer.stdin.write(b"commit refs/heads/archive\ncommitter x <x> %d +0000\ndata 0\n" % START.timestamp())
        path = crowded(number)
        text = b"---\nformat: 1\nurl: https://x.example/%d\nstatus: live\n---\n\nText %d.\n" % (number, number)
        importer.stdin.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(text), text))
    importer.stdin.write(b"done\n")
    importer.communicate()
    maintenance.graph(store._git, whole=True)
    return store


def crowded(number: int) -> str:
    return f"outlet{number % 50}.example/20{10 + number // 50 % 15}/{number % 12 + 1:02}/story-{number:08x}.md"


def million(folder: Path) -> None:
    """A run of 20 commits at 10,000 and at 1,000,000 articles."""
    cost = {}
    for size in (10_000, 1_000_000):
        store = crowd(folder / f"crowd{size}", size)
        runs = []
        for attempt in range(6):
            at = START + timedelta(days=1, hours=attempt)
            chosen = random.Random(attempt).sample(range(size), 20)
            records = [edit(n, crowded(n), attempt, at) for n in chosen]
            with clock() as run:
                store.record(records, now=at)
            runs.append(run.cpu)
        cost[size] = median(runs[1:])  # the first one makes the index
        print(f"{size:8} articles: a run of 20 commits takes {cost[size] * 1000:.1f} ms", flush=True)
    print(f"10000 -> 1000000: a whole run of 20 x{cost[1_000_000] / cost[10_000]:.2f}")


def paths(store: Store) -> list[tuple[int, str]]:
    return [(int(row.url.rsplit("-", 1)[1]), row.path) for row in store._rows()]


def raw_import(store: Store, records: list[Record]) -> Clock:
    """`git fast-import` of exactly the stream that recording would send; its objects are kept apart and thrown away."""
    at = writing.tip(store._git)
    stream = b"".join(
        writing._stream(at, writing.prepare(store._git, at, records, [r.path or "" for r in records]), START)
    )
    apart = store.path.parent / "apart"
    apart.mkdir()
    own = {"GIT_OBJECT_DIRECTORY": str(apart), "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(store.path / "objects")}
    command = ["git", "-C", str(store.path), "fast-import", "--quiet", "--done", "--date-format=raw"]
    with clock() as found:
        subprocess.run(command, input=stream, check=True, env=os.environ | own)
    subprocess.run(
        ["git", "-C", str(store.path), "update-ref", "refs/heads/archive", at.id], check=True, env=os.environ | own
    )
    shutil.rmtree(apart)
    return found


@contextmanager
def without_after(store: Store) -> Iterator[None]:
    """Leave the commit-graph and folding of packs for later."""
    store._after = lambda: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        del store._after


def apart(store: Store) -> Clock:
    """What a run of nothing costs: the start-up of each git."""
    with clock() as found:
        writing.tip(store._git)
        store._git.run("cat-file", "--batch-check")
        writing.tip(store._git)
        store._git.run("fast-import", "--quiet", "--done", stdin=b"done\n")
    return found


def commit_loop(folder: Path, store: Store, chosen: list[tuple[int, str]], count: int) -> float:
    """CPU a commit of `git add && git commit` in a work tree of the same size."""
    clone = folder / "loop"
    subprocess.run(["git", "clone", "-q", "-b", "archive", str(store.path), str(clone)], check=True)
    user = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "gc.auto=0"]
    with clock() as found:
        for n, path in chosen[:count]:
            (clone / path).write_text("\n".join(body(n, 77)))
            subprocess.run(["git", "-C", str(clone), "add", path], check=True)
            subprocess.run(["git", "-C", str(clone), *user, "commit", "-q", "-m", "edit"], check=True)
    shutil.rmtree(clone)
    return found.cpu / count


def recording(folder: Path, sizes: list[int]) -> None:
    print("articles  per run   ours ms/commit  raw ms/commit  ratio   whole run  add+commit/ours  /whole run")
    marginal: dict[int, float] = {}
    whole: dict[int, float] = {}
    for size in sizes:
        store = grow(folder / f"store{size}", size)
        known = paths(store)
        random.Random(1).shuffle(known)
        loop = commit_loop(folder, store, known, 10) if size <= 100_000 else float("nan")
        for per_run in (20, 1000):
            chosen = [known[i % len(known)] for i in range(per_run)]
            ours, raws, wholes = [], [], []
            for attempt in range(5):
                at = START + timedelta(days=800, hours=attempt)
                records = [edit(n, p, 1 + attempt * 1000 + i, at) for i, (n, p) in enumerate(chosen)]
                raws.append(raw_import(store, records).cpu)
                fixed = median(apart(store).cpu for _ in range(5))
                gc.collect()
                gc.freeze()  # what this script holds is not the store's to look through
                with clock() as run, without_after(store):
                    store.record(records, now=at)
                with clock() as after:
                    store._after()
                wholes.append(run.cpu + after.cpu)
                ours.append(run.cpu - fixed)
            nothing = median(raw_import(store, []).cpu for _ in range(5))
            mine, theirs = median(ours) / per_run * 1000, (median(raws) - nothing) / per_run * 1000
            both = (f"{mine:14.3f}", f"{theirs:13.3f}", f"{mine / theirs:6.2f}", f"{median(wholes) * 1000:8.1f} ms")
            print(
                f"{size:8}  {per_run:7}",
                *both,
                f"{loop * 1000 / mine:8.0f}x",
                f"{loop * per_run / median(wholes):8.0f}x",
                flush=True,
            )
            marginal[size] = mine
            whole[size] = median(wholes) if per_run == 20 else whole[size]
    for small, large in ((10_000, 100_000),):
        if large in marginal:
            growth = marginal[large] / marginal[small], whole[large] / whole[small]
            print(f"{small} -> {large}: CPU a commit x{growth[0]:.2f}, a run of 20 x{growth[1]:.2f}")


def reading(store: Store) -> None:
    """`log` of one article, and 300 revisions of one read, against plain git on the same store."""
    number, path = paths(store)[0]
    store.record([edit(number, path, v, START + timedelta(days=900, minutes=v)) for v in range(1, 301)], now=START)
    git = ["git", "-C", str(store.path), "--literal-pathspecs"]
    _, other = paths(store)[7]
    plain_log = best(lambda: call([*git, "log", "archive", "--", other]))
    ours = best(lambda: store.history(other))
    print(
        f"log of one article: ours {ours * 1000:.1f} ms, git {plain_log * 1000:.1f} ms, ours/git {ours / plain_log:.2f}"
    )
    slow = best(lambda: call([*git, "-c", "core.commitGraph=false", "log", "archive", "--", other]))
    print(f"log without the graph / with: {slow / ours:.1f}x")

    def plain() -> None:
        raws = call([*git, "log", "--raw", "--no-renames", "--no-abbrev", "--format=", "archive", "--", path]).decode()
        blobs = "".join(line.split()[3] + "\n" for line in raws.splitlines() if line)
        call([*git, "cat-file", "--batch", "--buffer"], blobs.encode())

    ours, theirs = best(lambda: store.read_all(store.history(path))), best(plain)
    print(f"300 revisions read: ours {ours * 1000:.1f} ms, git {theirs * 1000:.1f} ms, ours/git {ours / theirs:.2f}")


def disk(folder: Path, store: Store) -> None:
    subprocess.run(["git", "clone", "-q", "--mirror", str(store.path), str(folder / "tight")], check=True)
    subprocess.run(["git", "-C", str(folder / "tight"), "repack", "-adfq"], check=True)
    before, tight = pack_bytes(store.path), pack_bytes(folder / "tight")
    store.maintain(now=START)
    print(f"disk before maintain / repack -adf {before / tight:.2f}, after {pack_bytes(store.path) / tight:.2f}")


def pack_bytes(folder: Path) -> int:
    return sum(p.stat().st_size for p in (folder / "objects").rglob("*") if p.is_file() and "info" not in p.parts)


def call(command: list[str], stdin: bytes = b"") -> bytes:
    return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout


def best(work: Callable[[], object], times: int = 5) -> float:
    found = []
    for _ in range(times):
        with clock() as one:
            work()
        found.append(one.cpu)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help="also 100,000 articles")
    parser.add_argument("--million", action="store_true", help="only a run of 20 commits at 10,000 and 1,000,000")
    parser.add_argument("--sizes", type=int, nargs="*", help="other sizes")
    args = parser.parse_args()
    sizes: list[int] = args.sizes or ([100, 10_000, 100_000] if args.full else [100, 10_000])
    folder = Path(tempfile.mkdtemp(prefix="newsdiff-bench-", dir=os.environ.get("TMPDIR")))
    try:
        if args.million:
            million(folder)
            return
        recording(folder, sizes)
        reading(Store(folder / f"store{max(s for s in sizes if s <= 100_000)}"))
        disk(folder, Store(folder / f"store{min(sizes, key=lambda s: abs(s - 10_000))}"))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
