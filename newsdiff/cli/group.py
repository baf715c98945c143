"""The command ``newsdiff``: its options, and its subcommands, each loaded when it is called."""

import importlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newsdiff.cli import output
from newsdiff.cli.commands import COMMANDS, overview

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now; none when there is no such name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"newsdiff.cli.commands.{COMMANDS[cmd_name][0]}")
        return getattr(module, f"{cmd_name}_", None) or getattr(module, cmd_name)  # type: ignore[no-any-return]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The overview, without importing any command."""
        formatter.write(overview() + "\n")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Like click's, without importing any command for its help."""
        from click.shell_completion import CompletionItem

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=COMMANDS[name][1]) for name in COMMANDS if name.startswith(incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Like click's, with the nearest name in the error."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 3)
            near.sort(key=lambda name: sorted(name) != sorted(args[0]))  # two letters that changed places come first
            ctx.fail(f"No such command {args[0]!r}." + (f" Did you mean {near[0]}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--store", metavar="DIR", help="The store [default: $NEWSDIFF_STORE, else ./snapshots].")
@click.option("--color", type=click.Choice(output.COLOURS), default="auto", help="Colour [default: auto].")
@click.option("--no-pager", is_flag=True, help="Never page long output.")
@click.option("--debug", is_flag=True, help="Show a traceback when newsdiff fails.")
@click.version_option(package_name="newsdiff", prog_name="newsdiff", message="%(prog)s %(version)s")
@click.pass_context
def app(ctx: click.Context, /, store: str | None, color: str, no_pager: bool, **_debug: bool) -> None:
    """Watch news articles, keep every changed text in git, and see which edits matter."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    place = store or os.environ.get("NEWSDIFF_STORE") or "snapshots"
    output.begin(output.Session(place, color, not no_pager, store or ""))


def invoke(args: Sequence[str]) -> int:
    """Run the command that these words ask for: its exit code (none: 0), and 2 for words that make no sense."""
    words = list(args)
    if "_NEWSDIFF_COMPLETE" in os.environ:  # a shell asks what could come next
        app.main(words, prog_name="newsdiff")
    try:
        # Not through click's own main: it turns a reader that went away (`| head`) into exit code 1.
        with app.make_context("newsdiff", words) as context:
            return int(app.invoke(context) or 0)
    except click.exceptions.Exit as stopped:
        return stopped.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _usage(error)


def _usage(error: click.ClickException) -> int:
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "newsdiff"
    message = " ".join(error.format_message().split()).rstrip(".")  # click lays choices out in lines of their own
    output.say(f"Error: {message}{'' if message.endswith('?') else '.'} Hint: {command} --help shows how.")
    return 2
