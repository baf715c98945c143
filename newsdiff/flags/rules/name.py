"""A proper name stands on one side only, is replaced, or is spelled differently."""

from collections.abc import Iterator

from newsdiff.flags.pairing import changes, sides, span
from newsdiff.flags.read.absent import absent
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity


@rule
def name(comparison: Comparison) -> Iterator[Flag]:
    """Names that hold a word which the other side of the passage has nowhere."""
    if comparison.words is None:
        return
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        if not before and not after:
            continue
        kept = (comparison.diff.old.text,) if passage.whole else tuple(s.text for s in passage.kept)
        gone = absent(before, after, kept, comparison)
        came = absent(after, before, kept, comparison)
        for a, b in changes(passage, gone, came):
            yield Flag(
                FlagKind.NAME,
                Severity.MEDIUM,
                span(a),
                span(b),
                "",
                a.sentence.block if a else None,
                b.sentence.block if b else None,
                "another name" if a and b else "a name came" if b else "a name went",
            )
