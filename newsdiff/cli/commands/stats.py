"""``newsdiff stats``: edits counted."""

import csv
import io
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, options, output
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.statistics import Count

_BY = ("outlet", "week", "month", "hour", "kind", "flag", "tag")
_BAR = 20  # characters of the longest bar
_COLUMNS = ("articles", "edited", "edits", "flagged", "undisclosed", "first_edit_seconds")


@click.command()
@click.option("--by", type=click.Choice(_BY), default="outlet", help="What edits are counted by [default: outlet].")
@click.option("--since", metavar="TIME", help="Only what was seen since: 1d, 12h, or a date.")
@click.option("--until", metavar="TIME", help="Only what was seen until then.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@click.option("--tz", metavar="ZONE", help="Weeks, months and hours of this zone [default: UTC].")
@options.form("terminal", "plain", "json", "csv")
def stats(by: str, since: str | None, until: str | None, host: str | None, tz: str | None, form: str | None) -> None:
    """Count the edits of the store: how many there are, how many are flagged, how many came without a note.

    Where pages say when they were published, the median time to the first edit as well.
    """
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.catalogue.statistics import By, statistics

    zone = context.zone(tz)
    first, last = context.period(since, until)
    store = context.open_store()
    with Catalogue(store) as catalogue:
        found = statistics(
            catalogue,
            By(by),
            since=first,
            until=last,
            host=context.outlet(host),
            zone=zone,
            tags=context.tags(store) if by == "tag" else None,
        )
    form = output.default_format(form)
    if form == "json":
        click.echo(json.dumps({name: _tree(count) for name, count in found.items()}, ensure_ascii=False, indent=2))
    elif form == "csv":
        click.echo(_csv(by, found), nl=False)
    else:
        output.page(_lines(by, found))


def _lines(by: str, found: dict[str, "Count"]) -> Iterator[str]:
    if not found:
        yield "Nothing was recorded in that time."
        return
    paint = output.painter()
    name_width = min(40, max(len(by), *map(len, found)))
    most = max(count.edits for count in found.values()) or 1
    head = f"{by:<{name_width}}  {'edits':>7}  {'flagged':>7}  {'no note':>7}  {'articles':>8}  {'first edit':>10}"
    yield paint(head, "meta")
    ordered = list(found.items())
    if by not in ("month", "hour"):  # whose edits came without a note stands first
        ordered.sort(key=lambda one: -one[1].undisclosed)
    for name, count in ordered:
        bar = "#" * round(_BAR * count.edits / most)
        numbers = f"{count.edits:>7,}  {count.flagged:>7,}  {count.undisclosed:>7,}  {len(count.articles):>8,}"
        line = f"{visible(name)[:name_width]:<{name_width}}  {numbers}  {_time(count):>10}"
        yield f"{line}  {paint(bar, 'place')}" if output.width() >= len(line) + _BAR + 2 else line


def _time(count: "Count") -> str:
    seconds = count.first_edit
    if seconds is None:
        return "-"
    minutes = round(seconds / 60)
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes / 60:.0f} h" if minutes < 48 * 60 else f"{minutes / 1440:.0f} d"


def _tree(count: "Count") -> dict[str, object]:
    values = (
        len(count.articles), len(count.edited), count.edits, count.flagged, count.undisclosed, count.first_edit
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _csv(by: str, found: dict[str, "Count"]) -> str:
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([by, *_COLUMNS])
    rows.writerows([name, *_tree(count).values()] for name, count in found.items())
    return text.getvalue()
