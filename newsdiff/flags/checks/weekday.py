"""A weekday that does not fall on its date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from newsdiff.flags.checks.contradiction import CheckedArticle, Contradiction
from newsdiff.flags.read.value import Value

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NEAR = timedelta(days=183)  # a date without a year is the one nearest to the publication, if that is no further


def weekday(text: CheckedArticle) -> Iterator[Contradiction]:
    """Dates of one day, one month and one weekday whose weekday is another one."""
    for reading in text.readings:
        for value in reading.dates:
            said, day = _weekday_and_day(value, text.article.published)
            if day is not None and said and day.isoweekday() != said:
                yield Contradiction(
                    "weekday",
                    value.span,
                    value.span,
                    reading.sentence.block,
                    reading.sentence.block,
                    "",
                    f"{day.isoformat()} is a {day:%A}",
                )


def _weekday_and_day(value: Value, published: str | None) -> tuple[int, date | None]:
    """The weekday that an expression names (0: none, or several) and the day that it names, where it is sure."""
    parts: dict[str, list[int]] = {}
    for part in value.parts:
        what, _, number = part.partition(" ")
        if number.isdecimal():
            parts.setdefault(what, []).append(int(number))
    if any(len(parts.get(what, ())) != 1 for what in ("weekday", "day", "month")) or len(parts.get("year", ())) > 1:
        return 0, None
    year = parts["year"][0] if "year" in parts else None
    return parts["weekday"][0], _day(year, parts["month"][0], parts["day"][0], published)


def _day(year: int | None, month: int, day: int, published: str | None) -> date | None:
    if year is not None:
        return _valid(year, month, day)
    claim = _ISO.match(published or "")
    if claim is None:
        return None
    near = _valid(int(claim[1]), int(claim[2]), int(claim[3]))
    if near is None:
        return None
    days = (_valid(near.year + step, month, day) for step in (-1, 0, 1))
    return min((d for d in days if d and abs(d - near) <= _NEAR), key=lambda d: abs(d - near), default=None)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
