"""Two versions of an article, a paragraph a text, compared up to where the rules begin."""

from collections.abc import Sequence

import newsdiff
from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison
from newsdiff.flags.sentence.passages import Pair
from newsdiff.model import FlagSettings

_OTHER = "Another paragraph stands here, unchanged."


def comparison(old: str | Sequence[str], new: str | Sequence[str], language: str = "en") -> Comparison:
    """What the rules look at, of two texts or two rows of paragraphs between which nothing else changed."""
    sides = [[_OTHER, *([side] if isinstance(side, str) else side)] for side in (old, new)]
    before, after = (newsdiff.article(side, language=language) for side in sides)
    return Comparison(diff(before, after), FlagSettings())


def pair_of(old: str, new: str, language: str = "en") -> Pair:
    """The one sentence of two texts that changed, and what became of it."""
    ((pair,),) = [passage.pairs for passage in comparison(old, new, language).passages]
    return pair
