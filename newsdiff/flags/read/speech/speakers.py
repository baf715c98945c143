"""The words of who says something: before a verb of saying or behind it, and whether they can be a speaker."""

from newsdiff.flags.read.speech.clauses import ENDS, STOPS
from newsdiff.flags.sentence.tokens import Tokens, bare
from newsdiff.language.table import WordTable

_AGENT_TOKENS = 14  # of a speaker, before or behind the verb
_DAY_TOKENS = 4  # at a sentence's start in which the day stands on which somebody spoke
_WHO_TOKENS = 3  # before a verb in which the *who* of its relative clause stands
_PLURAL_LETTERS = 3
BESIDE = frozenset((",", '"', "'"))  # marks between what is said and who says it
_MARKS = frozenset(('"', "'"))


class SpeakerReader:
    """The speakers of a sentence, asked for by the verbs of saying beside them."""

    def __init__(self, tokens: Tokens, words: WordTable) -> None:
        self.tokens, self.words = tokens, words

    def plural(self, agent: range, verb: str) -> bool:
        """Whether a speaker goes with a verb of the plural: officials in Oslo; the crew, where the verb is no noun."""
        return any(self._many(i) or (verb in self.words.tellings and self._group(i)) for i in agent)

    def _many(self, i: int) -> bool:
        word, raw = self.tokens.low[i], self.tokens.raw[i]
        if word in self.words.plurals or (raw[-1] == "s" and raw[:-1].isupper() and raw[:-1].isalpha()):
            return True  # MPs
        return "'" not in word and word.isalpha() and word.endswith("s") and len(word) > _PLURAL_LETTERS

    def _group(self, i: int) -> bool:
        word, senses = self.tokens.low[i], self.words.senses
        return senses is not None and word.isascii() and ("G" in senses.entry(word).parts or senses.person(word))

    def subject(self, verb: int) -> range:
        """The words before the first finite verb of a sentence: the firm would not comment but said."""
        words, low = self.words, self.tokens.low
        for end in range(min(verb, _AGENT_TOKENS)):
            if low[end] in words.finite or low[end] in words.modals:
                return range(end)
        return range(0)

    def clause_behind(self, at: int) -> bool:
        """Whether a word goes on with a clause: said nothing was stolen."""
        return self.tokens.at(at) in self.words.finite or self.tokens.at(at) in self.words.modals

    def of_verb(self, first: int, last: int) -> range:
        """The speaker: behind the verb when it stands behind what was said, else before it."""
        tokens, at = self.tokens, first - 1
        while tokens.at(at) in self.words.asides or (self._adverb(at) and tokens.at(at - 1).isalpha()):
            at -= 1
        before = tokens.at(at)
        participle = tokens.low[first].endswith("ing")
        beside = at == first - 1 or bool(self.words.thats)  # a indiqué le parquet
        inverted = (before in STOPS or before in _MARKS or at < 0) and beside
        if inverted and not participle:
            behind = self._past_hearer(self.behind(last))
            if self.signs(behind, before):
                return behind
            addressed = not behind or (tokens.low[first] in self.words.addressed and not self._closes(behind, first))
            if not addressed and self.noun_phrase(behind) and not self._clause_goes_on(behind, tokens.low[first]):
                return behind
        if before in self.words.who and tokens.raw[at].islower():
            at -= 1 + (tokens.at(at - 1) == ",")
        elif before == "," and not participle:
            at = self._apposed(at)
        elif participle:
            return range(0)
        found = self.before(at)
        if "nouns" not in self.words.capitals:
            return found
        return self._behind_adverbial(found, last) or self._of_clause(found)

    def _closes(self, behind: range, verb: int) -> bool:
        """Whether a text ends with a verb of the present behind a comma and whoever speaks: ..., warns agency."""
        said = self.tokens.low[verb]
        present = said.endswith("s") or said in self.words.plural_sayings
        return present and self.tokens.at(verb - 1) == "," and self.tokens.at(behind[-1] + 1) in (".", "")

    def _past_hearer(self, behind: range) -> range:
        """The speaker behind the person who is told, if there is one: dijo a Efe la ministra; avisó a su hermana."""
        low, raw, words = self.tokens.low, self.tokens.raw, self.words
        if not behind or low[behind[0]] not in words.datives - words.determiners:
            return behind
        nouns = (i for i in behind[2:] if low[i - 1] not in words.prepositions and low[i - 1] not in words.determiners)
        named = any(raw[i][0].isupper() for i in behind)
        found = next(
            (i for i in nouns if low[i] in words.determiners or (raw[i].istitle() and raw[i - 1].islower())), 0
        )
        return range(found, behind.stop) if found else behind if named else range(0)

    def _behind_adverbial(self, found: range, last: int) -> range:
        """The speaker behind a verb before which but a time, a place or the like stands: Im Interview sagt Ann Lee."""
        words, low, raw = self.words, self.tokens.low, self.tokens.raw
        named = any(raw[i][0].isupper() or low[i] in words.pronouns for i in found)
        if not found or (named and low[found[0]] not in words.prepositions) or not raw[last].islower():
            return range(0)
        behind = self.behind(last)
        end = next((i for i in behind[1:] if low[i] in words.prepositions - words.speaker_links), behind.stop)
        behind = range(behind.start, end)
        return behind if behind and self.noun_phrase(behind) else range(0)

    def _of_clause(self, found: range) -> range:
        """The speaker of a clause whose verb stands last, without what is said: die Stadt ihr Vorgehen erklärt."""
        words, low, raw = self.words, self.tokens.low, self.tokens.raw
        if not found or low[found[0] - 1] not in words.clause_openers or found[0] == 0:
            return found
        noun = next((i for i in found if raw[i][0].isupper()), found.stop)
        cut = (i for i in found if i > noun and low[i] in words.determiners and low[i] not in words.office_links)
        return range(found.start, next(cut, found.stop))

    def signs(self, behind: range, before: str) -> bool:
        """Whether a name stands behind a verb of saying, and before it a quotation ends, or what is said, with the text
        at an end: "...," recalls Ann Lee, 40; ..., writes Ann Lee.
        """
        if not behind or not all(self.tokens.raw[i][0].isupper() for i in behind):
            return False
        after = self.tokens.at(behind[-1] + 1)
        return before in BESIDE and (after in (".", "") or (before in _MARKS and after in ENDS))

    def _adverb(self, i: int) -> bool:
        """Whether a word is an adverb by its ending, and no noun: sadly; not family."""
        word, senses = self.tokens.at(i), self.words.senses
        return word.endswith("ly") and not (senses and senses.may_be(word, "n")) and not self.person(word)

    def _clause_goes_on(self, behind: range, verb: str) -> bool:
        """Whether what stands behind a verb is the subject of what is said: believes the tomb was hers."""
        clausal = verb in self.words.clausal and not self.words.thats
        return clausal or self.clause_behind(behind[-1] + 1)

    def _apposed(self, comma: int) -> int:
        """Where the name before an apposition ends that ends at a comma: Ann Lee, the mayor, said."""
        low, at = self.tokens.low, comma - 1
        while at > 0 and low[at] not in (",", '"'):
            at -= 1
        return at - 1 if at > 0 and low[at] == "," else -1

    def before(self, at: int) -> range:
        """The words of a speaker that end at a token."""
        tokens, start = self.tokens, at + 1
        while start > 0 and at - start < _AGENT_TOKENS:
            word = tokens.low[start - 1]
            if word in self.words.finite and (relative := self._relative(start - 1)):
                start = relative
                continue
            if word in STOPS or word in self.words.finite or word == ".":
                break
            if self._opens_clause(start - 1) and not self._opens_relative(start - 1):
                break
            if word == "-" and not tokens.glued(start - 1):
                break
            start -= 1
        while start <= at and (tokens.low[start] in _MARKS or tokens.low[start] in self.words.joining):
            start += 1
        return range(self._behind_date(start, at), at + 1)

    def _opens_clause(self, i: int) -> bool:
        """Whether a word opens a clause; the WHO does not."""
        return self.tokens.low[i] in self.words.clause_openers and self.tokens.raw[i] != "WHO"

    def _opens_relative(self, i: int) -> bool:
        """Whether a clause is said of the noun before it, and so belongs to the speaker: the firm that runs it."""
        tokens, words = self.tokens, self.words
        noun, verb = tokens.at(i - 1), tokens.at(i + 1)
        if tokens.low[i] not in words.relatives or words.senses is None or not noun.isalpha() or noun in words.sayings:
            return False
        told = verb in words.finite or verb in words.modals
        if verb in words.determiners or verb in words.pronouns or not verb.isascii():
            return False
        return self.person(noun) and (told or (words.senses.may_be(verb, "v") and verb.endswith(("s", "ed"))))

    def _behind_date(self, start: int, at: int) -> int:
        """Where a speaker begins behind a day: On Monday the inspector said."""
        words, low = self.words, self.tokens.low
        near = range(start, min(start + _DAY_TOKENS, at))
        days = (i for i in near if low[i] in words.weekdays or low[i] in words.relative)
        return max(days, default=start - 1) + 1

    def _relative(self, verb: int) -> int:
        """Where the relative clause of a verb begins, if it has one: the woman who was hurt said."""
        near = range(verb - 1, max(verb - 1 - _WHO_TOKENS, 0), -1)
        return next((i for i in near if self.tokens.low[i] in self.words.who), 0)

    def behind(self, last: int) -> range:
        """The words of a speaker that begin behind a verb."""
        tokens, end = self.tokens, last + 1
        closed = (self.words.weekdays, self.words.finite)
        while end < len(tokens) and end - last <= _AGENT_TOKENS:
            word = tokens.low[end]
            if word in STOPS or self._opens_clause(end) or any(word in some for some in closed):
                break
            before = tokens.at(end - 1) if end + 1 < len(tokens) else ""  # not where a sentence ends: dijo el alcalde.
            shortened = before in self.words.offices or before in self.words.honorifics
            if (word in ".!?" and not shortened) or (word == "-" and not tokens.glued(end)):
                break
            if word in ("on", "in") and end > last + 1:
                break
            end += 1
        return range(last + 1, end)

    def noun_phrase(self, span: range) -> bool:
        """Whether words begin as a speaker does: with an article, a name, or a noun for people."""
        word = self.tokens.low[span[0]]
        if word in self.words.speaker_links or (
            self.tokens.low[span[-1]] in self.words.determiners and self.words.articles
        ):
            return False  # aseguró este lunes
        if word in self.words.determiners or self.tokens.raw[span[0]][0].isupper() or word in self.words.cardinals:
            return True
        last = self.tokens.at(span[-1] + 1)
        return last in ENDS or any(self.person(self.tokens.low[i]) for i in span)

    def speaks(self, agent: range, verb: str) -> bool:
        """Whether a speaker is one: a person, a group, a name, a pronoun; verbs such as *said* take any."""
        tokens = self.tokens
        if verb in self.words.tellings or self.words.senses is None:
            return True
        if len(agent) == 1 and tokens.low[agent[0]] in self.words.things:
            return False
        if any(self.person(tokens.low[i]) and not self._owns(i, agent) for i in agent if self._may_head(i, agent)):
            return True
        kind = self.words.sayings.get(verb)
        if kind in self.words.uttered:
            return True
        if kind in self.words.findings:
            return self._name(agent)
        return any(tokens.raw[i][0].isupper() and (i > 0 or self._unknown(tokens.low[i])) for i in agent)

    def _name(self, agent: range) -> bool:
        """Whether a speaker is called by nothing but names that are no places: Manuel Neuer."""
        raw, low, words = self.tokens.raw, self.tokens.low, self.words
        if not all(raw[i].isalpha() and raw[i][0].isupper() and not raw[i].isupper() for i in agent):
            return False
        last = low[agent[-1]]
        place = any(last in some for some in (words.places, words.namesakes, words.no_names))
        return not place and all(self._unknown(low[i]) for i in agent)

    def _may_head(self, i: int, agent: range) -> bool:
        """Whether a word of a speaker may be what tells that it is one: a pronoun only where it begins it."""
        return i == agent[0] or self.tokens.low[i] not in self.words.pronouns

    def _owns(self, i: int, agent: range) -> bool:
        """Whether a word of a speaker but owns the thing that speaks: a cellist's diary."""
        owner, words = bare(self.tokens.low[i]), self.words
        owns = self.tokens.low[i].endswith("'s") and i < agent[-1]
        return owns and owner not in words.sources and owner not in words.informants

    def _unknown(self, word: str) -> bool:
        return bare(word) not in self.words.common

    def person(self, word: str) -> bool:
        """Whether a word is one for people or for what speaks as they do: nurses, the council, she."""
        words = self.words
        word = bare(word)
        if (
            word in words.sources
            or word in words.informants
            or word in words.offices
            or word in words.pronouns
            or word in words.demonyms
        ):
            return True
        return words.senses is not None and word.isascii() and words.senses.person(word)
