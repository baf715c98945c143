"""Whether two units are one value that one side tells with less: '68 and 1968, half past three and 15.30."""

from newsdiff.text.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"<n((?:1\d|20)\d\d)>")
_TIME = lazy_pattern(r"<(t|s)(\d+):(\d\d)>")
_GROUPED = lazy_pattern(r"\d{1,3}(?:[.,']\d{3})+")
_HALF_DAY = 12  # hours
_SHORT_YEAR = "<y"
_DECADE = "<decade "


def same_value(a: str, b: str) -> bool:
    """Whether the forms of two units, in any order, may be one value; of equal forms it is not asked."""
    return _one_way(a, b) or _one_way(b, a)


def same_figures(a: str, b: str) -> bool:
    """Whether two figures have the same groups of thousands, which one house parts with a comma and one with a dot."""
    return bool(_GROUPED.fullmatch(a) and _GROUPED.fullmatch(b)) and _digits(a) == _digits(b)


def _digits(word: str) -> str:
    return "".join(filter(str.isdecimal, word))


def _one_way(short: str, long: str) -> bool:
    if short.startswith(_SHORT_YEAR):
        year = _YEAR.fullmatch(long)
        return year is not None and year[1].endswith(short[len(_SHORT_YEAR) : -1])
    if short.startswith(_DECADE) and long.startswith(_DECADE):
        return long[len(_DECADE) : -1].endswith(short[len(_DECADE) : -1])
    return _same_time(short, long)


def _same_time(short: str, long: str) -> bool:
    """A time of which the half of the day is not told, an hour as a mere number, a run told as a time: 1h30."""
    if not (time := _TIME.fullmatch(long)):
        return False
    hour, minutes = int(time[2]), int(time[3])
    if spoken := _TIME.fullmatch(short):
        vague = "s" in (spoken[1], time[1])
        return vague and int(spoken[2]) % _HALF_DAY == hour % _HALF_DAY and int(spoken[3]) == minutes
    return short == f"<d{60 * hour + minutes}>" or (minutes == 0 and short == f"<n{hour}>")
