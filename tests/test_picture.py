"""The README's picture of a diff is what the terminal shows; ``pytest --accept`` draws it anew."""

import io
import re
from datetime import UTC, datetime
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from newsdiff.clean import clean_html
from newsdiff.comparison import compare
from newsdiff.demo.story import page, states
from newsdiff.render import terminal
from newsdiff.render.layout import Options, Side

PICTURE = Path(__file__).parent.parent / "newsdiff" / "demo" / "picture.svg"
WIDTH = 92


def test_the_picture_shows_what_the_terminal_shows(golden):
    story = states()
    first, last = (
        clean_html(page(s).encode(), "https://www.alder-courier.example/harbour") for s in (story[0], story[3])
    )
    old, new = (Side(f"@{n}", datetime(2025, 3, 18, 8 + n, 30, tzinfo=UTC)) for n in (1, 4))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="256")
    console.print(Text.from_ansi("$ newsdiff diff harbour @1 @4"))
    for line in terminal.render(compare(first, last), Options(WIDTH), old, new, colour=True):
        console.print(Text.from_ansi(line))
    without_fonts = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    golden(PICTURE, console.export_svg(title="newsdiff", unique_id="newsdiff", code_format=without_fonts))
