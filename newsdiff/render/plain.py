"""Report -> plain text: ``[-deleted-]{+inserted+}``, for pipes, mail and files.

Marks that stand in the text itself are escaped with a backslash, so that the rendering is unambiguous.
"""

from collections.abc import Iterator
from itertools import groupby

from newsdiff.model import Finding, Op, Report
from newsdiff.render import finding_lines
from newsdiff.render.header import address, between, changed, headline, in_short, remarks
from newsdiff.render.layout import Fold, Options, ShownHunk, Side, Span, passages
from newsdiff.text.lazy_pattern import lazy_pattern

_MARK = r"\[-|-\]|\{\+|\+\}|\[<|<\]|\{>|>\}"
_ESCAPED = lazy_pattern(rf"(?<!\\)(\\*)({_MARK})")  # a mark and all backslashes before it
_BRACKETS = frozenset("[]{}")  # no mark is without one
AROUND = {"delete": ("[-", "-]"), "insert": ("{+", "+}"), "from": ("[<", "<]"), "to": ("{>", ">}")}


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines without line feeds."""
    yield headline(report)
    if meta := "  ".join(p for p in (address(report), between(old, new, options.tz)) if p):
        yield meta
    yield changed(report, old, new)
    yield from remarks(report)
    if report.findings:
        yield ""
        yield in_short(report.summary)
    names = finding_lines.names(report)
    for finding in report.findings:
        yield ""
        yield finding_line(finding, names)
    for passage in passages(report, options):
        yield ""
        if isinstance(passage, Fold):
            yield f"... {passage.text}"
        else:
            yield f"{label(passage)}"
            yield text(passage.spans)


def finding_line(finding: Finding, names: finding_lines.BlockNames) -> str:
    """``!! event (high, paragraph 2): [-injured-]{+killed+} twelve``: a finding in one line."""
    return f"{finding_lines.title(finding, names)}: {text(finding_lines.spans(finding, names))}"


def label(passage: ShownHunk) -> str:
    """``paragraph 4, moved (it was paragraph 9)``: what the passage is, where it stands, what became of it."""
    what = {
        Op.INSERT: ", added",
        Op.DELETE: ", deleted",
        Op.SPLIT: ", split",
        Op.MERGE: ", merged",
        Op.MOVE: ", moved "
        + (f"(it was {passage.came_from})" if passage.came_from != passage.name else "(others passed it)"),
    }
    return passage.name + what.get(passage.op, "")


def text(spans: tuple[Span, ...]) -> str:
    """The spans of one passage with their marks; a line feed between two blocks is shown as a pilcrow."""
    return "".join(map(marked, _joined(spans)))


def _joined(spans: tuple[Span, ...]) -> Iterator[Span]:
    """The spans with what went side by side as one, and what came there: without colour, two marks tell no more."""
    for is_change, run in groupby(spans, lambda span: span.role in ("delete", "insert")):
        if not is_change:
            yield from run
            continue
        sides = list(run)
        for role in ("delete", "insert"):
            if text := "".join(span.text for span in sides if span.role == role):
                yield Span(text, role)


def marked(span: Span) -> str:
    """One span with the marks of its role."""
    before, after = AROUND.get(span.role, ("", ""))
    text = span.text
    if not _BRACKETS.isdisjoint(text):
        text = _ESCAPED.sub(r"\1\1\\\2", text)
    return before + text.replace("\n", " ¶ ") + after
