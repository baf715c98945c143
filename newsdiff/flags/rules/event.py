"""What happened differs in a kept statement: injured, killed; arrested, charged; rose, fell."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import product

from newsdiff.flags.persons.bearers import is_figurative, of_a_thing
from newsdiff.flags.persons.sexes import of_other_sex
from newsdiff.flags.read.inside_quotes import quoted_token
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import (
    ENDS,
    HARD,
    Act,
    Change,
    ToldActs,
    ToldSide,
    acts,
    changed_acts,
    differ,
    graver,
    is_verb,
    one_denied,
    reason,
    scales_of,
)
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.predicates import replaced
from newsdiff.flags.sentence.same_slot import same_slot, turned_deeds, turned_voice
from newsdiff.language.scales import Point, ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity

_SUBJECT_SHARE = 0.36  # share of words that sentences of one subject have in common
_KEPT = 0.6  # share of words of substance that a statement must keep where any verb tells another act
_OPPOSITE_KEPT = 0.5  # share of words of substance that a statement keeps in which one is its opposite
_VOICE_KEPT = 0.4  # the same that a statement keeps which goes over into the passive
_FEW = 3  # words of substance
_DENIAL_TOKENS = 2  # before an act in which it is denied
_LOOSE = frozenset(("money", "trade", "goods", "order"))  # scales whose verbs are near to one another: give, pay
_LEAST_KEPT = 0.28  # share of words of substance that is kept wherever an act is another one
_LEAST = 0.15  # and where one stands in the other's place


@rule
def event(comparison: Comparison) -> Iterator[Flag]:
    """Acts on one scale at different points, in kept statements."""
    words = comparison.words
    if words is None or words.acts is None or words.senses is None:
        return
    for pair in comparison.kept_pairs():
        yield from _pair_flags(pair, words, comparison)


def _pair_flags(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new and words.acts
    if pair.likeness < _LEAST or not comparison.of_news(pair):
        return
    if turned := next(turned_deeds(pair), None):
        yield _flag(pair, *turned)
        return
    if not any(pair.alignment.changed) or (pair.alignment.substance.kept < _LEAST_KEPT and not _same_subject(pair)):
        return
    before, after = (
        (_acts_of(s, words, comparison) for s in (pair.old, pair.new)) if _of_acts(pair, words) else ([], [])
    )
    gone = [a for a in changed_acts(pair, before, 0) if not _is_hedge(a, pair.old, pair.new)]
    came = [a for a in changed_acts(pair, after, 1) if not _is_hedge(a, pair.new, pair.old)]
    told = _same_act(gone, came, pair, words)
    went, arrived = _untold(gone, told[0]), _untold(came, told[1])
    old, new = (_touched(side, places) for side, places in zip((before, after), pair.alignment.touched, strict=True))
    gone = [a for a in went if _has_replacement(a, arrived) or not _stands(a, new)]
    came = [a for a in arrived if _has_replacement(a, went) or not _stands(a, old)]
    found = (
        (_of_scales(ToldActs(pair, words, gone, came, before, after)) if gone or came else None)
        or next(_opposite(pair, words), None)
        or next(_unrelated(pair, before, after, words), None)
        or next(
            replaced(pair, (before, after), lambda s: {source.first for source in comparison.read(s).sources}), None
        )
    )
    if found and not _quoted(pair, *found):
        yield _flag(pair, *found)


def _flag(pair: Pair, a: ScalePoint | None, b: ScalePoint | None) -> Flag:
    assert pair.old and pair.new
    spans, blocks = (_span(pair.old, a), _span(pair.new, b)), (pair.old.block, pair.new.block)
    return Flag(FlagKind.EVENT, Severity.HIGH, *spans, "", *blocks, reason(a, b))


def _untold(acts_of_a_side: Sequence[Act], told: set[tuple[int, int]]) -> list[Act]:
    """The acts of which no word lies in a place that both sides tell alike: *signed* in *signed a deal*."""
    return [a for a in acts_of_a_side if not any(x <= a.place.first and a.place.last <= y for x, y in told)]


def _quoted(pair: Pair, a: ScalePoint | None, b: ScalePoint | None) -> bool:
    """Whether all acts that differ stand in somebody's words: another quotation is no other event."""
    assert pair.old and pair.new
    sides = ((pair.old, a), (pair.new, b))
    return all(p is None or quoted_token(s.tokens, p.first) for s, p in sides)


