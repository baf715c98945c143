"""Names and their initials: whether one side has a name's letters where the other has its words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.read.names import INSIDE, acronym
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.flags.sentence.word_forms import spelled_out
from newsdiff.language.lexicon import Dictionary

ACRONYM_LETTERS = 7  # letters of an acronym, at most
SPOKEN_LETTERS = 3  # letters of an acronym that is written as a word, at least
NAME_WORDS = 24  # words of a name, at most: no reader takes more for one
_JOINING = frozenset(("and", "&"))
_REACH_TOKENS = 10  # tokens between a word of a name and the brackets with its acronym


def runs(tokens: Tokens) -> Iterator[str]:
    """The initials of each run of capitalised words, over words such as *of*."""
    run: list[str] = []
    for i, (raw, low) in enumerate(zip(tokens.raw, tokens.low, strict=True)):
        if raw[0].isupper() and (run or low != "the"):
            run.append(raw)
        elif "-" in (low, tokens.at(i - 1)) and tokens.glued(i):
            continue  # Co-operation
        elif low not in INSIDE and run:
            yield _initials(run)
            run = []
    if run:
        yield _initials(run)


def paired_initials(tokens: Tokens) -> Iterator[str]:
    """Two letters on both sides of an ampersand that stands alone, without it: P & G."""
    raw = tokens.raw
    for i in range(1, len(raw) - 1) if "&" in raw else ():
        letters = raw[i - 1] + raw[i + 1]
        if raw[i] == "&" and len(letters) == 2 and letters.isupper():
            yield letters


@lru_cache(maxsize=4)
def has_words_of(tokens: Tokens, letters: str) -> bool:
    """Whether a sentence has the words of an acronym: FIR, first information report; BOE, Bank of England."""
    run = spelled_out(tokens, letters) if len(letters) >= SPOKEN_LETTERS else ()
    return bool(run) and not any(acronym(tokens.raw[i]) for i in run)


def _initials(words: Iterable[str]) -> str:
    """First letters; an acronym counts whole."""
    return "".join(w.lower() if w.isupper() and len(w) <= 3 else w[0].lower() for w in words)


def _letters(value: Value) -> str:
    """The initials of a name and of the capitalised words before it, over one *and*: Marks and Spencer."""
    tokens, first = value.sentence.tokens, value.first
    least = max(0, first - NAME_WORDS)
    while first > least and _may_head(tokens.raw[first - 1]):
        first -= 1
    if first > least + 1 and tokens.low[first - 1] in _JOINING and tokens.raw[first - 2][0].isupper():
        first -= 2
    return _initials(w for w in tokens.raw[first : min(value.last, value.first + NAME_WORDS) + 1] if w[0].isupper())


def _may_head(word: str) -> bool:
    """Whether a word may be the first one of a name whose initials are asked for: with a capital, and no acronym."""
    return word[0].isupper() and word.lower() != "the" and not (word.isupper() and len(word) > 1)


def _one_name(words: Sequence[str]) -> bool:
    """Whether words may go on a name: capitalised, or such as stand inside names."""
    return all(w[0].isupper() or w in INSIDE or w == "on" for w in words)


def bracketed(value: Value, acronyms: frozenset[str]) -> bool:
    """Whether the other side has the letters in brackets behind a name, or it is such letters."""
    tokens = value.sentence.tokens
    ahead = tokens.low[value.last + 1 : value.last + 1 + _REACH_TOKENS]
    if "(" in ahead and _one_name(tokens.raw[value.last + 1 : value.last + 1 + ahead.index("(")]):
        bracket = value.last + 1 + ahead.index("(")
        if tokens.at(bracket + 2) == ")" and acronym(tokens.raw[bracket + 1]) in acronyms:
            return True
    if value.first == value.last and tokens.at(value.first - 1) == "(" and tokens.at(value.last + 1) == ")":
        word = value.parts[0].lower()
        before = [w for w in tokens.low[max(0, value.first - 12) : value.first - 1] if w[0].isalpha()]
        return "".join(w[0] for w in before).endswith(word.removesuffix("s")) or _spelled_by(word, before)
    return False


def _spelled_by(letters: str, words: Sequence[str]) -> bool:
    """Whether the last words before a bracket have its letters as initials, short words left out."""
    return "".join(w[0] for w in words if len(w) > 3).endswith(letters)


def initials_in(value: Value, acronyms: frozenset[str], low: frozenset[str]) -> bool:
    """Whether the other side, whose acronyms and words are given in lower case, has a name's initials."""
    tokens = value.sentence.tokens
    if _members_in(value, acronyms, low):
        return True
    large = [w for w in tokens.raw[value.first : value.last + 1] if w[0].isupper()]
    alone = _initials(large)
    letters = _letters(value)
    if SPOKEN_LETTERS <= len(letters) <= ACRONYM_LETTERS and letters in low:
        return True  # Nasa
    if _ends_cut(large, acronyms, low):
        return True
    return len(letters) >= 2 and (
        letters in acronyms
        or alone in acronyms
        or any(letters[at:end] in acronyms for at in range(len(letters) - 2) for end in range(at + 3, len(letters) + 1))
    )


def _members_in(value: Value, acronyms: frozenset[str], low: frozenset[str]) -> bool:
    """Whether the other side has each of the names that *and* joins to one: the words of some, of others the initials.

    A run may be cut where a word tells of no name: South Korea and the United (Arab Emirates).
    """
    raw, last = value.sentence.tokens.raw, value.last
    while last + 1 < len(raw) and raw[last + 1][0].isupper():
        last += 1
    members: list[list[str]] = [[]]
    for word in raw[value.first : min(last, value.first + NAME_WORDS) + 1]:
        if word in _JOINING:
            members.append([])
        elif word[0].isupper():
            members[-1].append(word)
    short = [len(m) > 1 and _initials(m) in acronyms for m in members]
    return (
        len(members) > 1
        and any(short)
        and all(cut or (m and all(bare(w.lower()) in low for w in m)) for m, cut in zip(members, short, strict=True))
    )


def missing_member(
    value: Value, acronyms: frozenset[str], low: frozenset[str], common: frozenset[str] | Dictionary
) -> bool:
    """Whether the other side has the initials of a name, but not the word that *and* joins to it, and that is not
    common: WHO and Unicef.
    """
    tokens, at = value.sentence.tokens, value.last
    if at <= value.first + 1 or tokens.low[at - 1] not in _JOINING or bare(tokens.low[at]) in low:
        return False
    letters = _letters(value)
    return letters not in acronyms and letters not in low and bare(tokens.low[at]) not in common


def _ends_cut(large: Sequence[str], acronyms: frozenset[str], low: frozenset[str]) -> bool:
    """Whether the other side has the first capitalised words of a name, and the initials of the rest: Kerala HC."""
    return any(
        _initials(large[n:]) in acronyms and all(bare(w.lower()) in low for w in large[:n])
        for n in range(1, min(len(large), NAME_WORDS) - 1)
    )
