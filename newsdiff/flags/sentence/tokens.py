"""A sentence cut for the rules: words, figures and marks with their places, typography folded."""

import re
from bisect import bisect_left
from collections.abc import Hashable
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from newsdiff.flags.lazy import lazy
from newsdiff.language.word_cache import MOST_WORDS
from newsdiff.text.phone_numbers import phone_numbers

_FOLD = {
    **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
}
_LOWERED_AT = r"(?<=[A-Za-z])[₀-₉]|(?:(?<=[ckdm\d\s]m)|(?<=^m))[²³](?!\w)"
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉²³", "012345678923", strict=True))  # behind a letter a figure as a keyboard has it
_JOINTS = frozenset("-'")  # between the parts of a word
_CURRENCIES = frozenset("$£€¥₹")
_ENDING = frozenset('.,;:!?)"')  # marks that most often stand behind a word
_TOKEN = (
    "(?:[LETTER]\\.){2,}"  # U.S.  a.m.
    "|[ldnsjmtcLDNSJMTC]'(?=[aeiouhyàâéèêîôûAEIOUHÉ][LETTER]|[A-Z][0-9]|(?:[A-Za-z]\\.){2})"  # elisions: l'ancien
    "|[Qq]u'|(?:[DdNn]e|[Aa]|[Dd]a|[Ss]u|[Cc]o|[Qq]ue)ll'(?=[LETTER])"  # dell'Istat
    "|[àÀ](?=[0-9])"  # à16h30
    "|[LETTER]{1,3}&(?:amp;)?[LETTER]{1,2}(?![LETTER0-9])(?:'s)?"  # S&P  AT&T's
    "|(?:Rs?|K[Ss]h|Tk|RM|CHF|USD|EUR|GBP)(?=[0-9])"  # currencies in letters: R40
    "|[LETTER][LETTER0-9]*(?:'[LETTER]+)*"  # words: Gaza's  H5N1
    "|[0-9]+(?:[.,:/][0-9]+|'[0-9]{3}(?![0-9]))*"  # figures: 1,000  2.5  12'500  10:30  12/03/2025
    "|\\S"
)
_LATIN = "A-Za-zªµºÀ-ÖØ-öø-ÿ"  # quickly made and run; letters beyond need the other class
_LETTER = r"^\W\d_"
# Each part begins where nothing but it can begin, or has a greatest length: else a row of them is read once for each.
_LINK = r"https?:/\S+|\]\([^)\s]{0,500}\)|<[^<>]*>"
_ADDRESS = rf"{_LINK}|www\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_DOMAIN_WORDS = frozenset(("www", "com", "org", "net"))  # of an address that stand in those of everybody
_FIGURE = r"[\d%]"
_ENDINGS = ("'s", "ing", "ied", "ies", "ed", "es", "s", "e")
_LAST_LETTERS = frozenset(ending[-1] for ending in _ENDINGS)
LONG_DIGITS = 300  # of a figure that is read as no number: what differs in it is told as other words


@cache
def _pattern(expression: str) -> "re.Pattern[str]":
    """A compiled expression: few texts need it, and a start is short."""
    return re.compile(expression)


@cache
def _tokens(latin: bool) -> "re.Pattern[str]":
    """What cuts a text."""
    if latin:
        return re.compile(_TOKEN.replace("LETTER", _LATIN))
    return re.compile(_TOKEN.replace("[LETTER0-9]", r"[^\W_]").replace("LETTER", _LETTER))


