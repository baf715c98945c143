"""Report -> a few numbers: ``diff --stat``."""

from collections import Counter
from collections.abc import Iterator

from newsdiff.model import Op, Report
from newsdiff.render.header import counted, faults, headline

_SAID = {
    Op.REPLACE: "edited",
    Op.INSERT: "added",
    Op.DELETE: "deleted",
    Op.MOVE: "moved",
    Op.SPLIT: "split",
    Op.MERGE: "merged",
}


def render(report: Report) -> Iterator[str]:
    """Two or three lines: headline, paragraphs and words, flags."""
    yield headline(report)
    ops = Counter(dict.fromkeys(_SAID, 0))
    for hunk in report.diff.hunks:
        if hunk.op is not Op.EQUAL:
            ops[hunk.op] += max(len(hunk.old), len(hunk.new))
    paragraphs = ", ".join(f"{n} {_SAID[op]}" for op, n in ops.items() if n) or "none changed"
    yield f"paragraphs: {paragraphs}; {counted(report.words)}"
    if report.alarms:
        kinds = Counter(str(flag.kind) for flag in report.alarms)
        yield "flags: " + ", ".join(kind if n == 1 else f"{kind} x{n}" for kind, n in kinds.items())
    yield from (f"fault: {fault}" for fault in faults(report))
