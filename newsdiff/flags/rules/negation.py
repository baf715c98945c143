"""The polarity of a kept statement differs: not, no, never, without, un-, denied."""

from collections.abc import Iterator

from newsdiff.flags.passage import Pair, Sentence
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, cues, rewritten, verb_span
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_REWRITTEN = 2


@rule
def negation(comparison: Comparison) -> Iterator[Flag]:
    """Kept statements with an odd number of negations on one side and an even one on the other."""
    words = comparison.words
    if words is None:
        return
    for passage in comparison.passages:
        for pair in passage.pairs:
            if pair.old and pair.new:
                yield from _compared(pair, words)


def _compared(pair: Pair, words: Words) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = _negations(pair.old, pair.new, words), _negations(pair.new, pair.old, words)
    if len(old) % 2 == len(new) % 2:
        return
    more, fewer = (new, old) if len(new) > len(old) else (old, new)
    positions = {_context(c) for c in fewer}
    changed = [c for c in more if _context(c) not in positions and rewritten(c, pair, words) <= _REWRITTEN]
    if changed:
        cue = changed[0]
        old_span, new_span = ("", verb_span(cue)) if more is new else (verb_span(cue), "")
        yield Flag(
            FlagKind.NEGATION,
            Severity.HIGH,
            old_span,
            new_span,
            "",
            pair.old.block,
            pair.new.block,
            "the statement is turned round",
        )


def _negations(sentence: Sentence, other: Sentence, words: Words) -> list[Cue]:
    """Negators, and words whose negative prefix is all that the other side lacks (unpunished, punished)."""
    found = cues(sentence, words.negators)
    for i, word in enumerate(sentence.tokens.low):
        for prefix in words.negative_prefixes:
            rest = word.removeprefix(prefix)
            if (
                rest is not word
                and len(rest) >= 4
                and word not in other.bag
                and rest in other.bag
                and rest not in sentence.bag
            ):
                found.append(Cue(sentence, i, i, "prefix"))
    return found


def _context(cue: Cue) -> tuple[str, str]:
    tokens = cue.sentence.tokens
    return cue.name, tokens.at(cue.last + 1)
