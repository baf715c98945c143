"""``newsdiff list``: what is watched, and how it fares."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta, tzinfo
from itertools import chain
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.model import Status
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store
    from newsdiff.watch.report.health import Health

_FAILED = (Status.ERROR, Status.UNREACHABLE, Status.BLOCKED)
_STATE_WIDTH = 15  # characters at most
_LEAST_NAME = 20  # characters


@click.command("list")
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@click.option("--due", "only_due", is_flag=True, help="Only what is due now.")
@click.option("--failing", is_flag=True, help="Only what could not be read at its last visit, or waits for you.")
@click.option("--changed", metavar="TIME", help="Only what changed since: 7d, or a date.")
@click.option("--tag", metavar="TAG", shell_complete=completion.tags, help="Only what has this tag.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@click.option("--sort", type=click.Choice(["list", "changed", "next", "name"]), default="list", help="The order.")
@click.option("--long", "long_", is_flag=True, help="All that is known of each, with times.")
@options.tz
@options.form("plain", "json", default="plain")
def list_(
    words: tuple[str, ...],
    only_due: bool,
    failing: bool,
    changed: str | None,
    tag: str | None,
    host: str | None,
    sort: str,
    long_: bool,
    tz: str | None,
    form: str,
) -> None:
    """List what is watched, a line each: how the last visit went, since when its text stands, when the next is due.

    With WORDS only what holds them in its name, headline or address.
    """
    from newsdiff.cli.held_values import HeldValues
    from newsdiff.watch import is_due, listing

    now, zone = context.now(), context.zone(tz)
    since, outlet = None if changed is None else context.start(changed), context.outlet(host)
    store = context.open_store()

    def wanted(one: "Health") -> bool:
        return (
            (not only_due or is_due(one, now))
            and (not failing or bool(_failures(one)) or one.suspect)
            and (since is None or (one.changed is not None and one.changed >= since))
            and (tag is None or tag.casefold() in one.tags)
            and (outlet is None or context.outlet_of(one.url) == outlet)
            and all(word.casefold() in f"{one.name}\n{one.headline}\n{one.url}".casefold() for word in words)
        )

    found: Iterable[Health] = filter(wanted, listing(store, context.settings(store), now=now, only_due=only_due))
    found = HeldValues(found, _ORDERS[sort]) if sort != "list" else found
    if form == "json":
        output.as_json_items(map(_tree, found))
        return
    coming = iter(found)
    first = next(coming, None)
    if first is None:
        output.tell("Nothing is due." if only_due else _nothing(store, now))
        return
    found = chain((first,), coming)
    if long_:
        output.page(chain.from_iterable(_lines(one, now, zone) for one in found))
    elif only_due or failing or changed or tag or host or words:
        found = HeldValues(found)
        output.page(_short(found, ((one, 1) for one in found), now, why=failing))
    else:
        output.page(_short(found, _alike(store, now), now, why=False))


_ORDERS: dict[str, Callable[["Health"], tuple[object, ...]]] = {
    "list": lambda _one: (),
    "changed": lambda one: (one.changed is None, -(one.changed.timestamp() if one.changed else 0)),
    "next": lambda one: (one.due is None, one.due.timestamp() if one.due else 0),
    "name": lambda one: (_name(one).casefold(),),
}


def _nothing(store: "Store", now: datetime) -> str:
    """Why nothing is shown."""
    from newsdiff.watch import listing

    if next(listing(store, context.settings(store), now=now), None):
        return "Nothing that is watched matches."
    kept = next(store.changes(), None)
    others = " What is kept here all the same is shown by newsdiff log." if kept else ""
    return f"Nothing is watched.{others} Hint: newsdiff add URL."


def _alike(store: "Store", now: datetime) -> Iterable[tuple["Health", int]]:
    """What the head of the whole list is counted from: that takes a fifth of the time that the list takes."""
    from newsdiff.watch import tally

    return tally(store, context.settings(store), now=now)


def _short(
    found: Iterable["Health"], alike: Iterable[tuple["Health", int]], now: datetime, *, why: bool
) -> Iterator[str]:
    """The counts, a head, and a line each; on a terminal cut at its width, and why it fails below it.

    The counts are those of ``alike``: how many fare like one. ``why`` says why all fail that do, else only those whose
    line has no room for it.
    """
    import sys

    counts, wide = _counts(alike)
    head = f"{'state':<{wide}}  {'new text':>8}  {'next':>8}  "
    room = max(_LEAST_NAME, output.width() - len(head)) if sys.stdout.isatty() else None
    paint = output.painter()
    yield paint(counts, "summary")
    yield paint(f"{head}article", "meta")
    for one in found:
        failed = bool(_failures(one) or one.suspect or one.error)
        ages = f"{_age(one.changed, now):>8}  {_until(one, now):>8}"
        error = visible(one.error.removeprefix(f"{one.url}: ").removeprefix(f"{one.url} "))
        name = visible(_name(one))
        below = error if room is not None and (why or len(f"{name}: {error}") > room) else ""
        name = f"{name}: {error}" if error and not below else name
        if room is not None and len(name) > room:
            name = f"{name[: room - 1]}…"
        state = f"{_state(one)[:wide]:<{wide}}"
        yield f"{paint(state, 'severity.medium' if failed else 'equal')}  {paint(ages, 'meta')}  {name}"
        if below:
            yield from output.fitted([(below, "note")], "    ", "    ")


def _counts(alike: Iterable[tuple["Health", int]]) -> tuple[str, int]:
    """``12 watched: 11 articles, 1 feed; 2 fail, 1 waits in quarantine``, and how wide their states are."""
    kinds, fail, wait, wide = Counter[str](), 0, 0, len("state")
    for one, count in alike:
        kinds[str(one.kind)] += count
        fail += count * bool(_failures(one))
        wait += count * one.suspect
        wide = max(wide, len(_state(one)))
    told = ", ".join(f"{count:,} {kind}{'' if count == 1 else 's'}" for kind, count in kinds.items())
    more = [f"{fail:,} fail{'s' * (fail == 1)}"] if fail else []
    more += [f"{wait:,} in quarantine"] if wait else []
    return f"{kinds.total():,} watched: {told}" + "".join(f"; {part}" for part in more), min(_STATE_WIDTH, wide)


def _name(one: "Health") -> str:
    """What a user knows it by: the own name, the headline, the address."""
    kind = f"{one.kind} " if one.kind != "article" else ""
    tags = "".join(f" #{tag}" for tag in one.tags)
    called = one.name or one.headline
    return f"{kind}{f'{called} ({context.outlet_of(one.url)})' if called else one.url}{tags}"


def _state(one: "Health") -> str:
    if one.gone:
        return "removed"
    if one.paused:
        return "paused"
    if one.suspect:
        return "in quarantine"
    if one.aside:
        return "set aside"
    times = f" x{one.streak}" if _failures(one) > 1 else ""
    return f"{one.status}{times}" if one.status else "not visited yet"


def _age(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return "-"
    return "just now" if now - moment < timedelta(minutes=1) else f"{_span(now - moment)} ago"


def _until(one: "Health", now: datetime) -> str:
    if one.due is None:
        return "-"
    return "due now" if one.due <= now else f"in {_span(one.due - now)}"


def _span(time: timedelta) -> str:
    """A time in its largest unit: ``5m``, ``3h``, ``12d``."""
    minutes = max(0, int(time.total_seconds())) // 60
    if minutes < 60:
        return f"{minutes}m"
    return f"{minutes // 60}h" if minutes < 48 * 60 else f"{minutes // 1440}d"


def _lines(one: "Health", now: datetime, zone: tzinfo) -> Iterator[str]:
    health = "removed by the publisher" if one.gone else str(one.status or "not visited yet")
    if _failures(one) > 1:
        health += f", {one.streak} times in a row"
    times = [("visited", one.visited), ("seen", one.seen), ("changed", one.changed)]
    if one.seen == one.visited:
        del times[0]
    told = [f"{name} {when(moment, zone)}" for name, moment in times if moment]
    kind = f"{one.kind} " if one.kind != "article" else ""
    yield from output.fitted([(visible(f"{kind}{one.url}"), "equal")])
    named = "  ".join(filter(None, (one.name, one.headline, " ".join(f"#{tag}" for tag in one.tags))))
    if named:
        yield from output.fitted([(visible(named), "headline")], "    ")
    yield from output.fitted([(visible("; ".join([health, *told, _next(one, now, zone)])), "meta")], "    ")
    if one.error:
        yield from output.fitted([(visible(one.error), "note")], "    ", "      ")


def _failures(one: "Health") -> int:
    """Visits in a row that failed."""
    return one.streak if one.status in _FAILED else 0


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
        "name": one.name or None,
        "tags": list(one.tags),
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
