"""Times and decades that one side writes so that alone they might be mere numbers: 4.30, 07.52, the Sixties."""

from collections.abc import Iterable, Mapping, Sequence

from newsdiff.flags.read.times.old_years import CENTURY
from newsdiff.flags.read.value import Value
from newsdiff.flags.sentence.passages import Sentence
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.text.lazy_pattern import lazy_pattern

_CLOCK = lazy_pattern(r"([01]?\d(?=[.:])|[01]\d|2[0-4])[.:]?([0-5]\d)")  # 7.30, 0730
_PARTS = 2  # of a decade: the late sixties
_NEAR = 3  # tokens before a decade in which its part stands: late ' 60 s
_HALF_DAY = 12  # hours


def written_otherwise(values: list[Value], others: Sequence[Sentence], dates: Sequence[Value]) -> list[Value]:
    """The dates but those that stand among the other side's words as a bare figure or decade, in none of its dates."""
    if not any(map(_may_be_bare, values)):
        return values
    told = {(id(d.sentence), i) for d in dates for i in range(d.first, d.last + 1)}
    bare = [(s, [i for i in range(len(s.tokens)) if (id(s), i) not in told]) for s in others]
    return [v for v in values if not any(is_written_in(v, s, places) for s, places in bare)]


def _may_be_bare(date: Value) -> bool:
    """Whether a date is a time, or a decade."""
    kind = date.parts[-1].partition(" ")[0] if len(date.parts) <= _PARTS else ""
    return kind == "time" or (kind == "year" and date.sentence.tokens.at(date.last) == "s")


def is_written_in(date: Value, sentence: Sentence, places: Iterable[int]) -> bool:
    """Whether one of some tokens is a date: a time without its half of the day, a decade in a word, and its part."""
    kind, _, told = date.parts[-1].partition(" ") if len(date.parts) <= _PARTS else ("", "", "")
    if kind == "time":
        return len(date.parts) == 1 and any(_is_time(told, sentence.tokens.low[i]) for i in places)
    decades = sentence.words.decades if sentence.words else {}
    if kind != "year" or not decades or date.sentence.tokens.at(date.last) != "s":
        return False
    part = date.parts[0].partition(" ")[2] if len(date.parts) > 1 else ""
    return any(
        f"{CENTURY}{_decade(sentence.tokens, i, decades)}" == told and _is_of(part, sentence.tokens, i) for i in places
    )


def _is_of(part: str, tokens: Tokens, i: int) -> bool:
    """Whether a part of a decade stands before it: the late sixties."""
    return not part or part in tokens.low[max(0, i - _NEAR) : i]


def _decade(tokens: Tokens, i: int, decades: Mapping[str, float]) -> str:
    """The two figures of a decade, in a word or in figures: sixties, '60s."""
    low = tokens.low[i]
    cut = low.isdecimal() and tokens.at(i + 1) == "s" and tokens.glued(i + 1)
    return low if cut else str(decades.get(low, ""))


def _is_time(told: str, word: str) -> bool:
    """Whether a word is a time, in whichever half of the day."""
    written = _CLOCK.fullmatch(word)
    hour, _, minutes = told.partition(":")
    if written is None or not hour.isdecimal():
        return False
    return int(written[1]) % _HALF_DAY == int(hour) % _HALF_DAY and written[2] == minutes
