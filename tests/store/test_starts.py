"""Overlapping starts: one works, the others leave at once."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsdiff.errors import StoreLocked
from newsdiff.store import Store
from newsdiff.store.lock import check_free
from tests.kit.stories import START, first

ROOT = str(Path(__file__).parents[2])
LOOK = "import sys; from pathlib import Path; from newsdiff.store.lock import check_free; check_free(Path(sys.argv[1]))"
WORK = """
import sys
from datetime import UTC, datetime
from newsdiff.errors import StoreLocked
from newsdiff.store import Store
try:
    with Store(sys.argv[1]).lock(who="watch", now=datetime(2026, 3, 1, tzinfo=UTC)):
        print("works", flush=True)
        sys.stdin.read()
except StoreLocked as error:
    sys.exit(error.exit_code)
"""


def start(code: str, *args: str, count: int) -> list["subprocess.Popen[str]"]:
    environment = os.environ | {"PYTHONPATH": ROOT}
    command = [sys.executable, "-c", code, *args]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return [subprocess.Popen(command, env=environment, text=True, **pipes) for _ in range(count)]  # type: ignore[call-overload]


def seconds(code: str, *args: str, count: int = 100) -> float:
    """How long it takes until this many simultaneous processes have ended."""
    begin = time.perf_counter()
    for process in start(code, *args, count=count):
        process.communicate()
    return time.perf_counter() - begin


def test_a_free_store_is_free(store: Store) -> None:
    check_free(store.private)
    [made] = store.record([first()], now=START)
    check_free(store.private)
    check_free(store.path / "nowhere")  # none of them raises
    assert store.tip == made.id


def test_looking_does_not_take_the_lock(store: Store) -> None:
    with store.lock(who="watch", now=START):
        for _ in range(2):
            with pytest.raises(StoreLocked, match="watch holds the lock"):
                check_free(store.private)
    with store.lock(who="watch", now=START) as lock:
        assert lock.crashed is None


def test_one_of_many_works_and_the_others_leave_with_75(store: Store) -> None:
    processes = start(WORK, str(store.path), count=20)
    waiting = [p for p in processes if p.stdout is not None and p.stdout.readline() == "works\n"]
    codes = sorted(p.wait() for p in processes if p not in waiting)
    assert len(waiting) == 1
    assert codes == [75] * 19
    for process in processes:
        process.communicate()
    assert waiting[0].returncode == 0


@pytest.mark.slow
def test_a_hundred_starts_end_as_fast_as_a_hundred_imports_of_click(store: Store) -> None:
    with store.lock(who="watch", now=START):
        ours = min(seconds(LOOK, str(store.private)) for _ in range(3))
    assert ours <= 2 * min(seconds("import click") for _ in range(3))
