"""``newsdiff demo``: the whole tool at work on an invented article that a small local site edits."""

import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import outcome_lines, output
from newsdiff.model import Outcome, Settings
from newsdiff.render.layout import Side

if TYPE_CHECKING:
    from newsdiff.store import Store

# When the invented article was published; each visit comes an hour later.
_START = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)


@click.command()
@click.argument("folder", required=False, metavar="[DIR]")
def demo(folder: str | None) -> None:
    """Watch an invented article while its publisher edits it: real HTTP on loopback, real git, a few seconds.

    The store is left in DIR [default: a new temporary folder] for you to audit.
    """
    from newsdiff.store import Store

    path = Path(folder) if folder else Path(tempfile.mkdtemp(prefix="newsdiff-demo-")) / "store"
    store = Store.create(path)
    for line in _visits(store):
        click.echo(line, color=True)
    click.echo(_audit(path))


def _visits(store: "Store") -> Iterator[str]:
    """Publish one state of the story after the other, visit it each time, and tell what was seen."""
    from newsdiff import watch
    from newsdiff.demo.site import serve
    from newsdiff.demo.story import page, states
    from newsdiff.watch.plan import watchlist

    fetching = replace(Settings().fetch, allow_private=True, delay=0.0)
    settings = replace(Settings(), fetch=fetching)
    with serve() as site:
        watchlist.add(store.private, [watchlist.Watched(site.url)])
        for number, state in enumerate(states(), 1):
            site.body = page(state).encode()
            yield _rule(f"Visit {number}: {state.what}")
            clock = partial(_visit_time, number)
            for outcome in watch.run(store, settings, clock=clock, everything=True):
                yield from _told(outcome)
            yield ""


def _visit_time(number: int) -> datetime:
    return _START + timedelta(hours=number - 1)


def _told(outcome: Outcome) -> Iterator[str]:
    if not outcome.report:
        yield from outcome_lines.outcome(outcome)
        return
    from newsdiff.cli.comparison_view import ComparisonView

    revision = outcome.revision
    old = Side("before", revision.since if revision else None)
    new = Side("now", revision.seen_at if revision else None)
    yield from ComparisonView(outcome.report, old, new).lines(output.default_format(None))


def _rule(title: str) -> str:
    line = f"--- {title} ".ljust(min(output.width(), 100), "-")
    if not output.coloured():
        return line
    from newsdiff.render.theme import painted

    return painted(line, "headline")


def _audit(path: Path) -> str:
    place = shlex.quote(str(path))
    return f"""The store is a plain git repository, and every edit is a commit in it. Look:

  git -C {place} log --format='%as %an %s'
  git -C {place} log -p --word-diff
  git -C {place} log --grep='^Flags:.*title'
  git -C {place} shortlog -sn archive
  newsdiff --store {place} log
  newsdiff --store {place} diff harbour @1 @-1"""
