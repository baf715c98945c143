"""Whether a sentence that went from its place still stands in the other text: then nothing of it was taken away."""

from bisect import bisect_right
from itertools import accumulate

from newsdiff.flags.lazy import lazy
from newsdiff.model import Article, Diff
from newsdiff.named_tuple import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_LEAST_GAPS = 3  # spaces in a sentence: one of three words may stand in two places by chance
_MOST_LOOKED_FOR = 500  # sentences: each is looked for in a whole text, and a text with more was rewritten
_STOPS = '.!?:;…"”’»)]。！？\n'  # marks that a sentence may follow


class _Side(NamedTuple):
    """The text of one side, its blocks a line each, and where each begins."""

    text: str
    starts: list[int]


class Elsewhere:
    """Looks for sentences of one side in the text of the other."""

    def __init__(self, diff: Diff) -> None:
        self._diff: Final = diff
        self._left = _MOST_LOOKED_FOR

    @lazy
    def _old(self) -> _Side:
        return _joined(self._diff.old)

    @lazy
    def _new(self) -> _Side:
        return _joined(self._diff.new)

    def block(self, text: str, *, new: bool) -> int | None:
        """The first block of the new side, or the old one, in which a sentence stands as a whole.

        None where there is none, or where one side says it more often than the other: then it was added, or taken out.
        """
        if text.count(" ") < _LEAST_GAPS or self._left <= 0:
            return None
        self._left -= 1
        side = self._new if new else self._old
        at = side.text.find(text)
        if at < 0 or self._old.text.count(text) != self._new.text.count(text):
            return None
        before, behind = side.text[max(0, at - 2) : at].rstrip(" ")[-1:], side.text[at + len(text) : at + len(text) + 1]
        stands = (not before or before in _STOPS) and (not behind or behind.isspace())
        return bisect_right(side.starts, at) - 1 if stands else None


def _joined(article: Article) -> _Side:
    starts = accumulate((len(block.text) + 1 for block in article.blocks[:-1]), initial=0)
    return _Side("\n".join(block.text for block in article.blocks), list(starts))
