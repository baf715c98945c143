"""How many words each word diff calls changed, beside the true ledger.

Run it with ``pytest -m bench -s tests/bench/test_peers.py``.
git, wdiff and dwdiff (Debian packages; one that is not installed is left out) get the same texts, a paragraph a line.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

import newsdiff

pytestmark = pytest.mark.bench

SIZE = 5000
WORD = re.compile(r"\w")


@pytest.fixture(scope="module")
def score() -> ModuleType:
    """The measuring script, for its texts and ledgers."""
    path = Path(__file__).parents[3] / "shared" / "bench" / "score_diff.py"
    if not path.exists():
        pytest.skip("no ../shared here")
    spec = importlib.util.spec_from_file_location("score_diff", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_diff"] = module
    spec.loader.exec_module(module)
    return module


def words(text: str) -> int:
    return sum(1 for token in re.findall(r"\w+(?:[’'.,\-–]\w+)*", text) if WORD.search(token))


def marked(command: list[str], pattern: str) -> Callable[[Path, Path], int]:
    def count(old: Path, new: Path) -> int:
        done = subprocess.run([*command, str(old), str(new)], capture_output=True, text=True, check=False)
        return sum(words(span) for span in re.findall(pattern, done.stdout, re.MULTILINE | re.DOTALL))

    return count


WDIFF = r"\[-(.*?)-\]|\{\+(.*?)\+\}"
PEERS = {
    "git --word-diff": marked(
        ["git", "diff", "--no-index", "--word-diff=porcelain", "--unified=0"], r"^(?:[-+](?![-+]{2} ))(.*?)$"
    ),
    "wdiff": marked(
        [
            "wdiff",
            "--no-common",
            "--start-delete=\x01",
            "--end-delete=\x02",
            "--start-insert=\x01",
            "--end-insert=\x02",
        ],
        "\x01(.*?)\x02",
    ),
    "dwdiff": marked(
        [
            "dwdiff",
            "--no-common",
            "--start-delete=\x01",
            "--stop-delete=\x02",
            "--start-insert=\x01",
            "--stop-insert=\x02",
        ],
        "\x01(.*?)\x02",
    ),
}


def test_truth_beside_peers(score: ModuleType, tmp_path: Path, shared: Path) -> None:
    source = score.pool(shared / "data" / "pages" / "readability")
    rows = []
    for name, old, new, true in score.cases(SIZE, source):
        (tmp_path / "old.txt").write_text("\n\n".join(old))
        (tmp_path / "new.txt").write_text("\n\n".join(new))
        report = newsdiff.compare(newsdiff.article(old), newsdiff.article(new))
        row = {"case": name, "true": true, "newsdiff": report.words.inserted + report.words.deleted}
        for peer, count in PEERS.items():
            if shutil.which(peer.split()[0]):
                row[peer] = count(tmp_path / "old.txt", tmp_path / "new.txt")
        rows.append(row)
        print(row)
    mine = [abs(row["newsdiff"] - row["true"]) for row in rows]
    for peer in PEERS:
        if peer in rows[0]:
            assert sum(mine) <= sum(abs(row[peer] - row["true"]) for row in rows)
