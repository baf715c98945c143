"""All phrases of a word table, looked up in a sentence in one pass."""

from functools import cache

from newsdiff.flags.token import Tokens
from newsdiff.text.words.shape import PHRASES, Words

Hit = tuple[int, int, str]  # first token, one past the last, class
_DIGITS = frozenset("0123456789")
Entry = tuple[tuple[str, ...], str, str]  # the tokens behind the first, list, class


class Index:
    """The phrases of a table by their first token, the longest first."""

    __slots__ = ("_first",)

    def __init__(self, words: Words) -> None:
        self._first: dict[str, list[Entry]] = {}
        for name in PHRASES:
            for phrase, value in getattr(words, name).items():
                first, *rest = Tokens(phrase).low
                self._first.setdefault(first, []).append((tuple(rest), name, value))
        for name, single in (
            ("calendar", (*words.months, *words.weekdays, *words.clock)),
            ("near", words.nearness),
            ("numeral", {*words.cardinals, *words.scales, *words.fractions, *words.vague}),
            ("rank", {*words.honorifics, *words.standings, *words.post_nominals}),
        ):
            for word in single:
                self._first.setdefault(word, []).append(((), name, ""))
        for entries in self._first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def find(self, low: list[str]) -> dict[str, list[Hit]]:
        """Every phrase of a text by its list, without overlap inside a list; the longest wins.

        Besides the lists of phrases there are ``calendar``, ``near``, ``numeral``, ``rank`` and ``figure`` (digits).
        """
        found: dict[str, list[Hit]] = {}
        first = self._first
        for i, word in enumerate(low):
            if word in first:
                for rest, name, value in first[word]:
                    past = i + 1 + len(rest)
                    if not rest or tuple(low[i + 1 : past]) == rest:
                        hits = found.setdefault(name, [])
                        if not hits or hits[-1][1] <= i:
                            hits.append((i, past, value))
            elif word[0] in _DIGITS:
                found.setdefault("figure", []).append((i, i + 1, ""))
        return found


@cache
def index(words: Words) -> Index:
    """The index of a table, made once."""
    return Index(words)
