"""``newsdiff changes``: the edits of the whole store, newest first."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import click

from newsdiff.cli import context, options, output
from newsdiff.errors import UsageError
from newsdiff.model import Disclosed, FlagKind, Revision, RevisionKind, Severity
from newsdiff.text.scrub import visible

_NO_EDITS = (RevisionKind.FIRST, RevisionKind.RECLEAN, RevisionKind.MOVED)


@click.command()
@click.option("--since", metavar="TIME", help="Only edits seen since: 1d, 12h, or a date.")
@click.option("--flagged", is_flag=True, help="Only edits with a flag; mere wording is none.")
@click.option("--flag", "kinds", default="", metavar="KIND,...", help="Only edits with one of these flags.")
@click.option("--min-severity", type=click.Choice([s.value for s in Severity]), help="Only edits flagged at least so.")
@click.option("--undisclosed", is_flag=True, help="Leave out edits that came with a note.")
@click.option("--host", metavar="HOST", help="Only this outlet.")
@options.max_count("edits")
@click.option("--tz", metavar="ZONE", help="Show times in this zone [default: UTC].")
@options.form("terminal", "plain", "json", "lines")
@click.option("--exit-code", is_flag=True, help="Leave with 1 when there are any.")
def changes(
    since: str | None,
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

    \b
    newsdiff changes --since 1d --flagged --undisclosed          edits of the last day without a note
    newsdiff changes --flag title,number --format lines | cut -f4
    """
    from newsdiff.cli.revision_lines import revision_lines, with_headlines

    zone = context.zone(tz)
    least = Severity(min_severity) if min_severity else None
    wanted = Wanted(_kinds(kinds), least, undisclosed, flagged)
    store = context.open_store()
    found = filter(wanted.shows, store.changes(since=None if since is None else _start(since), host=_outlet(host)))
    picked = with_headlines(store, list(islice(found, max_count)))
    if form == "json":
        from newsdiff.cli.commands.log import tree

        click.echo(json.dumps([tree(r, {}) for r in picked], ensure_ascii=False, indent=2))
    elif form == "lines":
        output.page(_fields(r) for r in picked)
    else:
        output.page(line for r in picked for line in revision_lines(r, None, zone, named=True, most=1))
    return int(exit_code and bool(picked))


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
        told = dict(revision.trailers)
        might = "Faults" in told
        if self.kinds and not self.kinds.intersection(revision.flags) and not might:
            return False
        if not (self.flagged or self.severity) or might or revision.kind is RevisionKind.REMOVED:
            return True
        if not revision.flags:
            return False
        worst = Severity(told.get("Severity", Severity.HIGH))
        return self.severity is None or worst.rank >= self.severity.rank


def _fields(revision: Revision) -> str:
    """Tab-separated: time, kind, flags, path, url, commit, headline."""
    from newsdiff.cli.revision_lines import headline

    fields: Iterator[str] = iter(
        (
            revision.seen_at.isoformat(),
            revision.kind,
            ",".join(revision.flags),
            revision.path,
            revision.url,
            revision.id,
            headline(revision),
        )
    )
    return "\t".join(visible(" ".join(field.split())) for field in fields)


def _kinds(text: str) -> frozenset[str]:
    names = frozenset(k.strip() for k in text.split(",") if k.strip())
    if unknown := sorted(names - set(FlagKind)):
        raise UsageError(f"there is no flag {unknown[0]!r}", f"kinds are {', '.join(FlagKind)}")
    return names


def _outlet(name: str | None) -> str | None:
    """The folder of an outlet that a user names by its host."""
    from newsdiff.store.layout import outlet
    from newsdiff.text.urls import host

    if name is None:
        return None
    if not host(f"https://{name}/"):
        raise UsageError(f"{name[:60]!r} is no host", "write one such as news.example")
    return outlet(f"https://{name}/")


def _start(text: str) -> datetime:
    from newsdiff.config import duration

    try:
        return context.now() - duration(text)
    except ValueError:
        return context.moment(text)
