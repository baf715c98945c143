"""kill -9 of a whole run at random instants: what was told stays, and once."""

import os
import random
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.kit.site import Desk, Site, story

RUN = """
import sys
from datetime import datetime
from newsdiff import watch
from newsdiff.model import FetchSettings, Settings
from newsdiff.store import Store
settings = Settings(fetch=FetchSettings(delay=0.0, allow_private=True))
now = datetime.fromisoformat(sys.argv[2])
for outcome in watch.run(Store(sys.argv[1]), settings, clock=lambda: now, everything=True):
    if outcome.revision:
        print(outcome.revision.id, flush=True)
"""
ARTICLES = 6


def run(desk: Desk, seconds: float | None) -> set[str]:
    """One run, killed after so many seconds with all its children; the revisions that it told of."""
    command = [sys.executable, "-c", RUN, str(desk.store.path), desk.now.isoformat()]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=environment)
    desk.now += timedelta(hours=30)
    try:
        out, _ = process.communicate(timeout=seconds)
        assert process.returncode == 0
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
    return set(out.split())


def torture(desk: Desk, site: Site, runs: int) -> None:
    r, told = random.Random(7), set()
    for n in range(ARTICLES):
        desk.add(site.url(f"/{n}"))
    for number in range(runs):
        for n in range(ARTICLES):
            site.put(f"/{n}", story(n, cracks=f"number {number}"))
        told |= run(desk, None if number % 4 == 3 else r.uniform(0.2, 2.0))
    revisions = desk.store.read_all(list(desk.store.changes()))
    assert told <= {revision.id for revision in revisions}
    assert len({(v.url, v.article.text) for v in revisions if v.article}) == len(revisions) >= ARTICLES
    assert sorted(v.url for v in revisions if v.kind == "first") == sorted(site.url(f"/{n}") for n in range(ARTICLES))
    fsck = ["git", "--git-dir", str(desk.store.path), "fsck", "--strict", "--no-progress"]
    subprocess.run(fsck, check=True, capture_output=True)


def test_a_run_that_is_killed_loses_nothing(desk: Desk, site: Site) -> None:
    torture(desk, site, 4)


@pytest.mark.slow
def test_hundreds_of_runs_that_are_killed_lose_nothing(desk: Desk, site: Site) -> None:
    torture(desk, site, 400)
