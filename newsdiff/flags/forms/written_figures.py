"""Dates, times and numbers as their values, in figures or in words, for the comparison of forms."""

from newsdiff.flags.read.compound_numerals import compound_number
from newsdiff.flags.read.numerals import Number, is_degree, number, several
from newsdiff.flags.read.times.clock_forms import figure_date, written_time
from newsdiff.flags.read.times.durations import duration
from newsdiff.flags.read.times.spoken_clock import LAST_HOUR, day_half, spoken_time
from newsdiff.flags.sentence.tokens import LONG_DIGITS, Tokens
from newsdiff.language.roman import roman_value
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern
from newsdiff.text.phone_numbers import phone_key

_CLOCK = lazy_pattern(r"([01]?\d|2[0-4])([:.,])([0-5]\d)(?::([0-5]\d))?")
_ROW = lazy_pattern(r"h([0-5]\d)m([0-5]\d)s")  # 2h24m10s
_DAY_AND_MONTH = lazy_pattern(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")
_LAST_DAY, _LAST_MONTH = 31, 12
_FIRST_YEAR, _LAST_YEAR = 1800, 2099
_HALF = 0.5
_NOON = 12
_VOWELS = "aeio"
_HOURS = {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}
_SHORT_NAMES = frozenset("mh")  # metres as well
_LEAST_LETTERS = 3  # of a word behind the number that is its first part


class ValueReading(NamedTuple):
    """The forms that some tokens give, up to one past the last of them."""

    forms: tuple[str, ...]
    past: int


def _number(value: float) -> str:
    return f"<n{value:.12g}>"


def phone_at(tokens: Tokens, i: int) -> ValueReading | None:
    """A telephone number, in groups or in one: 0651 97 79 22 90, 06519779-2290."""
    for start, end in tokens.phones:
        if tokens.start[i] == start or (tokens.start[i] < start <= tokens.start[i] + len(tokens.raw[i])):
            past = next((j for j in range(i, len(tokens)) if tokens.start[j] >= end), len(tokens))
            return ValueReading((f"<n{int(phone_key(tokens.text[start:end]) or 0):.12g}>",), past)
    return None


def date_at(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A day and its month: 3. Nov., 3 de noviembre, 3.11., 03.03., lunes 3/11, dritter November."""
    low, at = tokens.low[i], tokens.at
    if not low[0].isdecimal():
        if low not in words.ranks:
            return None
    elif written := figure_date(tokens, i, words):
        forms = tuple(f"<{part}>".replace("<year ", "<n") for part in written.parts)
        return ValueReading(forms, written.last + 1)
    if "." in words.ordinals and "." in low and (pair := _DAY_AND_MONTH.fullmatch(low)) and at(i + 1) == ".":
        return _with_year(tokens, i + 2, int(pair[1]), int(pair[2]))
    day = words.ranks.get(low, 0) or _counted(low, 1, _LAST_DAY)
    if not day:
        return None
    after = i + 1
    while (at(after) in words.ordinals or at(after) in ".º°") and tokens.glued(after) and at(after):
        after += 1
    after += at(after) in words.day_links
    if month := _month(tokens, after, words):
        dotted = at(after + 1) == "." and tokens.glued(after + 1)
        return ValueReading((f"<day {day}>", f"<month {month}>"), after + 1 + dotted)
    if "." in words.ordinals and at(i + 1) == "." and _counted(at(i + 2), 1, _LAST_MONTH) and at(i + 3) == ".":
        return _with_year(tokens, i + 4, day, int(at(i + 2)))
    return None


def _month(tokens: Tokens, i: int, words: WordTable) -> int:
    """The number of the month that a word names, whole or cut by a dot; 0 of another word."""
    word = tokens.at(i)
    if word in words.months or len(word) < _LEAST_LETTERS or tokens.at(i + 1) != ".":
        return words.months.get(word, 0)
    return next((month for name, month in words.months.items() if name.startswith(word)), 0)


def _counted(word: str, least: int, most: int) -> int:
    """A word as a whole number of so many at least and at most; 0 for another word."""
    return int(word) if word.isdecimal() and len(word) <= len(str(most)) and least <= int(word) <= most else 0


def _with_year(tokens: Tokens, past: int, day: int, month: int) -> ValueReading:
    forms = (f"<day {day}>", f"<month {month}>")
    if _counted(tokens.at(past), _FIRST_YEAR, _LAST_YEAR) and (tokens.glued(past) or tokens.at(past - 1) == "."):
        return ValueReading((*forms, _number(int(tokens.at(past)))), past + 1)
    return ValueReading(forms, past)


def time_at(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A time of day or a run, with its word for hours: 14h30, 14.30 Uhr, ore 14:30, 9 e 30, 2h24m10s."""
    at, low = tokens.at, tokens.low[i]
    if spoken := spoken_time(tokens, i, words):
        told = tokens.at(spoken.last) in words.day_halves or tokens.at(spoken.last) in words.meridiem
        return ValueReading((_time(spoken.hour, spoken.minutes, "", vague=not told),), spoken.last + 1)
    if lasting := duration(tokens, i, words):
        return ValueReading((_lasting(lasting.hours),), lasting.last + 1)
    start = i + (low in words.oclock and at(i + 1)[:1].isdecimal() and not at(i - 1)[:1].isdecimal())
    word = at(start)
    if not word[:1].isdecimal() and word not in words.cardinals:
        return None
    if at(start + 1)[:1] == "h" and (row := _ROW.fullmatch(at(start + 1))) and word.isdecimal() and len(word) <= 2:
        return ValueReading((f"<t{int(word)}:{row[1]}:{row[2]}>",), start + 2)
    if half := _hour_of_half(tokens, start, words):
        return half
    if read := written_time(tokens, start, words):
        return ValueReading((_time(read.hour, read.minutes, ""),), _behind(tokens, read.last + 1, words))
    named = at(start + 1) in words.oclock and not at(start + 2)[:1].isdecimal()
    led = start > i or at(i - 1) in words.clock_leads
    if (clock := _CLOCK.fullmatch(word)) and (clock[2] == ":" or named or led):
        return ValueReading((_time(int(clock[1]), clock[3], clock[4] or ""),), _behind(tokens, start + 1, words))
    hour = int(word) if len(word) <= 2 and word.isdecimal() else int(words.cardinals.get(word, -1))
    if not 0 <= hour <= LAST_HOUR:
        return None
    minutes = at(start + 2)
    if led and at(start + 1) in words.sums and len(minutes) == 2 and minutes.isdecimal():
        return ValueReading((_time(hour, minutes, ""),), _behind(tokens, start + 3, words))
    counted = word.isdecimal() or hour > 1  # une heure: an article
    vague = not word.isdecimal()
    return ValueReading((_time(hour, "00", "", vague=vague),), start + 2) if named and counted else None


def _hour_of_half(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """An hour with the half of the day that it is of: siete de la tarde, zeven uur 's avonds, 7 Uhr abends."""
    word = tokens.low[i]
    hour = int(word) if len(word) <= 2 and word.isdecimal() else int(words.cardinals.get(word, 0))
    named = tokens.at(i + 1) in words.oclock
    if not 0 < hour <= _NOON or not (named or tokens.at(i - 1) in words.clock_leads):
        return None
    whole, last = day_half(tokens, hour, i + named, words)
    return ValueReading((_time(whole, "00", ""),), last + 1) if last > i + named else None


def _time(hour: int, minutes: str, seconds: str, *, vague: bool = False) -> str:
    """The form of a time; of one that is spoken the half of the day is not known."""
    return f"<{'s' if vague else 't'}{hour % 24}:{minutes}{seconds and ':'}{seconds}>"


def _lasting(hours: float) -> str:
    return f"<d{60 * hours:.12g}>"


def _behind(tokens: Tokens, past: int, words: WordTable) -> int:
    return past + (tokens.at(past) in words.oclock)


def numbered_word(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A word that begins with a number, in figures and a hyphen or in one: 16-jährig, sechzehnjährig, tweekoppig."""
    low, at = tokens.low[i], tokens.at
    hyphen = at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2) and at(i - 1) != "-"
    figure = low.isdecimal() and len(low) <= LONG_DIGITS
    if figure and hyphen and at(i + 2).isalpha() and len(at(i + 2)) >= _LEAST_LETTERS:
        return ValueReading((f"{_number(int(low))}{at(i + 2)}",), i + 3)
    ended = at(i + 1) in words.ordinals or at(i + 1) in words.scales or len(at(i + 1)) < _LEAST_LETTERS
    if figure and tokens.glued(i + 1) and at(i + 1).isalpha() and not ended:
        return ValueReading((f"{_number(int(low))}{at(i + 1)}",), i + 2)
    if not low.isalpha() or low in words.cardinals or _ordinal(low, words) is not None:
        return None
    if compound_number(low, words) is not None:
        return None
    for size in range(len(low) - _LEAST_LETTERS, 2, -1):
        if (value := _counted_head(low, size, words)) is not None:
            doubled = low[size : size + 1] == low[size + 1 : size + 2]  # quarantacinqu-enne
            return ValueReading((f"{_number(value)}{low[size - doubled :]}",), i + 1)
    return None


def _counted_head(low: str, size: int, words: WordTable) -> float | None:
    """The value of the number word that so many letters are, or are without its last vowel: vent-enne."""
    value = words.cardinals.get(low[:size])
    if value is not None or not words.rank_endings or low[size] not in _VOWELS:
        return value
    return next((words.cardinals[w] for v in _VOWELS if (w := low[:size] + v) in words.cardinals), None)


def value_at(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A number or a place in a row: 3 000, tres mil, 1,2 Mio., 2.º, second, XXIe; a sign or *minus* before it."""
    low, at = tokens.low[i], tokens.at
    minus = low in words.minus or (low == "-" and tokens.glued(i + 1) and not tokens.glued(i))
    start = i + minus
    if start >= len(tokens):
        return None
    if chain := _chain(tokens, start, words):
        return ValueReading((_number(chain.value),), chain.last + 1)
    if read := number(tokens, start, words, ()):
        if not minus and (hours := _hours_of(tokens, read, words)) is not None:
            return ValueReading((_lasting(hours),), read.last + 2)
        value, past = -read.value if minus else read.value, _past(tokens, read.last + 1, words)
        many = several(tokens.low[start], words)  # dozens are more than twelve
        return ValueReading((f"<many {value:.12g}>" if many else _number(value),), past)
    if minus:
        return None
    place = _ordinal(low, words)
    if place is not None:
        return ValueReading((_number(place),), i + 1)
    roman = 0 if at(i + 1) == "-" and at(i + 2)[:1].isdecimal() else _roman(tokens.raw[i], words)
    ended = roman and tokens.glued(i + 1) and at(i + 1) in words.ordinals and at(i + 1) != "."
    return ValueReading((_number(roman),), i + 1 + bool(ended)) if roman else None


def _hours_of(tokens: Tokens, read: Number, words: WordTable) -> float | None:
    """A number of hours, minutes or seconds in hours; None of anything else."""
    unit = words.units.get(tokens.at(read.last + 1), "")
    if unit not in _HOURS or tokens.at(read.last + 1) in _SHORT_NAMES:
        return None
    return read.value * _HOURS[unit]


def _chain(tokens: Tokens, i: int, words: WordTable) -> Number | None:
    """A number word written with hyphens that has none elsewhere: vijf-en-twintig."""
    if tokens.low[i] not in words.cardinals or tokens.at(i + 1) != "-":
        return None
    tail = _ordinal(tokens.at(i + 2), words) if tokens.at(i + 2) else None
    if tail is not None and tail < _NOON and words.ten_links:  # dix-neuvième
        return Number(words.cardinals[tokens.low[i]] + tail, i + 2)
    if tokens.at(i + 3) != "-":
        return None
    value = words.cardinals.get(tokens.low[i] + tokens.at(i + 2) + tokens.at(i + 4))
    return None if value is None else Number(value, i + 4)


def _past(tokens: Tokens, past: int, words: WordTable) -> int:
    """One past the marks and letters that make a figure a place in a row, and the dot and link of a cut scale."""
    while past < len(tokens) - 1 and tokens.glued(past) and tokens.at(past) in words.ordinals | {".", "º", "ª", "°"}:
        if is_degree(tokens, past, words):
            break
        past += 1
    return past + (tokens.at(past) in words.unit_links and tokens.at(past - 1) in words.scales)


def _ordinal(low: str, words: WordTable) -> float | None:
    """The value of a place in a row in one word: second, hundertste, zeventiende."""
    if low in words.ranks:
        return words.ranks[low]
    for ending in words.rank_endings:
        stem = low.removesuffix(ending)
        if stem != low and (value := next((n for v in ("", *_VOWELS) if (n := words.cardinals.get(stem + v))), 0)):
            return value
    share = words.fractions.get(low, 1)
    return round(1 / share) if 0 < share < _HALF and low.isalpha() else None  # terzo: a third, and the third


def _roman(raw: str, words: WordTable) -> int:
    """The value of a Roman number in capitals, an ordinal ending behind it; 0 of another word."""
    if not raw[0].isupper():
        return 0
    endings = sorted((e for e in words.ordinals if e.isalpha() and raw.endswith(e)), key=len)
    head = raw.removesuffix(endings[-1]) if endings else raw
    value = roman_value(head)
    return 0 if head.lower() in words.grammar or head.lower() in words.stop else value
