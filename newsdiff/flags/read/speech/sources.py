"""Sources: who says a statement, told by the sentence's build.

Read are a speaker before a verb of saying or behind it (*police said*, *said Ann Lee*), what stands behind *according
to*, and who speaks at the edges of a headline (``edge_sources``).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.read.quoted_source import ASKED, FOUND, HEARD, RULED, QuotedSource
from newsdiff.flags.read.speech.clauses import CLAUSE_TOKENS, ENDS, Clauses
from newsdiff.flags.read.speech.edge_sources import edge_sources
from newsdiff.flags.read.speech.speakers import BESIDE, SpeakerReader
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

_MOST_SOURCES = 12  # of a sentence: nobody names more, and each is compared with those of the other side
_TAIL_TOKENS = 5  # of a speaker at the end of a sentence
_HAS_TOKENS = 4  # before a participle in which its *has* stands
_CITED = "cite"
_MARKS = frozenset(('"', "'"))


def sources(
    sentence: Sentence, words: WordTable, names: Callable[[Collection[int]], Sequence[Value]]
) -> list[QuotedSource]:
    """The sources of a sentence in reading order, outside its quotations: what a speaker tells of others is his."""
    reader = _SpeechReader(sentence, words, names)
    return sorted(islice(reader.read(), _MOST_SOURCES), key=lambda s: s.first)


def compounded(sentence: Sentence, words: WordTable) -> bool:
    """Whether a source may be one word with what it tells: nach Polizeiangaben."""
    return bool(words.source_ends) and any(word.endswith(words.source_ends) for word in sentence.bag)


class _SpeechReader:
    def __init__(
        self, sentence: Sentence, words: WordTable, names: Callable[[Collection[int]], Sequence[Value]]
    ) -> None:
        self.sentence, self.tokens, self.words, self.names = sentence, sentence.tokens, words, names
        self.clauses = Clauses(sentence.tokens, words)
        self.speakers = SpeakerReader(sentence.tokens, words)

    def read(self) -> Iterator[QuotedSource]:
        last_agent = range(0)
        for first, past, name in self.sentence.hits.get("sayings", ()):
            if name == "-" or quoted_token(self.tokens, first):
                continue
            source = self._source(first, past - 1, name, last_agent)
            if source:
                last_agent = source.agent or last_agent
                yield source
        if compounded(self.sentence, self.words):
            yield from self._compounded()
        yield from edge_sources(self.sentence, self.words, self.names)

    def _compounded(self) -> Iterator[QuotedSource]:
        """The sources that are one word with what they tell: nach Polizeiangaben, nach Betreiber-Angaben."""
        low, words = self.tokens.low, self.words
        for i in (i for i, word in enumerate(low) if word.endswith(words.source_ends)):
            start = i - 2 if i > 1 and low[i - 1] == "-" and self.tokens.glued(i) else i
            end = next(end for end in words.source_ends if low[i].endswith(end))
            if (start < i or low[i] != end) and f"{self.tokens.at(start - 1)} {end}" in words.source_leads:
                yield QuotedSource(self.sentence, start - 1, start - 1, "say", range(start, i + 1))

    def _source(self, first: int, last: int, name: str, speaker: range) -> QuotedSource | None:
        lead = " ".join(self.tokens.low[first : last + 1])
        if lead in self.words.provenances and not self._of_document(first):
            return None
        if lead in self.words.source_leads:
            agent = self.speakers.behind(last)
            apart = self.tokens.low[first] not in self.words.comma_leads or (
                self.tokens.at(first - 1) in BESIDE and bool(agent) and self.speakers.noun_phrase(agent)
            )
            if name == _CITED and agent and not self.speakers.speaks(agent, name):
                return None  # citing fears
            return QuotedSource(self.sentence, first, last, name, agent) if agent and apart else None
        if self.tokens.low[first] in self.words.source_trails:
            agent = self.speakers.before(first - 1)
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
        agent, after = self.speakers.before(first - 1), self.tokens.at(last + 1)
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
        if not self._is_finite(first, last):
            return None
        said_by = bool(words.thats) and last > first and tokens.low[last] in words.pronouns  # hieß es
        agent = range(last, last + 1) if said_by else self.speakers.of_verb(first, last)
        if any(tokens.low[i] in words.wonders for i in agent if i < first):
            return None  # what the papers say; see what she said
        if self._asked(agent, last) or (agent and agent[-1] < first and tokens.low[agent[-1]].endswith("'s")):
            return None  # the clerk's alleged theft
        if words.thats and agent and all(tokens.low[i] in words.grammar - words.pronouns for i in agent):
            return None  # lo que dijo
        if before in self.words.joining:
            agent = speaker or self.speakers.subject(first)
        if verb in words.plural_sayings and not self.speakers.plural(agent, verb):
            return None
        if not self._says(first, last, name, agent):
            return None
        if name == RULED and words.hearers.isdisjoint(bare(tokens.low[i]) for i in agent):
            return None  # EU rules that
        goes_on = before == "," and verb.endswith("ing") and name in words.uttered - words.objective  # she left, saying
        if not agent and verb not in words.tellings and words.tellings and not goes_on:
            return None
        if not agent and before == "," and tokens.at(last + 1) in ENDS:
            return None  # the dispute, explained
        if agent and not self.speakers.speaks(agent, verb) and not self._ends_with(agent, last):
            return None
        if self._headline_ends(agent, verb, last) or self._is_noun(agent, verb, last):
            return None
        asks = verb in words.asking and self._questions(agent, first, last)
        return QuotedSource(self.sentence, first, last, ASKED if asks else name, agent)

    def _is_finite(self, first: int, last: int) -> bool:
        """Whether a word for saying stands as a verb of its own: no noun, name, infinitive or participle."""
        tokens, words = self.tokens, self.words
        before, verb = tokens.at(first - 1), tokens.low[first]
        clitic = first == 1 and before in words.asides and "'" not in before  # Lo riferisce l'Ansa
        if any(before in some for some in (words.auxiliaries, words.modals, words.cardinals)):
            return False
        if before in words.determiners and not (clitic and verb in words.tellings):
            return False
        if before in words.tellings and verb not in words.tellings and not words.thats:
            return False  # ..., says report
        if before in self.words.prepositions or (words.thats and before in words.wonders):
            return False  # on hopes, amid fears; qué dijo
        impersonal = tokens.at(last + 1) in words.thats  # Aseguran que
        if last == first and not tokens.raw[first].islower() and not self._titled() and not impersonal:
            return False  # Al Said is a name
        return not words.participles or not verb.endswith(words.participles) or self._has_before(first)

    def _questions(self, agent: range, first: int, last: int) -> bool:
        """Whether somebody asks a question, and does not ask for something: asks whether; ..., asks Ann Lee."""
        after, behind = self.tokens.at(last + 1), bool(agent and agent[0] > last)
        return (
            (behind and self.tokens.at(first - 1) in BESIDE)
            or after in self.words.questions
            or after in self.words.wonders
        )

    def _asked(self, agent: range, last: int) -> bool:
        """Whether a sentence ends with an answer, and before it stands but who asked: you asked, she answered."""
        tokens, asker = self.tokens, agent[0] - 3 if agent else 0
        if asker < 0 or not agent or agent[-1] > last or tokens.at(last + 1) not in (".", ""):
            return False
        brief = tokens.at(asker - 1) in ("", ".", "?", "!") and tokens.at(agent[0] - 1) == ","
        return brief and tokens.low[asker + 1] in self.words.sayings

    def _is_noun(self, agent: range, verb: str, last: int) -> bool:
        """Whether a word is no verb, for one stands before it or behind it, or an adjective before it: school probes
        claim; US states have; false claims.
        """
        senses, low = self.words.senses, self.tokens.low
        if senses is None or not agent or verb in self.words.tellings or not senses.may_be_noun(verb):
            return False
        if agent[-1] < last and self.speakers.clause_behind(last + 1):
            return True
        parts = senses.entry(self.tokens.raw[agent[-1]]).parts
        if parts.startswith("a") and "n" not in parts and "P" not in parts:
            return True
        relative = any(low[i] in self.words.relatives for i in agent)
        return senses.entry(verb).parts.startswith("n") and not relative and self.clauses.tells(agent)

    def _behind_quotation(self, agent: range, first: int) -> bool:
        """Whether what is said stands before a verb, or its speaker: «Ya basta», le dijo a la prensa."""
        at = (agent[0] if agent and agent[0] < first else first) - 1
        while self.tokens.at(at) in self.words.asides:
            at -= 1
        return self.tokens.at(at) in _MARKS or (
            self.tokens.at(at) == "," and bool(agent or self.tokens.at(at - 1) in _MARKS)
        )

    def _has_before(self, participle: int) -> bool:
        """Whether a *has* stands near before a participle: a déclaré, ha poi aggiunto; not le revenu déclaré."""
        near = self.tokens.low[max(0, participle - _HAS_TOKENS) : participle]
        return any(w in self.words.asides and w in self.words.finite for w in near)

    def _ends_with(self, agent: range, last: int) -> bool:
        """Whether a sentence ends with a comma, whoever speaks, and the verb: ..., the operator claims."""
        behind = self.tokens.at(last + 1)
        brief = agent[-1] < last and len(agent) <= _TAIL_TOKENS and self.tokens.at(agent[0] - 1) in BESIDE
        return brief and behind in (".", "")

    def _headline_ends(self, agent: range, verb: str, last: int) -> bool:
        """Whether a headline ends with what was done to a thing, and nobody speaks: Chinese New Year explained."""
        ends = self.sentence.kind is BlockKind.HEADLINE and self.tokens.at(last + 1) in (".", "?", "!", "")
        if not ends or not verb.endswith(self.words.past_endings) or not agent:
            return False
        behind_comma = self.tokens.at(agent[0] - 1) in BESIDE
        return (
            agent[-1] < last and not behind_comma and not any(self.speakers.person(self.tokens.low[i]) for i in agent)
        )

    def _titled(self) -> bool:
        return self.sentence.kind is BlockKind.HEADLINE and 2 * len(self.tokens.capitals) > len(self.tokens)

    def _says(self, first: int, last: int, name: str, agent: range) -> bool:
        """Whether something said stands beside the verb."""
        tokens, words, verb, after = self.tokens, self.words, self.tokens.low[first], self.tokens.at(last + 1)
        if after in words.reflexives and not self.clauses.quotes(last + 1):
            return False  # äußert sich zu dem Fall
        if name in words.objective:
            if self.clauses.quotes(last + 1):
                return True
            if after.endswith("ing") and verb not in words.naming:
                return True  # described seeing two men
            return last == first and verb not in words.naming and "as" in self.clauses.near(last + 1)
        if after == "to":
            behind = tokens.at(last + 2)
            hedge = words.modals.get(f"{verb} to") == REPORTED or words.modals.get(verb, "-") != "-"  # alleged to have
            if hedge and (behind in words.auxiliaries or behind in words.finite):
                return False  # three teenagers said to have done it
            if verb in words.addressed:
                return False  # fined and told to pay
            return name in words.with_infinitive or verb in words.tellings
        if after in words.wonders and self.tokens.at(last + 2) == "to":
            return False  # explains how to prune a tree
        if after in words.untold and not self.speakers.clause_behind(last + 2):
            return False  # said little at supper
        if verb in words.addressed and name in words.plain_sayings and self.clauses.told_to_do(last + 1):
            return False
        if after in words.datives and not self._behind_quotation(agent, first):
            return self.clauses.said_to_somebody(last + 1)
        if verb in words.tellings or not words.tellings:
            return True
        if name in words.pleas and after.endswith("ing"):
            return False  # admitted selling secrets: an act
        ahead = tokens.at(agent[0] - 1) if agent else ""
        beside = bool(agent) and (ahead in BESIDE or ahead in words.reporting or agent[0] > last)
        closed = after in ENDS or after in words.speaker_links or after in words.said_when or after.endswith("ly")
        if beside and (closed or (agent[0] > last and self.speakers.signs(agent, tokens.at(first - 1)))):
            return True
        if after in self.words.passive_links and not tokens.low[last].endswith("s"):
            return False  # two men accused of it
        strict = (verb in words.clausal and last == first) or verb.endswith("ing")
        strict = strict or bool(words.senses and last == first and words.senses.may_be(verb, "n"))
        if words.thats:
            inverted = bool(agent) and agent[0] > last and tokens.at(first - 1) in BESIDE  # ..., bevestigt de raad
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
        if name != FOUND and (after in words.wonders or after in words.questions):
            return True  # revealed how she survived
        if verb in words.addressed and self.clauses.clause_behind_object(last + 1):
            return True
        if name in words.uttered and self.clauses.quotes(last + 1):
            return True  # admits it 'failed' her
        return after in ('"', ":") or self.clauses.clause(last + 1)
