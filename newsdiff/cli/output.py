"""How a command speaks: colour or not, how wide, through a pager or not."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

FORMATS = ("terminal", "plain", "json", "html", "markdown")
COLOURS = ("auto", "always", "never")


class Session(NamedTuple):
    """What the options before the command say."""

    store: str = "snapshots"
    colour: str = "auto"
    pager: bool = True
    asked_store: str = ""  # the one that --store names


_NAME = "newsdiff"
_opened = Session()
_NO_LINKS = ("linux", "dumb", "vt100", "vt220")  # terminals that print an address's escape codes
_LESS_WITH_LINKS = 566  # the version that lets them through


def begin(opened: Session) -> None:
    """Take these options for the one command that runs in this process."""
    global _opened
    _opened = opened


def session() -> Session:
    """The options that stood before the command."""
    return _opened


def coloured() -> bool:
    """Colour only on a terminal that wants it: NO_COLOR and TERM=dumb are heeded, --color wins."""
    wish = session().colour
    if wish != "auto":
        return wish == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    return _size()[0]


def _size() -> tuple[int, int]:
    """Columns and lines: what the environment says, else the terminal, else 80 by 24.

    shutil knows this too, but brings three compression libraries along at every start.
    """
    try:
        columns, lines = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        columns, lines = 80, 24
    asked = os.environ.get("COLUMNS", "")
    wished = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 5 else 0
    return wished or columns or 80, lines or 24


def link(url: str) -> str:
    """The label of a web address: one that can be clicked, on a terminal that shows colours and wants them."""
    able = coloured() and sys.stdout.isatty() and os.environ.get("TERM") not in _NO_LINKS
    plain = url.startswith(("http://", "https://")) and url.isascii() and url.isprintable() and " " not in url
    return f"link {url}" if able and plain else "place"


def say(text: str) -> None:
    """A sentence on standard error: broken at words on a terminal, whole elsewhere."""
    if sys.stderr is not None:
        _sentence(text, sys.stderr)


def note(text: str) -> None:
    """A sentence on standard error that the reader may want to know, and that is no error."""
    from newsdiff.text.scrub import visible

    say(visible(f"Note: {text}"))


def notes(texts: Sequence[str], most: int) -> None:
    """At most so many notes of one kind, and how many more there are."""
    for text in texts[:most]:
        note(text)
    if (more := len(texts) - most) > 0:
        note(f"and {more:,} more of that kind")


def tell(text: str) -> None:
    """A sentence on standard output: broken at words on a terminal, whole elsewhere."""
    _sentence(text, sys.stdout)


def called(text: str) -> str:
    """A text whose commands are written as newsdiff was called: with its ``--store``, and one in an environment, which
    is on no path, with its folder.

    >>> called("Hint: newsdiff list")
    'Hint: newsdiff list'
    """
    name = sys.argv[0] if sys.argv else ""
    folder, file = os.path.split(name)
    elsewhere = file == _NAME and bool(folder) and not _is_on_path(name)
    store = session().asked_store
    if _NAME not in text or not (elsewhere or store):
        return text
    import re
    from shlex import quote

    from newsdiff.cli.commands import COMMANDS, WITHOUT_STORE

    program = quote(name) if elsewhere else _NAME

    def written(found: "re.Match[str]") -> str:
        own = store and found[1] != "--store" and found[1] not in WITHOUT_STORE
        return f"{program} --store {quote(store)} {found[1]}" if own else f"{program} {found[1]}"

    return re.sub(rf"(?<![\w./'-]){_NAME} (--store|{'|'.join(COMMANDS)})\b", written, text)


def _is_on_path(name: str) -> bool:
    """Whether a shell that is told the bare name finds this very program."""
    for folder in os.environ.get("PATH", "").split(os.pathsep):
        found = f"{folder}/{_NAME}"
        if folder and os.access(found, os.X_OK):
            return os.path.samefile(found, name) if os.path.exists(name) else False  # noqa: PTH110, PTH121
    return False


def _sentence(text: str, stream: "TextIO") -> None:
    lines = [text := called(text)]
    if stream.isatty():
        import textwrap

        lines = textwrap.wrap(text, max(20, width()), break_long_words=False, break_on_hyphens=False)
    for line in lines:
        print(line, file=stream, flush=True)


def as_json(value: object) -> None:
    """A value as one JSON document on standard output, indented, its letters as they are."""
    import json

    sys.stdout.write(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n")


def as_json_items(values: Iterable[dict[str, object]]) -> None:
    """What ``as_json`` writes of a list, each value of it as it comes."""
    import json

    flat = json.JSONEncoder(ensure_ascii=False, separators=(",\n    ", ": "))  # far faster than one that indents
    head = "["
    for value in values:
        if not value or any(field and isinstance(field, list | dict) for field in value.values()):
            text = json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        else:
            text = f"{{\n    {flat.encode(value)[1:-1]}\n  }}"
        sys.stdout.write(f"{head}\n  {text}")
        head = ","
    sys.stdout.write("[]\n" if head == "[" else "\n]\n")


def default_format(wish: str | None) -> str:
    """The wished format, else terminal on a terminal (or with --color=always) and plain in a pipe."""
    return wish or ("terminal" if sys.stdout.isatty() or session().colour == "always" else "plain")


def painter() -> Callable[[str, str], str]:
    """What puts a text into the style of a label: nothing where there is no colour."""
    if not coloured():
        return lambda text, _label: text
    from newsdiff.render.theme import painted

    return painted


def fitted(spans: Iterable[tuple[str, str]], first: str = "", rest: str = "    ") -> Iterator[str]:
    """One item of a list as lines, behind the indent ``first``; on a terminal broken at its width, behind ``rest``.

    Elsewhere it stays one line, so that it can be searched and cut.
    """
    paint = painter()
    if not sys.stdout.isatty():
        yield first + "".join(paint(text, label) for text, label in spans)
        return
    from newsdiff.render.wrap import joined, wrap

    room = width() - max(len(first), len(rest))
    for number, line in enumerate(wrap(spans, max(20, room))):
        yield (rest if number else first) + "".join(paint(text, label) for text, label in joined(line))


def more(*told: str) -> Iterator[str]:
    """The commands that show more, each before what it shows, below a report on a terminal; nothing elsewhere."""
    if sys.stdout.isatty():
        yield ""
        pairs = [f"{called(command)}: {what}" for command, what in zip(told[::2], told[1::2], strict=True)]
        yield from fitted([("; ".join(pairs), "meta")], rest="  ")


def page(lines: Iterable[str], *, whole: bool = False) -> None:
    """Print lines, on a terminal broken at words (but for ``whole`` ones); through a pager when they do not fit it.

    The pager shows the first of them while others are still made, and none is made for somebody who left it.
    """
    coming = iter(lines) if whole else broken(lines)
    if not (sys.stdout.isatty() and session().pager):
        _write(coming)
        return
    first, height = list[str](), 0
    for line in coming:
        first.append(line)
        height += 1 + line.count("\n")
        if height >= _size()[1]:
            _page(chain(first, coming))
            return
    _write(first)


def broken(lines: Iterable[str]) -> Iterator[str]:
    """Lines that are wider than the terminal broken at words, behind their own indent and four blanks more.

    What is painted was broken before.
    """
    if not sys.stdout.isatty():
        yield from lines
        return
    from newsdiff.render.wrap import cell_count

    room = width()
    for line in lines:
        if len(line) * 2 <= room or "\x1b" in line or cell_count(line) <= room:
            yield line
            continue
        text = line.lstrip(" ")
        indent = line[: len(line) - len(text)]
        yield from fitted([(text, "equal")], indent, indent + "    ")


def _page(lines: Iterable[str]) -> None:
    import click

    links, words = _less() if os.path.basename(os.environ.get("PAGER") or "less") == "less" else (False, False)  # noqa: PTH119
    if not links:
        from newsdiff.render.theme import unlinked

        lines = map(unlinked, lines)
    os.environ.setdefault("LESS", "-FRX --wordwrap" if words else "FRX")
    click.echo_via_pager((line + "\n" for line in lines), color=True)  # escape codes are ours; foreign ones are visible


def _less() -> tuple[bool, bool]:
    """Whether the pager lets addresses be clicked, and whether it breaks lines at words when a terminal grew narrow."""
    import subprocess

    try:
        told = subprocess.run(["less", "--version"], capture_output=True, text=True, check=False).stdout
        helped = subprocess.run(["less", "--help"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return False, False
    version = told.removeprefix("less ").partition(" ")[0].partition(".")[0]
    return version.isdecimal() and int(version) >= _LESS_WITH_LINKS, "--wordwrap" in helped


def _write(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
