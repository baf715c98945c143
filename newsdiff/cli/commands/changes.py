"""``newsdiff changes``: the edits of the whole store, newest first."""

import csv
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from itertools import chain, islice
from typing import TYPE_CHECKING

import click

from newsdiff.cli import completion, context, options, output
from newsdiff.errors import UsageError
from newsdiff.model import FlagKind, Revision, RevisionKind, Severity, is_told
from newsdiff.render.header import when
from newsdiff.text.scrub import visible

if TYPE_CHECKING:
    from newsdiff.catalogue.ranking import Asked, Judged
    from newsdiff.store import Store

_FORMATS = ("terminal", "plain", "json", "lines", "csv", "markdown", "html")
_COLUMNS = ("seen_at", "kind", "flags", "path", "url", "id", "headline", "summary", "disclosed")
_CSV_COLUMNS = (*_COLUMNS, "severity", "weight")
_LINE_FIELDS = 7  # of the columns: what scripts cut
_WIDER = "newsdiff changes lists all, newsdiff log all texts"
_NO_EDITS = (RevisionKind.FIRST, RevisionKind.RECLEAN, RevisionKind.MOVED)


@click.command()
@click.option(
    "--top", type=click.IntRange(1, options.MAX_COUNT), metavar="N", help="The N gravest: by severity, then weight."
)
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
@click.option("--undisclosed", is_flag=True, help="Leave out edits that came with a note: nothing else tells a reader.")
@click.option("--dismissed", is_flag=True, help="Only edits of which you dismissed findings.")
@click.option("--unquoted", is_flag=True, help="Only edits that took a quotation out.")
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
    dismissed: bool,
    unquoted: bool,
    host: str | None,
    max_count: int | None,
    tz: str | None,
    form: str | None,
    exit_code: bool,
) -> int:
    """List the edits of the whole store, newest first: each told in one line, with its gravest finding.

    A digest to send: newsdiff changes --top 20 --since 7d --format html.

    \b
    newsdiff changes --since 1d --flagged --undisclosed  what no reader was told
    newsdiff changes --flag title,number --format lines | cut -f4
    """
    from newsdiff.catalogue.ranking import Asked
    from newsdiff.cli.revision_lines import with_headlines

    zone = context.zone(tz)
    least = Severity(min_severity) if min_severity else None
    wanted = Wanted(_kinds(kinds), least, undisclosed, flagged, dismissed)
    times = context.period(since, until)
    store = context.open_store()
    asked = Asked(times[0], times[1], context.outlet(host), _tagged(store, tag), None, wanted.shows, unquoted)
    found = islice(_found(store, asked, text, top is not None), min(filter(None, (top, max_count)), default=None))
    picked = with_headlines(store, found)
    first = next(picked, None)
    if first is None and form in (None, "terminal", "plain"):
        output.say(f"No recorded edit matches{_newest(store, zone)}. Hint: {_WIDER}.")
    else:
        _show(chain((first,), picked) if first else iter(()), wanted, form, zone, ranked=top is not None)
    return int(exit_code and first is not None)


def _tagged(store: "Store", tag: str | None) -> frozenset[str] | None:
    """The paths of the articles with a tag; None without one."""
    return frozenset(path for path, tags in context.tags(store).items() if tag.casefold() in tags) if tag else None


def _found(store: "Store", asked: "Asked", text: str | None, by_weight: bool) -> Iterator[Revision]:
    """The revisions in their order: from git alone where there is no catalogue, and nothing is asked that needs it."""
    from newsdiff.catalogue import catalogue as catalogues
    from newsdiff.catalogue.ranking import judged, newest, ranked

    needed = bool(asked.until or asked.paths is not None or asked.unquoted or text or by_weight)
    if not needed and not catalogues.is_at_hand(store):
        return (r for r in store.changes(since=asked.since, host=asked.host) if asked.wanted(judged(r)))
    from newsdiff.catalogue.search import phrase

    with catalogues.Catalogue(store) as catalogue:
        asked = asked._replace(paragraphs=phrase(text)(catalogue) if text else None)
        if by_weight:
            return ranked(catalogue, asked, lambda url: context.flag_settings(store, url))
        return newest(catalogue, asked)


def _newest(store: "Store", zone: tzinfo) -> str:
    """When the newest edit was seen: somebody may have asked for a time after it."""
    last = next((found for found in store.changes() if found.kind not in _NO_EDITS), None)
    return f"; the newest of all was seen {when(last.seen_at, zone)}" if last else ""


def _show(picked: Iterator[Revision], wanted: "Wanted", form: str | None, zone: tzinfo, *, ranked: bool) -> None:
    from newsdiff.cli.revision_lines import revision_lines

    if form == "json":
        from newsdiff.cli.commands.log import tree

        output.as_json([tree(r, {}) for r in picked])
    elif form == "csv":
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(_CSV_COLUMNS)
        rows.writerows((*_fields(r), r.severity, "" if r.weight is None else f"{r.weight:.0f}") for r in picked)
        click.echo(text.getvalue(), nl=False)
    elif form == "lines":
        output.page(("\t".join(_fields(r)[:_LINE_FIELDS]) for r in picked), whole=True)
    elif form in ("markdown", "html"):
        from newsdiff.render import digest

        click.echo((digest.markdown if form == "markdown" else digest.html)(list(picked), zone), nl=False)
    else:
        head = _order(wanted) if ranked and sys.stdout.isatty() else iter(())
        lines = (revision_lines(r, None, zone, named=True, most=1, asked=wanted.kinds) for r in picked)
        foot = output.more("newsdiff diff ID", "the edit word by word", "newsdiff log ID", "all of one article")
        output.page(chain(head, chain.from_iterable(lines), foot))


def _order(wanted: "Wanted") -> Iterator[str]:
    """What the order of the gravest rests on."""
    line = "The gravest first: by severity (!! high, ! medium, - low), then what changed, how early and how often."
    hint = "" if wanted.undisclosed else " --undisclosed leaves out what came with a note."
    yield from output.fitted([(line + hint, "summary")], rest="")
    yield ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which revisions are asked for."""

    kinds: frozenset[str]
    severity: Severity | None  # the least that one of its flags must have
    undisclosed: bool
    flagged: bool
    dismissed: bool = False

    def shows(self, edit: "Judged") -> bool:
        """Whether a revision is an edit or a removal as it is wanted.

        One that a rule failed at might have been flagged; a removal has no flags, and matters.
        """
        if edit.kind in _NO_EDITS or (self.undisclosed and is_told(edit.disclosed)):
            return False
        if self.dismissed and not edit.dismissed:
            return False
        if self.kinds and self.kinds.isdisjoint(edit.flags) and not edit.faulty:
            return False
        if not (self.flagged or self.severity) or edit.faulty or edit.kind == RevisionKind.REMOVED:
            return True
        if not edit.flags:
            return False
        worst = Severity(edit.severity or Severity.HIGH)
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
