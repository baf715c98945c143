"""What an export costs: `pytest tests/bench/test_export.py -m bench -s -n 0`.

A store of 10,000 invented articles and 100,000 revisions is made first, which takes long; NEWSDIFF_BENCH_REVISIONS says how
many instead. Each format is written by a process of its own, user and system CPU in seconds and the most memory of it and
of what it starts (git); the first one makes the catalogue too.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kit.many import filled

pytestmark = pytest.mark.bench
_REVISIONS = int(os.environ.get("NEWSDIFF_BENCH_REVISIONS", "100000"))
_CPU_SECONDS = 60.0 * _REVISIONS / 100_000
_MEGABYTES = 300
_MEASURE = """
import json, resource, sys
from newsdiff.cli.group import invoke
code = invoke(sys.argv[1:])
own, git = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = own.ru_utime + own.ru_stime + git.ru_utime + git.ru_stime
print(json.dumps([code, cpu, max(own.ru_maxrss, git.ru_maxrss) / 1024]))
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("many") / "snapshots", _REVISIONS // 10, _REVISIONS).path


def test_each_format_takes_a_minute_and_little_memory(store: Path, tmp_path: Path) -> None:
    costly = []
    for form in ("sqlite", "sqlite", "parquet", "csv", "jsonl"):
        command = [sys.executable, "-c", _MEASURE, "--store", str(store), "export", form, str(tmp_path / form)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        code, cpu, memory = json.loads(done.stdout.splitlines()[-1])
        print(f"{form:<10} {cpu:6.2f} s {memory:6.0f} MB")
        costly += [form] if code or cpu > _CPU_SECONDS or memory > _MEGABYTES else []
    assert costly == []
