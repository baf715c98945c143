"""Phrases as people write them down, found in lines: the one place that makes expressions of them.

The folder of a language lists phrases, one a line, in this notation:

    share this article      these words in this order
    read (more/also)        one of several words, or of several groups of words
    log [me] in             words that may be missing
    subscri*                any ending
    #                       a number
    _                       any one word
    ...                     up to forty characters in between
    ^ and $                 only where a line begins, only where it ends

They are looked up by their first word, so that a line costs a look at its words, and an expression is compiled only
for words that some line begins with. Lines are given as ``plain`` makes them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsdiff.text.lazy_pattern import lazy_pattern

_PIECE = lazy_pattern(r"\.\.\.|[(\[\])/ ]|[^(\[\])/ ]+")
_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)*")
_FIRST = lazy_pattern(r"[(\[/*#^.]")
_MARKS = str.maketrans(
    {**dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060", "'"), **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"')}
)
_DENSE = "\u0e00"  # from here on scripts put no spaces between words
_WILD = {"#": r"\d[\d.,]*", "_": r"\w+"}
_GAP = r".{0,40}?"


class FoundPhrase(NamedTuple):
    """Where a phrase stands in a line, and the name of the list that it is in."""

    name: str
    start: int
    end: int


def plain(line: str) -> str:
    """A line as phrases are written: in lower case, with straight apostrophes and quotation marks."""
    low = line.lower()
    return low if low.isascii() and "`" not in low else low.translate(_MARKS)


class Phrasebook:
    """Lists of phrases by name; of two that begin at one place, that of the earlier list counts.

    ``then``: an expression that has to match behind a phrase, without being part of its place.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]], then: str = "") -> None:
        self._then = f"(?={then})" if then else ""
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        self._stems: dict[str, list[tuple[str, str]]] = {}
        self._dense: dict[str, list[tuple[str, str]]] = {}
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._names = tuple(lists)
        for name, phrases in lists.items():
            for phrase in phrases:
                self._add(name, phrase)
        self._stem_starts = tuple(self._stems)
        self._books = (self._by_word, self._stems, self._dense)

    def _add(self, name: str, phrase: str) -> None:
        if not _FIRST.search(head := phrase.partition(" ")[0]):
            starts: Iterable[str] = (head,)
        else:
            starts = first_words(phrase)
        for start in starts:
            if start.endswith("*"):
                self._stems.setdefault(start[:-1], []).append((name, phrase))
            elif start >= _DENSE:
                self._dense.setdefault(start[0], []).append((name, phrase))
            else:
                word = _WORD.match(start)
                self._by_word.setdefault(word[0] if word else start[0], []).append((name, phrase))

    def at(self, line: str, start: int = 0) -> FoundPhrase | None:
        """The phrase that begins at a place of a line."""
        word = _WORD.match(line, start)
        key = word[0] if word else line[start : start + 1]
        return self._match(line, start, key) if key else None

    def find(self, line: str) -> FoundPhrase | None:
        """The first phrase in a line."""
        return next(self.all(line), None)

    def all(self, line: str) -> Iterator[FoundPhrase]:
        """The places of phrases in a line, none within another."""
        end = 0
        for word in _WORD.finditer(line):
            if word.start() >= end and (place := self._match(line, word.start(), word[0])) is not None:
                end = place.end
                yield place
            if self._dense and word[0] >= _DENSE:
                for at in range(word.start() + 1, word.end()):
                    if line[at] in self._dense and (place := self._match(line, at, line[at : word.end()])) is not None:
                        yield place

    def _match(self, line: str, start: int, word: str) -> FoundPhrase | None:
        keys = (word,) if word in self._by_word else ()
        if "#" in self._by_word and word[:1].isdigit():
            keys = (*keys, "#")
        elif word[:1] in self._dense:
            keys = (word[0],)
        if word.startswith(self._stem_starts):
            keys = (*keys, *(stem for stem in self._stem_starts if word.startswith(stem)))
        if not keys:
            return None
        found = self._pattern(keys).match(line, start)
        return FoundPhrase(self._names[int(str(found.lastgroup)[1:])], start, found.end()) if found else None

    def _pattern(self, keys: tuple[str, ...]) -> "re.Pattern[str]":
        if keys not in self._compiled:
            groups: dict[int, dict[str, None]] = {}
            for name, phrase in (pair for book in self._books for key in keys for pair in book.get(key, ())):
                groups.setdefault(self._names.index(name), {})[expression(phrase)] = None
            lists = (f"(?P<n{number}>{'|'.join(groups[number])}){self._then}" for number in sorted(groups))
            self._compiled[keys] = re.compile("|".join(lists))
        return self._compiled[keys]


