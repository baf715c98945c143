"""Report -> old beside new, for wide terminals: ``diff --side-by-side``."""

from collections.abc import Iterator
from itertools import zip_longest

from newsdiff.model import Report
from newsdiff.render import plain
from newsdiff.render.layout import Fold, Options, ShownHunk, Side, Span, passages
from newsdiff.render.terminal import header, unpainted
from newsdiff.render.theme import painted
from newsdiff.render.wrap import Labelled, cell_count, joined, wrap

_BETWEEN = " │ "


def render(report: Report, options: Options, old: Side, new: Side, *, colour: bool) -> Iterator[str]:
    """Lines of at most ``options.width`` cells: what left stands left, what came stands right."""
    yield from header(report, options, old, new, colour=colour)
    paint = painted if colour else unpainted
    column = max(8, (options.width - len(_BETWEEN)) // 2)
    for passage in passages(report, options):
        yield ""
        if isinstance(passage, Fold):
            yield paint(f"... {passage.text}", "fold")
            continue
        yield paint(plain.label(passage), "place")
        left = _column(passage, ("delete", "from"), column, colour)
        right = _column(passage, ("insert", "to"), column, colour)
        empty: list[Labelled] = []
        for a, b in zip_longest(left, right, fillvalue=empty):
            yield (_padded(a, column, colour) + _BETWEEN + _text(b, colour)).rstrip()


def _column(passage: ShownHunk, own: tuple[str, str], width: int, colour: bool) -> list[list[Labelled]]:
    spans = [s for s in passage.spans if s.role in (*own, "equal", "gap")]
    return list(wrap([(_cell_text(s, colour), s.role) for s in spans], width))


def _cell_text(span: Span, colour: bool) -> str:
    return span.text.replace("\n", " ¶ ") if colour else plain.marked(span)


def _text(line: list[Labelled], colour: bool) -> str:
    return "".join(painted(text, label) if colour else text for text, label in joined(line))


def _padded(line: list[Labelled], width: int, colour: bool) -> str:
    return _text(line, colour) + " " * (width - sum(cell_count(text) for text, _ in line))
