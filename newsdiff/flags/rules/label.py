"""What a person, group, place or conflict is called differs: protesters, rioters; "unarmed", "Israeli"."""

from collections.abc import Iterator, Sequence

from newsdiff.flags.forms.cut_words import opens
from newsdiff.flags.names.title_case import title_case
from newsdiff.flags.persons.apposed import before_a_kept_name
from newsdiff.flags.persons.peoples import has_nation
from newsdiff.flags.persons.sexes import other_sexes
from newsdiff.flags.read.names import said_aside
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.acts import is_verb
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.flags.sentence.same_slot import behind_preposition
from newsdiff.flags.sentence.word_forms import shortened
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.named_tuple import NamedTuple

_LEAST = 0.3  # share of words that a sentence must keep
_NONE = "-"  # the class of phrases that hold a label and are none
_PEOPLE_SORT, _HAPPENING = "-", "happening"
_MOSTLY = 0.5  # share of words of substance that a statement keeps in which labels may change places
FEW = 4  # words of substance that may differ around a label in the place of another
_PEOPLE = "of "  # before the class of a label that is a people's
_ASIDE = frozenset(("(", "of", "who", "whose", "believed", "thought"))  # opens what is said of somebody by the way
_APPOSED = frozenset(("a", "an", "the", "himself", "herself"))
_OPENERS = _ASIDE | {
    "from", "a", "an", "the", "both", "all", "most", "some", "many", "one", "two", "which", "himself", "herself",
}  # fmt: skip
_BEHIND_PEOPLE = frozenset(("from", "with", "in"))  # the same behind a word for people
_NEED_SOMEBODY = (  # classes that charge people, and things only in figures of speech: a black day, an armed response
    "of ", "stance ", "black", "white", "asian", "latino", "indigenous", "mixed", "trans", "gay", "straight", "muslim",
    "christian", "jewish", "hindu", "sikh", "buddhist", "atheist", "kurd", "tamil", "violent", "armed", "unarmed",
    "disabled", "homeless", "poor", "rich", "failed", "respected", "minor", "elderly", "woman", "man", "opposition",
    "elite",
)  # fmt: skip
_STANCE = "stance "  # before the class of a label that tells what somebody is against
_MARKS = frozenset("'\"")  # around a word that a newsroom calls somebody with care
_STANCES = frozenset(("anti", "pro"))  # before a hyphen and what somebody is against or for
_CONDUCTS = frozenset(("violent", "unarmed"))  # of protests, too
_FAITHS = frozenset(("muslim", "christian", "jewish", "hindu", "sikh", "buddhist", "atheist"))  # of schools, too
_PHRASE = 2  # words of a label beside the changed one
_NEXT = 2  # words behind a label of which one must be kept
_REACH = 3  # tokens behind a label in which the person stands whom it is of


class Label(NamedTuple):
    """A label in a sentence: its changed token, its first and last, and what it says.

    ``vague`` are labels that charge nobody alone, such as *government*: they tell against another one.
    """

    at: int
    first: int
    last: int
    name: str
    sort: str
    vague: bool
    word: str


@rule
def label(comparison: Comparison) -> Iterator[Flag]:
    """Labels of other classes in one another's place, and such as come to or go from somebody who stays."""
    words = comparison.words
    if words is None or words.named is None or words.senses is None:
        return
    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.likeness >= _LEAST and comparison.of_news(pair):
            yield from _pair_flags(pair, words, comparison)


