"""A kept statement is turned round by one word for its opposite: rose, fell; won, lost; convicted, acquitted."""

from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.cues import Cue, WordMatches, classed, cues, verb_span
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.value_pairs import unmatched
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_REWRITTEN_WORDS = 1  # words of substance that may change around a word that was replaced by its opposite
_SIGN = str.maketrans("+-", "-+")


@rule
def opposite(comparison: Comparison) -> Iterator[Flag]:
    """Words that stand on one side only, where the other side has their opposite in the same statement."""
    words = comparison.words
    if words is None or not words.opposites:
        return
    for pair in comparison.kept_pairs():
        yield from _compared(pair, words)


def _compared(pair: Pair, words: WordTable) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = cues(pair.old, "opposites"), cues(pair.new, "opposites")
    gone, came = unmatched(old, new, classed)
    if not gone or not came:
        return
    kept = WordMatches(pair, words)
    first = {c.name: c for c in reversed(came)}
    for cue in gone:
        turned = first.get(cue.name.translate(_SIGN))
        if turned and _stands(cue, kept) and _stands(turned, kept):
            yield Flag(
                FlagKind.NEGATION,
                Severity.HIGH,
                verb_span(cue),
                verb_span(turned),
                "",
                pair.old.block,
                pair.new.block,
                "a word gave way to its opposite",
            )
            return


def _stands(cue: Cue, kept: WordMatches) -> bool:
    """Whether the statement around a word was kept."""
    return kept.rewritten(cue) <= _REWRITTEN_WORDS and kept.governs(cue, 2)
