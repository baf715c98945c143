"""How long something lasts, in hours and minutes: 1 h 12 min, 1h12m, eine Stunde und zwölf Minuten, hora y media."""

from functools import cache

from newsdiff.flags.read.numerals import number
from newsdiff.flags.read.times.spoken_clock import LAST_HOUR, clock_words
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

JOINED_MINUTES = lazy_pattern(r"[hu]([0-5]?\d)(m|min|mn|mins)?")  # what stands glued behind the figure of the hours
_MINUTES = lazy_pattern(r"[0-5]\d")
_MINUTE_LETTERS = frozenset(("m", "mn", "min", "mins", "'"))
_HOUR_DIGITS = 3
_LEAD_TOKENS = 3  # before a time in which the word stands that makes it a duration: dure environ 1 h 12
_SHORT_LEAD = 2  # letters of a word that leads to a duration only where it stands right before it: en 1 h 07
_HALF = 0.5


class Duration(NamedTuple):
    """So many hours, and the last of the tokens that tell them."""

    hours: float
    last: int


class _Hours(NamedTuple):
    value: float
    past: int


def duration(tokens: Tokens, i: int, words: WordTable) -> Duration | None:
    """The duration of hours and a part of an hour that begins at a token; a time of day is none."""
    hours = _hours(tokens, i, words)
    if hours is None:
        return None
    minutes, past, sure = _minutes(tokens, hours.past, words)
    led = tokens.at(i - 1) in words.clock_leads and hours.value <= LAST_HOUR  # às 15h30min
    if past == hours.past or led or not (sure or lasts(tokens, i, words)):
        return None
    seconds, past = _seconds(tokens, past, words)
    return Duration(hours.value + minutes / 60 + seconds / 3600, past - 1)


def lasts(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether what is told in hours lasts so long, by the word that leads to it: dauert, pendant."""
    if not words.duration_leads:
        return False
    near = (tokens.at(j) for j in range(max(0, i - _LEAD_TOKENS), i - 1) if len(tokens.at(j)) > _SHORT_LEAD)
    return tokens.at(i - 1) in words.duration_leads or any(word in words.duration_leads for word in near)


def _hours(tokens: Tokens, i: int, words: WordTable) -> _Hours | None:
    """A whole number of hours, and one past the word or the letter for them."""
    word = tokens.low[i]
    if word.isdecimal() and len(word) <= _HOUR_DIGITS:
        behind = tokens.at(i + 1)
        if tokens.glued(i + 1) and behind[:1] in words.oclock and JOINED_MINUTES.fullmatch(behind):
            return _Hours(int(word), i + 1)
        return _Hours(int(word), i + 2) if behind in _hour_words(words) else None
    if word.partition("'")[2] in _hour_words(words) or _bare_hour(tokens, i, words):
        return _Hours(1, i + 1)  # un'ora, hora y media
    value = 1 if word in words.vague else words.cardinals.get(word, 0)
    return _Hours(value, i + 2) if value and tokens.at(i + 1) in _hour_words(words) else None


def _minutes(tokens: Tokens, at: int, words: WordTable) -> tuple[float, int, bool]:
    """The minutes behind the hours, one past the last of their tokens, and whether they can be of no time of day."""
    if joined := JOINED_MINUTES.fullmatch(tokens.at(at)):  # h12m
        return int(joined[1]), at + 1, joined[2] is not None
    hour = tokens.at(at - 1).rpartition("'")[2]
    dotted = tokens.at(at) == "." and tokens.glued(at)
    start = at + dotted
    start += tokens.at(start) in words.sums or tokens.at(start) == ","
    if _MINUTES.fullmatch(tokens.at(start)) and len(hour) == 1 and tokens.at(start + 1) not in _minute_words(words):
        return int(tokens.at(start)), start + 1, False
    if (part := words.fractions.get(tokens.at(start), 0)) == _HALF and tokens.at(start - 1) in words.sums:
        apart = tokens.at(at - 3) not in words.clock_leads and hour not in clock_words(words)  # neuf heures et demie
        return 60 * part, start + 1, _articled(tokens, at - 2, words) or hour not in words.oclock or apart
    if start >= len(tokens) or not (read := number(tokens, start, words, ())) or not 0 < read.value < 60:
        return 0, at, False
    past = read.last + 1
    if tokens.at(past) not in _minute_words(words):
        return 0, at, False
    return read.value, past + 1, hour in _hour_words(words)


def _seconds(tokens: Tokens, at: int, words: WordTable) -> tuple[float, int]:
    """The seconds behind the minutes, and one past the last of their tokens."""
    start = at + (tokens.at(at) in words.sums or tokens.at(at) == ",")
    start += tokens.at(start) in words.sums
    if start >= len(tokens) or not (read := number(tokens, start, words, ())) or not 0 < read.value < 60:
        return 0, at
    told = words.units.get(tokens.at(read.last + 1)) == "second" and len(tokens.at(read.last + 1)) > 1
    return (read.value, read.last + 2) if told else (0, at)


def _bare_hour(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether an hour and a half begins that has no number: hora y media."""
    after = tokens.at(i + 1) in words.sums and words.fractions.get(tokens.at(i + 2)) == _HALF
    before = tokens.at(i - 1)
    if before[:1].isdecimal() or before in words.vague or before in words.cardinals or before in words.clock_leads:
        return False
    return after and len(tokens.low[i]) > 1 and tokens.low[i] in _hour_words(words)


def _articled(tokens: Tokens, i: int, words: WordTable) -> bool:
    return tokens.at(i) in words.vague or "'" in tokens.at(i + 1)


@cache
def _hour_words(words: WordTable) -> frozenset[str]:
    letters = {w for w in words.oclock if len(w) == 1}
    return frozenset({name for name, unit in words.units.items() if unit == "hour"} | letters)


@cache
def _minute_words(words: WordTable) -> frozenset[str]:
    return _MINUTE_LETTERS | {name for name, unit in words.units.items() if unit == "minute"}
