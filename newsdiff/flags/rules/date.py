"""A calendar or clock expression differs: day, weekday, month, year, time, relative day."""

from collections.abc import Iterator, Mapping
from itertools import islice

from newsdiff.flags.cue_windows import alike
from newsdiff.flags.read.times.ages import AGE, follows_headline
from newsdiff.flags.read.times.spoken_clock import speaks_of
from newsdiff.flags.read.times.zones import zone
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, rule
from newsdiff.flags.sentence.correction_notes import found
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.flags.value_pairs import by_sentence, changes, sides, span, unmatched
from newsdiff.language.table import WordTable
from newsdiff.model import BlockKind, Flag, FlagKind, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_STAMP_CHARACTERS = 12  # between what makes a sentence a note and its date
_NEAR_DATES = 50  # dates of a sentence that may be one that gained or lost a part

_CUES = ("calendar", "figure", "relative", "near", "parts", "holidays", "numeral")
_LEAST, _NEAR = ">=", "~"  # bounds: at least, about
_CLAUSE_WORDS = 3  # of what makes a sentence a note and is no mere heading
_BEFORE_DATE: tuple[list[str], ...] = (["on"], ["at"], [])  # between a note's first words and its date
_ORDER_TOKENS = 3  # before a date in which stands whether something is before or after it
_AROUND_TOKENS = 5  # around a cue that its date may rest on


@rule
def date(comparison: Comparison) -> Iterator[Flag]:
    """Dates of which some part stands on one side of a passage only."""
    if comparison.words is None:
        return
    for passage in comparison.passages:
        before, after = sides(passage, comparison)
        if alike(before, after, _CUES, _AROUND_TOKENS, _AROUND_TOKENS):
            continue
        old = [v for s in before for v in comparison.read(s).dates]
        new = [v for s in after for v in comparison.read(s).dates]
        if not old and not new:
            continue
        from newsdiff.flags.forms.bare_figures import written_otherwise

        gone, came = unmatched(old, new, _parts)
        gone, came = _replaced(gone, came, comparison.words), _replaced(came, gone, comparison.words)
        gone, came = _of_other_hours(gone, came, comparison.words), _of_other_hours(came, gone, comparison.words)
        gone, came = written_otherwise(gone, after, new), written_otherwise(came, before, old)
        if passage.whole:
            came = [v for v in came if not comparison.said_before(v.span)]
        gone, came = ([v for v in side if not _of_a_note(v, passage, comparison)] for side in (gone, came))
        others = by_sentence((*old, *new))
        for a, b in changes(passage, gone, came):
            if not (a and b) and _describes(a or b, passage):
                continue
            a, b = a or _counterpart(b, others, passage), b or _counterpart(a, others, passage)
            severity, reason = _graded(a, b, comparison)
            yield Flag(
                FlagKind.DATE,
                severity,
                span(a),
                span(b),
                "",
                a.sentence.block if a else None,
                b.sentence.block if b else None,
                reason,
            )
        for pair in passage.pairs:
            if pair.old and pair.new:
                yield from _kept_date_flags(pair, comparison)


Turned = tuple[int, int, str]
"""Where a kept date begins on either side with what turns it, and what that is."""


def _describes(value: Value | None, passage: Passage) -> bool:
    """Whether a weekday but describes a noun that gave way to another with it: their Sunday best, their finest."""
    words = value.sentence.words if value else None
    if value is None or words is None or words.senses is None:
        return False
    sentence = value.sentence
    if not all(part.startswith("weekday") for part in value.parts):
        return False
    pair = _pair_of(sentence, passage)
    noun = sentence.tokens.raw[value.last + 1] if value.last + 1 < len(sentence.tokens) else ""
    if pair is None or not pair.old or not pair.new or not noun.islower() or not noun.isascii():
        return False
    noun_like = words.senses.may_be_noun(noun)
    led = noun_like and sentence.tokens.at(value.first - 1) in words.determiners
    return led and value.last + 1 in pair.alignment.changed[sentence is pair.new]


def _parts(value: Value) -> tuple[str, ...]:
    """The parts of a date, two years with a stroke as two: 2010/11, 2010-11."""
    if not any("/" in part for part in value.parts):
        return value.parts
    cut = ((part, *part.partition("/")[::2]) for part in value.parts)
    return tuple(p for part, head, tail in cut for p in ([head, f"{head[: -len(tail)]}{tail}"] if tail else [part]))


def _kept_date_flags(pair: Pair, comparison: Comparison) -> Iterator[Flag]:
    """Dates that both sides tell, and before, after or about which something is on one of them, or in another zone."""
    assert pair.old and pair.new and comparison.words
    looks = [look for look, may in _LOOKS if may(pair, comparison.words)]
    if not looks:
        return
    old, new = comparison.read(pair.old).dates, comparison.read(pair.new).dates
    if [v.parts for v in old] != [v.parts for v in new]:
        return
    for a, b in zip(old, new, strict=True):
        told = (look(a, b, pair, comparison.words) for look in looks)
        if turned := next(filter(None, told), None):
            i, j, why = turned
            before, after = a.sentence.tokens.span(i, a.last), b.sentence.tokens.span(j, b.last)
            yield Flag(FlagKind.DATE, Severity.MEDIUM, before, after, "", pair.old.block, pair.new.block, why)


