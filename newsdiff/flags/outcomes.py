"""What befell people is told on one side alone of a kept statement: a crash, a crash with two hurt; in custody."""

from collections.abc import Iterator
from itertools import takewhile

from newsdiff.flags.sentence.acts import Act, Change, ToldActs, ToldSide, is_verb
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_CASUALTY = "casualty"
_HURT = 2  # the least degree of an act on that scale that tells how people fared
_LEAST = {_CASUALTY: _HURT, "justice": 3, "work": -1, "custody": -1}  # the least degree that befalls somebody: arrested
_HARMED = frozenset(("harmed", "infected", "adrift"))  # points that do not tell how people fared
_DONE = frozenset(("hired", "demoted", "strike"))  # points of acts that people do as often as bear
_HARMS = frozenset(  # happenings that hurt people
    [
        *("accident", "attack", "bombing", "collapse", "crash", "derailment", "eruption", "explosion", "fire", "flood"),
        *("killing", "landslide", "quake", "ramming", "shooting", "sinking", "stabbing", "stampede", "storm"),
        *("attacked", "clashed", "harmed", "fallen", "burst", "heatwave", "avalanche"),
    ]
)
_COUNT_BEFORE, _COUNT_BEHIND = 4, 2  # tokens around an act in which it is told how many it befell
_DENIAL_TOKENS = 3  # before an act in which it is denied: no one is hurt
_MANY = frozenset(("several", "many", "people"))
_SUBJECT_KEPT = 0.5  # share of words of substance that a statement keeps which is told of the same person


def befell(told: ToldActs) -> Iterator[Change]:
    """The acts of either side that tell alone how people fared in what both sides tell of."""
    alignment, words = told.pair.alignment, told.words
    for side in told.sides:
        touched = alignment.touched[side.number]
        for act in (x for x in side.mine if x.place.point.scale in _LEAST):
            whole = touched.issuperset(range(act.place.first, act.place.last + 1))
            if not whole or _denied(side.sentence, act, words):
                continue
            if _hurt_in_it(act, side, alignment.changed[side.number], words) or (
                alignment.substance.kept >= _SUBJECT_KEPT and _of_one(act, side, touched, words)
            ):
                yield side.alone(act)


def _denied(sentence: Sentence, act: Act, words: WordTable) -> bool:
    near = sentence.tokens.low[max(0, act.place.first - _DENIAL_TOKENS) : act.place.first]
    return not words.negators.keys().isdisjoint(near)


def _hurt_in_it(act: Act, side: ToldSide, changed: frozenset[int], words: WordTable) -> bool:
    """Whether an act counts the hurt or the dead of a kept happening, of whom the other side tells nothing."""
    point = act.place.point
    if point.scale != _CASUALTY or point.degree < _HURT or point.name in _HARMED:
        return False
    if any(p.point.scale == _CASUALTY and p.point.name not in _HARMED for p in side.theirs):
        return False
    harmed = any(p.point.name in _HARMS and p.first not in changed for p in side.own)
    return harmed and _of_a_count(side.sentence, act, words)


def _of_a_count(sentence: Sentence, act: Act, words: WordTable) -> bool:
    """Whether it is told whom or how many an act befell: guard killed, two pilots injured, killed 50."""
    low, first, last = sentence.tokens.low, act.place.first, act.place.last
    near = (*low[max(0, first - _COUNT_BEFORE) : first], *low[last + 1 : last + 1 + _COUNT_BEHIND])
    if any(w[0].isdecimal() or w in words.cardinals or w in words.scales or w in _MANY for w in near):
        return True
    subject, senses, bare = _subject(sentence, act.place, words), words.senses, sentence.tokens.bare
    people = [] if subject is None else [bare[subject]]
    if is_verb(sentence, first, words, ()):
        people += bare[last + 1 : last + 1 + _COUNT_BEHIND]  # kills doctors
    return senses is not None and any(map(senses.person, people))


def _of_one(act: Act, side: ToldSide, touched: frozenset[int], words: WordTable) -> bool:
    """Whether an act befell a person right before it of whom both sides tell: woman in custody; Lee was arrested."""
    point = act.place.point
    if point.degree < _LEAST[point.scale] or point.name in _HARMED or point.name in _DONE:
        return False
    background = {p.point for p in side.own if p[:2] != act.place[:2]}
    if any(p.point.scale == point.scale and p.point not in background for p in side.theirs):
        return False
    sentence, senses = side.sentence, words.senses
    subject = _subject(sentence, act.place, words)
    if subject is None or subject in touched or senses is None:
        return False
    low, raw = sentence.tokens.bare[subject], sentence.tokens.raw[subject]
    return senses.person(low) or (subject > 0 and raw[0].isupper() and low not in words.grammar)


def _subject(sentence: Sentence, place: ScalePoint, words: WordTable) -> int | None:
    """The last word of what an act is told of, right before it: woman in custody, Lee was arrested."""
    low, i = sentence.tokens.bare, place.first - 1
    if not _is_predicate(sentence, place, words):
        return None
    while i >= 0 and (low[i] in words.auxiliaries or low[i] in words.asides or low[i].endswith("ly")):
        i -= 1
    return i if i >= 0 and sentence.tokens.low[i].isalpha() else None


def _is_predicate(sentence: Sentence, place: ScalePoint, words: WordTable) -> bool:
    """Whether an act is told of what stands before it, and governs nothing: in custody after, was arrested; no noun."""
    behind, ends = sentence.tokens.at(place.last + 1), words.prepositions | words.clause_openers | words.joining
    if behind[:1].isalnum() and behind not in ends and sentence.tokens.low[place.last] not in words.prepositions:
        return False
    ahead = range(place.last + 1, len(sentence.tokens))
    clause = takewhile(lambda i: sentence.tokens.low[i] not in words.clause_openers | words.joining | {","}, ahead)
    if any(is_verb(sentence, i, words, ()) for i in clause):
        return False  # a man injured in Rye thanks nurses
    if place.first < place.last or is_verb(sentence, place.first, words, ()):
        return True
    return words.senses is not None and words.senses.entry(sentence.tokens.bare[place.first]).parts.startswith("a")
