"""Proper names: runs of capitalised words, told from common words by how they are used.

A capital inside a running sentence makes a name, unless the word is common and has an article before it (*the Deal*).
At a sentence's start, in a headline and in title case a capital tells nothing: there a word is a name when the
dictionary does not have it, or when the article writes it with a capital elsewhere and never small.
"""

from bisect import bisect_right
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from newsdiff.flags.names.framed import closes, hyphenated_from, is_framed, is_placed, model, tags_from
from newsdiff.flags.names.named_figures import may_end_a_name
from newsdiff.flags.names.no_names import no_names
from newsdiff.flags.names.quoted_titles import quoted_titles
from newsdiff.flags.names.title_case import TITLED, title_case
from newsdiff.flags.read.numerals import CURRENCIES
from newsdiff.flags.read.usage import NOWHERE, Usage
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable
from newsdiff.language.table import words as listed
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.text.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

INSIDE = listed("of de la le du del van von der den ter al el bin ibn bint the and & - ' . for da di do dos des")
PARTICLES = listed("de la le du del van von der den ter al el bin ibn bint da di do dos des")
_SAINTS = listed("st ste mt ft")
HEADS_OF_PLACES = listed("los las san santa")
_JOINTS_OF_LETTERS = lazy_pattern(r"\.|&(?:amp;)?")
_AGED = lazy_pattern(r"[UO]\d\ds?")  # the U19s
_CODED = frozenset("@/_=#")
_OPENERS = frozenset(".!?:;\"([|*'•-_#>/")
NAME_WORDS = 24  # words of a name, at most: no reader takes more for one
_INSIDE_TOKENS = 4  # from one telling word of a name to the next
_ASIDE_TOKENS = 3  # before what somebody is, told by the way: Ann, a
_REACH_WORDS = 3  # words before a noun that are looked through for its article
_MIXED_LETTERS = 4  # of an acronym in which a word such as *of* gives a small letter: MoD
_SHOUT_LETTERS = 3  # letters in capitals that may be an acronym though a common word is spelled so


def part(tokens: Tokens, i: int) -> str:
    """A word of a name in normal form."""
    return acronym(tokens.raw[i]) or bare(tokens.low[i])


@lru_cache(maxsize=MOST_WORDS)
def acronym(raw: str) -> str:
    """Letters in capitals without dots, ampersand, plural and possessive endings (U.N., UN's, AT&T); else nothing."""
    second = raw[1:2]
    if not (second.isupper() or second in (".", "&") or second.isdecimal()):
        return raw.upper() if 2 < len(raw) <= _MIXED_LETTERS and raw[2:].isupper() and raw[0].isupper() else ""
    letters = _JOINTS_OF_LETTERS.sub("", bare(raw))
    letters = letters[:-1] if len(letters) > 2 and letters[-1] == "s" else letters
    dotted = raw[0].isupper() and all(len(w) == 1 for w in bare(raw).rstrip(".").split("."))  # M.o.D.
    return letters.upper() if len(letters) >= 2 and (dotted or letters.isupper()) else ""


def particles(name: Value, words: WordTable | None) -> tuple[str, ...]:
    """The particles before the last word of a name: van der; those that are prepositions of the language, or articles,
    only behind another word of the name: Ana de Souza, but not *em Lisboa*, *de Lisboa*.
    """
    low, raw, at = name.sentence.tokens.low, name.sentence.tokens.raw, name.last
    while at and low[at - 1 - (low[at - 1] == "-")] in PARTICLES and low[at - 1] not in ("of", "the", "la", "le"):
        at -= 1 + (low[at - 1] == "-")
    found = tuple(w for w in low[at : name.last] if w != "-")
    plain = words is not None and bool(found) and not (words.prepositions | words.articles).isdisjoint(found)
    nouns = words is not None and "nouns" in words.capitals  # Politiker von CDU
    known = words is not None and low[at - 1] in words.no_names  # Gobierno de Macri
    behind_name = at > name.first or (at > 1 and raw[at - 1][0].isupper() and not nouns and not known)
    return () if plain and not behind_name else found


