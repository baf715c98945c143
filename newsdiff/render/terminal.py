"""Report -> lines for a terminal: header, findings first, then the changed paragraphs.

Styles are the theme's, never markup: a foreign text cannot style, link or drive anything. rich's own wrapping and
console cost more than the whole diff, so lines are broken in ``wrap``.
"""

from collections.abc import Callable, Iterable, Iterator

from newsdiff.model import Finding, Op, Report
from newsdiff.render import finding_lines, plain
from newsdiff.render.header import address, between, changed, headline, in_short, remarks
from newsdiff.render.layout import Fold, Options, Side, Span, passages
from newsdiff.render.theme import painted
from newsdiff.render.wrap import Labelled, joined, wrap

Paint = Callable[[str, str], str]
_GUTTER = {Op.EQUAL: " ", Op.INSERT: "+", Op.DELETE: "-", Op.MOVE: ">"}


def render(report: Report, options: Options, old: Side, new: Side, *, colour: bool) -> Iterator[str]:
    """Lines without line feeds, at most ``options.width`` cells wide."""
    yield from header(report, options, old, new, colour=colour)
    yield from _body(report, options, painted if colour else unpainted, colour)


def header(report: Report, options: Options, old: Side, new: Side, *, colour: bool) -> Iterator[str]:
    """Headline, address, revisions, words and disclosure, then the summary and the findings."""
    paint = painted if colour else unpainted
    yield from _lines([(headline(report), "headline")], options.width, "", paint)
    yield from _lines([(address(report), options.link)], options.width, "", paint)
    for text in (between(old, new, options.tz), changed(report, old, new)):
        yield from _lines([(text, "meta")], options.width, "", paint)
    for remark in remarks(report):
        yield from _lines([(remark, "note")], options.width, "", paint)
    if report.findings:
        yield ""
        yield from _lines([(in_short(report.summary), "summary")], options.width, "", paint)
        yield ""
        names = finding_lines.names(report)
        for finding in report.findings:
            yield from _finding(finding, names, options.width, paint, colour)


def _body(report: Report, options: Options, paint: Paint, colour: bool) -> Iterator[str]:
    for passage in passages(report, options):
        yield ""
        if isinstance(passage, Fold):
            yield paint(f"... {passage.text}", "fold")
            continue
        yield paint(plain.label(passage), "place")
        gutter = _GUTTER.get(passage.op, "~") + " "
        spans = _labelled(passage.spans) if colour else [(plain.text(passage.spans), "equal")]
        yield from _lines(spans, options.width, gutter, paint)


def _finding(
    finding: Finding, names: finding_lines.BlockNames, width: int, paint: Paint, colour: bool
) -> Iterator[str]:
    """Its mark and kinds, whom or what it is about, and below them the changed words in their sentence."""
    head = [(f"{finding_lines.MARKS[finding.severity]} {finding_lines.kinds(finding)}", f"severity.{finding.severity}")]
    if about := finding_lines.subject(finding):
        head.append((f"  {about}", "equal"))
    where = finding_lines.where(finding, finding_lines.place(finding, names))
    head.append((f"  ({where})", "meta"))
    for i, line in enumerate(wrap(head, max(20, width - 3))):
        yield ("   " if i else "") + "".join(paint(text, label) for text, label in joined(line))
    found = finding_lines.spans(finding, names)
    yield from _lines(_labelled(found) if colour else [(plain.text(found), "equal")], width, "   ", paint)


def _labelled(spans: Iterable[Span]) -> list[Labelled]:
    """Spans as (text, label); a deletion and the insertion that replaces it are kept apart by a space."""
    out: list[Labelled] = []
    before: Span | None = None
    for span in spans:
        if before and before.role == "delete" and span.role == "insert" and not before.text[-1:].isspace():
            out.append((" ", "equal"))
        label = f"{span.role}.form" if span.form and span.role in ("insert", "delete") else span.role
        out.append((span.text.replace("\n", " ¶ "), label))
        before = span
    return out


def _lines(spans: Iterable[Labelled], width: int, gutter: str, paint: Paint) -> Iterator[str]:
    for i, line in enumerate(wrap(spans, max(20, width - len(gutter)))):
        start = gutter if i == 0 else " " * len(gutter)
        yield start + "".join(paint(text, label) for text, label in joined(line))


def unpainted(text: str, _label: str) -> str:
    """``text`` without any style."""
    return text
