"""Report -> Markdown with ``<del>`` and ``<ins>``, which GitHub, pandoc and most editors show."""

import re
from collections.abc import Iterator

from newsdiff.model import Report
from newsdiff.render.header import between, change, counted, disclosure, headline, outlet, remarks, subject
from newsdiff.render.layout import Fold, Options, Side, Span, passages
from newsdiff.render.plain import label

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&#|~!:@])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_TAGS = {"delete": "del", "from": "del", "insert": "ins", "to": "ins"}


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines without line feeds."""
    yield f"## {escape(headline(report))}"
    yield ""
    if meta := "  ".join(p for p in (outlet(report), between(old, new, options.tz)) if p):
        yield escape(meta) + "  "
    yield escape(f"{counted(report.words)}; {disclosure(report)}")
    for remark in remarks(report):
        yield from ("", escape(remark[:1].upper() + remark[1:]))
    if report.alarms:
        yield from ("", "| flag | severity | change | about |", "| --- | --- | --- | --- |")
        for flag in report.alarms:
            about = escape(subject(flag).strip("()"))
            yield f"| {flag.kind} | {flag.severity} | {escape(change(flag))} | {about} |"
    for passage in passages(report, options):
        yield ""
        if isinstance(passage, Fold):
            yield f"*... {passage.text}*"
            continue
        yield f"**{label(passage)}**"
        yield ""
        yield "".join(_span(s) for s in passage.spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", " ¶ ")
    tag = _TAGS.get(span.role)
    return f"<{tag}>{text}</{tag}>" if tag else text


def escape(text: str) -> str:
    """``text`` with nothing left in it that Markdown or HTML would read as markup."""
    return _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
