"""``newsdiff help``: a page of the documents in the terminal."""

from typing import TYPE_CHECKING

import click

from newsdiff.cli import output
from newsdiff.cli.commands import COMMANDS
from newsdiff.cli.documents import topics
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_MAX_WIDTH = 80  # columns: longer lines of prose are hard to read


def _offered(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    pages = {name: topics.title(page) for name, page in topics.topics().items()}
    lines = {name: line for name, (_, line) in COMMANDS.items()} | pages
    return [CompletionItem(name, help=lines[name]) for name in sorted(lines) if name.startswith(incomplete.lower())]


@click.command()
@click.argument("topic", required=False, shell_complete=_offered)
@click.option("--man", is_flag=True, help="Print the manual page, for man -l or a folder man1.")
@click.pass_context
def help_(ctx: click.Context, topic: str | None, man: bool) -> None:
    """Show the page of the documents on TOPIC, else the help of a command of this name; without TOPIC list both."""
    if man:
        from newsdiff.cli.documents.manual import manual

        click.echo(manual(), nl=False)
        return
    if topic is None:
        output.page([*_topics(), "", *_commands()])
        return
    name = topic.lower().removeprefix("docs/").removesuffix(".md")
    pages = topics.topics()
    if name in pages:
        output.page(_page(name, topics.text(pages[name])))
    elif name in COMMANDS:
        _explain(ctx, name)
    else:
        click.echo("\n".join(_topics()), err=True)
        raise UsageError(f"nothing is written about {topic!r}", _hint(name, [*pages, *COMMANDS]))


def _page(name: str, markdown: str) -> list[str]:
    from newsdiff.cli.documents.page import lines

    shown = lines(markdown, min(output.width(), _MAX_WIDTH), colour=output.coloured())
    return [*shown, "", f"newsdiff {name} --help lists the options."] if name in COMMANDS else shown


def _topics() -> list[str]:
    lines = [f"  {name:<15}{topics.title(page)}" for name, page in topics.topics().items()]
    return ["Pages, each shown by newsdiff help TOPIC:", *lines]


def _commands() -> list[str]:
    lines = [f"  {name:<12}{line}" for name, (_, line) in COMMANDS.items()]
    return ["Commands, each explained by newsdiff COMMAND --help:", *lines]


def _explain(ctx: click.Context, name: str) -> None:
    root = ctx.find_root()
    command = root.command
    assert isinstance(command, click.Group)
    found = command.get_command(root, name)
    assert found is not None
    click.echo(found.get_help(click.Context(found, root, name)))


def _hint(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"newsdiff help {near[0]} is the nearest" if near else "newsdiff help lists what there is"
