"""``newsdiff stats``: edits counted."""

import csv
import io
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newsdiff.cli import context, options, output
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.statistics import Count

_BY = ("outlet", "article", "week", "month", "hour", "kind", "flag", "tag")
_BAR = 20  # characters of the longest bar
_LEAST_NAME, _LEAST_BAR = 20, 5  # characters: a shorter name says nothing, a shorter bar shows nothing
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
        headlines = dict(catalogue.rows("SELECT path, headline FROM article")) if by == "article" else {}
    form = output.default_format(form)
    if form == "json":
        output.as_json({name: _tree(count) for name, count in found.items()})
    elif form == "csv":
        click.echo(_csv(by, found), nl=False)
    else:
        output.page(_lines(by, found, headlines))


def _lines(by: str, found: dict[str, "Count"], headlines: dict[str, str]) -> Iterator[str]:
    """A head and a line each; articles, which ``headlines`` name by their paths, only where they were edited."""
    if by == "article":
        found = {path: count for path, count in found.items() if count.edits}
    if not found:
        yield "Nothing was recorded in that time."
        return
    names = {key: visible(_headed(key, headlines.get(key, ""))) for key in found}
    head, width = _numbers(by), max(len(by), *map(len, names.values()))
    room = output.width() - len(head)
    if sys.stdout.isatty():
        width = min(width, max(_LEAST_NAME, room))
    bar = min(_BAR, room - width - 2)
    most = max(count.edits for count in found.values()) or 1
    paint = output.painter()
    yield paint(f"{by:<{width}}{head}", "meta")
    ordered = sorted(found.items(), key=lambda one: _by_number(one[0]))
    if by == "article":  # what was edited most stands first
        ordered.sort(key=lambda one: -one[1].edits)
    elif by not in ("month", "hour"):  # whose edits came without a note stands first
        ordered.sort(key=lambda one: -one[1].undisclosed)
    for key, count in ordered:
        name = names[key] if len(names[key]) <= width else f"{names[key][: width - 1]}…"
        drawn = f"  {paint('#' * round(bar * count.edits / most), 'place')}" if bar >= _LEAST_BAR else ""
        yield f"{name:<{width}}{_numbers(by, count)}{drawn}"


def _numbers(by: str, count: "Count | None" = None) -> str:
    """The columns behind a name, or their heads; of a single article those that can differ."""
    share = f"{count.undisclosed / count.edits:.0%}" if count and count.edits else ""
    columns = [
        ("edits", 7, f"{count.edits:,}" if count else ""),
        ("flagged", 7, f"{count.flagged:,}" if count else ""),
        ("no note", 7, f"{count.undisclosed:,}" if count else ""),
        ("", 4, share),
        ("articles", 8, f"{len(count.articles):,}" if count else ""),
        ("first edit", 10, _time(count) if count else ""),
    ]
    shown = columns[:4] if by == "article" else columns
    return "".join(f"  {value if count else head:>{width}}" for head, width, value in shown)


def _headed(key: str, headline: str) -> str:
    """What a group is called: an article by its headline and its outlet."""
    return f"{headline} ({key.split('/')[0]})" if headline else key


def _by_number(name: str) -> list[tuple[int, str]]:
    """What sorts ``outlet2`` before ``outlet10``: figures by their value."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,9})", name)]


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
