"""Report -> one self-contained HTML page: no script, no request, readable by eye, ear and printer."""

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from newsdiff.model import BlockKind, Finding, Flag, Op, Report
from newsdiff.render import finding_lines
from newsdiff.render.header import between, change, counted, disclosure, headline, outlet, remarks, subject
from newsdiff.render.layout import Fold, Options, ShownHunk, Side, Span, passages
from newsdiff.render.plain import label

Targets = dict[int | None, tuple[int, int]]
_TAGS = {"delete": "del", "insert": "ins", "from": "del", "to": "ins"}


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines of the page; the findings come first and link to the passages they stand in."""
    shown = list(passages(report, options))
    targets, names = _targets(shown), finding_lines.names(report)
    language = escape(report.diff.new.language or "en", quote=True)
    title = escape(headline(report))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language}">'
    yield '<head><meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>What changed: {title}</title>"
    yield f"<style>\n{_style()}</style></head>"
    yield f"<body><header><h1>{title}</h1>"
    meta = (outlet(report), between(old, new, options.tz), f"{counted(report.words)}; {disclosure(report)}")
    yield from (f'<p class="meta">{escape(part)}</p>' for part in (*meta, *remarks(report)) if part)
    yield "</header><main>"
    if report.findings:
        yield f'<p class="summary">{escape(report.summary)}</p>'
        yield '<h2 id="findings">What to look at</h2><ol class="findings">'
        yield from (_finding(finding, names, targets) for finding in report.findings)
        yield "</ol>"
    yield '<h2 id="changes">What changed</h2>'
    for passage in shown:
        yield _fold(passage) if isinstance(passage, Fold) else _section(passage)
    yield "</main></body></html>"


@cache
def _style() -> str:
    """The style sheet, which stands in a file of its own."""
    return Path(__file__).with_name("report.css").read_text(encoding="utf-8")


def _finding(finding: Finding, names: finding_lines.BlockNames, targets: tuple[Targets, Targets]) -> str:
    """A finding, linked to the passage it stands in; its flags and their reasons unfold on demand."""
    kinds = f'<span class="kind">{escape(finding_lines.kinds(finding))}</span>'
    target = _target(finding, targets)
    place = escape(finding_lines.place(finding, names))
    linked = f'<a href="#p{target}">{place}</a>' if target is not None and place else place
    about = escape(finding_lines.subject(finding))
    meta = ", ".join(part for part in (about, finding_lines.where(finding, linked)) if part)
    quoted = "".join(map(_span, finding_lines.spans(finding)))
    flags = "".join(map(_flag, finding.flags))
    return (
        f'<li class="{finding.severity}">{kinds} <span class="about">{meta}</span>'
        f'<p class="text" dir="auto">{quoted}</p>'
        f"<details><summary>why</summary><ul>{flags}</ul></details></li>"
    )


def _flag(flag: Flag) -> str:
    about = f' <span class="about">{escape(subject(flag))}</span>' if flag.subject else ""
    why = f'<br><span class="why">{escape(flag.reason)}</span>' if flag.reason else ""
    return f'<li><span class="kind">{flag.kind}</span> <span>{escape(change(flag))}</span>{about}{why}</li>'


def _targets(shown: list[ShownHunk | Fold]) -> tuple[Targets, Targets]:
    """The first place among those shown of each old and each new block, and its hunk."""
    old, new = Targets(), Targets()
    for place, passage in enumerate(shown):
        if isinstance(passage, ShownHunk):
            for blocks, side in ((passage.old_at, old), (passage.new_at, new)):
                for block in blocks:
                    side.setdefault(block, (place, passage.hunk))
    return old, new


def _target(finding: Finding, targets: tuple[Targets, Targets]) -> int | None:
    """The hunk that a finding is about, where it is shown."""
    found = (side.get(block) for side, block in zip(targets, (finding.old_block, finding.new_block), strict=True))
    return min(filter(None, found), default=(0, None))[1]


def _fold(fold: Fold) -> str:
    return f'<p class="fold">{escape(fold.text)}</p>'


def _section(passage: ShownHunk) -> str:
    heading = f'<p class="place">{escape(label(passage))}</p>'
    kind = passage.kind if passage.kind is not BlockKind.PARAGRAPH else "text"
    anchor = f' id="p{passage.hunk}"' if passage.op is not Op.EQUAL else ""
    body = "".join(_span(s) for s in passage.spans)
    return f'<section class="{kind}"{anchor}>{heading}<p class="text" dir="auto">{body}</p></section>'


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", " ¶ ")
    tag = _TAGS.get(span.role)
    if not tag:
        return text
    classes = " ".join(c for c in ("form" if span.form else "", "moved" if span.role in ("from", "to") else "") if c)
    return f'<{tag} class="{classes}">{text}</{tag}>' if classes else f"<{tag}>{text}</{tag}>"
