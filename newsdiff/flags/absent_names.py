"""Names that the other side of a passage has nowhere, neither written out nor abbreviated nor in another form."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from newsdiff.flags.lazy import lazy
from newsdiff.flags.read.names import INSIDE, PARTICLES, acronym
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.typography import unaccented

_WORD = lazy_pattern(r"\w+(?:['’.]\w+)*")
_LINKS = frozenset((",", "and", "&", "or", "the", "y", "und", "et", "of"))  # between the names of a list
_REACH_TOKENS = 10  # tokens between a word of a name and the brackets with its acronym
_NATION_LETTERS = 4  # letters that a place and its people have in common: Norway, Norwegian
_ACRONYM_LETTERS = 7  # letters of an acronym, at most
_NAME_WORDS = 24  # words of a name, at most: no reader takes more for one
_CUT_WORDS = 50  # words with one first and one last letter that are tried as the long form of a cut one


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    if not (doubtful := list(_doubtful(side, other))):
        return []
    names = [v for s in doubtful for v in comparison.read(s).names]
    if not names:
        return []
    there = _There(side, other, kept, comparison)
    return _listed(v for v in names if there.lacks(v))


def _doubtful(side: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that may hold an absent name: with a capitalised word, or a particle, that the other side lacks."""
    there = frozenset[str]().union(*(s.bare for s in other))
    particles, forms = PARTICLES & there, frozenset[str]()
    for sentence in side:
        raw, low = sentence.tokens.raw, sentence.tokens.low
        strange = [i for i in sentence.tokens.capitals if raw[i].isupper() or bare(low[i]) not in there]
        if strange and not forms:
            forms = frozenset[str]().union(*(s.forms for s in other))
        if any(raw[i] not in forms for i in strange) or particles != PARTICLES & sentence.bag:
            yield sentence


