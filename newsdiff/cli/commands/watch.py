"""``newsdiff watch``: visit what is due, and record what changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, outcome_lines, output
from newsdiff.cli.progress import Bars
from newsdiff.cli.reach import notifying
from newsdiff.errors import EngineError, StoreError, StoreLocked
from newsdiff.model import Outcome, Settings, Status

if TYPE_CHECKING:
    from newsdiff.store import Store


_SAME = (Status.UNCHANGED, Status.NOT_MODIFIED)
_DONE = {  # what so many of those that were visited are
    Status.FIRST: "first seen",
    Status.EDIT: "edited",
    Status.REVERT: "reverted",
    Status.RESTORED: "restored",
    Status.MOVED: "moved",
    Status.REMOVED: "removed",
    Status.RECLEAN: "cleaned anew",
    Status.MISSING: "not found",
    Status.VARIANT: "held back",
    Status.SUSPECT: "in quarantine",
    Status.BLOCKED: "blocked",
    Status.REFUSED: "not asked for",
    Status.UNREACHABLE: "not reached",
    Status.ERROR: "failed",
}


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]", shell_complete=completion.articles)
@click.option("--all", "everything", is_flag=True, help="Visit everything now, due or not.")
@click.option("--delay", type=options.Seconds(), metavar="SECONDS", help="Between two requests to one host.")
@options.allow_private
@click.option("--at", metavar="TIME", help="Set the clock: for replays and tests.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing unless there is something to tell (for cron).")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each visit.")
@options.engine
@click.option("--strict", is_flag=True, help="Leave with 3 at each failure, not only at the third in a row.")
def watch(
    articles: tuple[str, ...],
    everything: bool,
    delay: float | None,
    allow_private: bool,
    at: str | None,
    quiet: bool,
    as_json: bool,
    strict: bool,
    engine_name: str,
) -> int:
    """Visit what is due (or the ARTICLEs that are named), and record what changed.

    One request at a time to each host, with pauses; robots.txt is heeded. Leaves with 3 when an article fails for the
    third time in a row, with 75 when another run is at work. Hosts are visited side by side by one process;
    --engine local:4 takes four, for many hosts on a machine of many cores, dask://HOST:PORT other machines.
    """
    from newsdiff.store.lock import check_free

    store = context.open_store()
    settings = context.with_private(context.settings(store), allow_private)
    clock = _clock(at)
    try:
        check_free(store.private, patient=True)  # before anything heavy is imported: cron may start many
        from newsdiff.watch.visit.pool import engine

        with Bars(silent=quiet or as_json) as bars, engine(engine_name, bars.heard) as visiting:
            from newsdiff.watch import exit_code, run

            notifying.begin(store, settings, clock())
            found = run(
                store,
                settings,
                clock=clock,
                articles=articles,
                everything=everything,
                delay=delay,
                engine=visiting,
                planned=bars.planned,
                visited=bars.visited,
            )
            started = clock()
            told = _mailed(found, started) if quiet and not as_json else _told(found, quiet, as_json, bars)
            outcomes, lost = _all(told)
    except StoreLocked:
        if quiet:  # the run before is still at work: cron needs no mail about that
            return StoreLocked.exit_code
        raise
    _sign(store, settings, outcomes, clock())
    _keep_catalogue(store, outcomes)
    notifying.after(store, settings, clock())
    if not quiet and not as_json:
        output.tell(summary(outcomes, len(articles)) if outcomes else _idle(store))
    if lost is not None:
        raise lost
    return exit_code(outcomes, strict=strict)


def _all(told: Iterator[Outcome]) -> tuple[list[Outcome], EngineError | None]:
    """All outcomes; where the machines that visit went away, those until then, and what is to be said of it at last."""
    outcomes: list[Outcome] = []
    try:
        for outcome in told:
            outcomes.append(outcome)  # noqa: PERF402 - what came before an error is kept
    except EngineError as lost:
        return outcomes, lost
    return outcomes, None


def _told(outcomes: Iterable[Outcome], quiet: bool, as_json: bool, bars: Bars) -> Iterator[Outcome]:
    """The outcomes, told as they come; without their reports, of which thousands would fill the memory."""
    for outcome in outcomes:
        if lines := list(_lines(outcome, quiet, as_json)):
            with bars.aside():
                for line in lines:
                    click.echo(line, color=True)
        yield outcome._replace(report=None)


def _mailed(outcomes: Iterable[Outcome], started: datetime) -> Iterator[Outcome]:
    """The outcomes; what is to be told of them is printed at the end, as much of it as a mail should hold.

    A run that is stopped tells what it had.
    """
    from newsdiff.cli.mail import mail
    from newsdiff.watch import told

    entries: list[outcome_lines.OutcomeLines] = []
    try:
        for outcome in outcomes:
            if told(outcome):
                entries.append(outcome_lines.entry(outcome))
            yield outcome._replace(report=None)
    finally:
        for line in mail(entries, f"newsdiff changes --since {started:%Y-%m-%dT%H:%MZ}"):
            click.echo(line, color=True)


def _sign(store: "Store", settings: Settings, outcomes: list[Outcome], now: datetime) -> None:
    """Sign the history as it stands after a run that recorded something, where the user asked for it."""
    from pathlib import Path

    if settings.evidence.sign and any(outcome.revision for outcome in outcomes):
        key = Path(settings.evidence.signing_key)
        store.sign(key if key.is_absolute() else store.private / key, now=now)


def _keep_catalogue(store: "Store", outcomes: list[Outcome]) -> None:
    """Let find, changes and stats know what was recorded; where that fails they say so themselves, and mend it."""
    from newsdiff.catalogue.catalogue import keep

    if any(outcome.revision for outcome in outcomes):
        try:
            keep(store)
        except StoreError as error:
            store.notices.append(str(error))


def summary(outcomes: list[Outcome], named: int = 0) -> str:
    """``12 visited: 1 edited, 11 unchanged; 1 list read: 3 new articles.``; of how many ``named`` where that differs.

    A page that is cleaned anew was visited once, and one whose host wants to rest not at all.
    """
    lists = [outcome.found for outcome in outcomes if outcome.found is not None]
    recleaned = [outcome.url for outcome in outcomes if outcome.status is Status.RECLEAN]
    resting = [outcome for outcome in outcomes if _rests(outcome)]
    visits = [o for o in outcomes if o.found is None and o.status is not Status.RECLEAN and not _rests(o)]
    visited = len(visits) + len(set(recleaned) - {outcome.url for outcome in visits})
    told = [_visits(visits, visited, named if named != visited + len(lists) else 0)]
    told += [f"{len(lists)} list{'s' * (len(lists) > 1)} read: {_brought(sum(lists))}"] if lists else []
    told += [f"{len(recleaned)} {_DONE[Status.RECLEAN]}"] if recleaned else []
    told += [f"{len(resting)} left alone"] if resting else []
    return f"{'; '.join(told)}."


def _visits(visits: list[Outcome], visited: int, named: int) -> str:
    """``2 of 3 named visited: 1 edited, 1 unchanged``."""
    counts = Counter(outcome.status for outcome in visits)
    same = counts.pop(Status.UNCHANGED, 0) + counts.pop(Status.NOT_MODIFIED, 0)
    parts = [f"{counts[status]} {_DONE[status]}" for status in Status if counts[status]]
    parts += [f"{same} unchanged"] if same else []
    head = f"{visited} of {named} named visited" if named else f"{visited} visited"
    return f"{head}: {', '.join(parts)}" if parts else head


def _rests(outcome: Outcome) -> bool:
    """Whether a page that was named was not asked for, since its host wishes for rest."""
    return outcome.status is Status.UNREACHABLE and not outcome.streak


def _brought(count: int) -> str:
    return f"{count} new article{'s' * (count > 1)}" if count else "nothing new"


def _idle(store: "Store") -> str:
    """What a run says that had nothing to visit."""
    from newsdiff.watch.plan import watchlist

    if watchlist.is_empty(store.private):
        return "Nothing is watched. Hint: newsdiff add URL."
    return "Nothing is due. Hint: newsdiff watch --all visits everything now, newsdiff list shows what is watched."


def _clock(at: str | None) -> Callable[[], datetime]:
    """The clock, or one that is set to a time and goes on from there."""
    if at is None:
        return context.now
    lead: timedelta = context.moment(at) - context.now()
    return lambda: context.now() + lead


def _lines(outcome: Outcome, quiet: bool, as_json: bool) -> Iterator[str]:
    """What is printed of a visit."""
    from newsdiff.watch import told

    if as_json:
        yield from outcome_lines.outcome(outcome, "json") if not quiet or told(outcome) else ()
    elif told(outcome) or (not quiet and (outcome.reasons or outcome.status not in _SAME)):
        yield from outcome_lines.outcome(outcome)
