"""How an article writes a word: with a capital in running text, or small; that tells a name from a common word."""

from typing import Final

from newsdiff.flags.lazy import lazy
from newsdiff.flags.sentence.tokens import bare
from newsdiff.model import BlockKind
from newsdiff.model.article import Article
from newsdiff.text.lazy_pattern import lazy_pattern

# A small word, then one with a capital.
_RUNNING = lazy_pattern(r"(?<![\w-])[a-z][\w'’-]{0,40},? (?=[A-Z])([\w'’.&-]*\w)")
_SMALL = lazy_pattern(r"(?<![\w’'@#./-])[a-z][a-z'’]+")
_APART = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE)  # their capitals tell nothing


class Usage:
    """The words of some articles, each set made when a rule first asks for it."""

    def __init__(self, *articles: Article) -> None:
        self._articles: Final = articles

    @lazy
    def _text(self) -> str:
        return "\n".join(b.text for a in self._articles for b in a.blocks if b.kind not in _APART)

    @lazy
    def capital(self) -> frozenset[str]:
        """Words written with a capital behind a small word, in lower case, without possessive endings."""
        return frozenset(bare(w.lower().replace("’", "'")) for w in _RUNNING.findall(self._text))

    @lazy
    def small(self) -> frozenset[str]:
        """Words written small."""
        return frozenset(_SMALL.findall(self._text))

    def names(self, word: str) -> bool:
        """Whether a word (lower case) is a name where it is used: never written small, and with a capital."""
        return word in self.capital and word not in self.small


NOWHERE: Final = Usage()
