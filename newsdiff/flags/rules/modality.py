"""Certainty or obligation of a kept statement differs: could, may, will, alleged, expected; must, should, can."""

from collections.abc import Iterator
from itertools import zip_longest

from newsdiff.flags.passage import Pair
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, cues, rewritten, unmatched, verb_span
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_TENSE = frozenset(("will", "would"))  # alone on one side they are mere tense
_REWRITTEN = 2  # words of substance that may change around a cue in a kept statement


@rule
def modality(comparison: Comparison) -> Iterator[Flag]:
    """Modal words and hedges whose class stands on one side of a kept statement only."""
    words = comparison.words
    if words is None or not words.modals:
        return
    for passage in comparison.passages:
        for pair in passage.pairs:
            if pair.old and pair.new:
                yield from _compared(pair, words)


def _compared(pair: Pair, words: Words) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = cues(pair.old, words.modals), cues(pair.new, words.modals)
    gone = [c for c in unmatched(old, new) if rewritten(c, pair, words) <= _REWRITTEN]
    came = [c for c in unmatched(new, old) if rewritten(c, pair, words) <= _REWRITTEN]
    if {c.name for c in (*gone, *came)} <= _TENSE and not (gone and came):
        return
    for a, b in list(zip_longest(gone, came))[:1]:
        yield Flag(
            FlagKind.MODALITY,
            Severity.HIGH,
            verb_span(a) if a else _plain(b, pair.old),
            verb_span(b) if b else _plain(a, pair.new),
            "",
            pair.old.block,
            pair.new.block,
            "certainty or obligation differs",
        )


def _plain(cue: Cue | None, other: object) -> str:
    return ""