def _of_scales(told: ToldActs) -> Change | None:
    """The acts that differ on some scale, those first that tell it best."""
    from newsdiff.flags.acts_alone import alone
    from newsdiff.flags.outcomes import befell
    from newsdiff.flags.stages import stages

    pair, _, gone, came, before, after = told
    return (
        next(_replacements(gone, came, pair), None)
        or next(graver(gone, came, before, after), None)
        or next(_another(gone, came, pair), None)
        or next(_in_other_voice(gone, came, pair), None)
        or next(_wrapped(told), None)
        or next(_only_ones(gone, came, pair), None)
        or next(alone(told), None)
        or next(befell(told), None)
        or next(stages(told), None)
    )


def _of_acts(pair: Pair, words: WordTable) -> bool:
    """Whether a changed word is one of a phrase for an act: else no act can differ, and none is looked for."""
    assert pair.old and pair.new and words.acts
    mentions = words.acts.mentions
    return any(
        mentions(s.tokens.bare[i])
        for s, changed, touched in zip(
            (pair.old, pair.new), pair.alignment.changed, pair.alignment.touched, strict=True
        )
        for i in (*changed, *(i for i in touched if s.tokens.bare[i] in words.asides))
    )


def _same_subject(pair: Pair) -> bool:
    """Whether two sentences begin with the same pronoun or noun, and differ in what they tell of it."""
    assert pair.old and pair.new
    old, new = pair.old.tokens.low, pair.new.tokens.low
    words = pair.old.words
    same = pair.alignment.regions[0].old.start
    subject = any(w in words.pronouns or w not in words.grammar for w in old[:same]) if words else False
    return same > 0 and subject and old[:same] == new[:same] and pair.likeness >= _SUBJECT_SHARE


def _acts_of(sentence: Sentence, words: WordTable, comparison: Comparison) -> list[ScalePoint]:
    """The acts of a sentence but its verbs of saying (denied that) and parts of dates (the end of May)."""
    found = [act for act in acts(sentence, words) if not is_figurative(act, sentence, words)]
    parts = {i for first, past, _ in sentence.hits.get("parts", ()) for i in range(first, past)}
    if parts and any(p.first in parts for p in found):  # the end of May
        dated = comparison.read(sentence).dated
        found = [p for p in found if p.first not in parts or p.first not in dated]
    if not found or "that" not in sentence.tokens.low:
        return found
    said = {s.first for s in comparison.read(sentence).sources if sentence.tokens.at(s.last + 1) == "that"}
    return [p for p in found if p.first not in said]


def _is_hedge(act: Act, mine: Sentence, other: Sentence) -> bool:
    """Whether an act is but a hedge before one that the other side has as well: feared drowned, drowned."""
    first, last, _ = act.place
    modals = mine.hits.get("modals", ()) if last > first else ()
    return any(at == first for at, _, _ in modals) and mine.tokens.low[last] in other.bag


def _has_replacement(act: Act, others: Iterable[Act]) -> bool:
    """Whether in an act's place stands another one of its scale, whatever else the other side tells: sheds, gains."""
    return any(a.region == act.region and differ(a.place, act.place) for a in others)


def _touched(places: Sequence[ScalePoint], touched: frozenset[int]) -> set[tuple[str, str]]:
    """The scales and names of the acts that hold a changed token."""
    return {(p.point.scale, p.point.name) for p in places if not touched.isdisjoint(range(p.first, p.last + 1))}


def _stands(act: Act, others: Container[tuple[str, str]]) -> bool:
    """Whether the other side says the same on the same scale in words of its own."""
    return (act.place.point.scale, act.place.point.name) in others


