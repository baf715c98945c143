"""A process that judges anew is killed at any moment: nothing is lost, the history stands, the next run goes on."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsdiff.store import Store
from tests.catalogue.test_rejudge import commits, template
from tests.catalogue.test_rejudge import store as store

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SMALL = (
    "from newsdiff.catalogue import rejudge as r; r._KEEP_JUDGEMENTS = 1; r._UNIT_HISTORIES = 1; r._READ_EDITS = 1;"
    "from newsdiff.cli import main; main()"
)
template = template


def begun(store: Store) -> "subprocess.Popen[bytes]":
    argv = [sys.executable, "-c", SMALL, "--store", str(store.path), "rejudge", "--all"]
    return subprocess.Popen(argv, env=os.environ | {"PYTHONPATH": str(ROOT)}, start_new_session=True)


def test_a_kill_at_any_moment_loses_nothing(store: Store) -> None:
    before, chance = commits(store), random.Random(5)
    for _ in range(12):
        process = begun(store)
        time.sleep(chance.uniform(0.3, 4.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert commits(store) == before
    assert begun(store).wait() == 0
    assert {r.flags for r in store.changes() if r.kind == "edit"} == {("number",), ("event",)}
    assert list(Store(store.path).verify()) == []