class _There:
    """What the other side says of names; each set is made when a name asks for it."""

    def __init__(
        self, side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
    ) -> None:
        self._side, self._other, self._kept, self._comparison = side, other, kept, comparison
        self._words: WordTable | None = comparison.words

    def lacks(self, name: Value) -> bool:
        """Whether the other side has not this name, in no form."""
        missing = [p for p in name.parts if not self._stands(p)]
        if not missing:
            return self._has_particles(name) and self._particle_differs(name)
        left = [p for p in missing if not self._said_otherwise(p)]
        if not left or all(self._written_small(p) for p in left):
            return False
        return not (self._written_out(name, left) or self._one_person(name, left) or self._cut_short(name, left))

    @lazy
    def _low(self) -> frozenset[str]:
        """The words of the other side, lower case."""
        return frozenset[str]().union(*(s.bare for s in self._other))

    @lazy
    def _plain(self) -> frozenset[str]:
        """The same and those of the kept text, without accents."""
        words = self._low.union(*map(_words_of, self._kept))
        return words if all(map(str.isascii, words)) else words.union(map(unaccented, words))

    @lazy
    def _acronyms(self) -> frozenset[str]:
        found = {a for s in self._other for i in s.tokens.capitals if (a := acronym(s.tokens.raw[i]))}
        return frozenset(found.union(*map(_acronyms_of, self._kept)))

    @lazy
    def _small_acronyms(self) -> frozenset[str]:
        return frozenset(map(str.lower, self._acronyms))

    def _stands(self, word: str) -> bool:
        if word.isupper():
            return word in self._acronyms or (word.isascii() and self._squeezed(word))
        if any(w in self._low for w in (word, f"{word}s", word.removesuffix("s"))):
            return True
        plain = word if word.isascii() else unaccented(word)
        return any(w in self._plain for w in (plain, f"{plain}s", plain.removesuffix("s")))

    def _squeezed(self, word: str) -> bool:
        """Whether letters with figures stand there with a space between them: M 25."""
        return any(c.isdigit() for c in word) and word.lower() in self._joined

    @lazy
    def _joined(self) -> frozenset[str]:
        """Two and three tokens of the other side in a row, as one word."""
        rows = [s.tokens.low for s in self._other]
        return frozenset("".join(row[i : i + n]) for row in rows for n in (2, 3) for i in range(len(row)))

    @lazy
    def _namesakes(self) -> frozenset[str]:
        """The places and peoples of the other side, as classes of the word table."""
        known = self._words.namesakes if self._words else {}
        names = (bare(s.tokens.low[i]).replace(".", "") for s in self._other for i in s.tokens.capitals)
        return frozenset(known[n] for n in names if n in known)

    @lazy
    def _came(self) -> frozenset[str]:
        """The words of the other side that came with it."""
        return self._low.difference(*(s.bag for s in self._side))

    @lazy
    def _nations(self) -> frozenset[str]:
        """How the peoples of the other side that came with it begin."""
        words = self._words
        return frozenset(w[:_NATION_LETTERS] for w in self._came if words and w in words.demonyms)

    @lazy
    def _cut_places(self) -> frozenset[str]:
        """How a style guide cuts the places of the other side."""
        cuts = self._words.shortened if self._words else {}
        return frozenset(cuts[w] for w in self._low if w in cuts)

    def _said_otherwise(self, word: str) -> bool:
        """Whether a place stands there otherwise: cut by a style guide (*Miss.*), or by its people, who came."""
        words, low = self._words, word.lower()
        if words is None:
            return False
        if words.shortened.get(low) in self._low or low in self._cut_places:
            return True
        if low in words.namesakes and words.namesakes[low] in self._namesakes:
            return True
        return len(low) >= _NATION_LETTERS and low[:_NATION_LETTERS] in self._nations

    @lazy
    def _forms(self) -> frozenset[str]:
        return frozenset[str]().union(*(s.forms for s in (*self._side, *self._other)))

    def _written_small(self, word: str) -> bool:
        """Whether a word is written small somewhere on either side."""
        return word.islower() and word in self._forms

    def _written_out(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the other side has a name's initials, or the words of which it is the initials."""
        if all(p.isupper() and self._abbreviates(p) for p in missing):
            return True
        return _bracketed(name, self._acronyms) or _initials_in(name, self._small_acronyms)

    @lazy
    def _initials(self) -> frozenset[str]:
        """What the names of the other side may be abbreviated to: two letters or more in a row of their initials."""
        runs = {r for s in self._other for r in _runs(s.tokens)}
        sizes = range(2, _ACRONYM_LETTERS + 1)
        return frozenset(run[at : at + n] for run in runs for n in sizes for at in range(len(run) - n + 1))

    def _abbreviates(self, letters: str) -> bool:
        return letters.lower() in self._initials

    @lazy
    def _particles(self) -> dict[str, set[tuple[str, ...]]]:
        """The particles of the other side's names, by their last word."""
        found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in (v for s in self._other for v in self._comparison.read(s).names):
            found[name.parts[-1]].add(_particles(name))
        return found

    def _one_person(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether only a first name or a firm's *Inc* is missing, and stands in no other's place: Ann Novak, Novak."""
        words, count = self._words, len(name.parts)
        hyphens = name.sentence.tokens.low[name.first : name.last].count("-")
        if words is None or count < 2 or count + hyphens != name.last - name.first + 1:
            return False
        left = [p for p in missing if p not in words.legal_forms]
        first = name.parts[: len(left)]
        if not left:
            return True
        if list(first) != left or len(left) == count or not words.directions.isdisjoint(left):
            return False
        given = name.sentence.tokens.raw[name.first : name.first + len(left)]
        return all(w.isalpha() and not w.isupper() for w in given) and self._stands_bare(
            name.parts[len(left)], name.parts
        )

    def _stands_bare(self, family: str, name: Sequence[str]) -> bool:
        """Whether a family name stands on the other side without another's first name before it."""
        before = self._before.get(family, ())
        return "" in before or any(word in before for word in name)

    @lazy
    def _before(self) -> dict[str, set[str]]:
        """The capitalised words before each capitalised one of the other side; nothing for none, or for a title."""
        found: dict[str, set[str]] = defaultdict(set)
        for tokens in (s.tokens for s in self._other):
            for i in tokens.capitals:
                word = tokens.low[i - 1] if i and tokens.raw[i - 1][0].isupper() else ""
                found[bare(tokens.low[i])].add("" if self._is_title(word) else word)
        return found

    def _is_title(self, word: str) -> bool:
        return self._words is not None and (word in self._words.honorifics or word in self._words.offices)

    def _cut_short(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the missing words stand there cut, or written out: Ocean Rd, Ocean Road; 40 Pts, 40 points."""
        whole = len(name.parts) > 1
        if all(self._is_cut(p, whole=whole) for p in missing):
            return True
        return whole and any(self._is_cut(p, whole=True) for p in missing) and all(map(self._cut_or_opened, missing))

    def _cut_or_opened(self, word: str) -> bool:
        came = islice((w for w in self._came if w[0] == word[0]), _CUT_WORDS)
        return self._is_cut(word, whole=True) or any(_opens(word, w) or _opens(w, word) for w in came)

    def _is_cut(self, word: str, *, whole: bool) -> bool:
        near = islice(self._by_ends.get((word[0], word[-1]), ()), _CUT_WORDS)
        return any(_cut(word, w) or (whole and _cut(w, word)) for w in near)

    @lazy
    def _by_ends(self) -> dict[tuple[str, str], list[str]]:
        """The words that came with the other side, by their first and last letter."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for word in sorted(self._came):
            found[word[0], word[-1]].append(word)
        return found

    def _has_particles(self, name: Value) -> bool:
        """Whether a particle stands before the last word of a name, or anywhere on the other side."""
        return bool(PARTICLES & self._low) or name.sentence.tokens.at(name.last - 1) in PARTICLES

    def _particle_differs(self, name: Value) -> bool:
        """Whether a family name is the same but for its particle: van Dam, Dam."""
        theirs = self._particles.get(name.parts[-1])
        return bool(theirs) and _particles(name) not in (theirs or ())


@lru_cache(maxsize=4)  # the old article's text is asked for at each paragraph that came
def _words_of(text: str) -> frozenset[str]:
    """The words of a text in lower case, with and without possessive endings."""
    found = _WORD.findall(text.lower().replace("’", "'"))
    return frozenset(w for word in found for w in (word, bare(word)))


@lru_cache(maxsize=4)
def _acronyms_of(text: str) -> frozenset[str]:
    return frozenset(a for w in _WORD.findall(text) if (a := acronym(w)))


def _particles(name: Value) -> tuple[str, ...]:
    """The particles before the last word of a name: van der."""
    low, at = name.sentence.tokens.low, name.last
    while at and low[at - 1] in PARTICLES and low[at - 1] not in ("of", "the", "la", "le"):
        at -= 1
    return tuple(low[at : name.last])


def _opens(short: str, word: str) -> bool:
    """Whether a word is cut to its first letters, to half of them at most: Man, Manchester."""
    return len(short) > 2 and 2 * len(short) <= len(word) and word.startswith(short)


def _cut(short: str, word: str) -> bool:
    """Whether a word is cut to its first and last letters and some between: Rd, Mids, Govt."""
    if 2 * len(short) > len(word) or len(short) < 2 or (short[0], short[-1]) != (word[0], word[-1]):
        return False
    rest = iter(word)
    return all(letter in rest for letter in short)


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
    least = max(0, first - _NAME_WORDS)
    while first > least and tokens.raw[first - 1][0].isupper() and tokens.low[first - 1] != "the":
        first -= 1
    return _initials(w for w in tokens.raw[first : min(value.last, value.first + _NAME_WORDS) + 1] if w[0].isupper())


def _one_name(words: Sequence[str]) -> bool:
    """Whether words may go on a name: capitalised, or such as stand inside names."""
    return all(w[0].isupper() or w in INSIDE or w == "on" for w in words)


def _bracketed(value: Value, acronyms: frozenset[str]) -> bool:
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


def _initials_in(value: Value, acronyms: frozenset[str]) -> bool:
    """Whether the other side, whose acronyms are given in lower case, has a name's initials."""
    tokens = value.sentence.tokens
    alone = _initials(w for w in tokens.raw[value.first : value.last + 1] if w[0].isupper())
    letters = _letters(value)
    return len(letters) >= 2 and (
        letters in acronyms
        or alone in acronyms
        or any(letters[at:end] in acronyms for at in range(len(letters) - 2) for end in range(at + 3, len(letters) + 1))
    )
