"""``newsdiff changes``: the edits of the whole store, newest first."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from itertools import islice
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.errors import UsageError
from newsdiff.model import Disclosed, FlagKind, Revision, RevisionKind, Severity
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.store import Store

_FORMATS = ("terminal", "plain", "json", "lines", "csv", "markdown", "html")
_COLUMNS = ("seen_at", "kind", "flags", "path", "url", "id", "headline", "summary", "disclosed")
_LINE_FIELDS = 7  # of the columns: what scripts cut
_WIDER = "newsdiff changes lists all, newsdiff log all texts"
_NO_EDITS = (RevisionKind.FIRST, RevisionKind.RECLEAN, RevisionKind.MOVED)


@click.command()
@click.option("--top", type=click.IntRange(1, options.MAX_COUNT), metavar="N", help="The N weightiest, gravest first.")
@click.option("--since", metavar="TIME", help="Only edits seen since: 1d, 12h, or a date.")
@click.option("--until", metavar="TIME", help="Only edits seen until then.")
@click.option("--tag", metavar="TAG", shell_complete=completion.tags, help="Only articles with this tag.")
@click.option("--text", metavar="WORDS", help="Only edits that brought or ended a paragraph with these words.")
@click.option("--flagged", is_flag=True, help="Only edits with a flag; mere wording is none.")
@click.option(
    "--flag",
    "kinds",
    default="",
    metavar="KIND,...",
    shell_complete=completion.flags,
    help="Only edits with one of these flags.",
)
@click.option("--min-severity", type=click.Choice([s.value for s in Severity]), help="Only edits flagged at least so.")
@click.option("--undisclosed", is_flag=True, help="Leave out edits that came with a note.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@options.max_count("edits")
@options.tz
@options.form(*_FORMATS)
@click.option("--exit-code", is_flag=True, help="Leave with 1 when there are any.")
def changes(
    top: int | None,
    since: str | None,
    until: str | None,
    tag: str | None,
    text: str | None,
    flagged: bool,
    kinds: str,
    min_severity: str | None,
    undisclosed: bool,
    host: str | None,
    max_count: int | None,
    tz: str | None,
    form: str | None,
    exit_code: bool,
) -> int:
    """List the edits of the whole store, newest first: each in one line, with what matters most in it.

    A digest to send: newsdiff changes --top 20 --since 7d --format html.

    \b
    newsdiff changes --since 1d --flagged --undisclosed  what no reader was told
    newsdiff changes --flag title,number --format lines | cut -f4
    """
    from newsdiff.cli.revision_lines import with_headlines

    zone = context.zone(tz)
    least = Severity(min_severity) if min_severity else None
    wanted = Wanted(_kinds(kinds), least, undisclosed, flagged)
    times = context.period(since, until)
    store = context.open_store()
    found = filter(wanted.shows, _found(store, times[0], times[1], context.outlet(host), tag, text, top is not None))
    most = min(filter(None, (top, max_count)), default=None)
    picked = with_headlines(store, list(islice(found, most)))
    _show(store, picked, form, zone)
    return int(exit_code and bool(picked))


def _found(
    store: "Store",
    since: datetime | None,
    until: datetime | None,
    host: str | None,
    tag: str | None,
    text: str | None,
    by_weight: bool,
) -> Iterator[Revision]:
    """The revisions in their order: from git alone where nothing is asked that needs the catalogue."""
    if not (until or tag or text or by_weight):
        return store.changes(since=since, host=host)
    from newsdiff.catalogue.catalogue import Catalogue
    from newsdiff.catalogue.ranking import Asked, newest, ranked
    from newsdiff.catalogue.search import phrase

    paths = frozenset(path for path, tags in context.tags(store).items() if tag.casefold() in tags) if tag else None
    with Catalogue(store) as catalogue:
        paragraphs = phrase(text)(catalogue) if text else None
        asked = Asked(since, until, host, paths, paragraphs)
        if by_weight:
            return ranked(catalogue, asked, lambda url: context.flag_settings(store, url))
        return newest(catalogue, asked)


def _newest(store: "Store", zone: tzinfo) -> str:
    """When the newest edit was seen: somebody may have asked for a time after it."""
    last = next((found for found in store.changes() if found.kind not in _NO_EDITS), None)
    return f"; the newest of all was seen {when(last.seen_at, zone)}" if last else ""


def _show(store: "Store", picked: list[Revision], form: str | None, zone: tzinfo) -> None:
    from newsdiff.cli.revision_lines import revision_lines

    if form == "json":
        from newsdiff.cli.commands.log import tree

        click.echo(json.dumps([tree(r, {}) for r in picked], ensure_ascii=False, indent=2))
    elif form == "csv":
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(_COLUMNS)
        rows.writerows(_fields(r) for r in picked)
        click.echo(text.getvalue(), nl=False)
    elif form == "lines":
        output.page("\t".join(_fields(r)[:_LINE_FIELDS]) for r in picked)
    elif form in ("markdown", "html"):
        from newsdiff.render import digest

        click.echo((digest.markdown if form == "markdown" else digest.html)(picked, zone), nl=False)
    else:
        told = (line for r in picked for line in revision_lines(r, None, zone, named=True, most=1))
        foot = output.more("newsdiff diff ID", "the edit word by word", "newsdiff log ID", "all of one article")
        output.page([*told, *(foot if picked else ())])
        if not picked:
            output.say(f"No edit that was recorded is like that{_newest(store, zone)}. Hint: {_WIDER}.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which revisions are asked for."""

    kinds: frozenset[str]
    severity: Severity | None  # the least that one of its flags must have
    undisclosed: bool
    flagged: bool

    def shows(self, revision: Revision) -> bool:
        """Whether a revision is an edit or a removal as it is wanted.

        One that a rule failed at might have been flagged; a removal has no flags, and matters.
        """
        if revision.kind in _NO_EDITS or (self.undisclosed and revision.disclosed == Disclosed.NOTE):
            return False
        might = bool(revision.trailer("Faults"))
        if self.kinds and not self.kinds.intersection(revision.flags) and not might:
            return False
        if not (self.flagged or self.severity) or might or revision.kind is RevisionKind.REMOVED:
            return True
        if not revision.flags:
            return False
        worst = Severity(revision.trailer("Severity") or Severity.HIGH)
        return self.severity is None or worst.rank >= self.severity.rank


def _fields(revision: Revision) -> list[str]:
    """What ``_COLUMNS`` names, each on one line."""
    from newsdiff.cli.revision_lines import headline

    fields = (
        revision.seen_at.isoformat(),
        revision.kind,
        ",".join(revision.flags),
        revision.path,
        revision.url,
        revision.id,
        headline(revision),
        revision.summary,
        revision.disclosed,
    )
    return [visible(" ".join(field.split())) for field in fields]


def _kinds(text: str) -> frozenset[str]:
    names = frozenset(k.strip() for k in text.split(",") if k.strip())
    if unknown := sorted(names - set(FlagKind)):
        raise UsageError(f"there is no flag {unknown[0]!r}", f"kinds are {', '.join(FlagKind)}")
    return names
