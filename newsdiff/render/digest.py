"""Edits of many articles -> one text that can be sent: Markdown, or a page of HTML without script or request."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from html import escape

from newsdiff.model import Revision
from newsdiff.render import markdown as marks
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

_MOST_LINES = 8  # findings an edit
_STYLE = """
:root { color-scheme: light dark; --quiet: #5c6470; --line: #d5d9df; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a3acb8; --line: #3a4049; } }
body { font: 1.05rem/1.55 Georgia, "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
article { border-top: 1px solid var(--line); padding: .6rem 0; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: .4rem 0; } .meta { color: var(--quiet); font: .85rem/1.4 system-ui, sans-serif; }
.summary { font-weight: 700; } ul { padding-left: 1.1rem; }
"""


def markdown(revisions: Sequence[Revision], zone: tzinfo) -> str:
    """The edits in their order, a heading for each."""
    lines = [f"# Edits: {len(revisions)}", ""]
    for revision in revisions:
        lines += [f"## {marks.escape(_title(revision))}", "", marks.escape(_meta(revision, zone)), ""]
        lines += [f"**{marks.escape(visible(revision.summary))}**", ""] if revision.summary else []
        told = [f"- {marks.escape(visible(line))}" for line in revision.lines[:_MOST_LINES]]
        lines += [*told, ""] if told else []
    return "\n".join(lines).rstrip("\n") + "\n"


def html(revisions: Sequence[Revision], zone: tzinfo) -> str:
    """The edits in their order, as one page."""
    return "\n".join(_page(revisions, zone)) + "\n"


def _page(revisions: Sequence[Revision], zone: tzinfo) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Edits: {len(revisions)}</title><style>{_STYLE}</style></head>"
    yield f"<body><h1>Edits: {len(revisions)}</h1><main>"
    for revision in revisions:
        yield f"<article><h2>{_linked(revision)}</h2>"
        yield f'<p class="meta">{escape(_meta(revision, zone))}</p>'
        if revision.summary:
            yield f'<p class="summary">{escape(visible(revision.summary))}</p>'
        if revision.lines:
            told = "".join(f"<li>{escape(visible(line))}</li>" for line in revision.lines[:_MOST_LINES])
            yield f"<ul>{told}</ul>"
        yield "</article>"
    yield "</main></body></html>"


def _linked(revision: Revision) -> str:
    title = escape(_title(revision))
    if not revision.url.startswith(("http://", "https://")):
        return title
    return f'<a href="{escape(revision.url, quote=True)}" rel="noreferrer">{title}</a>'


def _title(revision: Revision) -> str:
    """The headline, whole where the article was read, else as the message has it, else the address."""
    whole = revision.article.headline if revision.article else ""
    return visible(whole or revision.headline or revision.url)


def _meta(revision: Revision, zone: tzinfo) -> str:
    disclosed = f"; disclosed: {revision.disclosed}" if revision.disclosed else ""
    return visible(f"{when(revision.seen_at, zone)}; {revision.kind}{disclosed}; {revision.url}; {revision.id[:10]}")
