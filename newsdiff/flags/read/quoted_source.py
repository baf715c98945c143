"""Who says a statement, and by which verb."""

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.named_tuple import NamedTuple

HEARD = "hear"  # the class of verbs for what a court heard or was told
ASKED = "ask"  # the class of verbs for a question that somebody put
FOUND = "find"  # the class of verbs for what was found out: who shows how it is done shows it
RULED = "rule"  # the class of verbs for what a court or the like decides
_TOLD_TOKENS = 4  # behind "told" in which the name of who was told ends


class QuotedSource(NamedTuple):
    """A source: the tokens of its verb (inclusive), its class, and the tokens of the speaker (empty when unknown)."""

    sentence: Sentence
    first: int
    last: int
    name: str
    agent: range

    @property
    def span(self) -> str:
        """The verb with its speaker, as a reader would quote it."""
        ends = (self.first, self.last, *self.agent[:1], *self.agent[-1:])
        return self.sentence.tokens.span(min(ends), max(ends))

    def with_told(self) -> "QuotedSource":
        """The same with who is told, as part of the verb: told the BBC."""
        tokens, last = self.sentence.tokens, self.last
        while last + 1 < len(tokens) and last - self.last < _TOLD_TOKENS and tokens.raw[last + 1][0].isalnum():
            last += 1
            if tokens.raw[last][0].isupper() and not (last + 1 < len(tokens) and tokens.raw[last + 1][0].isupper()):
                break
        told = tokens.raw[last][0].isupper()
        return self._replace(last=last) if told else self

    @property
    def speaker(self) -> list[str]:
        """The words of the speaker, lower case."""
        return self.sentence.tokens.low[self.agent.start : self.agent.stop]

    @property
    def verb(self) -> str:
        """The verb alone, lower case."""
        return " ".join(self.sentence.tokens.low[self.first : self.last + 1])
