"""What a site costs: `pytest tests/bench/test_site.py -m bench -s -n 0` (some ten minutes; the stores are made first).

Each build is a command of its own; user and system CPU in seconds, of all its processes, and what stood on the clock.
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from newsdiff.comparison import compare
from newsdiff.model import RevisionKind
from newsdiff.store import Record, Store
from tests.kit.many import START, filled, text

pytestmark = pytest.mark.bench
_WHOLE_SECONDS, _RUN_SECONDS = 60.0, 2.0


def _cost(*command: str) -> tuple[float, float]:
    """CPU seconds and seconds of one command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-m", "newsdiff", *command], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - start


def _size(folder: Path) -> tuple[int, float]:
    """Files, and their bytes in MB."""
    sizes = [p.stat().st_size for p in folder.rglob("*") if p.is_file()]
    return len(sizes), sum(sizes) / 1e6


def _told(name: str, cost: Sequence[float]) -> None:
    print(f"{name:<56} {cost[0]:7.2f} s of CPU {cost[1]:7.2f} s on the clock")


def _edit(store: Store, numbers: range) -> None:
    """One more edit of each of these articles."""
    records = []
    for number in numbers:
        path = store.path_of(text(number, 0).url)
        before = store.last(path or "")
        assert before is not None
        assert before.article is not None
        new, seen = text(number, 9), START + timedelta(days=300)
        records.append(Record(new, RevisionKind.EDIT, seen, before.seen_at, compare(before.article, new), path=path))
    store.record(records, now=START + timedelta(days=400))


def test_a_site_of_ten_thousand_revisions(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", 1_000, 10_000)
    _told("the catalogue is made", _cost("--store", str(store.path), "stats"))
    cost = _cost("--store", str(store.path), "site", str(tmp_path / "out"))
    _told("1,000 articles, 10,000 revisions", cost)
    print("{:,} files, {:.0f} MB".format(*_size(tmp_path / "out")))
    again = _cost("--store", str(store.path), "site", str(tmp_path / "out"))
    _told("once more, with nothing new", again)
    assert cost[0] / (os.cpu_count() or 1) <= _WHOLE_SECONDS
    assert again[0] <= _RUN_SECONDS


def test_a_run_of_twenty_edits_on_ten_thousand_articles(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", 10_000, 11_000)
    _told("10,000 articles, 11,000 revisions", _cost("--store", str(store.path), "site", str(tmp_path / "out")))
    print("{:,} files, {:.0f} MB".format(*_size(tmp_path / "out")))
    _edit(store, range(0, 10_000, 500))
    cost = _cost("--store", str(store.path), "site", str(tmp_path / "out"))
    _told("twenty edits", cost)
    assert cost[0] <= _RUN_SECONDS
