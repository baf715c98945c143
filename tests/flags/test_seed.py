"""The sample article and its edit of a day later: what a reader must be told, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import newsdiff
from newsdiff.flags import check
from newsdiff.model import Disclosed, Severity


def test_the_sample_article(shared: Path) -> None:
    old, new = (
        newsdiff.clean_text((shared / "data" / "seed" / name).read_text()) for name in ("article.txt", "edited.txt")
    )
    seen = [datetime(2025, 3, day, 12, tzinfo=UTC) for day in (12, 13)]
    report = newsdiff.compare(old, new, old_seen=seen[0], new_seen=seen[1])
    assert report.disclosed is Disclosed.NOTE
    told = sorted((f.kind.value, f.old[:30], f.new[:30], f.subject) for f in report.flags)
    moved = "Hegseth mentioned the inclusio"
    assert told == [
        ("correction", "", "Correction: An earlier version", ""),
        ("date", "Wednesday, March 12, 2025", "Thursday, March 13, 2025", ""),
        ("modality", "will retain", "could retain", ""),
        ("moved", moved, moved, ""),
        ("number", "2.3 million", "2.1 million", "residents of Gaza"),
        ("quote", "capable European …", "willing European …", ""),
        ("quote", "realistic outcome", "realistic goal", ""),
        ("title", "former U.S. President", "U.S. President", "Donald Trump"),
    ]
    [date] = [f for f in report.flags if f.kind == "date"]
    assert date.severity is Severity.LOW


def test_the_sample_article_against_itself(shared: Path) -> None:
    [finding] = check(newsdiff.clean_text((shared / "data" / "seed" / "article.txt").read_text()))
    assert (finding.kind, finding.first, finding.subject) == ("standing", "former U.S. President", "Donald Trump")
    assert "his presidency" in finding.second
