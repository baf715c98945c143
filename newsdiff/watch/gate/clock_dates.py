"""A date on the page that merely follows the clock: it names the day of each visit, and says nothing of the story."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache

from newsdiff.language.dates import beside_day
from newsdiff.language.lists import months, phrases, weekdays
from newsdiff.model import Article
from newsdiff.watch.state.text_identity import folded

_WORD = re.compile(r"\d+|[^\W\d_]+")
_LONGEST_LINE_WORDS = 12  # words of a line that only shows a date: Wednesday, 12 March 2025, 08:15 GMT


def only_clock(old: Article, new: Article, *, old_seen: datetime, new_seen: datetime) -> bool:
    """Whether all that differs are lines that name the day on which each text was seen.

    The page's day may be a day off UTC's, on both sides alike.
    """
    before, after = folded(old), folded(new)
    if len(before) != len(after) or before == after:
        return False
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return all(
        any(_names(a, old_seen.date() + off) and _names(b, new_seen.date() + off) for off in _offsets())
        for a, b in pairs
    )


def names_today(line: str, seen: datetime) -> bool:
    """Whether a short line is nothing but the day on which it was seen, somewhere on earth."""
    return any(_names(line, seen.date() + off) for off in _offsets())


def _offsets() -> Iterator[timedelta]:
    yield from (timedelta(days=days) for days in (0, 1, -1))


def _names(line: str, day: date) -> bool:
    """Whether a short line is nothing but this day: its number, its month, perhaps weekday, year and time."""
    found = [w.casefold() for w in _WORD.findall(line)]
    if len(found) > _LONGEST_LINE_WORDS:
        return False
    known_months, known_days = months(), weekdays()
    numbers = [int(w) for w in found if w.isdigit() and len(w) <= 4]
    named = {known_months[w] for w in found if w in known_months}
    if any(known_days.get(w, day.isoweekday()) != day.isoweekday() for w in found):
        return False
    if any(n != day.year for n in numbers if n > 99) or day.day not in numbers:
        return False
    if not named and not (day.month in numbers and (day.year in numbers or len(numbers) >= 3)):
        return False
    known = {*known_months, *known_days, *_beside()}
    return named <= {day.month} and all(w.isdigit() or w in known for w in found)


@cache
def _beside() -> frozenset[str]:
    """What such a line may hold beside the day: endings of its number, the half of the day, the time zone."""
    return beside_day().union(phrases("halves of the day"), phrases("time zones"))
