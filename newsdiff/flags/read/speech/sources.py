"""Sources: who says a statement, told by the sentence's build.

Read are a speaker before a verb of saying or behind it (*police said*, *said Ann Lee*), what stands behind *according
to*, and who speaks at the edges of a headline (``edge_sources``).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.read.quoted_source import HEARD, QuotedSource
from newsdiff.flags.read.speech.clauses import CLAUSE_TOKENS, ENDS, STOPS, Clauses
from newsdiff.flags.read.speech.edge_sources import edge_sources
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

_MOST_SOURCES = 12  # of a sentence: nobody names more, and each is compared with those of the other side
_AGENT_TOKENS = 14  # of a speaker, before or behind the verb
_TAIL_TOKENS = 5  # of a speaker at the end of a sentence
_DAY_TOKENS = 4  # at a sentence's start in which the day stands on which somebody spoke
_WHO_TOKENS = 3  # before a verb in which the *who* of its relative clause stands
_PLURAL_LETTERS = 3
_CITED = "cite"
_BESIDE = frozenset((",", '"', "'"))
_MARKS = frozenset(('"', "'"))


def sources(
    sentence: Sentence, words: WordTable, names: Callable[[Collection[int]], Sequence[Value]]
) -> list[QuotedSource]:
    """The sources of a sentence in reading order, outside its quotations: what a speaker tells of others is his."""
    reader = _SpeechReader(sentence, words, names)
    return sorted(islice(reader.read(), _MOST_SOURCES), key=lambda s: s.first)


class _SpeechReader:
    def __init__(
        self, sentence: Sentence, words: WordTable, names: Callable[[Collection[int]], Sequence[Value]]
    ) -> None:
        self.sentence, self.tokens, self.words, self.names = sentence, sentence.tokens, words, names
        self.clauses = Clauses(sentence.tokens, words)

    def read(self) -> Iterator[QuotedSource]:
        last_agent = range(0)
        for first, past, name in self.sentence.hits.get("sayings", ()):
            if name == "-" or quoted_token(self.tokens, first):
                continue
            source = self._source(first, past - 1, name, last_agent)
            if source:
                last_agent = source.agent or last_agent
                yield source
        yield from edge_sources(self.sentence, self.words, self.names)

    def _source(self, first: int, last: int, name: str, speaker: range) -> QuotedSource | None:
        lead = " ".join(self.tokens.low[first : last + 1])
        if lead in self.words.provenances and not self._of_document(first):
            return None
        if lead in self.words.source_leads:
            agent = self._behind(last)
            apart = self.tokens.low[first] not in self.words.comma_leads or (
                self.tokens.at(first - 1) in _BESIDE and bool(agent) and self._noun_phrase(agent)
            )
            if name == _CITED and agent and not self._speaks(agent, name):
                return None  # citing fears
            return QuotedSource(self.sentence, first, last, name, agent) if agent and apart else None
        if self.tokens.low[first] in self.words.source_trails:
            agent = self._before(first - 1)
            return QuotedSource(self.sentence, first, last, name, agent) if agent else None
        if name == HEARD:
            return self._heard(first, last)
        if not self._whole(first, last):
            return None
        return self._spoken(first, last, name, speaker)

    def _of_document(self, first: int) -> bool:
        """Whether a document stands before a word: the letter, seen by the BBC."""
        at = first - 1 - (self.tokens.at(first - 1) == ",")
        return self.tokens.at(at) in self.words.documents

    def _heard(self, first: int, last: int) -> QuotedSource | None:
        """What a court or the like heard or was told: jurors were told that; ..., the inquest heard."""
        agent, after = self._before(first - 1), self.tokens.at(last + 1)
        if not agent or self.words.hearers.isdisjoint(self.tokens.low[i] for i in agent):
            return None
        ends = self.tokens.at(agent[0] - 1) == "," and (after in ENDS or after in self.words.said_when)
        clause = "that" not in self.clauses.clause_of(last + 1) and self.clauses.clause(
            last + 1
        )  # not a case that may pull the drug
        told = ends or after == "that" or after in ('"', ":") or clause
        return QuotedSource(self.sentence, first, last, HEARD, agent) if told else None

    def _whole(self, first: int, last: int) -> bool:
        """Whether a verb that tells of saying only with its particle has it in its clause: teilte die Polizei mit."""
        needed = self.words.verb_particles.get(self.tokens.low[first]) if first == last else None
        clause = self.tokens.low[last + 1 : last + 1 + CLAUSE_TOKENS]
        return needed is None or not set(needed.split()).isdisjoint(clause)

    def _spoken(self, first: int, last: int, name: str, speaker: range) -> QuotedSource | None:
        """A verb of saying in the active voice that has a speaker, and something said.

        Behind *and* it is said by the speaker of the verb before it (``speaker``).
        """
        tokens, words = self.tokens, self.words
        before, verb = tokens.at(first - 1), tokens.low[first]
        if any(before in some for some in (words.auxiliaries, words.modals, words.determiners, words.cardinals)):
            return None
        if before in self.words.prepositions or (words.thats and before in words.wonders):
            return None  # on hopes, amid fears; qué dijo
        if last == first and not tokens.raw[first].islower() and not self._titled():
            return None  # Al Said is a name
        agent = self._agent(first, last)
        if agent and tokens.low[agent[0]] in words.wonders and agent[0] < first:
            return None  # what the papers say
        if words.thats and agent and all(tokens.low[i] in words.grammar - words.pronouns for i in agent):
            return None  # lo que dijo
        if before in self.words.joining:
            agent = speaker or self._subject(first)
        if verb in words.plural_sayings and not any(map(self._plural, agent)):
            return None
        if not self._says(first, last, name, agent):
            return None
        if not agent and verb not in words.tellings and words.tellings:
            return None
        if not agent and before == "," and tokens.at(last + 1) in ENDS:
            return None  # the dispute, explained
        if agent and not self._speaks(agent, verb) and not self._ends_with(agent, last, name):
            return None
        if self._headline_ends(agent, verb, last) or self._is_noun(agent, verb):
            return None
        return QuotedSource(self.sentence, first, last, name, agent)

    def _is_noun(self, agent: range, verb: str) -> bool:
        """Whether a word is no verb, for one stands before it: school investigates claim that."""
        senses, low = self.words.senses, self.tokens.low
        if senses is None or not agent or not senses.entry(verb).parts.startswith("n"):
            return False
        return not any(low[i] in self.words.relatives for i in agent) and self.clauses.tells(agent)

    def _ends_with(self, agent: range, last: int, name: str) -> bool:
        """Whether a sentence ends with a comma, whoever speaks, and the verb: ..., the operator claims."""
        behind = self.tokens.at(last + 1)
        brief = agent[-1] < last and len(agent) <= _TAIL_TOKENS and self.tokens.at(agent[0] - 1) in _BESIDE
        return brief and behind in (".", "") and name not in self.words.findings

    def _headline_ends(self, agent: range, verb: str, last: int) -> bool:
        """Whether a headline ends with what was done to a thing, and nobody speaks: Chinese New Year explained."""
        ends = self.sentence.kind is BlockKind.HEADLINE and self.tokens.at(last + 1) in (".", "?", "!", "")
        if not ends or not verb.endswith(self.words.past_endings) or not agent:
            return False
        behind_comma = self.tokens.at(agent[0] - 1) in _BESIDE
        return agent[-1] < last and not behind_comma and not any(self._person(self.tokens.low[i]) for i in agent)

    def _plural(self, i: int) -> bool:
        """Whether a word of a speaker is of the plural: officials in Oslo say."""
        word = self.tokens.at(i)
        if word in self.words.plurals:
            return True
        return "'" not in word and word.isalpha() and word.endswith("s") and len(word) > _PLURAL_LETTERS

    def _subject(self, verb: int) -> range:
        """The words before the first finite verb of a sentence: the firm would not comment but said."""
        words, low = self.words, self.tokens.low
        for end in range(min(verb, _AGENT_TOKENS)):
            if low[end] in words.finite or low[end] in words.modals:
                return range(end)
        return range(0)

    def _titled(self) -> bool:
        return self.sentence.kind is BlockKind.HEADLINE and 2 * len(self.tokens.capitals) > len(self.tokens)

    def _clause_behind(self, at: int) -> bool:
        """Whether a word goes on with a clause: said nothing was stolen."""
        return self.tokens.at(at) in self.words.finite or self.tokens.at(at) in self.words.modals

    def _says(self, first: int, last: int, name: str, agent: range) -> bool:
        """Whether something said stands beside the verb."""
        tokens, words, verb, after = self.tokens, self.words, self.tokens.low[first], self.tokens.at(last + 1)
        if name in words.objective:
            if self.clauses.quotes(last + 1):
                return True
            if after.endswith("ing") and verb not in words.naming:
                return True  # described seeing two men
            return last == first and verb not in words.naming and "as" in self.clauses.near(last + 1)
        if after == "to":
            behind = tokens.at(last + 2)
            if words.modals.get(f"{verb} to") == REPORTED and (behind in words.auxiliaries or behind in words.finite):
                return False  # three teenagers said to have done it
            if verb in words.addressed:
                return False  # fined and told to pay
            return name in words.with_infinitive or verb in words.tellings
        if after in words.wonders and self.tokens.at(last + 2) == "to":
            return False  # explains how to prune a tree
        if after in words.untold and not self._clause_behind(last + 2):
            return False  # said little at supper
        if verb in words.addressed and name in words.plain_sayings and self.clauses.told_to_do(last + 1):
            return False
        if after in words.datives and agent and agent[0] < first and tokens.at(agent[0] - 1) not in _BESIDE:
            return self.clauses.said_to_somebody(last + 1)
        if verb in words.tellings or not words.tellings:
            return True
        if name in words.pleas and after.endswith("ing"):
            return False  # admitted selling secrets: an act
        ahead = tokens.at(agent[0] - 1) if agent else ""
        beside = bool(agent) and (ahead in _BESIDE or ahead in words.reporting or agent[0] > last)
        closed = after in ENDS or after in words.speaker_links or after in words.said_when or after.endswith("ly")
        if beside and closed:
            return True
        if after in self.words.passive_links and not tokens.low[last].endswith("s"):
            return False  # two men accused of it
        strict = verb in words.clausal or verb.endswith("ing")
        strict = strict or bool(words.senses and last == first and words.senses.may_be(verb, "n"))
        if words.thats:
            inverted = bool(agent) and agent[0] > last and tokens.at(first - 1) in _BESIDE  # ..., bevestigt de raad
            return (
                not strict
                or inverted
                or after in words.thats
                or after in ('"', ":")
                or self.clauses.quotes(last + 1)
                or self.clauses.clause_behind_comma(last + 1)
            )
        if not strict or after == "that":
            return True
        if verb in words.addressed and self.clauses.clause_behind_object(last + 1):
            return True
        return after in ('"', ":") or self.clauses.clause(last + 1)

    def _agent(self, first: int, last: int) -> range:
        """The speaker: behind the verb when it stands behind what was said, else before it."""
        tokens, at = self.tokens, first - 1
        while tokens.at(at) in self.words.asides or (self._adverb(at) and tokens.at(at - 1).isalpha()):
            at -= 1
        before = tokens.at(at)
        participle = tokens.low[first].endswith("ing")
        beside = at == first - 1 or bool(self.words.thats)  # a indiqué le parquet
        inverted = (before in STOPS or before in _MARKS or at < 0) and beside
        if inverted and not participle and tokens.low[first] not in self.words.addressed:
            behind = self._behind(last)
            if behind and self._noun_phrase(behind) and not self._clause_goes_on(behind, tokens.low[first]):
                return behind
        if before in self.words.who and tokens.raw[at].islower():
            at -= 1 + (tokens.at(at - 1) == ",")
        elif before == "," and not participle:
            at = self._apposed(at)
        elif participle:
            return range(0)
        return self._before(at)

    def _adverb(self, i: int) -> bool:
        """Whether a word is an adverb by its ending, and no noun: sadly; not family."""
        word, senses = self.tokens.at(i), self.words.senses
        return word.endswith("ly") and not (senses and senses.may_be(word, "n")) and not self._person(word)

    def _clause_goes_on(self, behind: range, verb: str) -> bool:
        """Whether what stands behind a verb is the subject of what is said: believes the tomb was hers."""
        clausal = verb in self.words.clausal and not self.words.thats
        return clausal or self._clause_behind(behind[-1] + 1)

    def _apposed(self, comma: int) -> int:
        """Where the name before an apposition ends that ends at a comma: Ann Lee, the mayor, said."""
        low, at = self.tokens.low, comma - 1
        while at > 0 and low[at] not in (",", '"'):
            at -= 1
        return at - 1 if at > 0 and low[at] == "," else -1

    def _before(self, at: int) -> range:
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
        return self._person(noun) and (told or (words.senses.may_be(verb, "v") and verb.endswith(("s", "ed"))))

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

    def _behind(self, last: int) -> range:
        """The words of a speaker that begin behind a verb."""
        tokens, end = self.tokens, last + 1
        closed = (self.words.weekdays, self.words.finite)
        while end < len(tokens) and end - last <= _AGENT_TOKENS:
            word = tokens.low[end]
            if word in STOPS or self._opens_clause(end) or any(word in some for some in closed):
                break
            shortened = tokens.at(end - 1) in self.words.offices or tokens.at(end - 1) in self.words.honorifics
            if (word in ".!?" and not shortened) or (word == "-" and not tokens.glued(end)):
                break
            if word in ("on", "in") and end > last + 1:
                break
            end += 1
        return range(last + 1, end)

    def _noun_phrase(self, span: range) -> bool:
        """Whether words begin as a speaker does: with an article, a name, or a noun for people."""
        word = self.tokens.low[span[0]]
        if word in self.words.speaker_links or (
            self.tokens.low[span[-1]] in self.words.determiners and self.words.articles
        ):
            return False  # aseguró este lunes
        if word in self.words.determiners or self.tokens.raw[span[0]][0].isupper() or word in self.words.cardinals:
            return True
        last = self.tokens.at(span[-1] + 1)
        return last in ENDS or any(self._person(self.tokens.low[i]) for i in span)

    def _speaks(self, agent: range, verb: str) -> bool:
        """Whether a speaker is one: a person, a group, a name, a pronoun; verbs such as *said* take any."""
        tokens = self.tokens
        if verb in self.words.tellings or self.words.senses is None:
            return True
        if len(agent) == 1 and tokens.low[agent[0]] in self.words.things:
            return False
        if any(self._person(tokens.low[i]) and not self._owns(i, agent) for i in agent if self._may_head(i, agent)):
            return True
        if self.words.sayings.get(verb) in self.words.findings:
            return False
        return any(tokens.raw[i][0].isupper() and (i > 0 or self._unknown(tokens.low[i])) for i in agent)

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

    def _person(self, word: str) -> bool:
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
