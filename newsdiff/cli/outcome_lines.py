"""What one visit gave, in words or as a line of JSON."""

import json
from collections.abc import Iterator
from datetime import UTC, tzinfo

from newsdiff.cli import context, output
from newsdiff.model import Outcome, Report, Revision, Status
from newsdiff.named_tuple import NamedTuple
from newsdiff.render import finding_lines, plain
from newsdiff.render.header import changed, faults, in_short, noted, when
from newsdiff.text.scrub import visible

MAX_FINDINGS = 8  # of one article; the command below them shows the rest

# What a status means to somebody who has not read the manual.
_MEANING = {
    Status.UNCHANGED: "nothing changed",
    Status.NOT_MODIFIED: "nothing changed (the server said so)",
    Status.FIRST: "first seen, kept",
    Status.EDIT: "edited",
    Status.REVERT: "back to an earlier text",
    Status.RESTORED: "back after it was removed",
    Status.MOVED: "moved to a new address",
    Status.REMOVED: "removed by the publisher; the text is kept",
    Status.RECLEAN: "cleaned anew; the publisher changed nothing",
    Status.MISSING: "not found; the text is kept",
    Status.VARIANT: "shows a text of the last day again; held",
    Status.SUSPECT: "may be no edit; in quarantine (newsdiff quarantine)",
    Status.BLOCKED: "blocked by the server",
    Status.REFUSED: "not asked for",
    Status.UNREACHABLE: "not reached",
    Status.ERROR: "failed",
}


class OutcomeLines(NamedTuple):
    """One visit in lines: what happened, what was found (weight, line), and how the rest is shown."""

    head: tuple[str, ...]
    summary: str = ""
    findings: tuple[tuple[float, str], ...] = ()
    foot: tuple[str, ...] = ()
    command: str = ""

    def lines(self, shown: int = MAX_FINDINGS, *, brief: bool = False) -> Iterator[str]:
        """Its lines, with so many findings, and the number of those that are left out; ``brief`` without a summary."""
        yield from self.head
        if not brief and self.summary:
            yield f"  {self.summary}"
        yield from (f"  {line}" for _, line in self.findings[:shown])
        left = len(self.findings) - shown
        more = f"and {left} more finding{'s' * (left != 1)}: " if left > 0 else ""
        last = f"{more}{self.command}" if self.command else ""
        if brief and last and self.foot:
            yield from (f"{self.foot[0]}; {last}", *self.foot[1:])
            return
        yield from self.foot
        yield from (f"  {last}",) if last else ()


def entry(told: Outcome, zone: tzinfo = UTC) -> OutcomeLines:
    """What is told of one visit, with times in a zone."""
    if told.reasons and told.status in (Status.UNCHANGED, Status.NOT_MODIFIED):  # of a list that was recognised
        return OutcomeLines((visible(f"{told.url}: {told.reasons[0]}"), *(visible(f"  {r}") for r in told.reasons[1:])))
    title = told.revision.headline if told.revision else ""
    head = [visible(f"{told.url}: {_MEANING[told.status]}" + (f': "{title}"' if title else ""))]
    head += [visible(f"  {told.error}")] if told.error else []
    head += [visible(f"  {reason}") for reason in told.reasons]
    report = _report(told)
    if not (report and report.diff.hunks):
        return OutcomeLines(tuple(head))
    seen = f"{when(told.revision.seen_at, zone)}; " if told.revision else ""
    foot = [f"  {seen}{changed(report)}", *(f"  fault: {f}" for f in faults(report))]
    names = finding_lines.names(report)
    found = tuple((finding.weight, plain.finding_line(finding, names)) for finding in report.findings)
    return OutcomeLines(tuple(head), in_short(report.summary), found, tuple(foot), _command(told.revision))


def _report(told: Outcome) -> Report | None:
    """What is told of the edit: nothing was edited where our own cleaner reads the page differently."""
    return noted(told.report, [told.revision.kind]) if told.report and told.revision else told.report


def _command(revision: Revision | None) -> str:
    return output.called(f"newsdiff diff {revision.id[:10]}") if revision else ""


def outcome(told: Outcome, form: str = "plain") -> Iterator[str]:
    """Lines about one visit, broken at the width of a terminal: what happened, then its findings; in JSON one line."""
    if form == "json":
        yield json.dumps(tree(told), ensure_ascii=False)
        return
    yield from output.broken(entry(told, context.zone(None)).lines())


def tree(told: Outcome) -> dict[str, object]:
    """One visit as a JSON object: url, status, revision, kind, words, disclosed, findings, flags, faults, error."""
    from newsdiff.render.json import finding_tree, flag_tree

    report, revision = _report(told), told.revision
    return {
        "url": told.url,
        "status": told.status,
        "revision": revision.id if revision else None,
        "path": revision.path if revision else None,
        "seen_at": revision.seen_at.isoformat() if revision else None,
        "headline": revision.headline if revision else None,
        "words": {"inserted": report.words.inserted, "deleted": report.words.deleted, "moved": report.words.moved}
        if report
        else None,
        "disclosed": report.disclosed if report else None,
        "summary": report.summary if report else "",
        "findings": [finding_tree(f) for f in report.findings] if report else [],
        "flags": [flag_tree(f) for f in report.flags] if report else [],
        "faults": [fault._asdict() for fault in report.faults] if report else [],
        "error": told.error,
        "reasons": list(told.reasons),
        "found": told.found,
    }
