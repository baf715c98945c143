"""Sources at the edges of a headline: the end behind a dash (*- officials*), the head before a colon (*Mayor: ...*)."""

from collections.abc import Callable, Collection, Iterator, Sequence

from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import bare
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

_TAIL_TOKENS = 5  # of a source at the end of a headline
_TOPIC_TOKENS = 5  # behind a source at the end of a headline, of what it speaks on
_LEAD_TOKENS = 4  # of a source before a headline's colon
_SHORT_TOKENS = 40  # of a standfirst, which may end in a source as a headline does
_MARKS = frozenset(('"', "'"))

Names = Callable[[Collection[int]], Sequence[Value]]


def edge_sources(sentence: Sentence, words: WordTable, names: Names) -> Iterator[QuotedSource]:
    """The sources at the edges of a headline; of a short sentence the one at its end."""
    headed = sentence.kind in (BlockKind.HEADLINE, BlockKind.HEADING)
    reader = _EdgeReader(sentence, words, names)
    if headed or len(sentence.tokens) < _SHORT_TOKENS:
        yield from reader.trailing()
    if headed:
        yield from reader.leading()


class _EdgeReader:
    def __init__(self, sentence: Sentence, words: WordTable, names: Names) -> None:
        self.sentence, self.tokens, self.words, self.names = sentence, sentence.tokens, words, names

    def trailing(self) -> Iterator[QuotedSource]:
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

    def leading(self) -> Iterator[QuotedSource]:
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
        if tokens.low[agent[0]] in words.prepositions:
            return False  # From prison: ...
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
