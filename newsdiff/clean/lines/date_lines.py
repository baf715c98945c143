"""Lines that show dates and times: a date of the page, how long ago, how long to read."""

import re
from functools import cache, lru_cache

from newsdiff.clean.lines import REMEMBERED
from newsdiff.language.dates import spans
from newsdiff.language.lists import is_weekday, phrases
from newsdiff.language.phrasebook import expression, first_words
from newsdiff.text.lazy_pattern import lazy_pattern

_WORD = lazy_pattern(r"\w+")
_LAST_PIECE = lazy_pattern(r"[.!?…:;)\]\"”»]\s+(?=[^.!?…]*$)")
_PARTS = lazy_pattern(r"(\s*[|·•]\s*|\s+[–—-]\s+)")
_DENSE = "\u0e00"  # from here on scripts put no spaces between words


@lru_cache(maxsize=REMEMBERED)
def is_date(line: str) -> bool:
    """Whether a line shows dates and their labels, and nothing else."""
    if len(line) > 160:
        return False
    rest = _without_dates(line)
    return rest != line and (_is_beside(rest) or _is_beside(_update_links().sub(" ", rest)))


@lru_cache(maxsize=REMEMBERED)
def is_relative_time(line: str) -> bool:
    """Whether a line tells how long ago something was, and nothing else: ``Updated 3 hours ago``."""
    if len(line) > 80:
        return False
    if _tells_ago(line):
        return _is_beside(_ago().sub(" ", line))
    return _is_labelled(rest) if (rest := _without_near_days(line)) != line else False


def bare_date(line: str) -> str:
    """A line of dates without the link to the page's update log."""
    return _update_links().sub("", line).strip(" |·•,–—-+")


def without_times(line: str) -> str:
    """A short line without the relative time behind a mark: ``By Jane Doe • 3 hours ago``.

    With its label it may stand behind a sentence, too: ``The old bridge. Posted 3 hours ago``.
    """
    if len(line) > 140 or not (_tells_ago(line) or _without_near_days(line) != line):
        return line
    end = _LAST_PIECE.search(line)
    if end and is_relative_time(last := line[end.end() :]) and _is_labelled(_ago().sub(" ", _without_near_days(last))):
        line = line[: end.start() + 1]
    parts = _PARTS.split(line)
    kept = [part for number, part in enumerate(parts) if number % 2 or not is_relative_time(part)]
    return "".join(kept).strip(" |·•,–—-") if len(kept) < len(parts) else line


def is_reading_time(line: str) -> bool:
    """Whether a line tells how long the article takes to read."""
    if len(line) >= 40 or "min" not in line.lower():
        return False
    return _reading_time().fullmatch(line.strip(" ·|•-")) is not None and not line.strip().isdigit()


def without_ages(line: str) -> str:
    """A line without relative times and times to read, wherever they stand in it."""
    line = _ago().sub(" ", line) if _tells_ago(line) else line
    return _reading_time().sub(" ", line) if "min" in line.lower() else line


def split_byline(line: str) -> tuple[str, str]:
    """A byline without the times beside the name, and the date among them: ``By Jane Doe | 12 March 2025``."""
    start, end = next(spans(line), (len(line), len(line)))
    name = _ago().sub(" ", line[:start]) if _tells_ago(line) else line[:start]
    name = _behind_the_name().sub("", name)
    return (name, line[start:end]) if name else (line, "")


def _without_dates(line: str) -> str:
    kept, at = [], 0
    for start, end in spans(line):
        kept.append(line[at:start])
        at = end
    return " ".join([*kept, line[at:]])


def _is_beside(text: str) -> bool:
    """Whether a text holds nothing but what stands beside a date: weekdays, times of the day, labels."""
    return _is_of_date_words(text) or _is_of_date_words(_clock().sub(" ", text))


def _is_labelled(rest: str) -> bool:
    """Whether what stands beside a day is a label of it, or a clock: "Updated yesterday", but not "Yesterday"."""
    return _WORD.search(rest) is not None and _is_beside(rest)


def _is_of_date_words(text: str) -> bool:
    return all(word in _beside_a_date() or is_weekday(word) for word in _WORD.findall(text.lower()))


