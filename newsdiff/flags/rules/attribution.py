"""The source of a statement or the verb of saying differs."""

from collections.abc import Iterator

from newsdiff.flags.passage import Pair, Sentence
from newsdiff.flags.read.absent import absent
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.statement import Cue, Kept, cues, unmatched
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words

_REWRITTEN = 6  # words of substance that may change with the source of a kept statement
_REACH = 12  # tokens around a verb of saying in which its speaker stands
_OPEN = frozenset('"“”:;')


@rule
def attribution(comparison: Comparison) -> Iterator[Flag]:
    """Verbs of saying whose class stands on one side of a kept statement only, and speakers who were replaced."""
    words = comparison.words
    if words is None or not words.sayings:
        return
    for passage in comparison.passages:
        for pair in passage.pairs:
            if pair.old and pair.new:
                yield from _compared(pair, words, comparison)


def _compared(pair: Pair, words: Words, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    old, new = _sayings(pair.old, words), _sayings(pair.new, words)
    if not old and not new:
        return
    gone, came = unmatched(old, new), unmatched(new, old)
    kept = Kept(pair, words)
    changed = [c for c in (*gone, *came) if kept.rewritten(c) <= _REWRITTEN]
    reason = "the verb of saying differs" if gone and came else "a source came" if came else "a source went"
    if not changed and len(old) == len(new) == 1:
        changed, reason = _replaced(pair, old[0], new[0], words, comparison), "another speaker"
    if changed:
        a, b = (gone or old or [None])[0], (came or new or [None])[0]
        yield Flag(
            FlagKind.ATTRIBUTION,
            Severity.MEDIUM,
            _quoted(a),
            _quoted(b),
            _speaker(b or a, words),
            pair.old.block,
            pair.new.block,
            reason,
        )


def _sayings(sentence: Sentence, words: Words) -> list[Cue]:
    """Verbs of saying in the active voice."""
    tokens = sentence.tokens
    return [c for c in cues(sentence, words.sayings) if tokens.at(c.first - 1) not in words.auxiliaries]


def _replaced(pair: Pair, old: Cue, new: Cue, words: Words, comparison: Comparison) -> list[Cue]:
    """The cue of the new side when names or words for sources beside it were replaced by others."""
    assert pair.old and pair.new
    nothing: frozenset[str] = frozenset()
    gone = {v.span for v in absent((pair.old,), (pair.new,), nothing, comparison) if _beside(v, old)}
    came = {v.span for v in absent((pair.new,), (pair.old,), nothing, comparison) if _beside(v, new)}
    before, after = _sources(old, words), _sources(new, words)
    gone |= before - after
    came |= after - before
    return [new] if gone and came else []


def _beside(value: Value, cue: Cue) -> bool:
    """Whether a name stands where the speaker does: before the verb, or behind it when nothing comes before."""
    tokens = cue.sentence.tokens
    first, last = sorted(((value.last, cue.first), (cue.last, value.first)), key=lambda s: s[1] - s[0])[-1]
    return 0 <= last - first <= _REACH and not any(tokens.low[i] in _OPEN for i in range(first + 1, last))


def _sources(cue: Cue, words: Words) -> set[str]:
    """The words for sources in the same clause as the verb."""
    low = cue.sentence.tokens.low
    return {w for w in low[max(0, cue.first - _REACH) : cue.last + _REACH] if w in words.sources}


def _speaker(cue: Cue | None, words: Words) -> str:
    """The capitalised words next to the verb."""
    if cue is None:
        return ""
    tokens = cue.sentence.tokens
    at = cue.first - 1
    while at >= 0 and tokens.raw[at][0].isupper():
        at -= 1
    return tokens.span(at + 1, cue.first - 1) if at + 1 < cue.first else ""


def _quoted(cue: Cue | None) -> str:
    """The verb with its speaker, as a reader would quote it."""
    if cue is None:
        return ""
    tokens = cue.sentence.tokens
    at = cue.first
    while at > 0 and cue.first - at < 4 and (tokens.raw[at - 1][0].isalpha()):
        at -= 1
    last = cue.last
    if cue.span.lower().endswith(" to"):
        while last + 1 < len(tokens) and last - cue.last < 6 and tokens.raw[last + 1][0].isalpha():
            last += 1
        at = cue.first
    return tokens.span(at, last)