def first_words(phrase: str) -> tuple[str, ...]:
    """The words with which a phrase may begin; a number is ``#``, a word of any ending ends with ``*``.

    >>> first_words("[please] (sign up/subscri* now)")
    ('please', 'sign', 'subscri*')
    """
    found: dict[str, None] = {}
    for item, optional in items(phrase.lstrip("^")):
        for choice in item:
            found.update(dict.fromkeys(first_words(choice) if choice[:1] in "([" else (choice.partition(" ")[0],)))
        if not optional:
            break
    return tuple(found)


def expression(phrase: str) -> str:
    """The regular expression of a phrase.

    >>> expression("log [me] in/on")
    '(?<!\\\\w)log(?: me)? (?:in|on)(?!\\\\w)'
    """
    begins, ends = phrase.startswith("^"), phrase.endswith("$")
    body = _sequence(phrase.removeprefix("^").removesuffix("$"))
    before = "^" if begins else r"(?<!\w)" if phrase[:1] < _DENSE else ""
    behind = "$" if ends else "" if phrase[-1:] == "*" or phrase[-1:] >= _DENSE else r"(?!\w)"
    return f"{before}{body}{behind}"


def _sequence(phrase: str) -> str:
    text, leading = "", False  # an optional item at the beginning brings the space behind it
    for number, (choices, optional) in enumerate(items(phrase)):
        if choices == ["..."]:
            text, leading = text + _GAP, True
            continue
        several = [_sequence(c) if " " in c or "/" in c or c[:1] in "([" else _word(c) for c in choices]
        item = several[0] if len(several) == 1 and not optional else f"(?:{'|'.join(several)})"
        if number == 0 or leading:
            text += f"(?:{item} )?" if optional else item
            leading = optional
        else:
            text += f"(?: {item})?" if optional else f" {item}"
    return text


def _word(word: str) -> str:
    if word in _WILD:
        return _WILD[word]
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


def items(phrase: str) -> Iterator[tuple[list[str], bool]]:
    """The items of a phrase: what may stand there, and whether it may be missing."""
    pieces = _PIECE.findall(phrase)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece == " ":
            at += 1
        elif piece in ("(", "["):
            end = _closing(pieces, at)
            yield _choices(pieces[at + 1 : end]), piece == "["
            at = end + 1
        else:
            end = next((n for n in range(at, len(pieces)) if pieces[n] in (" ", "(", "[")), len(pieces))
            yield "".join(pieces[at:end]).split("/"), False
            at = end


def _closing(pieces: list[str], at: int) -> int:
    depth = 0
    for n in range(at, len(pieces)):
        depth += (pieces[n] in ("(", "[")) - (pieces[n] in (")", "]"))
        if depth == 0:
            return n
    raise ValueError(f"a bracket is not closed in {''.join(pieces)!r}")


def _choices(pieces: list[str]) -> list[str]:
    """What stands between the slashes of a group, groups inside it whole."""
    found, depth = [""], 0
    for piece in pieces:
        depth += (piece in ("(", "[")) - (piece in (")", "]"))
        if piece == "/" and depth == 0:
            found.append("")
        else:
            found[-1] += piece
    return found
