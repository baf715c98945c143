"""The words of a sentence beside those of its counterpart: what stands on both sides, what in whose place."""

from collections.abc import Iterable, Iterator, Sequence

from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.substance import ChangedRun, Substance, key_of
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.sentence.word_forms import near
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import words_of_grammar
from newsdiff.text.common_order import common_order
from newsdiff.text.tokens import shared_ends

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_TURNED_LETTERS = 6  # of words of which one may be a slip for the other though no dictionary tells
_IDLE = 3  # words without substance between two changes that do not part them


class Alignment:
    """The changed regions of two sentences, and the words of substance in them that the other side has nowhere."""

    def __init__(self, old: Tokens, new: Tokens, words: WordTable | None) -> None:
        self.old: Final = old
        self.new: Final = new
        self.words: Final = words

    @lazy
    def apart(self) -> tuple[ChangedRun, ...]:
        """Where the sentences differ, word for word."""
        return tuple(_regions(self.old.low, self.new.low))

    @lazy
    def regions(self) -> tuple[ChangedRun, ...]:
        """Where the sentences differ, in reading order; changes with nothing of substance between them are one."""
        return tuple(_joined(self.apart, self.old.low, words_of_grammar(self.words)))

    @lazy
    def touched(self) -> tuple[frozenset[int], frozenset[int]]:
        """All tokens of either side that the other side has not in their place, of substance or not."""
        return frozenset().union(*[r.old for r in self.apart]), frozenset().union(*[r.new for r in self.apart])

    @lazy
    def substance(self) -> Substance:
        """The words of substance among what differs."""
        return Substance(self.old, self.new, self.regions, self.apart, self.words)

    @lazy
    def changed(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tokens of either side that are words of substance without a form of them on the other side."""
        return self.substance.changed

    def read_slips(self) -> None:
        """Have slips of the pen on either side read as the words that the other side has: annouced, announced. Their
        ``raw`` stays what stands.
        """
        if self.words is None:
            return
        for region in self.apart:
            if len(region.old) == len(region.new) == 1:
                i, j = region.old.start, region.new.start
                if self.words.senses is None:
                    self._read_turned_letters(i, j, self.words)
                elif _means(self.old, i, self.new.low[j], self.words) and not _names(self.new.raw[j], self.words):
                    self.old.low[i] = self.new.low[j]
                elif _means(self.new, j, self.old.low[i], self.words) and not _names(self.old.raw[i], self.words):
                    self.new.low[j] = self.old.low[i]

    def _read_turned_letters(self, i: int, j: int, words: WordTable) -> None:
        """The same without a dictionary: of two longer words that differ in the order of two letters one is a slip."""
        old, new = self.old.low[i], self.new.low[j]
        large = self.old.raw[i][0].isupper() or self.new.raw[j][0].isupper()
        if large or len(old) < _TURNED_LETTERS or not (old.isalpha() and new.isalpha()) or not near(old, new):
            return
        if old == new or sorted(old) != sorted(new):
            return
        if not _listed(old, words):
            self.old.low[i] = new
        elif not _listed(new, words):
            self.new.low[j] = old

    def changed_in(self, region: int, side: int) -> frozenset[int]:
        """The changed words of substance of a side (0 old, 1 new) in one of the regions."""
        return self._changed_by_region[region][side]

    @lazy
    def _changed_by_region(self) -> list[tuple[frozenset[int], frozenset[int]]]:
        old, new = self.changed
        return [(old.intersection(region.old), new.intersection(region.new)) for region in self.regions]

    def of_substance(self, region: ChangedRun) -> bool:
        """Whether a word of substance changed on either side of a region."""
        return any(not self.changed[side].isdisjoint(region[side]) for side in (0, 1))

    def brief(self, region: int, most: int) -> bool:
        """Whether at most so many words of substance changed on either side of a region."""
        return all(len(self.changed_in(region, side)) <= most for side in (0, 1))

    def region_at(self, side: int, token: int) -> int | None:
        """Which of the regions holds a token of a side; None of a token that did not change."""
        return next((n for n, region in enumerate(self.regions) if token in region[side]), None)

    def region_of(self, side: int, token: int) -> ChangedRun | None:
        """The changed region that holds a token of a side."""
        region = self.region_at(side, token)
        return None if region is None else self.regions[region]

    def instead(self, side: int, token: int) -> frozenset[int]:
        """The changed words of substance that the other side has in the place of a token."""
        region = self.region_at(side, token)
        return frozenset() if region is None else self.changed_in(region, 1 - side)


def _listed(word: str, words: WordTable) -> bool:
    """Whether some table of a language has a word."""
    tables = (words.grammar, words.common, words.small, words.offices, words.sayings, words.scales, words.cardinals)
    return any(word in table for table in tables)


def _means(tokens: Tokens, i: int, word: str, words: WordTable) -> bool:
    """Whether a token is no word of the language, and a slip for one."""
    low = tokens.low[i]
    return near(low, word) and (low + word).isascii() and _known(word, words) and not _known(low, words)


def _known(word: str, words: WordTable) -> bool:
    return word in words.grammar or word in words.common or (words.senses is not None and words.senses.known(word))


def _names(raw: str, words: WordTable) -> bool:
    """Whether a word may be a name, which others have with another letter: Smith; not Their, President."""
    return raw[0].isupper() and not any(raw.lower() in some for some in (words.grammar, words.stop, words.offices))


def _regions(a: list[str], b: list[str]) -> Iterator[ChangedRun]:
    """What stands between the words that both have in whatever style, in the longest order common to both."""
    head, tail = shared_ends(a, b, key_of)
    keys, others = (list(map(key_of, low[head : len(low) - tail])) for low in (a, b))
    i, j = head, head
    for x, y in [
        *common_order(keys, others),
        (len(a) - tail - head, len(b) - tail - head),
    ]:
        if i < head + x or j < head + y:
            yield ChangedRun(range(i, head + x), range(j, head + y))
        i, j = head + x + 1, head + y + 1


def _joined(regions: Iterable[ChangedRun], low: Sequence[str], idle: frozenset[str]) -> Iterator[ChangedRun]:
    """Regions, those as one between which stands nothing but a few words of grammar and marks."""
    last: ChangedRun | None = None
    for region in regions:
        if last is None:
            last = region
            continue
        between = low[last.old.stop : region.old.start]
        if len(between) <= _IDLE and all(w in idle or not w[0].isalnum() for w in between):
            last = ChangedRun(range(last.old.start, region.old.stop), range(last.new.start, region.new.stop))
        else:
            yield last
            last = region
    if last is not None:
        yield last
