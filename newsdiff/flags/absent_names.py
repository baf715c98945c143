"""Names that the other side of a passage has nowhere, neither written out nor abbreviated."""

from collections.abc import Iterable, Iterator, Sequence, Set

from newsdiff.flags.read.names import INSIDE
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.typography import unaccented

_WORD = lazy_pattern(r"\w+(?:['’]\w+)*")
_LINKS = frozenset((",", "and", "&", "or", "the", "y", "und", "et", "of"))  # between the names of a list
_REACH_TOKENS = 10  # tokens between a word of a name and the brackets with its acronym
_NATION_LETTERS = 4  # letters that a place and its people have in common: Norway, Norwegian
_ACRONYM_LETTERS = 7  # letters of an acronym, at most


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    names = [v for s in side for v in comparison.read(s).names]
    if not names:
        return []
    there = frozenset[str]().union(*(s.bare for s in other))
    missing = _missing([(v, v.parts) for v in names], there)
    if missing and kept:
        missing = _missing(missing, _bare(frozenset(_WORD.findall(" ".join(kept).lower().replace("’", "'")))))
    if missing and not all(s.tokens.folded.isascii() for s in (*side, *other)):
        plain = frozenset(map(unaccented, there))
        missing = [(v, parts) for v, parts in missing if _missing([(v, [*map(unaccented, parts)])], plain)]
    if missing and comparison.words:
        missing = _missing(missing, _said_otherwise({w for _, p in missing for w in p}, there, side, comparison.words))
    if not missing:
        return []
    acronyms = frozenset[str]().union(*(s.acronyms for s in other))
    shouted = {bare(w.lower()) for s in side for w in s.acronyms}
    short = any(p.replace(".", "") in shouted for _, parts in missing for p in parts)
    runs = {r for s in other for r in _runs(s.tokens)} if short else set[str]()
    forms = [s.forms for s in (*side, *other)]
    return _listed(v for v, parts in missing if not _known(parts, forms, runs) and not _written_out(v, acronyms))


def _known(parts: Sequence[str], forms: Sequence[frozenset[str]], runs: Iterable[str]) -> bool:
    """Whether all words of a name are written small elsewhere, or are initials of another name."""
    return all(any(p in written for written in forms) or _abbreviates(p, runs) for p in parts)


def _listed(values: Iterable[Value]) -> list[Value]:
    """Names with those of one list as one: *Hungary, Lithuania and Latvia* came, not three names."""
    found: list[Value] = []
    for value in values:
        last = found[-1] if found else None
        if last and last.sentence is value.sentence:
            between = value.sentence.tokens.low[last.last + 1 : value.first]
            if _LINKS.issuperset(between):
                found[-1] = Value(value.sentence, last.first, value.last, (*last.parts, *value.parts))
                continue
        found.append(value)
    return found


def _missing(names: Iterable[tuple[Value, Sequence[str]]], there: frozenset[str]) -> list[tuple[Value, Sequence[str]]]:
    """Names with those of their words that do not stand there, where there are any."""
    return [(v, left) for v, parts in names if (left := [w for w in parts if not _stands(w, there)])]


def _said_otherwise(
    names: Set[str], there: frozenset[str], side: Sequence[Sentence], words: WordTable
) -> frozenset[str]:
    """The names of places that stand there otherwise: cut by a style guide (*Miss.*), or by their people, who came."""
    found = {name for name in names if words.shortened.get(name) in there}
    found |= {cut for full, cut in words.shortened.items() if cut in names and full in there}
    places = names & words.places
    nations = there & words.demonyms if places else frozenset[str]()
    came = nations.difference(*(s.bag for s in side))
    return frozenset(found).union(
        p for p in places if any(p[:_NATION_LETTERS] == nation[:_NATION_LETTERS] for nation in came)
    )


def _bare(words: frozenset[str]) -> frozenset[str]:
    """Words, and those with a possessive ending without it as well."""
    return words.union(bare(w) for w in words if "'" in w)


def _stands(word: str, there: Iterable[str]) -> bool:
    return word in there or word + "s" in there or word.removesuffix("s") in there


def _runs(tokens: Tokens) -> Iterator[str]:
    """The initials of each run of capitalised words, over words such as *of*."""
    run: list[str] = []
    for raw, low in zip(tokens.raw, tokens.low, strict=True):
        if raw[0].isupper():
            run.append(raw)
        elif low not in INSIDE and run:
            yield _initials(run)
            run = []
    if run:
        yield _initials(run)


def _initials(words: Iterable[str]) -> str:
    """First letters; an acronym counts whole."""
    return "".join(w.lower() if w.isupper() and len(w) <= 3 else w[0].lower() for w in words)


def _letters(value: Value) -> str:
    """The initials of a name and of the capitalised words before it."""
    tokens, first = value.sentence.tokens, value.first
    while first and tokens.raw[first - 1][0].isupper() and tokens.low[first - 1] != "the":
        first -= 1
    return _initials(w for w in tokens.raw[first : value.last + 1] if w[0].isupper())


def _abbreviates(word: str, runs: Iterable[str]) -> bool:
    short = word.replace(".", "").removesuffix("s")
    return 2 <= len(short) <= _ACRONYM_LETTERS and any(short in run for run in runs)


def _one_name(words: Sequence[str]) -> bool:
    """Whether words may go on a name: capitalised, or such as stand inside names."""
    return all(w[0].isupper() or w in INSIDE or w == "on" for w in words)


def _written_out(value: Value, acronyms: Iterable[str]) -> bool:
    """Whether the other side has a name's initials or the letters in brackets behind it, or it is such letters."""
    tokens = value.sentence.tokens
    ahead = tokens.low[value.last + 1 : value.last + 1 + _REACH_TOKENS]
    if "(" in ahead and _one_name(tokens.raw[value.last + 1 : value.last + 1 + ahead.index("(")]):
        bracket = value.last + 1 + ahead.index("(")
        if tokens.at(bracket + 2) == ")" and bare(tokens.raw[bracket + 1]) in acronyms:
            return True
    if value.first == value.last and tokens.at(value.first - 1) == "(" and tokens.at(value.last + 1) == ")":
        word = tokens.low[value.first]
        before = [w for w in tokens.low[max(0, value.first - 12) : value.first - 1] if w[0].isalpha()]
        return "".join(w[0] for w in before).endswith(word)
    if not acronyms:
        return False
    letters = _letters(value)
    return len(letters) >= 2 and any(w.lower() == letters or (len(w) >= 3 and w.lower() in letters) for w in acronyms)