def _tells_ago(line: str) -> bool:
    """Whether a line tells how long ago something was, beside other things."""
    low = line.lower()
    if not any(part in low for part in _parts_of_ago()):
        return False
    return _words_of_ago().search(low) is not None and _ago().search(line) is not None


def _without_near_days(line: str) -> str:
    """A line without the names of today and yesterday; most lines hold none of their words, and are as they were."""
    low = line.lower()
    return _near_day().sub(" ", line) if any(word in low for word in _words_of_near_days()) else line


def _any(*names: str) -> str:
    """An expression of any phrase of the lists, the longest first."""
    found = {expression(phrase) for name in names for phrase in phrases(name)}
    return "|".join(sorted(found, key=lambda text: (-len(text), text)))


def _words(*names: str) -> str:
    """An expression of any words of the lists, the longest first; they may stand behind a digit."""
    found = {word for name in names for word in phrases(name) if "#" not in word}
    return "|".join(map(re.escape, sorted(found, key=lambda word: (-len(word), word))))


@cache
def _beside_a_date() -> frozenset[str]:
    return frozenset(phrases("beside a date"))


@cache
def _update_links() -> "re.Pattern[str]":
    return re.compile(rf"[+\-–—]?\s*(?:{_any('link to the updates')})", re.IGNORECASE)


@cache
def _clock() -> "re.Pattern[str]":
    """Times of the day, and labels of scripts that put no spaces between words."""
    dense = sorted({word for word in phrases("beside a date") if word >= _DENSE}, key=lambda w: (-len(w), w))
    return re.compile(
        r"\b\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?\s*(?:[ap]\.?m\b\.?)|\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b"
        rf"|{_any('times of the day')}|{'|'.join(dense)}",
        re.IGNORECASE,
    )


@cache
def _parts_of_ago() -> tuple[str, ...]:
    """The letters of which a line that ``_words_of_ago`` finds holds some."""
    several = (phrase for name in ("ago", "ago: before", "just now") for phrase in phrases(name))
    return tuple({phrase[-1] if "#" in phrase else phrase for phrase in several})


@cache
def _words_of_ago() -> "re.Pattern[str]":
    """What no relative time is without, in lower case."""
    dense = "".join(sorted({phrase[-1] for phrase in phrases("ago") if "#" in phrase}))
    return re.compile(rf"\b(?:{_words('ago')})\b|(?:{_words('ago: before')})\s|{_words('just now')}|[{dense}]")


@cache
def _ago() -> "re.Pattern[str]":
    some, unit = rf"(?:\d+|{_words('one or a few')})", rf"\s*(?:{_words('units of time')})\b"
    dense = [expression(phrase) for phrase in phrases("ago") if "#" in phrase]
    return re.compile(
        rf"(?:{_words('about a time', 'ago: before', 'one or a few')})?\s*"
        rf"(?:{some}{unit}\s*,?\s*)+(?:{_words('ago')})\b"
        rf"|(?:{_words('ago: before')})\s+{some}{unit}|{_any('just now')}|{'|'.join(dense)}",
        re.IGNORECASE,
    )


@cache
def _near_day() -> "re.Pattern[str]":
    return re.compile(_any("today and yesterday"), re.IGNORECASE)


@cache
def _words_of_near_days() -> tuple[str, ...]:
    """What begins a name of today or yesterday, in lower case."""
    return tuple({word.rstrip("*") for phrase in phrases("today and yesterday") for word in first_words(phrase)})


@cache
def _reading_time() -> "re.Pattern[str]":
    return re.compile(
        rf"(?:{_words('reading time: before')})?\s*:?\s*(?:de\s+)?(?:ca\.?\s*)?\d+(?:\s*[-–]\s*\d+)?"
        rf"\s*(?:{_words('reading time: minutes')})\.?\s*(?:{_words('reading time: behind')})?",
        re.IGNORECASE,
    )


@cache
def _behind_the_name() -> "re.Pattern[str]":
    return re.compile(rf"(?:{_any('bylines: behind the name')}|[\s|·•,:–—-])+$", re.IGNORECASE)
