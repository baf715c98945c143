"""Phrases as people write them down, found in lines: the one place that makes expressions of them.

The folder of a language lists phrases, one a line or between commas, in this notation:

    share this article      these words in this order
    read (more/also)        one of several words, or of several groups of words
    log [me] in             words that may be missing
    subscri*                any ending
    #                       a number; spaces beside it may be missing
    _                       any one word
    ...                     up to forty characters in between
    ^ and $                 only where a line begins, only where it ends
    {visitors}              any phrase of the list of that name

They are looked up by their first words, and passed over where a line lacks another of their words, so that most lines
cost a look at their words; an expression is compiled only for phrases that may be there. Lines are given as ``plain``
makes them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from newsdiff.text.lazy_pattern import lazy_pattern

_ITEM = lazy_pattern(r"[^ (\[]+")
_OPENING = lazy_pattern(r"[(\[]")
_CLOSING = {"(": ")", "[": "]"}
_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)*")
_MARKS = (
    *((mark, "'") for mark in "\u2018\u2019\u02bc\u00b4\u0060"),
    *((mark, '"') for mark in "\u201c\u201d\u201e\u00ab\u00bb"),
)
_PARTING = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalnum() and sign != "'"})
_DENSE = "\u0e00"  # from here on scripts put no spaces between words
_WILD = {"#": r"\d[\d.,]*[km]?\+?", "_": r"\w+"}
_GAP = r".{0,40}?"


class FoundPhrase:
    """Where a phrase stands in a line, and the name of the list that it is in."""

    __slots__ = ("end", "name", "start")

    def __init__(self, name: str, start: int, end: int) -> None:
        self.name, self.start, self.end = name, start, end


class _Entry:
    """A phrase and the number of its list; ``needs``: of each of its items that must be there, the possible words."""

    __slots__ = ("list", "needs", "phrase")

    def __init__(self, phrase: str, number: int) -> None:
        self.phrase, self.list = phrase, number
        self.needs: tuple[_Choice, ...] | None = None

    def fits(self, words: frozenset[str]) -> bool:
        """Whether a line of these words may hold the phrase."""
        if self.needs is None:  # the last first: that the line holds the first is mostly why one asks
            self.needs = tuple([_Choice(several) for several in needed_words(self.phrase)][::-1])
        for need in self.needs:
            if need.words.isdisjoint(words) and not (need.stems and need.begins(words)):
                return False
        return True


class _Choice:
    """Words, and beginnings of words, of which a line must hold one."""

    __slots__ = ("stems", "words")

    def __init__(self, several: tuple[str, ...]) -> None:
        self.words = frozenset(word for word in several if not word.endswith("*"))
        self.stems = tuple(word[:-1] for word in several if word.endswith("*"))

    def begins(self, words: frozenset[str]) -> bool:
        """Whether one of some words begins so."""
        return any(word.startswith(self.stems) for word in words)


@lru_cache(maxsize=128)
def plain(line: str) -> str:
    """A line as phrases are written: in lower case, with straight apostrophes and quotation marks."""
    low = line.lower()
    for mark, sign in _MARKS if not low.isascii() or "`" in low else ():
        low = low.replace(mark, sign)
    return low


class Phrasebook:
    """Lists of phrases by name; of two that begin at one place, that of the earlier list counts.

    ``then``: an expression that has to match behind a phrase, without being part of its place.
    """

    def __init__(self, lists: Mapping[str, Iterable[str]], then: str = "") -> None:
        self._then = f"(?={then})" if then else ""
        self._names = tuple(lists)
        self._by_word: dict[str, list[_Entry]] = {}
        self._stems: dict[str, list[_Entry]] = {}
        self._dense: dict[str, list[_Entry]] = {}
        self._compiled: dict[tuple[str, ...], re.Pattern[str]] = {}
        for number, phrases in enumerate(lists.values()):
            for phrase in phrases:
                self._add(number, phrase)
        self._stem_starts = tuple(self._stems)

    def _add(self, number: int, phrase: str) -> None:
        entry, head = _Entry(phrase, number), phrase.partition(" ")[0]
        if head.isalpha() and head < _DENSE:
            self._by_word.setdefault(head, []).append(entry)
            return
        for start in first_words(phrase):
            if start.endswith("*"):
                self._stems.setdefault(start[:-1], []).append(entry)
            elif start >= _DENSE:
                self._dense.setdefault(start[0], []).append(entry)
            else:
                word = _WORD.match(start)
                self._by_word.setdefault(word[0] if word else start[0], []).append(entry)

    def at(self, line: str, start: int = 0) -> FoundPhrase | None:
        """The phrase that begins at a place of a line."""
        word = _WORD.match(line, start)
        key = word[0] if word else line[start : start + 1]
        if not key or not self._entries(key):
            return None
        entries = self._likely(key, frozenset(_WORD.findall(line, start)))
        return self._match(line, start, entries) if entries else None

    def find(self, line: str) -> FoundPhrase | None:
        """The first phrase in a line."""
        return next(self.all(line), None)

    def all(self, line: str) -> Iterator[FoundPhrase]:
        """The places of phrases in a line, none within another."""
        words = _words_of(line)
        likely = {word: entries for word in self._openers(words) if (entries := self._likely(word, words))}
        if not likely and not self._dense:
            return
        end = 0
        for word in _WORD.finditer(line):
            starts = [(word.start(), likely.get(word[0], []))]
            if self._dense and word[0][-1] >= _DENSE:
                inside = (at for at in range(word.start() + 1, word.end()) if line[at] in self._dense)
                starts += [(at, self._likely(line[at], words)) for at in inside]
            for start, entries in starts:
                if start >= end and entries and (found := self._match(line, start, entries)) is not None:
                    end = found.end
                    yield found

    def _openers(self, words: frozenset[str]) -> Iterable[str]:
        """The words that may begin a phrase."""
        found = words & self._by_word.keys()
        if self._stem_starts:
            found = found.union(word for word in words if word.startswith(self._stem_starts))
        if "#" in self._by_word:
            found = found.union(word for word in words if word[0].isdigit())
        return found.union(word for word in words if word[0] in self._dense) if self._dense else found

    def _likely(self, word: str, words: frozenset[str]) -> list[_Entry]:
        """The phrases that may begin with a word, where the other words of the line allow it."""
        return [entry for entry in self._entries(word) if entry.fits(words)]

    def _entries(self, word: str) -> list[_Entry]:
        """The phrases that may begin with a word."""
        found = self._by_word.get(word)
        if word[:1].isdigit() and "#" in self._by_word:
            found = [*(found or ()), *self._by_word["#"]]
        if word[:1] in self._dense:
            found = [*(found or ()), *self._dense[word[0]]]
        if self._stem_starts and word.startswith(self._stem_starts):
            stems = (stem for stem in self._stem_starts if word.startswith(stem))
            found = [*(found or ()), *(entry for stem in stems for entry in self._stems[stem])]
        return found or []

    def _match(self, line: str, start: int, entries: list[_Entry]) -> FoundPhrase | None:
        found = self._pattern(entries).match(line, start)
        return FoundPhrase(self._names[int(str(found.lastgroup)[1:])], start, found.end()) if found else None

    def _pattern(self, entries: list[_Entry]) -> "re.Pattern[str]":
        key = tuple([entry.phrase for entry in entries])
        if key not in self._compiled:
            groups: dict[int, dict[str, None]] = {}
            for entry in entries:
                groups.setdefault(entry.list, {})[expression(entry.phrase)] = None
            lists = (f"(?P<n{number}>{'|'.join(groups[number])}){self._then}" for number in sorted(groups))
            self._compiled[key] = re.compile("|".join(lists))
        return self._compiled[key]


@lru_cache(maxsize=128)  # a line is looked up in many phrasebooks, one after the other
def _words_of(line: str) -> frozenset[str]:
    """The words of a line; one of plain letters is cut at its other signs, in half the time."""
    if not line.isascii() or "''" in line:
        return frozenset(_WORD.findall(line))
    parted = line.translate(_PARTING)
    if "'" in line:  # one at the edge of a word is a quotation mark
        parted = f" {parted} ".replace(" '", " ").replace("' ", " ")
    return frozenset(parted.split())


def first_words(phrase: str) -> tuple[str, ...]:
    """The words with which a phrase may begin; a number is ``#``, a word of any ending ends with ``*``.

    >>> first_words("[please] (sign up/subscri* now)")
    ('please', 'sign', 'subscri*')
    """
    found: dict[str, None] = {}
    for choices, optional in items(phrase.removeprefix("^")):
        for choice in choices:
            found.update(dict.fromkeys(first_words(choice) if choice[:1] in "([" else (choice.partition(" ")[0],)))
        if not optional:
            break
    return tuple(found)


def needed_words(phrase: str) -> Iterator[tuple[str, ...]]:
    """Of each item that must be there the words of which a line holds one; items of other signs are passed over.

    >>> list(needed_words("log (in/on to [my] account) [now]"))
    [('log',), ('in', 'on')]
    """
    for choices, optional in items(phrase.removeprefix("^").removesuffix("$")):
        heads = tuple(choice.partition(" ")[0] for choice in choices)
        if not optional and all(map(_is_whole_word, heads)):
            yield heads


def _is_whole_word(word: str) -> bool:
    found = _WORD.match(word)
    return found is not None and found[0] == word.removesuffix("*") and word < _DENSE


@cache
def expression(phrase: str) -> str:
    """The regular expression of a phrase.

    >>> expression("log [me] in/on")
    '(?<!\\\\w)log(?: (?:me))? (?:in|on)(?!\\\\w)'
    """
    begins, ends = phrase.startswith("^"), phrase.endswith("$")
    body = _sequence(phrase.removeprefix("^").removesuffix("$"))
    dense = max(phrase) >= _DENSE
    before = "^" if begins else r"(?<!\d)" if dense else r"(?<!\w)"
    behind = "$" if ends else "" if phrase[-1:] == "*" or phrase[-1:] >= _DENSE else r"(?!\w)"
    return f"{before}{body}{behind}"


def _sequence(phrase: str) -> str:
    text, leading, loose = "", False, True  # an optional item at the beginning brings the space behind it
    for number, (choices, optional) in enumerate(items(phrase)):
        if choices == ["..."]:
            text, leading = text + _GAP, True
            continue
        several = [_sequence(c) if " " in c or "/" in c or c[:1] in "([" else _word(c) for c in choices]
        item = several[0] if len(several) == 1 and not optional else f"(?:{'|'.join(several)})"
        tight = choices == ["#"] or choices[0][:1] >= _DENSE
        space = r"\s*" if tight or loose else " "
        if number == 0 or leading:
            text += f"(?:{item} )?" if optional else item
            leading = optional
        else:
            text += f"(?:{space}{item})?" if optional else f"{space}{item}"
        loose = tight
    return text


def _word(word: str) -> str:
    if word in _WILD:
        return _WILD[word]
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


def items(phrase: str) -> Iterator[tuple[list[str], bool]]:
    """The items of a phrase: what may stand there, and whether it may be missing; ValueError for an open bracket."""
    at = 0
    while at < len(phrase):
        sign = phrase[at]
        if sign == " ":
            at += 1
        elif sign in _CLOSING:
            end = _closing(phrase, at)
            yield _choices(phrase[at + 1 : end]), sign == "["
            at = end + 1
        else:
            word = _ITEM.match(phrase, at)
            assert word is not None, "neither a space nor a bracket stands here"
            yield word[0].split("/"), False
            at = word.end()


def _closing(phrase: str, at: int) -> int:
    """Where the bracket closes that opens at a place of a phrase."""
    end = phrase.find(_CLOSING[phrase[at]], at)
    if end > 0 and not _OPENING.search(phrase, at + 1, end):
        return end
    depth = 0
    for place in range(at, len(phrase)):
        depth += (phrase[place] in "([") - (phrase[place] in ")]")
        if depth == 0:
            return place
    raise ValueError(f"a bracket is not closed in {phrase!r}")


def _choices(group: str) -> list[str]:
    """What stands between the slashes of a group, groups inside it whole."""
    if not _OPENING.search(group):
        return group.split("/")
    found, depth = [""], 0
    for sign in group:
        depth += (sign in "([") - (sign in ")]")
        if sign == "/" and depth == 0:
            found.append("")
        else:
            found[-1] += sign
    return found
