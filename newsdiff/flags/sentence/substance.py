"""Which of the words that differ in a kept sentence are of substance, and why the others are not."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from newsdiff.flags.forms.quantifiers import quantifiers
from newsdiff.flags.forms.stems import parted_verbs, turned_parts, word_keys
from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.tokens import LONG_DIGITS, Tokens, bare, stem
from newsdiff.flags.sentence.word_forms import (
    acronym,
    bears_it,
    derived,
    form_keys,
    is_slip,
    mixed_up,
    one_unit,
    opposes,
    other_words,
    shortened,
    spelled_out,
    spoken_acronym,
)
from newsdiff.language.form import key, same_form
from newsdiff.language.name_spellings import one_name
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import telling_words, words_of_grammar
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.typography import unaccented

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_FORMAL = 9  # tokens of a region that may say the same in another form
_LONGEST_ENDING = 4  # letters
_MOST_PAIRS = 400  # of words, each looked at for being forms of one: a sentence written anew has more
_BESIDE = 3  # tokens around a change in which the words that house style puts in its place may stand
GRAMMAR = "a word of grammar, a mark or a letter or two: no fact changes by it alone"
_REASONS = (  # of the stages of Substance._stages, in their order
    "spelled, hyphenated, written in figures or with other capitals: the same words",
    "it stands in another place of the sentence",
    "another form of the same word: tense, number, a slip of the pen, noun for verb",
    "an acronym, and the words that it stands for",
    "house styles exchange these words without a change of meaning",
    "a word that tells nothing alone, or a pronoun for its noun",
)


class ChangedRun(NamedTuple):
    """A run of changed tokens on both sides (first, one past the last); either may be empty."""

    old: range
    new: range


Places = tuple[frozenset[int], frozenset[int]]  # tokens of the old side, of the new side


class Substance:
    """The words of substance in the regions where two sentences differ."""

    def __init__(
        self,
        old: Tokens,
        new: Tokens,
        regions: tuple[ChangedRun, ...],
        apart: tuple[ChangedRun, ...],
        words: WordTable | None,
    ) -> None:
        self.old: Final = old
        self.new: Final = new
        self.regions: Final = regions
        self.apart: Final = apart
        self.words: Final = words
        self._compared: Final[dict[tuple[str, str], bool]] = {}

    @property
    def _sides(self) -> tuple[Tokens, Tokens]:
        return self.old, self.new

    @lazy
    def changed(self) -> Places:
        """The tokens of either side that are words of substance without a form of them on the other side."""
        return self._stages[-1]

    def quiet(self, side: int, place: int) -> str:
        """Why a changed token is no change of substance; nothing when it is one."""
        if place not in self._stages[0][side]:
            return GRAMMAR
        stages = zip(self._stages[1:], _REASONS, strict=False)
        return next((reason for left, reason in stages if place not in left[side]), "")

    @lazy
    def _stages(self) -> tuple[Places, ...]:
        """The words of substance, and what is left of them when each stage has taken what is but form."""
        old, new = (self._telling(tokens, [r[side] for r in self.regions]) for side, tokens in enumerate(self._sides))
        quantified = quantifiers(self._sides, self.apart, self.words)
        turned = turned_parts(self._sides, self.apart, self.words)
        found = [(old | quantified[0] | turned[0], new | quantified[1] | turned[1])]
        for stage in (self._spelled, self._moved, self._inflected, self._abbreviated, self._styled, self._slight):
            old, new = found[-1]
            if not old and not new:
                break
            gone, came = stage(old, new)
            found.append((old - gone, new - came))
        return tuple(found)

    def _spelled(self, old: frozenset[int], new: frozenset[int]) -> tuple[set[int], set[int]]:
        """The words of regions that say the same in the same words, whatever their form."""
        formal = [r for r in {*self.regions, *self.apart} if self._same_form(r)]
        found = {i for r in formal for i in r.old if i in old}, {i for r in formal for i in r.new if i in new}
        return (found[0] | (self.formal[0] & old), found[1] | (self.formal[1] & new))

    @lazy
    def formal(self) -> Places:
        """The tokens of either side that the other has in another form of their language, where forms are listed."""
        return self._same_words(respelled=True)

    @lazy
    def formal_names(self) -> Places:
        """The same of names, which have one spelling."""
        return self._same_words(respelled=False)

    def _same_words(self, *, respelled: bool) -> Places:
        if self.words is None or not self.words.variants or not self.apart:
            return frozenset(), frozenset()
        from newsdiff.flags.forms.same_words import same_words

        return same_words(self.old, self.new, self.words, respelled=respelled)

    def _moved(self, old: frozenset[int], new: frozenset[int]) -> tuple[set[int], set[int]]:
        """The words that the other side has as well, elsewhere."""
        mine, theirs = [key_of(self.old.low[i]) for i in old], [key_of(self.new.low[i]) for i in new]
        if set(mine).isdisjoint(theirs):
            return set(), set()
        before, after = Counter(mine), Counter(theirs)
        gone = set(_alone(sorted(old), self.old, before - after))
        came = set(_alone(sorted(new), self.new, after - before))
        return set(old - gone), set(new - came)

    def _slight(self, gone: frozenset[int], came: frozenset[int]) -> tuple[set[int], set[int]]:
        """The words that are light, or the antecedent of a pronoun."""
        taken: tuple[set[int], set[int]] = set(), set()
        if not self.words:
            return taken
        for region in self.regions:
            for mine, side, other in ((gone, 0, came), (came, 1, gone)):
                here = mine.intersection(region[side])
                if not here or other.intersection(region[1 - side]):
                    continue
                tokens, others = (self.old, self.new) if side == 0 else (self.new, self.old)
                light = {tokens.low[i] for i in here} <= self.words.light or opposes(tokens, here, self.words)
                if light or self._pronoun(region, side, tokens, others):
                    taken[side].update(here)
        return taken

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
        for side, mine, other, changed in ((0, self.old, self.new, gone), (1, self.new, self.old, came)):
            here = {i: places for i in sorted(changed) if (places := find(mine.low, i))}
            for region in self.regions if here else ():
                there = region[1 - side]
                near = range(max(0, there.start - _BESIDE), min(len(other), there.stop + _BESIDE))
                styled = [place for i in region[side] for place in here.get(i, ())]
                names = {p.point.name for i in near for p in find(other.low, i)} if styled else ()
                for place in styled:
                    if place.point.name in names:
                        found[side].update(range(place.first, place.last + 1))
        return found

    def _abbreviated(self, gone: frozenset[int], came: frozenset[int]) -> tuple[set[int], set[int]]:
        """Acronyms of which the words stand on some side, and words of which the other side has the acronym."""
        found: tuple[set[int], set[int]] = self._cut_words()
        for side, places in enumerate(other_words(self._sides, self.regions, (gone, came), self.words)):
            found[side].update(places)
        acronyms = [_acronyms(tokens) for tokens in self._sides]
        for side, changed in enumerate((gone, came)):  # Nasa
            tokens, other = self._sides[side], self._sides[1 - side]
            initials = {other.low[i][0] for i in other.capitals}
            spoken = (i for i in changed if tokens.low[i][0] in initials and tokens.low[i][-1] in initials)
            acronyms[side].update((tokens.low[i], i) for i in spoken if spoken_acronym(tokens.raw[i]))
        for short in {*acronyms[0], *acronyms[1]}:
            runs = [spelled_out(tokens, short) for tokens in self._sides]
            if any(runs):
                for side in (0, 1):
                    found[side].update(runs[side], [acronyms[side][short]] if short in acronyms[side] else ())
        return found

    def _cut_words(self) -> tuple[set[int], set[int]]:
        """Words that stand cut to a few of their letters on the other side, and such cut words: *Rd*, *Road*."""
        found: tuple[set[int], set[int]] = set(), set()
        old, new = self.old.low, self.new.low
        for region in self.apart:
            if not len(region.old) <= _FORMAL >= len(region.new):
                continue
            for i in region.old if region.new else ():
                first, unit = old[i][0], self.words is not None and old[i] in self.words.units
                for j in region.new:
                    if (first == new[j][0] and self._is_cut(i, j)) or (unit and one_unit(old[i], new[j], self.words)):
                        found[0].add(i)
                        found[1].add(j)
        return found

    def _is_cut(self, i: int, j: int) -> bool:
        """Whether one of two words is the other one, cut."""
        a, b = self.old.low[i], self.new.low[j]
        if self.words is not None and not self.words.prepositions.isdisjoint((a, b)):
            return False  # in stands for no invasion
        return shortened(a, b) or (self.old.cut(i) and b.startswith(a)) or (self.new.cut(j) and a.startswith(b))

    @lazy
    def kept(self) -> float:
        """The share of the words of substance that stand on both sides, 0 to 1."""
        tells = telling_words(self.words)
        counts = [sum(map(tells.__getitem__, s.low)) for s in (self.old, self.new)]
        gone, came = self.changed
        return 1 - (len(gone) + len(came)) / sum(counts) if any(counts) else 0.0

    def _inflected(self, gone: frozenset[int], came: frozenset[int]) -> tuple[set[int], set[int]]:
        """The words of either side of which another form stands on the other one."""
        old, new = sorted(gone), sorted(came)
        taken: tuple[set[int], set[int]] = set(), set()
        places: dict[str, list[int]] = {}
        for j in new:
            for word in self._family(self.new.bare[j]):
                places.setdefault(word, []).append(j)
        likely = self._likely(old, new)
        for i in old:
            word, free = self.old.bare[i], None
            if not places.keys().isdisjoint(kin := self._family(word)):
                free = next((j for w in kin for j in places.get(w, ()) if j not in taken[1]), None)
            if free is None:
                free = next(
                    (j for j in likely(i) if j not in taken[1] and self._forms_of_one(word, self.new.bare[j])), None
                )
            if free is not None:
                taken[0].add(i)
                taken[1].add(free)
        for side, (mine, others) in enumerate(((old, new), (new, old))):
            for i, part, j in parted_verbs(self._sides[side], self._sides[1 - side], (mine, others), self.words):
                if i not in taken[side] and j not in taken[1 - side]:
                    taken[side].update((i, part))
                    taken[1 - side].add(j)
        return taken

    def _family(self, word: str) -> Collection[str]:
        """Keys of which a word has one in common with each of its forms."""
        if self.words is None:
            return (stem(word),)
        if bears_it(word, self.words):
            return (word.removesuffix("s"),)
        if self.words.name_spellings and (one := self.words.name_spellings.one(word)):
            return (one, word)
        return self.words.senses.family(word) if self.words.senses else word_keys(self.words)(word)

    def _likely(self, old: Sequence[int], new: Sequence[int]) -> Callable[[int], Sequence[int]]:
        """The words of the new side that may be forms of one of the old, in order; fewer, where they are many."""
        prefixes = self.words.negative_prefixes if self.words else ()
        places: dict[str, list[int]] = {}
        few = len(old) * len(new) <= _MOST_PAIRS
        for j in new:
            word = self.new.bare[j]
            for mark in (word[0], f"-{word}", *_without(word, prefixes)) if few else set(form_keys(word, prefixes)):
                places.setdefault(mark, []).append(j)

        def likely(i: int) -> Sequence[int]:
            word = self.old.bare[i]
            if not few:
                return sorted({j for mark in form_keys(word, prefixes) for j in places.get(mark, ())})
            found = places.get(word[0], [])
            others = [j for mark in (f"-{word}", *_without(word, prefixes)) for j in places.get(mark, ())]
            return sorted({*found, *others}) if others else found

        return likely

    def _forms_of_one(self, a: str, b: str) -> bool:
        """Whether two words differ by a slip, a prefix that denies or an ending."""
        known = self._compared.get((a, b))
        if known is None:
            known = self._compared[a, b] = self._differ_in_form(a, b)
        return known

    def _differ_in_form(self, a: str, b: str) -> bool:
        if self.words and a in self.words.namesakes and self.words.namesakes[a] == self.words.namesakes.get(b):
            return True  # Wales, Welsh
        if a[0] != b[0]:
            return a[-1] == b[-1] and self._negated(a, b)
        if abs(len(a) - len(b)) > _LONGEST_ENDING or bears_it(a, self.words) != bears_it(b, self.words):
            return False
        return derived(a, b) or is_slip(a, b, self.words)

    def _negated(self, a: str, b: str) -> bool:
        """Whether one word is the other with a negative prefix: a matter of the negation rule."""
        short, long = sorted((a, b), key=len)
        prefix, words = long.removesuffix(short), self.words
        if words is None or not long.endswith(short) or prefix not in words.negative_prefixes:
            return False
        if short in words.undenied:
            return False  # charged, discharged
        if prefix in words.sure_prefixes:
            return True
        if words.senses is None:
            return not words.denied_endings or short.endswith(words.denied_endings)
        return words.senses.opposed(long, short)

    def _same_form(self, region: ChangedRun) -> bool:
        old, new = _without_marks(self.old, region.old), _without_marks(self.new, region.new)
        if not 0 < len(old) <= _FORMAL or not 0 < len(new) <= _FORMAL:
            return False
        first, other = self.old.low[old.start], self.new.low[new.start]
        letters = (first + other).isascii() and (first + other).isalpha()
        if letters and len(region.old) == len(region.new) == 1:
            # one form of both would have made them one, a slip of the pen has
            return first == other or mixed_up(first, other, self.words)
        spans = self.old.span(old[0], old[-1]), self.new.span(new[0], new[-1])
        if one_name(*spans, self.words.name_spellings if self.words else None):
            return True
        if letters and first[0] != other[0] and not self.old.numeric and not self.new.numeric:
            return False  # other words, and no figure that might be spelled
        return same_form(*spans)

    def _telling(self, tokens: Tokens, places: Sequence[range]) -> frozenset[int]:
        """The words of substance of some places: not marks or their names, figures or words of grammar."""
        low, tells = tokens.low, telling_words(self.words)
        found = [i for r in places for i in r if tells[low[i]] or len(low[i]) > LONG_DIGITS]
        if tokens.phones and self.words and self.words.variants:
            found += [i for r in places for i in r if i in tokens.addresses and tokens.low[i].isdecimal()]
        if "'" in tokens.folded:
            found = [i for i in found if "'" not in low[i] or not self._contracted(low[i])]
        if "&" in tokens.folded:
            found = [i for i in found if tokens.at(i - 1) != "&" or tokens.at(i + 1) != ";"]  # &nbsp;
        return frozenset(found)

    def _contracted(self, word: str) -> bool:
        """Whether a word is but words of grammar drawn together: there'll."""
        if self.words is None:
            return False
        (head, _, tail), idle = word.partition("'"), words_of_grammar(self.words)
        elided = f"{head}e" in idle and tail in idle  # l'a, qu'il
        return elided or (head in idle and f"'{tail}" in self.words.contractions)


