"""A sentence cut for the rules: words, figures and marks with their places, typography folded."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    }
)
_TOKEN = re.compile(
    r"\d+(?:[.,:/]\d+)*"  # figures: 1,000  2.5  10:30  12/03/2025
    r"|(?:[^\W\d_]\.){2,}"  # U.S.  a.m.
    r"|[ldnsjmtcLDNSJMTC]'(?=[aeiouhyàâéèêîôûAEIOUHÉ][^\W\d_])|[Qq]u'"  # elisions: l'ancien
    r"|[^\W\d_][^\W_]*(?:'[^\W\d_]+)*"  # words: Gaza's  H5N1
    r"|[^\w\s]|_"
)


_ADDRESS = re.compile(r"(?:https?:/|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\([^)\s]*\)|<[^>]*>")
_PHONE = re.compile(r"(?:\+|\b0)\d[\d ()-]{6,}\d")


class Tokens:
    """The tokens of a text: ``raw``, ``low`` (lower case), ``start`` and ``end`` in code points of the text."""

    __slots__ = ("addresses", "end", "low", "raw", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(_TOKEN.finditer(text.translate(_FOLD)))
        self.raw = [m[0] for m in found]
        self.low = [w.lower() for w in self.raw]
        self.start = [m.start() for m in found]
        self.end = [m.end() for m in found]
        self.addresses = self._addresses()

    def _addresses(self) -> frozenset[int]:
        """The tokens of URLs, e-mail addresses, phone numbers and markup: they say nothing of the story."""
        spans = [m.span() for m in _PHONE.finditer(self.text)] if "0" in self.text else []
        if any(c in self.text for c in "@/<"):
            spans += [m.span() for m in _ADDRESS.finditer(self.text)]
        if not spans:
            return frozenset()
        return frozenset(i for i, at in enumerate(self.start) if any(a <= at < b for a, b in spans))

    def __len__(self) -> int:
        return len(self.raw)

    def span(self, first: int, last: int) -> str:
        """The text from one token to another (inclusive), as it stands."""
        return self.text[self.start[first] : self.end[last]]

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def at(self, index: int) -> str:
        """A token in lower case, or nothing beyond the ends."""
        return self.low[index] if 0 <= index < len(self.low) else ""


class Lexicon:
    """Phrases that are looked up token by token; the longest wins."""

    __slots__ = ("_first",)

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, value in phrases.items():
            first, *rest = Tokens(phrase).low
            self._first.setdefault(first, []).append((tuple(rest), value))
        for entries in self._first.values():
            entries.sort(key=lambda e: -len(e[0]))

    def find(self, low: list[str]) -> Iterator[tuple[int, int, str]]:
        """Every phrase in a text, without overlap: first token, one past the last, class."""
        past = 0
        for i, word in enumerate(low):
            entries = self._first.get(word)
            if entries and i >= past:
                for rest, value in entries:
                    past_this = i + 1 + len(rest)
                    if not rest or tuple(low[i + 1 : past_this]) == rest:
                        past = past_this
                        yield i, past, value
                        break


_lexicons: dict[int, tuple[Mapping[str, str], Lexicon]] = {}


def lexicon(phrases: Mapping[str, str]) -> Lexicon:
    """The lexicon of a table's list, made once."""
    known = _lexicons.get(id(phrases))
    if known is None or known[0] is not phrases:
        known = _lexicons[id(phrases)] = (phrases, Lexicon(phrases))
    return known[1]


@cache
def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell that *act* and *acting* are one."""
    for ending in ("'s", "ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
    return word
