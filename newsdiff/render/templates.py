"""Templates of HTML: everything that is put into them is escaped, and a name that is missing is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_FOLDER = Path(__file__).with_name("templates")


@cache
def environment(*further: Path) -> Environment:
    """The templates of this room, and those of further folders, which may use them."""
    return Environment(
        loader=FileSystemLoader([*further, _FOLDER]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


@cache
def style(name: str) -> str:
    """A style sheet of this room."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
