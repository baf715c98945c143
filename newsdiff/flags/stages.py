"""Another stage of what both sides tell of, in other words: a trial begins, a man lost at sea is searched for, a fire
that raged is out or turns out to be arson.
"""

from collections.abc import Iterator, Sequence

from newsdiff.flags.sentence.acts import Act, Change, ToldActs, ToldSide, is_verb
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable

_PLAN, _CASUALTY, _SEARCH, _FINDING, _CRIME, _NATURE = "plan", "casualty", "search", "finding", "crime", "nature"
_HAPPENING, _BEGUN = "happening", "begun"
_GOING_ON = frozenset(("begun", "resumed", "ended", "collapsed", "suspended", "delayed", "cancelled"))
_OFF = frozenset(("delayed", "cancelled", "suspended"))
_PROCESSES = frozenset(("justice", "work", "conflict", "happening", "search"))  # scales on whose points something lasts
_LOST = frozenset(("adrift", "missing"))
_SUBJECT_TOKENS = 6  # before a verb in which its subject stands
_KEPT = 0.3  # share of words of substance that a statement keeps of which another stage is told


def stages(told: ToldActs) -> Iterator[Change]:
    """The acts that tell another stage, of which one side may tell none."""
    if told.pair.alignment.substance.kept < _KEPT:
        return
    for side in told.sides:
        yield from _searched(side)
    yield from _calmed(told)
    for side in told.sides:
        for act in (*_going_on(side, told.words), *_found_out(side)):
            yield side.alone(act)


def _searched(side: ToldSide) -> Iterator[Change]:
    """Somebody is lost on one side, and searched for on the other, which tells nothing of how he fared."""
    lost = next((a.place for a in side.mine if a.place.point.name in _LOST and a.place.point.scale == _CASUALTY), None)
    search = next((b.place for b in side.others if b.place.point.scale == _SEARCH), None)
    if lost and search and not any(p.point.scale == _CASUALTY for p in side.theirs):
        yield (search, lost) if side.number else (lost, search)


def _calmed(told: ToldActs) -> Iterator[Change]:
    """A fire or a storm rages on one side, and is out on the other."""
    old, new = ([p for p in side if p.point.scale == _NATURE] for side in (told.before, told.after))
    names = {p.point.name for p in old}, {p.point.name for p in new}
    if len(names[0]) == len(names[1]) == 1 and names[0] != names[1] and _one_happening(told.before, told.after):
        went, arrived = {a.place for a in told.gone}, {b.place for b in told.came}
        if old[0] in went and new[0] in arrived:
            yield old[0], new[0]


def _one_happening(before: Sequence[ScalePoint], after: Sequence[ScalePoint]) -> bool:
    """Whether both sides tell of one happening, in whatever words: a fire, a blaze."""
    old, new = ({p.point.name for p in side if p.point.scale == _HAPPENING} for side in (before, after))
    return not old.isdisjoint(new)


def _going_on(side: ToldSide, words: WordTable) -> Iterator[Act]:
    """That something which lasts begins or ends, where the other side tells of it alone: fraud trial begins."""
    known = {x.place.point.name for x in side.others if x.place.point.scale == _PLAN}
    for act in side.mine:
        name = act.place.point.name
        if act.place.point.scale != _PLAN or name not in _GOING_ON or (name == _BEGUN and not side.number):
            continue  # what was under way may go unsaid
        if not known.isdisjoint(_GOING_ON - {_BEGUN} if name in _OFF else _GOING_ON):
            continue
        if act.place.first == act.place.last and not _is_verb(side.sentence, act.place.first, words):
            continue
        if _lasts(act, side, words):
            yield act


def _lasts(act: Act, side: ToldSide, words: WordTable) -> bool:
    """Whether the subject of an act is of something that lasts, and that the other side has; or is a noun that it has,
    where something is put off or called off.
    """
    sentence, low, known = side.sentence, side.sentence.tokens.bare, side.other.tokens.bare
    subject = list(_subject(sentence, act.place.first, words))
    if act.place.point.name in _OFF and subject and _is_borne(sentence, act.place, words):
        nouns = (low[i] for i in subject if low[i] not in words.grammar and low[i] not in words.auxiliaries)
        senses = words.senses
        return senses is not None and any(w in known and senses.may_be(w, "n") and not senses.person(w) for w in nouns)
    for i in subject:
        points = [p.point for p in words.acts.at(low, i) if p.point.scale in _PROCESSES] if words.acts else []
        if points and (low[i] in known or any(p.point in points for p in side.theirs)):
            return True
    return False


def _is_borne(sentence: Sentence, place: ScalePoint, words: WordTable) -> bool:
    """Whether nothing that a verb may govern stands behind it: postponed to May; no: has cancelled it."""
    behind, before = sentence.tokens.at(place.last + 1), sentence.tokens.at(place.first - 1)
    governs = behind[:1].isalnum() and behind not in words.prepositions and behind not in words.clause_openers
    return not governs and before not in words.asides


def _is_verb(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a word is a verb, or may be one behind a noun in the plural: talks begin."""
    before, behind = sentence.tokens.at(i - 1), sentence.tokens.at(i + 1)
    if before in words.auxiliaries and words.senses and "a" in words.senses.entry(sentence.tokens.bare[i]).parts:
        return False  # is close to
    plural = before.endswith("s") and (not behind[:1].isalpha() or behind in words.prepositions)
    return is_verb(sentence, i, words) or plural


def _subject(sentence: Sentence, verb: int, words: WordTable) -> Iterator[int]:
    """The words of the subject of a verb, from its last one on: nurses' strike over pay."""
    low = sentence.tokens.low
    for i in range(verb - 1, max(-1, verb - 1 - _SUBJECT_TOKENS), -1):
        if low[i] in words.clause_openers or low[i] in words.joining or not (low[i][0].isalnum() or low[i] == "'"):
            return
        yield i


def _found_out(side: ToldSide) -> Iterator[Act]:
    """What turned out to be the cause of a happening that the other side tells without one: treated as arson."""
    if not any(p.point.scale in (_FINDING, _CRIME) for p in side.theirs) and _one_happening(side.own, side.theirs):
        yield from (x for x in side.mine if x.place.point.scale == _FINDING)
