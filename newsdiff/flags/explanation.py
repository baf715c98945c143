"""Why an edit was flagged, and why another was not (``diff --explain``)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.model import Diff, Edit, Flag, Hunk, Level, Op

_FORM = {
    Level.TYPOGRAPHY: "only the style of quotes, dashes or spaces differs",
    Level.FORM: "only the form differs: spelling, case, number style or abbreviation",
    Level.SUBSTANCE: "only words of grammar or the form of a word differ, or its place",
}

_MOST_FLAGS = 200  # flags of one hunk that its edits are explained by: no reader reads more


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
    old: dict[int | None, list[int]] = defaultdict(list)
    new: dict[int | None, list[int]] = defaultdict(list)
    for n, flag in enumerate(flags):
        old[flag.old_block].append(n)
        new[flag.new_block].append(n)
    found: list[Explanation] = []
    for hunk in diff.hunks:
        if hunk.op is not Op.EQUAL:
            here = {n for i in range(hunk.old_index, hunk.old_index + len(hunk.old)) for n in old.get(i, ())}
            here.update(n for j in range(hunk.new_index, hunk.new_index + len(hunk.new)) for n in new.get(j, ()))
            found += _of_hunk(hunk, [flags[n] for n in sorted(here)[:_MOST_FLAGS]])
    return tuple(found)


def _of_hunk(hunk: Hunk, here: Sequence[Flag]) -> Iterator[Explanation]:
    edits = [e for e in hunk.edits if e.op is not Op.EQUAL]
    texts = hunk.old_text, hunk.new_text
    for edit in edits or [Edit(hunk.op, *texts, 0, 0)]:
        mine = tuple(f for f in here if _concerns(edit, f, *texts))
        why = "; ".join(f"{f.kind}: {f.reason}" for f in mine) or _FORM[edit.level]
        yield Explanation(edit.old, edit.new, hunk.old_index, hunk.new_index, mine, why)


def _concerns(edit: Edit, flag: Flag, old: str, new: str) -> bool:
    """Whether the span of a flag, where it stands in the old or new text of a hunk, overlaps an edit."""
    return _overlap(old, flag.old, edit.old_start, len(edit.old)) or _overlap(
        new, flag.new, edit.new_start, len(edit.new)
    )


def _overlap(text: str, span: str, start: int, length: int) -> bool:
    if not span:
        return False
    span = span.removesuffix(" …")
    return text.find(span, max(0, start - len(span)), start + max(length, 1) - 1 + len(span)) >= 0
