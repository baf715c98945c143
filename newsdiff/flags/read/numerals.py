"""The value of a number, in figures or in words.

Read are 3 000, 12'500, 1.234,50, 1,50,000, 1¼, three hundred and ten, two and a half, three quarters of a million.
"""

from collections.abc import Container
from functools import cache

from newsdiff.flags.read.compound_numerals import compound_number
from newsdiff.flags.sentence.tokens import LONG_DIGITS, Tokens, bare
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

CURRENCIES = frozenset(
    ("r", "rs", "ksh", "sh", "tk", "rm", "chf", "usd", "eur", "gbp", "inr", "kes", "zar")
)  # before sums
# by thousands, or in the Indian way
_GROUPED = lazy_pattern(r"\d{1,3}(?:([.,'])\d{3})+|\d{1,2}(,)(?:\d\d,)+\d{3}", needs=".,'")
MONEY_SIGNS = frozenset("€$£")
_FRACTION = lazy_pattern(r"(\d)/(\d\d?)", needs="/")
_HEAD = lazy_pattern(r"[1-9]\d{0,2}")  # what stands before the first space of 3 000
_GROUP = lazy_pattern(r"\d{3}(?:[.,]\d+)?")
_PARTS = frozenset((2, 3, 4, 5, 6, 8, 10, 16))  # what a fraction in figures divides by; 9/11 is a day
_HUNDRED, _HALF = 100, 0.5
_ENDING_LETTERS = 3  # of the plural of a scale word, at most: mill-ones, hundert-en
_MOST_RANKED = 12  # a figure with a ring that no noun follows is a place in a row up to here, and degrees above
_CENT_DIGITS = 2
COINED = frozenset(("euro", "dollar", "franc", "sterling", "real", "peso"))  # currencies of a hundred parts
_FOUR, _SEVEN, _TEN, _TWENTY = 4, 7, 10, 20
_SCORES = (60, 80)  # behind them French counts on to twenty: soixante-douze
_THOUSAND, _MILLION, _BILLION = 1000, 1_000_000, 1_000_000_000


class Number(NamedTuple):
    """A value and the last of its tokens."""

    value: float
    last: int


def number(tokens: Tokens, i: int, words: WordTable, dated: Container[int]) -> Number | None:
    """The number that begins at a token, with its fraction, its scale words and the thousands behind its millions."""
    read = _single(tokens, i, words, dated)
    return _added(tokens, read, words) if read else None


def _single(tokens: Tokens, i: int, words: WordTable, dated: Container[int]) -> Number | None:
    """The number that begins at a token, with its fraction and its scale words."""
    word = tokens.low[i]
    if word[0].isdecimal():
        read = _figures(tokens, i, words)
    elif word in words.cardinals or (words.scales.get(word) == _THOUSAND and tokens.at(i + 1) in words.cardinals):
        return _scaled(tokens, _mixed(tokens, _spelled(tokens, i, words), words), words)
    elif (value := compound_number(word, words)) is not None:
        read = Number(value, i)
    else:
        return _worded(tokens, i, words, dated)
    return _scaled(tokens, _mixed(tokens, read, words), words) if read else None


def _added(tokens: Tokens, read: Number, words: WordTable) -> Number:
    """A number of millions with the thousands that are told behind it: 24 milioni e 100mila."""
    at, last = tokens.at, read.last
    if (
        read.value < _MILLION
        or at(last) not in words.scales
        or at(last + 1) not in words.sums
        or last + 2 >= len(tokens)
    ):
        return read
    rest = _single(tokens, last + 2, words, ())
    spelled = rest is not None and (at(rest.last) in words.scales or at(rest.last) in words.cardinals)
    return (
        Number(read.value + rest.value, rest.last) if rest and spelled and _THOUSAND <= rest.value < _MILLION else read
    )


def _figures(tokens: Tokens, i: int, words: WordTable) -> Number | None:
    """Figures, with the groups behind spaces that belong to them."""
    word, last = tokens.low[i], i
    if fraction := _FRACTION.fullmatch(word):
        top, bottom = int(fraction[1]), int(fraction[2])
        return Number(top / bottom, i) if 0 < top < bottom and bottom in _PARTS else None
    if _HEAD.fullmatch(word):
        while _GROUP.fullmatch(tokens.at(last + 1)) and not tokens.glued(last + 1) and tokens.low[last].isdecimal():
            last += 1
            word += tokens.low[last]
    value = figure(word, words.decimal)
    return None if value is None else Number(value, last)


def figure(word: str, decimal: str) -> float | None:
    """Figures as a number, by what divides them: of two marks the last is the decimal one, one mark that stands before
    every three figures divides thousands, and only a lone mark before three figures asks for the language's use.
    """
    if len(word) > LONG_DIGITS or ":" in word or "/" in word:
        return None
    word = word.replace("'", "")
    group = "," if decimal == "." else "."
    grouped = _GROUPED.fullmatch(word)
    if "," in word and "." in word:
        if word.rindex(",") > word.rindex("."):
            word = word.replace(".", "").replace(",", ".")
        else:
            word = word.replace(",", "")
    elif grouped and (group in word or len(word) > len("123.456")):
        word = word.replace(",", "").replace(".", "")
    else:
        word = word.replace(",", ".")
    return float(word) if word.count(".") <= 1 else None


