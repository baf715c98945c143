"""A quantity differs: value, unit, scale or bound."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from newsdiff.flags.cue_windows import counts_alike
from newsdiff.flags.read.casualties import counts_casualties
from newsdiff.flags.read.counts.counted_words import is_noun
from newsdiff.flags.read.counts.telling_ranks import without_lone_ranks, without_said_as_ranks
from newsdiff.flags.read.quantities import SCORE, SEVERAL, Quantity
from newsdiff.flags.read.subject import counted
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.passages import Passage, Sentence
from newsdiff.flags.sentence.word_forms import MOST_ROMAN, mixed_up, near
from newsdiff.flags.value_pairs import changes, kept_first, sides, unmatched
from newsdiff.language.roman import roman_value
from newsdiff.language.table import WordTable
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.text.lazy_pattern import lazy_pattern

_FIGURE = lazy_pattern(r"[-\u2212]?\d+(?:[.,]\d+)*")
_MILLION = 1e6
_LASTING = frozenset(("minute", "hour", "day", "week", "month", "year"))
_LOSS_TOKENS = 5  # before a score in which stands that somebody lost
_HIGH_RATIO = 1.5  # from this ratio on a change is high


@rule
def number(comparison: Comparison) -> Iterator[Flag]:
    """Quantities that stand on one side of a passage only."""
    if comparison.words is None:
        yield from _figures(comparison)
        return
    key = partial(_key, comparison.words)
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        if counts_alike(before, after):
            continue
        old = [q for s in before for q in comparison.read(s).quantities]
        new = [q for s in after for q in comparison.read(s).quantities]
        gone, came = unmatched(kept_first(old, passage, 0), kept_first(new, passage, 1), lambda q: (key(q),))
        gone, came = without_said_as_ranks(gone, came), without_said_as_ranks(came, gone)
        gone, came = without_lone_ranks(gone, came), without_lone_ranks(came, gone)
        gone, came = _counting(gone, came), _counting(came, gone)
        gone, came = _without_codes(gone, after), _without_codes(came, before)
        gone, came = _without_dates(gone, after, comparison), _without_dates(came, before, comparison)
        if passage.whole:
            came = [q for q in came if not comparison.said_before(q.span)]
        for a, b in changes(passage, gone, came):
            if not (_either_way(a, b) if a and b else _tells_nothing(a or b, passage, comparison)):
                yield _flag(a, b)


def _tells_nothing(q: Quantity | None, passage: Passage, comparison: Comparison) -> bool:
    """Whether a quantity that came or went alone is no fact of its own: it counts who speaks, those whom the other side
    names as well, or what a thing is made of.
    """
    if q is None or _counts_speakers(q, comparison):
        return True
    other = passage.counterpart(q.sentence)
    return other is not None and (
        _counts_known(q, other) or _told_by_a_noun(q, other) or _made_of(q) or _misspelt_there(q, other)
    )


def _counts_known(q: Quantity, other: Sentence) -> bool:
    """Whether a small number in words counts people whom the other side names without it: the two sisters."""
    low, words = q.sentence.tokens.low, q.sentence.words
    if words is None or q.unit or q.bound or q.first != q.last or q.value not in (2, 3) or low[q.first].isdecimal():
        return False
    before, noun = q.sentence.tokens.at(q.first - 1), q.sentence.tokens.at(q.last + 1)
    if q.value == 2 and not ((words.pairs | words.both) & other.bag).issubset(q.sentence.bag):
        return True  # the two men, the pair, both men
    people = words.senses is not None and noun.isascii() and words.senses.person(noun)
    known = people and before in words.determiners and before not in words.vague
    theirs = other.tokens.low
    return known and any(w == noun and i and theirs[i - 1] in words.determiners for i, w in enumerate(theirs))


def _misspelt_there(q: Quantity, other: Sentence) -> bool:
    """Whether the other side has a number word in its place with a slip of the pen: two hours, tow hours."""
    mine, theirs, words = q.sentence.tokens, other.tokens, q.sentence.words
    i = next((i for i in range(q.first, q.last + 1) if mine.low[i].isalpha() and mine.at(i + 1) != "-"), -1)
    if words is None or i < 0 or (q.bound and q.bound != SEVERAL):
        return False
    word, beside = mine.low[i], (mine.at(i - 1), mine.at(i + 1))
    slips = (
        w for j, w in enumerate(theirs.low) if _slipped(w, word) and (theirs.at(j - 1), theirs.at(j + 1)) == beside
    )
    known = words.senses.known if words.senses else words.common.__contains__
    return any(sorted(w) == sorted(word) or not known(w) for w in slips if w != word and w not in words.cardinals)


def _slipped(a: str, b: str) -> bool:
    """Whether two words differ by one letter, or have the same letters."""
    return near(a, b) or sorted(a) == sorted(b)


def _told_by_a_noun(q: Quantity, other: Sentence) -> bool:
    """Whether the other side tells a small number by a noun for so many, or an article before the same unit: three
    singers, the trio; more than one month, more than a month.
    """
    words, low = q.sentence.words, other.tokens.low
    if words is None:
        return False
    if not q.unit and not q.bound and any(words.headcounts.get(w) == q.value for w in low):
        return True
    if not q.unit:
        return False
    if q.value != 1:
        return not q.bound and _told_by_one(q, other, words)
    mine, one = q.sentence.tokens.low[q.first : q.last + 1], words.articles | words.vague
    here = [w if words.cardinals.get(w) != 1 else "" for w in mine]
    there = [w if w not in one else "" for w in low]
    return any(there[i : i + len(here)] == here for i in range(len(there) - len(here) + 1))


def _told_by_one(q: Quantity, other: Sentence, words: WordTable) -> bool:
    """Whether the other side tells a measure by an article before a larger unit: 24 hours, a day."""
    led = (i for i, w in enumerate(other.tokens.low[:-1]) if w in words.vague)
    units = (words.units.get(other.tokens.low[i + 1], "") for i in led)
    return any(_sized(words, q.value, q.unit) == _sized(words, 1, unit) for unit in units if unit)


def _made_of(q: Quantity) -> bool:
    """Whether a number in words is half of what a thing is like, and measures nothing: a two-storey house."""
    tokens = q.sentence.tokens
    joined = tokens.at(q.last + 1) == "-" and tokens.glued(q.last + 1) and tokens.glued(q.last + 2)
    return (
        joined
        and not q.unit
        and q.first == q.last
        and tokens.low[q.first].isalpha()
        and tokens.at(q.last + 2).isalpha()
    )


def _counting(values: list[Quantity], others: list[Quantity]) -> list[Quantity]:
    """Without the articles before a unit that have no number of it in their place: un anno, um centavo, un point."""
    units = {q.unit for q in others}
    lasting = any(_article(q) and q.unit in _LASTING for q in others)  # un an, une semaine
    return [q for q in values if q.unit in units or not _article(q) or (lasting and q.unit in _LASTING)]


def _article(q: Quantity) -> bool:
    """Whether a quantity is but an article and a unit."""
    words, word = q.sentence.words, q.sentence.tokens.low[q.first]
    return words is not None and q.value == 1 and word in words.vague and word in words.cardinals and not q.bound


def _without_codes(values: list[Quantity], others: Sequence[Sentence]) -> list[Quantity]:
    """Without the figures that the other side writes as one word with the letters before them: MH 208, MH208."""
    coded = ((q, _code(q)) for q in values if not _none_there(q, others))
    kept = [q for q, code in coded if not code or not any(code in s.bag for s in others)]
    return [q for q in kept if not _spelled_there(q, others) and not any(_roman_there(q, s) for s in others)]


def _none_there(q: Quantity, others: Sequence[Sentence]) -> bool:
    """Whether a figure is zero, and the other side says so in a word: below 0%, below zero."""
    words = q.sentence.words
    return words is not None and not q.value and any(words.nought & s.bag - q.sentence.bag for s in others)


def _roman_there(q: Quantity, other: Sentence) -> bool:
    """Whether the other side has a number behind a word in Roman figures: World War Two, World War II."""
    tokens, words = q.sentence.tokens, other.words
    head, there = tokens.at(q.first - 1 - (tokens.at(q.first - 1) == "-")), other.tokens
    if words is None or q.first != q.last or q.unit or not head.isalpha() or not 0 < q.value <= MOST_ROMAN:
        return False
    behind = (there.raw[i + 1] for i, low in enumerate(there.low[:-1]) if low == head)
    return any(roman_value(raw) == q.value for raw in behind)


def _without_dates(values: list[Quantity], others: Sequence[Sentence], comparison: Comparison) -> list[Quantity]:
    """Without the figures that the other side writes as a time or a decade: about 4.30, half past four."""
    if not values:
        return values
    dates = [d for s in others for d in comparison.read(s).dates]
    if not dates:
        return values
    from newsdiff.flags.forms.bare_figures import is_written_in

    return [q for q in values if not any(is_written_in(d, q.sentence, range(q.first, q.last + 1)) for d in dates)]


def _spelled_there(q: Quantity, others: Sequence[Sentence]) -> bool:
    """Whether the other side has a figure of one in words, or a figure with its noun as one word: 1 in 3, one in
    three; 5-köpfig, fünfköpfig.
    """
    tokens, words = q.sentence.tokens, q.sentence.words
    if words is None or q.unit or not tokens.low[q.last][0].isdecimal():
        return False
    if q.value == 1 and q.first == q.last:
        return any(words.cardinals.get(w) == 1 for s in others for w in s.bag)
    rest = tokens.at(q.last + 2) if tokens.at(q.last + 1) == "-" and tokens.glued(q.last + 1) else ""
    if not rest.isalpha():
        return False
    return any(w.endswith(rest) and words.cardinals.get(w.removesuffix(rest)) == q.value for s in others for w in s.bag)


def _code(q: Quantity) -> str:
    """The letters in capitals before a figure, and the figure; nothing where there are none."""
    tokens = q.sentence.tokens
    lettered = q.first and tokens.raw[q.first - 1].isupper() and tokens.low[q.first].isdecimal()
    return tokens.low[q.first - 1] + tokens.low[q.first] if lettered else ""


def _figures(comparison: Comparison) -> Iterator[Flag]:
    """In a language without a word table: figures that stand on one side of a passage only."""
    for passage in comparison.passages:
        if passage.whole:
            continue
        hunk = passage.hunk
        old, new = _FIGURE.findall(hunk.old_text), _FIGURE.findall(hunk.new_text)
        gone, came = Counter(old) - Counter(new), Counter(new) - Counter(old)
        if gone or came:
            yield Flag(
                FlagKind.NUMBER,
                Severity.MEDIUM,
                ", ".join(gone),
                ", ".join(came),
                "",
                hunk.old_index,
                hunk.new_index,
                "the figures differ",
            )


def _flag(a: Quantity | None, b: Quantity | None) -> Flag:
    some = b or a
    assert some is not None
    ratio, toll = _ratio(a.value, b.value) if a and b and a.unit == b.unit else 1.0, _is_toll(a, b)
    return Flag(
        FlagKind.NUMBER,
        Severity.HIGH if ratio > _HIGH_RATIO or toll else Severity.MEDIUM,
        a.span if a else "",
        b.span if b else "",
        counted(some),
        a.sentence.block if a else None,
        b.sentence.block if b else None,
        _reason(a, b, ratio, toll=toll),
    )


def _is_toll(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether other numbers of dead or hurt are told: each of them is a person, whatever the ratio."""
    return bool(a and b and a.value != b.value and counts_casualties(a) and counts_casualties(b))


