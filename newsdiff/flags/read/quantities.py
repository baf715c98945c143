"""Quantities: a value with its scale, its unit or currency, and the bound or approximator before it."""

from collections.abc import Container
from typing import NamedTuple

from newsdiff.flags.sentence.passages import Sentence
from newsdiff.language.table import WordTable

_CURRENCIES = frozenset(("$", "£", "€", "¥", "₹", "₦", "₩", "₪", "r", "rs", "ksh", "tk", "rm", "chf"))
RANK = "rank"  # the unit of a place in a row
_ADDRESS = frozenset("/@_=?&#\\^")


class Quantity(NamedTuple):
    """A span of a sentence (token indices, inclusive) and what it says."""

    sentence: Sentence
    first: int
    last: int
    value: float
    unit: str
    bound: str

    @property
    def span(self) -> str:
        """Its words as they stand."""
        return self.sentence.tokens.span(self.first, self.last)


def quantities(sentence: Sentence, words: WordTable, dated: Container[int]) -> list[Quantity]:
    """The quantities of a sentence outside its dates."""
    hits, tokens = sentence.hits, sentence.tokens
    if "figure" not in hits and "numeral" not in hits:
        return []
    found, past = [], 0
    bounds = {past: (first, name) for first, past, name in hits.get("bounds", ()) if name != "-"}
    behind = {first: (past - 1, name) for first, past, name in hits.get("bounds_behind", ())}
    for i in sorted(first for first, _, _ in (*hits.get("figure", ()), *hits.get("numeral", ()))):
        if i < past or i in dated:
            continue
        if (rank := _rank(sentence, i, words)) is not None:
            found.append(Quantity(sentence, i, rank[1], rank[0], RANK, ""))
            past = rank[1] + 1
            continue
        read = _number(sentence, i, words, dated)
        if read is None:
            continue
        value, last = read
        negative = _negative(sentence, i)
        first, unit, end = _units(sentence, i, last, words)
        if unit in words.periods:
            times, unit = words.periods[unit]
            value *= times
        if negative:
            value, first = -value, i - 1
        if not _idle(sentence, i, last, words, unit):
            behind_article = first - 1 if tokens.at(first - 1) in words.vague else first  # less than a third
            start, bound = bounds.get(first) or bounds.get(behind_article) or (first, "")
            if end + 1 in behind:
                end, bound = behind[end + 1]
            found.append(Quantity(sentence, start, end, value, unit, bound))
        past = max(end, last) + 1
    return found


def _rank(sentence: Sentence, i: int, words: WordTable) -> tuple[float, int] | None:
    """The place in a row that a token names (*second*, *2nd*), and the last token; a fraction (*a third*) is none."""
    tokens = sentence.tokens
    word, before, after = tokens.low[i], tokens.at(i - 1), tokens.at(i + 1)
    if word.isdigit() and len(word) <= 3 and after in words.ordinals and tokens.glued(i + 1):
        return float(word), i + 1
    part = before in words.cardinals or (before == "-" and tokens.at(i - 2) in words.cardinals)
    if word not in words.ranks or part or (before in words.vague and (word in words.fractions or word in words.units)):
        return None
    return float(words.ranks[word]), i


def _negative(sentence: Sentence, i: int) -> bool:
    """Whether a dash before a number is its sign: glued to the number, and to nothing before."""
    tokens = sentence.tokens
    return tokens.at(i - 1) == "-" and tokens.glued(i) and not tokens.glued(i - 1) and not tokens.at(i - 2).isdigit()


def _number(sentence: Sentence, i: int, words: WordTable, dated: Container[int]) -> tuple[float, int] | None:
    """The value that begins at a token, and its last token."""
    tokens = sentence.tokens
    word, before = tokens.low[i], tokens.at(i - 1)
    if word[0].isdigit():
        value = _figure(word, words.decimal)
        if value is None:
            return None
        return _scaled(tokens.low, i, value, words)
    if word in words.cardinals:
        return _spelled(tokens.low, i, words)
    if word in words.vague and tokens.at(i + 1) in words.scales and len(tokens.at(i + 1)) > 2:
        return _scaled(tokens.low, i, 1.0, words)
    if word in words.vague and words.units.get(tokens.at(i + 1)) in words.periods:
        return 1.0, i
    if word in words.scales and len(word) > 3 and i not in dated and (word not in words.pairs or before in words.vague):
        return _scaled(tokens.low, i - 1, 1.0, words)
    if word in words.fractions and tokens.at(i + 1) in words.vague and tokens.at(i + 2) in words.scales:
        return _scaled(tokens.low, i + 1, float(words.fractions[word]), words)  # half a million
    if word in words.fractions and (words.fractions[word] >= 0.5 or tokens.at(i - 1) in words.vague):
        return float(words.fractions[word]), i
    return None