def _in_zones(a: Value, b: Value, _: Pair, words: WordTable) -> Turned | None:
    """A kept time that both sides tell with a zone, and one with another: 18:40 GMT, 18:40 BST."""
    one, other = (zone(v.sentence.tokens, v.first, v.last, words) for v in (a, b))
    return (a.first, b.first, "the time zone differs") if one and other and one != other else None


def _ordered(a: Value, b: Value, pair: Pair, words: WordTable) -> Turned | None:
    """A kept date before which something was, and now is on or after it: by Friday, on Friday, after Friday."""
    one, other = (_order(v, touched, words) for v, touched in zip((a, b), pair.alignment.touched, strict=True))
    if not one or not other or one[1] == other[1] or "before" not in (one[1], other[1]):
        return None
    return one[0], other[0], f"from {one[1]} to {other[1]} it"


def _may_be_ordered(pair: Pair, words: WordTable) -> bool:
    """Whether both sides order something by a date, and none denies it more: not until Friday, on Friday."""
    assert pair.old and pair.new
    if any(words.date_order.keys().isdisjoint(s.bag) for s in (pair.old, pair.new)):
        return False
    return ("negators" in pair.old.hits) == ("negators" in pair.new.hits)


def _bounded(a: Value, b: Value, pair: Pair, _: WordTable) -> Turned | None:
    """A kept date to which a bound came, or from which one went: until at least 11 July, about 5.50am."""
    one, other = (_bound(v, touched) for v, touched in zip((a, b), pair.alignment.touched, strict=True))
    if (one is None) == (other is None):
        return None
    first = [v.first if i is None else i for v, i in ((a, one), (b, other))]
    return first[0], first[1], "a bound came" if one is None else "a bound went"


def _may_be_bounded(pair: Pair, _: WordTable) -> bool:
    """Whether a bound stands on a side."""
    return any("bounds" in s.hits for s in (pair.old, pair.new) if s)


def _bound(value: Value, touched: frozenset[int]) -> int | None:
    """Where a changed bound before a date begins; one that tells how near is of a time of the day (about 1984)."""
    timed = any(part.startswith("time") for part in value.parts)
    for first, past, name in value.sentence.hits.get("bounds", ()):
        if past == value.first and first in touched and (name == _LEAST or (name == _NEAR and timed)):
            return first
    return None


def _order(value: Value, touched: frozenset[int], words: WordTable) -> tuple[int, str] | None:
    """Where a changed word stands that tells whether something is before or after a date, and which of them."""
    low = value.sentence.tokens.low
    for i in range(value.first - 1, max(value.first - 1 - _ORDER_TOKENS, -1), -1):
        if low[i] in words.date_order:
            return (i, words.date_order[low[i]]) if i in touched else None
        if low[i] not in words.grammar:
            return None
    return None


def _replaced(values: list[Value], others: list[Value], words: WordTable) -> list[Value]:
    """Without the mornings and summers that have no other one in their place."""
    hours = {f"part {name}" for name in words.hours}
    if any(hours.issuperset(v.parts) for v in others):
        return values
    return [v for v in values if not hours.issuperset(v.parts)]


def _of_other_hours(values: list[Value], others: list[Value], words: WordTable) -> list[Value]:
    """Without the hours that may be the same as one on the other side, for only that tells the half of the day: six
    o'clock, 6pm.
    """
    return [v for v in values if not any(_may_be_one(v, o, words) or _may_be_one(o, v, words) for o in others)]


def _may_be_one(a: Value, b: Value, words: WordTable) -> bool:
    """Whether an hour without the half of its day, spoken or by the clock, is another one in the afternoon."""
    if len(a.parts) != len(b.parts) or not speaks_of(a.sentence.tokens.low[a.first : a.last + 1], words):
        return False
    halved = {part for x in a.parts for part in (x, twelve_later(x))}
    told = words.meridiem.keys() | words.day_halves.keys()
    return halved.issuperset(b.parts) and a.parts != b.parts and told.isdisjoint(a.sentence.tokens.low[a.first :])


def twelve_later(part: str) -> str:
    """A time twelve hours later; another part as it is."""
    kind, _, hour = part.partition(" ")
    return f"time {int(hour[:2]) + 12}{hour[2:]}" if kind == "time" and hour[:2].isdecimal() else part


def _of_a_note(value: Value, passage: Passage, comparison: Comparison) -> bool:
    """Whether a note that came with an edit is dated: amended on 9 May, (corrected at 16:40); what heads news
    (*Updated 16:40: two more are hurt*) dates them.
    """
    sentence, words = value.sentence, comparison.words
    if words is None or not comparison.noted(sentence):
        return False
    if words.senses is None and _stamps(value, passage, comparison):
        return True
    if passage.counterpart(sentence):
        return False
    label, dated = found(sentence, words) or "", sentence.tokens.start[value.first]
    end = sentence.text.find(label) + len(label)
    if sentence.tokens.low[0] in ("(", "[") and all(p.startswith("time") for p in value.parts):
        return True
    if sentence.tokens.low[0] in ("(", "[") and end > dated:
        return False  # (updated 27 May)
    if passage.whole or sentence.text[end:dated].split() not in _BEFORE_DATE:
        return False
    behind = sentence.text[sentence.tokens.start[value.last] :]
    noted = Sentence(behind.partition(":")[2].strip(), sentence.block, sentence.kind, words)
    return len(label.split()) >= _CLAUSE_WORDS or found(noted, words) is not None