def _reason(a: Quantity | None, b: Quantity | None, ratio: float, *, toll: bool) -> str:
    if a and b and a.unit == b.unit == SCORE:
        return "the score differs"
    if not a or not b:
        return "a quantity came" if b else "a quantity went"
    if a.value == b.value:
        return "the unit differs" if a.unit != b.unit else "the bound differs"
    if toll:
        return "the number of dead, hurt or missing differs"
    return f"the quantity differs by a factor of {ratio:.3g}" if 1.0 < ratio < float("inf") else "the quantity differs"


def _key(words: WordTable, q: Quantity) -> tuple[float, str, str]:
    """What a quantity says, in the smallest unit of its kind: a quarter is 25 %, a day is 24 hours."""
    if not q.unit and 0 < q.value < 1:
        return round(100 * q.value, 4), "%", q.bound
    return *_sized(words, q.value, q.unit), q.bound


def _sized(words: WordTable, value: float, unit: str) -> tuple[float, str]:
    """A measure in the smallest unit of its kind."""
    times, base = words.bases.get(unit, (1, unit))
    return round(value * times, 6), base


def _counts_speakers(q: Quantity | None, comparison: Comparison) -> bool:
    """Whether a quantity that came or went alone but counts who speaks: according to two drivers."""
    if q is None or 0 < q.value < 1 or q.unit == "%":
        return False
    read = comparison.read(q.sentence)
    speakers = (s.agent for s in read.sources if q.last in s.agent)
    return any(sum(v.last in agent for v in read.quantities) == 1 for agent in speakers)  # not nine in ten teachers


