"""Cold start as a ratio to ``python -c pass``, in turn: ``pytest -m bench -s tests/bench/test_start.py``."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

ROUNDS = 25
OLD = "Former Harbour Minister Ingrid Vale said 12 people were hurt.\n\nThe ferry leaves at dawn.\n" * 12
SAMPLE = [str(Path(__file__).parents[3] / "shared/data/seed" / name) for name in ("article.txt", "edited.txt")]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}  # as a user has it
COMMAND = str(Path(sys.executable).parent / "newsdiff")


def seconds(command: list[str], folder: Path) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
    assert done.returncode == 0
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("name", "args", "most"),
    [
        ("version", ["--version"], 4.0),
        ("diff", ["diff", "a.txt", "b.txt"], 5.0),
        ("diff in colour", ["--color=always", "diff", "a.txt", "b.txt"], 6.5),
        ("diff of the sample article", ["diff", *SAMPLE], 5.0),
        ("diff of the sample article in colour", ["--color=always", "diff", *SAMPLE], 6.5),
    ],
)
def test_cold_start(tmp_path: Path, name: str, args: list[str], most: float) -> None:
    if SAMPLE[0] in args and not Path(SAMPLE[0]).exists():
        pytest.skip("no sample article here")
    (tmp_path / "a.txt").write_text(OLD)
    (tmp_path / "b.txt").write_text(OLD.replace("Former Harbour", "Harbour", 1).replace("12", "72", 1))
    ratios = []
    for _ in range(ROUNDS):
        bare = seconds([sys.executable, "-c", "pass"], tmp_path)
        ratios.append(seconds([COMMAND, *args], tmp_path) / bare)
    ratio = statistics.median(ratios)
    print(f"\n{name}: {ratio:.2f} times python -c pass (target {most})")
    assert ratio <= most
