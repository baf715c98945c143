"""A page of the documents (Markdown) -> lines for a terminal or a pipe."""

from collections.abc import Iterator
from io import StringIO
from typing import ClassVar

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement, TableElement
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from newsdiff.render.theme import COLOURS, STYLES

_INDENT = "    "
_LABELS = {"h1": "headline", "h2": "headline", "h3": "headline", "code": "place", "link": "link", "link_url": "link"}


def lines(markdown: str, width: int, *, colour: bool) -> list[str]:
    """The page at most ``width`` columns wide, with a terminal's escape codes only where ``colour`` asks for them."""
    console = Console(
        file=StringIO(),
        width=max(20, width),
        theme=Theme(_styles()),
        force_terminal=colour,
        color_system="256" if colour else None,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(_Page(markdown, hyperlinks=False))
    return [line.rstrip() for line in captured.get().rstrip().split("\n")]


def _styles() -> dict[str, Style | str]:
    styles: dict[str, Style | str] = {f"markdown.{name}": _style(label) for name, label in _LABELS.items()}
    return styles | {"markdown.table.border": _style("meta"), "markdown.table.header": "bold"}


def _style(label: str) -> str:
    return " ".join(f"color({COLOURS[word]})" if word in COLOURS else word for word in STYLES[label].split())


class _Heading(Heading):
    """At the left, with nothing drawn around it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = self.text.copy()
        text.justify = "left"
        yield text


class _Example(CodeBlock):
    """Commands as they stand, their comments in a column; a comment that finds no room stands below its command."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in _lines(str(self.text).rstrip(), options.max_width - len(_INDENT)):
            yield Text(f"{_INDENT}{line}", no_wrap=True, overflow="ignore", style="markdown.code")


def _lines(example: str, room: int) -> Iterator[str]:
    pairs = [line.partition("  # ")[::2] for line in example.split("\n")]
    column = max(len(command.rstrip()) for command, _ in pairs) + 2
    for command, comment in pairs:
        line = f"{command.rstrip():<{column}}# {comment.strip()}" if comment else command.rstrip()
        if len(line) <= room or not comment:
            yield line
        else:
            yield command.rstrip()
            yield f"{_INDENT}# {comment.strip()}"


class _Rows(TableElement):
    """A table whose first column is no wider than a third of the room."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, style="markdown.table.border")
        heads = [cell.content for cell in self.header.row.cells] if self.header and self.header.row else []
        rows = [[cell.content for cell in row.cells] for row in self.body.rows] if self.body else []
        for number, head in enumerate(heads):
            table.add_column(head, max_width=options.max_width // 3 if not number and len(heads) == 2 else None)
        for row in rows:
            table.add_row(*row)
        yield table
        yield Segment.line()


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "code_block": _Example,
        "fence": _Example,
        "table_open": _Rows,
    }
