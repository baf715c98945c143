"""The manual page newsdiff(1), in man's roff, made from the help of every command and the pages of the documents."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from textwrap import fill

import click

from newsdiff import __version__
from newsdiff.cli.commands import COMMANDS
from newsdiff.cli.documents import topics
from newsdiff.cli.group import app

_ROW = re.compile(r"^\| ([\d, ]+) \| (.*) \|$", re.MULTILINE)
_NAME = "watch news articles and show the edits that matter"
_START = (
    "Start with newsdiff demo; then newsdiff init, newsdiff add URL, newsdiff watch and newsdiff diff URL. "
    "newsdiff help lists pages on single subjects."
)
_ENVIRONMENT = {
    "NEWSDIFF_STORE": "The store, where --store names none.",
    "NO_COLOR": "Without colour, where it is set and not empty.",
    "PAGER": "What pages long output on a terminal; less where it is not set.",
    "COLUMNS": "The width of the terminal, in place of what the terminal says.",
    "VISUAL, EDITOR": "What config --edit opens.",
}
_FILES = {
    "snapshots/": "The store, a git repository, unless another one is named.",
    "snapshots/.newsdiff/config.toml": "The configuration; newsdiff help configuration.",
    "snapshots/.newsdiff/watchlist.txt": "What is watched, one URL a line.",
    "snapshots/.newsdiff/log/": "Every visit, one line each.",
}


def manual() -> str:
    """The whole page."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    root = click.Context(app, info_name="newsdiff", **app.context_settings)
    yield f'.TH NEWSDIFF 1 "" "newsdiff {__version__}" "User Commands"'
    yield from (".SH NAME", "newsdiff \\- " + _plain(_NAME))
    yield from (".SH SYNOPSIS", ".B newsdiff", "[options] command [arguments]")
    yield from (".SH DESCRIPTION", _filled(f"{cleandoc(app.help or '')} {_START}"))
    yield ".SH OPTIONS"
    yield from _options(app, root)
    yield ".SH COMMANDS"
    for name in sorted(COMMANDS):
        yield from _command(app.get_command(root, name), name, root)
    yield from _terms("EXIT STATUS", dict(_ROW.findall(topics.topics()["commands"].read_text(encoding="utf-8"))))
    yield from _terms("ENVIRONMENT", _ENVIRONMENT)
    yield from _terms("FILES", _FILES)
    yield from _terms("TOPICS", {f"newsdiff help {n}": topics.title(page) for n, page in topics.topics().items()})
    yield from (".SH SEE ALSO", ".BR git (1),", ".BR crontab (1),", ".BR crontab (5)")


def _command(command: click.Command | None, name: str, parent: click.Context) -> Iterator[str]:
    assert command is not None
    own = click.Context(command, parent, name)
    yield f'.SS "{_plain(own.command_path)}"'
    yield from (f".B {_plain(own.command_path)}", _plain(" ".join(command.collect_usage_pieces(own))))
    yield from _prose(command.help or "")
    yield from _options(command, own)
    if isinstance(command, click.Group):
        for inner in command.list_commands(own):
            yield from _command(command.get_command(own, inner), inner, own)


def _prose(text: str) -> Iterator[str]:
    """Paragraphs; one behind a line of ``\\b`` keeps its lines, as click has it."""
    for paragraph in re.split(r"\n\s*\n", cleandoc(text)):
        if paragraph.startswith("\b"):
            yield from (".PP", ".nf", _plain(paragraph.removeprefix("\b\n")), ".fi")
        else:
            yield from (".PP", _filled(paragraph))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for one in command.get_params(context):
        record = one.get_help_record(context)
        if record and record[1]:
            yield from (".TP", f".B {_plain(record[0])}", _filled(record[1]))


def _terms(title: str, told: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    for term, text in told.items():
        yield from (".TP", f".B {_plain(term)}", _filled(text.replace("`", "")))


def _filled(text: str) -> str:
    """Prose in lines that are easy to read in the source too."""
    return _plain(fill(" ".join(text.split()), 76, break_long_words=False, break_on_hyphens=False))


def _plain(text: str) -> str:
    """Text that roff prints as it stands."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)