def _same_act(
    gone: Sequence[Act], came: Sequence[Act], pair: Pair, words: WordTable
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The places of acts that are but other words for one act."""
    assert pair.old and pair.new and words.senses
    found: tuple[set[tuple[int, int]], set[tuple[int, int]]] = set(), set()
    for a in gone:
        for b in came:
            x, y = pair.old.tokens.at(a.place.first), pair.new.tokens.at(b.place.first)
            single = a.place.first == a.place.last and b.place.first == b.place.last
            one = a.place.point == b.place.point and not a.place.point.vague
            one = one and not (a.region != b.region and _has_replacement(a, came) and _has_replacement(b, gone))
            one = one and (a.place.point.scale in HARD or not _apart(a, b, gone, came))
            if one or (single and words.senses.akin(x, y)):
                found[0].add(a.place[:2])
                found[1].add(b.place[:2])
    return found


def _apart(a: Act, b: Act, gone: Sequence[Act], came: Sequence[Act]) -> bool:
    """Whether the words of two acts are far from one another on a scale of hard facts: rescued and freed."""
    mine = (x.place for x in gone if x.place[:2] == a.place[:2] and x.place.point.scale in HARD)
    theirs = [x.place for x in came if x.place[:2] == b.place[:2]]
    return any(differ(x, y) for x in mine for y in theirs)


def _replacements(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """Acts of one scale of which one stands in the other's place."""
    for a, b in product(gone, came):
        if a.region != b.region or not differ(a.place, b.place) or not same_slot(a, b, pair):
            continue
        if _both_happen(a, b, pair) and not (_beside(a, b) and _near(a, b, pair)):
            yield a.place, b.place


def _beside(a: Act, b: Act) -> bool:
    """Whether two acts stand beside one another on a scale of degrees that is not of hard facts: completed, ended."""
    x, y = a.place.point, b.place.point
    unordered = x.degree < 0 > y.degree and x.scale in _LOOSE
    return x.scale not in HARD and (unordered or (x.degree > 0 < y.degree and abs(x.degree - y.degree) <= 1))


def _both_happen(a: Act, b: Act, pair: Pair) -> bool:
    """Whether two acts are told, not denied, and more than what somebody must or may do."""
    return not one_denied(a, b, pair, _DENIAL_TOKENS) and not (_obliges(pair.old, a) and _obliges(pair.new, b))


def _obliges(sentence: Sentence | None, act: Act) -> bool:
    """Whether an act tells no more than what somebody must or may do: advised, required."""
    hits = sentence.hits.get("modals", ()) if sentence else ()
    return any(first <= act.place.first < past for first, past, _ in hits)


def _another(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """Acts of different scales, where one word gave way to one: *arrested*, *hurt*."""
    for a in (x for x in gone if x.place.point.scale in HARD):
        mine = scales_of(a, gone)
        for b in (x for x in came if x.place.point.scale in HARD and x.region == a.region):
            told = mine.isdisjoint(scales_of(b, came)) and pair.alignment.brief(a.region, _FEW)
            if told and min(a.place.last, b.place.last) > 0 and same_slot(a, b, pair):  # Station master held
                yield a.place, b.place


def _in_other_voice(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """Acts of one scale done to one thing, of which one is told in the passive, in a statement that is kept."""
    if pair.alignment.substance.kept >= _VOICE_KEPT:
        for a, b in turned_voice(gone, came, pair):
            if _both_happen(a, b, pair) and (a.place.point.scale in HARD or not _near(a, b, pair)):
                yield a.place, b.place


def _near(a: Act, b: Act, pair: Pair) -> bool:
    """Whether the words of two acts are near to one another: sealed, closed."""
    assert pair.old and pair.new
    senses = pair.old.words.senses if pair.old.words else None
    single = a.place.first == a.place.last and b.place.first == b.place.last
    old, new = pair.old.tokens.bare[a.place.first], pair.new.tokens.bare[b.place.first]
    return single and senses is not None and senses.related(old, new)


def _only_ones(gone: Sequence[Act], came: Sequence[Act], pair: Pair) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """The only acts that went and came on a scale, far from one another in a kept statement: *sacked*, *who quit*."""
    if pair.alignment.substance.kept < _KEPT:
        return
    for a in (x for x in gone if x.place.point.scale in HARD):
        mine, theirs = ([x for x in side if x.place.point.scale == a.place.point.scale] for side in (gone, came))
        if len(mine) == len(theirs) == 1 and differ(a.place, theirs[0].place) and _both_happen(a, theirs[0], pair):
            yield a.place, theirs[0].place


def _wrapped(told: ToldActs) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """A kept act inside a phrase that tells another one of its scale: jails him, spares him jail."""
    assert told.words.senses
    akin = told.words.senses.akin
    for side in reversed(told.sides):
        mine, theirs = side.sentence.tokens.bare, side.other.tokens.bare
        for act in side.mine:
            phrase = mine[act.place.first : act.place.last + 1]
            for kept in side.theirs:
                inside = differ(kept, act.place) and any(akin(theirs[kept.first], w) for w in phrase)
                if inside and not _told_besides(act, side, told):
                    yield (kept, act.place) if side.number else (act.place, kept)


def _told_besides(act: Act, side: ToldSide, told: ToldActs) -> bool:
    """Whether the other side tells as much of an act apart from the word in it (shot dead: a fatal shooting; lifts a
    ban: the ban is scrapped), or what it adds is but what something is called (a terrorist attack).
    """
    if any(p.point.scale == act.place.point.scale and not differ(p, act.place) for p in side.theirs):
        return True
    if any(x.place.point.name in ENDS for x in side.others):
        return True
    named = told.words.named
    changed = told.pair.alignment.changed[side.number]
    fresh = changed.intersection(range(act.place.first, act.place.last + 1))
    return named is not None and any(
        p.point.scale == "-" for i in fresh for p in named.at(side.sentence.tokens.bare, i)
    )


def _opposite(pair: Pair, words: WordTable) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """A word in the place of its opposite, neither denied nor half of another word, in a statement that is kept."""
    assert pair.old and pair.new and words.senses
    if pair.alignment.substance.kept < _OPPOSITE_KEPT:
        return
    changed, old, new = pair.alignment.changed_in, pair.old.tokens, pair.new.tokens
    for n in range(len(pair.alignment.regions)):
        if not pair.alignment.brief(n, _FEW):
            continue
        for i in sorted(changed(n, 0)):
            for j in sorted(changed(n, 1)):
                if not words.senses.opposed(old.bare[i], new.bare[j]):
                    continue
                if {old.low[i], new.low[j]} <= words.quantifiers:
                    continue  # some, all: other words
                halves = "-" in (old.at(i + 1), new.at(j + 1), old.at(i - 1), new.at(j - 1))
                said = old.low[i] in words.sayings or new.low[j] in words.sayings
                said = said or old.low[i] in words.nearness or new.low[j] in words.nearness  # the first, the last day
                said = said or of_other_sex(old.low[i], new.low[j], words)
                said = said or (_only_describes(pair.old, i, words) and _only_describes(pair.new, j, words))
                if not halves and not said:
                    a = Act(ScalePoint(i, i, Point("-", -1, old.bare[i])), n, whole=True)
                    b = Act(ScalePoint(j, j, Point("-", -1, new.bare[j])), n, whole=True)
                    if not one_denied(a, b, pair, _DENIAL_TOKENS):
                        yield a.place, b.place


def _only_describes(sentence: Sentence, i: int, words: WordTable) -> bool:
    """Whether a word is no verb and stands before a noun: early drawings, a long chase."""
    senses, before, behind = words.senses, sentence.tokens.at(i - 1), sentence.tokens.at(i + 1)
    if senses is None or not behind.isascii() or behind in words.grammar or not senses.may_be_noun(behind):
        return False
    led = before in words.determiners or before in words.vague
    return led or not senses.may_be(sentence.tokens.bare[i], "v")


def _unrelated(
    pair: Pair, before: Sequence[ScalePoint], after: Sequence[ScalePoint], words: WordTable
) -> Iterator[tuple[ScalePoint, ScalePoint]]:
    """A verb in the place of another one that has no sense in common with it, in a statement that is kept otherwise."""
    assert pair.old and pair.new and words.senses
    if pair.alignment.substance.kept < _KEPT:
        return
    changed, old, new = pair.alignment.changed_in, pair.old.tokens, pair.new.tokens
    for n, region in enumerate(pair.alignment.regions):
        gone, came = changed(n, 0), changed(n, 1)
        if len(gone) != 1 or len(came) != 1 or not region.old.start or not region.new.start:
            continue
        a, b = min(gone), min(came)
        if not (is_verb(pair.old, a, words) and is_verb(pair.new, b, words)):
            continue
        if of_a_thing(pair.old, a, words) and of_a_thing(pair.new, b, words):
            continue
        if words.senses.ever_related(old.bare[a], new.bare[b]) or not _hard(before, after, a, b):
            continue
        yield ScalePoint(a, a, Point("-", -1, old.bare[a])), ScalePoint(b, b, Point("-", -1, new.bare[b]))


def _hard(before: Sequence[ScalePoint], after: Sequence[ScalePoint], a: int, b: int) -> bool:
    """Whether one of two words tells of a hard fact, and they stand at one point of no scale."""
    mine = {p.point for p in before if p.first <= a <= p.last}
    theirs = {p.point for p in after if p.first <= b <= p.last}
    return not any(p in theirs and not p.vague for p in mine) and any(p.scale in HARD for p in mine | theirs)


def _span(sentence: Sentence, place: ScalePoint | None) -> str:
    """The words of an act, without the preposition that may end them."""
    if place is None:
        return ""
    last = place.last
    words = sentence.words
    while (
        words
        and last > place.first
        and (sentence.tokens.low[last] in words.prepositions or sentence.tokens.low[last] in words.determiners)
    ):
        last -= 1
    return sentence.tokens.span(place.first, last)
