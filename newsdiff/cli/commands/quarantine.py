"""``newsdiff quarantine``: pages that may be no edit."""

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
        output.as_json(rows)
        return
    zone = context.zone(None)
    lines: list[str] = []
    for suspect in found:
        fate = "rejected" if suspect.rejected else "waits for you" if suspect.waits else "waits for a second reading"
        head = (f"{suspect.id}  {when(suspect.first, zone)}  {fate}  ", "equal")
        lines += output.fitted([head, (visible(suspect.url), output.link(suspect.url))])
        for reason in suspect.reasons:
            lines += output.fitted([(visible(reason), "note")], "    ", "      ")
    if not found:
        output.tell("Nothing is in quarantine.")
        return
    more = ("newsdiff quarantine show ID", "what the page says now", "newsdiff quarantine accept ID", "it is an edit")
    output.page([*lines, *output.more(*more, "newsdiff quarantine reject ID", "it is none")])


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
    page = [f"The page said ({when(found.last, context.zone(None))}):", "", *article_lines(text)]
    more = output.more(f"newsdiff quarantine accept {found.id}", "it is an edit", f"reject {found.id}", "it is none")
    if last is None or last.article is None:
        output.page([*page, *more])
        return
    sides = (Side("last text", last.seen_at), Side("suspect", found.last))
    differences = ComparisonView(compare(last.article, text), *sides).lines(output.default_format(None))
    output.page([*differences, "", *page, *more])


@quarantine.command()
@click.argument("suspects", nargs=-1, required=True, metavar="SUSPECT...")
def accept(suspects: tuple[str, ...]) -> int:
    """Take suspects (their ids, or parts of their URLs or headlines) for what the publisher wrote, and record them."""
    from newsdiff.watch import accept

    store = context.open_store()
    settings = context.settings(store)
    outcomes: list[Outcome] = [accept(store, suspect, settings, now=context.now()) for suspect in suspects]
    for outcome in outcomes:
        for line in outcome_lines.outcome(outcome):
            click.echo(line)
    return 3 if any(outcome.status is Status.ERROR for outcome in outcomes) else 0


@quarantine.command()
@click.argument("suspects", nargs=-1, required=True, metavar="SUSPECT...")
def reject(suspects: tuple[str, ...]) -> None:
    """Take suspects for no edits: as long as such a text stands, nobody is told of it again."""
    from newsdiff.watch import reject

    store = context.open_store()
    for suspect in suspects:
        output.tell(f"No edit: {visible(reject(store, suspect, now=context.now()).url)}")
