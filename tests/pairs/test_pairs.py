"""Tricky edits: each folder holds both texts, what a reader wants, and what newsdiff shows.

``pytest tests/pairs --accept`` rewrites ``diff.txt``; read what changed before you commit it. In it a line begins with
what became of the blocks; moved text stands in ``[< <]`` where it went and in ``{> >}`` where it came, a change of mere
form is marked with ``~``, one of mere typography with ``'``.
"""

import subprocess
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from newsdiff.comparison import compare
from newsdiff.document import loads
from newsdiff.model import Edit, Hunk, Level, Op, Report
from newsdiff.render.finding_lines import names
from newsdiff.render.plain import finding_line

CASES = sorted(p.parent for p in Path(__file__).parent.glob("*/old.md"))
_HEAD = """# Tricky edits

Each case is a golden pair of the test suite; `pytest tests/pairs --accept` writes this page.
In our lines `[<..<]` is where moved text went and `{>..>}` where it came; `~` marks a change of mere form and `'` one
of mere typography, which is hidden by default. Both tools are shown as plain text, without colours.
"""
_DENSE = ("chinese",)
_SIGN = {Level.TYPOGRAPHY: "'", Level.FORM: "~", Level.SUBSTANCE: ""}


def marked(edit: Edit) -> str:
    """One edit as plain text."""
    if edit.op is Op.EQUAL:
        return edit.new
    if edit.moved is not None:
        return f"[<{edit.old}<]" if edit.old else f"{{>{edit.new}>}}"
    gone, come = f"[-{edit.old}-]" if edit.old else "", f"{{+{edit.new}+}}" if edit.new else ""
    return gone + come + _SIGN[edit.level]


def line(hunk: Hunk) -> str:
    """A hunk: what became of which blocks, and its edits; equal blocks in short."""
    kind = (hunk.new or hunk.old)[0].kind
    if hunk.op is Op.EQUAL:
        return f"equal: {len(hunk.new)}"
    place = f" {hunk.old_index + 1} -> {hunk.new_index + 1}" if hunk.op is Op.MOVE else ""
    return f"{hunk.op} {kind}{place}: {''.join(map(marked, hunk.edits))}"


def rendered(report: Report) -> str:
    """The whole diff as text, and below it what is told of it."""
    words = report.words
    total = f"words: +{words.inserted} -{words.deleted} ~{words.moved}"
    told = [finding_line(f, names(report)) for f in report.findings]
    summary = [f"summary: {report.summary}"] if report.summary else []
    return "\n".join([*map(line, report.diff.hunks), total, *summary, *told, ""])


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_pair(case: Path, golden: Callable[[Path, str], None]) -> None:
    if case.name in _DENSE and find_spec("budoux"):
        pytest.skip("the segmenter marks the whole word")
    old, new = (loads((case / f"{side}.md").read_text(encoding="utf-8")) for side in ("old", "new"))
    golden(case / "diff.txt", rendered(compare(old, new)))


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_what_a_reader_wants_is_said(case: Path) -> None:
    wanted = (case / "wanted.txt").read_text(encoding="utf-8")
    assert wanted.strip().endswith(".")
    assert len(wanted.split(". ")) <= 2


def page() -> str:
    """The page of tricky edits, git's word diff beside ours."""
    return _HEAD + "".join(map(_section, CASES))


def _section(case: Path) -> str:
    wanted, ours = ((case / name).read_text(encoding="utf-8") for name in ("wanted.txt", "diff.txt"))
    command = ["git", "diff", "--no-index", "--no-color", "--word-diff=plain", "-U0", "old.md", "new.md"]
    theirs = subprocess.run(command, cwd=case, capture_output=True, encoding="utf-8", check=False).stdout
    lines = [line for line in theirs.split("\n")[4:] if line and not line.startswith("@@")]
    shown = "\n".join(line for line in ours.split("\n") if not line.startswith("equal: "))
    title = case.name.replace("-", " ").capitalize()
    return f"\n## {title}\n{wanted}\n```text\n{shown}```\ngit:\n```text\n{chr(10).join(lines)}\n```\n"


def test_the_page_shows_every_case(request: pytest.FixtureRequest) -> None:
    path = Path(__file__).parent / "README.md"
    if request.config.getoption("--accept"):
        path.write_text(page(), encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    for case in CASES:  # git's lines may differ from version to version, ours may not
        lines = (case / "diff.txt").read_text(encoding="utf-8").split("\n")
        assert all(line in text for line in lines if not line.startswith("equal: "))
        assert (case / "wanted.txt").read_text(encoding="utf-8") in text


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 20
