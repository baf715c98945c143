"""What a reader of values gives."""

from collections.abc import Iterable

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.named_tuple import NamedTuple

_LINKS = frozenset((",", "and", "&", "or", "the", "y", "und", "et", "of"))  # between the names of a list


class Value(NamedTuple):
    """A span of a sentence (token indices, inclusive) and the parts of its normal form."""

    sentence: Sentence
    first: int
    last: int
    parts: tuple[str, ...]

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def listed(values: Iterable[Value]) -> list[Value]:
    """Names with those of one list as one: *Hungary, Lithuania and Latvia* came, not three names."""
    found: list[Value] = []
    for value in values:
        last = found[-1] if found else None
        if last and last.sentence is value.sentence:
            between = value.sentence.tokens.low[last.last + 1 : value.first]
            if _LINKS.issuperset(between):
                found[-1] = Value(value.sentence, last.first, value.last, (*last.parts, *value.parts))
                continue
        found.append(value)
    return found
