"""``newsdiff doctor``: what is wrong with the watching, and what to do about it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, output
from newsdiff.cli.commands import cron
from newsdiff.model import Settings
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.notify.outbox import Parcel
    from newsdiff.store import Store

Line = tuple[str, str, str]


@click.command()
def doctor() -> int:
    """Look for what is wrong: sites that went silent, articles that shrank, refusals, clock, disk, git,
    cron and its mail.

    Leaves with 1 when there is anything to look at.
    """
    from newsdiff.watch import examine

    store = context.open_store()
    settings = context.settings(store)
    found: list[Line] = [
        (finding.subject, finding.problem, finding.hint) for finding in examine(store, settings, now=context.now())
    ]
    found += _browser(settings)
    found += _outbox(store, settings)
    watching = cron.hindrances(Path(output.session().store).resolve())
    found += (line for line in watching if not (line[0] == "mail" and settings.notify))
    for subject, problem, hint in found:
        for line in output.fitted([(visible(f"{subject}: {problem}. Hint: {hint}."), "equal")]):
            click.echo(line, color=True)
    if not found:
        output.tell("All is well.")
    return int(bool(found))


def _browser(settings: Settings) -> Iterator[Line]:
    """Whether there is a browser, where a site needs one."""
    from newsdiff.fetch.browser import missing

    sites = [site.host for site in settings.sites if site.browser]
    if sites and (why := missing(settings.fetch.browser)):
        problem, _, hint = why.partition(": ")
        yield sites[0], problem, hint


def _outbox(store: "Store", settings: Settings) -> Iterator[Line]:
    """What waits for services that do not take it, and what keeps them from being asked."""
    from newsdiff.notify.outbox import Outbox

    outbox = Outbox(store.private)
    waiting: dict[tuple[str, str], list[Parcel]] = {}
    for parcel in outbox.parcels():
        if parcel.tries and parcel.error:
            waiting.setdefault((parcel.receiver, parcel.error), []).append(parcel)
    for (receiver, error), parcels in waiting.items():
        many = "1 message waits" if len(parcels) == 1 else f"{len(parcels)} messages wait"
        tries, due = max(one.tries for one in parcels), min(one.due for one in parcels)
        tried = "once" if tries == 1 else f"{tries} times"
        problem = f"{many}: {error} (tried {tried}, again after {when(due, context.zone(None))})"
        named = any(receiver == one.name for one in settings.notify)  # else it is the archive, or the authority
        yield f"notify.{receiver}", problem, f"newsdiff notify{f' --test {receiver}' if named else ''}"
    for name in outbox.damaged():
        yield "outbox", f"{name} holds no message that can be read", f"look at {outbox.folder}, then remove it"
    from newsdiff.cli.reach import notifying

    if notifying.anybody(settings):
        for service in notifying.services(store, settings).values():
            if service.why:
                yield f"notify.{service.receiver}", service.why, "set it there, or write it into .newsdiff/secrets"
