"""Dates that a page writes for machines, in whatever form its publisher's software gives them, as ISO 8601.

What is in ISO 8601 already stays as it is written; RFC 2822, what Java, JavaScript and Unix print, seconds and
milliseconds since 1970 and dates written out in any language of the calendars are put into it. A date in figures whose
order is in doubt (03/04/2025) is none, nor is a year alone.
"""

import re
from typing import TYPE_CHECKING, Any

from newsdiff.language.dates import days
from newsdiff.language.lists import weekdays
from newsdiff.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from datetime import date

_DAY = 10  # characters of a day in ISO 8601
_LONGEST = 80  # characters of a date with everything that stands beside it
_ISO = lazy_pattern(r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = lazy_pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_EPOCH = lazy_pattern(r"(\d{9,10})(?:\d{3}|\.\d+)?")
_CLOCK = lazy_pattern(
    r"(?<![\d.:])(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?(?![\d.])"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET = lazy_pattern(r"(?:\b(?:GMT|UTC)\s*)?(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?\b", re.IGNORECASE)
_NAME = lazy_pattern(r"\b(?:Z|[A-Z]{3,4})\b")
_SLASHED = lazy_pattern(r"(?<!\d)(?:(\d{4})([/.])(\d\d?)\2(\d\d?)|(\d\d?)[/-](\d\d?)[/-](\d{4}))(?!\d)")
_SPACED = lazy_pattern(r"(?<![\d.])(\d\d?)\.\s(\d\d?)\.\s(\d{4})(?!\d)")  # 12. 3. 2025: the day comes first
_DENSE = "\u3040"  # from here on figures stand between the signs of year, month and day
_UNITS = str.maketrans("年년月월日일時시点點分분", "////  ::::  ")
_WORD = lazy_pattern(r"[^\W\d_]+")
_AFTER_SLASH = lazy_pattern(r"/\s+")
# Minutes from UTC, and the abbreviations that stand for them alone.
_ZONES = {
    0: "Z UTC GMT WET",
    60: "BST CET MEZ WAT WEST",
    120: "CEST MESZ EET SAST CAT",
    180: "EEST MSK EAT TRT",
    300: "PKT",
    345: "NPT",
    420: "WIB",
    480: "HKT SGT MYT AWST",
    540: "JST KST",
    570: "ACST",
    600: "AEST",
    660: "AEDT",
    720: "NZST",
    780: "NZDT",
    -180: "ART BRT ADT",
    -240: "EDT",
    -300: "EST CDT",
    -360: "MDT",
    -420: "MST PDT",
    -480: "PST",
    -540: "AKST",
    -600: "HST",
}


def claimed_date(value: Any) -> str | None:
    """A value of metadata as ISO 8601, or None where it names no day beyond doubt.

    >>> claimed_date("Fri Apr 28 16:35:58 CEST 2023")
    '2023-04-28T16:35:58+02:00'
    >>> claimed_date("Fri, 28 Apr 2023 16:35:58 GMT"), claimed_date(1682692558), claimed_date("28. April 2023")
    ('2023-04-28T16:35:58+00:00', '2023-04-28T14:35:58+00:00', '2023-04-28')
    >>> claimed_date("03/04/2025"), claimed_date("yesterday"), claimed_date(2025)
    (None, None, None)
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    text = value.strip()
    if _ISO.fullmatch(text):
        return text if _valid(text[:_DAY], "") else None
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        return _valid(f"{year}-{month}-{day}", f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")
    if match := _EPOCH.fullmatch(text):
        return _since_1970(int(match[1]))
    return _written(text)


def _valid(day: str, clock: str) -> str | None:
    from datetime import datetime

    try:
        datetime.fromisoformat(day + clock)
    except ValueError:
        return None
    return day + clock


def _since_1970(seconds: int) -> str | None:
    from datetime import UTC, datetime

    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat() if 1990 <= moment.year < 2100 else None


def _written(text: str) -> str | None:
    """A date in words or figures, with or without a clock and a zone."""
    if max(text, default="") >= _DENSE:
        text = _AFTER_SLASH.sub("/", text.translate(_UNITS))
    clock = next((found for found in _CLOCK.finditer(text) if _is_clock(found, text)), None)
    zone, behind = _zone(text[clock.end() :]) if clock else ("", "")
    rest = f"{text[: clock.start()]} {behind}" if clock else text
    found = days(_SPACED.sub(r"\1.\2.\3", rest)) or _slashed(rest)
    if len(found) > 1:
        found = _of_weekday(found, rest)
    if len(found) != 1:
        return None
    [day] = found
    return f"{day.isoformat()}T{_time(clock)}{zone}" if clock else day.isoformat()


def _is_clock(clock: "re.Match[str]", text: str) -> bool:
    """Whether it is a time of day: 28.04 of 28.04.2023 is none."""
    return int(clock["hour"]) < 24 and int(clock["minute"]) < 60 and text[clock.end() : clock.end() + 1] != "."


def _time(clock: "re.Match[str]") -> str:
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return f"{hour:02}:{int(clock['minute']):02}:{int(clock['second'] or 0):02}"  # figures of any script


def _zone(text: str) -> tuple[str, str]:
    """The offset from UTC as ``+02:00``, empty where none is told, and the text without it."""
    if match := _OFFSET.search(text):
        told = f"{match['sign']}{int(match['hours']):02}:{match['minutes'] or '00'}"
        return told, f"{text[: match.start()]} {text[match.end() :]}"
    for match in _NAME.finditer(text):
        if (minutes := _minutes(match[0])) is not None:
            hours, left = divmod(abs(minutes), 60)
            told = f"{'-' if minutes < 0 else '+'}{hours:02}:{left:02}"
            return told, f"{text[: match.start()]} {text[match.end() :]}"
    return "", text


def is_zone(text: str) -> bool:
    """Whether a word is the abbreviation of a time zone."""
    return _minutes(text) is not None


def _minutes(zone: str) -> int | None:
    """The minutes from UTC that the abbreviation of a time zone stands for, None where it is none."""
    return next((minutes for minutes, names in _ZONES.items() if zone in names.split()), None)


def _of_weekday(found: "frozenset[date]", text: str) -> "frozenset[date]":
    """Those of some days that fall on the day of the week that a text names: ``Wed, 12/11/2024``."""
    known = weekdays()
    named = {known[word] for word in _WORD.findall(text.lower()) if word in known}
    return frozenset(day for day in found if day.isoweekday() in named)


def _slashed(text: str) -> "frozenset[date]":
    """A day in figures between slashes, where only one order of day and month makes sense."""
    from datetime import date

    found = set()
    for year, _, month, day, one, other, last in _SLASHED.findall(text):
        orders = (
            {(int(year), int(month), int(day))}
            if year
            else {(int(last), int(a), int(b)) for a, b in ((one, other), (other, one))}
        )
        for order in orders:
            try:
                found.add(date(*order))
            except ValueError:
                continue
    return frozenset(found)
