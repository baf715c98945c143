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

_BEGIN = (
    "An invented newspaper on this machine publishes an article and edits it five times; newsdiff visits it after each "
    "edit, as it would visit a real one. Nothing leaves this machine. The first visit takes longest: what reads pages "
    "is started."
)
# When the invented article was published; each visit comes an hour later.
_START = datetime(2025, 3, 18, 9, 30, tzinfo=UTC)


@click.command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--html", "as_page", is_flag=True, help="Also write the whole edit as a web page beside the store.")
@click.option("--open", "opened", is_flag=True, help="The same, and show it in your browser.")
def demo(folder: str | None, as_page: bool, opened: bool) -> None:
    """Watch an invented article while its publisher edits it: real HTTP on loopback, real git, a few seconds.

    The store is left in DIR [default: a new temporary folder] for you to audit.
    """
    output.tell(_BEGIN)
    click.echo()
    from newsdiff.store import Store

    path = Path(folder) if folder else Path(tempfile.mkdtemp(prefix="newsdiff-")) / "store"
    store = Store.create(path)
    for line in _visits(store):
        click.echo(line, color=True)
    click.echo(_audit(path))
    if as_page or opened:
        click.echo()
        output.tell(f"The whole edit as a web page: {_page(path, opened)}")


def _visits(store: "Store") -> Iterator[str]:
    """Publish one state of the story after the other, visit it each time, and tell what was seen.

    The children that read the page live through all visits: to start them takes longer than to visit.
    """
    from newsdiff import watch
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.demo.site import serve
    from newsdiff.demo.story import page, states
    from newsdiff.process.sandbox import Sandbox
    from newsdiff.watch.plan import watchlist
    from newsdiff.watch.record.weighing import CPU_SECONDS, WALL_SECONDS
    from newsdiff.watch.visit.pool import Inline

    fetching = replace(Settings().fetch, allow_private=True, delay=0.0)
    settings = replace(Settings(), fetch=fetching)
    sandbox = Sandbox(cpu=CPU_SECONDS, wall=WALL_SECONDS)
    with serve() as site, Inline() as engine, sandbox, Cleaner() as cleaner:
        watchlist.add(store.private, [watchlist.Watched(site.url)])
        for number, state in enumerate(states(), 1):
            site.body = page(state).encode()
            yield _rule(f"Visit {number}: {state.what}")
            clock = partial(_visit_time, number)
            for outcome in watch.run(
                store, settings, clock=clock, everything=True, engine=engine, sandbox=sandbox, cleaner=cleaner
            ):
                yield from _told(outcome)
            yield ""


def _page(path: Path, opened: bool) -> str:
    """Write the edit from the first to the last text as a page beside the store, and show it if asked: its address."""
    import webbrowser

    from newsdiff.cli.comparison_view import Wishes, compare_revisions

    output.begin(output.session()._replace(store=str(path)))
    file = path.absolute().with_name(f"{path.name}.html")
    lines = compare_revisions("harbour", ("@1", "@-1"), Wishes(full=True)).lines("html")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if opened and not webbrowser.open(file.as_uri()):
        output.say("No browser can be opened here. Hint: open the page yourself.")
    return file.as_uri()


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
    return output.called(f"""The store is a plain git repository, and every edit is a commit in it. Look:

  git -C {place} log --format='%as %an %s'
  git -C {place} log -p --word-diff
  git -C {place} log --grep='^Flags:.*title'
  git -C {place} shortlog -sn archive
  newsdiff --store {place} log
  newsdiff --store {place} diff harbour @1 @-1

Nothing else needs it: remove it when you have seen enough.""")