def _latin(text: str) -> bool:
    """Whether a text has no letters beyond Latin-1."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return not any(c > "ÿ" and c.isalpha() for c in set(text))
    return True


def _folded(text: str) -> str:
    """A text of the same length with its typography folded."""
    if not text.isascii():
        for mark, plain in _FOLD.items():
            if mark in text:
                text = text.replace(mark, plain)
        if any(figure in text for figure in _LOWERED):
            text = _pattern(_LOWERED_AT).sub(lambda m: _LOWERED[m[0]], text)
    return text


def _cut(text: str, cutter: "re.Pattern[str]") -> tuple[list[str], set[int]]:
    """What the cutter finds, and which of it no space parts from the one before; no token holds a space, and a word
    that is nothing but letters, or has one mark behind them, needs no cutter.
    """
    found: list[str] = []
    glued: set[int] = set()
    for word in text.split():
        if word.isalpha():
            found.append(word)
        elif word[-1] in _ENDING and word[:-1].isalpha():
            found += (word[:-1], word[-1])
            glued.add(len(found) - 1)
        else:
            parts = cutter.findall(word)
            if len(parts) > 1:
                glued.update(range(len(found) + 1, len(found) + len(parts)))
            found += parts
    return found, glued


class Tokens:
    """The tokens of a text: ``raw``, ``low`` (lower case); their places are looked up when a span is asked for."""

    __slots__ = ("__dict__", "_glued", "folded", "low", "raw", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _folded(text)
        self.raw, self._glued = _cut(self.folded, _tokens(_latin(self.folded)))
        self.low = list(map(str.lower, self.raw))
        if "&amp;" in text:
            self.low = [word.replace("&amp;", "&") for word in self.low]

    def __len__(self) -> int:
        return len(self.raw)

    @lazy
    def readings(self) -> dict[Hashable, object]:
        """What has been read of it, by what read it: a sentence is read once."""
        return {}

    @lazy
    def start(self) -> list[int]:
        """Where each token begins, in code points of the text."""
        gaps = [1 - (i in self._glued) for i in range(1, len(self.raw))]
        if self.raw and sum(map(len, self.raw)) + sum(gaps) == len(
            self.folded
        ):  # as mostly: one space between two words
            return list(accumulate(map(add, map(len, self.raw), gaps), initial=0))
        places, at, place_of = [], 0, self.folded.index
        for word in self.raw:
            at = place_of(word, at)  # nothing but white space stands between two tokens
            places.append(at)
            at += len(word)
        return places

    @lazy
    def bare(self) -> list[str]:
        """The tokens in lower case without possessive endings."""
        return [bare(w) if "'" in w else w for w in self.low] if "'" in self.folded else self.low

    @lazy
    def capitals(self) -> list[int]:
        """The tokens that begin with a capital."""
        return [i for i, word in enumerate(self.raw) if word[0].isupper()]

    def names_begin(self, i: int) -> bool:
        """Whether a word with a capital stands before another one, as a first name does: Julio Robles."""
        return self.raw[i].istitle() and i + 1 < len(self) and self.raw[i + 1].istitle()

    @lazy
    def addresses(self) -> frozenset[int]:
        """The tokens of URLs, e-mail addresses, phone numbers and markup: they say nothing of the story."""
        phones = self._within(self.phones)
        return phones | self._matched(_ADDRESS) if self._has_address else phones

    @lazy
    def links(self) -> frozenset[int]:
        """Those that no reader reads as words: where a link leads, markup, what all addresses begin or end with."""
        if not self._has_address:
            return frozenset()
        return self._matched(_LINK).union(i for i in self.addresses if self.low[i] in _DOMAIN_WORDS)

    @property
    def _has_address(self) -> bool:
        """Whether an address may stand in it."""
        text = self.text
        return "@" in text or "/" in text or "<" in text or "www." in text

    def _matched(self, expression: str) -> frozenset[int]:
        """The tokens of what an expression matches."""
        return self._within([m.span() for m in _pattern(expression).finditer(self.text)])

    def _within(self, spans: list[tuple[int, int]]) -> frozenset[int]:
        """The tokens that begin in some spans."""
        if not spans:
            return frozenset()
        start = self.start
        return frozenset(i for a, b in spans for i in range(bisect_left(start, a), bisect_left(start, b)))

    @lazy
    def phones(self) -> list[tuple[int, int]]:
        """Where the telephone numbers of the text begin and end."""
        return list(phone_numbers(self.text)) if self.numeric else []

    @lazy
    def numeric(self) -> bool:
        """Whether it holds a digit or a percent sign."""
        return _pattern(_FIGURE).search(self.text) is not None

    @lazy
    def running(self) -> bool:
        """Whether some longer words are written small, as in running text."""
        small = (word for word in self.raw if len(word) > 3 and word.islower())
        return next(small, None) is not None and next(small, None) is not None

    def span(self, first: int, last: int) -> str:
        """The text from one token to another (inclusive), as it stands."""
        return self.text[self.start[first] : self.start[last] + len(self.raw[last])]

    def whole_words(self, first: int, last: int) -> str:
        """The same, begun and ended with whole words and addresses: *slow-rolled*, *$6bn*, not *rolled*, *6*."""
        while first > 0 and self._parted(first):
            first -= 1
        while last + 1 < len(self.raw) and self._parted(last + 1):
            last += 1
        return self.span(first, last)

    def _parted(self, index: int) -> bool:
        """Whether between a token and the one before it a word is parted that is written as one."""
        if index not in self._glued:
            return False
        before, mark, here = self.raw[index - 1], self.at(index - 2), self.raw[index]
        if {index - 1, index} <= self.addresses:
            return here[0].isalnum() or {index + 1} <= self._glued & self.addresses
        if before in _JOINTS:
            return here[0].isalnum() and mark[-1:].isalnum() and index - 1 in self._glued
        if here in _JOINTS:
            return before[-1].isalnum() and index + 1 in self._glued and self.at(index + 1)[:1].isalnum()
        return here[0].isalnum() and (before[-1].isalnum() or before in _CURRENCIES)

    def glued(self, index: int) -> bool:
        """Whether a token follows the one before it without a space."""
        return index in self._glued

    def cut(self, index: int) -> bool:
        """Whether a word is cut by a full stop that ends no sentence: *Tex., where*; *N. Korea*."""
        dotted = self.at(index + 1) == "." and self.glued(index + 1) and index + 2 < len(self.raw)
        return dotted and self.raw[index][0].isupper() and self.raw[index].isalpha()

    def at(self, index: int) -> str:
        """A token in lower case, or nothing beyond the ends."""
        try:  # asked for more often than all else, and mostly there
            return self.low[index] if index >= 0 else ""
        except IndexError:
            return ""


def bare(word: str) -> str:
    """A word without its possessive ending; a mark as it stands."""
    return word.removesuffix("'s").removesuffix("'") or word if "'" in word else word


@lru_cache(maxsize=MOST_WORDS)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell that *act* and *acting* are one."""
    for ending in _ENDINGS if word[-1:] in _LAST_LETTERS else ():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
    return word
