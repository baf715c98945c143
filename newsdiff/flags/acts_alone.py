"""Acts that one side of a kept statement tells alone: a stage before what both tell, an end put to it, a crime more."""

from collections.abc import Iterator

from newsdiff.flags.sentence.acts import ENDS, Act, Change, ToldActs, ToldSide, is_noun, is_verb, one_more
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.table import WordTable
from newsdiff.text.tokens import shared_start

_OBJECT_TOKENS = 4  # behind such a verb in which its object stands
_ROOT = 4  # letters that a noun and the verb of its root begin with: closure, closes
_NO_OBJECTS = frozenset(("and", "or", "off", "up", "out", "down", "away"))  # behind a verb that governs nothing
_IDIOM = "-"
_NEARLY, _CONSIDERED, _AGREED = "nearly", "considered", "agreed"
_CASUALTY = "casualty"
_STAGE = "stage"  # in talks to, agrees to
_CLEARED = "cleared"
_CHARGES = frozenset(("crime", "justice", "finding"))


def alone(told: ToldActs) -> Iterator[Change]:
    """The changed acts of either side that have no counterpart, and yet tell what else happened."""
    yield from one_more(told.gone, told.came, told.before, told.after)
    for look in (_counted, _staged, _ended):
        for side in told.sides:
            yield from map(side.alone, look(side, told))


def _counted(side: ToldSide, _: ToldActs) -> Iterator[Act]:
    """How some people fared who are told of on one side alone: *two rescued, three missing*, *five rescued*."""
    mine = [x for x in side.mine if x.whole and x.place.point.scale == _CASUALTY]
    if not mine or any(x.place.point.scale == _CASUALTY for x in side.others):
        return
    kept = {p.point for p in side.own}.intersection(p.point for p in side.theirs)
    if not any(p.scale == _CASUALTY for p in kept):
        return
    for act in mine:
        if act.place.point not in kept and _of_a_number(side.sentence, act) and not _stands(side, act):
            yield act


def _stands(side: ToldSide, act: Act) -> bool:
    """Whether the other side has all words of an act, if apart: *567 new local cases*, *567 new cases*."""
    low, there = side.sentence.tokens.low, side.other.tokens.low
    return all(low[i] in there for i in range(act.place.first, act.place.last + 1))


def _of_a_number(sentence: Sentence, act: Act) -> bool:
    """Whether a number stands right before an act: *three missing*, *1,200 missing*."""
    before = sentence.tokens.at(act.place.first - 1)
    return before[:1].isdecimal() or (sentence.words is not None and before in sentence.words.cardinals)


def _staged(side: ToldSide, told: ToldActs) -> Iterator[Act]:
    """What stands before a kept act tells how far it came: *in talks to sell*, *sold*."""
    if not any(x.place.point.scale == _STAGE for x in side.others):
        found = (x for x in side.mine if x.place.point.scale == _STAGE and _tells_stage(x, side, told))
        yield from (x for x in found if x.place.point.name != _AGREED or not _to_come(x, side, told))


def _to_come(act: Act, side: ToldSide, told: ToldActs) -> bool:
    """Whether the other side tells what was promised by a modal of its own: will protect."""
    touched = told.pair.alignment.touched[1 - side.number]
    modals = side.other.hits.get("modals", ()) if side.sentence.tokens.low[act.place.last] == "to" else ()
    return any(first in touched for first, _, _ in modals)


def _tells_stage(act: Act, side: ToldSide, told: ToldActs) -> bool:
    """Whether what an act is a stage of stands behind it on its side, and alone or as a verb on the other one."""
    after, point, sentence, alignment = act.place.last + 1, act.place.point.name, side.sentence, told.pair.alignment
    if point != _NEARLY and _noun_of_it(act, side, told):
        return True
    kept = after < len(sentence.tokens) and after not in alignment.changed[side.number]
    if not kept or alignment.changed_in(act.region, 1 - side.number) or not sentence.tokens.low[after][0].isalpha():
        return False
    if point == _NEARLY and not _nearly_done(act, side, told):
        return False  # nearly 200 people
    if point == _CONSIDERED and not sentence.tokens.low[after].endswith("ing"):
        return False  # considers a plan
    noun = act.place.first == act.place.last and is_noun(sentence, act.place.first, told.words)
    return not noun and sentence.tokens.low[after] not in _NO_OBJECTS


