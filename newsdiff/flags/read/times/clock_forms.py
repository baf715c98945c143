"""Times and days as some languages write them: 14h30, 19u30, a las 18.30, alle 7,30; jusqu'au 30; primero de agosto."""

from newsdiff.flags.read.times.durations import JOINED_MINUTES, duration, lasts
from newsdiff.flags.read.times.spoken_clock import LAST_HOUR, day_half
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

_MINUTES = lazy_pattern(r"[0-5]\d")
_TIME = lazy_pattern(r"([01]?\d|2[0-4])[.:,]([0-5]\d)", needs=".:,")
_HOURS = lazy_pattern(r"([01]?\d|2[0-4])(?:[.:,]([0-5]\d))?")
_DAY = lazy_pattern(r"[1-9]|[12]\d|3[01]")
_DAY_AND_MONTH = lazy_pattern(r"(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])", needs="/")
_TWO_DAYS = lazy_pattern(r"([12]?\d|3[01])/([12]?\d|3[01])", needs="/")
_MONTH = lazy_pattern(r"0?[1-9]|1[0-2]")
_ROW_MARKS = frozenset("°ºª")
_LARGEST_PART = 10  # that a fraction divides by, save sixteenths


class WrittenTime(NamedTuple):
    """A time of day and the last of its tokens."""

    hour: int
    minutes: str
    last: int


def written_time(tokens: Tokens, i: int, words: WordTable) -> WrittenTime | None:
    """The time that begins at a figure, with the letter of its hours, or behind a word that leads to one."""
    word, at = tokens.low[i], tokens.at
    if len(word) <= 2 and word.isdecimal() and int(word) <= LAST_HOUR:
        if duration(tokens, i, words):
            return None
        after = at(i + 1)
        joined = JOINED_MINUTES.fullmatch(after) if tokens.glued(i + 1) and after[:1] in words.oclock else None
        if joined and _MINUTES.fullmatch(joined[1]):
            return WrittenTime(int(word), joined[1], i + 1)
        if after in words.oclock and _MINUTES.fullmatch(at(i + 2)) and at(i + 3) not in words.units:
            return WrittenTime(int(word), at(i + 2), i + 2)
    if at(i - 1) in words.clock_leads and (led := _whole_hour(tokens, i, words)):
        return led
    if begins := _begins_hours(tokens, i, words):
        return begins
    counts = at(i + 1) in words.units or at(i + 1) in words.scales
    if at(i - 1) in words.clock_leads and not counts and (time := _TIME.fullmatch(word)) and at(i + 1) != "%":
        hour, last = day_half(tokens, int(time[1]), i, words)
        return WrittenTime(hour, time[2], last)
    return None


def _begins_hours(tokens: Tokens, i: int, words: WordTable) -> WrittenTime | None:
    """The time from which hours run to another one, which has the word for both: 9.00 a 13.30 horas, 6 bis 22 Uhr."""
    at, begins = tokens.at, _HOURS.fullmatch(tokens.low[i])
    led = at(i - 1) in words.clock_leads or at(i - 1) in words.ranges
    if begins is None or not (led or begins[2]) or lasts(tokens, i, words):
        return None
    last = i + (at(i + 1) in words.oclock and at(i + 2) in words.clock_leads)  # dalle ore 10 alle ore 20
    link = at(last + 1)
    linked = link == "-" or link in words.date_joints or link in words.score_links or link in words.clock_leads
    ends = last + 2 + (at(last + 2) in words.oclock)
    if not linked or not _HOURS.fullmatch(at(ends)) or not (at(ends + 1) in words.oclock or ends > last + 2):
        return None
    return WrittenTime(int(begins[1]), begins[2] or "00", last)


def _whole_hour(tokens: Tokens, i: int, words: WordTable) -> WrittenTime | None:
    """An hour behind a word that leads to one, with the half of the day behind it: a las 6 de la tarde, alle 18."""
    word, at = tokens.low[i], tokens.at
    if len(word) > 2 or not word.isdecimal() or int(word) > LAST_HOUR or not words.thats:
        return None
    for last in range(i + 1, i + 4):
        half = words.day_halves.get(at(last))
        if half is not None:
            return WrittenTime(int(word) % 12 + half if int(word) <= 12 else int(word), "00", last)
        if at(last) not in words.articles and at(last) not in words.office_links:
            break
    plain = not at(i + 1) or (not at(i + 1)[0].isalnum() and at(i + 1) not in "%€$-/")
    alone = len(at(i - 1)) > 2 and (plain or at(i + 1) in words.prepositions)
    return WrittenTime(int(word), "00", i) if alone else None