def _pair_flags(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    changed, turned = pair.alignment.changed, _exchanged_tokens(pair)
    went, arrived = (_labels(s, changed[side] | turned[side], words) for side, s in enumerate((pair.old, pair.new)))
    if not went and not arrived:
        yield from _of_sexes(pair, words)
        return
    went, arrived = _unsaid(went, pair.old, pair.new, words), _unsaid(arrived, pair.new, pair.old, words)
    went = [x for x in went if not _for_a_verb(x, 0, pair, words) and not _of_office(x, pair.old, comparison)]
    arrived = [x for x in arrived if not _for_a_verb(x, 1, pair, words) and not _of_office(x, pair.new, comparison)]
    found: list[_Found] = []
    for n, region in enumerate(pair.alignment.regions):
        gone, came = (
            [x for x in side if x.at in places] for side, places in ((went, region.old), (arrived, region.new))
        )
        if {x.name for x in gone} == {x.name for x in came}:
            continue
        if not _is_exchange(gone, came, pair, n):
            gone = [x for x in gone if _of_somebody(pair, x, 0, comparison)]
            came = [x for x in came if _of_somebody(pair, x, 1, comparison)]
        if found and _halves(found[-1], _Found(n, gone, came), pair):
            found[-1] = _Found(n, [*found[-1].gone, *gone], [*found[-1].came, *came])
        elif gone or came:
            found.append(_Found(n, gone, came))
    told = found or list(_moved(pair, went, arrived))
    yield from (_flag(pair, *labels) for labels in told) if told else _of_sexes(pair, words)


def _of_sexes(pair: Pair, words: WordTable) -> Iterator[Flag]:
    """People of the other sex in one another's place: the son, the daughter of a judge."""
    assert pair.old and pair.new
    for i, j in other_sexes(pair, words):
        yield label_flag(pair, pair.old.tokens.raw[i], pair.new.tokens.raw[j], went=True, arrived=True)


def _moved(pair: Pair, went: Sequence[Label], arrived: Sequence[Label]) -> "Iterator[_Found]":
    """The only labels that went and came, far from one another in a kept statement: its voice changed, say."""
    one, other = ({x.name for x in side} for side in (went, arrived))
    if len(one) != 1 or len(other) != 1 or one == other:
        return
    alike = {x.sort for x in went} == {x.sort for x in arrived} and not all(x.vague for x in (*went, *arrived))
    if alike and pair.alignment.substance.kept >= _MOSTLY:
        region = pair.alignment.region_at(0, went[0].at)
        assert region is not None
        yield _Found(region, list(went), list(arrived))


class _Found(NamedTuple):
    """A changed region by its number, the labels that went from it, and those that came."""

    region: int
    gone: list[Label]
    came: list[Label]


def _halves(a: _Found, b: _Found, pair: Pair) -> bool:
    """Whether two labels are the halves of one that changed, around a word in common: far-right, right-wing."""
    one, other = pair.alignment.regions[a.region], pair.alignment.regions[b.region]
    near = all(y.start - x.stop <= _PHRASE for x, y in zip(one, other, strict=True))
    turned = bool(a.gone) != bool(a.came) and (bool(a.gone), bool(a.came)) == (bool(b.came), bool(b.gone))
    return near and turned and len({x.sort for x in (*a.gone, *a.came, *b.gone, *b.came)}) == 1


def _for_a_verb(label: Label, side: int, pair: Pair, words: WordTable) -> bool:
    """Whether a word that may be a verb as well stands in the place of one that is nothing else: acquits, convicts."""
    senses, sentence, other = words.senses, *((pair.new, pair.old) if side else (pair.old, pair.new))
    assert senses and sentence and other
    there = pair.alignment.instead(side, label.at)
    if label.first != label.last or len(there) != 1 or not senses.may_be(label.word, "v"):
        return False
    return {p for w in senses.lemmas(other.tokens.bare[min(there)]) for p in senses.entry(w).parts} <= set("vMS")


def _of_office(label: Label, sentence: Sentence, comparison: Comparison) -> bool:
    """Whether a word tells what an office is for: foreign minister; a people's name does not."""
    offices = () if label.name.startswith(_PEOPLE) else comparison.read(sentence).titles
    return any(t.first <= label.at <= t.last and t.first < t.last for t in offices)


def _flag(pair: Pair, n: int, gone: Sequence[Label], came: Sequence[Label]) -> Flag:
    assert pair.old and pair.new
    changed, none = pair.alignment.changed_in, frozenset[int]()
    brief = pair.alignment.brief(n, FEW) and _in_one_slot(pair, n, gone, came)
    old = _span(pair.old, changed(n, 0) if brief else none, gone)
    new = _span(pair.new, changed(n, 1) if brief else none, came)
    return label_flag(pair, old, new, went=bool(gone), arrived=bool(came))


def _in_one_slot(pair: Pair, n: int, gone: Sequence[Label], came: Sequence[Label]) -> bool:
    """Whether a preposition stands before what changed on both sides or on none: the migrants, those in Britain."""
    first = [
        min([x.first for x in labels] or pair.alignment.changed_in(n, i), default=0)
        for i, labels in enumerate((gone, came))
    ]
    return behind_preposition(pair.old, first[0]) == behind_preposition(pair.new, first[1])


def label_flag(pair: Pair, old: str, new: str, *, went: bool, arrived: bool) -> Flag:
    """A label that went, one that came, or one in the place of another, with the words of both sides."""
    assert pair.old and pair.new
    why = "another label" if went and arrived else "a label came" if arrived else "a label went"
    return Flag(FlagKind.LABEL, Severity.MEDIUM, old, new, "", pair.old.block, pair.new.block, why)


def _exchanged_tokens(pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
    """The words that stand in one another's place and may be forms of one: armed, unarmed."""
    single = [r for r in pair.alignment.apart if len(r.old) == len(r.new) == 1]
    return frozenset(r.old[0] for r in single), frozenset(r.new[0] for r in single)


def _is_exchange(gone: Sequence[Label], came: Sequence[Label], pair: Pair, region: int) -> bool:
    """Whether labels of one sort stand in one another's place: people for people, a happening for a happening."""
    if not gone or not came or not pair.alignment.brief(region, FEW):
        return False
    if {x.sort for x in gone} != {x.sort for x in came}:
        return False
    return not all(x.vague for x in (*gone, *came))


def _labels(sentence: Sentence, places: frozenset[int], words: WordTable) -> list[Label]:
    """The labels of a sentence that hold one of some tokens; those of peoples are called after them."""
    assert words.named and words.senses
    tokens, low = sentence.tokens, sentence.tokens.bare
    hedged = {i for first, past, _ in sentence.hits.get("modals", ()) for i in range(first, past)}
    found, changed = [], sorted(places - hedged)
    near = {j for i in changed for j in range(max(0, i - _PHRASE), min(len(low), i + _PHRASE + 1))}
    telling = [j for j in sorted(near) if low[j] not in words.grammar or j in places]
    told = [(j, points) for j in telling if (points := words.named.at(low, j))]
    for i in changed:
        for j, points in told:  # the word that tells it may be kept
            if abs(j - i) > _PHRASE or (j != i and (len(low[j]) < len(low[i]) or low[j] in words.grammar)):
                continue
            for first, last, point in points:
                if point.name != _NONE and first <= i <= last:
                    found.append(Label(i, first, last, point.name, point.scale, point.vague, low[i]))
        large, before, after = tokens.raw[i][0].isupper(), tokens.at(i - 1), tokens.at(i + 1)
        people = large and (
            "D" in words.senses.entry(low[i]).parts or (low[i] in words.demonyms and not any(x.at == i for x in found))
        )
        if people or (large and (after in words.groups or said_aside(tokens, i, words))):
            found.append(Label(i, i, i, _PEOPLE + low[i], _PEOPLE_SORT, vague=False, word=low[i]))
        elif large and after == "-" and tokens.at(i + 2) in words.leanings:
            found.append(Label(i, i, i + 2, _PEOPLE + low[i], _PEOPLE_SORT, vague=False, word=low[i]))
        elif before == "-" and tokens.at(i - 2) in _STANCES and tokens.glued(i):
            found.append(Label(i, i - 2, i, f"{_STANCE}{low[i - 2]}-{low[i]}", _PEOPLE_SORT, vague=False, word=low[i]))
        elif before == "-" and low[i] in words.leanings and i > 1 and tokens.raw[i - 2].isupper():
            found.append(Label(i, i - 2, i, _PEOPLE + low[i - 2], _PEOPLE_SORT, vague=False, word=low[i]))
        elif before in _MARKS and after in _MARKS and words.senses.person(tokens.at(i + 2)):
            found.append(Label(i, i, i, low[i], _PEOPLE_SORT, vague=False, word=low[i]))  # 'Monster' landlord
    return [x for x in found if _attributive(x, low, words) and not _begins_a_name(x, sentence, words)]


def _begins_a_name(label: Label, sentence: Sentence, words: WordTable) -> bool:
    """Whether a faith is but a first name, or the first word of an institution's: Christian Cooper, Christian Aid."""
    raw, last = sentence.tokens.raw, label.last
    if label.name not in _FAITHS or last + 1 >= len(raw) or not raw[last][0].isupper() or not raw[last + 1].istitle():
        return False
    return not title_case(sentence.tokens, sentence.kind, words) and raw[last + 1].lower() not in words.demonyms


def _attributive(label: Label, low: Sequence[str], words: WordTable) -> bool:
    """Whether a label that may be a participle (*convicted*, *failed*) stands before what it is said of."""
    assert words.senses
    if not low[label.last].endswith("ed") or words.senses.entry(low[label.last]).parts[:1] in ("P", "G"):
        return True
    after = low[label.last + 1 : label.last + 2]
    return bool(after) and after[0][0].isalpha() and after[0] not in words.grammar and after[0] not in words.stop


def _unsaid(labels: Sequence[Label], mine: Sentence, other: Sentence, words: WordTable) -> list[Label]:
    """The labels whose class the other side has nowhere, nor the place of a people or a word of the root."""
    if not labels:
        return []
    low = other.tokens.bare
    there = {place.point.name for place in words.named.all(low, ())} if words.named else set()
    fresh = (x for x in labels if x.name not in there and not _nation(x, low, words))
    return [x for x in fresh if not _akin(mine.tokens.bare[x.last], low, words)]


def _akin(label: str, low: Sequence[str], words: WordTable) -> bool:
    """Whether the other side has a noun of a label's root where it has not the label itself: thieves, the theft."""
    senses = words.senses
    assert senses
    near = {w for w in low if w[0] == label[0] and w != label}
    return any((senses.akin(label, w) and not senses.inflected(label, w)) or _is_cut(label, w, words) for w in near)


def _is_cut(label: str, word: str, words: WordTable) -> bool:
    """Whether of two words one is the other cut: Lib, S'poreans; or, with the same sense, begins it: teen, teenage."""
    senses, short, long = words.senses, *sorted((label, word), key=len)
    if not long.startswith(short):
        return "'" in short and shortened(short, long)
    return opens(short, long) or (senses is not None and long.isascii() and senses.synonymous(short, long))


def _nation(label: Label, low: Sequence[str], words: WordTable) -> bool:
    """Whether the other side has the place of a people, or the people of a place, or another name of a party."""
    party = words.namesakes.get(label.word)
    if party and any(words.namesakes.get(w) == party for w in low):
        return True
    name = label.name.removeprefix(_PEOPLE)
    return name != label.name and has_nation(name, low, words)


def _of_somebody(pair: Pair, label: Label, side: int, comparison: Comparison) -> bool:
    """Whether a label that stands on one side alone is of somebody whom the other side has, too."""
    words = comparison.words
    assert pair.old and pair.new and words and words.senses and words.named
    mine, other = (pair.new, pair.old) if side else (pair.old, pair.new)
    region = next(r for r in pair.alignment.apart if label.at in r[side])
    low, person = mine.tokens.bare, words.senses.person
    there = [i for i in region[1 - side] if i in pair.alignment.changed[1 - side]]
    if label.vague:
        return False
    somebody = _comma_before(low, label) - 1  # who is told of, before an aside
    if _in_an_aside(low, label) and somebody not in pair.alignment.touched[side]:
        return person(low[somebody]) or mine.tokens.raw[somebody][0].isupper()
    if not there and before_a_kept_name(mine, label.first, pair.alignment.touched[side], words):
        return True
    first = region[side][0]
    if not there and (
        _aside(low, first) or _behind_people(low, first, words) or _coordinated(low, label, first, words)
    ):
        return True
    there = there or [
        i for i in region[1 - side] if other.tokens.low[i] not in words.grammar and len(other.tokens.low[i]) > 1
    ]
    if not there and mine.tokens.at(label.first - 1) == "old" and mine.tokens.at(label.first - 2) == "-":
        return True  # a 27-year-old Moroccan who
    marked = mine.tokens.at(label.first - 1) in _MARKS and mine.tokens.at(label.last + 1) in _MARKS
    tail = _tail(mine, label.last + 1 + marked, words)
    kept = [i for i in tail[:_NEXT] if i not in pair.alignment.changed[side]]
    if kept:
        if label.name.startswith(_PEOPLE) and mine.tokens.raw[kept[0]].islower():
            return True  # the Danish toymaker
        if label.name in _FAITHS and any(words.senses.may_be(low[i], "G") for i in kept):
            return True
        if label.name in _CONDUCTS and any(p.point.scale == _HAPPENING for i in kept for p in words.named.at(low, i)):
            return True  # a peaceful march
        return not label.name.startswith(_NEED_SOMEBODY) or any(person(low[i]) for i in kept)
    if not tail and not there and low[label.last + 1 : label.last + 2] == ["and"]:  # a convict and father of three
        return any(person(low[i]) for i in _tail(mine, label.last + 2, words) if i not in pair.alignment.changed[side])
    whole = not tail or all(person(low[i]) for i in tail)  # an Afghan national, a man
    if not whole or not there or label.sort == _HAPPENING or not _few(pair, label, side):
        return False
    if not tail and person(low[label.last]) and all(other.tokens.low[i] in words.cardinals for i in there):
        return True  # two Romanians held, three held
    if person(other.tokens.bare[there[0]]):
        there = there[:1]  # man arrested
    last = other.tokens.raw[there[-1]]
    if tail and not person(other.tokens.bare[there[-1]]):
        return False  # the Russian president, for his name
    if last.isupper() or person(other.tokens.bare[there[-1]]):
        return not last.isupper()
    return any(v.first <= there[-1] <= v.last for v in comparison.read(other).names_near(there[-1:]))


def _few(pair: Pair, label: Label, side: int) -> bool:
    """Whether few words differ around a label."""
    region = pair.alignment.region_at(side, label.at)
    assert region is not None
    return pair.alignment.brief(region, FEW)


def _tail(sentence: Sentence, first: int, words: WordTable) -> list[int]:
    """The words from a place on that belong to one noun with what stands before it."""
    assert words.senses
    places, low = [], sentence.tokens.bare
    for i in range(first, min(first + _REACH, len(low))):
        if low[i] != "-" and not (low[i][0].isalpha() and low[i] not in words.grammar and low[i] not in words.stop):
            break
        if low[i] != "-" and words.senses.entry(low[i]).parts.rstrip("MS") == "v":
            break
        before = low[i - 1]
        told = before not in words.demonyms or (  # Afghan charged over
            not low[i].endswith("s") and sentence.tokens.at(i + 1) in words.prepositions
        )
        if told and (words.senses.person(before) or before in words.demonyms) and is_verb(sentence, i, words):
            break  # activist charged
        places += [i] if low[i] != "-" else []
    return places


def _aside(low: Sequence[str], i: int) -> bool:
    """Whether a token opens what is said of somebody by the way: *of Chechen origin*, *, a convicted arsonist*."""
    if low[i] == ",":
        return low[i + 1 : i + 2] != [] and low[i + 1] in _OPENERS
    return low[i] in _ASIDE or (i > 0 and low[i - 1] == "," and low[i] in _OPENERS)


def _comma_before(low: Sequence[str], label: Label) -> int:
    """The comma before a label, a few tokens away at most; 0 where none is."""
    return next((i for i in range(label.first - 1, max(label.first - 1 - _REACH, 0), -1) if low[i] == ","), 0)


def _in_an_aside(low: Sequence[str], label: Label) -> bool:
    """Whether a label is all that is said of somebody between two commas: the accused, a white supremacist, ..."""
    opens = _comma_before(low, label)
    behind = low[label.last + 1 : label.last + 2 + _PHRASE]
    return opens > 0 and low[opens + 1] in _APPOSED and low[opens - 1].isalpha() and "," in behind


def _coordinated(low: Sequence[str], label: Label, i: int, words: WordTable) -> bool:
    """Whether a token opens what else one person is called: a former mayor and convicted fraudster."""
    assert words.senses
    single = label.last > i and not low[label.last].endswith("s")
    if not single or label.sort == _HAPPENING or low[i] not in words.joining or low[i + 1] in words.determiners:
        return False
    before = low[max(0, i - _REACH) : i]
    return bool(before) and words.senses.person(before[-1]) and not words.vague.isdisjoint(before)


def _behind_people(low: Sequence[str], i: int, words: WordTable) -> bool:
    """Whether a token opens where somebody is from: a couple from the Hindu minority."""
    assert words.senses
    return i > 0 and low[i] in _BEHIND_PEOPLE and words.senses.person(low[i - 1])


def _span(sentence: Sentence, changed: frozenset[int], labels: Sequence[Label]) -> str:
    """The labels as they stand, or the changed words in their place."""
    first = min((*(x.first for x in labels), *(() if labels else changed)), default=None)
    last = max((*(x.last for x in labels), *(() if labels else changed)), default=None)
    return "" if first is None or last is None else sentence.tokens.span(first, last)
