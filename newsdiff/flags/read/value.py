"""What a reader of values gives, and the difference of two sides."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsdiff.flags.passage import Sentence


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


def unmatched(values: Iterable[Value], others: Iterable[Value]) -> list[Value]:
    """The values of which some part stands on their side only: a multiset difference of parts."""
    rest = Counter(p for v in others for p in v.parts)
    found = []
    for value in values:
        missing = False
        for part in value.parts:
            if rest[part] > 0:
                rest[part] -= 1
            else:
                missing = True
        if missing:
            found.append(value)
    return found
