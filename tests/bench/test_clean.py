"""How well and how fast pages are cleaned: ``pytest tests/bench/test_clean.py -m bench -s`` prints the figures.

The measuring scripts and their pages stand beside the checkout, in ../shared; without them only the child is measured.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.clean.sandbox import Cleaner
from newsdiff.model import PageToClean

pytestmark = pytest.mark.bench
ROOT = Path(__file__).parents[2]
PAGE = Path(__file__).parent.parent / "pages" / "classic-cms" / "page.html"


def measured(shared: Path, script: str, *arguments: str) -> dict[str, float]:
    """The figures that a script of ../shared/bench prints on its last JSON line."""
    argv = [sys.executable, str(shared / "bench" / script), *arguments]
    told = subprocess.run(
        argv, cwd=shared, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    figures: dict[str, float] = json.loads(next(line for line in told.stdout.split("\n") if line.startswith("{")))
    print(script, *arguments, figures)
    return figures


def test_noise_is_silent_and_edits_show(shared: Path) -> None:
    figures = measured(shared, "score_stability.py", "data/pages/readability", "--pages", "60", "--json")
    assert figures["false_change"] <= 0.01
    assert figures["missed_edit"] <= 0.005


def test_real_versions(shared: Path) -> None:
    versions = ("data/versions/govuk-news", "data/versions/govuk-speeches")
    figures = measured(shared, "score_versions.py", *versions, "--noise", "data/noise/govuk")
    assert figures["visible"] >= 0.997
    assert figures["false_change"] <= 0.02


@pytest.mark.parametrize(("pages", "least"), [("readability", 0.955), ("snippets", 0.925)])
def test_the_body_is_found(shared: Path, pages: str, least: float) -> None:
    assert measured(shared, "score_clean.py", f"data/pages/{pages}")["f1"] >= least


def test_cpu_beside_trafilatura(shared: Path) -> None:
    assert (
        measured(shared, "score_clean.py", "data/pages/readability", "--beside")["cpu_ratio_to_trafilatura_fast"] <= 4
    )


def test_the_child_costs_a_millisecond_a_page_at_most() -> None:
    body, rounds = PAGE.read_bytes(), 200
    with Cleaner() as cleaner:
        cleaner.clean(PageToClean(body))
        start = time.perf_counter()
        for _ in range(rounds):
            cleaner.clean(PageToClean(body))
        there = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(rounds):
        cleaned_html(body)
    cost = 1000 * (there - (time.perf_counter() - start)) / rounds
    print(f"the child costs {cost:.2f} ms a page")
    assert cost <= 1
