"""What stands behind the times of timetables and armies: 18:40 GMT, 1500 local time, 0900 hours."""

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_FOUR_FIGURES = lazy_pattern(r"(?:[01]\d|2[0-3])[0-5]\d")
_TIME = "time"  # behind what a zone is called after: local time, Eastern time, UK time
_LOCAL = "local"
_SEASONS = "sd"  # standard or daylight time, in the middle of a zone of America


def zone_tokens(tokens: Tokens, i: int, words: WordTable) -> int:
    """How many tokens from one on name the zone of a time: GMT, in capitals; local time, Eastern time."""
    if tokens.at(i) in words.zones and tokens.raw[i].isupper():
        return 1
    named = words.zones and tokens.at(i + 1) == _TIME and (tokens.low[i] == _LOCAL or tokens.raw[i][0].isupper())
    return 2 if named else 0


def four_figures(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether four figures are a time, by what stands behind them: 1430 GMT, at 0900 hours."""
    if not words.zones or not _FOUR_FIGURES.fullmatch(tokens.low[i]):
        return False
    led = tokens.at(i - 1) in words.spoken_leads or tokens.low[i][0] == "0"
    return bool(zone_tokens(tokens, i + 1, words)) or (led and words.units.get(tokens.at(i + 1)) == "hour")


def zone(tokens: Tokens, first: int, last: int, words: WordTable) -> str:
    """The zone that a run of tokens names, in lower case: EST is ET and Eastern time, UTC is GMT; no zone is an empty
    text.
    """
    for i in range(first, last + 1):
        low = tokens.low[i].replace("utc", "gmt")
        named = i < last and tokens.low[i + 1] == _TIME
        if low in words.zones or named:
            brief = low[0] + _TIME[0]
            seasonal = len(low) == len(brief) + 1 and low[1] in _SEASONS
            return brief if brief in words.zones and (named or seasonal) else low
    return ""
