"""The command ``newsdiff``: its options, and its subcommands, each loaded when it is called."""

import importlib
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from newsdiff.cli import output

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# name -> (module, what it does)
COMMANDS = {
    "demo": ("demo", "See the whole tool at work on an invented article, in a few seconds."),
    "init": ("init", "Make a store: a git repository for article texts."),
    "add": ("add", "Watch an article, a feed, a sitemap or a section page."),
    "remove": ("watchlist", "Stop watching; the history stays."),
    "pause": ("watchlist", "Rest a watch until resume."),
    "resume": ("watchlist", "Take up a paused watch."),
    "list": ("list", "What is watched, and how it fares."),
    "watch": ("watch", "Visit what is due, and record what changed."),
    "cron": ("cron", "Print or install the crontab line that watches."),
    "snapshot": ("snapshot", "Keep what a page, a file or standard input says now."),
    "log": ("log", "The revisions of an article, newest first."),
    "diff": ("diff", "What changed between two revisions or two files, gravest first."),
    "show": ("show", "One revision's text."),
    "changes": ("changes", "The edits of the whole store, newest first."),
    "find": ("find", "Words in every text that was ever recorded: since when, until when."),
    "blame": ("blame", "Which revision brought each word of an article."),
    "stats": ("stats", "Edits counted: by outlet, week, month, hour, kind, flag or tag."),
    "site": ("site", "The store as a web site: articles, outlets, charts, feeds; without a server."),
    "serve": ("serve", "The same site live on this machine, with a search through every text."),
    "export": ("export", "The store as tables (SQLite, Parquet, CSV, JSON lines); one article's evidence."),
    "check": ("check", "Where one text contradicts itself."),
    "clean": ("clean", "Try the cleaner on a URL or a file."),
    "sites": ("sites", "What is known of each host's pages; keep, drop or forget it."),
    "quarantine": ("quarantine", "Pages that may be no edit: list, show, accept, reject."),
    "reclean": ("reclean", "Clean the last raw pages again with today's cleaner."),
    "rejudge": ("rejudge", "Judge old edits by today's rules; the history stays as it is."),
    "verify": ("verify", "Prove that the history and the raw pages are whole."),
    "maintain": ("maintain", "Pack the store and refresh its indexes."),
    "import": ("import_", "Fill in earlier versions from a web archive, files, WARC or another git repository."),
    "archive": ("archive", "Have a web archive capture what an article says now."),
    "remote": ("remote", "Push the history to another git repository."),
    "notify": ("notify", "Tell those who want to be told what waits; try a receiver."),
    "config": ("config", "Edit or check the configuration."),
    "completion": ("completion", "Teach a shell to complete commands, articles and tags."),
    "doctor": ("doctor", "What is wrong with the watching, and what to do about it."),
    "help": ("help", "Show a page of the documents, or the help of a command."),
}
_FIRST = ("demo", "init", "add", "watch", "diff", "changes")  # what a newcomer needs
GROUPS = {
    "Watch": ("init", "add", "remove", "pause", "resume", "list", "watch", "cron", "snapshot", "doctor"),
    "Read": ("log", "diff", "show", "changes", "find", "blame", "stats", "check"),
    "Pass on": ("site", "serve", "export", "notify", "archive", "remote"),
    "Pages": ("clean", "sites", "quarantine", "reclean", "import"),
    "Upkeep": ("verify", "maintain", "config"),
    "Help": ("demo", "help", "completion"),
}
_HELP = """\
Usage: newsdiff [OPTIONS] COMMAND [ARGS]...

  Watch news articles, keep every changed text in git, see which edits matter.

Start with newsdiff demo, then newsdiff init:
{first}

All commands:
{groups}
Options:
  --store DIR    The store [default: $NEWSDIFF_STORE, else ./snapshots].
  --color auto|always|never, --no-pager, --debug, --version, -h, --help
newsdiff help COMMAND explains one; newsdiff help lists all that can be read."""


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
        """A help that fits a terminal of 24 lines, without importing any command; ``newsdiff help`` lists each."""
        first = "\n".join(f"  {name:<9}{COMMANDS[name][1]}" for name in _FIRST)
        groups = "\n".join(f"  {title:<9}{'  '.join(names)}" for title, names in GROUPS.items())
        formatter.write(_HELP.format(first=first, groups=groups) + "\n")

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
    output.begin(output.Session(store or os.environ.get("NEWSDIFF_STORE") or "snapshots", color, not no_pager))


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
    message = error.format_message().rstrip(".")
    output.say(f"Error: {message}{'' if message.endswith('?') else '.'} Hint: {command} --help shows how.")
    return 2
