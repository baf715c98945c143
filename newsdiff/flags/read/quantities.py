"""Quantities: a value with its scale, its unit or currency, and the bound or approximator before it."""

from collections.abc import Callable, Container, Iterator

from newsdiff.flags.names.named_figures import in_a_title, is_generation, may_end_a_name
from newsdiff.flags.read.counts.counted_words import is_noun, unit_heads, unit_names
from newsdiff.flags.read.counts.scores import SCORE_DIGITS, score_at
from newsdiff.flags.read.numerals import COINED, CURRENCIES, cents_at, is_degree, number, several
from newsdiff.flags.read.times.durations import duration
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import LONG_DIGITS
from newsdiff.language.table import WordTable
from newsdiff.named_tuple import NamedTuple
from newsdiff.text.lazy_pattern import lazy_pattern

SIGNS = frozenset("$£€¥₹₦₩₪")
RANK = "rank"  # the unit of a place in a row
GENERATION = "generation"  # the unit of 5G
SEVERAL = "several"  # the bound of dozens, which are more than one
SCORE = "score"  # the unit of 7-2, whose bound is the other side's figure
_ADDRESS = frozenset("/@_=?&#\\^")
_GLUED_UNITS = frozenset("cfglpst")
_DEGREES = frozenset("CF")  # stand apart from their figure as well: 41 C
_CLOCK_UNITS = frozenset(("second", "minute", "hour"))
_UNIT_TOKENS = 5  # of the longest name of a unit: mile-per-hour
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_RUN = lazy_pattern(r"(\d{1,2}):([0-5]\d):([0-5]\d)")  # how long a race took: 2:04:11


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


def quantities(
    sentence: Sentence, words: WordTable, dated: Container[int], named: Callable[[int], bool] = lambda _: False
) -> Iterator[Quantity]:
    """The quantities of a sentence outside its dates, each read when it is asked for; ``named`` tells whether a name
    ends at a token.
    """
    hits = sentence.hits
    if not may_count(sentence):
        return
    reader = _QuantityReader(sentence, words, dated, named)
    past = 0
    starts = [first for first, _, _ in (*hits.get("figure", ()), *hits.get("numeral", ()))]
    for i in sorted([*starts, *_elided(sentence, words)]):
        if i >= past and i not in dated:
            quantity, past = reader.read(i, past)
            if quantity:
                yield quantity


def may_count(sentence: Sentence) -> bool:
    """Whether a sentence holds a figure or a word for a number: without one it has no quantity."""
    return "figure" in sentence.hits or "numeral" in sentence.hits


def _elided(sentence: Sentence, words: WordTable) -> Iterator[int]:
    """Where an article is one token with the unit behind it: un'ora."""
    if words.unit_links and "'" in sentence.tokens.folded:
        low = sentence.tokens.low
        yield from (i for i, word in enumerate(low) if word.rpartition("'")[2] in words.units and word[0].isalpha())


