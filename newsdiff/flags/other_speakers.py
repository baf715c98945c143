"""Whether two sources of a kept statement are two speakers, told by the words that they are called by."""

from newsdiff.flags.lazy import lazy
from newsdiff.flags.names.absent_names import absent
from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.flags.sentence.word_forms import is_slip
from newsdiff.language.table import WordTable
from newsdiff.text.tokens import shared_start

_NEAR_SHARE = 0.7  # of its words that a sentence must keep whose speaker is called by words that stand elsewhere in it
_TOLD_TOKENS = 4  # behind "told" in which the name of who was told begins
_WORD_LETTERS = 2  # of a speaker's word that tells who it is


class Speakers:
    """The speakers of a pair of sentences, compared by the words that tell who they are."""

    def __init__(self, pair: Pair, words: WordTable, comparison: Comparison) -> None:
        self._pair, self._words, self._comparison = pair, words, comparison
        self._known: dict[int, set[int]] = {}
        self._offices_of: dict[QuotedSource, set[str]] = {}

    def replaced(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether each of two speakers is called by a word that the other side has nowhere."""
        assert self._pair.old and self._pair.new
        if any(self._for_himself(x, y) or self._on_behalf(x, y) for x, y in ((a, b), (b, a))):
            return True
        if (
            self._one_aside(a, b)
            or self._respelled(a, b)
            or self._called_otherwise(a, b)
            or self._spelled_out(a, b)
            or self._misspelt(a, b)
        ):
            return False
        offices = self._speaks_for_others(a) or self._speaks_for_others(b)
        mine, theirs = self._telling(a, offices), self._telling(b, offices)
        if bool(mine) != bool(theirs) and not self._named(a if mine else b, bool(self._offices(b if mine else a))):
            mine, theirs = self._telling(a, True), self._telling(b, True)
        if not mine or not theirs:
            return self._other_heads(a, b)
        if self._other_heads(a, b):
            return True
        if len(mine) == len(theirs) == 1 and self._place(min(mine)) == self._place(min(theirs)):
            return False
        gone, came = mine - self._forms[1], theirs - self._forms[0]
        gone, came = self._alone(gone, theirs), self._alone(came, mine)
        if gone and came:
            return True
        apart = not self._alike_any(mine, theirs) and self._pair.likeness >= _NEAR_SHARE
        return apart and bool(gone or came)

    def _other_heads(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether two speakers without a name are called by other nouns for people: his sister, his lawyer."""
        one, other = (self._head(s, side) for side, s in enumerate((a, b)))
        if not one or not other or one.endswith("s") != other.endswith("s"):
            return False
        offices = self._words.offices
        return offices.get(one, one) != offices.get(other, other) and not self._alike(one, other)

    def _head(self, source: QuotedSource, side: int) -> str:
        """The changed noun for a person that a speaker is called by, written small: a nurse at the clinic."""
        tokens, words = source.sentence.tokens, self._words
        ahead = list(source.agent)
        links = next((n for n, i in enumerate(ahead) if tokens.low[i] in words.speaker_links), len(ahead))
        if not ahead[:links] or self._name_tokens(source.sentence, source.agent).intersection(source.agent):
            return ""
        head = ahead[links - 1]
        word, senses = tokens.low[head], words.senses
        office = word in words.offices and (word.isascii() or senses is None)
        person = office or (senses is not None and word.isascii() and senses.person(word))
        return word if person and tokens.raw[head].islower() and head in self._pair.alignment.changed[side] else ""

    def _one_aside(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether one name stands aside between either speaker and the verb: its chair, Ann Lee, said."""
        aside, other = (
            self._capitals_in(s.sentence, range(s.agent[-1] + 1, s.first)) if s.agent else set() for s in (a, b)
        )
        return bool(aside) and aside == other and not self._capitals(a) and not self._capitals(b)

    def _respelled(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether two speakers share one of their names, and the other begins alike: Ann Tully, Ann Twohig."""
        mine, theirs = self._capitals(a), self._capitals(b)
        gone, came = mine - theirs, theirs - mine
        return bool(mine & theirs and gone) and sorted(w[0] for w in gone) == sorted(w[0] for w in came)

    def _misspelt(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether two speakers differ by a slip of the pen: the goverment, the government."""
        mine, theirs = ({s.sentence.tokens.low[i] for i in s.agent} for s in (a, b))
        gone, came = mine - theirs, theirs - mine
        return len(gone) == len(came) == 1 and is_slip(min(gone), min(came), self._words)

    def _spelled_out(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether one speaker is called by initials of which the other has the words: Defra."""
        if all("," not in s.sentence.tokens.low for s in (a, b)):
            return False
        from newsdiff.flags.names.initials import spelled_places

        return any(
            x.agent and not spelled_places(x.sentence.tokens, (y.sentence.tokens,)).isdisjoint(x.agent)
            for x, y in ((a, b), (b, a))
        )

    def _capitals(self, source: QuotedSource) -> set[str]:
        """The words of a speaker's name."""
        return self._capitals_in(source.sentence, source.agent)

    def _capitals_in(self, sentence: Sentence, places: range) -> set[str]:
        named = self._name_tokens(sentence, places)
        return {sentence.tokens.low[i] for i in places if i in named}

    def _called_otherwise(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether two speak for others, one for somebody by name: a spokesman for Orsk, for the firm."""
        if not self._speaks_for_others(a) or not self._speaks_for_others(b):
            return False
        return bool(self._capitals(a)) != bool(self._capitals(b))

    def _for_himself(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether one speaks for somebody who on the other side speaks for himself: a spokesman for Mr Rao, Mr Rao."""
        if not self._speaks_for_others(a) or self._speaks_for_others(b):
            return False
        speaker = self._capitals(b)
        return bool(speaker) and speaker <= self._capitals(a) and self._person(b)

    def _on_behalf(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether one speaks for a person who speaks himself on the other side: the landlord's lawyer, the landlord;
        Ann Lee's office, Ann Lee.
        """
        tokens, senses = a.sentence.tokens, self._words.senses
        owner = (
            next((i for i in a.agent if tokens.low[i].endswith("'s") and i < a.agent[-1]), None) if b.agent else None
        )
        if owner is None or senses is None or b.sentence.tokens.low[b.agent[-1]] != tokens.bare[owner]:
            return False
        head = tokens.low[a.agent[-1]]
        if head in b.speaker:
            return False  # lawyers for Ann Lee
        if tokens.raw[owner][0].isupper():
            return senses.person(head) or "G" in senses.entry(head).parts
        return head in self._words.offices and senses.entry(tokens.bare[owner]).parts[:1] == "P"

    def _person(self, source: QuotedSource) -> bool:
        """Whether a speaker is called by a title, and so is a person."""
        low, words = source.sentence.tokens.low, self._words
        return any(low[i] in words.honorifics or low[i] in words.offices for i in source.agent)

    def told_others(self, a: QuotedSource, b: QuotedSource) -> bool:
        """Whether one of two sources tells somebody by name whom the other side has not: told the BBC, said."""
        told = [self._tells_absent(s) for s in (a, b)]
        return all(told) or (any(told) and a.verb != b.verb)

    def _tells_absent(self, source: QuotedSource) -> bool:
        if source.verb not in self._words.addressed:
            return False
        near = range(source.last + 1, source.last + _TOLD_TOKENS)
        named = self._name_tokens(source.sentence, near).intersection(near)
        return bool(named) and not named <= self._known_names(source.sentence)

    def _alike_any(self, mine: set[str], theirs: set[str]) -> bool:
        return len(self._alone(mine, theirs)) < len(mine)

    def _offices(self, source: QuotedSource) -> set[str]:
        if source not in self._offices_of:
            low, known = (bare(source.sentence.tokens.low[i]) for i in source.agent), self._words.offices
            self._offices_of[source] = {o for w in low if (o := known.get(w) or known.get(w.removesuffix("s")))}
        return self._offices_of[source]

    def _named(self, source: QuotedSource, office: bool) -> bool:
        """Whether a speaker is called by a name alone, and it is no body's: the other may be the same one, called by an
        office.
        """
        tokens = source.sentence.tokens
        if office and self._offices(source):
            return False
        named = self._name_tokens(source.sentence, source.agent)
        if all(tokens.raw[i].isupper() and len(tokens.raw[i]) >= _WORD_LETTERS for i in source.agent):
            return False  # the EU is no minister
        return any(tokens.raw[i][0].isupper() and i > 0 for i in source.agent if i in named)

    def _name_tokens(self, sentence: Sentence, near: range) -> set[int]:
        """The tokens of the names that hold one of some tokens."""
        return {i for v in self._comparison.read(sentence).names_near(near) for i in range(v.first, v.last + 1)}

    def _speaks_for_others(self, source: QuotedSource) -> bool:
        return not self._words.mouthpieces.isdisjoint(self._offices(source))

    def _telling(self, source: QuotedSource, offices: bool) -> set[str]:
        """The words of a speaker that are no title and no name which the other side has as well; none of a pronoun."""
        words, tokens = self._words, source.sentence.tokens
        skip = self._known_names(source.sentence)
        if not offices:
            skip = skip | {i for t in self._comparison.read(source.sentence).titles for i in range(t.first, t.last + 1)}
        found = set[str]()
        for i in source.agent:
            word = bare(tokens.low[i])
            if word in words.relatives and not tokens.raw[i].isupper():  # the WHO
                break
            office = words.offices.get(word) or words.offices.get(word.removesuffix("s"))
            title = (office and not offices) or word in words.honorifics or word in words.standings
            letters = word in words.post_nominals and i > source.agent[0]  # MPs speak for themselves
            if i in skip or title or letters or word in words.cardinals or word in words.fractions:
                continue
            if len(word) > _WORD_LETTERS and word[0].isalpha() and word not in words.stop and word not in words.grammar:
                found.add((office or word).replace(".", ""))
            elif tokens.raw[i].isupper() and len(word) >= _WORD_LETTERS:
                found.add(word.replace(".", ""))
        return found

    def _known_names(self, sentence: Sentence) -> set[int]:
        """The tokens of the names that the other side has in some form."""
        if id(sentence) not in self._known:
            self._known[id(sentence)] = self._compared_names(sentence)
        return self._known[id(sentence)]

    def _compared_names(self, sentence: Sentence) -> set[int]:
        pair = self._pair
        assert pair.old and pair.new
        other = pair.new if sentence is pair.old else pair.old
        names = self._comparison.read(sentence).names
        missing = absent((sentence,), (other,), (), self._comparison)
        gone = {i for v in missing for i in range(v.first, v.last + 1)}
        return {i for v in names for i in range(v.first, v.last + 1)} - gone

    @lazy
    def _forms(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of both sentences as speakers are compared by."""
        assert self._pair.old and self._pair.new
        return self._forms_of(self._pair.old), self._forms_of(self._pair.new)

    def _forms_of(self, sentence: Sentence) -> frozenset[str]:
        return frozenset(self._words.offices.get(w, w).replace(".", "") for w in map(bare, sentence.bag))

    def _alone(self, mine: set[str], theirs: set[str]) -> set[str]:
        """The words of which the other speaker has no form, synonym or spelling."""
        return {a for a in mine if not any(self._alike(a, b) for b in theirs)}

    def _alike(self, a: str, b: str) -> bool:
        senses = self._words.senses
        if a in self._words.dwellers and b in self._words.dwellers:
            return True
        if senses and a.isascii() and b.isascii() and (senses.akin(a, b) or senses.synonymous(a, b)):
            return True
        return _spelled_alike(a, b)

    def _place(self, word: str) -> str:
        """The country that a word is one name of, or its capital another: kyiv, ukrainian."""
        seat = self._words.seats.get(word, word)
        return self._words.namesakes.get(seat, seat)


def _spelled_alike(a: str, b: str) -> bool:
    """Whether two names are but spellings of one: they begin or end with the same letters for the most part."""
    alike = max(shared_start(a, b), shared_start(a[::-1], b[::-1]))
    return 2 * alike > max(len(a), len(b))
