"""The source of a statement or the verb of saying differs."""

from collections.abc import Iterator

from newsdiff.flags.passage import Pair
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, cues, rewritten, unmatched
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_REWRITTEN = 5


@rule
def attribution(comparison: Comparison) -> Iterator[Flag]:
    """Verbs of saying whose class stands on one side of a kept statement only, and speakers who were replaced."""
    words = comparison.words
    if words is None or not words.sayings:
        return
    for passage in comparison.passages:
        for pair in passage.pairs:
            if pair.old and pair.new:
                yield from _compared(pair, words)


def _compared(pair: Pair, words: Words) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = cues(pair.old, words.sayings), cues(pair.new, words.sayings)
    gone, came = unmatched(old, new), unmatched(new, old)
    changed = [c for c in (*gone, *came) if rewritten(c, pair, words) <= _REWRITTEN]
    if not changed:
        changed = [c for c in new if _speaker(c, words) - pair.old.bag and old]
    if changed:
        a, b = (gone or old or [None])[0], (came or new or [None])[0]
        yield Flag(
            FlagKind.ATTRIBUTION,
            Severity.MEDIUM,
            _span(a),
            _span(b),
            "",
            pair.old.block,
            pair.new.block,
            "the source or the verb of saying differs",
        )


def _speaker(cue: Cue, words: Words) -> set[str]:
    """The names and words for sources next to a verb of saying."""
    tokens = cue.sentence.tokens
    near = [*range(max(0, cue.first - 5), cue.first), *range(cue.last + 1, min(len(tokens), cue.last + 5))]
    return {tokens.low[i] for i in near if tokens.low[i] in words.sources or (i and tokens.raw[i][0].isupper())}


def _span(cue: Cue | None) -> str:
    return cue.span if cue else ""
