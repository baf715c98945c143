"""Years before 1800, which four figures are only where no number stands; and decades without their century."""

from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable
from newsdiff.text.lazy_pattern import lazy_pattern

_OLD_YEAR = lazy_pattern(r"1[0-7]\d\d")
_PARTS_OF_DECADES = frozenset(("early", "mid", "late"))
_NEAR = 6  # tokens before a decade in which stands what it might measure
CENTURY = "19"  # whose decades are told without it
_DAY = lazy_pattern(r"0?[1-9]|[12]\d|3[01]")


def old_year(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a token is a year before 1800: the 1300s, since 1347, on 2 March 1477."""
    if not _OLD_YEAR.fullmatch(tokens.low[i]):
        return False
    after = tokens.at(i + 1)
    if (after == "s" and tokens.glued(i + 1)) or _behind_month(tokens, i, words):
        return True
    return tokens.at(i - 1) in words.date_leads and (not after.isalpha() or after in words.stop)


def led_decade(tokens: Tokens, i: int, words: WordTable) -> str:
    """The first year of the decade of the last century that a token tells behind the part of it that is meant, or an
    article, or an apostrophe: the mid-nineties, the late 80s, '80s; nothing of an age: in her early nineties.
    """
    low, at = tokens.low[i], i - 1
    cut = low.isdecimal() and len(low) == 2 and low[1] == "0" and tokens.at(i + 1) == "s" and tokens.glued(i + 1)
    decade = int(low) if cut and words.decades else int(words.decades.get(low, 0))
    if not decade:
        return ""
    marked = cut and tokens.at(at) == "'" and tokens.glued(i) and not (tokens.glued(at) and tokens.at(at - 1).isalpha())
    at -= marked
    at -= tokens.at(at) == "-"
    led = words.parts.get(tokens.at(at)) in _PARTS_OF_DECADES
    at -= led
    told = tokens.at(at) == "the" and (led or not cut)
    if not words.measured.isdisjoint(tokens.low[max(0, at - _NEAR) : i]):
        return ""  # highs in the mid-20s
    return f"{CENTURY}{decade}" if told or (marked and tokens.at(at) not in words.possessives) else ""


def _behind_month(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a month stands before four figures that count nothing: March 1477, March 2, 1477, marzo de 1477."""
    at = i - 1 - (tokens.at(i - 1) in words.day_links)
    if tokens.at(at) == "," and _DAY.fullmatch(tokens.at(at - 1)):
        at -= 2
    after = tokens.at(i + 1)
    counts = after in words.units or after in words.scales or after in words.counted
    return tokens.at(at) in words.months and not counts
