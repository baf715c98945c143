"""Which tokens of two sentences say the same in another form: another spelling, cut, in figures, joined, elided.

The units of both sentences are matched in their order; what is left between two matches is looked at once more, for
words that are drawn together, cut by a dot, elided before a vowel, or the initials of words of the other side.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from newsdiff.flags.forms.acronyms import LONGEST_LETTERS, stands_for
from newsdiff.flags.forms.same_value import same_figures, same_value
from newsdiff.flags.forms.units import Unit, fillers, units
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.gendered import gendered, of_stem
from newsdiff.language.table import WordTable
from newsdiff.text.common_order import common_order, in_order
from newsdiff.text.typography import unaccented

_LEAST_SPELLED = 2  # words that an acronym stands for
_JOINED = 3  # units of one side that may be one of the other
_MOST_LEFT = 12  # units between two matches that are looked at: more are other words
_CUT_LETTERS = 9  # of a word that is cut by a dot, at most
_WEEKDAY_LETTERS = 4  # of the name of a weekday that is cut without one

Places = tuple[frozenset[int], frozenset[int]]  # tokens of the old side, of the new side


def same_words(old: Tokens, new: Tokens, words: WordTable, *, respelled: bool = True) -> Places:
    """The tokens of either side that stand on the other side in their place, whatever their form."""
    mine, theirs = (units(tokens, words, respelled=respelled) for tokens in (old, new))
    matches = common_order([u.form for u in mine], [u.form for u in theirs])
    same: tuple[list[Unit], list[Unit]] = [mine[x] for x, _ in matches], [theirs[y] for _, y in matches]
    look = _Look(old, new, words)
    i = j = 0
    for x, y in [*matches, (len(mine), len(theirs))]:
        left, right = mine[i:x], theirs[j:y]
        if left and right and len(left) <= _MOST_LEFT >= len(right):
            for a, b in look.alike(left, right):
                same[0].extend(a)
                same[1].extend(b)
        elif bool(left) != bool(right):
            a, b = look.beside(left, right, mine[x : x + 1] if left else theirs[y : y + 1])
            same[0].extend(a)
            same[1].extend(b)
        i, j = x + 1, y + 1
    people = _of_both_genders((old, new)) if respelled else (set(), set())
    sides = zip((old, new), (mine, theirs), same, people, strict=True)
    before, after = (_with_marks(tokens, *_tokens(units, taken), both) for tokens, units, taken, both in sides)
    return before | fillers(old, words), after | fillers(new, words)


def _of_both_genders(sides: tuple[Tokens, Tokens]) -> tuple[set[int], set[int]]:
    """The words that name women and men on one side, and on the other in another form, or the men for both."""
    found: tuple[set[int], set[int]] = set(), set()
    forms = [list(gendered(tokens.text)) for tokens in sides]
    for people in {name for side in forms for _, _, name in side}:
        taken: list[set[int]] = []
        for tokens, told in zip(sides, forms, strict=True):
            spans = [(a, b) for a, b, name in told if name == people]
            inside = {i for i, at in enumerate(tokens.start) if any(a <= at < b for a, b in spans)} if spans else set()
            taken.append(inside or {i for i, word in enumerate(tokens.low) if of_stem(word, people)})
        if all(taken):
            found[0].update(taken[0])
            found[1].update(taken[1])
    return found


def _tokens(units: Sequence[Unit], same: Sequence[Unit]) -> tuple[set[int], set[int]]:
    """The tokens of some units, without those that other units of the sentence share (3.11. is a day and a month); and
    those of the other units.
    """
    taken = set(map(id, same))
    others = {i for u in units if id(u) not in taken for i in u.places}
    return {i for u in same for i in u.places} - others, others


def _with_marks(tokens: Tokens, places: set[int], others: set[int], people: set[int]) -> frozenset[int]:
    """Some tokens with the marks that stand beside them: those of an abbreviation, a hyphen, an ordinal; no mark of
    another unit: the sign of a number.
    """
    places = places | people
    marks = {i for i, low in enumerate(tokens.low) if not low[0].isalnum() and low not in '"%€$£'} - others
    return frozenset(places | {i for i in marks if i - 1 in places or i + 1 in places})


class _Look:
    """Looks at what is left on both sides between two matches."""

    def __init__(self, old: Tokens, new: Tokens, words: WordTable) -> None:
        self._sides, self._words = (old, new), words

    def alike(self, left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[tuple[Sequence[Unit], Sequence[Unit]]]:
        """The runs of both sides that are one, in their order."""
        i = j = 0
        while i < len(left) and j < len(right):
            found = self._next(left[i:], right[j:])
            if found is None:
                return
            (a, b), (c, d) = found
            yield left[i + a : i + b], right[j + c : j + d]
            i, j = i + b, j + d

    def _next(self, left: Sequence[Unit], right: Sequence[Unit]) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The first runs that are one, nearest to the beginning of both."""
        starts = sorted(product(range(len(left)), range(len(right))), key=sum)
        for a, c in starts:
            if wide := self._wide(left[a:], right[c:]):
                return (a, a + wide[0]), (c, c + wide[1])
            for m, n in product(range(1, _JOINED + 1), repeat=2):
                one, other = left[a : a + m], right[c : c + n]
                if len(one) == m and len(other) == n and self._one(one, other):
                    return (a, a + m), (c, c + n)
        return None

    def _wide(self, left: Sequence[Unit], right: Sequence[Unit]) -> tuple[int, int] | None:
        """How many units of either side are one that begins both: an acronym, and all the words that it stands for."""
        for several, one, side in ((left, right[0], 1), (right, left[0], 0)):
            if not self._may_stand(several[0], one, side):
                continue
            for m in range(len(several), _LEAST_SPELLED - 1, -1):
                if self._acronym(several[:m], one, side):
                    return (m, 1) if side else (1, m)
        return None

    def _may_stand(self, word: Unit, one: Unit, side: int) -> bool:
        """Whether a word of one side has the look of an acronym of which the first letter begins one of the other."""
        low = self._sides[side].low[one.first]
        return (
            low[0] == self._sides[1 - side].low[word.first][0]
            and low[0].isalpha()
            and len(low.replace(".", "")) <= LONGEST_LETTERS
        )

    def _one(self, a: Sequence[Unit], b: Sequence[Unit]) -> bool:
        first, other = a[0].form[0], b[0].form[0]
        if first != other and "<" not in (first, other):
            return False
        if (len(a) == len(b) == 1 and self._same_value(a[0], b[0])) or _joined(a) == _joined(b):
            return True
        if len(a) == 1 and (self._shortened(a[0], b, 0) or self._acronym(b, a[0], 0)):
            return True
        return len(b) == 1 and (self._shortened(b[0], a, 1) or self._acronym(a, b[0], 1))

    def _same_value(self, a: Unit, b: Unit) -> bool:
        """Whether two values are one that a side tells with less, or parts otherwise: '68, 1968; 1,200, 1.200."""
        if not a.form.startswith("<") or not b.form.startswith("<"):
            return False
        mine, theirs = (side.low[unit.first] for side, unit in zip(self._sides, (a, b), strict=True))
        tails = [side.low[u.first + 1 : u.past] for side, u in zip(self._sides, (a, b), strict=True)]
        if any(w in self._words.vague and u.form.startswith("<n") for w, u in ((mine, a), (theirs, b))):
            return False  # ein Abend, 1 Uhr
        return same_value(a.form, b.form) or (tails[0] == tails[1] and same_figures(mine, theirs))

    def _shortened(self, short: Unit, long: Sequence[Unit], side: int) -> bool:
        """Whether a word of one side is elided before a vowel, drawn to its end, or cut by a dot."""
        tokens, others = self._sides[side], self._sides[1 - side]
        one_word = len(long) == 1 and len(long[0].places) == 1
        word = unaccented(others.low[long[0].first]) if one_word else _joined(long)
        form = short.form.replace("'", "")
        if form.startswith("<") and len(short.places) == 1:
            form = tokens.low[short.first]
        if not word.isalpha() or not form.isalpha():
            return False
        if short.form.endswith("'"):  # tutt'Italia, presqu'une
            return form in (word, word[:-1]) or (len(form) > 1 and form == word[:-2])
        return self._cut(short, form, word, tokens)

    def _cut(self, short: Unit, form: str, word: str, tokens: Tokens) -> bool:
        """Whether a word is cut by a dot, or the name of a weekday without one."""
        if word in self._words.weekdays and 1 < len(form) <= _WEEKDAY_LETTERS and word.startswith(form):
            return True
        dotted = "." in tokens.low[short.first] or (tokens.at(short.past) == "." and tokens.glued(short.past))
        if not dotted or not len(form) < len(word) or len(form) > _CUT_LETTERS or form[0] != word[0]:
            return False
        ends = short.past + 1 >= len(tokens) and all(side.at(len(side) - 1) == "." for side in self._sides)
        # where the dot ends the sentence, as it does on the other side, it cuts nothing: Bern., Berlin.
        return not ends and in_order(form, word)

    def _acronym(self, several: Sequence[Unit], one: Unit, side: int) -> bool:
        """Whether a word of one side is the acronym of some of the other."""
        tokens, others = self._sides[side], self._sides[1 - side]
        raw = "".join(tokens.raw[i] for i in one.places)
        return stands_for(raw, [others.low[u.first] for u in several], self._words)

    def beside(
        self, left: Sequence[Unit], right: Sequence[Unit], after: Sequence[Unit]
    ) -> tuple[Sequence[Unit], Sequence[Unit]]:
        """What stands on one side alone, if it is what the acronym behind it stands for."""
        told = bool(after) and self._spelled_out(left or right, after[0], 0 if left else 1)
        return (left, right) if told else ((), ())

    def _spelled_out(self, several: Sequence[Unit], one: Unit, side: int) -> bool:
        """Whether words beside an acronym of their own side are those that it stands for: ... de la santé (OMS)."""
        raw = self._sides[side].raw[one.first]
        names = [self._sides[side].low[u.first] for u in several if u.form != one.form]
        if not any(map(str.isupper, raw)) or not names:
            return False
        return stands_for(raw, names, self._words)


def _joined(several: Sequence[Unit]) -> str:
    return "".join(u.form for u in several).replace("'", "")
