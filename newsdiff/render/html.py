"""Report -> one self-contained HTML page: no script, no request, readable by eye, ear and printer."""

from collections.abc import Iterator
from html import escape

from newsdiff.model import BlockKind, Flag, Op, Report
from newsdiff.render.header import between, change, counted, disclosure, headline, outlet, remarks, subject
from newsdiff.render.layout import Fold, Options, ShownHunk, Side, Span, passages
from newsdiff.render.plain import label

_STYLE = """
:root { color-scheme: light dark; --ins: #d7f5dd; --ins-ink: #0b4a1c; --del: #fde0e0; --del-ink: #7a1010;
  --move: #dcecf9; --quiet: #5c6470; --line: #d5d9df; }
@media (prefers-color-scheme: dark) { :root { --ins: #123d1f; --ins-ink: #b5f0c3; --del: #4a1518; --del-ink: #ffc9c9;
  --move: #16324a; --quiet: #a3acb8; --line: #3a4049; } }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; margin-bottom: .3rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.meta, .place, .fold { color: var(--quiet); font: .85rem/1.4 system-ui, sans-serif; }
.place { margin: 1.4rem 0 .1rem; } .fold { border-left: 3px solid var(--line); padding-left: .7rem; }
ins, del { padding: 0 .1em; border-radius: .15em; }
ins { background: var(--ins); color: var(--ins-ink); text-decoration: underline; }
del { background: var(--del); color: var(--del-ink); text-decoration: line-through; }
.moved { background: var(--move); color: inherit; } .form { opacity: .65; }
.flags { list-style: none; padding: 0; font: .95rem/1.5 system-ui, sans-serif; }
.flags li { border-left: 4px solid var(--line); margin: .4rem 0; padding: .1rem .7rem; }
.flags .high { border-color: #c62828; } .flags .medium { border-color: #d08700; }
.kind { font-weight: 600; } .about, .why { color: var(--quiet); }
p.text { margin: .1rem 0 0; overflow-wrap: anywhere; } .heading p.text, .headline p.text { font-weight: 700; }
.quote p.text { border-left: 3px solid var(--line); padding-left: .8rem; }
@media print { body { max-width: none; } ins { background: none; } del { background: none; }
  section { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
"""
_TAGS = {"delete": "del", "insert": "ins", "from": "del", "to": "ins"}


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines of the page; the flags come first and link to the passages they are about."""
    shown = list(passages(report, options))
    language = escape(report.diff.new.language or "en", quote=True)
    title = escape(headline(report))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language}">'
    yield '<head><meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>What changed: {title}</title>"
    yield f"<style>{_STYLE}</style></head>"
    yield f"<body><header><h1>{title}</h1>"
    meta = (outlet(report), between(old, new, options.tz), f"{counted(report.words)}; {disclosure(report)}")
    yield from (f'<p class="meta">{escape(part)}</p>' for part in (*meta, *remarks(report)) if part)
    yield "</header><main>"
    if report.alarms:
        yield f'<h2 id="flags">{len(report.alarms)} flagged</h2><ul class="flags">'
        yield from (_flag(flag, shown) for flag in report.alarms)
        yield "</ul>"
    yield '<h2 id="changes">What changed</h2>'
    for passage in shown:
        yield _fold(passage) if isinstance(passage, Fold) else _section(passage)
    yield "</main></body></html>"


def _flag(flag: Flag, shown: list[ShownHunk | Fold]) -> str:
    about = f' <span class="about">{escape(subject(flag))}</span>' if flag.subject else ""
    why = f'<br><span class="why">{escape(flag.reason)}</span>' if flag.reason else ""
    target = _target(flag, shown)
    kind = f'<span class="kind">{flag.kind}</span>'
    linked = f'<a href="#p{target}">{kind}</a>' if target is not None else kind
    return f'<li class="{flag.severity}">{linked} <span>{escape(change(flag))}</span>{about}{why}</li>'


def _target(flag: Flag, shown: list[ShownHunk | Fold]) -> int | None:
    """The hunk that a flag is about, where it is shown."""
    for passage in shown:
        if isinstance(passage, ShownHunk) and (flag.new_block in passage.new_at or flag.old_block in passage.old_at):
            return passage.hunk
    return None


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
