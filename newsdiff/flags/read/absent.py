"""Names that the other side of a passage has nowhere, neither written out nor abbreviated."""

from collections.abc import Iterable, Sequence

from newsdiff.flags.passage import Sentence
from newsdiff.flags.read.names import bare
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: frozenset[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    names = [v for s in side for v in comparison.read(s).names]
    if not names:
        return []
    acronyms = {bare(w) for s in other for w in s.tokens.raw if w.isupper()}
    there = {bare(w) for s in other for w in s.tokens.low} | {bare(w) for w in kept}
    lower = {w for s in (*side, *other) for w in s.tokens.raw if w[0].islower()}
    runs = {initials(v) for s in other for v in comparison.read(s).names}
    found = []
    for value in names:
        missing = [p for p in value.parts if not _stands(p, there) and p not in lower]
        if missing and not all(_abbreviates(p, runs) for p in missing) and not _written_out(value, acronyms):
            found.append(value)
    return found


def _stands(word: str, there: Iterable[str]) -> bool:
    return word in there or word + "s" in there or word.removesuffix("s") in there


def initials(value: Value) -> str:
    """The first letters of a name's capitalised words, those before it included; an acronym counts whole."""
    tokens, first = value.sentence.tokens, value.first
    while first and tokens.raw[first - 1][0].isupper():
        first -= 1
    capitals = (w for w in tokens.raw[first : value.last + 1] if w[0].isupper())
    return "".join(w.lower() if w.isupper() and len(w) <= 3 else w[0].lower() for w in capitals)


def _abbreviates(word: str, runs: Iterable[str]) -> bool:
    short = word.removesuffix("s")
    return 2 <= len(short) <= 7 and any(short in run for run in runs)


def _written_out(value: Value, acronyms: Iterable[str]) -> bool:
    """Whether the other side has a name's initials or the letters in brackets behind it, or it is such letters."""
    tokens = value.sentence.tokens
    if (
        tokens.at(value.last + 1) == "("
        and tokens.at(value.last + 3) == ")"
        and bare(tokens.raw[value.last + 2]) in acronyms
    ):
        return True
    if value.first == value.last and tokens.at(value.first - 1) == "(" and tokens.at(value.last + 1) == ")":
        word = tokens.low[value.first]
        before = [w for w in tokens.low[max(0, value.first - 12) : value.first - 1] if w[0].isalpha()]
        return "".join(w[0] for w in before).endswith(word)
    letters = initials(value)
    return len(letters) >= 2 and any(w.lower() == letters or (len(w) >= 3 and w.lower() in letters) for w in acronyms)
