"""The headline differs."""

import re
from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import BlockKind, Flag, FlagKind, Level, Op, Severity


@rule
def headline(comparison: Comparison) -> Iterator[Flag]:
    """A headline of other words; a mere change of form is none."""
    hunks = comparison.touched(BlockKind.HEADLINE)
    if not hunks:
        return
    old, new = comparison.diff.old.headline, comparison.diff.new.headline
    if not old or not new or old == new or _letters(old) == _letters(new):
        return
    for hunk in hunks:
        if hunk.edits and all(e.op is Op.EQUAL or e.level is not Level.SUBSTANCE for e in hunk.edits):
            continue
        yield Flag(FlagKind.HEADLINE, Severity.HIGH, old, new, "", hunk.old_index, hunk.new_index, "another headline")
        return


def _letters(text: str) -> str:
    """Letters and digits alone: case, hyphens and marks are form, but for what stands between digits."""
    return re.sub(r"(?<!\d)[^\w$£€%+]+|[^\w$£€%+]+(?!\d)", "", text.lower())
