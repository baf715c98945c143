"""Whether a sentence that went from its place still stands in the other text: then nothing of it was taken away."""

from typing import Final

from newsdiff.flags.lazy import lazy
from newsdiff.model import Article, Block, Diff

_LEAST_GAPS = 3  # spaces in a sentence: one of three words may stand in two places by chance
_STOPS = '.!?:;…"”’»)]。！？'  # marks that a sentence may follow


class Elsewhere:
    """Looks for sentences of one side in the text of the other."""

    def __init__(self, diff: Diff) -> None:
        self._diff: Final = diff

    @lazy
    def _old(self) -> str:
        return _joined(self._diff.old)

    @lazy
    def _new(self) -> str:
        return _joined(self._diff.new)

    def block(self, text: str, *, new: bool) -> int | None:
        """The first block of the new side, or the old one, in which a sentence stands as a whole.

        None where there is none, or where one side says it more often than the other: then it was added, or taken out.
        """
        if text.count(" ") < _LEAST_GAPS or text not in (self._new if new else self._old):
            return None
        if self._old.count(text) != self._new.count(text):
            return None
        blocks = (self._diff.new if new else self._diff.old).blocks
        return next((i for i, block in enumerate(blocks) if _stands(text, block)), None)


def _joined(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks)


def _stands(text: str, block: Block) -> bool:
    at = block.text.find(text)
    if at < 0:
        return False
    before, behind = block.text[:at].rstrip(), block.text[at + len(text) :]
    return (not before or before[-1] in _STOPS) and (not behind or behind[0].isspace())
