"""Flags rest on words that changed: a span that holds none is widened to the next one, or the flag is not made."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from newsdiff.flags.lazy import lazy
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.flags.value_pairs import SPEAKER_MOVED
from newsdiff.model import Flag, FlagKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_FREE = frozenset((FlagKind.HEADLINE, FlagKind.BYLINE, FlagKind.PUBLISHED, FlagKind.MOVED, FlagKind.ADDED))
_WHOLE = frozenset((FlagKind.DELETED, FlagKind.QUOTE, FlagKind.CORRECTION))
_SWAPPED = frozenset((FlagKind.NAME, FlagKind.NUMBER, FlagKind.DATE))  # two that change places are no new words
_VALUES = frozenset((FlagKind.NUMBER, FlagKind.DATE))
_UNIT_SIGNS = frozenset("%€$£")  # marks that say as much as words: 7-10%, 7-10
_FAR_TOKENS = 4  # between a span and the changed word that it is widened to
_MOST_TOKENS = 3  # besides those that lie between, by which a span is widened
_MOST_PLACES = 100  # of one span in a block, that are looked at for the one that changed
_SPEAKER_TOKENS = 12  # the same between a verb of saying and its speaker


class _Place:
    """Where the span of a flag stands on one side (old 0, new 1): a sentence, its first and last token."""

    def __init__(self, passage: Passage, pair: Pair, side: int, first: int, last: int, kind: FlagKind) -> None:
        self.passage: Final = passage
        self.pair: Final = pair
        self.side: Final = side
        self.first: Final = first
        self.last: Final = last
        self.kind: Final = kind

    def told_as(self, kind: FlagKind) -> "_Place":
        """The same place for a flag of another kind."""
        return _Place(self.passage, self.pair, self.side, self.first, self.last, kind)

    @lazy
    def sentence(self) -> Sentence:
        """The sentence of its side."""
        found = self.pair.new if self.side else self.pair.old
        assert found
        return found

    @lazy
    def rests(self) -> bool:
        """Whether a changed word stands in it, one that the other side has less often."""
        return bool(self._changed_here and self._fresh(self._changed_here))

    @lazy
    def touched(self) -> bool:
        """Whether a changed word stands in it, if only in another place."""
        return bool(self._changed_here)

    @lazy
    def _changed_here(self) -> frozenset[int]:
        return self._changed(range(self.first, self.last + 1))

    @property
    def formal(self) -> bool:
        """Whether words of it changed, and all of them in form alone."""
        both, places = self.pair.old and self.pair.new, frozenset(range(self.first, self.last + 1))
        touched = self.pair.alignment.touched[self.side] & places if both else places
        return bool(touched & self._formal) and touched <= self._formal if both else False

    @property
    def small_there(self) -> bool:
        """Whether all that the other side has in another form is written small: Direcção, direção."""
        other = self.pair.old if self.side else self.pair.new
        if other is None:
            return False
        there = self.pair.alignment.touched[1 - self.side] & self.pair.alignment.substance.formal[1 - self.side]
        words = [raw for i in there if (raw := other.tokens.raw[i])[0].isalpha()]
        return bool(words) and all(map(str.islower, words))

    def widened(self, far: int) -> str:
        """The span up to the changed words next to it, and those behind them; as it is where none is near."""
        first, last = self.first, self.last
        fresh = self._fresh(self._changed(range(len(self.sentence.tokens))))
        words = self.sentence.words
        if words and words.variants and self.kind in _VALUES:  # what changed beside a value is of substance
            fresh = frozenset(i for i in fresh if self.sentence.tokens.low[i] not in words.grammar)
        near = [i for i in fresh if first - far <= i <= last + far]
        while near:
            first, last = min(first, *near), max(last, *near)
            near = [i for i in fresh if i in (first - 1, last + 1)]
        if last - first - (self.last - self.first) > far + _MOST_TOKENS:
            first, last = self.first, self.last
        return self.sentence.tokens.span(first, last)

    def _changed(self, places: range) -> frozenset[int]:
        """The tokens among some that the diff marks."""
        both = self.pair.old and self.pair.new
        changed = self.pair.alignment.touched[self.side].intersection(places) if both else frozenset(places)
        return self.passage.marked(self.sentence, self.side, changed - self._formal if both else changed)

    @property
    def _formal(self) -> frozenset[int]:
        """The tokens that the other side has in another form of its language."""
        substance = self.pair.alignment.substance
        return (substance.formal_names if self.kind is FlagKind.NAME else substance.formal)[self.side]

    def _fresh(self, changed: frozenset[int]) -> frozenset[int]:
        """Those of changed tokens that are words which the other side has less often."""
        low, is_fresh = self.sentence.tokens.low, self.passage.is_fresh
        return frozenset(
            [i for i in changed if (low[i][0].isalnum() or low[i] in _UNIT_SIGNS) and is_fresh(low[i], self.side)]
        )


def _turned(flag: Flag) -> bool:
    """Whether a speaker and who is spoken of changed places: the same words on both sides."""
    if flag.reason == SPEAKER_MOVED:
        return True
    return flag.kind is FlagKind.ATTRIBUTION and sorted(Tokens(flag.old).low) == sorted(Tokens(flag.new).low)


class Grounds:
    """The changed sentences of a comparison, by their blocks."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @lazy
    def _sentences(self) -> dict[tuple[int, int], list[tuple[Passage, Pair]]]:
        """The pairs of each side and block."""
        found: dict[tuple[int, int], list[tuple[Passage, Pair]]] = {}
        for passage in self._comparison.passages:
            for pair in () if passage.whole else passage.pairs:
                for side, sentence in enumerate((pair.old, pair.new)):
                    if sentence:
                        found.setdefault((side, sentence.block), []).append((passage, pair))
        return found

    def shown(self, flag: Flag) -> Iterator[Flag]:
        """The flag as it may be shown, or nothing."""
        if found := self.grounded(flag):
            yield found

    def grounded(self, flag: Flag) -> Flag | None:
        """A flag as it may be shown, or None when it rests on nothing that changed."""
        if flag.kind in _FREE:
            return flag
        if flag.kind in _WHOLE:
            return self._whole(flag)
        swapped = bool(flag.old and flag.new) and (flag.kind in _SWAPPED or _turned(flag))
        places: list[_Place | None] = []
        for place in self._of_flag(flag):
            if flag.old != flag.new and place and (place.touched if swapped else place.rests):
                return flag  # as nearly all do: where it stands on the other side need not be known
            places.append(place)
        known = [p for p in places if p]
        if not known:
            return flag
        if all(p.formal for p in known):
            return None
        far = _SPEAKER_TOKENS if flag.kind is FlagKind.ATTRIBUTION else _FAR_TOKENS
        old, new = (p.widened(far) if p else "" for p in places)
        return None if (old, new) == (flag.old, flag.new) or old == new else flag._replace(old=old, new=new)

    def _whole(self, flag: Flag) -> Flag | None:
        """A flag of whole spans; none of a quotation or a note that differs in form alone, and of two spans of the same
        words the whole sentences, where they differ.
        """
        places = list(self._of_flag(flag))
        if flag.kind is not FlagKind.DELETED and all(p and p.formal for p in places):
            return None
        if flag.old != flag.new:
            return flag
        old, new = (p.sentence.text if p else "" for p in places)
        return flag._replace(old=old, new=new) if old != new else None

    def _of_flag(self, flag: Flag) -> Iterator[_Place | None]:
        """Where the spans of a flag stand on both sides, each looked for when it is asked for."""
        lone_name = flag.kind is FlagKind.NAME and not (flag.old and flag.new)
        for side, (span, block) in enumerate(((flag.old, flag.old_block), (flag.new, flag.new_block))):
            place = self._place(side, span, block, flag.kind)
            yield place.told_as(FlagKind.WORDING) if place and lone_name and place.small_there else place

    def _place(self, side: int, span: str, block: int | None, kind: FlagKind) -> _Place | None:
        """Where a span stands: of several places the one that changed."""
        if not span or block is None:
            return None
        best: _Place | None = None
        pairs = self._sentences.get((side, block), ())
        found = (place for passage, pair in pairs for place in self._places(side, span, passage, pair, kind))
        for place in islice(found, _MOST_PLACES):
            if place.rests:
                return place
            if best is None or (place.touched and not best.touched):
                best = place
        return best

    def _places(self, side: int, span: str, passage: Passage, pair: Pair, kind: FlagKind) -> Iterator[_Place]:
        sentence = pair.new if side else pair.old
        at = sentence.text.find(span) if sentence else -1
        if sentence is None or at < 0:
            return
        start = sentence.tokens.start
        while at >= 0:
            first, past = bisect_left(start, at), bisect_left(start, at + len(span))
            if first < past:
                yield _Place(passage, pair, side, first, past - 1, kind)
            at = sentence.text.find(span, at + 1)
