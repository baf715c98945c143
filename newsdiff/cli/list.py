"""``newsdiff list``: what is watched, and how it fares."""

import json
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

import click

from newsdiff.cli import output, places
from newsdiff.render.summary import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.watch.plan import Target


@click.command("list")
@click.option("--due", "only_due", is_flag=True, help="Only what is due now.")
@click.option("--tz", metavar="ZONE", help="Show times in this zone [default: UTC].")
@click.option("--format", "form", type=click.Choice(["plain", "json"]), default="plain", help="How it is shown.")
def list_(only_due: bool, tz: str | None, form: str) -> None:
    """List what is watched: how the last visit went, when the text last changed, and when the next visit is due."""
    from newsdiff.watch import plan
    from newsdiff.watch.state import State

    store = places.open_store()
    now = places.now()
    zone = places.zone(tz)
    with State(store, now=now, write=False) as state:
        found = plan.targets(store, state, places.settings(store), now=now)
        if only_due:
            found = plan.due(found, now=now)
    if form == "json":
        click.echo(json.dumps([_tree(target) for target in found], ensure_ascii=False, indent=2))
        return
    output.page(line for target in found for line in _lines(target, now, zone))
    if not found:
        click.echo("Nothing is due." if only_due else "Nothing is watched. Hint: newsdiff add URL.")


def _lines(target: "Target", now: datetime, zone: tzinfo) -> tuple[str, ...]:
    known = target.known
    health = str(known.status or "not visited yet")
    if known.streak > 1 and known.due_to_fail():
        health += f", {known.streak} times in a row"
    if known.error:
        health += f": {known.error}"
    times = [("visited", known.visited), ("seen", known.seen), ("changed", known.changed)]
    if known.seen == known.visited:
        del times[0]
    told = [f"{name} {when(moment, zone)}" for name, moment in times if moment]
    name = f"{target.kind} " if target.kind != "article" else ""
    return (visible(f"{name}{target.url}"), visible("    " + "; ".join([health, *told, _next(target, now, zone)])))


def _next(target: "Target", now: datetime, zone: tzinfo) -> str:
    if target.paused:
        return "paused"
    if target.retired or target.due == datetime.max.replace(tzinfo=UTC):
        return "no longer visited"
    return "due now" if target.due <= now else f"next {when(target.due, zone)}"


def _tree(target: "Target") -> dict[str, object]:
    known = target.known
    return {
        "url": target.url,
        "kind": target.kind,
        "path": known.path or None,
        "status": known.status,
        "error": known.error,
        "failures_in_a_row": known.streak if known.due_to_fail() else 0,
        "visited": _iso(known.visited),
        "seen": _iso(known.seen),
        "changed": _iso(known.changed),
        "next": _iso(target.due) if target.due.year not in (1, 9999) else None,
        "every": target.every.total_seconds() if target.every else None,
        "paused": target.paused,
        "retired": target.retired,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
