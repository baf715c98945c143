"""``newsdiff quarantine``: pages that may be no edit."""

import json

import click

from newsdiff.cli import context, options, outcome_lines, output
from newsdiff.model import Outcome, Status
from newsdiff.render.header import when
from newsdiff.text.scrub import visible


@click.group("quarantine", invoke_without_command=True)
@click.pass_context
def quarantine(ctx: click.Context) -> None:
    """Pages that may be no edit: walls, stubs, half pages, other articles.

    What bears a wall's marks waits for you; any other suspect is recorded once a second, later reading confirms it.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_)


@quarantine.command("list")
@click.option("--rejected", is_flag=True, help="Show what you rejected and still stands too.")
@options.form("plain", "json", default="plain")
def list_(rejected: bool = False, form: str = "plain") -> None:
    """List what is in quarantine, and why."""
    from newsdiff.watch import suspects

    found = suspects(context.open_store(), now=context.now(), rejected=rejected)
    if form == "json":
        names = ("id", "url", "path", "readings", "reasons", "waits", "rejected", "raw_sha256")
        rows = [
            {n: getattr(s, n) for n in names} | {"first": s.first.isoformat(), "last": s.last.isoformat()}
            for s in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for suspect in found:
        fate = "rejected" if suspect.rejected else "waits for you" if suspect.waits else "waits for a second reading"
        for line in output.fitted([(visible(f"{suspect.id}  {when(suspect.first)}  {fate}  {suspect.url}"), "equal")]):
            click.echo(line, color=True)
        for reason in suspect.reasons:
            for line in output.fitted([(visible(reason), "note")], "    ", "      "):
                click.echo(line, color=True)
    if not found:
        click.echo("Nothing is in quarantine.")


@quarantine.command()
@click.argument("suspect")
def show(suspect: str) -> None:
    """Show how a suspect (its id, or part of its URL or headline) differs from the article's last text."""
    from newsdiff.cli.commands.show import article_lines
    from newsdiff.cli.comparison_view import ComparisonView
    from newsdiff.cli.fetch_and_clean import clean_page
    from newsdiff.comparison import compare
    from newsdiff.render.layout import Side
    from newsdiff.watch.record.quarantine import find

    store = context.open_store()
    found = find(store, suspect, now=context.now())
    text = clean_page(store.raw.get(found.raw_sha256), context.settings(store)).article
    last = store.last(found.path) if found.path else None
    if last is None or last.article is None:
        output.page(article_lines(text))
        return
    sides = (Side("last text", last.seen_at), Side("suspect", found.last))
    output.page(ComparisonView(compare(last.article, text), *sides).lines(output.default_format(None)))


@quarantine.command()
@click.argument("suspects", nargs=-1, required=True, metavar="SUSPECT...")
def accept(suspects: tuple[str, ...]) -> int:
    """Take suspects (their ids, or parts of their URLs or headlines) for what the publisher wrote, and record them."""
    from newsdiff.watch import accept

    store = context.open_store()
    settings = context.settings(store)
    outcomes: list[Outcome] = [accept(store, suspect, settings, now=context.now()) for suspect in suspects]
    for outcome in outcomes:
        for line in outcome_lines.fitted(outcome):
            click.echo(line)
    return 3 if any(outcome.status is Status.ERROR for outcome in outcomes) else 0


@quarantine.command()
@click.argument("suspects", nargs=-1, required=True, metavar="SUSPECT...")
def reject(suspects: tuple[str, ...]) -> None:
    """Take suspects for no edits: as long as such a text stands, nobody is told of it again."""
    from newsdiff.watch import reject

    store = context.open_store()
    for suspect in suspects:
        click.echo(f"No edit: {visible(reject(store, suspect, now=context.now()).url)}")