def _without_marks(tokens: Tokens, places: range) -> range:
    """Some places from their first word to their last."""
    raw, start, stop = tokens.raw, places.start, places.stop
    while start < stop and not raw[start][0].isalnum():
        start += 1
    while stop > start and not raw[stop - 1][0].isalnum():
        stop -= 1
    return range(start, stop) if start < stop else places


def _without(word: str, prefixes: tuple[str, ...]) -> Sequence[str]:
    """A word without each of the prefixes that it begins with, marked as such."""
    return [f"-{word[len(p) :]}" for p in prefixes if word.startswith(p)] if word.startswith(prefixes) else ()


def _acronyms(tokens: Tokens) -> dict[str, int]:
    """The acronyms of a sentence and where they stand; a word whose next two letters are small is none."""
    raw = tokens.raw
    return {short: i for i in tokens.capitals if not raw[i][1:3].islower() and (short := acronym(raw[i]))}


@lru_cache(maxsize=MOST_WORDS)
def key_of(word: str) -> str:
    """A token as every style would write it, with accents or without."""
    return unaccented(key(bare(word))) or word


def _alone(places: Sequence[int], tokens: Tokens, rest: "Counter[str]") -> Iterator[int]:
    """The places whose words the other side has less often."""
    for i in places:
        if rest[key_of(tokens.low[i])] > 0:
            rest[key_of(tokens.low[i])] -= 1
            yield i
