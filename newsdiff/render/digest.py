"""Edits of many articles -> one text that can be sent: Markdown, or a page of HTML without script or request."""

from collections.abc import Sequence
from datetime import tzinfo

from newsdiff.model import Revision
from newsdiff.named_tuple import NamedTuple
from newsdiff.render import markdown as marks
from newsdiff.render.finding_lines import graded
from newsdiff.render.header import disclosed, in_short, when
from newsdiff.text.scrub import visible

_MOST_LINES = 8  # findings an edit


class DigestEntry(NamedTuple):
    """One edit in words; ``link`` is empty where its address is none of the web."""

    title: str
    link: str
    meta: str
    summary: str
    lines: tuple[str, ...]


def markdown(revisions: Sequence[Revision], zone: tzinfo) -> str:
    """The edits in their order, a heading for each."""
    lines = [f"# Edits: {len(revisions)}", ""]
    for revision in revisions:
        lines += [f"## {marks.escape(_title(revision))}", "", marks.escape(_meta(revision, zone)), ""]
        lines += [f"**{marks.escape(in_short(revision.summary))}**", ""] if revision.summary else []
        told = [f"- {marks.escape(visible(line))}" for line in revision.lines[:_MOST_LINES]]
        lines += [*told, ""] if told else []
    return "\n".join(lines).rstrip("\n") + "\n"


def html(revisions: Sequence[Revision], zone: tzinfo) -> str:
    """The edits in their order, as one page."""
    from markupsafe import Markup

    from newsdiff.render.templates import environment, style

    page = environment().get_template("digest.html")
    edits = [_entry(revision, zone) for revision in revisions]
    return page.render(edits=edits, language="en", style=Markup(style("digest.css")))


def _entry(revision: Revision, zone: tzinfo) -> DigestEntry:
    link = revision.url if revision.url.startswith(("http://", "https://")) else ""
    told = tuple(visible(line) for line in revision.lines[:_MOST_LINES])
    return DigestEntry(_title(revision), link, _meta(revision, zone), in_short(revision.summary), told)


def _title(revision: Revision) -> str:
    """The headline, whole where the article was read, else as the message has it, else the address."""
    whole = revision.article.headline if revision.article else ""
    return visible(whole or revision.headline or revision.url)


def _meta(revision: Revision, zone: tzinfo) -> str:
    told = graded(revision.severity), disclosed(revision.disclosed)
    parts = (when(revision.seen_at, zone), revision.kind, *told, revision.url, revision.id[:10])
    return visible("; ".join(filter(None, parts)))