def said_aside(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a capitalised word tells by the way what somebody is: Mr Paulsen, a Greenlander, has ..."""
    if i < _ASIDE_TOKENS or tokens.at(i - 1) not in words.vague or tokens.at(i - 2) != ",":
        return False
    return tokens.at(i + 1) in (",", ".", "") and tokens.raw[i - 3][0].isupper() and tokens.raw[i].istitle()


class NameReader:
    """The names of a sentence, outside some tokens, read stretch by stretch: as few as somebody asks for.

    A value's parts are its telling words: acronyms in capitals without dots, others lower case without possessive
    endings.
    """

    def __init__(self, sentence: Sentence, words: WordTable, skip: Container[int], usage: Usage = NOWHERE) -> None:
        self.tokens, self.sentence, self.words, self.usage, self.skip = sentence.tokens, sentence, words, usage, skip
        capitals = self.tokens.capitals
        self.titled = 3 * len(capitals) > len(self.tokens) and title_case(self.tokens, sentence.kind, words)
        self.known, self.hyphens = no_names(words), "-" in self.tokens.low
        self.compound: set[int] = set()
        self.telling: set[int] = set()
        quoted = quoted_titles(sentence, words)
        self._quoted: Final = {i: title for title in quoted for i in title}
        self._tags = len(self.tokens) if sentence.kind in TITLED else tags_from(self.tokens, words)
        self._stretches: Final = list(_stretches(self.tokens, self._quoted))
        self._starts: Final = [stretch[0] for stretch in self._stretches]
        self._found: dict[int, list[Value]] = {}

    def all(self) -> list[Value]:
        """All names."""
        return [value for n in range(len(self._stretches)) for value in self._of_stretch(n)]

    def near(self, places: Collection[int]) -> list[Value]:
        """At least the names that hold one of some tokens."""
        before = (bisect_right(self._starts, i) - 1 for i in places)
        asked = {n for n, i in zip(before, places, strict=True) if n >= 0 and i <= self._stretches[n][-1]}
        return [value for n in sorted(asked) for value in self._of_stretch(n)]

    def _of_stretch(self, n: int) -> list[Value]:
        if n not in self._found:
            capitals = self._stretches[n]
            pairs = [i for i, j in pairwise(capitals) if j - i == 1] if self.words.compounds else []
            self.compound.update(j for i in pairs for j in self._compound(i))
            told = (i for i in capitals if i < self._tags)
            telling = [i for i in told if i in self._quoted or (i not in self.skip and self._telling(i))]
            self.telling.update(telling)
            self._found[n] = list(self._read(telling))
        return self._found[n]

    def _read(self, telling: Sequence[int]) -> Iterator[Value]:
        past = 0
        for i in telling:
            if i < past:
                continue
            if i in self._quoted:
                yield self._title(self._quoted[i])
                past = self._quoted[i].stop
                continue
            if code := model(self.tokens, i):
                yield Value(self.sentence, i, i + 2, (code,))
                past = i + 3
                continue
            last = i
            while (ahead := self._next(last)) is not None:
                last = ahead
            past = last + 1
            if not (self._indefinite(i, last) if last > i else self._mere_word(i)):
                run = [part(self.tokens, j) for j in range(i, last + 1) if j in self.telling]
                if self._figured(last + 1):
                    last += 1
                    run.append(self.tokens.low[last])
                first = self._saint(i)
                placed = [self.tokens.low[first]] if first < i and self.tokens.low[first] not in _SAINTS else []
                yield Value(
                    self.sentence, hyphenated_from(self.tokens, first), last, tuple(dict.fromkeys(placed + run))
                )

    def _figured(self, i: int) -> bool:
        """Whether a figure is the last word of the name before it: Falcon 9, le SAMU 21."""
        figure = self.tokens.at(i).isdecimal() and i not in self.skip
        return figure and may_end_a_name(self.sentence, i, self.words)

    def _title(self, places: range) -> Value:
        """The name that stands in marks."""
        run = (part(self.tokens, i) for i in places if self.tokens.raw[i][0].isalnum())
        return Value(self.sentence, places.start, places[-1], tuple(dict.fromkeys(run)))

    def _saint(self, i: int) -> int:
        """Where a name begins before which a saint, a mount or a fort is cut short: St Louis, Mt. Etna."""
        tokens = self.tokens
        before = i - 1 - (tokens.at(i - 1) == "." and tokens.glued(i - 1))
        named = tokens.at(before) in _SAINTS or (before == i - 1 and is_placed(tokens, i, self.words))  # Western
        return before if named and tokens.raw[before][0].isupper() else i

    def _next(self, last: int) -> int | None:
        """The next telling word of the same run, over at most three words that stand inside names.

        An owner's name ends where it says so: Putin's United Russia.
        """
        tokens = self.tokens
        if tokens.low[last].endswith("'s"):
            return None
        for ahead, word in enumerate(tokens.low[last + 1 : last + 1 + _INSIDE_TOKENS], last + 1):
            if ahead in self.telling:
                return None if model(tokens, ahead) else ahead
            if word not in INSIDE or (ahead == last + 1 and word == "'") or (word == "-" and not tokens.glued(ahead)):
                return None
        return None

    def _compound(self, i: int) -> range:
        """The words of a name made of common ones that two words with capitals begin: White House."""
        low, raw = self.tokens.low, self.tokens.raw
        for past in (i + 3, i + 2) if i + 2 < len(raw) and raw[i + 2][0].isupper() else (i + 2,):
            if bare(" ".join(low[i:past])) in self.words.compounds:
                return range(i, past)
        return range(0)

    def _telling(self, i: int) -> bool:
        tokens, words = self.tokens, self.words
        raw, low = tokens.raw[i], bare(tokens.low[i])
        if i in self.compound or model(tokens, i):
            return True
        if len(low) < 2 or low in self.known or low in words.demonyms or low.removesuffix("s") in words.offices:
            return False
        if words.thats and (low in words.grammar or tokens.low[i] in words.grammar) and self._opens(i):
            return False  # Había cuestionado
        if "." in low and low.replace(".", "") in words.offices:
            return False  # C.E.O.
        pronoun, _, verb = raw.partition("'")
        if verb.islower() and pronoun.lower() in words.stop:
            return False  # I've
        following = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
        if words.demonym_endings and low.endswith(words.demonym_endings) and following.islower():
            return False  # een Syrische asielzoeker
        if (self.hyphens and self._leaning(i)) or self._part_of_code(i) or self._of_a_people(i):
            return False
        if raw.isupper() and len(raw) > 1:
            return not self._shouted(i)
        if "nouns" in words.capitals:
            return self._is_name_among_nouns(i)
        if not self.titled and raw[1:] != raw[1:].lower():
            return True
        if self.titled:
            foreign = tokens.at(i - 1) in HEADS_OF_PLACES  # Los Angeles: Angeles is no angel
            return foreign or low in words.places or self.usage.names(low) or not self._common(low)
        return self._name_at_start(i) if self._opens(i) else True

    def _is_name_among_nouns(self, i: int) -> bool:
        """The same in a language that writes all nouns with a capital."""
        from newsdiff.flags.read.large_nouns import glued_nouns, is_name

        raw, words = self.tokens.raw[i], self.words
        if not self.titled and raw[1:] != raw[1:].lower():
            return not glued_nouns(raw, words)
        headed = self.sentence.kind in TITLED
        return is_name(self.tokens, i, words, self.usage, opens=self._opens(i), headed=headed)

    def _part_of_code(self, i: int) -> bool:
        """Whether a word belongs to an address, a tag, a sum or a figure: #Rio, US$93m, Rs 40, 4WD."""
        tokens = self.tokens
        if tokens.low[i] in CURRENCIES and tokens.at(i + 1 + (tokens.at(i + 1) == "."))[:1].isdecimal():
            return True
        if tokens.glued(i) and (tokens.low[i - 1] in _CODED or tokens.low[i - 1][-1].isdecimal()):
            return True
        if tokens.at(i + 1) == "$" and (tokens.glued(i + 1) or tokens.raw[i] == "US"):
            return True
        return tokens.raw[i][0] in "UO" and _AGED.fullmatch(tokens.raw[i]) is not None

    def _of_a_people(self, i: int) -> bool:
        """Whether a word tells of which people a group is, and is a label: the Hazara minority."""
        if said_aside(self.tokens, i, self.words):
            return True
        return self.tokens.at(i + 1) in self.words.groups and not self._opens(i)

    def _leaning(self, i: int) -> bool:
        """Whether a word is half of a label: Iran-backed, pro-Kremlin, Anti-Semitic."""
        tokens, at = self.tokens, self.tokens.at
        if at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2):
            joined = at(i + 2)
            return joined in self.words.leanings or joined in self.words.demonyms or at(i) in self.words.prefixes
        return at(i - 1) == "-" and tokens.glued(i) and tokens.glued(i - 1) and at(i - 2) in self.words.prefixes

    def _shouted(self, i: int) -> bool:
        """Whether letters in capitals are a common word, or stand in a text that is all in capitals."""
        raw = self.tokens.raw
        if "nouns" in self.words.capitals:
            from newsdiff.flags.read.large_nouns import shouted

            return self._shouts(i) or (len(raw[i]) > _SHOUT_LETTERS and shouted(self.tokens, i, self.words))
        if len(raw[i]) > _SHOUT_LETTERS and self._common(self.tokens.low[i]):
            return bool(self.words.common) or self._opens(i) or self._shouts(i)
        near = [
            raw[j] for j in (i - 1, i + 1) if 0 <= j < len(raw) and len(raw[j]) > _SHOUT_LETTERS and raw[j].isalpha()
        ]
        return bool(near) and all(w.isupper() and self._common(w.lower()) for w in near)

    def _shouts(self, i: int) -> bool:
        """Whether a word stands in a row of capitals (EN VIVO), or is written small elsewhere."""
        tokens, grammar = self.tokens, self.words.grammar
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(tokens) and tokens.low[j] in grammar]
        return any(tokens.raw[j].isupper() for j in beside) or self.usage.small(tokens.low[i])

    def _common(self, low: str) -> bool:
        """Whether a word or its stem is in the dictionary, or it has an ending that names seldom have."""
        words = self.words
        if low in words.places:
            return False
        if not words.common or low in words.common or low.endswith(words.word_endings) or low in words.prepositions:
            return True
        if "'" in low and (low.partition("'")[0] in words.stop or not words.grammar.isdisjoint((low, low[:-3]))):
            return True
        return any(low.removesuffix(ending) in words.common for ending in ("s", "es", "d", "ed"))

    def _indefinite(self, first: int, last: int) -> bool:
        """Whether common words behind *a* are but written large: a State of Emergency."""
        low = self.tokens.low
        if self.tokens.at(first - 1) not in self.words.vague or "of" not in low[first:last]:
            return False
        return all(bare(low[i]) in self.words.common for i in range(first, last + 1) if i in self.telling)

    def _mere_word(self, i: int) -> bool:
        """Whether a single capitalised word is but a common one: the Deal, this Review, Ministers."""
        tokens, words, low = self.tokens, self.words, bare(self.tokens.low[i])
        capitals = tokens.raw[i].isupper() or tokens.raw[i][1:] != tokens.raw[i][1:].lower()
        if capitals or low in words.places or low not in words.common or i in self.compound or words.nouns:
            return False
        if low in words.labels and tokens.at(i + 1)[:1].isdecimal():
            return True  # Block 503
        if not self.titled and is_framed(tokens, i, words, headed=self.sentence.kind in TITLED):
            return False
        if self.usage.names(low) and tokens.at(i - 1) != "the":
            return False
        plural = low.endswith("s") and low[:-1] in words.common
        if self._opens(i) and (self._firm_speaks(i) or self._closes(i)):
            return False
        if plural or self.usage.small(low) or self._opens(i) or not words.determiners:
            return True
        if i and tokens.raw[i - 1][0].isupper() and not self._opens(i - 1):
            return False  # British Embassy, The Guardian
        if tokens.at(i + 1)[:1].isdecimal() or tokens.at(i + 1) in ("-", "/"):
            return True
        return low in words.commonest and self._determined(i)

    def _determined(self, i: int) -> bool:
        """Whether an article or the like governs a word: the Deal, their draft Budget."""
        low = self.tokens.low
        for before in reversed(low[max(0, i - _REACH_WORDS) : i]):
            if before in self.words.determiners or before.endswith("'s") or before[0].isdecimal():
                return True
            if before in self.words.stop or not before.isalpha():
                return False
        return False

    def _opens(self, i: int) -> bool:
        tokens = self.tokens
        if i == 0 or (i == 1 and not tokens.low[0][0].isalnum()):
            return True
        before = tokens.low[i - 1]
        if before in "-/":
            return not tokens.glued(i)
        if before in self.words.meridiem:
            return all(j in self.skip for j in range(i))  # May 22, 2020 5:00 AM
        return before in _OPENERS and not (before == "'" and tokens.glued(i - 1))

    def _name_at_start(self, i: int) -> bool:
        """At a sentence's start a capital tells little: a known place, usage, or a capital next to it must help."""
        tokens, words = self.tokens, self.words
        low = bare(tokens.low[i])
        if low in words.places or self.usage.names(low):
            return True
        if tokens.at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2) and tokens.raw[i + 2].islower():
            return False  # Eco-warriors
        if low in words.common or self.usage.small(low):
            return self._pair_of_capitals(i) or self._firm_speaks(i) or self._closes(i)
        if tokens.low[i].endswith("'s"):
            return True
        following = tokens.raw[i + 1] if i + 1 < len(tokens) else ""
        if following[:1].isupper() and bare(following.lower()) not in words.no_names:
            return True
        if following.lower() in words.sayings:
            return low not in words.sources
        return not self._common(low)

    def _firm_speaks(self, i: int) -> bool:
        """Whether a common word opens a sentence without an article and speaks, and so is a name: Amnesty said."""
        words, low = self.words, self.tokens.low[i]
        senses = words.senses
        if self.tokens.at(i + 1) not in words.tellings or senses is None or not low.isascii() or low.endswith("s"):
            return False
        entry = senses.entry(low)
        return entry.parts[:1] == "n" and low not in words.sources and low not in words.stop and not entry.forms

    def _closes(self, i: int) -> bool:
        """Whether a common word alone ends a headline, as a source does: it is over: Pence."""
        return self.sentence.kind in TITLED and not self.titled and closes(self.tokens, i, self.words)

    def _pair_of_capitals(self, i: int) -> bool:
        """Whether a common word opens a name: Independence Day, in a sentence that does not capitalise at will."""
        tokens, words = self.tokens, self.words
        if i + 1 >= len(tokens) or not tokens.raw[i + 1].istitle() or tokens.low[i] in words.stop:
            return False
        following = tokens.low[i + 1]
        known = following in no_names(words) or following in words.demonyms
        return not known and tokens.running


def _stretches(tokens: Tokens, quoted: Mapping[int, range]) -> Iterator[list[int]]:
    """The capitals of a sentence in rows that a name may hold: between them stand but words that stand inside names."""
    row: list[int] = []
    for i in tokens.capitals:
        one = row and i in quoted and row[-1] in quoted[i]
        if row and not one and not (i - row[-1] <= _INSIDE_TOKENS and INSIDE.issuperset(tokens.low[row[-1] + 1 : i])):
            yield row
            row = []
        row.append(i)
    if row:
        yield row
