"""A proper name stands on one side only, is replaced, or is spelled differently."""

from collections.abc import Iterator, Sequence

from newsdiff.flags.pairing import flags_of
from newsdiff.flags.passage import Passage, Sentence
from newsdiff.flags.read.dates import dates, taken
from newsdiff.flags.read.names import bare, names
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.words.shape import Words


@rule
def name(comparison: Comparison) -> Iterator[Flag]:
    """Names that hold a word which the other side of the passage has nowhere."""
    words = comparison.words
    if words is None:
        return
    for passage in comparison.passages:
        if passage.whole:
            continue
        gone = _alone(passage.old, passage.new, passage, words)
        came = _alone(passage.new, passage.old, passage, words)
        yield from flags_of(FlagKind.NAME, Severity.MEDIUM, passage, gone, came, "a name differs")


def _alone(side: Sequence[Sentence], other: Sequence[Sentence], passage: Passage, words: Words) -> list[Value]:
    there = {bare(w) for s in other for w in s.tokens.low} | {bare(w) for w in passage.kept_words}
    initials = {_initials(v) for s in other for v in names(s, words, set())}
    found = []
    for sentence in side:
        for value in names(sentence, words, taken(dates(sentence, words))):
            missing = [p for p in value.parts if p not in there]
            if missing and not all(_abbreviates(p, initials) for p in missing) and not _written_out(value, there):
                found.append(value)
    return found


def _initials(value: Value) -> str:
    tokens = value.sentence.tokens
    capitals = (w for w in tokens.raw[value.first : value.last + 1] if w[0].isupper())
    return "".join(w.lower() if w.isupper() and len(w) <= 3 else w[0].lower() for w in capitals)


def _abbreviates(word: str, initials: set[str]) -> bool:
    return 2 <= len(word) <= 7 and any(word in i or word.rstrip("s") in i for i in initials)


def _written_out(value: Value, there: set[str]) -> bool:
    """Whether the other side has the initials of a name of several words."""
    initials = _initials(value)
    return len(initials) >= 2 and any(
        initials.endswith(w) or initials.startswith(w) for w in there if len(w) >= 3 and w in initials
    )
