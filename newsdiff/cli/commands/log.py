"""``newsdiff log``: the revisions of an article, newest first."""

import json
from collections.abc import Iterator
from itertools import islice

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.model import Revision, RevisionKind


@click.command()
@click.argument("article", required=False, shell_complete=completion.articles)
@options.max_count("revisions")
@click.option("--recleans", is_flag=True, help="Show what our own cleaner changed too.")
@options.tz
@options.form("terminal", "plain", "json")
def log(article: str | None, max_count: int | None, recleans: bool, tz: str | None, form: str | None) -> None:
    """List the revisions of ARTICLE, newest first; without ARTICLE, those of the whole store.

    Times are those of observation. The same is read by plain git: git log -- PATH.
    """
    store = context.open_store()
    wanted = context.zone(tz)
    if article:
        history = store.history(article)
        count = context.numbers(history)
        revisions: Iterator[Revision] = iter(history)
    else:
        count, revisions = {}, store.changes()
    kept = islice((r for r in revisions if recleans or r.kind is not RevisionKind.RECLEAN), max_count)
    from newsdiff.cli.revision_lines import revision_lines, with_headlines

    shown = with_headlines(store, list(kept))
    if output.default_format(form) == "json":
        click.echo(json.dumps([tree(r, count) for r in shown], ensure_ascii=False, indent=2))
        return
    output.page(line for r in shown for line in revision_lines(r, count.get(r.id), wanted, named=not article))


def tree(revision: Revision, count: dict[str, int]) -> dict[str, object]:
    """One revision as a JSON object; ``trailers`` are those of the commit."""
    from newsdiff.cli.revision_lines import headline

    return {
        "number": count.get(revision.id),
        "id": revision.id,
        "kind": revision.kind,
        "path": revision.path,
        "url": revision.url,
        "headline": headline(revision),
        "seen_at": revision.seen_at.isoformat(),
        "since": revision.since.isoformat() if revision.since else None,
        "flags": list(revision.flags),
        "summary": list(revision.lines),
        "in_short": revision.summary,
        "disclosed": revision.disclosed,
        "trailers": dict(revision.trailers),
    }