class _QuantityReader:
    def __init__(
        self, sentence: Sentence, words: WordTable, dated: Container[int], named: Callable[[int], bool]
    ) -> None:
        self.sentence, self.tokens, self.words, self.dated, self.named = sentence, sentence.tokens, words, dated, named
        hits = sentence.hits
        self.bounds = {past: (first, name) for first, past, name in hits.get("bounds", ()) if name != "-"}
        self.idioms = {i for first, past, name in hits.get("bounds", ()) if name == "-" for i in range(first, past)}
        self.behind = {first: (past - 1, name) for first, past, name in hits.get("bounds_behind", ())}

    def read(self, i: int, past: int) -> tuple[Quantity | None, int]:
        """The quantity that begins at a token, if one does, and from where on to look for the next."""
        sentence, words = self.sentence, self.words
        if ":" in self.tokens.low[i] and (ran := _RUN.fullmatch(self.tokens.low[i])):
            hours = int(ran[1]) + int(ran[2]) / 60 + int(ran[3]) / 3600
            return Quantity(sentence, i, i, hours, "hour", ""), i + 1
        if (rank := _rank(sentence, i, words)) is not None:
            if rank[0] > 1 and self.tokens.at(i - 1) in words.each:  # jeder Zweite
                first, bound = self._bound(i - 1, i, "", rank[1])
                return Quantity(sentence, first, rank[1], 1 / rank[0], "", bound), rank[1] + 1
            return Quantity(sentence, i, rank[1], rank[0], RANK, ""), rank[1] + 1
        ranked = self.tokens.low[i] in words.vague and self.tokens.at(i + 1) in words.ranks
        if ranked and _rank(sentence, i + 1, words) is not None:
            return None, past  # un segundo contrato
        if self.tokens.low[i] in words.decades:
            return Quantity(sentence, i, i, words.decades[self.tokens.low[i]], "s", ""), i + 1
        if (score := score_at(self.tokens, i, words, self.dated)) is not None:
            return Quantity(sentence, i, score.last, score.one, SCORE, score.other), score.last + 1
        if self._in_a_name(i) or in_a_title(sentence, i, words) or i in self.idioms:
            return None, past
        if is_generation(sentence, i):
            return Quantity(sentence, i, i + 1, float(self.tokens.low[i]), GENERATION, ""), i + 2
        if lasting := duration(self.tokens, i, words):
            first, bound = self._bound(i, i, "hour", lasting.last)
            return Quantity(sentence, first, lasting.last, lasting.hours, "hour", bound), lasting.last + 1
        read = number(self.tokens, i, words, self.dated) or self._one_bounded(i)
        if read is None:
            return None, past
        value, last = read
        start = self._currency(i)
        unit, end = self._unit(last)
        if unit in COINED and end > last and not value % 1 and (cents := cents_at(self.tokens, end + 1, words)):
            value, end = value + cents, end + 1
        if start < i:
            sign = self.tokens.low[i - 1 if self.tokens.low[i - 1] != "." else start]
            unit = words.units.get("".join(self.tokens.low[start:i])) or words.units.get(sign, sign)  # R$
        if unit in words.periods:
            times, unit = words.periods[unit]
            value *= times
        if start == i and (_negative(sentence, i) or self.tokens.at(i - 1) in words.minus):
            value, start = -value, i - 1
        if _idle(sentence, i, last, words, unit) or self._of_a_name(i, last, unit):
            return None, max(end, last) + 1
        first, bound = self._bound(start, i, unit, end)
        if end + 1 in self.behind:
            end, bound = self.behind[end + 1]
        if self.tokens.at(end + 1) == "-" and self.tokens.at(end + 2) in self.words.aged and self.tokens.glued(end + 2):
            end += 2
        return Quantity(sentence, first, end, value, unit, bound), max(end, last) + 1

    def _one_bounded(self, i: int) -> tuple[float, int] | None:
        """The number of an article with a bound before it and a unit behind it: less than a percentage point."""
        if i not in self.bounds or self.tokens.low[i] not in self.words.vague:
            return None
        unit, _ = self._unit(i)  # over an hour is said in other words: longer than
        return (1.0, i) if unit and unit not in self.words.time_units and unit not in _CLOCK_UNITS else None

    def _in_a_name(self, i: int) -> bool:
        """Whether a number word has a capital inside a sentence, where such words are written small: Trois-Rivières."""
        raw, words = self.tokens.raw[i], self.words
        if "nouns" in words.capitals or words.senses is not None or not i or not raw.istitle():
            return False
        before = self.tokens.at(i - 1)
        return self.tokens.running and (before.isalpha() or before == "-") and raw.isalpha()

    def _currency(self, i: int) -> int:
        """Where a sum begins: with its sign and the letters before it (US$, Rs, KSh)."""
        tokens, before = self.tokens, self.tokens.at(i - 1)
        if before in SIGNS:
            lettered = i > 1 and tokens.raw[i - 2].isupper() and len(tokens.raw[i - 2]) <= 3
            lettered = lettered and (tokens.glued(i - 1) or tokens.raw[i - 2] == "US")  # US $5
            return i - 2 if lettered else i - 1
        if before == "." and self.tokens.at(i - 2) == "rs":
            return i - 2
        large = before in CURRENCIES and self.tokens.raw[i - 1][0].isupper()
        return i - 1 if large and (len(before) > 1 or tokens.glued(i)) else i

    def _unit(self, last: int) -> tuple[str, int]:
        """The unit behind a number, the longest that fits, and the last token of it."""
        tokens, units = self.tokens, unit_names(self.words)
        if tokens.at(last + 1) == "," and tokens.at(last + 2) == "-" and tokens.glued(last + 2):
            last += 2  # 19,- Euro
        linked = tokens.low[last] in self.words.scales and tokens.at(last + 1) in self.words.unit_links
        cut = tokens.low[last] in self.words.scales and tokens.at(last + 1) == "." and tokens.glued(last + 1)  # Mio.
        linked = linked or (cut and tokens.at(last + 2) in units)
        if tokens.low[last] in self.words.scales and tokens.at(last + 1) == "of" and tokens.at(last + 2).endswith("s"):
            linked = True  # millions of pounds
        for first in (last + 1 + linked, last + 2 + linked):
            if found := self._unit_at(first):
                return found
            if tokens.at(first) != "-" or not tokens.glued(first):
                break
        if of := self._unit_of_part(last):
            return of
        if tokens.at(last + 1) == "in" and tokens.glued(last + 1) and "inch" in units:
            return "inch", last + 1  # 5ft 10in
        if tokens.at(last + 1) == "'" and tokens.at(last + 2) == "s" and tokens.glued(last + 1):
            return "s", last + 2  # the 60's
        return "", last

    def _unit_of_part(self, last: int) -> tuple[str, int] | None:
        """The unit of which there is a part, and its last token: half a per cent, a quarter of a mile, half of 1%."""
        words, tokens = self.words, self.tokens
        if not 0 < words.fractions.get(tokens.low[last], 1) < 1 and "/" not in tokens.low[last]:
            return None
        one = last + 1 + (tokens.at(last + 1) == "of")
        if tokens.at(one) != "1" and words.cardinals.get(tokens.at(one), tokens.at(one) in words.vague) != 1:
            return None
        return self._unit_at(one + 1)

    def _unit_at(self, first: int) -> tuple[str, int] | None:
        """The longest unit that begins at a token, and its last one."""
        tokens, units = self.tokens, unit_names(self.words)
        heads = unit_heads(self.words)
        if first >= len(tokens) or not (tokens.low[first] in heads or tokens.bare[first] in heads):
            return None
        for past in range(min(first + _UNIT_TOKENS, len(tokens)), first, -1):
            unit = units.get(" ".join(self._unit_words(first, past)))
            if unit and self._fits(first, past, unit):
                return unit, past - 1
        return None

    def _unit_words(self, first: int, past: int) -> list[str]:
        """Tokens as words of a unit, without hyphens inside (*30-mile-per-hour*) and possessive endings."""
        tokens = self.tokens
        last = tokens.bare[past - 1] if len(tokens.bare[past - 1]) > 1 else tokens.low[past - 1]
        return [*(w for i, w in enumerate(tokens.low[first : past - 1]) if w != "-" or not i), last]

    def _fits(self, first: int, past: int, unit: str) -> bool:
        """Whether letters that may be a word stand as a unit: 41C, 5g."""
        tokens = self.tokens
        if past - first == 1 and tokens.low[first] in _GLUED_UNITS:
            return tokens.glued(first) or tokens.raw[first] in _DEGREES
        if tokens.low[first] in SIGNS and tokens.glued(past) and tokens.at(past)[:1].isdecimal():
            return False  # in 2026 €1.2bn
        return unit != "s" or tokens.glued(first)

    def _of_a_name(self, i: int, last: int, unit: str) -> bool:
        """Whether figures belong to the name before them: S&P 500, Senate Bill 1383, Boeing 737, Falcon 9."""
        return not unit and last == i and may_end_a_name(self.sentence, i, self.words) and self.named(i - 1)

    def _bound(self, start: int, i: int, unit: str, end: int) -> tuple[int, str]:
        """Where a quantity begins with its bound, and the bound; *over two days* says how long, not how much, but of
        an age (*over 40 years old*).
        """
        tokens, bounds = self.tokens, self.bounds
        article, word = tokens.at(start - 1), tokens.low[i]
        led = article in self.words.vague and not word[0].isdecimal()
        led = led or (article in self.words.determiners and word in self.words.clear_parts)  # fast die Hälfte
        behind_article = start - led
        first, bound = bounds.get(start) or bounds.get(behind_article) or (start, "")
        scaled = tokens.low[i] in self.words.scales or self.words.cardinals.get(tokens.low[i]) == _HUNDRED
        if not bound and scaled and tokens.at(start - 1) in self.words.several:
            return start - 1, SEVERAL
        if not bound and several(tokens.low[i], self.words):
            return start, SEVERAL
        if bound in ("~", ">", "<") and tokens.low[i] in self.words.scales and tokens.low[i].endswith("s"):
            return start, SEVERAL  # a row over millions
        aged = self.words.aged.intersection(tokens.low[end + 1 : end + 3])
        lasting = not aged and (unit in self.words.time_units or unit in _CLOCK_UNITS)
        if bound and lasting and tokens.at(first) == "over" and tokens.at(first - 1) not in self.words.lasting:
            return start, ""
        return first, bound


