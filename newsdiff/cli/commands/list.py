"""``newsdiff list``: what is watched, and how it fares."""

import json
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, options, output
from newsdiff.model import Status
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store
    from newsdiff.watch.report.health import Health


@click.command("list")
@click.option("--due", "only_due", is_flag=True, help="Only what is due now.")
@click.option("--tz", metavar="ZONE", help="Show times in this zone [default: UTC].")
@options.form("plain", "json", default="plain")
def list_(only_due: bool, tz: str | None, form: str) -> None:
    """List what is watched: how the last visit went, when the text last changed, and when the next visit is due."""
    from newsdiff.watch import is_due, listing

    store = context.open_store()
    now = context.now()
    zone = context.zone(tz)
    found = [one for one in listing(store, context.settings(store), now=now) if not only_due or is_due(one, now)]
    if form == "json":
        click.echo(json.dumps([_tree(one) for one in found], ensure_ascii=False, indent=2))
        return
    output.page(line for one in found for line in _lines(one, now, zone))
    if not found:
        click.echo("Nothing is due." if only_due else _nothing(store))


def _nothing(store: "Store") -> str:
    kept = next(store.changes(), None)
    others = " What is kept here all the same is shown by newsdiff log." if kept else ""
    return f"Nothing is watched.{others} Hint: newsdiff add URL."


def _lines(one: "Health", now: datetime, zone: tzinfo) -> Iterator[str]:
    health = "removed by the publisher" if one.gone else str(one.status or "not visited yet")
    if _failures(one) > 1:
        health += f", {one.streak} times in a row"
    times = [("visited", one.visited), ("seen", one.seen), ("changed", one.changed)]
    if one.seen == one.visited:
        del times[0]
    told = [f"{name} {when(moment, zone)}" for name, moment in times if moment]
    name = f"{one.kind} " if one.kind != "article" else ""
    yield from output.fitted([(visible(f"{name}{one.url}"), "equal")])
    if one.headline:
        yield from output.fitted([(visible(one.headline), "headline")], "    ")
    yield from output.fitted([(visible("; ".join([health, *told, _next(one, now, zone)])), "meta")], "    ")
    if one.error:
        yield from output.fitted([(visible(one.error), "note")], "    ", "      ")


def _failures(one: "Health") -> int:
    """Visits in a row that failed."""
    return one.streak if one.status in (Status.ERROR, Status.UNREACHABLE, Status.BLOCKED) else 0


def _next(one: "Health", now: datetime, zone: tzinfo) -> str:
    if one.paused:
        return "paused"
    if one.aside:
        return "set aside; newsdiff resume visits it again"
    if one.due is None:
        return "no longer visited"
    return "due now" if one.due <= now else f"next {when(one.due, zone)}"


def _tree(one: "Health") -> dict[str, object]:
    return {
        "url": one.url,
        "kind": one.kind,
        "headline": one.headline,
        "path": one.path or None,
        "status": one.status,
        "error": one.error,
        "failures_in_a_row": _failures(one),
        "visited": _iso(one.visited),
        "seen": _iso(one.seen),
        "changed": _iso(one.changed),
        "next": _iso(one.due),
        "every": one.every.total_seconds() if one.every else None,
        "source": one.source or None,
        "paused": one.paused,
        "retired": one.retired,
        "removed": one.gone,
        "set_aside": one.aside,
        "in_quarantine": one.suspect,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
