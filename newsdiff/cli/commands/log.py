"""``newsdiff log``: the revisions of an article, newest first."""

import sys
from collections.abc import Iterator
from itertools import chain, islice

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.model import ArticleHistory, Revision, RevisionKind


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
        history, count, revisions = ArticleHistory(), {}, store.changes()
    kept = islice((r for r in revisions if recleans or r.kind is not RevisionKind.RECLEAN), max_count)
    from newsdiff.cli.revision_lines import article_head, revision_lines, unlisted, with_headlines

    shown = with_headlines(store, kept)
    if output.default_format(form) == "json":
        output.as_json([tree(r, count) for r in shown])
        return
    last = next(shown, None)
    if last is None:
        output.say("No revision was recorded so far. Hint: newsdiff watch visits what is due, newsdiff list shows it.")
        return
    hidden = 0 if recleans else sum(r.kind is RevisionKind.RECLEAN for r in history)
    # in a pipe the revisions stand alone, as scripts cut them
    head = article_head(last, wanted, history, hidden) if article and sys.stdout.isatty() else ()
    if hidden and not head:
        output.say(f"{unlisted(hidden)}.")
    told = (
        line for r in chain((last,), shown) for line in revision_lines(r, count.get(r.id), wanted, named=not article)
    )
    output.page(chain(head, told, _more(last, len(history) if article else 0)))


def _more(last: Revision, of: int) -> Iterator[str]:
    """The commands that show more; ``of`` so many revisions of the article, 0: of all."""
    name = last.id[:10]
    if of > 1:
        return output.more(f"newsdiff diff {name} @1 @-1", "what changed", f"newsdiff show {name} @1", "a text")
    if of:
        return output.more(f"newsdiff show {name}", "its text")
    return output.more("newsdiff diff ID", "what changed", "newsdiff log ID", "all of one article")


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
        "dismissed": list(revision.dismissed),
        "severity": revision.severity,
        "weight": revision.weight,
        "trailers": dict(revision.trailers),
    }