def _spelled(tokens: Tokens, i: int, words: WordTable) -> Number:
    """Number words up to the thousands: twenty-five, a hundred and ten, treinta y dos, two thousand five."""
    low = tokens.low
    total, part, last = 0.0, float(words.cardinals.get(low[i], 1)), i
    if low[i] not in words.cardinals and words.scales.get(low[i]) == _THOUSAND:
        total, part = _THOUSAND, 0.0  # mille deux cents
    while True:
        at = last + 1
        linked = tokens.at(at) in words.sums
        if tokens.at(at) == "-" and tokens.at(at + 1) in words.ten_links and tokens.at(at + 2) == "-":
            at, linked = at + 2, False  # vingt-et-un
        at += linked or tokens.at(at) == "-"
        word = tokens.at(at)
        scale = words.scales.get(word, 0)
        value = words.cardinals.get(word, _HUNDRED)
        smaller = part % _HUNDRED == 0 or (
            part % 10 == 0 and value < (_TWENTY if part in _SCORES else 10) and part >= 20
        )
        if part == _TEN and words.ten_links and tokens.at(last + 1) == "-" and _SEVEN <= value < _TEN:
            part, last = part + value, at  # dix-sept
        elif value == _HUNDRED and words.ten_links and at == last + 1 and 1 < part < _TEN and word in words.cardinals:
            part, last = part * value, at  # deux cents
        elif part == _FOUR and value == _TWENTY and tokens.at(last + 1) == "-":
            part, last = part * value, at  # quatre-vingts
        elif scale == _HUNDRED and at == last + 1 and part < _HUNDRED:
            part, last = part * scale, at
        elif scale == _THOUSAND and at == last + 1 and _more_follows(tokens, at, words):
            total, part, last = total + part * scale, 0.0, at
        elif word in words.cardinals and smaller and (part or total) and words.cardinals[word] > 0:
            if linked and low[last] not in words.scales and not (value < _HUNDRED and low[at - 1] in words.ten_links):
                break
            part, last = part + words.cardinals[word], at
        else:
            break
    return Number(total + part, last)


def _more_follows(tokens: Tokens, scale: int, words: WordTable) -> bool:
    """Whether a smaller number goes on behind *thousand*."""
    at = scale + 1 + (tokens.at(scale + 1) in words.sums)
    return tokens.at(at) in words.cardinals and words.scales.get(tokens.at(at + 1), 0) < _THOUSAND


def _mixed(tokens: Tokens, read: Number, words: WordTable) -> Number:
    """A number with the fraction behind it: 1¼, 1 1/4, two and a half, two-and-a-half; three quarters is a product."""
    at, fractions = tokens.at, words.fractions
    value, last = read
    after = at(last + 1)
    if len(after) == 1 and after in fractions:
        return Number(value + fractions[after], last + 1)
    if (part := _FRACTION.fullmatch(after)) and int(part[2]) in _PARTS and int(part[1]) < int(part[2]):
        whole = 0.0 if tokens.low[last] in words.vague else value  # ein 1/2 Liter
        return Number(whole + int(part[1]) / int(part[2]), last + 1)
    step = last + 1 + (after == "-")
    share = fractions.get(at(step), 1)
    if at(step + 1) in words.shares and at(step) in words.ranks and value < words.ranks[at(step)]:
        return Number(value / words.ranks[at(step)], step + 1)  # una cuarta parte
    several = at(step).endswith("s") or (bool(words.variants) and value * share < 1)  # drei Viertel
    if 0 < share <= 0.5 and value < 10 and (value == 1 or several):
        return Number(value * fractions[at(step)], step)
    if at(step) not in words.sums:
        return read
    step += 1 + (at(step + 1) == "-")
    if at(step) in words.vague:
        step += 1 + (at(step + 1) == "-")
        return Number(value + fractions[at(step)], step) if 0 < fractions.get(at(step), 1) <= 0.5 else read
    top = words.cardinals.get(at(step), 0)
    parts = fractions.get(at(step + 1), 1)
    return Number(value + top * parts, step + 1) if 0 < top * parts < 1 else read


