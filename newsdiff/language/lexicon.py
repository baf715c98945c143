"""A long list of words, of which a text asks few."""

from collections.abc import Callable, Iterable


class Lexicon:
    """Words in alphabetical order between spaces, read when they are asked for: those of one first letter at a time.

    To read all of them takes as long, at every start, as to compare two short articles.
    """

    def __init__(self, load: Callable[[], str], added: Iterable[str] = ()) -> None:
        self._load = load
        self._added = frozenset(added)
        self._text = ""
        self._known: dict[str, frozenset[str]] = {}

    def __contains__(self, word: str) -> bool:
        known = self._known.get(word[:1])
        if known is None:
            known = self._known[word[:1]] = self._beginning(word[:1])
        return word in known or word in self._added

    def plus(self, added: Iterable[str]) -> "Lexicon":
        """This list with more words."""
        return Lexicon(self._load, self._added.union(added))

    def _beginning(self, letter: str) -> frozenset[str]:
        text = self._text = self._text or f"{self._load()} "
        first, last = text.find(f" {letter}"), text.rfind(f" {letter}")
        if not letter.isalpha() or first < 0:
            return frozenset()
        return frozenset(text[first : text.index(" ", last + 1)].split())
