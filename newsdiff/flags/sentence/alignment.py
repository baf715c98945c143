"""The words of a sentence beside those of its counterpart: what stands on both sides, what in whose place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.tokens import Tokens, bare, stem
from newsdiff.flags.sentence.word_forms import acronym, derived, misspelled, near, spelled_out
from newsdiff.language.table import WordTable
from newsdiff.text.form import key, same_form

_LONGEST_ENDING = 4  # letters
_BESIDE = 3  # tokens around a change in which the words that house style puts in its place may stand
_IDLE = 3  # words without substance between two changes that do not part them


class ChangedRun(NamedTuple):
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
    def apart(self) -> tuple[ChangedRun, ...]:
        """Where the sentences differ, word for word."""
        return tuple(_regions(list(map(_key, self.old.low)), list(map(_key, self.new.low))))

    @lazy
    def regions(self) -> tuple[ChangedRun, ...]:
        """Where the sentences differ, in reading order; changes with nothing of substance between them are one."""
        return tuple(_joined(self.apart, self.old.low, self._idle))

    @lazy
    def touched(self) -> tuple[frozenset[int], frozenset[int]]:
        """All tokens of either side that the other side has not in their place, of substance or not."""
        return frozenset(i for r in self.apart for i in r.old), frozenset(i for r in self.apart for i in r.new)

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
        before = Counter(_key(self.old.low[i]) for i in old)
        after = Counter(_key(self.new.low[i]) for i in new)
        old = list(_alone(old, self.old, before - after))
        new = list(_alone(new, self.new, after - before))
        taken = self._inflected(old, new)
        gone, came = frozenset(old) - taken[0], frozenset(new) - taken[1]
        short = self._abbreviated() if gone or came else (frozenset[int](), frozenset[int]())
        gone, came = gone - short[0], came - short[1]
        styled = self._styled(gone, came) if gone or came else (gone, came)
        return self._weighty(gone - styled[0], came - styled[1])

    def _weighty(self, gone: frozenset[int], came: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
        """The changed words without those that are light, or the antecedent of a pronoun."""
        if not self.words or not (gone or came):
            return gone, came
        taken: tuple[set[int], set[int]] = set(), set()
        for region in self.regions:
            for mine, side, other in ((gone, 0, came), (came, 1, gone)):
                here = mine.intersection(region[side])
                if not here or other.intersection(region[1 - side]):
                    continue
                tokens, others = (self.old, self.new) if side == 0 else (self.new, self.old)
                if {tokens.low[i] for i in here} <= self.words.light or self._pronoun(region, side, tokens, others):
                    taken[side].update(here)
        return gone - taken[0], came - taken[1]

    def _pronoun(self, region: ChangedRun, side: int, tokens: Tokens, others: Tokens) -> bool:
        """Whether a noun with its article gave way to a pronoun, or the other way round."""
        mine, theirs = region[side], region[1 - side]
        low = [tokens.low[i] for i in mine]
        pronoun = [others.low[i] for i in theirs]
        return (
            self.words is not None
            and len(pronoun) == 1
            and pronoun[0] in self.words.pronouns
            and 1 < len(low) <= _BESIDE
            and low[0] in self.words.grammar
            and all(tokens.raw[i].islower() for i in mine[1:])
        )

    def _styled(self, gone: frozenset[int], came: frozenset[int]) -> tuple[set[int], set[int]]:
        """The words that stand for such as a house style may put in their place."""
        found: tuple[set[int], set[int]] = set(), set()
        if self.words is None or self.words.house_style is None:
            return found
        find = self.words.house_style.at
        for region in self.regions:
            for side, mine, other, changed in ((0, self.old, self.new, gone), (1, self.new, self.old, came)):
                here = [p for i in sorted(changed.intersection(region[side])) for p in find(mine.low, i)]
                if not here:
                    continue
                there = region[1 - side]
                near = range(max(0, there.start - _BESIDE), min(len(other), there.stop + _BESIDE))
                names = {p.point.name for i in near for p in find(other.low, i)}
                for place in here:
                    if place.point.name in names:
                        found[side].update(range(place.first, place.last + 1))
        return found

    def _abbreviated(self) -> tuple[frozenset[int], frozenset[int]]:
        """Acronyms of which the words stand on some side, and words of which the other side has the acronym."""
        sides = (self.old, self.new)
        acronyms = [{acronym(t.raw[i]): i for i in t.capitals if acronym(t.raw[i])} for t in sides]
        found: tuple[set[int], set[int]] = set(), set()
        for short in {*acronyms[0], *acronyms[1]}:
            runs = [spelled_out(t, short) for t in sides]
            if any(runs):
                for side in (0, 1):
                    found[side].update(runs[side], [acronyms[side][short]] if short in acronyms[side] else ())
        return frozenset(found[0]), frozenset(found[1])

    def brief(self, region: int, most: int) -> bool:
        """Whether at most so many words of substance changed on either side of a region."""
        return all(len(self.changed[side].intersection(self.regions[region][side])) <= most for side in (0, 1))

    @lazy
    def kept(self) -> float:
        """The share of the words of substance that stand on both sides, 0 to 1."""
        counts = [sum(map(self._telling, side.low)) for side in (self.old, self.new)]
        gone, came = self.changed
        return 1 - (len(gone) + len(came)) / sum(counts) if any(counts) else 0.0

    def _inflected(self, old: Sequence[int], new: Sequence[int]) -> tuple[set[int], set[int]]:
        """The words of either side of which another form stands on the other one."""
        taken: tuple[set[int], set[int]] = set(), set()
        family = self.words.senses.family if self.words and self.words.senses else _stems
        places: dict[str, list[int]] = {}
        for j in new:
            for word in family(self.new.bare[j]):
                places.setdefault(word, []).append(j)
        for i in old:
            kin: Iterator[int] = (
                j for word in family(self.old.bare[i]) for j in places.get(word, ()) if j not in taken[1]
            )
            kin = chain(
                kin, (j for j in new if j not in taken[1] and self._forms_of_one(self.old.bare[i], self.new.bare[j]))
            )
            if (found := next(kin, None)) is not None:
                taken[0].add(i)
                taken[1].add(found)
        return taken

    def _forms_of_one(self, a: str, b: str) -> bool:
        """Whether two words differ by a slip, a prefix that denies or an ending."""
        if a[0] != b[0]:
            return a[-1] == b[-1] and self._negated(a, b)
        if abs(len(a) - len(b)) > _LONGEST_ENDING:
            return False
        if misspelled(a, b) or derived(a, b):
            return True
        senses = self.words.senses if self.words else None
        return senses is not None and near(a, b) and senses.known(a) != senses.known(b)

    def _negated(self, a: str, b: str) -> bool:
        """Whether one word is the other with a negative prefix: a matter of the negation rule."""
        short, long = sorted((a, b), key=len)
        prefixes = self.words.negative_prefixes if self.words else ()
        return long.endswith(short) and long[: -len(short)] in prefixes

    def _same_form(self, region: ChangedRun) -> bool:
        if not region.old or not region.new:
            return False
        return same_form(self.old.span(region.old[0], region.old[-1]), self.new.span(region.new[0], region.new[-1]))

    def _telling(self, word: str) -> bool:
        """Whether a token is a word of substance: not a mark, a figure or a word of grammar."""
        return len(word) > 2 and word[0].isalpha() and word not in self._idle

    @lazy
    def _idle(self) -> frozenset[str]:
        return _words_of_grammar(self.words) if self.words else frozenset()


@cache
def _words_of_grammar(words: WordTable) -> frozenset[str]:
    return (words.grammar | words.stop) - words.turns


def _stems(word: str) -> tuple[str]:
    return (stem(word),)


@cache
def _key(word: str) -> str:
    """A token as every style would write it."""
    return key(bare(word)) or word


def _alone(places: Sequence[int], tokens: Tokens, rest: "Counter[str]") -> Iterator[int]:
    """The places whose words the other side has less often."""
    for i in places:
        if rest[_key(tokens.low[i])] > 0:
            rest[_key(tokens.low[i])] -= 1
            yield i


def _regions(a: list[str], b: list[str]) -> Iterator[ChangedRun]:
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
            yield ChangedRun(range(i, head + x), range(j, head + y))
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
