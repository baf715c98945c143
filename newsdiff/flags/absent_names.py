"""Names that the other side of a passage has nowhere, neither written out nor abbreviated nor in another form."""

from collections.abc import Iterable, Iterator, Sequence

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


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    names = [v for s in side for v in comparison.read(s).names]
    if not names:
        return []
    there = _There(side, other, kept, comparison)
    return _listed(v for v in names if there.lacks(v))


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
            return self._particle_differs(name)
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
        kept = " ".join(self._kept).lower().replace("’", "'")
        words = self._low.union(w for word in _WORD.findall(kept) for w in (word, bare(word)))
        return words if kept.isascii() and all(map(str.isascii, words)) else words.union(map(unaccented, words))

    @lazy
    def _acronyms(self) -> frozenset[str]:
        found = {a for s in self._other for i in s.tokens.capitals if (a := acronym(s.tokens.raw[i]))}
        return frozenset(found.union(a for text in self._kept for w in _WORD.findall(text) if (a := acronym(w))))

    def _stands(self, word: str) -> bool:
        if word.isupper():
            return word in self._acronyms or (word.isascii() and self._squeezed(word))
        if any(w in self._low for w in (word, f"{word}s", word.removesuffix("s"))):
            return True
        plain = word if word.isascii() else unaccented(word)
        return any(w in self._plain for w in (plain, f"{plain}s", plain.removesuffix("s")))

    def _squeezed(self, word: str) -> bool:
        """Whether letters with figures stand there with a space between them: M 25."""
        return any(c.isdigit() for c in word) and any(word.lower() in "".join(s.tokens.low) for s in self._other)

    @lazy
    def _namesakes(self) -> frozenset[str]:
        """The places and peoples of the other side, as classes of the word table."""
        known = self._words.namesakes if self._words else {}
        names = (bare(s.tokens.low[i]).replace(".", "") for s in self._other for i in s.tokens.capitals)
        return frozenset(known[n] for n in names if n in known)

    @lazy
    def _nations(self) -> frozenset[str]:
        """The peoples of the other side that came with it."""
        words = self._words
        mine = frozenset[str]().union(*(s.bag for s in self._side))
        return frozenset(w for w in self._low - mine if words and w in words.demonyms)

    def _said_otherwise(self, word: str) -> bool:
        """Whether a place stands there otherwise: cut by a style guide (*Miss.*), or by its people, who came."""
        words, low = self._words, word.lower()
        if words is None:
            return False
        if words.shortened.get(low) in self._low or any(words.shortened.get(w) == low for w in self._low):
            return True
        if low in words.namesakes and words.namesakes[low] in self._namesakes:
            return True
        return len(low) >= _NATION_LETTERS and any(low[:_NATION_LETTERS] == n[:_NATION_LETTERS] for n in self._nations)

    def _written_small(self, word: str) -> bool:
        """Whether a word is written small somewhere on either side."""
        return word.islower() and any(word in s.forms for s in (*self._side, *self._other))

    def _written_out(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the other side has a name's initials, or the words of which it is the initials."""
        if all(p.isupper() and self._abbreviates(p) for p in missing):
            return True
        return _bracketed(name, self._acronyms) or _initials_in(name, self._acronyms)

    @lazy
    def _runs(self) -> frozenset[str]:
        return frozenset(r for s in self._other for r in _runs(s.tokens))

    def _abbreviates(self, letters: str) -> bool:
        short = letters.lower()
        return 2 <= len(short) <= _ACRONYM_LETTERS and any(short in run for run in self._runs)

    @lazy
    def _names(self) -> list[Value]:
        """The names of the other side."""
        return [v for s in self._other for v in self._comparison.read(s).names]

    def _one_person(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether only a first name or a firm's *Inc* is missing, and stands in no other's place: Ann Novak, Novak."""
        words, count = self._words, len(name.parts)
        if words is None or count < 2 or count != name.last - name.first + 1:
            return False
        left = [p for p in missing if p not in words.legal_forms]
        first = name.parts[: len(left)]
        if not left:
            return True
        if list(first) != left or len(left) == count or not words.directions.isdisjoint(left):
            return False
        given = name.sentence.tokens.low[name.first : name.first + len(left)]
        return all(w.isalpha() for w in given) and self._stands_bare(name.parts[len(left)], name.parts)

    def _stands_bare(self, family: str, name: Sequence[str]) -> bool:
        """Whether a family name stands on the other side without another's first name before it."""
        for sentence in self._other:
            tokens = sentence.tokens
            for i in tokens.capitals:
                if bare(tokens.low[i]) == family and (
                    i == 0 or not tokens.raw[i - 1][0].isupper() or self._no_first_name(tokens.low[i - 1], name)
                ):
                    return True
        return False

    def _no_first_name(self, word: str, name: Sequence[str]) -> bool:
        """Whether a capitalised word before a family name is a title, or a first name that both sides have."""
        words = self._words
        return word in name or bool(words and (word in words.honorifics or word in words.offices))

    def _cut_short(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the missing words stand there cut, or written out: Ocean Rd, Ocean Road; 40 Pts, 40 points."""
        came = self._low.difference(*(s.bag for s in self._side))
        return all(any(_cut(p, w) or (len(name.parts) > 1 and _cut(w, p)) for w in came) for p in missing)

    def _particle_differs(self, name: Value) -> bool:
        """Whether a family name is the same but for its particle: van Dam, Dam."""
        mine = _particles(name)
        theirs = [_particles(v) for v in self._names if v.parts[-1] == name.parts[-1]]
        return bool(theirs) and all(t != mine and (t or mine) for t in theirs)


def _particles(name: Value) -> tuple[str, ...]:
    """The particles before the last word of a name: van der."""
    low, at = name.sentence.tokens.low, name.last
    while at and low[at - 1] in PARTICLES and low[at - 1] not in ("of", "the", "la", "le"):
        at -= 1
    return tuple(low[at : name.last])


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
    while first and tokens.raw[first - 1][0].isupper() and tokens.low[first - 1] != "the":
        first -= 1
    return _initials(w for w in tokens.raw[first : value.last + 1] if w[0].isupper())


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


def _initials_in(value: Value, acronyms: Iterable[str]) -> bool:
    """Whether the other side has a name's initials."""
    tokens = value.sentence.tokens
    alone = _initials(w for w in tokens.raw[value.first : value.last + 1] if w[0].isupper())
    letters = _letters(value)
    return len(letters) >= 2 and any(
        (low := a.lower()) in (letters, alone) or (len(low) >= 3 and low in letters) for a in acronyms
    )