def _rank(sentence: Sentence, i: int, words: WordTable) -> tuple[float, int] | None:
    """The place in a row that a token names (*second*, *2nd*), and the last token; a fraction (*a third*) is none."""
    tokens = sentence.tokens
    word, before, after = tokens.low[i], tokens.at(i - 1), tokens.at(i + 1)
    if is_degree(tokens, i + 1, words):
        return None
    figure = word.isdecimal() and len(word) <= LONG_DIGITS
    if figure and len(word) <= 3 and after in words.ordinals and tokens.glued(i + 1):
        return float(word), i + 1
    if figure and after == "°" and tokens.glued(i + 1) and is_noun(tokens.at(i + 2), words) and words.thats:
        return float(word), i + 1  # el 3° envío
    part = before in words.cardinals and not (before in words.vague and is_noun(after, words))  # but eine dritte Sohle
    part = part or (before == "-" and tokens.at(i - 2) in words.cardinals)
    if figure and after == "." and tokens.glued(i + 1) and tokens.at(i + 2) in "ªº" and tokens.glued(i + 2):
        return float(word), i + 2  # 30.ª
    if (last := _rank_of_two(sentence, i, words)) and not part:
        return words.cardinals[word] + words.ranks[tokens.low[last]], last
    if word not in words.ranks or part or (after in words.shares and before in words.vague):
        return None
    share = word in words.fractions or word in words.units  # a third of it, in a second; but a third man
    if before in words.vague and share and (after in words.comparatives or not is_noun(after, words)):
        return None
    return float(words.ranks[word]), i


