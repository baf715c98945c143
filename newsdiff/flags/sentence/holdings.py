"""What a sentence without counterpart tells of: harm or a charge, a figure, a source, a denial, a quotation."""

from collections.abc import Iterator

from newsdiff.flags.sentence.acts import acts
from newsdiff.model import FlagKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.flags.registry import Comparison
    from newsdiff.flags.sentence.passages import Sentence

_LEAST_DEGREES = {"casualty": 2, "justice": 2}  # the degree on a scale of acts from which an act is grave
_GRAVE_SCALES = frozenset(_LEAST_DEGREES)
_HEDGE_TOKENS = 3  # tokens before an act in which a modal is about it
_CUES = {"negators": FlagKind.NEGATION, "sayings": FlagKind.ATTRIBUTION}
_OF_POINTERS = frozenset({FlagKind.MODALITY, FlagKind.ATTRIBUTION})  # what a sentence that leads elsewhere may hold
_MARKS = frozenset('"“”„«»')


def holdings(sentence: "Sentence", comparison: "Comparison") -> frozenset[FlagKind]:
    """The kinds of fact in a sentence; EVENT stands for harm, a crime or a charge. Empty without a word table."""
    return frozenset(_holdings(sentence, comparison)) if comparison.words else frozenset()


def leads_elsewhere(sentence: "Sentence", comparison: "Comparison", held: frozenset[FlagKind]) -> bool:
    """Whether a sentence states nothing and sends its reader elsewhere: *For the rules, see our page on travel.*"""
    words = comparison.words
    if not words or held - _OF_POINTERS or sentence.tokens.low[-1:] == ["?"]:
        return False
    low = sentence.tokens.low
    return any(
        word in words.pointers and (i == 0 or not low[i - 1][0].isalnum() or low[i - 1] in words.pleases)
        for i, word in enumerate(low)
    )


def _holdings(sentence: "Sentence", comparison: "Comparison") -> Iterator[FlagKind]:
    if _is_grave(sentence):
        yield FlagKind.EVENT
    if comparison.read(sentence).counts:
        yield FlagKind.NUMBER
    if not _MARKS.isdisjoint(sentence.text):
        yield FlagKind.QUOTE
    if not sentence.bag.isdisjoint(comparison.words.conditions if comparison.words else ()):
        yield FlagKind.MODALITY
    yield from (kind for name, kind in _CUES.items() if any(hit[2] != "-" for hit in sentence.hits.get(name, ())))


def _is_grave(sentence: "Sentence") -> bool:
    words = sentence.words
    if words is None or words.acts is None:
        return False
    grave = (a for a in acts(sentence, words, _GRAVE_SCALES) if a.point.degree >= _LEAST_DEGREES.get(a.point.scale, 99))
    return any(not _is_hedged(sentence, act.first) for act in grave)


def _is_hedged(sentence: "Sentence", at: int) -> bool:
    """Whether an act may be or would be: *calls may be charged*; *may have been killed* tells of a happening."""
    hedges = [start for start, _, _ in sentence.hits.get("modals", ()) if at - _HEDGE_TOKENS <= start < at]
    return bool(hedges) and "have" not in sentence.tokens.low[hedges[-1] : at]
