"""Predicates in one another's place: a kept statement tells of another act of the same subject.

Both verbs tell of acts, whatever their scales; that they have no sense in common, that no other changed word of the
statement says the same, and that the rest of it is kept, is what tells.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from newsdiff.flags.persons.bearers import of_a_thing
from newsdiff.flags.sentence.acts import is_verb
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.substance import ChangedRun
from newsdiff.language.scales import Point, ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.text.tokens import shared_start

_KEPT = 0.5  # share of words of substance that a statement must keep
_FEW_PLACES, _FEW_WORDS = 3, 3  # of a statement in which a verb that stands on no scale tells another act
_MOSTLY_KEPT = 0.84  # share of words of substance that is kept where such a verb is an infinitive
_MOST_WORDS = 6  # words of substance of a predicate: more is another statement
_PARTICLE_TOKENS = 3  # behind a verb in which its particle stands
_PLURAL_LETTERS = 3
_ROOT = 4  # letters that a noun and the verb of its root begin with: advice, advising
_NO_VERBS = ("modals", "negators")  # lists of words that are no acts
_HARD = frozenset(("casualty", "crime", "plan", "site"))  # scales on which a word of many senses tells an act
_SAME = "same-"  # begins the names of scales that have one point, of words that newsrooms write for one another
_IDLE_SCALES = (_SAME, "happening")  # nouns: a fire is none that an engine fires with
_STOPS = frozenset(',;:"()-')


def replaced(
    pair: Pair, acts: tuple[Sequence[ScalePoint], Sequence[ScalePoint]], said: Callable[[Sentence], Collection[int]]
) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """The predicates of kept subjects of which no word is near to one that stands in its place.

    Given are the acts of both sides, and what finds the verbs that tell who says something in a sentence.
    """
    assert pair.old and pair.new and pair.new.words
    words = pair.new.words
    if pair.alignment.substance.kept < _KEPT:
        return
    sides = [_Half(s, a, said, words) for s, a in zip((pair.old, pair.new), acts, strict=True)]
    for region in pair.alignment.regions:
        changed = [c.intersection(run) for c, run in zip(pair.alignment.changed, region, strict=True)]
        if not all(0 < len(c) <= _MOST_WORDS for c in changed) or not _subject_kept(pair, region, words):
            continue
        alone = all(len(c) == 1 for c in changed)
        a, b = (side.head(run, c, alone) for side, run, c in zip(sides, region, changed, strict=True))
        if a is None or b is None or sides[0].infinitive(a) != sides[1].infinitive(b):
            continue
        if not sides[0].surely(a) and not sides[1].surely(b):
            continue
        if alone and not sides[0].telling(a) and not sides[1].telling(b):
            continue
        known = sides[0].known(a) + sides[1].known(b)
        if (known + alone < 2 or not known) and not _among_people(pair, sides, (a, b), changed):
            continue  # trades, spends: verbs that tell of no act are exchanged for style
        if sides[0].holds(a, sides[1], b) or sides[1].holds(b, sides[0], a):
            continue
        if not _one_point(sides[0].points(region.old), sides[1].points(region.new)) and not _told_alike(pair, region):
            yield sides[0].place(a, changed[0]), sides[1].place(b, changed[1])


def _among_people(
    pair: Pair, sides: "Sequence[_Half]", verbs: tuple[int, int], changed: Sequence[Collection[int]]
) -> bool:
    """Whether one of two verbs tells what people do to one another, where little else changed."""
    places = sum(map(pair.alignment.of_substance, pair.alignment.regions))
    if places > _FEW_PLACES or not all(len(c) <= _FEW_WORDS for c in changed):
        return False
    finite = not any(half.infinitive(i) for half, i in zip(sides, verbs, strict=True))
    if not finite and pair.alignment.substance.kept < _MOSTLY_KEPT:
        return False
    return any(half.among_people(i) for half, i in zip(sides, verbs, strict=True))


class _Half:
    """One side of a pair: its sentence, the acts in it, and where it tells who says something."""

    def __init__(
        self,
        sentence: Sentence,
        acts: Sequence[ScalePoint],
        said: Callable[[Sentence], Collection[int]],
        words: WordTable,
    ) -> None:
        self._sentence, self._acts, self._said, self._words = sentence, acts, said, words
        self._low, self._idle = sentence.tokens.bare, _idle(words)

    def place(self, first: int, changed: Collection[int]) -> ScalePoint:
        """A predicate from its verb to the last of some changed words."""
        return ScalePoint(first, max(first, *changed), Point("-", -1, self._low[first]))

    def points(self, run: range) -> set[Point]:
        """The points of scales that a run of words touches."""
        return {p.point for p in self._acts if p.first < run.stop and run.start <= p.last}

    def head(self, run: range, changed: Collection[int], alone: bool) -> int | None:
        """The verb that a changed run begins with, behind auxiliaries and adverbs; None where it begins otherwise, and
        of a verb that tells nothing alone and has no changed object, if more than one word changed.
        """
        for i in run:
            if self._low[i] in _STOPS or (i and self._low[i - 1] == "-" and self._sentence.tokens.glued(i)):
                return None  # the Forrest-backed firm
            if self._finite(i) or self.infinitive(i):
                told = alone or self.telling(i) or self._object(i, changed)
                told = told and i not in self._said(self._sentence)
                return i if told else None
            if self._low[i] not in self._idle and not self._low[i].endswith("ly"):
                return None
        return None

    def infinitive(self, i: int) -> str:
        """What a verb is an infinitive by: *to* or a modal; nothing for another word."""
        low, words = self._low, self._words
        before = low[i - 1] if i else ""
        by = "to" if before == "to" else "modal" if before in words.modals else ""
        return by if low[i] not in words.light_verbs and self._may_be_verb(i) else ""

    def known(self, i: int) -> bool:
        """Whether a verb is part of an act on a scale, of verbs."""
        return any(p.first <= i <= p.last and not p.point.scale.startswith(_IDLE_SCALES) for p in self._acts)

    def among_people(self, i: int) -> bool:
        """Whether a verb, or the phrase that it begins, tells what people do to one another, and not with a thing."""
        senses = self._words.senses
        social = senses is not None and any(map(senses.social, (self._low[i], *_phrases(self._sentence, i))))
        return social and not of_a_thing(self._sentence, i, self._words)

    def surely(self, i: int) -> bool:
        """Whether a word is a verb for sure: no noun before all that has no object behind it."""
        senses, low = self._words.senses, self._low
        assert senses
        if self.infinitive(i) or any(form.startswith("v") for form in senses.entry(low[i]).forms):
            return True
        if not low[i].endswith("s"):
            return True
        return any(senses.entry(w).parts.startswith("v") for w in senses.lemmas(low[i])) or self._governs(i)

    def _finite(self, i: int) -> bool:
        """Whether a word may be a finite verb or a participle."""
        low, before = self._low, self._low[i - 1] if i else ""
        if low[i] in self._idle or (low[i].endswith("ing") and before not in self._words.auxiliaries):
            return False  # a gerund
        if self._is_saying(i) and not any(p.first <= i <= p.last for p in self._acts):
            return False
        if is_verb(self._sentence, i, self._words, _NO_VERBS) or self._plural(i):
            return True
        return before in self._words.auxiliaries and low[i] not in self._words.light_verbs and self._may_be_verb(i)

    def _is_saying(self, i: int) -> bool:
        return any(first <= i < past for first, past, _ in self._sentence.hits.get("sayings", ()))

    def _object(self, i: int, changed: Collection[int]) -> bool:
        """Whether a changed noun stands behind a verb, with an article or without one."""
        senses, at = self._words.senses, i + 1
        while at < len(self._low) and (self._low[at] in self._words.determiners or self._low[at] in self._words.vague):
            at += 1
        return senses is not None and at in changed and senses.may_be_noun(self._low[at])

    def _plural(self, i: int) -> bool:
        """Whether a word is a verb behind its subject in the plural: villagers clash near."""
        before = self._low[i - 1] if i else ""
        subject = (before.endswith("s") and len(before) > _PLURAL_LETTERS) or before in self._words.pronouns
        return subject and self._low[i] not in self._idle and self._may_be_verb(i) and self._governs(i)

    def _governs(self, i: int) -> bool:
        """Whether an article or a preposition stands behind a word."""
        behind = self._low[i + 1] if i + 1 < len(self._low) else ""
        return behind in self._words.determiners or behind in self._words.prepositions

    def _may_be_verb(self, i: int) -> bool:
        senses = self._words.senses
        return senses is not None and self._low[i].isascii() and "v" in senses.entry(self._low[i]).parts

    def holds(self, i: int, other: "_Half", j: int) -> bool:
        """Whether the noun behind a verb tells what the verb of the other side does: offers advice, is advising."""
        senses, noun = self._words.senses, self._low[i + 1] if i + 1 < len(self._low) else ""
        if senses is None or not noun.isalpha():
            return False
        return senses.akin(noun, other._low[j]) or shared_start(noun, other._low[j]) >= _ROOT

    def telling(self, i: int) -> bool:
        """Whether a verb tells what was done: it has few senses, or is part of a phrase that has."""
        assert self._words.senses
        if not self._words.senses.vague(self._low[i]) or _phrases(self._sentence, i):
            return True
        return any(p.first <= i <= p.last and (p.first < p.last or p.point.scale in _HARD) for p in self._acts)


@cache
def _idle(words: WordTable) -> frozenset[str]:
    """The words that may stand before a predicate and tell nothing."""
    return words.grammar | words.stop | words.asides | words.light


@cache
def _no_subjects(words: WordTable) -> frozenset[str]:
    """The words of grammar that are no subject alone."""
    return words.grammar - words.pronouns


def _subject_kept(pair: Pair, region: ChangedRun, words: WordTable) -> bool:
    """Whether a word of substance, or a pronoun, stands before a region that both sides have."""
    assert pair.old
    low, gone = pair.old.tokens.low, pair.alignment.changed[0]
    ahead = range(region.old.start if region.new.start else 0)
    idle = _no_subjects(words)
    return any(low[i][0].isalpha() and low[i] not in idle and i not in gone for i in ahead)


def _one_point(mine: Collection[Point], theirs: Collection[Point]) -> bool:
    """Whether two points of one scale say the same, or one says less than the other."""
    return any(
        a.scale == b.scale and ((a == b and not a.vague) or (a.vague != b.vague and abs(a.degree - b.degree) <= 1))
        for a in mine
        for b in theirs
    )


def _told_alike(pair: Pair, region: ChangedRun) -> bool:
    """Whether a changed word of one side of a region is near to a changed word of the other sentence."""
    assert pair.old and pair.new
    gone, came = pair.alignment.changed
    return any(_near(pair.old, i, pair.new, j) for i in gone for j in came if i in region.old or j in region.new)


def _near(old: Sentence, i: int, new: Sentence, j: int) -> bool:
    assert old.words and old.words.senses
    senses = old.words.senses
    a, b = old.tokens.bare[i], new.tokens.bare[j]
    if senses.ever_related(a, b) or senses.synonymous(a, b) or senses.akin(a, b):
        return True
    if of_a_thing(old, i, old.words) and of_a_thing(new, j, old.words) and senses.ever_related(a, b, of_things=True):
        return True
    mine, theirs = _phrases(old, i), _phrases(new, j)
    if not mine and not theirs:
        return False
    return any(senses.related(x, y) for x in (a, *mine) for y in (b, *theirs))


def _phrases(sentence: Sentence, i: int) -> list[str]:
    """The verbs of two words that a word may be the first of: *pulled up*, *threw him out*."""
    low, words = sentence.tokens.bare, sentence.words
    assert words and words.senses
    senses = words.senses
    ahead = [*low[i + 1 : i + 2], *(w for w in low[i + 2 : i + 1 + _PARTICLE_TOKENS] if w in words.particles)]
    lemmas = [w for w in senses.lemmas(low[i]) if "v" in senses.entry(w).parts] if ahead else ()
    return [phrase for lemma in lemmas for w in ahead if senses.entry(phrase := f"{lemma}_{w}").parts]
