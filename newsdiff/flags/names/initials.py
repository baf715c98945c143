"""Names and their initials: whether one side has a name's letters where the other has its words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.lazy import lazy
from newsdiff.flags.read.names import INSIDE, NAME_WORDS, acronym
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.flags.sentence.word_forms import ACRONYM_LETTERS, SPOKEN_LETTERS, spelled_out, spoken_acronym
from newsdiff.language.lexicon import Dictionary
from newsdiff.language.table import WordTable

_JOINING = frozenset(("and", "&"))
_HEADING = frozenset(("of", "for", "on"))  # behind the head of an institution's name
_REACH_TOKENS = 10  # tokens between a word of a name and the brackets with its acronym


class Initials:
    """What the names of one side of a passage may be abbreviated to, and what its acronyms stand for."""

    def __init__(
        self,
        side: Sequence[Sentence],
        acronyms: frozenset[str],
        low: frozenset[str],
        came: frozenset[str],
        words: WordTable | None,
    ) -> None:
        self._side, self._acronyms, self._low, self._came, self._words = side, acronyms, low, came, words
        self._small_acronyms = frozenset(map(str.lower, acronyms))

    def written_out(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the side has the initials of another one's name, or the words of which it is the initials."""
        if all(p.isupper() and self._abbreviates(p) for p in missing) or self._spells_pair(name):
            return True
        if in_a_list(name, self._tokens):
            return True
        if (letters := acronym_behind(name)) and any(_in_brackets(t, letters) for t in self._tokens):
            # both sides have the letters behind a name: they do not stand for it, but for the US one, say
            return self._words is not None and all(p.lower() in self._words.namesakes for p in missing)
        spoken = len(name.parts) == 1 and SPOKEN_LETTERS <= len(name.parts[0]) <= ACRONYM_LETTERS
        whole = "".join(w[0] for w in name.sentence.tokens.low[name.first : name.last + 1])
        if len(whole) >= SPOKEN_LETTERS and whole in self._small_acronyms:
            return True  # Bank of England, BOE
        if spoken and name.parts[0] in self._whole:
            return True  # Nasa
        if self._words and missing_member(name, self._small_acronyms, self._low, self._words.common):
            return False
        return bracketed(name, self._acronyms) or initials_in(name, self._small_acronyms, self._low)

    @lazy
    def _tokens(self) -> tuple[Tokens, ...]:
        return tuple(s.tokens for s in self._side)

    @lazy
    def _runs(self) -> frozenset[str]:
        return frozenset(r for s in self._side for r in runs(s.tokens))

    @lazy
    def _whole(self) -> frozenset[str]:
        """The initials of whole names, such as some papers write as a word: Nasa."""
        return frozenset(r for r in self._runs if SPOKEN_LETTERS <= len(r) <= ACRONYM_LETTERS)

    @lazy
    def _parts(self) -> frozenset[str]:
        """What the names may be abbreviated to: two letters or more in a row of their initials."""
        sizes = range(2, ACRONYM_LETTERS + 1)
        return frozenset(run[at : at + n] for run in self._runs for n in sizes for at in range(len(run) - n + 1))

    def _abbreviates(self, letters: str) -> bool:
        low = letters.lower()
        return low in self._parts or any(has_words_of(s.tokens, low) for s in self._side)

    def _spells_pair(self, name: Value) -> bool:
        """Whether the side has the two words of letters that an ampersand joins: R&D, research and development."""
        raw = name.sentence.tokens.raw[name.first]
        letters = acronym(raw).lower() if name.first == name.last and "&" in raw else ""
        return letters != "" and any(spelled_out(s.tokens, letters) for s in self._side)


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


@lru_cache(maxsize=4)  # each name of a sentence is asked about
def spelled_places(tokens: Tokens, others: tuple[Tokens, ...]) -> frozenset[int]:
    """The tokens of names, with commas inside, of which one of some sentences has the initials: the Department of
    Agriculture, Fisheries and Forestry, DAFF; in words or as a word, Defra.
    """
    if "," not in tokens.low or _HEADING.isdisjoint(tokens.low):
        return frozenset()
    return frozenset(i for other in others for short in _spoken(other) for i in _listed(tokens, short))


def in_a_list(name: Value, others: tuple[Tokens, ...]) -> bool:
    """Whether a name is part of such a list, or the initials of one."""
    tokens = name.sentence.tokens
    if not spelled_places(tokens, others).isdisjoint(range(name.first, name.last + 1)):
        return True
    short = tokens.low[name.first]
    return name.first == name.last and short in _spoken(tokens) and any(_listed(other, short) for other in others)


@lru_cache(maxsize=4)
def _spoken(tokens: Tokens) -> tuple[str, ...]:
    """The acronyms of a sentence in lower case, such as are written as words among them."""
    large = ((tokens.raw[i], tokens.low[i]) for i in tokens.capitals)
    return tuple(
        bare(low) for raw, low in large if len(low) >= SPOKEN_LETTERS and (acronym(raw) or spoken_acronym(raw))
    )


@lru_cache(maxsize=16)
def _listed(tokens: Tokens, short: str) -> tuple[int, ...]:
    """The run of words that an acronym is of, where a comma stands in it."""
    run = spelled_out(tokens, short) if short not in tokens.low else ()
    if not run or not (tokens.raw[run[0]][0].isupper() and tokens.raw[run[-1]][0].isupper()):
        return ()
    headed = not _HEADING.isdisjoint(tokens.low[run[0] : run[-1]])
    headed = headed or (tokens.at(run[0] - 1) in _HEADING and tokens.raw[run[0] - 2][0].isupper())  # the Department for
    return tuple(run) if headed and any(tokens.low[i] == "," for i in run) else ()


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


def acronym_behind(value: Value) -> str:
    """The acronym in brackets behind a name, or behind the longer one that it begins; nothing where none stands."""
    tokens, start = value.sentence.tokens, value.last + 1
    ahead = tokens.low[start : start + _REACH_TOKENS]
    bracket = start + ahead.index("(") if "(" in ahead else 0
    if not bracket or tokens.at(bracket + 2) != ")" or not _one_name(tokens.raw[start:bracket]):
        return ""
    return acronym(tokens.raw[bracket + 1])


def _in_brackets(tokens: Tokens, letters: str) -> bool:
    """Whether an acronym stands in brackets in a sentence."""
    places = (i for i, low in enumerate(tokens.low) if low == "(" and tokens.at(i + 2) == ")")
    return any(acronym(tokens.raw[i + 1]) == letters for i in places)


def bracketed(value: Value, acronyms: frozenset[str]) -> bool:
    """Whether the other side has the letters in brackets behind a name, or it is such letters."""
    tokens = value.sentence.tokens
    if acronym_behind(value) in acronyms:
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