def _figure(word: str, decimal: str) -> float | None:
    """Figures as a number: 1,000 and 2.5, or 1.000 and 2,5 where the comma divides."""
    if ":" in word or "/" in word:
        return None
    group = "," if decimal == "." else "."
    _head, *rest = word.split(group)
    if rest and not all(len(r.split(decimal)[0]) == 3 for r in rest):
        word = word.replace(group, decimal) if len(rest) == 1 else word.replace(group, "")
    else:
        word = word.replace(group, "")
    try:
        return float(word.replace(decimal, "."))
    except ValueError:
        return None


def _scaled(low: list[str], last: int, value: float, words: WordTable) -> tuple[float, int]:
    """A value times the scale words behind it (2.3 million, 54-million, tens of thousands)."""
    while True:
        step = 1
        following = low[last + 1 : last + 3]
        if following and following[0] in ("-", "of") and len(following) > 1 and following[1] in words.scales:
            step = 2
        following = low[last + step : last + step + 1]
        if not following or following[0] not in words.scales:
            return value, last
        value *= words.scales[following[0]]
        last += step


def _spelled(low: list[str], i: int, words: WordTable) -> tuple[float, int] | None:
    """Number words: twenty-five, three hundred and ten; a bare *one* is no number."""
    value, last = float(words.cardinals[low[i]]), i
    if value >= 20 and low[i + 1 : i + 2] == ["-"] and low[i + 2 : i + 3] and low[i + 2] in words.cardinals:
        value, last = value + words.cardinals[low[i + 2]], i + 2
    elif value >= 20 and low[i + 1 : i + 2] and 0 < words.cardinals.get(low[i + 1], 0) < 10:
        value, last = value + words.cardinals[low[i + 1]], i + 1
    if low[last + 1 : last + 2] and 0 < words.fractions.get(low[last + 1], 1) < 0.5:
        return value * words.fractions[low[last + 1]], last + 1
    return _scaled(low, last, value, words)


def _units(sentence: Sentence, first: int, last: int, words: WordTable) -> tuple[int, str, int]:
    """Where the quantity begins (its currency sign), its unit, and where it ends."""
    tokens = sentence.tokens
    unit = ""
    if tokens.at(first - 1) in _CURRENCIES and (tokens.glued(first) or not tokens.at(first - 1).isalpha()):
        first -= 1
        unit = words.units.get(tokens.low[first], tokens.low[first])
    end = last
    for step in (1, 2):
        at = last + step
        two = f"{tokens.at(at)} {tokens.at(at + 1)}"
        if (three := f"{two} {tokens.at(at + 2)}") in words.units:
            return first, unit or words.units[three], at + 2
        if two == "' s" and tokens.glued(at) and tokens.glued(at + 1):
            return first, unit or "s", at + 1  # the 60's
        if two in words.units:
            return first, unit or words.units[two], at + 1
        if tokens.at(at) in words.units:
            return first, unit or words.units[tokens.at(at)], at
        if tokens.at(at) != "-":
            break
    return first, unit, end


def _score(one: str, other: str) -> bool:
    """Whether two numbers on both sides of a hyphen are short enough for a score, a vote or a range."""
    return one.isdigit() and other.isdigit() and len(one) <= 3 and len(other) <= 3


def _idle(sentence: Sentence, first: int, last: int, words: WordTable, unit: str) -> bool:
    """Whether a number counts nothing of the story: a label, a code, a phone number, a file's size, a list's number."""
    tokens = sentence.tokens
    before, after = tokens.at(first - 1), tokens.at(last + 1)
    if after in words.sizes or (tokens.at(last + 2) in words.sizes and after == "-"):
        return True
    if unit and before not in words.labels:
        return False
    word = tokens.low[first]
    if after == "-" and tokens.at(last + 2) == "way":
        return True
    if not word[0].isdigit():
        return word in ("one", "un", "une", "eine", "ein", "uno", "una", "zero") and after not in ("in", "out")
    if before in words.labels or before in _ADDRESS or (before in (".", ":") and tokens.at(first - 2) in words.labels):
        return True
    if first == 0 and after in (".", ")") and len(word) <= 2:
        return True
    if tokens.glued(first) and before not in ("(", "[", '"', "'", "-", "/", "|") and before not in _CURRENCIES:
        return True
    if before == "-" and tokens.glued(first) and tokens.glued(first - 1) and not _score(tokens.at(first - 2), word):
        return True
    if last + 1 < len(tokens) and tokens.glued(last + 1) and (after[0].isalpha() or after in _ADDRESS or after == "]"):
        return True
    if before in ("[", "#", "n"):
        return True
    return (word[0] == "0" and len(word) > 1 and word[1].isdigit()) or (
        len(word) >= 4 and tokens.at(last + 1).isdigit()
    )
