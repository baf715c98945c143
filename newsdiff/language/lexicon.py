"""A long list of words, of which a text asks few."""

import os
from collections.abc import Iterable

from newsdiff.language.files import Lines, read
from newsdiff.language.senses import Senses
from newsdiff.language.word_cache import keep


class Lexicon:
    """Words in alphabetical order, one a line, behind lines of comment that begin with ``#``.

    The file is read when the first word is asked for and never cut: to make a set of sixty thousand words takes
    longer, at every start, than to compare two articles.
    """

    def __init__(self, path: str, added: Iterable[str] = ()) -> None:
        self._path = path
        self._added = frozenset(added)
        self._lines: Lines | None = None
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = keep(self._known, word, word in self._added or self._has_line(word))
        return known

    def plus(self, added: Iterable[str]) -> "Lexicon":
        """This list with more words."""
        return Lexicon(self._path, self._added.union(added))

    def words(self) -> list[str]:
        """All words of the file."""
        return self._text().decode().split("\n")[1:-1]

    def _text(self) -> bytes:
        """The lines of the file, each behind a line feed."""
        text = b"\n" + read(self._path)
        start = 0
        while text.startswith(b"\n#", start):
            start = text.index(b"\n", start + 1)
        return text[start:]

    def _has_line(self, word: str) -> bool:
        """Whether a word stands in the file."""
        self._lines = self._lines or Lines(self._text())
        return self._lines.of(word.encode("utf-8", "surrogatepass") + b"\n") != b""


class Dictionary:
    """The words of a short list and of a dictionary of senses, in all their forms."""

    def __init__(self, commonest: Lexicon, senses: Senses) -> None:
        self._commonest = commonest
        self._senses = senses
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = keep(self._known, word, word in self._commonest or self._senses.knows(word))
        return known

    def plus(self, added: Iterable[str]) -> "Dictionary":
        """This dictionary with more words."""
        return Dictionary(self._commonest.plus(added), self._senses)


def beside(module: str, name: str) -> Lexicon:
    """The list of that name in the folder of a module (its ``__file__``)."""
    return Lexicon(os.path.join(os.path.dirname(module), name))  # noqa: PTH118, PTH120
