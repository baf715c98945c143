"""Names that the other side of a passage has nowhere, neither written out nor abbreviated nor in another form."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.lazy import lazy
from newsdiff.flags.names.framed import model
from newsdiff.flags.names.kept_text import acronyms_of, plain_letters, without_accents, words_of
from newsdiff.flags.read.names import PARTICLES, acronym, part, particles
from newsdiff.flags.read.value import Value, listed
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.flags.sentence.word_forms import MOST_ROMAN, numeral
from newsdiff.language.name_spellings import without_article
from newsdiff.language.roman import roman_value
from newsdiff.language.table import WordTable
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.text.typography import unaccented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.flags.names.cut_names import CutNames
    from newsdiff.flags.names.initials import Initials

_NEAR = 2  # tokens from a number to the name that it is of


def absent(
    side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
) -> list[Value]:
    """The names of one side of which some telling word is missing from the other side and from the kept text."""
    names = [v for s, places in _doubtful(side, other) for v in comparison.read(s).names_near(places)]
    if not names:
        return []
    there = _There(side, other, kept, comparison)
    return listed(v for v in names if there.lacks(v))


def _doubtful(side: Sequence[Sentence], other: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sequence[int]]]:
    """The sentences that may hold an absent name, with a capitalised word, or a particle, that the other side lacks;
    and where it may stand: by the words that are not written so there, or anywhere where there are particles.
    """
    there: frozenset[str] = frozenset().union(*[s.bare for s in other])
    forms: frozenset[str] = frozenset().union(*[s.forms for s in other])
    particles = PARTICLES & there
    for sentence in side:
        raw, low, capitals = sentence.tokens.raw, sentence.tokens.low, sentence.tokens.capitals
        missing = [i for i in capitals if raw[i] not in forms]
        figured = _before_figures(sentence.tokens, there) if sentence.tokens.numeric else []
        mine = PARTICLES & sentence.bag
        if particles != mine:
            yield sentence, capitals
        elif figured or any(raw[i].isupper() or bare(low[i]) not in there for i in missing):
            yield sentence, capitals if mine else missing + figured


def _before_figures(tokens: Tokens, there: frozenset[str]) -> list[int]:
    """The capitals behind which stands a figure that the other side lacks: Boeing 737, F-15, le SAMU 21."""
    behind = ((i, tokens.at(i + 1 + (tokens.at(i + 1) == "-" and model(tokens, i) != ""))) for i in tokens.capitals)
    return [i for i, figure in behind if figure.isdecimal() and figure not in there]


class _There:
    """What the other side says of names; each set is made when a name asks for it."""

    def __init__(
        self, side: Sequence[Sentence], other: Sequence[Sentence], kept: Sequence[str], comparison: Comparison
    ) -> None:
        self._side, self._other, self._kept, self._comparison = side, other, kept, comparison
        self._words: WordTable | None = comparison.words

    def lacks(self, name: Value) -> bool:
        """Whether the other side has not this name, in no form."""
        missing = [p for p in name.parts if not self._stands(p) and not self._numbered(p, name)]
        if missing and missing[-1].isdecimal() and not self._has_other_figure(name):
            missing.pop()  # S&P, S&P 500
        if not missing:
            return self._has_particles(name) and self._particle_differs(name)
        if self._written_otherwise(name) or self._in_a_compound(name) or self._in_one_word(name):
            return False
        if self._has_without_article(name.span):
            return False
        if self._has_dwellers(name) or self._told_by_people(name):
            return False
        missing = [p for p in missing if p.lower() not in self._unglued(name)]
        left = [p for p in missing if not self._said_otherwise(p)]
        if not left or all(self._written_small(p) for p in left):
            return False
        return not (self._written_out(name, left) or self._one_person(name, left) or self._cut_short(name, left))

    def _unglued(self, name: Value) -> frozenset[str]:
        """The words of a name that but one side has glued to a kicker before it: TestsSkoda, Skoda."""
        mine = (name.sentence.tokens.raw[i] for i in range(name.first, name.last + 1))
        tails = {raw.lower(): tail_behind_kicker(raw) for raw in mine}
        glued = {low for low, tail in tails.items() if tail and (tail in self._low or tail in self._tails)}
        return self._tails.union(glued) if glued else self._tails

    @lazy
    def _tails(self) -> frozenset[str]:
        """What on the other side is glued to a kicker."""
        tails = (tail_behind_kicker(s.tokens.raw[i]) for s in self._other for i in s.tokens.capitals)
        return frozenset(filter(None, tails))

    @lazy
    def _low(self) -> frozenset[str]:
        """The words of the other side, lower case."""
        return frozenset().union(*[s.bare for s in self._other])

    @lazy
    def _plain(self) -> frozenset[str]:
        """The same without accents."""
        return without_accents(self._low)

    @lazy
    def _plain_kept(self) -> frozenset[str]:
        """The same of the kept text."""
        return without_accents(frozenset().union(*map(words_of, self._kept)))

    @lazy
    def _acronyms(self) -> frozenset[str]:
        found = {a for s in self._other for i in s.tokens.capitals if (a := acronym(s.tokens.raw[i]))}
        if any("&" in s.tokens.raw for s in self._other):
            from newsdiff.flags.names.initials import paired_initials

            found |= {pair for s in self._other for pair in paired_initials(s.tokens)}
        return frozenset(found.union(*map(acronyms_of, self._kept)))

    def _stands(self, word: str) -> bool:
        if word.isupper():
            return word in self._acronyms or (word.isascii() and self._squeezed(word))
        if not self._low.isdisjoint((word, f"{word}s", word.removesuffix("s"))) or word in self._hyphened:
            return True
        plain = word if word.isascii() else unaccented(word)
        forms = (plain, f"{plain}s", plain.removesuffix("s"))
        if not self._plain.isdisjoint(forms):
            return True
        may_stand = any(low is None or forms[2] in low for low in map(plain_letters, self._kept))
        return may_stand and not self._plain_kept.isdisjoint(forms)

    def _numbered(self, word: str, name: Value) -> bool:
        """Whether the other side has a Roman figure of a name as a word or figure beside its other words: World War II,
        the Second World War.
        """
        number = roman_value(word.upper() if len(word) == 1 else word)
        if self._words is None or not 0 < number <= MOST_ROMAN:
            return False
        beside = (*name.parts, name.sentence.tokens.at(name.first - 1))
        for tokens in (s.tokens for s in self._other):
            for i, raw in enumerate(tokens.raw):
                if raw.lower() != word.lower() and numeral(raw, self._words) == number:
                    near = tokens.low[max(0, i - _NEAR) : i + _NEAR + 1]
                    if any(w in beside for w in near if w.isalpha()):
                        return True
        return False

    def _has_other_figure(self, name: Value) -> bool:
        """Whether the other side has another figure behind the last word of a name: Boeing 737, Boeing 747."""
        word = name.sentence.tokens.bare[name.last - 1]
        rows = (s.tokens for s in self._other)
        return any(t.at(i + 1).isdecimal() for t in rows for i in t.capitals if t.bare[i] == word)

    def _squeezed(self, word: str) -> bool:
        """Whether letters with figures stand there with a space between them, or without one: M 25, MH208."""
        if any(c.isdecimal() for c in word):
            return word.lower() in self._joined
        low = word.lower()
        return any(w.startswith(low) and w[len(low) :].isdecimal() and w in self._mine for w in self._codes)

    @lazy
    def _codes(self) -> list[str]:
        """The words of the other side that end with a figure."""
        return [w for w in self._low if w[-1].isdecimal()]

    @lazy
    def _mine(self) -> frozenset[str]:
        """Two tokens of the names' own side in a row, as one word."""
        rows = [s.tokens.low for s in self._side]
        return frozenset("".join(row[i : i + 2]) for row in rows for i in range(len(row)))

    @lazy
    def _joined(self) -> frozenset[str]:
        """Two and three tokens of the other side in a row, as one word: M 25, S-34."""
        rows = [s.tokens.low for s in self._other]
        found = ("".join(row[i : i + n]) for row in rows for n in (2, 3) for i in range(len(row)))
        return frozenset(w.replace("-", "") for w in found)

    @lazy
    def _hyphened(self) -> frozenset[str]:
        """The words of the other side that are written with a hyphen, without it."""
        rows = (s.tokens.low for s in self._other if "-" in s.tokens.low)
        return frozenset(
            a + b for row in rows for a, mark, b in zip(row, row[1:], row[2:], strict=False) if mark == "-"
        )

    @lazy
    def _namesakes(self) -> frozenset[str]:
        """The places and peoples of the other side, as classes of the word table."""
        known = self._words.namesakes if self._words else {}
        names = (bare(s.tokens.low[i]).replace(".", "") for s in self._other for i in s.tokens.capitals)
        return frozenset(known[n] for n in names if n in known)

    @lazy
    def _spellings(self) -> frozenset[str]:
        """The first spellings of the other side's names that are written in several ways."""
        known = self._words.name_spellings if self._words else None
        names = (bare(s.tokens.low[i]) for s in self._other for i in s.tokens.capitals)
        return frozenset(one for name in names if known and (one := known.one(name)))

    def _has_without_article(self, name: str) -> bool:
        """Whether a name stands there with the Arabic article in another form: Deir al-Zor, Deir Ezzor."""
        plain = without_article(name)
        last = plain.rpartition(" ")[2]  # which the other side has at least as part of a word
        return any(last in text for text in self._texts) and f" {plain} " in self._without_articles

    @lazy
    def _texts(self) -> list[str]:
        """The other side in lower case."""
        return [s.tokens.folded.lower() for s in self._other]

    @lazy
    def _without_articles(self) -> str:
        """The text of the other side without Arabic articles, in lower case."""
        return " ".join(f" {without_article(' '.join(s.tokens.raw))} " for s in self._other) if self._words else ""

    @lazy
    def _came(self) -> frozenset[str]:
        """The words of the other side that came with it."""
        return self._low.difference(*(s.bag for s in self._side))

    @lazy
    def _nations(self) -> frozenset[str]:
        """How the peoples of the other side that came with it begin."""
        from newsdiff.flags.persons.peoples import beginnings

        return beginnings(self._came, self._words) if self._words else frozenset()

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
        if words.name_spellings and (one := words.name_spellings.one(low)) and one in self._spellings:
            return True
        return any(map(low.startswith, self._nations))

    def _in_a_compound(self, name: Value) -> bool:
        """Whether a name before a hyphen is joined there to the word behind it: Onderwijs-inspectie."""
        tokens, last = name.sentence.tokens, name.last
        hyphened = tokens.at(last + 1) == "-" and tokens.glued(last + 1) and name.first == last
        return hyphened and tokens.low[last] + tokens.at(last + 2) in self._low

    def _in_one_word(self, name: Value) -> bool:
        """Whether a name with a hyphen stands there as one word: Wi-Fi, wifi."""
        low = name.sentence.tokens.low[name.first : name.last + 1]
        return "-" in low and "".join(w for w in low if w != "-") in self._low

    def _written_otherwise(self, name: Value) -> bool:
        """Whether the other side has a name in another spelling of its language: EE. UU., Estados Unidos."""
        if self._words is None or not self._words.variants:
            return False
        from newsdiff.flags.forms.variants import known_variants  # English has none

        known, tokens = known_variants(self._words), name.sentence.tokens
        mine = known.get(" ".join(tokens.low[name.first : name.last + 1]))
        others = [phrase for phrase, one in known.items() if one == mine] if mine else []
        return any(f" {phrase} " in f" {' '.join(s.tokens.low)} " for phrase in others for s in self._other)

    @lazy
    def _forms(self) -> frozenset[str]:
        return frozenset().union(*[s.forms for s in (*self._side, *self._other)])

    def _written_small(self, word: str) -> bool:
        """Whether a word is written small somewhere on either side."""
        return word.islower() and word in self._forms

    def _written_out(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the other side has a name's initials, or the words of which it is the initials."""
        return self._initials.written_out(name, missing)

    @lazy
    def _initials(self) -> "Initials":
        from newsdiff.flags.names.initials import Initials  # few names come as far as this

        return Initials(self._other, self._acronyms, self._low, self._came, self._words)

    def _has_dwellers(self, name: Value) -> bool:
        """Whether a place stands there as its people, who came: in Bremen, Bremer."""
        if self._words is None or "nouns" not in self._words.capitals or name.first != name.last:
            return False
        from newsdiff.flags.read.large_nouns import of_dwellers

        return of_dwellers(name.sentence, name.first, self._came)

    def _told_by_people(self, name: Value) -> bool:
        """Whether a place stands there as its people, or a people as its place: Galician, Galicia."""
        if name.first != name.last or self._words is None or self._words.senses is None:
            return False
        from newsdiff.flags.persons.peoples import told_by_people

        return told_by_people(name, self._other)

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
        if words.senses is None and not words.places.isdisjoint(left):
            return False  # Holstein Kiel, Russland-Ukraine
        if "nouns" in words.capitals and name.parts[len(left)].removesuffix("s") in words.places:
            return False  # Borussia Dortmunds
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
        words = self._words
        if words is None or word in words.honorifics or word in words.offices:
            return words is not None
        return bool(words.office_heads) and word.endswith(words.office_heads)

    def _cut_short(self, name: Value, missing: Sequence[str]) -> bool:
        """Whether the missing words stand there cut, or written out."""
        otherwise = len(missing) < sum(not self._stands(p) for p in name.parts)  # Dems for Democrats
        return self._cuts.short(name, missing, otherwise=otherwise)

    @lazy
    def _cuts(self) -> "CutNames":
        from newsdiff.flags.names.cut_names import CutNames  # few names come as far as this

        return CutNames(self._other, self._low, self._came, self._before)

    def _has_particles(self, name: Value) -> bool:
        """Whether a particle stands before the last word of a name, or anywhere on the other side."""
        return bool(PARTICLES & self._low) or name.sentence.tokens.at(name.last - 1) in PARTICLES

    def _particle_differs(self, name: Value) -> bool:
        """Whether a family name is the same but for its particle: van Dam, Dam."""
        family = name.parts[-1]
        near = ((s, [i for i in s.tokens.capitals if part(s.tokens, i) == family]) for s in self._other)
        theirs = [v for s, places in near for v in self._comparison.read(s).names_near(places)]
        theirs = [v for v in theirs if v.parts[-1] == family]
        return bool(theirs) and particles(name, self._words) not in [particles(v, self._words) for v in theirs]


@lru_cache(maxsize=MOST_WORDS)
def tail_behind_kicker(raw: str) -> str:
    """What stands in a word from its last capital behind a small letter on, in lower case: skoda of TestsSkoda."""
    at = next((i for i in range(len(raw) - 1, 0, -1) if raw[i].isupper() and raw[i - 1].islower()), 0)
    while at > 1 and raw[at - 1].isupper():
        at -= 1
    return raw[at:].lower() if at else ""
