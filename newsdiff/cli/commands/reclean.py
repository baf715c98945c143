"""``newsdiff reclean``: clean the last raw pages again with today's cleaner."""

import click

from newsdiff.cli import completion, context, options, outcome_lines, output
from newsdiff.errors import UsageError
from newsdiff.model import Status


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", shell_complete=completion.articles)
@click.option("--all", "everything", is_flag=True, help="Every article of the store.")
@options.engine
def reclean(articles: tuple[str, ...], everything: bool, engine_name: str) -> int:
    """Clean the last raw page of ARTICLEs again; a difference is ours, and is recorded as such.

    A reclean is never flagged, and hidden by default: an upgrade of newsdiff never shows up as a publisher's edit.
    Watch does it by itself.
    """
    from newsdiff.engines.opening import unit_engine
    from newsdiff.watch import reclean

    if bool(articles) == everything:
        raise UsageError("name the articles, or say --all", "newsdiff reclean --all")
    store = context.open_store()
    settings, outcomes = context.settings(store), []
    with unit_engine(engine_name) as engine:
        for outcome in reclean(store, settings, now=context.now(), articles=articles, engine=engine):
            outcomes.append(outcome.status)
            if outcome.status is not Status.UNCHANGED:
                for line in outcome_lines.outcome(outcome):
                    click.echo(line)
    output.tell(f"{len(outcomes)} looked at, {outcomes.count(Status.RECLEAN)} differ.")
    return 3 if Status.ERROR in outcomes else 0
