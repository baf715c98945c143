"""What a reader of values gives."""

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.named_tuple import NamedTuple


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
