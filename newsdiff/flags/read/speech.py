"""Sources: who says a statement, told by the sentence's build.

Read are a speaker before a verb of saying or behind it (*police said*, *said Ann Lee*), what stands behind *according
to*, the end of a headline behind a dash (*- officials*) and its beginning before a colon (*Mayor: ...*).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from newsdiff.flags.read.inside_quotes import opens_quotation, quoted_token
from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.phrase_index import REPORTED
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

_MOST_SOURCES = 12  # of a sentence: nobody names more, and each is compared with those of the other side
_AGENT_TOKENS = 14  # of a speaker, before or behind the verb
_PARTICLE_TOKENS = 14  # behind a verb in which its particle stands
_DAY_TOKENS = 4  # at a sentence's start in which the day stands on which somebody spoke
_TAIL_TOKENS = 5  # of a source at the end of a headline
_TOPIC_TOKENS = 5  # behind a source at the end of a headline, of what it speaks on
_LEAD_TOKENS = 4  # of a source before a headline's colon
_QUOTE_TOKENS = 12  # behind *called it* in which a quotation begins
_SHORT_TOKENS = 40  # of a standfirst, which may end in a source as a headline does
_PLURAL_LETTERS = 3
_CITED = "cite"
_BESIDE = frozenset((",", '"', "'"))
_MARKS = frozenset(('"', "'"))
_STOPS = frozenset(',;:"()[]|')
_ENDS = frozenset((".", ",", '"', "'", ";", ":", "-", ""))


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

    def read(self) -> Iterator[QuotedSource]:
        last_agent = range(0)
        for first, past, name in self.sentence.hits.get("sayings", ()):
            if name == "-" or quoted_token(self.tokens, first):
                continue
            source = self._source(first, past - 1, name, last_agent)
            if source:
                last_agent = source.agent or last_agent
                yield source
        headed = self.sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
        if headed or len(self.tokens) < _SHORT_TOKENS:
            yield from self._trailing()
        if headed:
            yield from self._leading()

    def _source(self, first: int, last: int, name: str, speaker: range) -> QuotedSource | None:
        if " ".join(self.tokens.low[first : last + 1]) in self.words.source_leads:
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
        if not self._whole(first, last):
            return None
        return self._spoken(first, last, name, speaker)

    def _whole(self, first: int, last: int) -> bool:
        """Whether a verb that tells of saying only with its particle has it in its clause: teilte die Polizei mit."""
        needed = self.words.verb_particles.get(self.tokens.low[first]) if first == last else None
        clause = self.tokens.low[last + 1 : last + 1 + _PARTICLE_TOKENS]
        return needed is None or not set(needed.split()).isdisjoint(clause)

    def _spoken(self, first: int, last: int, name: str, speaker: range) -> QuotedSource | None:
        """A verb of saying in the active voice that has a speaker, and something said.

        Behind *and* it is said by the speaker of the verb before it (``speaker``).
        """
        tokens, words = self.tokens, self.words
        before, verb = tokens.at(first - 1), tokens.low[first]
        if any(before in some for some in (words.auxiliaries, words.modals, words.determiners, words.cardinals)):
            return None
        if before in self.words.prepositions:
            return None  # on hopes, amid fears
        if last == first and not tokens.raw[first].islower() and not self._titled():
            return None  # Al Said is a name
        agent = self._agent(first, last)
        if before in self.words.joining:
            agent = speaker or self._subject(first)
        if verb in words.plural_sayings and not any(map(self._plural, agent)):
            return None
        if not self._says(first, last, name, agent):
            return None
        if not agent and verb not in words.tellings and words.tellings:
            return None
        if not agent and before == "," and tokens.at(last + 1) in _ENDS:
            return None  # the dispute, explained
        if agent and not self._speaks(agent, verb) and not self._ends_with(agent, last, name):
            return None
        return QuotedSource(self.sentence, first, last, name, agent)

    def _ends_with(self, agent: range, last: int, name: str) -> bool:
        """Whether a sentence ends with a comma, whoever speaks, and the verb: ..., the operator claims."""
        behind = self.tokens.at(last + 1)
        brief = agent[-1] < last and len(agent) <= _TAIL_TOKENS and self.tokens.at(agent[0] - 1) in _BESIDE
        return brief and behind in (".", "") and name not in self.words.findings

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

    def _quotes(self, start: int) -> bool:
        """Whether a quotation begins near behind a place: noemt het plan "onwerkbaar"."""
        tokens, end = self.tokens, min(start + _QUOTE_TOKENS, len(self.tokens))
        reach = tokens.low[start:end]
        end = start + (reach.index(",") if "," in reach else len(reach))
        return any(tokens.low[i] == '"' or opens_quotation(tokens, i) for i in range(start, end))

    def _says(self, first: int, last: int, name: str, agent: range) -> bool:
        """Whether something said stands beside the verb."""
        tokens, words, verb, after = self.tokens, self.words, self.tokens.low[first], self.tokens.at(last + 1)
        if name in words.objective:
            reach = tokens.low[last + 1 : last + 1 + _QUOTE_TOKENS]
            reach = reach[: reach.index(",")] if "," in reach else reach
            if '"' in reach or any(opens_quotation(tokens, i) for i in range(last + 1, last + 1 + len(reach))):
                return True
            return "as" in reach and last == first and verb not in words.naming
        if after == "to":
            if words.modals.get(f"{verb} to") == REPORTED and tokens.at(last + 2) in (words.auxiliaries | words.finite):
                return False  # three teenagers said to have done it
            if verb in words.addressed:
                return False  # fined and told to pay
            return name in words.with_infinitive or verb in words.tellings
        if verb in words.tellings or not words.tellings:
            return True
        if name in words.pleas and after.endswith("ing"):
            return False  # admitted selling secrets: an act
        ahead = tokens.at(agent[0] - 1) if agent else ""
        beside = bool(agent) and (ahead in _BESIDE or ahead in words.reporting or agent[0] > last)
        if beside and (after in _ENDS or after in words.speaker_links | words.said_when or after.endswith("ly")):
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
                or self._quotes(last + 1)
                or self._clause_behind_comma(last + 1)
            )
        if not strict or after == "that":
            return True
        return after in ('"', ":") or self._clause(last + 1)

    def _clause_behind_comma(self, at: int) -> bool:
        """Whether what is said begins behind a comma, as in German: er glaubt, dass; or behind a preposition."""
        at = self._behind_particle(at)
        following = self.tokens.at(at + 1)
        if self.tokens.at(at) in self.words.prepositions and following in self.words.thats:
            return True  # advierten de que
        if self.tokens.at(at) != ",":
            return False
        return following in self.words.thats or following in self.words.pronouns or self._reported(at + 1)

    def _behind_particle(self, at: int) -> int:
        """Where a verb of saying ends whose particle stands behind it: räumte ein; wies den Vorwurf zurück."""
        needed = self.words.verb_particles.get(self.tokens.at(at - 1), "").split()
        clause = self.tokens.low[at : at + _PARTICLE_TOKENS]
        clause = clause[: clause.index(",")] if "," in clause else []
        return at + len(clause) if clause and clause[-1] in needed else at

    def _reported(self, start: int) -> bool:
        """Whether a clause in the mood of reported speech begins at a token: die Werte seien falsch."""
        clause = self.tokens.low[start : start + _AGENT_TOKENS]
        ends = next((i for i, w in enumerate(clause) if w in _STOPS), len(clause))
        return any(self.words.modals.get(w) == REPORTED for w in clause[1:ends])

    def _clause(self, start: int) -> bool:
        """Whether a clause begins at a token: a subject, and a finite verb before the next mark."""
        tokens, words = self.tokens, self.words
        opens = tokens.at(start)
        if not opens or not (opens[0].isalnum()) or opens in self.words.speaker_links:
            return False
        for i in range(start, min(start + _AGENT_TOKENS, len(tokens))):
            if tokens.low[i] in _STOPS or (tokens.low[i] == "to" and i < start + 2):
                return False
            if i > start and (tokens.low[i] in words.finite or tokens.low[i] in words.modals or self._past(i)):
                return True
        after = tokens.at(start + 1)
        return opens in words.pronouns and bool(words.senses and after.isascii() and words.senses.may_be(after, "v"))

    def _past(self, i: int) -> bool:
        """Whether a word is the irregular past of a verb and nothing else: began, rose."""
        senses, word = self.words.senses, self.tokens.low[i]
        entry = senses.entry(word) if senses and word.isascii() else None
        return bool(entry and not entry.parts and any(form.startswith("v") for form in entry.forms))

    def _agent(self, first: int, last: int) -> range:
        """The speaker: behind the verb when it stands behind what was said, else before it."""
        tokens, at = self.tokens, first - 1
        while tokens.at(at) in self.words.asides or (self._adverb(at) and tokens.at(at - 1).isalpha()):
            at -= 1
        before = tokens.at(at)
        participle = tokens.low[first].endswith("ing")
        beside = at == first - 1 or bool(self.words.thats)  # a indiqué le parquet
        inverted = (before in _STOPS or before in _MARKS or at < 0) and beside
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
        after = self.tokens.at(behind[-1] + 1)
        return (
            (verb in self.words.clausal and not self.words.thats)
            or after in self.words.finite
            or after in self.words.modals
        )

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
            broken = word in self.words.clause_openers and tokens.raw[start - 1] != "WHO"
            if word in _STOPS or broken or word in self.words.finite or word == ".":
                break
            if word == "-" and not tokens.glued(start - 1):
                break
            start -= 1
        while start <= at and (tokens.low[start] in _MARKS or tokens.low[start] in self.words.joining):
            start += 1
        return range(self._behind_date(start, at), at + 1)

    def _behind_date(self, start: int, at: int) -> int:
        """Where a speaker begins behind a day: On Monday the inspector said."""
        words, low = self.words, self.tokens.low
        near = range(start, min(start + _DAY_TOKENS, at))
        days = (i for i in near if low[i] in words.weekdays or low[i] in words.relative)
        return max(days, default=start - 1) + 1

    def _relative(self, verb: int) -> int:
        """Where the relative clause of a verb begins, if it has one: the woman who was hurt said."""
        near = range(verb - 1, max(verb - _LEAD_TOKENS, 0), -1)
        return next((i for i in near if self.tokens.low[i] in self.words.who), 0)

    def _behind(self, last: int) -> range:
        """The words of a speaker that begin behind a verb."""
        tokens, end = self.tokens, last + 1
        closed = (self.words.clause_openers, self.words.weekdays, self.words.finite)
        while end < len(tokens) and end - last <= _AGENT_TOKENS:
            word = tokens.low[end]
            if word in _STOPS or any(word in some for some in closed):
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
        return last in _ENDS or any(self._person(self.tokens.low[i]) for i in span)

    def _speaks(self, agent: range, verb: str) -> bool:
        """Whether a speaker is one: a person, a group, a name, a pronoun; verbs such as *said* take any."""
        tokens = self.tokens
        if verb in self.words.tellings or self.words.senses is None:
            return True
        if len(agent) == 1 and tokens.low[agent[0]] in self.words.things:
            return False
        if any(self._person(tokens.low[i]) and not self._owns(i, agent) for i in agent):
            return True
        if self.words.sayings.get(verb) in self.words.findings:
            return False
        return any(tokens.raw[i][0].isupper() and (i > 0 or self._unknown(tokens.low[i])) for i in agent)

    def _owns(self, i: int, agent: range) -> bool:
        """Whether a word of a speaker but owns the thing that speaks: a cellist's diary."""
        return (
            self.tokens.low[i].endswith("'s") and i < agent[-1] and bare(self.tokens.low[i]) not in self.words.sources
        )

    def _unknown(self, word: str) -> bool:
        return bare(word) not in self.words.common

    def _person(self, word: str) -> bool:
        words = self.words
        word = bare(word)
        if word in words.sources or word in words.offices or word in words.pronouns or word in words.demonyms:
            return True
        return words.senses is not None and word.isascii() and words.senses.person(word)

    def _trailing(self) -> Iterator[QuotedSource]:
        """The source at the end of a headline: ... - officials; ...: report; '...': union leader on the talks."""
        tokens, headed = self.tokens, self.sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
        for at in range(len(tokens) - 2, max(len(tokens) - 2 - _TAIL_TOKENS - _TOPIC_TOKENS, 0), -1):
            colon = headed and tokens.low[at] == ":" and not tokens.glued(at + 1)
            if colon or (tokens.low[at] == "-" and not tokens.glued(at) and not tokens.glued(at + 1)):
                quoted = tokens.at(at - 1) in _MARKS
                agent = range(at + 1, self._topic(at + 1) if colon and quoted else len(tokens))
                if agent and len(agent) <= _TAIL_TOKENS and self._named(agent, person=headed):
                    yield QuotedSource(self.sentence, at, at, "say", agent)
                return

    def _topic(self, start: int) -> int:
        """Where behind a speaker begins what he speaks on: union leader on the talks."""
        places = range(start + 1, len(self.tokens))
        return next((i for i in places if self.tokens.low[i] in self.words.prepositions), len(self.tokens))

    def _leading(self) -> Iterator[QuotedSource]:
        """The source before a headline's colon: Mayor: ..."""
        low = self.tokens.low
        at = low.index(":") if ":" in low[1 : _LEAD_TOKENS + 1] else 0
        if at and self._named(range(at), person=True):
            yield QuotedSource(self.sentence, at, at, "say", range(at))

    def _named(self, agent: range, *, person: bool) -> bool:
        """Whether words are nothing but a person, an office, a source; by any noun for a person, where such will do."""
        tokens, words = self.tokens, self.words
        if any(not tokens.low[i][0].isalpha() or tokens.low[i] in words.finite for i in agent):
            return False
        last = bare(tokens.low[agent[-1]])
        if words.thats and not words.prepositions.isdisjoint(tokens.low[i] for i in agent):
            return False  # Fahrer stirbt im Krankenhaus
        if last in words.sources or last in words.offices or words.offices.get(last.removesuffix("s")):
            return True
        if person and words.senses and last.isascii() and words.senses.person(last):
            return True
        if last in words.places or last in words.namesakes or any(not tokens.raw[i][0].isupper() for i in agent):
            return False
        named = any(v.last == agent[-1] and v.first in agent for v in self.names(agent))
        mixed = tokens.raw[agent[0]][1:] != tokens.raw[agent[0]][1:].lower()  # YouGov
        return named and (len(agent) > 1 or mixed)
