"""What a sentence without counterpart tells of: harm or a charge, a figure, a source, a denial, a quotation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsdiff.flags.sentence.tokens import bare
from newsdiff.model import FlagKind

if TYPE_CHECKING:
    from newsdiff.flags.registry import Comparison
    from newsdiff.flags.sentence.passages import Sentence

_LEAST_DEGREES = {"casualty": 2, "justice": 2}  # the degree on a scale of acts from which an act is grave
_CUES = {"negators": FlagKind.NEGATION, "sayings": FlagKind.ATTRIBUTION}
_MARKS = frozenset('"“”„«»')


def holdings(sentence: "Sentence", comparison: "Comparison") -> frozenset[FlagKind]:
    """The kinds of fact in a sentence; EVENT stands for harm, a crime or a charge. Empty without a word table."""
    return frozenset(_holdings(sentence, comparison)) if comparison.words else frozenset()


def _holdings(sentence: "Sentence", comparison: "Comparison") -> Iterator[FlagKind]:
    if _is_grave(sentence):
        yield FlagKind.EVENT
    if comparison.read(sentence).quantities:
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
    low = list(map(bare, sentence.tokens.low))
    return any(
        place.point.degree >= _LEAST_DEGREES.get(place.point.scale, 99)
        for i, word in enumerate(low)
        if word not in words.grammar
        for place in words.acts.at(low, i)
    )
