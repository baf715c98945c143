"""The words of a sentence beside those of its counterpart: what stands on both sides, what in whose place."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.tokens import Tokens, bare, stem
from newsdiff.language.table import WordTable
from newsdiff.text.form import key, same_form

_VOWELS = frozenset("aeiouy")
_LONG = 5  # letters of a word in which one vowel may be a slip
_IDLE = 3  # words without substance between two changes that do not part them


class Region(NamedTuple):
    """A run of changed tokens on both sides (first, one past the last); either may be empty."""

    old: range
    new: range


class Alignment:
    """The changed regions of two sentences, and the words of substance in them that the other side has nowhere."""

    def __init__(self, old: Tokens, new: Tokens, words: WordTable | None) -> None:
        self.old: Final = old
        self.new: Final = new
        self.words: Final = words

    @lazy
    def regions(self) -> tuple[Region, ...]:
        """Where the sentences differ, in reading order; changes with nothing of substance between them are one."""
        a, b = list(map(_key, self.old.low)), list(map(_key, self.new.low))
        return tuple(_joined(_regions(a, b), self.old.low, self._idle))

    @lazy
    def changed(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tokens of either side that are words of substance without a form of them on the other side."""
        old = [i for r in self.regions for i in r.old if self._telling(self.old.low[i])]
        new = [i for r in self.regions for i in r.new if self._telling(self.new.low[i])]
        if not old and not new:
            return frozenset(), frozenset()
        formal = [r for r in self.regions if self._same_form(r)]
        old = [i for i in old if not any(i in r.old for r in formal)]
        new = [i for i in new if not any(i in r.new for r in formal)]
        gone = Counter(_key(self.old.low[i]) for i in old)
        came = Counter(_key(self.new.low[i]) for i in new)
        old = list(_alone(old, self.old, gone - came))
        new = list(_alone(new, self.new, came - gone))
        taken = self._inflected(old, new)
        return frozenset(old) - taken[0], frozenset(new) - taken[1]

    @lazy
    def kept(self) -> float:
        """The share of the words of substance that stand on both sides, 0 to 1."""
        counts = [sum(map(self._telling, side.low)) for side in (self.old, self.new)]
        gone, came = self.changed
        return 1 - (len(gone) + len(came)) / sum(counts) if any(counts) else 0.0

    def _inflected(self, old: Sequence[int], new: Sequence[int]) -> tuple[set[int], set[int]]:
        """The words of either side of which another form stands on the other one."""
        taken: tuple[set[int], set[int]] = set(), set()
        for i in old:
            for j in new:
                if j not in taken[1] and self._forms_of_one(self.old.low[i], self.new.low[j]):
                    taken[0].add(i)
                    taken[1].add(j)
                    break
        return taken

    def _forms_of_one(self, a: str, b: str) -> bool:
        a, b = bare(a), bare(b)
        if self.words is None or self.words.senses is None:
            return stem(a) == stem(b) or _misspelled(a, b)
        if self.words.senses.akin(a, b):
            return True
        if _misspelled(a, b):
            return True
        return (
            abs(len(a) - len(b)) <= 1
            and len(a) > 2
            and (a in self.words.senses) != (b in self.words.senses)
            and _near(a, b)
        )

    def _same_form(self, region: Region) -> bool:
        if not region.old or not region.new:
            return False
        return same_form(self.old.span(region.old[0], region.old[-1]), self.new.span(region.new[0], region.new[-1]))

    def _telling(self, word: str) -> bool:
        """Whether a token is a word of substance: not a mark, a figure or a word of grammar."""
        return word[0].isalpha() and len(word) > 1 and word not in self._idle

    @lazy
    def _idle(self) -> frozenset[str]:
        return self.words.grammar | self.words.stop if self.words else frozenset()


@cache
def _key(word: str) -> str:
    """A token as every style would write it."""
    return key(bare(word)) or word


def _misspelled(a: str, b: str) -> bool:
    """Whether two words differ in one vowel, a doubled letter, or two letters that changed places: weary, wary."""
    if max(len(a), len(b)) < _LONG or a[0] != b[0]:
        return False
    if len(a) == len(b):
        at = next((i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), 0)
        if a[at + 1 : at + 2] + a[at] + a[at + 2 :] == b[at:]:
            return True
        return a[at] in _VOWELS and b[at] in _VOWELS and a[at + 1 :] == b[at + 1 :] and at < len(a) - 1
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) != 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return long[at] in _VOWELS | {long[at - 1]} and short[at:] == long[at + 1 :] and at < len(short)


def _near(a: str, b: str) -> bool:
    """Whether one letter more, less or other makes a word of the other one, or two that changed places."""
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[at + 1 :] == b[at + 1 :] or a[at + 1 : at + 2] + a[at] + a[at + 2 :] == b[at:]
    short, long = sorted((a, b), key=len)
    return short[at:] == long[at + 1 :]


def _alone(places: Sequence[int], tokens: Tokens, rest: "Counter[str]") -> Iterator[int]:
    """The places whose words the other side has less often."""
    for i in places:
        if rest[_key(tokens.low[i])] > 0:
            rest[_key(tokens.low[i])] -= 1
            yield i


def _regions(a: list[str], b: list[str]) -> Iterator[Region]:
    """What stands between the words that both have, in the longest order common to both."""
    most, head, tail = min(len(a), len(b)), 0, 0
    while head < most and a[head] == b[head]:
        head += 1
    while tail < most - head and a[~tail] == b[~tail]:
        tail += 1
    i, j = head, head
    for x, y in [
        *_matches(a[head : len(a) - tail], b[head : len(b) - tail]),
        (len(a) - tail - head, len(b) - tail - head),
    ]:
        if i < head + x or j < head + y:
            yield Region(range(i, head + x), range(j, head + y))
        i, j = head + x + 1, head + y + 1


def _matches(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """The longest common subsequence as pairs of places, told with one row of bits a word (Hyyro 2004)."""
    if not a or not b:
        return []
    places: dict[str, int] = {}
    for i, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << i
    full = (1 << len(a)) - 1
    row, rows = full, list[int]()
    for word in b:
        held = row & places.get(word, 0)
        row = ((row + held) | (row - held)) & full
        rows.append(row)
    found, i, j = list[tuple[int, int]](), len(a), len(b)
    while i and j:
        if rows[j - 1] >> (i - 1) & 1:
            i -= 1
        elif j > 1 and not rows[j - 2] >> (i - 1) & 1:
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def _joined(regions: Iterator[Region], low: Sequence[str], idle: frozenset[str]) -> Iterator[Region]:
    """Regions, those as one between which stands nothing but a few words of grammar and marks."""
    last: Region | None = None
    for region in regions:
        if last is None:
            last = region
            continue
        between = low[last.old.stop : region.old.start]
        if len(between) <= _IDLE and all(w in idle or not w[0].isalnum() for w in between):
            last = Region(range(last.old.start, region.old.stop), range(last.new.start, region.new.stop))
        else:
            yield last
            last = region
    if last is not None:
        yield last