def _stamps(value: Value, passage: Passage, comparison: Comparison) -> bool:
    """Whether a time but says when a note was made that stands in brackets, or where the other side has another note or
    the sentence without one; a note that came as a sentence of its own is dated.
    """
    sentence, words, other = value.sentence, comparison.words, passage.counterpart(value.sentence)
    assert words
    label = found(sentence, words) or ""
    if not all(p.startswith("time") for p in value.parts) or (other is None and label[:1] not in ("(", "[")):
        return False
    begins, at = sentence.text.find(label), sentence.tokens.start[value.first]
    if other is not None and label[:1] not in ("(", "[") and (begins or comparison.noted(other)):
        return False  # another note came, behind what was told: the time is that of news
    return begins <= at <= begins + len(label) + _STAMP_CHARACTERS


def _counterpart(value: Value | None, others: Mapping[int, list[Value]], passage: Passage) -> Value | None:
    """What stands on the other side of a pair where a value has but gained or lost a part (17 May, 17 May 2022), or
    in its place, where another sentence has the same (to March, from March to July).
    """
    if value is None:
        return None
    pair = _pair_of(value.sentence, passage)
    if pair and pair.old and pair.new and (there := _in_place(value, pair, others)):
        return there
    beside = islice(others.get(id(passage.counterpart(value.sentence)), ()), _NEAR_DATES)
    shared = (v for v in beside if set(v.parts) & set(value.parts))
    return next((v for v in shared if set(v.parts) < set(value.parts) or set(value.parts) < set(v.parts)), None)


def _pair_of(sentence: Sentence, passage: Passage) -> Pair | None:
    """The pair in which a sentence stands."""
    return next((p for p in passage.pairs if sentence in (p.old, p.new)), None)


def _in_place(value: Value, pair: Pair, others: Mapping[int, list[Value]]) -> Value | None:
    """The only value of the other side in the changed region in which one stands, if it is alone there, too."""
    side = value.sentence is pair.new
    mine = others.get(id(value.sentence), ())
    theirs = others.get(id(pair.old if side else pair.new), ())
    for region in pair.alignment.apart if len(mine) == len(theirs) else ():
        here, there = (
            [v for v in vs if v.first < r.stop and r.start <= v.last]
            for vs, r in ((mine, region[side]), (theirs, region[1 - side]))
        )
        if here == [value] and len(there) == 1 and _kinds(there[0]) & _kinds(value) and there[0].parts != value.parts:
            return there[0]
    return None


def _kinds(value: Value) -> set[str]:
    """What a date is made of: day, month, year."""
    return {part.partition(" ")[0] for part in value.parts}


def _graded(a: Value | None, b: Value | None, comparison: Comparison) -> tuple[Severity, str]:
    """Low for a shown date that follows the clock, high for the moved date of a past event, else medium."""
    some = b or a
    assert some is not None
    if some.sentence.kind is BlockKind.DATE and _follows(a, comparison.old_seen) and _follows(b, comparison.new_seen):
        return Severity.LOW, "the shown date follows the clock: each reading was made on the day it names"
    if follows_headline(some):
        return Severity.LOW, "how old the headline is, by the clock of its page"
    if not a or not b:
        return Severity.MEDIUM, "a date or time came" if b else "a date or time went"
    if _day(a) and _day(b) and comparison.words and _past(b, comparison.words):
        return Severity.HIGH, "the date of a past event moved"
    return Severity.MEDIUM, "a date or time differs"


def _follows(value: Value | None, seen: "datetime | None") -> bool:
    """Whether a shown date names the day of its reading, give or take the time zones."""
    if value is None or seen is None:
        return value is None and seen is not None
    from datetime import timedelta  # two files were read at no time that is known

    parts = set(value.parts)
    days = (seen + timedelta(days=d) for d in (0, -1, 1))
    return any({f"day {d.day}", f"month {d.month}"} <= parts for d in days) or any(p.startswith(AGE) for p in parts)


def _day(value: Value) -> bool:
    return any(p.startswith(("day", "weekday", "month", "year")) for p in value.parts)


def _past(value: Value, words: WordTable) -> bool:
    """Whether the sentence tells of the past: it has a verb in the past tense and none in the future."""
    low = value.sentence.bag
    future = any(words.modals.get(w) in ("will", "may", "should", "must") for w in low)
    return not future and bool(low & words.past or any(len(w) > 4 and w.endswith(words.past_endings) for w in low))


_LOOKS = (
    (_ordered, _may_be_ordered),
    (_in_zones, lambda _, words: bool(words.zones)),
    (_bounded, _may_be_bounded),
)
