"""Time stamps of a page in any language and order: told by their figures, not by the words beside them.

A stamp is a short line that names a day or a time of the day and little else: ``Publisert 18.03.2025 - 10:20``. What a
language calls its months stands in the calendars; the words beside them (*published*, *Giriş*, *kl*) need not be known.
Only of use where a page shows its dates, above the text: a running text may hold such a line, too.
"""

import re
from functools import cache

from newsdiff.clean.lines import date_lines
from newsdiff.language.dates import spans
from newsdiff.language.lists import ago_words, months, phrases, weekdays
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.letter_marks import MARKS

_LONGEST = 160  # characters of a stamp
_WORDS_BESIDE_DAY = 4  # words beside a whole date that need not be known
_WORDS_OF_AGO = 5  # words of a relative time
_WORDS_BESIDE_TIME = 1  # beside a day without its year, or a time alone
# A number, or a word with the dots and apostrophes inside it.
WORD = lazy_pattern(rf"\d+|[^\W\d_](?:[^\W\d_]|['’.](?=[^\W\d_])|[{MARKS}])*")
_GLUED = lazy_pattern(r"(?<=(?:19|20)\d\d)(?=\d{1,2}[:.h]\d\d(?!\d))|(?<=\d[:.]\d\d)(?=[^\W\d_])|(?<=[a-zß-ÿ])(?=\d)")
_FIGURES = lazy_pattern(
    r"(?<![\d.:/-])\d{1,2}\s?([./-])\s?\d{1,2}\s?\1\s?(?:\d{4}|\d\d)(?![\d:])"
    r"|(?<!\d)\d{4}\s?([./-])\s?\d{1,2}\s?\2\s?\d{1,2}(?!\d)"
    r"|\d{4}\s*[年년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일]"
)
_DAY_ALONE = lazy_pattern(r"\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일]|(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?!\s?\d)")
_CLOCK = lazy_pattern(
    r"(?<![\d:.,])(?!\d{1,2}\.\s\d{1,2}:)(?:[01]?\d|2[0-3])\s?(?::|\.|h|時|시|点|點)\s?[0-5]\d(?:[:.][0-5]\d)?\s?[分분h]?(?:\s*[ap]\.?\s?m\b\.?)?(?![\d:%])"
    r"|(?<![\d:.,])(?:1[0-2]|0?[1-9])\s*[ap]\.?\s?m\b\.?|(?<!\d)(?:[01]?\d|2[0-3])\s*[時시点點](?!\w)",
    re.IGNORECASE,
)
_TIME_ALONE = lazy_pattern(r"\d\s?[:時시点點]|\d\s?h\s?\d\d|\d\s*[ap]\.?\s?m\b", re.IGNORECASE)  # 12.30 may be anything
_CLOCK_CHARACTERS = 9
_TIME_OF_POST = lazy_pattern(r"(?:[01]?\d|2[0-3])\s?[:h]\s?[0-5]\d(?:\s?(?:h|[ap]\.?m\.?))?", re.IGNORECASE)
_YEAR = lazy_pattern(r"(?<!\d)(?:19|20|25)\d\d(?!\d)")  # of the Buddhist era, too
_ZONE = lazy_pattern(r"\b(?:UTC|GMT)?\s?[+-]\s?\d{1,2}(?::?\d\d)?\b|\b[A-Z]{2,5}\b")


def shows_day(line: str) -> bool:
    """Whether a line is a date, or a stamp that names a day or a time."""
    return date_lines.is_date(line) or stamp(line)


def stamp(line: str) -> bool:
    """Whether a line is a time stamp of the page.

    >>> stamp("Publisert 18.03.2025 - 10:20"), stamp("10:20 JST, March 18, 2025"), stamp("aktualizováno 12:56")
    (True, True, True)
    >>> stamp("The ferry sails on 18 March 2025 from the new quay in the old harbour"), stamp("Apollo 11")
    (False, False)
    """
    if len(line) > _LONGEST or not any(map(str.isdigit, line)):
        return False
    rest, has_day = _without_days(_GLUED.sub(" ", line))
    rest, clocks = _CLOCK.subn(" ", rest)
    if clocks:
        rest = _ZONE.sub(" ", rest)
    rest, near = _without_near_days(rest)
    if near and (whole := _YEAR.sub(" ", rest, count=1)) != rest:
        rest, has_day = whole, True
    if not has_day and not near and not _TIME_ALONE.search(line):
        return False
    left = [word for word in WORD.findall(date_lines.without_ages(rest).lower()) if not _is_known(word)]
    figures = [word for word in left if word[0].isdigit()]
    words = len(left) - len(figures)
    return words <= (_WORDS_BESIDE_DAY if has_day else _WORDS_BESIDE_TIME) and not figures


def is_clock(line: str) -> bool:
    """Whether a line is a time of the day and nothing else, as it stands over a post: ``17h45``."""
    return len(line) <= _CLOCK_CHARACTERS and _TIME_OF_POST.fullmatch(line) is not None


def is_ago(line: str, language: str | None) -> bool:
    """Whether a short line tells how long ago something was in a language without lists of its own.

    Of use for lines of their own above the text, and behind a name or a caption.
    """
    told = ago_words().get(language or "", ())
    words = WORD.findall(line.lower())
    if not told or len(words) > _WORDS_OF_AGO:
        return False
    return all(word in words or (word >= "\u0e00" and word in line) for word in told)


def _without_days(line: str) -> tuple[str, bool]:
    """A line without its whole dates, and whether it had one."""
    rest, at = "", 0
    for start, end in spans(line):
        rest, at = f"{rest}{line[at:start]} ", end
    rest, figures = _FIGURES.subn(" ", rest + line[at:])
    return rest, at > 0 or figures > 0


def _without_near_days(line: str) -> tuple[str, bool]:
    """A line without days that lack their year (``August 8``, ``3月18日``), and whether it had one."""
    rest, found = _DAY_ALONE.subn(" ", line)
    kept: list[str] = []
    known = months()
    for word in WORD.findall(rest):
        before = kept[-1].lower() if kept else ""
        if (before in known and _is_day(word)) or (word.lower() in known and _is_day(before)):
            kept.pop()
            found += 1
        else:
            kept.append(word)
    return (" ".join(kept) if found else rest), found > 0


def _is_day(word: str) -> bool:
    return word.isdigit() and len(word) <= 2 and 0 < int(word) <= 31


def is_beside(text: str) -> bool:
    """Whether a text holds words that stand beside dates, and nothing else: ``Updated on``, ``Monday,``."""
    words = WORD.findall(text.lower())
    return bool(words) and all(map(_is_known, words))


def _is_known(word: str) -> bool:
    return word.strip(".") in _beside()


@cache
def _beside() -> frozenset[str]:
    """Words that stand beside dates: labels, weekdays, halves of the day, what links day and month."""
    lists = ("beside a date", "ordinal endings", "between day and month", "halves of the day", "time zones")
    return frozenset(phrase for name in lists for phrase in phrases(name)) | frozenset(weekdays())
