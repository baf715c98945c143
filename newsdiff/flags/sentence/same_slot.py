"""Whether two acts fill the same slot of a statement: they have the same subject, are of the same noun, or are done to
the same thing: *cancelled the order*, *the order has been cancelled*.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from newsdiff.flags.sentence.acts import Act, auxiliary, differ, is_verb
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import Point, ScalePoint
from newsdiff.language.table import WordTable

_PLACED = frozenset(("off", "near", "past", "outside", "inside", "beside", "across", "along"))  # prepositions
_UNCHANGED = frozenset(("hit", "hurt", "cut", "beat", "split", "set", "put", "shed"))  # participles like their verbs
_FUTURE_TOKENS, _TO = 5, "to"  # of what leads to an infinitive
_OF_ITSELF = frozenset(("site", "road", "flight", "power"))  # scales whose verbs need nobody: the shop reopens
_OBJECT_TOKENS = 5  # behind a verb in which the head of its object stands
_SUBJECT_TOKENS = 12  # before an auxiliary in which the head of its subject stands


def same_slot(a: Act, b: Act, pair: Pair) -> bool:
    """Whether two acts have the same subject, or are of the same kept noun right behind them."""
    assert pair.old and pair.new
    region = pair.alignment.regions[a.region]
    before = _substance(pair.old, range(region.old.start, a.place.first), pair)
    after = _substance(pair.new, range(region.new.start, b.place.first), pair)
    if before and after and _is_capitalised(pair.old, before[0]) and _is_capitalised(pair.new, after[0]):
        before, after = before[1:], after[1:]  # another name before both
    if not before and not after:
        return True
    if _somebody(before, pair.old) and _somebody(after, pair.new):
        return bool(before) == bool(after) or not any(
            is_verb(sentence, i, sentence.words)
            for sentence, places in ((pair.old, before), (pair.new, after))
            for i in places
            if sentence.words
        )  # sacks 800 but crew refuse
    senses = pair.old.words.senses if pair.old.words else None
    if senses is None:
        return False
    old, new = pair.old.tokens.bare, pair.new.tokens.bare
    if before and after and senses.inflected(old[before[-1]], new[after[-1]]):
        return True
    x, y = a.place.last + 1, b.place.last + 1
    ends = x == region.old.stop and y == region.new.stop and x < len(old)
    adjectives = senses.may_be(old[x - 1], "a") and senses.may_be(new[y - 1], "a")
    return ends and adjectives and old[x][0].isalpha() and old[x] not in _grammar(pair.new.words)


def _is_capitalised(sentence: Sentence, i: int) -> bool:
    """Whether a word inside a sentence is written with a capital."""
    return i > 0 and sentence.tokens.raw[i][0].isupper()


def _substance(sentence: Sentence, places: range, pair: Pair) -> list[int]:
    """The words of substance of some places."""
    low, idle = sentence.tokens.low, _grammar(pair.new.words if pair.new else None)
    return [i for i in places if low[i][0].isalpha() and low[i] not in idle]


@cache
def _grammar(words: WordTable | None) -> frozenset[str]:
    """The words that head no slot."""
    return words.grammar | words.stop | words.light_verbs | words.asides | words.light if words else frozenset()


def _somebody(places: Sequence[int], sentence: Sentence) -> bool:
    """Whether some words are for people: the last that tells not how is one."""
    low, words = sentence.tokens.bare, sentence.words
    named = [low[i] for i in places if not low[i].endswith("ly")]
    senses = words.senses if words else None
    if words is None or senses is None:
        return False
    return not named or senses.person(named[-1]) or named[-1] in words.sources


def turned_voice(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[Act, Act]]:
    """Acts of one scale at different points, done to one thing, of which one is told in the passive."""
    assert pair.old and pair.new
    for a in gone:
        for b in came:
            if not differ(a.place, b.place):
                continue
            places = (pair.old, a.place.first), (pair.new, b.place.first)
            passive = [auxiliary(sentence, verb, sentence.words) for sentence, verb in places]
            one, other = _patients(pair.old, a.place, passive[0]), _patients(pair.new, b.place, passive[1])
            if not one.isdisjoint(other):
                yield a, b


@cache
def _no_nouns(words: WordTable) -> frozenset[str]:
    """The words that stand around a noun."""
    return words.grammar | words.stop | words.asides | words.determiners


def _patients(sentence: Sentence, act: ScalePoint, auxiliary: int | None) -> set[str]:
    """The nouns that may head the subject of a passive, or the object behind an active verb."""
    low, words = sentence.tokens.bare, sentence.words
    assert words
    idle = _no_nouns(words)
    if auxiliary is None:
        ahead = range(act.last + 1, min(act.last + 1 + _OBJECT_TOKENS, len(low)))
        said = [i for i in ahead if low[i] not in words.determiners]
        heads = []
        for i in said:
            if low[i] in idle or not low[i][0].isalpha() or is_verb(sentence, i, words):
                break
            heads.append(low[i])
        before = low[act.first - 1] if act.first and act.point.scale in _OF_ITSELF else ""
        return set(heads[-1:] or ([before] if before.isalpha() and before not in idle else []))
    found = set[str]()
    for i in range(auxiliary - 1, max(-1, auxiliary - 1 - _SUBJECT_TOKENS), -1):
        if low[i] in ",;:.":
            break
        ends = low[i + 1] in idle or i == auxiliary - 1
        if low[i][0].isalpha() and low[i] not in idle and ends:
            found.add(low[i])
    return found


def turned_deeds(pair: Pair) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """What was done to a kept subject by somebody, and what it does itself: was struck by a drone, hit a mine; was sued
    by a supplier, sued a supplier.
    """
    assert pair.old and pair.new
    by = {
        i
        for s, t in zip((pair.old, pair.new), pair.alignment.touched, strict=True)
        for i in t
        if s.tokens.low[i] == "by"
    }
    for mine, other in ((pair.old, pair.new), (pair.new, pair.old)) if by else ():
        for borne, agent, subject in _borne(mine):
            done = _deed(other, subject)
            if done is None or not _one_deed(mine, borne[1], other, done[0]):
                continue
            if agent not in other.bag or other.tokens.low[done[1]] == agent:
                there = ScalePoint(*borne, Point("-", -1, "borne")), ScalePoint(*done, Point("-", -1, "done"))
                yield there if mine is pair.old else (there[1], there[0])


def _borne(sentence: Sentence) -> Iterator[tuple[tuple[int, int], str, str]]:
    """The auxiliary and the participle of each passive that names who does it, who that is, and its subject."""
    low, words = sentence.tokens.bare, sentence.words
    if words is None or "by" not in low:
        return
    for by in (i for i, word in enumerate(low) if word == "by" and i > 1):
        verb = by - 1
        first = auxiliary(sentence, verb, words)
        first = verb if first is None and _participle(low[verb], words) else first  # man hit by bus
        agent = _head(sentence, by + 1)
        acts = words.senses is not None and low[verb].isascii() and words.senses.may_be(low[verb], "v")
        if first is not None and first > 0 and agent is not None and acts:
            yield (first, verb), low[agent], low[_antecedent(sentence, _before_future(sentence, first - 1))]


def _before_future(sentence: Sentence, i: int) -> int:
    """A token, or the one before what is but planned or agreed there: the firm *will* be, *has agreed to* be."""
    low, words = sentence.tokens.bare, sentence.words
    least = max(0, i - _FUTURE_TOKENS)
    while words and i > least and (low[i] in _led(words) or low[i + 1] == _TO):
        i -= 1
    return i


def _behind_future(sentence: Sentence, i: int) -> int:
    """The same forwards."""
    low, words = sentence.tokens.bare, sentence.words
    past = min(len(low) - 1, i + _FUTURE_TOKENS)
    while words and i < past and (low[i] in _led(words) or low[i + 1] == _TO):
        i += 1
    return i


@cache
def _led(words: WordTable) -> frozenset[str]:
    """The words that stand between a subject and the infinitive that tells what it does, or bears."""
    return frozenset(w for w in words.modals if " " not in w) | words.asides | {_TO}


def _participle(word: str, words: WordTable) -> bool:
    """Whether a word may be a participle by its form: struck, sued; no bare noun such as *cup*."""
    senses = words.senses
    irregular = senses is not None and any(form.startswith("v") for form in senses.entry(word).forms)
    return word.endswith("ed") or irregular or word in _UNCHANGED


def _antecedent(sentence: Sentence, i: int) -> int:
    """A noun, or the one that a comma or *, who* at a token stands behind."""
    low, words = sentence.tokens.bare, sentence.words
    i -= words is not None and low[i] in words.relatives and i > 0
    return i - (low[i] == "," and i > 0)


def _deed(sentence: Sentence, subject: str) -> tuple[int, int] | None:
    """The verb right behind a subject, in the active voice, and the head of its object."""
    low, words = sentence.tokens.bare, sentence.words
    verb = low.index(subject) + 1 if subject in low and subject.isalpha() else len(low)
    if words is None or (subject in words.grammar and subject not in words.pronouns):
        return None
    verb += verb < len(low) and low[verb] == ","
    verb += verb < len(low) and low[verb] in words.relatives
    verb = _behind_future(sentence, verb)
    if verb >= len(low) or low[verb] in words.auxiliaries:
        return None
    thing = _head(sentence, verb + 1)
    acts = words.senses is not None and words.senses.may_be(low[verb], "v")
    return (verb, thing) if thing is not None and acts else None


@cache
def _outside_nouns(words: WordTable) -> frozenset[str]:
    """The words that end a noun."""
    return words.grammar | words.stop | words.asides | words.prepositions | _PLACED


def _head(sentence: Sentence, first: int) -> int | None:
    """The last word of the noun with its adjectives that begins at a token, behind an article."""
    low, words = sentence.tokens.bare, sentence.words
    assert words
    led = first < len(low) and (low[first] in words.determiners or low[first] in words.vague)
    first += led
    idle = _outside_nouns(words)
    last = first + (led and first < len(low) and low[first].isalpha())  # a mine
    while last < min(first + _OBJECT_TOKENS, len(low)) and low[last].isalpha() and low[last] not in idle:
        last += 1
    return last - 1 if last > first else None


def _one_deed(mine: Sentence, i: int, other: Sentence, j: int) -> bool:
    """Whether two verbs are one, or near to one another, and not such as both sides do at once: meet, marry."""
    a, b, words = mine.tokens.bare[i], other.tokens.bare[j], mine.words
    if words is None or words.senses is None or not words.mutual.isdisjoint((a, b)):
        return False
    if words.senses.inflected(a, b):
        return True
    return words.sayings.keys().isdisjoint((a, b)) and words.senses.related(a, b)  # was alarmed by, warns of


def behind_preposition(sentence: Sentence | None, i: int) -> bool:
    """Whether a preposition stands before a token and its articles."""
    words = sentence.words if sentence else None
    if sentence is None or words is None:
        return False
    while sentence.tokens.at(i - 1) in words.determiners:
        i -= 1
    return sentence.tokens.at(i - 1) in words.prepositions
