"""Certainty or obligation of a kept statement differs: could, may, will, alleged, expected; must, should, can."""

from collections.abc import Iterator

from newsdiff.flags.passage import Pair
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, Kept, cues, unmatched, verb_span
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_TENSE = frozenset(("will", "would"))  # alone on one side they are mere tense
_POLARITY = frozenset(("unable", "can", "may"))  # cannot, can: the negation rule's matter
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
                yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: Words, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    old = cues(pair.old, "modals", comparison.read(pair.old).dated)
    new = cues(pair.new, "modals", comparison.read(pair.new).dated)
    gone, came = unmatched(old, new), unmatched(new, old)
    if not gone and not came:
        return
    kept = Kept(pair, words)
    if gone and came:
        gone = [c for c in gone if kept.rewritten(c) <= _REWRITTEN]
        came = [c for c in came if kept.rewritten(c) <= _REWRITTEN]
    if not gone or not came:
        gone = [c for c in gone if kept.governs(c) and not kept.conditional(c) and not _turned(c, pair, words)]
        came = [c for c in came if kept.governs(c) and not kept.conditional(c) and not _turned(c, pair, words)]
    classes = {c.name for c in (*gone, *came)}
    if not classes or (classes <= _TENSE and not (gone and came)) or ("unable" in classes and classes <= _POLARITY):
        return
    a, b = next(iter(gone), None), next(iter(came), None)
    yield Flag(
        FlagKind.MODALITY,
        Severity.HIGH,
        verb_span(a) if a else "",
        verb_span(b) if b else "",
        "",
        pair.old.block,
        pair.new.block,
        _reason(a, b),
    )


def _turned(cue: Cue, pair: Pair, words: Words) -> bool:
    """Whether *must not do* became *without doing*: a paraphrase."""
    other = pair.old if cue.sentence is pair.new else pair.new
    assert other
    negated = cue.sentence.tokens.at(cue.last + 1) in words.negators
    return negated and any(words.negators.get(w) == "without" for w in other.bag)


def _reason(a: Cue | None, b: Cue | None) -> str:
    if a and b:
        return f"from {a.name} to {b.name}"
    return f"no longer {a.name}" if a else f"now {b.name}" if b else ""
