"""The lists of the language folders, read when they are first asked for. A new folder is found by itself.

A folder holds text files of lists, each under a line ``## its name``: ``page.txt`` (what pages say of themselves and
ask of their readers: phrases in the notation of ``phrasebook``), ``text.txt`` (how the language is written: words
between spaces), ``spelling.txt`` (what it writes in several ways, ``word: others``), ``calendar.txt`` (months and
weekdays by number), ``units.txt`` (measures and currencies) and ``flags.txt`` (what the rules for flags know;
``folder_table`` reads it).
"""

import os
from collections.abc import Iterator
from functools import cache, lru_cache

from newsdiff.language.files import read

_FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib costs 5 ms at start
_PAGE, _TEXT, _SPELLING, _CALENDAR, _FLAGS = "page.txt", "text.txt", "spelling.txt", "calendar.txt", "flags.txt"
_UNITS = "units.txt"
_SHORT = 3  # letters that the name of a weekday needs: di, do and so are words as well


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list of pages, in all languages at once: a page may mix them, and its own is not known yet.

    ``{name}`` in a phrase stands for any phrase of that list.
    """
    found = (phrase for text in _lists(_PAGE).get(name, {}).values() for phrase in cut(text))
    return tuple([_filled(phrase) if "{" in phrase else phrase for phrase in found])


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of texts, in all languages at once."""
    return frozenset().union(*words_by_language(name).values())


@cache
def words_by_language(name: str) -> dict[str, frozenset[str]]:
    """The words of a list of texts, by the code of the language."""
    return {code: frozenset(text.split()) for code, text in _lists(_TEXT).get(name, {}).items()}


def commonest(code: str) -> frozenset[str]:
    """The commonest words of a language: they tell the language and carry no substance."""
    return words_by_language("commonest words")[code]


@cache
def months() -> dict[str, int]:
    """The numbers of the months by their names, whole and shortened, in all languages."""
    return _numbered("months")


@lru_cache(maxsize=1024)  # an article names few
def is_month(word: str) -> bool:
    """Whether a word is one of ``months``, of which no other is read: a text names few of some thousand."""
    return _is_named(word, "months")


@lru_cache(maxsize=1024)
def is_weekday(word: str) -> bool:
    """Whether a word is one of ``weekdays``, of which no other is read."""
    return len(word) >= _SHORT and _is_named(word, "weekdays") and not is_month(word)


@cache
def weekdays() -> dict[str, int]:
    """The numbers of the weekdays (Monday is 1) by their names, in all languages; without what is a month as well."""
    return {name: day for name, day in _numbered("weekdays").items() if len(name) >= _SHORT and name not in months()}


@cache
def ago_words() -> dict[str, tuple[str, ...]]:
    """What relative times of the past bear, by the code of each language without a folder: ``{"tr": ("önce",)}``."""
    text = _lists(_CALENDAR).get("ago", {}).get("und", "")
    told = (line.partition(": ") for line in text.split("\n"))
    return {code: tuple(words.split(", ")) for code, _, words in told if words}


def calendar(code: str, name: str) -> dict[str, int]:
    """The numbers of one language's ``months`` or ``weekdays`` by their names, of the latter without what is short."""
    found = _calendar(_lists(_CALENDAR)[name][code])
    if name == "months":
        return dict(found)
    months_too = {word for word, _ in _calendar(_lists(_CALENDAR)["months"][code])}
    return {word: number for word, number in found if len(word) >= _SHORT and word not in months_too}


def flag_lists(code: str) -> dict[str, str]:
    """The text of each list that the rules for flags have of a language; empty where its folder has none."""
    return _sections(code, _FLAGS)


def measures(code: str) -> str:
    """The text of the list of measures and currencies of a language; empty where its folder has none."""
    return _sections(code, _UNITS).get("units", "")


def file_of(code: str, name: str) -> str:
    """The path of a file of a language's folder; empty where it has none of the name."""
    path = f"{_FOLDER}/{code}/{name}"
    return path if os.path.exists(path) else ""  # noqa: PTH110