def _rank_of_two(sentence: Sentence, i: int, words: WordTable) -> int:
    """The last token of a place in a row in two words, that begins at a token: twenty-first; 0 of another word."""
    tokens, tens = sentence.tokens, words.cardinals.get(sentence.tokens.low[i], 0)
    joined = _TWENTY <= tens < _HUNDRED and tens % _TEN == 0 and tokens.at(i + 1) == "-" and tokens.glued(i + 2)
    return i + 2 if joined and 0 < words.ranks.get(tokens.at(i + 2), 0) < _TEN else 0


def _negative(sentence: Sentence, i: int) -> bool:
    """Whether a dash before a number is its sign: glued to the number, and to nothing before."""
    tokens = sentence.tokens
    apart = not tokens.glued(i - 1) or tokens.at(i - 2) in ("(", "[")
    return tokens.at(i - 1) == "-" and tokens.glued(i) and apart and not tokens.at(i - 2).isdecimal()


def _someday(sentence: Sentence, first: int, past: int, words: WordTable) -> bool:
    """Whether *one day* tells of a time to come, not how long it is: will one day pay; One day, he will."""
    tokens = sentence.tokens
    opens = first == 0 and tokens.at(past) == ","
    return words.cardinals.get(tokens.low[first]) == 1 and (opens or tokens.at(first - 1) in words.modals)