def _either_way(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities may say the same: 150m is 150 metres or 150 million, 5 degrees are of either scale."""
    if a.unit == b.unit == SCORE and (int(a.value), a.bound) == (int(b.bound), str(int(b.value))):
        return _of_a_loss(a) and _of_a_loss(b)
    if a.bound != b.bound:
        return a[3:5] == b[3:5] and (_misspelt_bound(a, b) or _misspelt_bound(b, a))
    for one, other in ((a, b), (b, a)):
        if other.unit == "metre" and one.unit == "" and one.value == other.value * _MILLION and one.span[-1:] == "m":
            return True
        if one.unit == "" and one.value == other.value and _unit_apart(one) == other.unit != "":
            return True
        if one.unit == "" and other.unit == "year" and one.value == other.value and (_is_age(one) or _says_age(other)):
            words = other.sentence.words
            return words is None or not is_noun(one.sentence.tokens.at(one.last + 1), words)
        if (one.unit, other.unit) == ("pound", "sterling") and one.value == other.value and "£" not in other.span:
            return True  # 40 lbs, 40 pounds
        if one.unit == "degree" and other.unit in ("celsius", "fahrenheit") and one.value == other.value:
            return True
    return False


def _unit_apart(q: Quantity) -> str:
    """The unit that a letter apart from a figure may be: 200 g of butter."""
    words, letter = q.sentence.words, q.sentence.tokens.at(q.last + 1)
    return words.units.get(letter, "") if words and len(letter) == 1 and letter.isalpha() else ""


def _of_a_loss(score: Quantity) -> bool:
    """Whether a score is of a game that somebody lost, as both its orders may tell: lost 0-2, lost 2-0."""
    words, tokens = score.sentence.words, score.sentence.tokens
    near = tokens.low[max(0, score.first - _LOSS_TOKENS) : score.last + 2]
    return words is not None and not words.losses.isdisjoint(near)


def same_quantity(words: WordTable, a: Quantity, b: Quantity) -> bool:
    """Whether two quantities say the same, or may."""
    return _key(words, a) == _key(words, b) or _either_way(a, b)


def _misspelt_bound(bounded: Quantity, other: Quantity) -> bool:
    """Whether the other side has a quantity's bound as well, with a slip of the pen: up to 40, tp to 40."""
    words = other.sentence.words
    mine, theirs = bounded.sentence.tokens.low, other.sentence.tokens.low
    length = other.last - other.first
    start = bounded.last - length - bounded.first
    bound, near = mine[bounded.first : bounded.first + start], theirs[max(0, other.first - start) : other.first]
    if not start or other.bound or len(near) != start or words is None:
        return False
    slips = [(x, y) for x, y in zip(bound, near, strict=True) if x != y]
    if len(slips) != 1:
        return False
    return mixed_up(*slips[0], words) or (slips[0][1] not in words.common and _one_letter(*slips[0]))


def _one_letter(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _is_age(q: Quantity) -> bool:
    """Whether a number stands behind a name as an age does: Ann Lee, 17; the girl, aged 9."""
    tokens, words = q.sentence.tokens, q.sentence.words
    led = tokens.at(q.first - 1) == "," or (words is not None and tokens.at(q.first - 1) in words.aged)
    return led and tokens.at(q.last + 1) in (",", ".", "", ";", ")")


def _says_age(q: Quantity) -> bool:
    """Whether a number of years is an age: 45 years old, nine-year-old."""
    words, tokens = q.sentence.words, q.sentence.tokens
    return words is not None and not words.aged.isdisjoint((tokens.low[q.last], tokens.at(q.last + 1)))


def _ratio(a: float, b: float) -> float:
    small, large = sorted((abs(a), abs(b)))
    return large / small if small else float("inf")
