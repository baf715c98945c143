"""What stands behind the times of timetables and armies: 18:40 GMT, 1500 local time, 0900 hours."""

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_FOUR_FIGURES = lazy_pattern(r"(?:[01]\d|2[0-3])[0-5]\d")
_LOCAL_TIME = ["local", "time"]


def zone_tokens(tokens: Tokens, i: int, words: WordTable) -> int:
    """How many tokens from one on name the zone of a time: GMT, in capitals; local time."""
    if tokens.at(i) in words.zones and tokens.raw[i].isupper():
        return 1
    return len(_LOCAL_TIME) if words.zones and tokens.low[i : i + 2] == _LOCAL_TIME else 0


def four_figures(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether four figures are a time, by what stands behind them: 1430 GMT, at 0900 hours."""
    if not words.zones or not _FOUR_FIGURES.fullmatch(tokens.low[i]):
        return False
    led = tokens.at(i - 1) in words.spoken_leads or tokens.low[i][0] == "0"
    return bool(zone_tokens(tokens, i + 1, words)) or (led and words.units.get(tokens.at(i + 1)) == "hour")


def zone(tokens: Tokens, first: int, last: int, words: WordTable) -> str:
    """The zone that a run of tokens names, in lower case; UTC is GMT, and no zone is an empty text."""
    return next((low.replace("utc", "gmt") for low in tokens.low[first : last + 1] if low in words.zones), "")
