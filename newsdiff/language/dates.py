"""Dates in running text, in all languages at once: where they stand, and the days that they name in full."""

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.language.lists import is_month, months, phrases
from newsdiff.language.phrasebook import expression
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.letter_marks import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_PLAIN_LETTERS = r"[^\W\d_]+"
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
_WORD = lazy_pattern(rf"\d+|{_LETTERS}")
_MARK = lazy_pattern("[\u0300-\u17d3]")  # a range: MARKS themselves take as long to compile as the rest of a date
_NUMERIC = lazy_pattern(r"\b(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))(?!\d)")
_YEAR_DIGITS = lazy_pattern(r"\d{4}")  # what no date is without
_YEAR = r"(?:19|20)\d\d"


def spans(line: str) -> Iterator[tuple[int, int]]:
    """Where dates stand in a line, from the first character to one past the last.

    >>> [*spans("Stand: 12. März 2025, 8 Uhr")]
    [(7, 20)]
    """
    if not _YEAR_DIGITS.search(line):
        return
    low, at = line.lower(), 0
    if len(low) != len(line):  # İ becomes two characters, and places would shift
        low = line
    date_of = _date(low.isascii() or not _MARK.search(low))
    while found := date_of.search(low, at):
        month = found["first"] or found["then"]
        if month is None or is_month(month):
            yield found.span()
            at = found.end()
        else:
            at = found.start() + 1


def days(line: str) -> "frozenset[date]":
    """The days that a line names in full: day, month and year.

    >>> from datetime import date
    >>> days("Updated on March 22nd, 2021 (first published 2021-03-20)") == {date(2021, 3, 22), date(2021, 3, 20)}
    True
    """
    return frozenset((*_numeric(line), *_worded_dates(line)))


def _numeric(line: str) -> "Iterator[date]":
    """Days in figures whose order is beyond doubt: 2021-03-22, 22.3.2021."""
    for match in _NUMERIC.finditer(line):
        year, month, day, other_day, other_month, other_year = match.groups()
        yield from _valid(year or other_year, int(month or other_month), day or other_day)


def _worded_dates(line: str) -> "Iterator[date]":
    """22 March 2021, 22nd of March 2021, March 22, 2021, 22. März 2021, 2021. március 22."""
    known, filling = months(), beside_day()
    found = [w for w in _WORD.findall(line.casefold()) if w not in filling]
    for before, word, *behind in zip(["", *found], found, [*found[1:], ""], [*found[2:], "", ""], strict=False):
        if word not in known:
            continue
        day, year = (before, behind[0]) if len(behind[0]) == 4 else behind
        if before.isdigit() and len(before) == 4:  # 2025. március 12.
            day, year = behind[0], before
        if day.isdigit() and year.isdigit():
            yield from _valid(year, known[word], day)


def _valid(year: str, month: int, day: str) -> "Iterator[date]":
    """The day, if there is one."""
    from datetime import date  # where a page only shows dates, the import costs more than to find them

    try:
        yield date(int(year), month, int(day))
    except (ValueError, OverflowError):  # 4.3333333333333333 is no day
        return


@cache
def beside_day() -> frozenset[str]:
    """What stands between a day's number and its month and says nothing: st, nd, of, de."""
    return frozenset((*phrases("ordinal endings"), *phrases("between day and month")))


@cache
def _date(unmarked: bool) -> "re.Pattern[str]":
    """What looks like a date, in lower case (to compile it for both cases takes twice as long).

    ``unmarked``: no letter of the line bears a mark; that is compiled in half the time.
    """
    letters = _PLAIN_LETTERS if unmarked else _LETTERS
    first, then = (rf"(?P<{name}>{letters})(?!\w)\.?" for name in ("first", "then"))
    ordinal = rf"(?:{'|'.join(phrases('ordinal endings'))}|º|\.)?"
    link = rf"(?:(?:{'|'.join(phrases('between day and month'))})\s+)?"
    return re.compile(
        rf"\b{first}\s+\d{{1,2}}{ordinal}\s*,?\s+{_YEAR}\b"
        rf"|\b\d{{1,2}}{ordinal}[\s\-]+{link}{then}[\s,\-]+{link}{_YEAR}\b"
        rf"|\b{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?"
        rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}\b"
        rf"|{'|'.join(dict.fromkeys(map(expression, phrases('dates'))))}"
    )
