"""``newsdiff reclean``: clean the last raw pages again with today's cleaner."""

import click

from newsdiff.cli import completion, context, outcome_lines, output
from newsdiff.errors import UsageError
from newsdiff.model import Status


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", shell_complete=completion.articles)
@click.option("--all", "everything", is_flag=True, help="Every article of the store.")
def reclean(articles: tuple[str, ...], everything: bool) -> int:
    """Clean the last raw page of ARTICLEs again; a difference is ours, and is recorded as such.

    A reclean is never flagged, and hidden by default: an upgrade of newsdiff never shows up as a publisher's edit.
    Watch does it by itself.
    """
    from newsdiff.watch import reclean

    if bool(articles) == everything:
        raise UsageError("name the articles, or say --all", "newsdiff reclean --all")
    store = context.open_store()
    outcomes = []
    for outcome in reclean(store, context.settings(store), now=context.now(), articles=articles):
        outcomes.append(outcome.status)
        if outcome.status is not Status.UNCHANGED:
            for line in outcome_lines.outcome(outcome):
                click.echo(line)
    output.tell(f"{len(outcomes)} looked at, {outcomes.count(Status.RECLEAN)} differ.")
    return 3 if Status.ERROR in outcomes else 0