def _money(word: str) -> bool:
    return word in SIGNS or word in CURRENCIES


def _score(one: str, other: str) -> bool:
    """Whether two numbers on both sides of a hyphen are short enough for a score, a vote or a range."""
    return one.isdecimal() and other.isdecimal() and len(one) <= SCORE_DIGITS >= len(other)


def _idle(sentence: Sentence, first: int, last: int, words: WordTable, unit: str) -> bool:
    """Whether a number counts nothing of the story: a label, a code, a phone number, a file's size, a list's number."""
    tokens = sentence.tokens
    before, after = tokens.at(first - 1), tokens.at(last + 1)
    opens = before == "a" and first == 1  # A 72 ans
    if "&" in before[1:]:
        return True  # S&P 500
    if len(before) == 1 and tokens.raw[first - 1].isupper() and before not in (*words.vague, *CURRENCIES) and not opens:
        return True  # M 25, F 16
    joined = tokens.at(first - 2) if before == "-" and tokens.glued(first) else ""
    if unit == "s" and joined.isalpha() and joined not in words.parts:
        return True  # the under-19s, but not his mid-20s
    if after in words.sizes or (tokens.at(last + 2) in words.sizes and after == "-"):
        return True
    if unit == "day" and _someday(sentence, first, last + 2, words):
        return True
    verb = len(before) == 1 and before in words.stop and tokens.raw[first - 1].islower()
    labelled = before in words.labels and not verb  # A 7, RN 7; but elle a 7 ans
    if unit and not labelled:
        return False
    word = tokens.low[first]
    if after == "-" and tokens.at(last + 2) == "way":
        return True
    if not word[0].isdecimal():
        if labelled:
            return True  # número dos
        whole = tokens.at(last + 2 + (tokens.at(last + 2) == "of"))
        if after in words.share_links and (whole in words.cardinals or whole in ("10", "100")):
            return False  # one in five, one out of 10
        single = words.cardinals.get(word) == 1 and word in words.vague  # ein, um, een: articles as well
        if after in words.score_links and tokens.at(last + 2) in words.cardinals:
            return False  # one to four inches
        return first == last and (single or word in ("one", "un", "une", "eine", "ein", "uno", "una", "zero"))
    if (
        labelled
        or (before in _ADDRESS and tokens.glued(first))
        or (before in (".", ":") and tokens.at(first - 2) in words.labels)
    ):
        return True
    if first == last == 0 and after in (".", ")") and len(word) <= 2:
        return True
    if tokens.glued(first) and before not in ("(", "[", '"', "'", "-", "+", "/", "|") and not _money(before):
        return True
    if before == "-" and tokens.glued(first) and tokens.glued(first - 1) and not _score(tokens.at(first - 2), word):
        return True
    if last + 1 < len(tokens) and tokens.glued(last + 1) and (after[0].isalpha() or after in _ADDRESS or after == "]"):
        return True
    if before in ("[", "#", "n"):
        return True
    return (word[0] == "0" and len(word) > 1 and word[1].isdecimal()) or (
        len(word) >= 4 and tokens.at(last + 1).isdecimal()
    )
