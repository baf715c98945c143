"""Killed at any instant: what was acknowledged stands, nothing stands twice, and the next run needs nobody."""

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.document import article
from newsdiff.errors import StoreLocked
from newsdiff.model import Article, Page
from newsdiff.store import Store
from newsdiff.store.backfill import backfill
from tests.kit.stories import START, edit, first


def in_a_group(work: Callable[[int], None]) -> tuple[int, int]:
    """Fork a process group that does ``work(pipe)``; its pid and the pipe's reading end."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writing)
        assert os.read(reading, 1) == b"!"
        return pid, reading
    code = 1
    try:
        os.setsid()
        os.write(writing, b"!")
        work(writing)
        code = 0
    finally:
        os._exit(code)


def kill_after(seconds: float, pid: int, reading: int) -> list[str]:
    """Kill the whole group after some time; what it had acknowledged by then."""
    time.sleep(seconds)
    os.killpg(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read().split()


def page(number: int) -> Page:
    return Page("https://gazette.example/x", "https://gazette.example/x", 200, "text/html", b"%d" % number, START)


def watching(folder: Path, start: int) -> Callable[[int], None]:
    """Runs that each record the next number in two articles, acknowledge it, and now and then maintain."""

    def work(pipe: int) -> None:
        for number in range(start, start + 100):
            store = Store(folder)
            now = START + timedelta(hours=number)
            with store.lock(who="watch", now=now):
                store.raw.put(page(number))
                paths = [entry.path for entry in store.articles()]
                made = store.record([edit(path, f"Number {number}.", hours=number) for path in paths], now=now)
            os.write(pipe, b"".join(b"%s:%d\n" % (r.path.encode(), number) for r in made))
            if number % 7 == 0:
                store.maintain(now=now)

    return work


def numbers(store: Store) -> dict[str, list[int]]:
    """What each article's history says, oldest first."""
    found = {}
    for entry in store.articles():
        revisions = store.read_all(reversed(store.history(entry.path)))
        found[entry.path] = [int(r.article.blocks[-1].text[7:-1]) for r in revisions[1:] if r.article]
    return found


def check(store: Store, acknowledged: list[str], known: int) -> int:
    """Nothing acknowledged is lost, nothing is there twice; the highest number so far."""
    held = numbers(store)
    for numbers_of in held.values():
        assert numbers_of == sorted(set(numbers_of))
    for line in acknowledged:
        path, number = line.split(":")
        assert int(number) in held[path]
    return max([known, *(n for numbers_of in held.values() for n in numbers_of)])


def next_run(folder: Path, now: datetime) -> bool:
    """Take the lock, as soon as the last process of the killed group is gone."""
    for _ in range(200):
        try:
            with Store(folder).lock(who="next", now=now):
                return True
        except StoreLocked:
            time.sleep(0.01)
    return False


def kills(folder: Path, count: int, seed: int) -> None:
    random_ = random.Random(seed)
    store = Store.create(folder)
    store.record([first(), first("https://herald.example/fire", "Fire.")], now=START)
    known, swept = 0, 0
    for _ in range(count):
        pid, reading = in_a_group(watching(folder, known + 1))
        acknowledged = kill_after(random_.uniform(0.0, 0.6) ** 1.5, pid, reading)
        now = START + timedelta(hours=known)
        swept += next_run(folder, now)  # starts without anybody's help
        known = check(Store(folder), acknowledged, known)
    assert known > 0
    assert swept == count
    # A write that was killed between its pack and its ref leaves commits that nothing names: no fault, and no revision.
    for command in (["fsck", "--strict", "--full", "--no-dangling"], ["status", "--porcelain"]):
        assert subprocess.run(["git", *command], cwd=folder, capture_output=True, check=True).stdout == b""
    for left in ("*.lock", "tmp_*", ".tmp-*", "*.keep", "fast_import_crash_*"):
        assert list((folder / ".git").rglob(left)) == []
    assert len(list(Store(folder).raw.manifests())) >= 1


def test_twenty_kills(tmp_path: Path) -> None:
    kills(tmp_path / "store", 20, seed=6)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_thousand_kills(tmp_path: Path, seed: int) -> None:
    kills(tmp_path / "store", 100, seed=100 + seed)


def importing(folder: Path, pages: list[Page]) -> Callable[[int], None]:
    """One import of all pages, in small batches."""

    def work(pipe: int) -> None:
        backfill.BATCH_RECORDS = 2
        Store(folder).import_(pages, clean=cleaned, now=START)

    return work


def cleaned(page: Page) -> Article:
    return article([page.body.decode()])._replace(url=page.url)


def killed_imports(folder: Path, count: int, seed: int) -> None:
    """Imports that are killed, and at last one that is not: what it makes is what one alone makes."""
    random_ = random.Random(seed)
    urls = [f"https://gazette.example/{name}" for name in "abc"]
    steps = [(url, number) for number in range(8) for url in urls]
    pages = [
        Page(url, url, 200, "text/plain", b"%d %s" % (number, url.encode()), START - timedelta(days=90 - at))
        for at, (url, number) in enumerate(steps)
    ]
    whole = Store.create(folder / "whole").import_(pages, clean=cleaned, now=START)
    Store.create(folder / "killed")
    for _ in range(count):
        kill_after(random_.uniform(0.0, 1.2) ** 1.5, *in_a_group(importing(folder / "killed", pages)))
        assert next_run(folder / "killed", START)
    store = Store(folder / "killed")
    store.import_(pages, clean=cleaned, now=START)
    assert store.notices == []
    told = [(r.path, r.kind, r.seen_at, r.since, dict(r.trailers)["Raw-Sha256"]) for r in store.changes()]
    assert told[::-1] == [(r.path, r.kind, r.seen_at, r.since, dict(r.trailers)["Raw-Sha256"]) for r in whole]
    assert list(store.verify()) == []


def test_killed_imports_are_taken_up(tmp_path: Path) -> None:
    killed_imports(tmp_path, 8, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_killed_imports(tmp_path: Path, seed: int) -> None:
    for number in range(10):
        killed_imports(tmp_path / str(number), 10, seed=100 * seed + number)


def test_a_lock_that_a_killed_creation_left_is_no_obstacle(tmp_path: Path) -> None:
    git_dir = tmp_path / "store" / ".git"
    git_dir.mkdir(parents=True)
    (git_dir / "config.lock").touch()
    assert len(Store.create(tmp_path / "store").record([first()], now=START)) == 1


def test_a_killed_creation_is_completed(tmp_path: Path) -> None:
    def create(pipe: int) -> None:
        Store.create(tmp_path / "store")
        os.write(pipe, b" made")

    for seconds in (0.0, 0.005, 0.01, 0.02, 0.04, 0.08, 0.16):
        pid, reading = in_a_group(create)
        if kill_after(seconds, pid, reading):
            break
    store = (
        Store(tmp_path / "store")
        if (tmp_path / "store/.newsdiff/format").exists()
        else Store.create(tmp_path / "store")
    )
    assert len(store.record([first()], now=START)) == 1
    assert list(store.verify()) == []
