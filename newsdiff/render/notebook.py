"""What a notebook shows of a report, an article and a history: a piece of HTML that stands by itself."""

from collections.abc import Sequence

from markupsafe import Markup

from newsdiff.model import Article, Report, Revision
from newsdiff.render.header import counted, disclosed, when
from newsdiff.render.layout import Options, Side
from newsdiff.render.page_parts import parts
from newsdiff.render.templates import environment, style
from newsdiff.text.scrub import visible
from newsdiff.text.urls import public


def report(compared: Report) -> str:
    """The findings, and the passages that changed. No links: anchors of two cells would lead to each other."""
    shown = parts(compared, Options(), Side(), Side())
    found = tuple(finding._replace(target=None) for finding in shown.findings)
    passages = tuple(passage._replace(anchor=None) for passage in shown.passages)
    return _piece("report", parts=shown._replace(findings=found, passages=passages))


def article(shown: Article) -> str:
    """The article's blocks in their order."""
    about = (visible(public(shown.url)), visible(shown.published or ""), visible(shown.language or ""))
    blocks = [(block.kind.value, visible(block.text)) for block in shown.blocks]
    return _piece("article", about=[part for part in about if part], blocks=blocks)


def history(revisions: Sequence[Revision]) -> str:
    """A row a revision, newest first as they come; ``@1`` is the first."""
    rows = [
        (
            f"@{len(revisions) - place}",
            when(one.seen_at),
            one.kind.value,
            ", ".join(one.flags),
            visible(one.summary or one.headline),
            counted(one.words) if one.words else "",
            disclosed(one.disclosed),
            one.id[:10],
        )
        for place, one in enumerate(revisions)
    ]
    return _piece("history", title=visible(revisions[0].headline) if revisions else "No revision", rows=rows)


def _piece(name: str, **shown: object) -> str:
    page = environment().get_template("notebook.html")
    return page.render(name=name, style=Markup(_nested()), **shown)


def _nested() -> str:
    """The style sheet of a page for one element of a notebook: rules of the page itself become the element's."""
    rules = style("report.css").replace(":root", "&").replace("body {", "& {")
    return f".newsdiff {{\n{rules}& {{ margin: 0; max-width: 60rem; }}\n}}\n"
