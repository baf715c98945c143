"""What a month later costs: `pytest tests/bench/test_catalogue.py -m bench -s -n 0`.

A store of 2,000 invented articles and 20,000 revisions is made first (some two minutes); then each question is asked in a
process of its own, twice: user and system CPU in seconds, and the most memory, of the second time.
"""

import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.kit.many import filled

pytestmark = pytest.mark.bench
_ARTICLES, _REVISIONS = 2_000, 20_000
_CPU_SECONDS = 0.5
_QUESTIONS = (
    ("changes", "--top", "10", "--since", "2026-03-01"),
    ("changes", "--text", "outrage", "-n", "20"),
    ("find", "killed", "14", "people"),
    ("find", "--regex", r"year 20\d4"),
    ("blame", "outlet0.example/2026/story-100"),
    ("stats",),
    ("stats", "--by", "flag"),
    ("stats", "--by", "article"),
    ("changes", "--flag", "title", "--since", "2026-03-25"),
    ("changes", "--unquoted"),
)


def _cost(store: Path, question: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of one command, and the most memory of any so far in megabytes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "newsdiff", "--store", str(store), *question]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, its catalogue made by a first question."""
    path = filled(tmp_path_factory.mktemp("many") / "snapshots", _ARTICLES, _REVISIONS).path
    cpu, memory = _cost(path, ("stats",))
    print(f"\n{'the catalogue is made':<60} {cpu:6.2f} s {memory:6.0f} MB")
    return path


def test_each_question_is_answered_in_half_a_second(store: Path) -> None:
    late = []
    for question in _QUESTIONS:
        _cost(store, question)
        cpu, _ = _cost(store, question)
        print(f"{' '.join(question):<60} {cpu:6.2f} s")
        late += [question] if cpu > _CPU_SECONDS else []
    assert late == []
