"""What a sentence without counterpart tells of: harm or a charge, a figure, a source, a denial, a quotation."""

from newsdiff.flags.sentence.acts import acts
from newsdiff.model import FlagKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsdiff.flags.registry import Comparison
    from newsdiff.flags.sentence.passages import Sentence

_LEAST_DEGREES = {"casualty": 2, "justice": 2}  # the degree on a scale of acts from which an act is grave
_GRAVE_SCALES = frozenset(_LEAST_DEGREES)
_HEDGE_TOKENS = 3  # tokens before an act in which a modal is about it
_OF_POINTERS = frozenset({FlagKind.MODALITY, FlagKind.ATTRIBUTION})  # what a sentence that leads elsewhere may hold
_MARKS = frozenset('"“”„«»')


def holdings(sentences: "Sequence[Sentence]", comparison: "Comparison") -> frozenset[FlagKind]:
    """The kinds of fact in some sentences, each looked for until one has it: EVENT stands for harm, a crime or a
    charge. Empty without a word table.
    """
    if not comparison.words:
        return frozenset()
    return frozenset([kind for kind, holds in _FACTS.items() if any(holds(s, comparison) for s in sentences)])


def leads_elsewhere(sentence: "Sentence", comparison: "Comparison") -> bool:
    """Whether a sentence states nothing and sends its reader elsewhere: *For the rules, see our page on travel.*"""
    words, low = comparison.words, sentence.tokens.low
    if not words or words.pointers.isdisjoint(sentence.bag) or low[-1:] == ["?"]:
        return False
    points = any(
        word in words.pointers and (i == 0 or not low[i - 1][0].isalnum() or low[i - 1] in words.pleases)
        for i, word in enumerate(low)
    )
    return points and holdings((sentence,), comparison) <= _OF_POINTERS


def is_grave(sentence: "Sentence") -> bool:
    """Whether a sentence tells of harm, a crime or a charge."""
    words = sentence.words
    if words is None or words.acts is None:
        return False
    grave = (a for a in acts(sentence, words, _GRAVE_SCALES) if a.point.degree >= _LEAST_DEGREES.get(a.point.scale, 99))
    return any(not _is_hedged(sentence, act.first) for act in grave)


def _is_hedged(sentence: "Sentence", at: int) -> bool:
    """Whether an act may be or would be: *calls may be charged*; *may have been killed* tells of a happening."""
    hedges = [start for start, _, _ in sentence.hits.get("modals", ()) if at - _HEDGE_TOKENS <= start < at]
    return bool(hedges) and "have" not in sentence.tokens.low[hedges[-1] : at]


def _has(phrases: str, sentence: "Sentence") -> bool:
    return any(hit[2] != "-" for hit in sentence.hits.get(phrases, ()))


def _is_conditional(sentence: "Sentence", comparison: "Comparison") -> bool:
    return comparison.words is not None and not sentence.bag.isdisjoint(comparison.words.conditions)


_FACTS: "dict[FlagKind, Callable[[Sentence, Comparison], bool]]" = {
    FlagKind.EVENT: lambda sentence, _: is_grave(sentence),
    FlagKind.NUMBER: lambda sentence, comparison: comparison.read(sentence).counts,
    FlagKind.QUOTE: lambda sentence, _: not _MARKS.isdisjoint(sentence.text),
    FlagKind.MODALITY: _is_conditional,
    FlagKind.NEGATION: lambda sentence, _: _has("negators", sentence),
    FlagKind.ATTRIBUTION: lambda sentence, _: _has("sayings", sentence),
}
