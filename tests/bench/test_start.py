"""Cold start as a ratio to ``python -c pass``, in turn: ``pytest -m bench -s tests/bench/test_start.py``.

CPU time is compared, which other work on the machine changes least. Beside the ratio stands that to ``python -I -S``,
which reads no site-packages and is the least that any Python takes.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.bench

ROUNDS = 40
OLD = "Former Harbour Minister Ingrid Vale said 12 people were hurt.\n\nThe ferry leaves at dawn.\n" * 12
SAMPLE = [str(Path(__file__).parents[3] / "shared/data/seed" / name) for name in ("article.txt", "edited.txt")]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}  # as a user has it
COMMAND = str(Path(sys.executable).parent / "newsdiff")


def seconds(command: list[str], folder: Path) -> float:
    """The CPU time of a command that ends well, user and system."""
    with subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime


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
    commands = ([sys.executable, "-c", "pass"], [sys.executable, "-I", "-S", "-c", "pass"], [COMMAND, *args])
    rounds = [[seconds(command, tmp_path) for command in commands] for _ in range(ROUNDS)]
    ratio, of_least = (statistics.median(ours / bare[i] for *bare, ours in rounds) for i in (0, 1))
    print(f"\n{name}: {ratio:.2f} times python -c pass (target {most}), {of_least:.2f} times python -I -S -c pass")
    assert ratio <= most
