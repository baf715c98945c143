"""What flags cost: beside the diff of the same texts, and for a changed paragraph."""

import random
import time
from pathlib import Path

import pytest

import newsdiff
from newsdiff import findings, flags
from newsdiff.diff import diff
from newsdiff.model import Article, Diff, Op

pytestmark = pytest.mark.bench
_ROUNDS = 7


def _paragraphs(folder: Path) -> list[str]:
    texts = (p.read_text(errors="replace") for p in sorted(folder.glob("*.txt")))
    return [line for text in texts for line in text.split("\n") if len(line.split()) > 30][:200]


def _half(paragraphs: list[str]) -> tuple[Article, Article]:
    """Every second paragraph with a third of its words changed."""
    chance, words = random.Random(7), " ".join(paragraphs).split()
    new = list(paragraphs)
    for i in range(0, len(new), 2):
        new[i] = " ".join(chance.choice(words) if chance.random() < 0.3 else w for w in new[i].split())
    return newsdiff.article(paragraphs, language="en"), newsdiff.article(new, language="en")


def _best(task: object, *args: object) -> float:
    """The least CPU time of some rounds, in seconds."""
    assert callable(task)
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        task(*args)
        times.append(time.process_time() - start)
    return min(times)


def _judge(compared: Diff) -> None:
    found, _ = flags.flag(compared)
    flags.disclosed(compared, found)
    flags.notes(compared)


def test_flags_cost_little(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = _half(_paragraphs(shared / "data" / "pages" / "readability"))
    compared = diff(old, new)
    changed = sum(h.op is not Op.EQUAL for h in compared.hunks)
    judging, comparing = _best(_judge, compared), _best(diff, old, new)
    with capsys.disabled():
        print(f"\nflags {judging * 1e3:.1f} ms, diff {comparing * 1e3:.1f} ms")
        print(f"{judging * 1e3 / changed:.3f} ms a changed paragraph")
    assert judging / changed < 0.003  # ten times the aim: only a blunder is an error here


def test_equal_texts_cost_nearly_nothing(shared: Path) -> None:
    old, _ = _half(_paragraphs(shared / "data" / "pages" / "readability"))
    compared = diff(old, old)
    assert _best(_judge, compared) < 0.001


def test_findings_cost_little(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = _half(_paragraphs(shared / "data" / "pages" / "readability"))
    compared = diff(old, new)
    told, places = flags.flag(compared)

    def finding() -> None:
        found = findings.findings(compared, told, places)
        findings.summary(compared, found, compared.words, flags.disclosed(compared, told)[0])

    share = _best(finding) / _best(newsdiff.compare, old, new)
    with capsys.disabled():
        print(f"\nfindings are {share:.1%} of compare, {len(told)} flags")
    assert share < 0.25
