"""Sources at the edges of a headline: the end behind a dash (*- officials*), the head before a colon (*Mayor: ...*)."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from newsdiff.flags.forms.stems import ADJECTIVE_ENDINGS
from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.read.speech.clauses import Clauses
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

_TAIL_TOKENS = 5  # of a source at the end of a headline
_TOPIC_TOKENS = 5  # beside a source at an edge of a headline, of what it speaks on
_BRIEF_TOKENS = 3  # of a speaker written small who speaks on something: more are a clause
_LEAD_TOKENS = 4  # of a source before a headline's colon
_STATED_TOKENS = 2  # before a colon in which something is stated: one word is a topic
_COLONS = 2  # of a headline behind which somebody may speak: the first may end a kicker
_SHORT_TOKENS = 40  # of a standfirst, which may end in a source as a headline does
_HEAD_LETTERS = 6  # of a word for a source that ends compounds
_MARKS = frozenset(('"', "'"))
_CLOSED = frozenset((".", "\u200b"))  # what may stand behind a source at the end

Names = Callable[[Collection[int]], Sequence[Value]]


@cache
def source_heads(words: WordTable) -> tuple[str, ...]:
    """The longer words for sources, which may end compounds."""
    return tuple(sorted(w for w in words.headline_sources if len(w) >= _HEAD_LETTERS))


def edge_sources(sentence: Sentence, words: WordTable, names: Names) -> Iterator[QuotedSource]:
    """The sources at the edges of a headline; of a short sentence the one at its end."""
    headed = sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING) or _is_item(sentence, words)
    reader = _EdgeReader(sentence, words, names)
    if headed or len(sentence.tokens) < _SHORT_TOKENS:
        yield from reader.trailing(headed)
    if headed:
        yield from reader.leading()
        yield from reader.opinions()


def _is_item(sentence: Sentence, words: WordTable) -> bool:
    """Whether a sentence is written as a headline is, without a full stop, as the items of tickers are."""
    return "nouns" in words.capitals and sentence.text[-1:].isalnum()


class _EdgeReader:
    def __init__(self, sentence: Sentence, words: WordTable, names: Names) -> None:
        self.sentence, self.tokens, self.words, self.names = sentence, sentence.tokens, words, names
        self.clauses = Clauses(sentence.tokens, words)

    def trailing(self, headed: bool) -> Iterator[QuotedSource]:
        """The source at the end of a headline: ... - officials; ...: report; '...': union leader on the talks."""
        tokens, end = self.tokens, len(self.tokens)
        on = self.words.topic_leads or self.words.prepositions
        while end and tokens.low[end - 1] in _CLOSED:
            end -= 1
        for at in range(end - 2, max(end - 2 - _TAIL_TOKENS - _TOPIC_TOKENS, 0), -1):
            dash = tokens.low[at] == "-" and not tokens.glued(at) and not tokens.glued(at + 1)
            colon = headed and tokens.low[at] == ":" and not tokens.glued(at + 1)
            if dash or colon:
                quoted = tokens.at(at - 1) in _MARKS
                agent = range(at + 1, self._topic(at + 1, end, on) if headed and quoted else end)
                if self._closes(agent, at, headed):
                    yield QuotedSource(self.sentence, at, at, "say", agent)
                return

    def opinions(self) -> Iterator[QuotedSource]:
        """The source for whom something is so: Para la fiscalía, ...; ...: pour le parquet, ..."""
        low, words = self.tokens.low, self.words
        speakers = (words.sources, words.headline_sources, words.offices)
        for i in [i for i, word in enumerate(low) if word in words.opinion_leads and (not i or low[i - 1] in ".:")]:
            end = next((j for j in range(i + 2, min(i + 2 + _TAIL_TOKENS, len(low))) if low[j] == ","), i)
            head = i + 1 + (low[i + 1 : i + 2] != [] and low[i + 1] in words.determiners)
            if head < end and any(low[head] in some for some in speakers):
                yield QuotedSource(self.sentence, i, i, "say", range(i + 1, end))

    def _closes(self, agent: range, mark: int, headed: bool) -> bool:
        """Whether words behind the last mark of a text are who says what stands before it."""
        if not agent or len(agent) > _TAIL_TOKENS:
            return False
        if self.tokens.low[mark] == ":" and mark < _STATED_TOKENS:
            return False
        apart = self.tokens.low[mark] == "-" or self.tokens.at(mark - 1) in _MARKS
        if headed and len(agent) == 1 and apart and self._name_alone(agent[0], mark):
            return True
        stated = self._stated(mark)
        return self._named(agent, person=headed and stated, name=stated)

    def _name_alone(self, at: int, mark: int) -> bool:
        """Whether a single word at the end is a name or a place for those who speak there, behind a statement in
        which words are written small: ... - Zelensky, ... - Ukraine.
        """
        word, raw, words = self.tokens.low[at], self.tokens.raw, self.words
        if not raw[at][0].isupper() or word in words.no_names or not self._stated(mark):
            return False
        known = word in words.places or word in words.namesakes
        titled = 2 * len(self.tokens.capitals) > len(self.tokens)
        return not titled and (known or word not in words.common)

    def _stated(self, mark: int) -> bool:
        """Whether something is said before a mark: a quotation, or words with a verb among them; a colon more often
        stands behind a topic: Storm news: Live tracker.
        """
        if self.tokens.at(mark - 1) in _MARKS or self.words.senses is None:
            return True
        mere = self.tokens.low[mark] == ":"
        return any(self._verbal(w, mere=mere) for w in self.tokens.low[:mark])

    def _verbal(self, word: str, *, mere: bool) -> bool:
        """Whether a word may be a verb; a ``mere`` one is so before all."""
        senses = self.words.senses
        if word in self.words.finite or word in self.words.modals:
            return True
        if senses is None or not word.isascii() or not senses.may_be(word, "v"):
            return False
        told = not mere or word.endswith(self.words.past_endings)
        return told or any(senses.entry(lemma).parts.startswith("v") for lemma in senses.lemmas(word))

    def _topic(self, start: int, end: int, leads: frozenset[str]) -> int:
        """Where behind a speaker begins what he speaks on: union leader on the talks."""
        topic = next((i for i in range(start + 1, end) if self.tokens.low[i] in leads), end)
        small = any(not self.tokens.raw[i][0].isupper() for i in range(start, topic))
        return end if small and topic - start > _BRIEF_TOKENS else topic

    def leading(self) -> Iterator[QuotedSource]:
        """The source before a headline's colon: Mayor: ...; Mayor on the piers: ...; of several colons the last, before
        which a kicker may stand: Storm: Mayor: ...
        """
        found, start = list[QuotedSource](), 0
        for at in self._colons():
            agent = range(start, self._topic(start, at, self.words.topic_leads))
            if agent and len(agent) <= _LEAD_TOKENS and not self._asks(at + 1) and self._opens(agent):
                found = [QuotedSource(self.sentence, at, at, "say", agent)]
            start = at + 1
        yield from found

    def _colons(self) -> list[int]:
        """The first colons of a headline, as far as sources stand before them."""
        low, found, start = self.tokens.low, list[int](), 0
        most = _COLONS if self.words.thats else 1
        while ":" in (ahead := low[start + 1 : start + _LEAD_TOKENS + _TOPIC_TOKENS + 1]) and len(found) < most:
            found.append(start + 1 + ahead.index(":"))
            start = found[-1] + 1
        return found

    def _opens(self, agent: range) -> bool:
        """Whether words before a colon are who speaks behind it; behind a kicker a lone name is no topic."""
        if self._named(agent, person=True, name=True):
            return True
        if agent[0] == 0:
            return len(agent) == 1 and self._name_first()
        return (
            len(agent) == 1 and any(v.first == v.last == agent[0] for v in self.names(agent)) and self._person(agent[0])
        )

    def _nominal(self, at: int) -> bool:
        """Whether a word may stand in the name of a speaker where nouns have capitals: it has one, or is an adjective
        by its ending or a word of grammar.
        """
        raw, low = self.tokens.raw[at], self.tokens.low[at]
        return not raw[0].islower() or low in self.words.grammar or low.endswith(ADJECTIVE_ENDINGS)

    def _person(self, at: int) -> bool:
        """Whether a lone name is hardly that of a place or a firm."""
        return self.tokens.raw[at].istitle() and self.tokens.low[at] not in self.words.places

    def _asks(self, at: int) -> bool:
        """Whether a headline tells behind its colon what is told in the text, and nobody asks: Robots: Why we talk."""
        return self.tokens.at(at) in self.words.wonders and "?" not in self.tokens.low

    def _name_first(self) -> bool:
        """Whether the first word is a name that no other word is."""
        word, words = self.tokens.low[0], self.words
        if words.senses is None:
            return False
        return self.tokens.raw[0][0].isupper() and not any(
            word in some for some in (words.common, words.no_names, words.places, words.namesakes)
        )

    def _named(self, agent: range, *, person: bool, name: bool) -> bool:
        """Whether words are nothing but a source or an office; where such will do, any noun for a person, or a name."""
        tokens, words = self.tokens, self.words
        if any(not tokens.low[i][0].isalpha() for i in agent) or self.clauses.tells(agent):
            return False
        if "nouns" in words.capitals and not all(map(self._nominal, agent)):
            return False  # Vizekanzler übernimmt Ministerium
        last = bare(tokens.low[agent[-1]])
        if tokens.low[agent[0]] in words.prepositions or tokens.low[agent[0]].partition("'")[0] in words.wonders:
            return False  # From prison: ...; ...: What's new
        if words.thats and not words.prepositions.isdisjoint(tokens.low[i] for i in agent):
            return False  # Fahrer stirbt im Krankenhaus
        if last in words.sources or last in words.offices or words.offices.get(last.removesuffix("s")):
            return True
        if person and "nouns" in words.capitals and last.endswith(source_heads(words)):
            return True  # Medienbericht
        if person and last in words.headline_sources and "nouns" not in words.capitals:
            return True
        if person and words.senses and last.isascii() and words.senses.person(last):
            return True
        if (
            not name
            or last in words.places
            or last in words.namesakes
            or any(not tokens.raw[i][0].isupper() for i in agent)
        ):
            return False
        named = any(v.last == agent[-1] and v.first in agent for v in self.names(agent))
        mixed = tokens.raw[agent[0]][1:] != tokens.raw[agent[0]][1:].lower()  # YouGov
        return named and (len(agent) > 1 or mixed)
