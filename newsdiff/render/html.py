"""Report -> one self-contained HTML page: no script, no request, readable by eye, ear and printer."""

from collections.abc import Iterator

from markupsafe import Markup

from newsdiff.model import Report
from newsdiff.render.layout import Options, Side
from newsdiff.render.page_parts import parts
from newsdiff.render.templates import environment, style


def render(report: Report, options: Options, old: Side, new: Side) -> Iterator[str]:
    """Lines of the page; the findings come first and link to the passages they stand in."""
    shown = parts(report, options, old, new)
    page = environment().get_template("report.html")
    # The style sheet is our own: within <style> nothing may be escaped.
    text = page.render(parts=shown, language=shown.language, style=Markup(style("report.css")))
    yield from text.rstrip("\n").split("\n")