@cache
def modules() -> tuple[str, ...]:
    """The codes of the languages whose word table is a module."""
    return tuple(code for code in _codes() if os.path.exists(f"{_FOLDER}/{code}/__init__.py"))  # noqa: PTH110


def spellings(name: str) -> dict[str, str]:
    """The word that each other spelling of a list stands for, in all languages."""
    lines = (line.partition(": ") for text in _lists(_SPELLING).get(name, {}).values() for line in text.split("\n"))
    return {other: word for word, _, others in lines if others for other in others.split(", ")}


def spelled(name: str) -> tuple[str, ...]:
    """The words of a list of spellings, in all languages."""
    return tuple(word for text in _lists(_SPELLING).get(name, {}).values() for word in text.split())


def names() -> tuple[str, ...]:
    """The names of all lists of phrases."""
    return tuple(_lists(_PAGE))


def cut(text: str) -> Iterator[str]:
    """The phrases of a list: one a line, or several between commas; a comma in brackets parts nothing.

    >>> list(cut("share, share this\\n(no thanks/no, thanks)"))
    ['share', 'share this', '(no thanks/no, thanks)']
    """
    for line in text.split("\n"):
        if "(" in line and "," in line:
            yield from filter(None, _outside_brackets(line))
        elif line:
            yield from filter(None, map(str.strip, line.split(",")))


def _outside_brackets(line: str) -> Iterator[str]:
    start = depth = 0
    for at, character in enumerate(f"{line},"):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            yield line[start:at].strip()
            start = at + 1


def _filled(phrase: str) -> str:
    """A phrase with the lists that it names."""
    before, brace, rest = phrase.partition("{")
    if not brace:
        return phrase
    name, _, behind = rest.partition("}")
    return f"{before}({'/'.join(phrases(name))}){_filled(behind)}"


def _numbered(name: str) -> dict[str, int]:
    """The names of a calendar; one that means different things in two languages means nothing."""
    found: dict[str, int] = {}
    several = set()
    for text in _lists(_CALENDAR).get(name, {}).values():
        for word, number in _calendar(text):
            if found.setdefault(word, number) != number:
                several.add(word)
    return {word: number for word, number in found.items() if word not in several}


def _is_named(word: str, name: str) -> bool:
    """Whether a word is a name of a calendar that means one thing."""
    texts = _lists(_CALENDAR).get(name, {}).values()
    return len({number for text in texts for number in _numbers(word, text)}) == 1


def _numbers(word: str, text: str) -> Iterator[str]:
    """The numbers of the lines of a calendar that list a name."""
    at = text.find(f" {word}")
    while at >= 0:
        end = at + 1 + len(word)
        if text[at - 1] in ":," and text[end : end + 1] in ("", ",", "\n"):
            line = text.rfind("\n", 0, at) + 1
            yield text[line : text.index(":", line)]
        at = text.find(f" {word}", end)


def _calendar(text: str) -> list[tuple[str, int]]:
    """The names of a calendar's lines, each with its number."""
    lines = (line.partition(": ") for line in text.split("\n"))
    numbered = ((int(number), listed) for number, _, listed in lines if listed)
    return [(word, number) for number, listed in numbered for word in listed.split(", ")]


@cache
def _lists(file: str) -> dict[str, dict[str, str]]:
    """The text of each list of a file, by its name and by the code of the language."""
    found: dict[str, dict[str, str]] = {}
    for code in _codes():
        for name, listed in _sections(code, file).items():
            found.setdefault(name, {})[code] = listed
    return found


def _sections(code: str, file: str) -> dict[str, str]:
    """The text of each list of one language's file by its name; nothing where it has none."""
    if code not in _codes():
        return {}
    try:
        text = read(f"{_FOLDER}/{code}/{file}").decode()
    except FileNotFoundError:
        return {}
    return {name: listed for name, _, listed in (part.partition("\n") for part in text.split("\n## ")[1:])}


@cache
def _codes() -> tuple[str, ...]:
    """The codes of all languages that have a folder."""
    return tuple(name for name in sorted(os.listdir(_FOLDER)) if name.isalpha())  # noqa: PTH208
