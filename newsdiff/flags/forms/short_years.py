"""Years without their century, and decades: '68, mai 68; les années 80, die achtziger Jahre, los ochenta."""

from newsdiff.flags.forms.written_figures import ValueReading
from newsdiff.flags.read.numerals import number
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.language.table import WordTable

_DIGITS, _WHOLE_DIGITS = 2, 4
_LAST_DAY = 31
_FIRST_DECADE, _LAST_DECADE, _TEN, _CENTURY = 20, 90, 10, 100
_LINKS = 2  # words of grammar between the word for a decade and its number: década de los 80


def short_year(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """The year without its century, or the decade, that begins at a token."""
    return _cut_year(tokens, i, words) or _decade(tokens, i, words)


def _cut_year(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    at = tokens.at
    marked = at(i) == "'" and tokens.glued(i + 1) and not tokens.glued(i)
    year = at(i + marked)
    if len(year) != _DIGITS or not year.isdecimal() or at(i + 1 + marked)[:1] in ("%", "€", "$"):
        return None
    dated = marked or (at(i - 1) in words.months and int(year) > _LAST_DAY)
    return ValueReading((f"<y{year}>",), i + marked + 1) if dated and at(i + marked + 1) not in words.units else None


def _decade(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    if tokens.low[i] in words.decade_leads:
        return _led_decade(tokens, i, words)
    return _ended_decade(tokens, i, words) if words.decade_endings else None


def _led_decade(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A decade behind the word for years, or behind an article alone: années 80, los ochenta."""
    at, start = tokens.at, i + 1
    years = tokens.low[i] not in words.grammar
    while years and start <= i + _LINKS and at(start) in words.grammar and at(start) not in words.cardinals:
        start += 1
    start += at(start) == "'"
    if start >= len(tokens) or not (read := number(tokens, start, words, ())):
        return None
    if not (form := _of_decade(read.value, tokens.low[read.last])):
        return None
    after = at(read.last + 1)
    counts = after in words.units or after in words.scales or after in "%€$-" or after[:1].isdecimal()
    noun = not years and after.isalpha() and after.endswith("s") and after not in words.stop
    return None if noun or (after and counts) else ValueReading((form,), read.last + 1)


def _ended_decade(tokens: Tokens, i: int, words: WordTable) -> ValueReading | None:
    """A decade with an ending behind its number: 80er Jahre, 1980er-Jahre, achtziger, Achtzigerjahren."""
    at, low = tokens.at, tokens.low[i]
    years = next((w for w in words.time_units if words.units.get(w) == "year" and low.endswith(w)), "")
    head = low.removesuffix(years) if low != years else low
    ending = next((e for e in words.decade_endings if head.endswith(e)), "")
    past = i + 1
    if low.isdecimal():
        ended = next((e for e in words.decade_endings if tokens.glued(past) and at(past).startswith(e)), "")
        if not ended or (at(past) != ended and words.units.get(at(past).removeprefix(ended)) != "year"):
            return None
        value, past, told = float(low), past + 1, at(past) != ended
    elif ending:
        value, told = words.cardinals.get(head.removesuffix(ending), 0), bool(years)
    else:
        return None
    if not told:
        step = past + (at(past) == "-" and tokens.glued(past))
        told = words.units.get(at(step)) == "year"
        past = step + 1 if told else past
    form = _of_decade(value, low)
    return ValueReading((form,), past) if form else None


def _of_decade(value: float, word: str) -> str:
    """The form of the decade that a number tells; nothing of another number."""
    if value % _TEN or (word.isdecimal() and len(word) not in (_DIGITS, _WHOLE_DIGITS)):
        return ""
    if _FIRST_DECADE <= value <= _LAST_DECADE or _TEN * _CENTURY < value < 3 * _TEN * _CENTURY:
        return f"<decade {value:.0f}>"
    return ""
