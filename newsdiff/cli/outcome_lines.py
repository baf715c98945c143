"""What one visit gave, in words or as a line of JSON."""

import json
from collections.abc import Iterator

from newsdiff.cli import output
from newsdiff.model import Outcome, Status
from newsdiff.render.header import change, counted, disclosure, faults, subject
from newsdiff.text.scrub import visible

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


def outcome(told: Outcome, form: str = "plain") -> Iterator[str]:
    """Lines about one visit: what happened, then its flags; in JSON one line."""
    if form == "json":
        yield json.dumps(tree(told), ensure_ascii=False)
        return
    if told.reasons and told.status in (Status.UNCHANGED, Status.NOT_MODIFIED):  # of a list that was recognised
        yield visible(f"{told.url}: {told.reasons[0]}")
        return
    title = told.revision.headline if told.revision else ""
    yield visible(f"{told.url}: {_MEANING[told.status]}" + (f': "{title}"' if title else ""))
    if told.error:
        yield visible(f"  {told.error}")
    yield from (visible(f"  {reason}") for reason in told.reasons)
    if told.report and told.report.diff.hunks:
        yield f"  {counted(told.report.words)}; {disclosure(told.report)}"
        yield from (f"  {flag.kind}  {change(flag)}  {subject(flag)}".rstrip() for flag in told.report.alarms)
        yield from (f"  fault: {fault}" for fault in faults(told.report))


def fitted(told: Outcome) -> Iterator[str]:
    """The lines about one visit, broken at the width of a terminal."""
    for line in outcome(told):
        text = line.lstrip()
        indent = line[: len(line) - len(text)]
        yield from output.fitted([(text, "equal")], indent, indent + "    ")


def tree(told: Outcome) -> dict[str, object]:
    """One visit as a JSON object: url, status, revision, kind, words, disclosed, flags, faults, error, reasons."""
    from newsdiff.render.json import flag_tree

    report, revision = told.report, told.revision
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
        "flags": [flag_tree(f) for f in report.flags] if report else [],
        "faults": [fault._asdict() for fault in report.faults] if report else [],
        "error": told.error,
        "reasons": list(told.reasons),
    }
