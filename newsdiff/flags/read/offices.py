"""Offices, honorifics and standings, read with the person they belong to."""

from collections.abc import Container, Iterator
from functools import cache

from newsdiff.flags.names.title_case import title_case
from newsdiff.flags.read.names import HEADS_OF_PLACES
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind
from newsdiff.named_tuple import NamedTuple

_GROUP_LETTERS = 4  # of a noun for a group, at least: Ana is a name
_CLOSED = frozenset('.;:"|')
_FOR = frozenset(("of", "for"))  # between an office and what it is for
_WITHIN = frozenset(("and", "&", ","))  # inside what it is for
_TITLED = (BlockKind.HEADLINE, BlockKind.HEADING)  # all their words may have capitals
_PORTFOLIO_WORDS = 2  # lower-case words between a standing and its office: former foreign affairs minister
_REACH_TOKENS = 8  # tokens between a title and the name before it: Sarah Dunne, the agency's chief prosecutor
PREFIXED = frozenset(("ex",))  # standings that are glued to what somebody was, whatever it is: ex-boss
_CHARGE_TOKENS = 4  # of what an office is for, before the standing behind it
_CUT_LETTERS = 3  # of a cut office, which is written with a capital: Rep, Sen
_LONGEST_TOKENS = 24  # tokens of a name or an office, at most: no reader takes more for one


FOR = "for "  # how the part begins that tells what an office is for


class Title(NamedTuple):
    """A title's tokens (inclusive), its parts in normal form, and the person it stands beside, if any.

    ``proper`` when it is written with capitals and so would be read as a name, too.
    """

    sentence: Sentence
    first: int
    last: int
    parts: frozenset[str]
    standings: frozenset[str]
    person: str
    proper: bool
    until: int = 0  # the last token of what the office is for: Minister for Rural Affairs

    @property
    def single(self) -> bool:
        """Whether it is the title of one person: a head of an office in the singular, or a throne."""
        word, words = self.sentence.tokens.low[self.last], self.sentence.words
        plural = word.endswith("s") and words is not None and word[:-1] in words.offices
        return not plural and self.parts > self.standings

    @property
    def called(self) -> frozenset[str]:
        """Its parts without those that tell what the office is for."""
        return self.parts - self.charges

    @property
    def charges(self) -> frozenset[str]:
        """The parts that tell what the office is for."""
        return frozenset(p for p in self.parts if p.startswith(FOR))

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def titles(sentence: Sentence, words: WordTable, skip: Container[int]) -> list[Title]:
    """The titles of a sentence: runs of standings, honorifics, heads of an office, letters behind a name."""
    hits = sentence.hits
    starts = {first for first, _, _ in (*hits.get("rank", ()), *hits.get("offices", ()))}
    if not starts:
        return []
    reader = _OfficeReader(sentence, words, skip)
    found, past = [], 0
    for i in sorted(starts):
        last = reader.run(i) if i >= past else None
        if last is not None:
            past = last + 1
            if title := reader.title(i, last):
                found.append(title)
    return found


@cache
def _standings(words: WordTable) -> frozenset[str]:
    """The standings of a language in normal form."""
    return frozenset(words.standings.values())


