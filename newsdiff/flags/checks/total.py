"""A total that its parts do not add up to, in one sentence."""

from collections.abc import Iterator

from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.flags.read.quantities import Quantity
from newsdiff.flags.read.sentence_values import SentenceValues

_OPEN = frozenset((":", "-", "—", "("))
_CLOSING = frozenset((".", ")", "-", "—", ",", ";"))
_GAP_TOKENS = 4  # tokens between a part's number and the next
_MOST_PARTS = 20  # nobody adds up more


def total(text: CheckedArticle) -> Iterator[Contradiction]:
    """*The 12 victims - seven men and four women*: all the whole numbers behind a colon, a dash or a bracket."""
    for reading in text.readings:
        quantities = reading.quantities
        if len(quantities) < 3 or not reading.words.partial.isdisjoint(reading.sentence.tokens.low):
            continue
        values = {q.value for q in quantities}
        for at, whole in enumerate(quantities):
            parts = _parts(reading, whole, quantities[at + 1 : at + 2 + _MOST_PARTS])
            summed = sum(p.value for p in parts)
            if len(parts) > 1 and summed not in values:
                yield _finding(whole, parts)
                break


def _parts(reading: SentenceValues, whole: Quantity, following: list[Quantity]) -> list[Quantity]:
    """The parts of a total: unitless whole numbers, one behind the other, up to the end of the list."""
    tokens = reading.sentence.tokens
    if whole.unit or whole.bound or not whole.value.is_integer() or not 0 < len(following) <= _MOST_PARTS:
        return []
    opening = following[0].first - 1
    if tokens.at(opening) not in _OPEN or opening - whole.last > _GAP_TOKENS:
        return []
    parts: list[Quantity] = []
    for q in following:
        if q.unit or q.bound or not q.value.is_integer() or (parts and not _next(reading, parts[-1], q)):
            return []
        parts.append(q)
    end = parts[-1].last
    closed = len(tokens) - end <= _GAP_TOKENS or not _CLOSING.isdisjoint(tokens.low[end + 1 : end + 1 + _GAP_TOKENS])
    return parts if closed and all(p.value < whole.value for p in parts) else []


def _next(reading: SentenceValues, one: Quantity, other: Quantity) -> bool:
    between = reading.sentence.tokens.low[one.last + 1 : other.first]
    if between[-1:] in (["-"], ["/"]):
        return False  # a range, a score
    return 0 < len(between) <= _GAP_TOKENS and (between[-1] == "," or between[-1] in reading.words.date_joints)


def _finding(whole: Quantity, parts: list[Quantity]) -> Contradiction:
    tokens, block = whole.sentence.tokens, whole.sentence.block
    summed = sum(p.value for p in parts)
    return Contradiction(
        "total",
        whole.span,
        tokens.span(parts[0].first, parts[-1].last),
        block,
        block,
        "",
        f"the parts add up to {summed:g}, not to {whole.value:g}",
    )
