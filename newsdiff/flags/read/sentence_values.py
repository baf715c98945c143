"""All that the readers find in one sentence, each read when first asked for."""

from collections.abc import Collection, Iterator

from newsdiff.flags.lazy import lazy
from newsdiff.flags.read.dates import HOLIDAY_NAME, dates
from newsdiff.flags.read.names import NameReader
from newsdiff.flags.read.offices import Title, titles
from newsdiff.flags.read.quantities import Quantity, may_count, quantities
from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.read.ranges import with_ranges
from newsdiff.flags.read.speech.sources import compounded, sources
from newsdiff.flags.read.usage import NOWHERE, Usage
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.correction_notes import is_note
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


class SentenceValues:
    """A sentence and its values."""

    def __init__(self, sentence: Sentence, words: WordTable, usage: Usage = NOWHERE) -> None:
        self.sentence: Final = sentence
        self.words: Final = words
        self.usage: Final = usage

    @lazy
    def note(self) -> bool:
        """Whether it is a note on a change of the text itself."""
        return is_note(self.sentence, self.words)

    @lazy
    def dates(self) -> list[Value]:
        """Calendar and clock expressions."""
        return dates(self.sentence, self.words)

    @lazy
    def dated(self) -> frozenset[int]:
        """The tokens of dates, and of addresses: no other reader looks at them."""
        covered = [i for v in self.dates for i in range(v.first, v.last + 1)]
        return self.sentence.tokens.addresses.union(covered) if covered else self.sentence.tokens.addresses

    @lazy
    def quantities(self) -> list[Quantity]:
        """Quantities outside the dates."""
        if not may_count(self.sentence):
            return []  # its dates need not be read
        return with_ranges(self._quantities(), self.words)

    @property
    def counts(self) -> bool:
        """Whether it holds a quantity: the others need not be read."""
        return may_count(self.sentence) and next(self._quantities(), None) is not None

    def _quantities(self) -> Iterator[Quantity]:
        return quantities(self.sentence, self.words, self.dated, self._names_end)

    def _names_end(self, token: int) -> bool:
        """Whether a name ends at a token, or at figures behind it."""
        capital = token >= 0 and self.sentence.tokens.raw[token][0].isupper()
        return capital and any(v.last in (token, token + 1) for v in self.names_near((token,)))

    @lazy
    def titles(self) -> list[Title]:
        """Offices, honorifics, standings."""
        return titles(self.sentence, self.words, self.dated)

    @lazy
    def names(self) -> list[Value]:
        """Proper names outside the titles."""
        return self._name_reader.all() if self._name_reader else []

    def names_near(self, places: Collection[int]) -> list[Value]:
        """At least the names that hold one of some tokens."""
        return self._name_reader.near(places) if places and self._name_reader else []

    @lazy
    def _name_reader(self) -> NameReader | None:
        if not self.sentence.tokens.capitals:
            return None
        ranks = [
            i for t in self.titles if t.proper or t.until > t.last for i in range(t.first, max(t.last, t.until) + 1)
        ]
        festive = {i for v in self.dates if v.parts[0].startswith(HOLIDAY_NAME) for i in range(v.first, v.last + 1)}
        return NameReader(self.sentence, self.words, self.dated.union(ranks) - festive, self.usage)

    @lazy
    def sources(self) -> list[QuotedSource]:
        """Who says what the sentence tells."""
        hits = self.sentence.hits
        marked = self.sentence.kind is BlockKind.HEADLINE or "-" in self.sentence.tokens.low
        told = "sayings" in hits or marked or compounded(self.sentence, self.words)
        return sources(self.sentence, self.words, self.names_near) if told else []
