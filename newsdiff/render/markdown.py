"""Report -> Markdown with ``<del>`` and ``<ins>``, which GitHub, pandoc and most editors show."""

import re
from collections.abc import Iterator

from newsdiff.model import Finding, Report
from newsdiff.render import finding_lines
from newsdiff.render.header import address, between, changed, headline, in_short, remarks
from newsdiff.render.layout import Fold, Options, Side, Span, passages
from newsdiff.render.plain import label

# What CommonMark and GitHub's flavour read inside a line: a backslash before a mark, code, emphasis but for the one
# inside a word, links, tags, entities, struck-out words, cells of a table.
_INSIDE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[`*\[\]|]|<(?=[a-zA-Z/!?])|(?<=[\w\"'/])>|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~"
    r"|&(?=#?\w+;)"
)
# What they read at the start of a line: quotations, headings, lists, rules and underlines.
_START = re.compile(r"^(\s*)(?:([>#+=-])|(\d{1,9})([.)])(?=\s|$))")
_TAGS = {"delete": "del", "from": "del", "insert": "ins", "to": "ins"}


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines without line feeds."""
    yield f"## {escape(headline(report))}"
    yield ""
    if meta := "  ".join(p for p in (address(report), between(old, new, options.tz)) if p):
        yield escape(meta) + "  "
    yield escape(changed(report, old, new))
    for remark in remarks(report):
        yield from ("", escape(remark[:1].upper() + remark[1:]))
    if report.findings:
        yield from ("", f"**{escape(in_short(report.summary))}**")
        names = finding_lines.names(report)
        for finding in report.findings:
            yield from ("", _finding(finding, names))
    for passage in passages(report, options):
        yield ""
        if isinstance(passage, Fold):
            yield f"*... {passage.text}*"
            continue
        yield f"**{label(passage)}**"
        yield ""
        yield "".join(_span(s) for s in passage.spans)


def _finding(finding: Finding, names: finding_lines.BlockNames) -> str:
    quoted = "".join(map(_span, finding_lines.spans(finding, names)))
    about = finding_lines.subject(finding)
    about = f" ({escape(about)})" if about else ""
    where = finding_lines.where(finding, finding_lines.place(finding, names))
    return f"**{finding_lines.kinds(finding)}**{about}, {where}: {quoted}"


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", " ¶ ")
    tag = _TAGS.get(span.role)
    return f"<{tag}>{text}</{tag}>" if tag else text


def escape(text: str) -> str:
    """``text`` with nothing left in it that Markdown or HTML would read as markup."""
    inside = _INSIDE.sub(r"\\\g<0>", text)
    return _START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", inside)
