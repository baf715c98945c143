"""What somebody or something is called differs, in a language whose folder lists the names that charge.

As in ``label``, but without a dictionary: who is a person, the list tells (``plain~`` and the other vague classes are
words for people that charge nobody), and that a label which comes or goes is of something that stays, its neighbours.
"""

from collections.abc import Iterator, Sequence

from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.rules.label import FEW, label_flag
from newsdiff.flags.sentence.passages import Pair, Sentence
from newsdiff.language.scales import ScalePoint
from newsdiff.language.table import WordTable
from newsdiff.model import Flag

_PASSED = frozenset((",", "-", '"', "(", ")"))  # marks between a label and what it is of: la maire (PS)
_LEAST = 0.3  # share of words that a sentence must keep
_NONE = "-"  # the class of phrases that hold a label and are none
_NAME_TOKENS = 4  # of a name that stands where a label stood


@rule
def listed_label(comparison: Comparison) -> Iterator[Flag]:
    """Labels of other classes in one another's place, and such as come to or go from what is kept."""
    words = comparison.words
    if words is None or words.named is None or words.senses is not None:
        return
    for pair in comparison.kept_pairs():
        assert pair.old and pair.new
        if pair.likeness >= _LEAST and not comparison.noted(pair.old) and not comparison.noted(pair.new):
            yield from _pair_flags(pair, words, comparison)


def _pair_flags(pair: Pair, words: WordTable, comparison: Comparison) -> Iterator[Flag]:
    assert pair.old and pair.new
    sides = (pair.old, pair.new)
    all_labels = [_labels(s, words) for s in sides]
    named = [{p.point.name for p in labels} for labels in all_labels]
    changed = [places | _acronyms(pair, side) for side, places in enumerate(pair.alignment.changed)]
    for n, region in enumerate(pair.alignment.regions):
        gone, came = (
            [
                p
                for p in all_labels[side]
                if p.point.name not in named[1 - side] and _touches(p, changed[side], region[side])
            ]
            for side in (0, 1)
        )
        brief = pair.alignment.brief(n, FEW)
        if not (brief and _is_exchange(gone, came)):
            gone = [p for p in gone if _alone(p, 0, pair, n, comparison)]
            came = [p for p in came if _alone(p, 1, pair, n, comparison)]
        if gone or came:
            spans = _span(pair.old, gone), _span(pair.new, came)
            yield label_flag(pair, *spans, went=bool(gone), arrived=bool(came))


def _acronyms(pair: Pair, side: int) -> frozenset[int]:
    """The changed letters in capitals of one side, which are too short for words of substance: PS."""
    sentence = pair.new if side else pair.old
    assert sentence
    return frozenset([i for i in pair.alignment.touched[side] if sentence.tokens.raw[i].isupper()])


def _labels(sentence: Sentence, words: WordTable) -> list[ScalePoint]:
    """The labels of a sentence, those inside longer ones left out."""
    assert words.named
    low = sentence.tokens.low
    found = words.named.all(low, words.grammar)
    longest = [p for p in found if not any(p.inside(q) for q in found)]
    none = {i for p in longest if p.point.name == _NONE for i in range(p.first, p.last + 1)}
    places = words.places
    kept = [p for p in longest if none.isdisjoint(range(p.first, p.last + 1)) and low[p.first] not in places]
    return kept if "nouns" in words.capitals else [p for p in kept if not _of_name(p, sentence)]


def _of_name(place: ScalePoint, sentence: Sentence) -> bool:
    """Whether a label with a capital stands beside another such word: it is part of a name (Aerolíneas Argentinas)."""
    raw, beside, words = sentence.tokens.raw, (place.first - 1, place.last + 1), sentence.words
    assert words
    opens = sentence.tokens.low[0] in words.cardinals.keys() | words.determiners | words.stop  # Twee Poolse chauffeurs
    large = [i for i in beside if opens <= i < len(raw) and raw[i][0].isupper()]
    return place.first > 0 and raw[place.first][0].isupper() and bool(large)


def _touches(place: ScalePoint, changed: frozenset[int], region: range) -> bool:
    return any(i in changed and i in region for i in range(place.first, place.last + 1))


def _is_exchange(gone: Sequence[ScalePoint], came: Sequence[ScalePoint]) -> bool:
    """Whether labels of one sort stand in one another's place, not all of them vague."""
    if not gone or not came or {p.point.scale for p in gone} != {p.point.scale for p in came}:
        return False
    return not all(p.point.vague for p in (*gone, *came))


def _alone(place: ScalePoint, side: int, pair: Pair, region: int, comparison: Comparison) -> bool:
    """Whether a label that stands on one side alone is of something that the other side has: its neighbour is kept,
    or a name stands in its place.
    """
    if comparison.words is None or place.point.vague or not pair.alignment.brief(region, FEW):
        return False
    there = pair.alignment.changed_in(region, 1 - side)
    sentence, other = (pair.new, pair.old) if side else (pair.old, pair.new)
    assert sentence and other
    apart = _told_apart(other, comparison)
    if not there.isdisjoint(apart) and place.first in _told_apart(sentence, comparison):
        return False  # an act that took the place of an act: condamné
    there = there - apart
    if there:
        alone = pair.alignment.changed_in(region, side) <= _label_tokens(sentence, comparison.words)
        return there <= _label_tokens(other, comparison.words) or (alone and _is_name(other, there, comparison))
    changed = pair.alignment.touched[side]
    near = (_neighbour(sentence, place.first - 1, -1), _neighbour(sentence, place.last + 1, 1))
    return any(i is not None and i not in changed for i in near)


def _told_apart(sentence: Sentence, comparison: Comparison) -> set[int]:
    """The tokens of a sentence that rules of their own tell: acts and numbers, which take the place of no label."""
    words = comparison.words
    assert words
    acts = words.acts.all(sentence.tokens.low, words.grammar) if words.acts else []
    numbers = comparison.read(sentence).quantities
    told = [(p.first, p.last) for p in acts] + [(q.first, q.last) for q in numbers]
    return {i for first, last in told for i in range(first, last + 1)}


def _label_tokens(sentence: Sentence, words: WordTable) -> set[int]:
    """The tokens of a sentence that call somebody by a label."""
    return {i for p in _labels(sentence, words) for i in range(p.first, p.last + 1)}


def _is_name(sentence: Sentence, places: frozenset[int], comparison: Comparison) -> bool:
    """Whether some words are all of names."""
    if len(places) > _NAME_TOKENS:
        return False
    named = {i for v in comparison.read(sentence).names_near(sorted(places)) for i in range(v.first, v.last + 1)}
    return places <= named


def _neighbour(sentence: Sentence, i: int, step: int) -> int | None:
    """The next word of substance from a token on, over words of grammar and commas."""
    low, words = sentence.tokens.low, sentence.words
    assert words
    idle = words.grammar | words.stop | words.determiners | words.origins
    while 0 <= i < len(low) and (low[i] in idle or low[i] in _PASSED):
        i += step
    if not 0 <= i < len(low):
        return None
    aged = low[i].isdecimal() and sentence.tokens.at(i + 1) == "-" and sentence.tokens.glued(i + 2)  # die 29-Jährige
    return i if low[i][0].isalpha() or aged else None


def _span(sentence: Sentence, labels: Sequence[ScalePoint]) -> str:
    if not labels:
        return ""
    return sentence.tokens.span(min(p.first for p in labels), max(p.last for p in labels))
