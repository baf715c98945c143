"""Precision and recall over five hundred invented edits, and silence on what says the same otherwise.

``edits.jsonl``: old and new text, and the kinds that hold (``minor``: mere form; ``wording``: substance of no kind).
They were written from the table of kinds alone, without a look at the rules. At first sight the rules scored .90 micro
F1 on the first 260, and .92 on the other 240 after the misses among the first had been mended; since then they are no
measure of what is unseen, but a guard.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import newsdiff

KINDS = {"date", "number", "title", "name", "quote", "attribution", "negation", "modality", "correction"}


@pytest.fixture(scope="module")
def edits() -> list[tuple[set[str], set[str]]]:
    """What holds, and what is flagged."""
    lines = (Path(__file__).parent / "edits.jsonl").read_text(encoding="utf-8").splitlines()
    return [(set(edit["labels"]), flagged(edit)) for edit in map(json.loads, lines)]


def flagged(edit: dict[str, Any]) -> set[str]:
    report = newsdiff.compare(newsdiff.article([edit["old"]]), newsdiff.article([edit["new"]]))
    return {str(flag.kind) for flag in report.flags} & KINDS


def test_what_says_the_same_is_quiet(edits: list[tuple[set[str], set[str]]]) -> None:
    for label, least in (("minor", 0.92), ("wording", 0.98)):
        quiet = [not found for labels, found in edits if labels == {label}]
        assert sum(quiet) / len(quiet) >= least, label


def test_the_kinds_that_hold_are_found_and_no_others(edits: list[tuple[set[str], set[str]]]) -> None:
    hits, missed, wrong = Counter[str](), Counter[str](), Counter[str]()
    for labels, found in edits:
        hits.update(labels & found)
        missed.update(labels & KINDS - found)
        wrong.update(found - labels)
    assert 2 * hits.total() / (2 * hits.total() + missed.total() + wrong.total()) >= 0.95
    for kind in KINDS:
        assert 2 * hits[kind] / (2 * hits[kind] + missed[kind] + wrong[kind]) >= 0.9, kind
