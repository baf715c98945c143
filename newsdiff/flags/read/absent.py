"""Names that the other side of a passage has nowhere, neither written out nor abbreviated."""

import re
from collections.abc import Iterable, Sequence

from newsdiff.flags.passage import Sentence
from newsdiff.flags.read.names import bare
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_ACRONYM = 7  # letters of an acronym, at most


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    names = [v for s in side for v in comparison.read(s).names]
    if not names:
        return []
    missing = _missing([(v, v.parts) for v in names], frozenset().union(*(_bare(s.bag) for s in other)))
    if missing and kept:
        missing = _missing(missing, _bare(frozenset(_WORD.findall(" ".join(kept).lower().replace("’", "'")))))
    if not missing:
        return []
    forms: frozenset[str] = frozenset().union(*(s.forms for s in other))
    acronyms = {b for w in forms if len(b := bare(w)) > 1 and b.isupper()}
    lower = forms.union(*(s.forms for s in side))  # a part is lower case: so it is found where it is no name
    short = any(2 <= len(p) <= _ACRONYM for _, parts in missing for p in parts)
    runs = {initials(v) for s in other for v in comparison.read(s).names} if short else set()
    return [
        value
        for value, parts in missing
        if not all(p in lower or _abbreviates(p, runs) for p in parts) and not _written_out(value, acronyms)
    ]


def _missing(names: Iterable[tuple[Value, Sequence[str]]], there: frozenset[str]) -> list[tuple[Value, Sequence[str]]]:
    """Names with those of their words that do not stand there, where there are any."""
    return [(v, left) for v, parts in names if (left := [w for w in parts if not _stands(w, there)])]


def _bare(words: frozenset[str]) -> frozenset[str]:
    """Words, and those with a possessive ending without it as well."""
    return words.union(bare(w) for w in words if "'" in w)


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
    return 2 <= len(short) <= _ACRONYM and any(short in run for run in runs)


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
    if not acronyms:
        return False
    letters = initials(value)
    return len(letters) >= 2 and any(w.lower() == letters or (len(w) >= 3 and w.lower() in letters) for w in acronyms)
