"""The command line as a user meets it: arguments in; exit code, output and errors out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from newsdiff.cli.main import run


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Newsdiff = Callable[..., Result]

URL = "https://www.harbour.example/2025/03/18/ferry"
OLD = """Tuesday, March 18, 2025

Ferry stops for repairs

Share

Former Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.

READ MORE: Bakery wins county prize for the third time

About 1,200 people take the ferry to work each day. “We were not asked,” said one of them.

Read more
"""
NEW = OLD.replace("Former Harbour Minister", "Harbour Minister").replace("Bakery wins county", "Choir wins school")


@pytest.fixture
def newsdiff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Newsdiff:
    """Run a command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> Result:
        capfd.readouterr()
        code = run(args)
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture
def kept(newsdiff: Newsdiff, tmp_path: Path) -> Newsdiff:
    """A store in ./snapshots with one article in two revisions, a day apart."""
    (tmp_path / "old.txt").write_text(OLD)
    (tmp_path / "new.txt").write_text(NEW)
    assert newsdiff("init").code == 0
    for name, day in (("old.txt", "18"), ("new.txt", "19")):
        assert newsdiff("snapshot", name, "--url", URL, "--at", f"2025-03-{day}T10:00Z").code == 0
    return newsdiff
