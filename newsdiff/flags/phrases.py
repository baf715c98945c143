"""All phrases of a word table, looked up in a sentence in one pass."""

from functools import cache

from newsdiff.flags.token import Tokens
from newsdiff.text.words.shape import PHRASES, Words

Hit = tuple[int, int, str]  # first token, one past the last, class
Entry = tuple[tuple[str, ...], str, str]  # the tokens behind the first, list, class


class Index:
    """The phrases of a table by their first token, the longest first."""

    __slots__ = ("_first", "numerals", "ranks")

    def __init__(self, words: Words) -> None:
        self._first: dict[str, list[Entry]] = {}
        for name in PHRASES:
            for phrase, value in getattr(words, name).items():
                first, *rest = Tokens(phrase).low
                self._first.setdefault(first, []).append((tuple(rest), name, value))
        for entries in self._first.values():
            entries.sort(key=lambda e: -len(e[0]))
        self.numerals = frozenset((*words.cardinals, *words.scales, *words.fractions, *words.vague))
        self.ranks = frozenset((*words.honorifics, *words.standings, *words.post_nominals))

    def find(self, low: list[str]) -> dict[str, list[Hit]]:
        """Every phrase of a text by its list, without overlap inside a list; the longest wins."""
        found: dict[str, list[Hit]] = {}
        for i, word in enumerate(low):
            entries = self._first.get(word)
            if entries is None:
                continue
            for rest, name, value in entries:
                past = i + 1 + len(rest)
                if not rest or tuple(low[i + 1 : past]) == rest:
                    hits = found.setdefault(name, [])
                    if not hits or hits[-1][1] <= i:
                        hits.append((i, past, value))
        return found


@cache
def index(words: Words) -> Index:
    """The index of a table, made once."""
    return Index(words)