class _OfficeReader:
    def __init__(self, sentence: Sentence, words: WordTable, skip: Container[int]) -> None:
        self.sentence, self.tokens, self.words, self.skip = sentence, sentence.tokens, words, skip
        self.titled = title_case(self.tokens, sentence.kind, words)
        self.links = words.office_links or _FOR
        self.heads: dict[int, str] = {}
        ranks = (hit for hit in sentence.hits.get("rank", ()) if hit[1] - hit[0] > 1)
        self.phrased = {i: name for first, past, name in ranks for i in range(first, past)}  # en funciones
        for first, past, name in sentence.hits.get("offices", ()):
            cut = past - first == 1 and len(self.tokens.raw[first]) <= _CUT_LETTERS
            if not (cut and (self.tokens.raw[first].islower() or self._of_letter(first))):
                self.heads.update(dict.fromkeys(range(first, past), name))  # Rep., but no rep

    def run(self, first: int) -> int | None:
        """The last token of the run of title words that begins here."""
        if not self.part(first):
            return None
        last = first
        while True:
            if self.part(last + 1) and not self._tells(last + 1):
                last += 1
            elif (head := self._head_of(last)) is not None:
                last = head
            elif self.tokens.at(last + 1) in ("-", ".", "and", "&") and self.part(last + 2):
                last += 2
            else:
                return last

    def _tells(self, i: int) -> bool:
        """Whether a standing right behind an office is the verb of its sentence: the director retired in March."""
        word, senses = self.tokens.low[i], self.words.senses
        behind = i - 1 in self.heads and i not in self.heads and senses is not None
        return behind and senses is not None and word.endswith(self.words.past_endings) and senses.may_be(word, "v")

    def _head_of(self, last: int) -> int | None:
        """The head of the office that a standing belongs to: former U.S. President, former transport minister."""
        plain = 0
        if self.tokens.low[last] in self.words.standings:
            for i in range(last + 1, min(last + 6, len(self.tokens))):
                if i in self.heads:
                    return i
                if not self.tokens.raw[i][0].isupper():
                    plain += 1
                    if (
                        plain > _PORTFOLIO_WORDS
                        or not self.tokens.low[i].isalpha()
                        or self.tokens.low[i] in self.words.stop
                    ):
                        return None
        return None

    def part(self, i: int) -> str:
        """What a token says of a title, in normal form; nothing when it is no title word."""
        word, words = self.tokens.at(i), self.words
        if not word or i in self.skip or (i == 0 and word in words.stop):
            return ""
        if self.tokens.at(i - 1) == "." and self.tokens.glued(i):
            return ""  # an address: example.gov
        if i in self.heads:
            return self.heads[i]
        if i in self.phrased:
            return self.phrased[i]
        if word in words.post_nominals:
            return word if self.tokens.raw[i][-1].isupper() and self.tokens.raw[i][0].isupper() else ""
        if word in words.honorifics:
            return "" if self._verb(i) else words.honorifics[word]
        return words.standings.get(word) or ""

    def parts(self, i: int) -> tuple[str, ...]:
        """What a token says of a title; of a compound each part: Vizekanzler, Finanzministerin."""
        told = self.part(i).split("/")
        heads = 1 + (told[0] in _standings(self.words))  # Vizekanzler: a standing and its office
        return tuple(filter(None, (*told[:heads], *(f"for {p}" for p in told[heads:] if p))))

    def _verb(self, i: int) -> bool:
        """Whether an honorific that is written small may be a verb: certain to miss Ireland."""
        word, senses = self.tokens.low[i], self.words.senses
        return self.tokens.raw[i].islower() and senses is not None and word.isascii() and senses.may_be(word, "v")

    def _of_letter(self, i: int) -> bool:
        """Whether a cut rank stands before a single letter that begins no name: Gen Z."""
        letter = self.tokens.raw[i + 1] if i + 1 < len(self.tokens) else ""
        initial = self.tokens.at(i + 2) == "." and i + 3 < len(self.tokens)
        return len(letter) == 1 and letter.isupper() and not initial

    def title(self, first: int, last: int) -> Title | None:
        """The title of a run, or None when the run is but a stray adjective."""
        run = range(first, last + 1)
        parts = {p for i in run for p in self.parts(i)}
        head = any(i in self.heads for i in run)
        if not head or self.tokens.low[last].endswith("s"):
            parts -= self.words.office_standings  # a joint statement, additional officers
        if head:
            parts |= self._portfolios(first, last)
        standings = parts & _standings(self.words)
        behind = self._behind(last) or self._behind_charge(first, last)
        if not behind and all(self.tokens.low[i] in self.words.honorifics for i in run) and not self._throne(run):
            return None  # a family name, such as Lord
        if not parts or (head and self._of_an_institution(last)):
            return None
        mere = parts <= standings
        person = self._person(first, last, behind, mere=mere)
        if self._abbreviated(last) or (mere and not self._belongs(first, last, person)):
            return None
        proper = head and self.tokens.raw[last][0].isupper()
        start = self._start(first) if proper and not self.titled else self._charge_start(first)
        until = max(self._written_large(first, last), default=last) if proper or self.words.office_links else last
        if trailing := self._trailing(last) if head else None:
            standing, last = trailing
            parts, standings, until = parts | {standing}, standings | {standing}, max(until, last)
        return Title(self.sentence, start, last, frozenset(parts), frozenset(standings), person, proper, until)

    def _trailing(self, last: int) -> tuple[str, int] | None:
        """The standing behind an office and what it is for, and its last token: ministre des Mines par intérim."""
        if not self.words.office_links or self.tokens.at(last + 1) not in self.links:
            return None
        for i in range(last + 2, min(last + 2 + _CHARGE_TOKENS, len(self.tokens))):
            if i in self.phrased and self.phrased[i] in _standings(self.words):
                ends = (j for j in range(i, len(self.tokens) + 1) if j not in self.phrased)
                return self.phrased[i], next(ends) - 1
            if not self.tokens.low[i].isalpha() and not self.tokens.low[i].endswith("'"):
                return None
        return None

    def _of_an_institution(self, last: int) -> bool:
        """Whether an office is the first word of an institution's name: the Premier League, the Justice Department."""
        tokens, behind, senses = self.tokens, bare(self.tokens.at(last + 1)), self.words.senses
        large = self._capital(last) and last + 1 < len(tokens) and self._capital(last + 1)
        if senses is None or not large or not behind.isascii() or self.part(last + 1):
            return False
        parts = senses.entry(behind).parts
        group = parts[:1] == "G" and len(behind) >= _GROUP_LETTERS and not (self.titled and "v" in parts)
        return group or f"{tokens.low[last]} {behind}" in self.words.compounds

    def _throne(self, run: range) -> bool:
        """Whether an honorific stands for who bears it: the King, the King and Queen."""
        large = all(self.tokens.raw[i][0].isupper() for i in run if self.part(i))
        courtesy = any(self.words.honorifics.get(self.tokens.low[i]) in self.words.courtesies for i in run)
        crowned = run[0] > 1 and self.tokens.raw[run[0] - 1][0].isupper()  # the Crown Prince
        return large and not courtesy and self.tokens.at(run[0] - 1 - crowned) == "the"

    def _belongs(self, first: int, last: int, person: str) -> bool:
        """Whether a mere standing is one of a person: the late Ann Lee; not a late goal, nor to lead a choir."""
        once = self.tokens.low[first] in PREFIXED
        if self._office_near(last) or (once and (self.tokens.glued(first + 1) or self.words.senses is None)):
            return True  # el ex boxeador
        words = self.words
        before, after = self.tokens.at(first - 1), self.tokens.at(last + 1)
        loose = self.tokens.low[first] in words.loose_standings
        governed = (
            before == ","
            or (not before and not loose)
            or any(before in w for w in (words.determiners, words.possessives, words.copulas))
        )
        if governed and words.senses and after.isascii() and words.senses.person(bare(after)):
            return True  # the late singer
        return bool(person) and (not loose or governed or after in (",", ".", ")", "-"))

    def _person(self, first: int, last: int, behind: str, *, mere: bool) -> str:
        """Whose title it is; a mere standing that stands aside (*Ann Lee, now retired, said*) is of the name before."""
        aside = self.tokens.at(last + 1) in (",", ".", ")")
        if behind and not (mere and aside):
            return behind
        return self._before(first) if aside or not mere else ""

    def _abbreviated(self, last: int) -> bool:
        """Whether a title is but the long form of the letters in brackets behind it: Senior Executive Officer (SEO)."""
        at = self.tokens.at
        return at(last + 1) == "(" and at(last + 3) == ")" and self.tokens.raw[last + 2].isupper()

    def _portfolios(self, first: int, last: int) -> set[str]:
        """What the office is for: Finance Minister, Minister of Finance."""
        near = range(max(0, first - 2), min(len(self.tokens), last + 4))
        named = (self.tokens.low[i] for i in near if i not in self.heads)
        written = (self.tokens.low[i] for i in self._written_large(first, last))
        return {f"for {w}" for w in self.words.portfolios.intersection(named).union(written)}

    def _written_large(self, first: int, last: int) -> Iterator[int]:
        """Common words with a capital around an office: Regional Development Minister, Minister for Rural Affairs."""
        if self.sentence.kind in _TITLED:
            return
        start = self._start(first)
        yield from (i for i in range(start, first) if self._common(i) and (i or first - start > 1))
        i = last + 1
        if self.tokens.at(i) in self.links:
            i += bool(self.words.office_links) and self.tokens.at(i + 1) in self.words.articles
            end = min(len(self.tokens), i + _LONGEST_TOKENS)
            while i + 1 < end and (self.tokens.low[i + 1] in _WITHIN or self._capital(i + 1)):
                i += 1
                if self.tokens.low[i] == "," and not self._listed(i):
                    return
                if self._common(i):
                    yield i

    def _listed(self, comma: int) -> bool:
        """Whether what stands behind a comma is one more thing that an office is for, and no name: Housing."""
        i, end = comma + 1, min(len(self.tokens), comma + _LONGEST_TOKENS)
        while i < end and self._capital(i):
            if not self._common(i):
                return False
            i += 1
        return i > comma + 1

    def _common(self, i: int) -> bool:
        """Whether a word with a capital is a common one, and no part of the office's own name."""
        low = self.tokens.low[i]
        known = low in self.words.common or low in self.words.portfolios
        foreign = self.tokens.at(i - 1) in HEADS_OF_PLACES  # Los Angeles Mayor
        return i not in self.heads and self._capital(i) and known and not foreign and not self.part(i)

    def _office_near(self, last: int) -> bool:
        """Whether a head of an office follows, or stands before the bracket: Ambassador (designate)."""
        near = range(last + 1, min(last + 5, len(self.tokens)))
        return any(i in self.heads or self._owned(i) for i in near) or (
            self.tokens.at(last + 1) == ")" and any(i in self.heads for i in range(last - 3, last))
        )

    def _owned(self, i: int) -> bool:
        """Whether a token is an office as an owner: the former governor's wife."""
        return self.tokens.low[i].endswith("'s") and self.tokens.bare[i] in self.words.offices

    def _start(self, first: int) -> int:
        """Where the name of an office begins: with the capitalised words before its head."""
        least = max(0, first - _LONGEST_TOKENS)
        while first > least and self._capital(first - 1) and first - 1 not in self.skip:
            first -= 1
        return first

    def _charge_start(self, first: int) -> int:
        """Where an office begins with what it is for, written small before it: the finance minister."""
        while first and self.tokens.low[first - 1] in self.words.portfolios and first - 1 not in self.skip:
            first -= 1
        return first

    def _capital(self, i: int) -> bool:
        low = self.tokens.low[i]
        if not self.tokens.raw[i][0].isupper() or low in self.words.stop:
            return False
        if "nouns" not in self.words.capitals or low in self.words.portfolios or low in self.words.given_names:
            return True
        from newsdiff.flags.read.large_nouns import is_noun  # English writes nouns small

        return self.tokens.at(i - 1) in self.words.given_names or not is_noun(low, self.words)

    def _behind(self, last: int) -> str:
        """The capitalised words behind a title, over a comma or more title words."""
        i = last + 1
        while i - last < _LONGEST_TOKENS and (self.tokens.at(i) in (",", ".", "the") or self.part(i)):
            i += 1
            if self.tokens.at(i - 1) == "." and self.tokens.glued(i):
                return ""  # an address: gov.example
        return self._name_from(i)

    def _behind_charge(self, first: int, last: int) -> str:
        """The name behind an office and what it is for: la ministre de la Culture, Anne Petit."""
        until = max(self._written_large(first, last), default=last) if self.words.office_links else last
        return self._behind(until) if until > last else ""

    def _name_from(self, i: int) -> str:
        run, end = [], min(len(self.tokens), i + _LONGEST_TOKENS)
        while i < end and self._capital(i) and not self.part(i):
            run.append(i)
            i += 1
            if self.tokens.at(i) in ("-", "'") and self.tokens.glued(i):
                i += 1
        return self._as_name(run[0], run[-1]) if run else ""

    def _as_name(self, first: int, last: int) -> str:
        """Capitalised words as the name that they are; in title case common words are none: Promises Answers."""
        low = self.tokens.low[first : last + 1]
        return "" if self.titled and all(bare(w) in self.words.common for w in low) else self.tokens.span(first, last)

    def _before(self, first: int) -> str:
        """The name before a title: Ann Lee MBE; Ann Lee, the chief prosecutor; Ann Lee is the chief prosecutor."""
        low = self.tokens.low
        if low[first] in self.words.post_nominals:
            return self._name_until(first - 1)
        for i in range(first - 1, max(0, first - _REACH_TOKENS), -1):
            if low[i] in _CLOSED:
                return ""
            if (low[i] in (",", "(") or low[i] in self.words.copulas) and (name := self._name_until(i - 1)):
                return name
        return ""

    def _name_until(self, end: int) -> str:
        """The two or more capitalised words that end at a token."""
        start, least = end, max(0, end - _LONGEST_TOKENS)
        while start >= least and (self._capital(start) or (self.tokens.low[start] == "-" and self.tokens.glued(start))):
            start -= 1
        return self._as_name(start + 1, end) if end - start >= 2 else ""
