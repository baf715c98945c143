"""How an article writes a word: with a capital in running text, or small; that tells a name from a common word."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from newsdiff.flags.lazy import lazy
from newsdiff.model import BlockKind
from newsdiff.model.article import Article
from newsdiff.text.lazy_pattern import lazy_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_APART = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE)  # their capitals tell nothing
_INSIDE = "-'’@#./"  # before a small word: it is part of a longer one, or of an address
_RUN = lazy_pattern(r"[^\W_]+")
_MOST = 100  # places of a word that are looked at: how a text writes it is plain by then
_SEARCHES = 500  # of the whole text, which cost as much as to index it
_PLACE_CHARACTERS = 100  # that are searched in the time that one place takes


class Usage:
    """The words of some articles, each looked for when a rule first asks for it."""

    def __init__(self, *articles: Article) -> None:
        self._articles: Final = articles
        self._known: dict[str, tuple[bool, bool]] = {}
        self._searched = 0  # characters

    @lazy
    def _text(self) -> str:
        """The running text; what both versions of an article have in common stands in it once."""
        texts = dict.fromkeys(b.text for a in self._articles for b in a.blocks if b.kind not in _APART)
        return "\n".join(texts).replace("İ", "I")  # the one capital that is longer written small

    @lazy
    def _low(self) -> str:
        return self._text.lower()

    def names(self, word: str) -> bool:
        """Whether a word (lower case) is a name where it is used: never written small, and with a capital."""
        return self._letter_cases(word) == (False, True)

    def small(self, word: str) -> bool:
        """Whether a word is written small somewhere."""
        return self._letter_cases(word)[0]

    def before(self, word: str) -> frozenset[str]:
        """The words with a capital, in lower case, behind which a word stands with one."""
        found = set()
        for at in islice(self._places(word), _MOST):
            start = self._text.rfind(" ", 0, at - 1) + 1
            if self._text[at].isupper() and self._text[start : start + 1].isupper():
                found.add(self._low[start : at - 1])
        return frozenset(found)

    def _letter_cases(self, word: str) -> tuple[bool, bool]:
        """Whether a word is written small, and with a capital behind a small word; a small one ends the search."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._looked_for(word)
        return known

    def _looked_for(self, word: str) -> tuple[bool, bool]:
        text, capital = self._text, False
        for at in islice(self._places(word), _MOST):
            before = text[at - 1 : at]
            if text[at].islower():
                if not before or before not in _INSIDE:
                    return True, capital
            elif before == " " and not capital:
                capital = self._follows_small(at)
        return False, capital

    def _places(self, word: str) -> Iterator[int]:
        """Where a word stands in the text; a text that was searched many times is indexed."""
        low = self._low
        if self._searched > _SEARCHES * len(low):
            near = (at for at in self._index.get(_first(word), ()) if low.startswith(word, at))
            yield from (at for at in near if not low[at + len(word) : at + len(word) + 1].isalnum())
            return
        start = 0
        while (at := low.find(word, start)) >= 0:
            self._searched += at - start + _PLACE_CHARACTERS
            if not low[at - 1 : at].isalnum() and not low[at + len(word) : at + len(word) + 1].isalnum():
                yield at
            start = at + 1
        self._searched += len(low) - start

    @lazy
    def _index(self) -> dict[str, list[int]]:
        """Where each run of letters and digits begins in the text."""
        found: dict[str, list[int]] = defaultdict(list)
        for run in _RUN.finditer(self._low):
            found[run[0]].append(run.start())
        return found

    def _follows_small(self, at: int) -> bool:
        """Whether a small word stands before a place: no sentence begins there."""
        start = self._text.rfind(" ", 0, at - 1) + 1
        last = self._text[start : at - 1].removesuffix(",").rpartition("\n")[2].lstrip("“\"‘'(")
        return last[:1].islower() and last[-1:].isalnum()


def _first(word: str) -> str:
    """The letters and digits that a word begins with."""
    run = _RUN.match(word)
    return run[0] if run else word


NOWHERE = Usage()