def _nearly_done(act: Act, side: ToldSide, told: ToldActs) -> bool:
    """Whether what was nearly done stands behind an act: a verb, or the noun of one that the other side has (close to
    elimination, eliminated).
    """
    last = side.sentence.tokens.bare[act.place.last]
    if told.words.senses is None:
        return False
    if last != "to" and last not in told.words.prepositions:
        return is_verb(side.sentence, act.place.last + 1, told.words)
    return _noun_of_it(act, side, told)


def _noun_of_it(act: Act, side: ToldSide, told: ToldActs) -> bool:
    """Whether behind an act stands the noun of a verb that the other side has: mulls sale, sells."""
    low, after, other, words = side.sentence.tokens.bare, act.place.last + 1, side.other, told.words
    if words.senses is None or after >= len(low):
        return False
    touched = told.pair.alignment.touched[1 - side.number]
    there = (other.tokens.bare[j] for j in touched if is_verb(other, j, words))
    noun, akin = low[after], words.senses.akin
    return any(noun != w and (akin(noun, w) or shared_start(noun, w) >= _ROOT) for w in there)


def _ended(side: ToldSide, told: ToldActs) -> Iterator[Act]:
    """An end put to what both sides tell: is investigating, closed its investigation; in jail, freed from jail."""
    alignment, words, sentence = told.pair.alignment, told.words, side.sentence
    for act in side.mine:
        point = act.place.point
        verbal = sentence.tokens.at(act.place.last + 1) == "to"  # failed to publish: a matter of negation
        if verbal or point.name not in ENDS or any(x.place.point.scale == point.scale for x in side.others):
            continue
        if _describes(sentence, act, words) or any(x.point == point for x in side.theirs):
            continue
        there = alignment.regions[act.region][1 - side.number]
        if alignment.changed_in(act.region, 1 - side.number) or _negated(side.other, there, words):
            continue  # another word in its place
        ahead = _objects(sentence, act.place.last + 1, words)
        if any(_told_of(sentence, i, side.other, told.pair, words, point.name == _CLEARED) for i in ahead):
            yield act


def _describes(sentence: Sentence, act: Act, words: WordTable) -> bool:
    """Whether an act is but a word before a noun that nobody does anything with: close ties, a failing light."""
    i, senses = act.place.first, words.senses
    if i < act.place.last or senses is None or is_verb(sentence, i, words, ()):
        return False
    return senses.may_be(sentence.tokens.bare[i], "a") or sentence.tokens.bare[i].endswith("ing")


def _objects(sentence: Sentence, first: int, words: WordTable) -> range:
    """The tokens behind a verb in which its object stands, up to where another clause begins."""
    last = min(first + _OBJECT_TOKENS, len(sentence.tokens))
    return range(first, next((i for i in range(first, last) if sentence.tokens.low[i] in words.clause_openers), last))


def _negated(sentence: Sentence, places: range, words: WordTable) -> bool:
    return any(sentence.tokens.low[i] in words.negators for i in places)


def _told_of(sentence: Sentence, i: int, other: Sentence, pair: Pair, words: WordTable, charged: bool) -> bool:
    """Whether a word names an act that the other side tells of as well; one with which somebody may be charged."""
    assert words.senses and words.acts
    word, senses = sentence.tokens.bare[i], words.senses
    if word in words.grammar or i in pair.alignment.changed[sentence is pair.new]:
        return False
    scales = {p.point.scale for p in words.acts.at(sentence.tokens.bare, i)} - {_IDIOM}
    if charged and scales.isdisjoint(_CHARGES):
        return False  # cleared the fallen trees
    return any((scales and w == word) or (w != word and senses.akin(w, word)) for w in other.tokens.bare)
