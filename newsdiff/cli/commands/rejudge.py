"""``newsdiff rejudge``: judge old edits by today's rules."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.errors import UsageError

if TYPE_CHECKING:
    from newsdiff.catalogue.rejudge import Rejudged
    from newsdiff.store import Store


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", shell_complete=completion.articles)
@click.option("--all", "everything", is_flag=True, help="Every article of the store.")
@options.engine
def rejudge(articles: tuple[str, ...], everything: bool, engine_name: str) -> int:
    """Judge the edits of ARTICLEs by today's rules, where others judged them; those that are told otherwise are listed.

    The history is never rewritten: what is found stands in git's notes (git log --notes=newsdiff archive), and log,
    changes, find, stats and site tell it. watch goes on meanwhile. A run that was stopped goes on where it stood.
    """
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.catalogue.rejudge import rejudge
    from newsdiff.engines.opening import unit_engine

    if bool(articles) == everything:
        raise UsageError("name the articles, or say --all", "newsdiff rejudge --all")
    store = context.open_store()
    paths = None if everything else _paths(store, articles)
    judged, differ, failed = 0, 0, 0
    with Catalogue(store) as catalogue, unit_engine(engine_name) as engine:
        for edit in rejudge(
            catalogue, engine, lambda url: context.flag_settings(store, url), clock=context.now, paths=paths
        ):
            judged, differ, failed = judged + 1, differ + edit.differs, failed + bool(edit.why)
            for line in _lines(edit):
                click.echo(line)
    if judged:
        output.tell(f"{judged} edits judged, {differ} are told otherwise.")
    else:
        output.tell("Nothing to judge: today's rules judged every edit.")
    return 3 if failed else 0


def _paths(store: "Store", articles: Sequence[str]) -> list[str]:
    """The paths of the articles, with those of what came before their first observations."""
    return sorted({revision.path for article in articles for revision in store.history(article)})


def _lines(edit: "Rejudged") -> Iterator[str]:
    """What is told of an edit: how it is told now, where that is otherwise than before."""
    from newsdiff.cli.revision_lines import revision_lines

    if edit.why:
        output.note(f"an edit of {edit.after.url} is {edit.why}")
    elif edit.differs:
        yield from revision_lines(edit.after, None, context.zone(None), named=True, most=1)
        yield from output.fitted([(f"  before: {', '.join(edit.before.flags) or 'no flag'}", "meta")])
