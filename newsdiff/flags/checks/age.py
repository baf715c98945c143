"""One person with two ages."""

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.language.lists import commonest

# A name has an end: else a long row of capitals is read once for each of them.
_NAMED = re.compile(r"\b([A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,7}), (\d{1,3})(?=[,;)]|\.(?!\d)|$)")

_WORD = re.compile(r" ([^\W\d_]+)")

Mention = tuple[int, int, str, str]  # age, block, noun or name, the words as they stand


def age(text: CheckedArticle) -> Iterator[Contradiction]:
    """A named person of two ages, and a second age that nobody was introduced with."""
    yield from _ages_of_names(text)
    if text.words.year_old:
        yield from _ages_of_nouns(text)


def _ages_of_names(text: CheckedArticle) -> Iterator[Contradiction]:
    seen: dict[str, Mention] = {}
    for reading in text.readings:
        for m in _NAMED.finditer(reading.sentence.text):
            here = (int(m[2]), reading.sentence.block, m[1], m[0])
            there = seen.setdefault(m[1], here)
            if there[0] != here[0] and here[0] < 120 and len(m[1].split()) > 1:
                yield _finding(there, here, m[1])


def _ages_of_nouns(text: CheckedArticle) -> Iterator[Contradiction]:
    """*A 12-year-old boy* is introduced, and *the 13-year-old boy* is not: they are one, or somebody is missing."""
    pattern = _pattern(text.words.year_old)
    introduced: list[Mention] = []
    for reading in text.readings:
        for m in pattern.finditer(reading.sentence.text):
            noun = m["noun"] or _next_noun(reading.sentence.text[m.end() :], text.words.language)
            here = (int(m["age"]), reading.sentence.block, noun.lower(), m[0])
            if m["article"].lower() != "the":
                introduced.append(here)
            elif len(introduced) == 1 and introduced[0][0] != here[0] and here[2] in ("", introduced[0][2]):
                yield _finding(introduced[0], here, here[2] or introduced[0][2])


def _next_noun(rest: str, language: str) -> str:
    """The word behind an age, where it can name somebody: *driver* of *the 40-year-old driver*, not *is* or *from*."""
    found = _WORD.match(rest)
    return found[1] if found and found[1].lower() not in commonest(language) else ""


@cache
def _pattern(source: str) -> "re.Pattern[str]":
    return re.compile(source, re.IGNORECASE)


def _finding(first: Mention, second: Mention, subject: str) -> Contradiction:
    reason = f"{first[0]} years old here, {second[0]} there"
    return Contradiction("age", first[3], second[3], first[1], second[1], subject, reason)
