"""Why an edit was flagged, and why another was not (``diff --explain``)."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.model import Diff, Edit, Flag, Hunk, Level, Op

_FORM = {
    Level.TYPOGRAPHY: "only the style of quotes, dashes or spaces differs",
    Level.FORM: "only the form differs: spelling, case, number style or abbreviation",
    Level.SUBSTANCE: "only words of grammar or the form of a word differ, or its place",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """One edit, the flags it is part of, and the reason for them or for their absence."""

    old: str
    new: str
    old_block: int
    new_block: int
    flags: tuple[Flag, ...]
    why: str


def explanations(diff: Diff, flags: tuple[Flag, ...]) -> tuple[Explanation, ...]:
    """Every edit of a comparison in reading order of new."""
    return tuple(e for hunk in diff.hunks if hunk.op is not Op.EQUAL for e in _of_hunk(hunk, flags))


def _of_hunk(hunk: Hunk, flags: tuple[Flag, ...]) -> Iterator[Explanation]:
    here = [f for f in flags if _touches(hunk, f)]
    edits = [e for e in hunk.edits if e.op is not Op.EQUAL]
    for edit in edits or [Edit(hunk.op, hunk.old_text, hunk.new_text, 0, 0)]:
        mine = tuple(f for f in here if _concerns(edit, f, hunk))
        why = "; ".join(f"{f.kind}: {f.reason}" for f in mine) or _FORM[edit.level]
        yield Explanation(edit.old, edit.new, hunk.old_index, hunk.new_index, mine, why)


def _touches(hunk: Hunk, flag: Flag) -> bool:
    old = flag.old_block is not None and hunk.old_index <= flag.old_block < hunk.old_index + len(hunk.old)
    new = flag.new_block is not None and hunk.new_index <= flag.new_block < hunk.new_index + len(hunk.new)
    return old or new


def _concerns(edit: Edit, flag: Flag, hunk: Hunk) -> bool:
    """Whether the span of a flag, where it stands in the hunk, overlaps an edit."""
    old = _overlap(hunk.old_text, flag.old, edit.old_start, len(edit.old))
    new = _overlap(hunk.new_text, flag.new, edit.new_start, len(edit.new))
    return old or new


def _overlap(text: str, span: str, start: int, length: int) -> bool:
    if not span:
        return False
    span = span.removesuffix(" …")
    at = text.find(span)
    while at >= 0:
        if at < start + max(length, 1) and start < at + len(span) + 1:
            return True
        at = text.find(span, at + 1)
    return False