def _worded(tokens: Tokens, i: int, words: WordTable, dated: Container[int]) -> Number | None:
    """A number that begins with an article, a scale word or a fraction: a million, dozens, half a million, a third."""
    at, word = tokens.at, tokens.low[i]
    before, after = at(i - 1), at(i + 1)
    if word in words.vague:
        if after in words.scales and len(after) > 2:
            return _scaled(tokens, _mixed(tokens, _spelled(tokens, i, words), words), words)
        if words.units.get(bare(after)) in words.periods:
            return Number(1.0, i)
        return None
    if (
        word in words.scales
        and len(word) > 2
        and i not in dated
        and (word not in words.pairs or _counts(tokens, i, words))
    ):
        return _scaled(tokens, Number(1.0, i - 1), words)
    if word not in words.fractions or (before == "-" and tokens.glued(i)):
        return None  # first-half results
    if after == "-" and tokens.glued(i + 1) and tokens.glued(i + 2) and not _measured(at(i + 2), words):
        return None  # half-time
    led = before in words.determiners and before not in words.vague and word not in words.clear_parts
    if words.thats and led and not _measured(after, words):
        return None  # este medio
    if word in words.multiples and after not in words.determiners:
        return None  # a double murder
    if (
        len(word) == 1
        or words.fractions[word] >= 0.5
        or before in words.vague
        or (after == "of" and at(i + 2) in words.vague)
    ):
        return _scaled(tokens, Number(float(words.fractions[word]), i), words)
    return None


def _measured(word: str, words: WordTable) -> bool:
    """Whether a word is a measure, a scale or an article, of which there may be a half: half-hour, half-a-dozen."""
    return word in words.units or word in words.scales or word in words.vague or word in words.sums


@cache
def several(word: str, words: WordTable) -> bool:
    """Whether a scale word stands for more than one, where no number is before it: dozens, Hunderte, miles."""
    value = words.scales.get(word)
    heads = [word[:-n] for n in range(1, _ENDING_LETTERS + 1)] if value else []
    same = (words.scales.get(w) or words.cardinals.get(w) or compound_number(w, words) for w in heads if len(w) > 2)
    return any(found == value for found in same)


def _counts(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a scale word that is also a noun or a verb counts: a couple, scores of people; the scores, he scores."""
    before, after = tokens.at(i - 1), tokens.at(i + 1)
    if before in words.vague:
        return True
    return tokens.low[i].endswith("s") and before not in words.determiners and (after == "of" or after.endswith("ed"))


def _scaled(tokens: Tokens, read: Number, words: WordTable) -> Number:
    """A value times the scale words behind it: 2.3 million, 54-million, tens of thousands, half a million."""
    value, last = read
    at, times = tokens.at, 1.0
    while True:
        step = last + 1
        if times > 1 and at(step) in words.sums and words.fractions.get(at(step + 1)) == _HALF:
            return Number(value + times * _HALF, step + 1)  # tres millones y medio
        if at(step) == "-" or (at(step) == "of" and last >= 0) or (value < 1 and at(step) in words.unit_links):
            step += 1  # half of a million, tres cuartos de millón
        if value < 1 and at(step) in words.vague:
            step += 1
        scale = words.scales.get(at(step)) or _cut_scale(tokens, step, words)
        if scale is None or (len(at(step)) < 3 and step > last + 1):
            return Number(value, last)
        value, last, times = value * scale, step, times * scale


def _cut_scale(tokens: Tokens, i: int, words: WordTable) -> float | None:
    """The scale of a letter or two between a figure and the sign of a currency: 1,2 M€, 3 Md€."""
    counted = tokens.at(i + 2) in words.units or (i < len(tokens) and tokens.raw[i] == "M")
    if tokens.at(i + 1) in words.unit_links and tokens.raw[i][0].isupper() and counted:
        return words.cut_scales.get(tokens.at(i))  # 3,2 M d'euros
    if tokens.glued(i) and tokens.raw[i : i + 1] == ["B"] and tokens.at(i - 2) in MONEY_SIGNS:
        return _BILLION  # $4B
    millions = tokens.glued(i) and i < len(tokens) and tokens.raw[i] == "M"  # US$350M
    if millions or (tokens.glued(i + 1) and tokens.at(i + 1) in MONEY_SIGNS):
        return words.cut_scales.get(tokens.at(i))
    return None


def is_degree(tokens: Tokens, i: int, words: WordTable) -> bool:
    """Whether a raised ring behind a figure is the sign of degrees, and makes it no place in a row: 30°, -5º C."""
    if tokens.at(i) not in ("°", "º") or not tokens.at(i - 1).isdecimal():
        return False
    after = tokens.at(i + 1)
    if after in ("c", "f") or "º" not in words.ordinals:
        return tokens.at(i) == "°" or after in ("c", "f")
    noun = after.isalpha() and len(after) > 1 and after not in words.stop
    signed = tokens.at(i - 2) == "-" and not tokens.glued(i - 2)
    return not noun and (signed or float(tokens.at(i - 1)) > _MOST_RANKED)


def cents_at(tokens: Tokens, i: int, words: WordTable) -> float | None:
    """The two figures behind the name of a currency, in hundredths, where they count nothing else: 2 euros 50."""
    word, after = tokens.at(i), tokens.at(i + 1)
    if len(word) != _CENT_DIGITS or not word.isdecimal() or after in words.units or after in words.scales:
        return None
    return None if after.isalpha() and after not in words.stop else int(word) / _HUNDRED