def bare_day(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a figure is a day of a month that is not named: jusqu'au 30, bis zum 30., el 14."""
    if tokens.at(i - 1) not in words.day_leads or not _DAY.fullmatch(tokens.low[i]):
        return False
    after = tokens.at(i + 1)
    if after in _ROW_MARKS and tokens.glued(i + 1):
        return False  # el 3° envío
    dotted = after == "." and "." in words.ordinals
    behind = tokens.at(i + 1 + dotted)
    if words.units.get(tokens.at(i - 1)) == "day":
        return behind not in words.units and behind not in words.scales  # no dia 20
    ends = not behind or not (behind[0].isalnum() or behind in "%€$-/") or behind in words.joining
    return ends and (dotted or "." not in words.ordinals)


class FigureDate(NamedTuple):
    """The parts of a date in figures and the last of its tokens."""

    parts: tuple[str, ...]
    last: int


def figure_date(tokens: Tokens, i: int, words: WordTable) -> FigureDate | None:
    """The date that begins at a figure: le 3/11, lundi 3/11 (no year); 3-11-2024, 3-11-'24."""
    word, at = tokens.low[i], tokens.at
    if at(i + 1) in words.months and (days := _TWO_DAYS.fullmatch(word)):
        return FigureDate((f"day {int(days[1])}", f"day {int(days[2])}"), i)  # the night of 11/12 February
    if short := _DAY_AND_MONTH.fullmatch(word):
        return FigureDate(_day_and_month(short[1], short[2]), i) if _dated(tokens, i, words) else None
    if not _DAY.fullmatch(word.removeprefix("0")) or at(i + 1) != "-" or at(i + 3) != "-" or not tokens.glued(i + 3):
        return None
    last = i + 4 + (at(i + 4) == "'")
    year = at(last)
    if not _MONTH.fullmatch(at(i + 2)) or not year.isdecimal() or len(year) != (4 if last == i + 4 else 2):
        return None
    whole = year if len(year) == len("2024") else f"20{year}"
    return FigureDate((*_day_and_month(word, at(i + 2)), f"year {whole}"), last)


def _day_and_month(day: str, month: str) -> tuple[str, str]:
    return f"day {int(day)}", f"month {int(month)}"


def _dated(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether figures with a stroke are a day and its month, and no fraction: by what stands before them and behind."""
    if not words.day_leads:
        return False
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    ahead = next((tokens.at(j) for j in range(i - 1, i - 4, -1) if tokens.at(j) not in (",", ".")), "")
    if ahead in words.weekdays:
        return True
    ends = not after[:1].isalnum() and after not in ("%", "€", "$", "-")
    goes_on = ends or (after in words.prepositions and after not in words.unit_links)
    day, _, month = tokens.low[i].partition("/")
    padded = "0" in (day[0], month[0])  # as no fraction is written
    sure = padded or before in words.day_leads or int(day) >= int(month) or int(month) > _LARGEST_PART
    return goes_on and sure and (before in words.day_leads or before in words.date_leads)


def first_day(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether *first* is the first day of a month: primero de agosto, 1er mai."""
    if words.ranks.get(tokens.low[i]) != 1 or not words.thats:
        return False
    after = i + 1 + (tokens.at(i + 1) in words.day_links)
    return tokens.at(after) in words.months


def year_to(tokens: Tokens, i: int) -> str:
    """The year to which a span runs from a year, where it is cut to two figures: 1939-45; else nothing."""
    ends = tokens.at(i + 2)
    joined = tokens.at(i + 1) == "-" and tokens.glued(i + 1) and tokens.glued(i + 2) and tokens.at(i + 3) != "-"
    cut = joined and ends.isdecimal() and len(ends) == 2 and ends > tokens.low[i][2:]
    return f"{tokens.low[i][:2]}{ends}" if cut else ""


def part_within(day: str, words: WordTable) -> list[str]:
    """The part of a day that is written in one word with it: Mittwochabend."""
    if "nouns" not in words.capitals:
        return []
    return [
        f"part {name}"
        for part, name in words.parts.items()
        if day.endswith(part) and day.removesuffix(part) in words.weekdays
    ][:1]
