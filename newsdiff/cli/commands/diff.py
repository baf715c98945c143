"""``newsdiff diff``: what changed between two revisions or two files, flags first."""

import os

import click

from newsdiff.cli import completion, input_files, options, output
from newsdiff.errors import UsageError


@click.command()
@click.argument(
    "what",
    nargs=-1,
    required=True,
    metavar="ARTICLE [OLD [NEW]] | OLDFILE NEWFILE",
    shell_complete=completion.articles,
)
@options.form(*output.FORMATS)
@click.option(
    "--context",
    type=click.IntRange(0, options.MAX_COUNT),
    default=0,
    metavar="N",
    help="Unchanged paragraphs around each change [default: 0].",
)
@click.option("--full", is_flag=True, help="Show the whole article.")
@click.option("--side-by-side", is_flag=True, help="Old left, new right.")
@click.option("--stat", is_flag=True, help="Only the numbers.")
@click.option("--typographic", is_flag=True, help="Show changes of quote and dash style and of white space too.")
@click.option("--explain", is_flag=True, help="Say why each edit is flagged, or is not.")
@click.option("--min-severity", type=click.Choice(["low", "medium", "high"]), help="Leave out flags below this.")
@click.option(
    "--lang",
    "language",
    callback=options.language_code,
    metavar="CODE",
    help="The language of the texts [default: what the page says, or what the text is found to be in].",
)
@options.verbatim
@options.tz
@click.option("--exit-code", is_flag=True, help="Leave with 1 when something changed.")
def diff(what: tuple[str, ...], form: str | None, exit_code: bool, **wishes: object) -> int:
    """Show what changed, flags first.

    \b
    newsdiff diff ARTICLE              the last edit
    newsdiff diff ARTICLE @1           from the first revision to the last
    newsdiff diff ARTICLE @1 @3        between two revisions (@1 @-1 DATE COMMIT)
    newsdiff diff ARTICLE @1..@3       the same; .. alone: the first and the last
    newsdiff diff old.txt new.html     two files; - is standard input

    ARTICLE is a URL, a path in the store, or any unambiguous part of a URL or headline.
    """
    from newsdiff.cli.comparison_view import Wishes, compare_files, compare_revisions

    wanted = Wishes(**wishes)  # type: ignore[arg-type]
    between = len(what) == 2 and what[1] == ".."  # all revisions, though a folder is called so too
    if len(what) == 2 and not between and (input_files.is_file(what[0]) or input_files.is_file(what[1])):
        comparison = compare_files(what[0], what[1], wanted)
    elif len(what) == 1 and input_files.is_file(what[0]):
        kind = "folder" if os.path.isdir(what[0]) else "file"  # noqa: PTH112 - pathlib costs 3 ms at start
        raise UsageError(f"{what[0]} is a {kind}, and there is nothing to compare it with", "name two files")
    elif len(what) == 2 and not between and all("/" in name or "." in name for name in what) and not _is_store():
        raise UsageError(f"there is no file {what[0]}", "check the name")
    else:
        comparison = compare_revisions(what[0], what[1:], wanted)
    output.page(comparison.lines(output.default_format(form)))
    return int(exit_code and comparison.differs)


def _is_store() -> bool:
    from newsdiff.cli.context import is_store

    return is_store()
