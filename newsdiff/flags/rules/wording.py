"""Whatever else differs in words of substance: what no other flag covers."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsdiff.flags.read.offices import FOR
from newsdiff.flags.read.value import Value
from newsdiff.flags.registry import Comparison, closing
from newsdiff.flags.rules.date import twelve_later
from newsdiff.flags.rules.number import same_quantity
from newsdiff.flags.rules.whole import LEAST_WORDS
from newsdiff.flags.sentence.cues import cues
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.flags.sentence.substance import ChangedRun
from newsdiff.language.roman import roman_value
from newsdiff.language.table import WordTable
from newsdiff.language.telling_words import telling_words
from newsdiff.model import BlockKind, Flag, FlagKind, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newsdiff.flags.value_pairs import Spanned

_UNIT = 2  # letters of a unit of file sizes: KB, Mo
_FILE_TOKENS = 4  # between a file's size and what else is told of it
_FIRST_NAMES = 2  # that may stand before a family name
_BETWEEN = 4  # tokens between two changes that a reader is told as one
_MARKS = frozenset(",;:.")  # at the ends of what a reader is told
_NOTE_MARKS, _NOTE_DIGITS = frozenset("[("), 2  # before the number of a note, of so many digits at most
_SIGN = "#"  # before the number of a sign in markup: &#8220;
_NOT_TOLD = frozenset((BlockKind.BYLINE, BlockKind.DATE, BlockKind.CORRECTION))
_NOT_QUOTED = frozenset((FlagKind.HEADLINE, FlagKind.MOVED, FlagKind.BYLINE, FlagKind.PUBLISHED))


@closing
def wording(comparison: Comparison, found: Sequence[Flag]) -> Iterator[Flag]:
    """The words of substance that changed in kept sentences and stand in no flag."""
    told: dict[tuple[int, int | None], set[str]] = {}
    for flag in found:
        if flag.kind not in _NOT_QUOTED:
            told.setdefault((0, flag.old_block), set()).add(flag.old)
            told.setdefault((1, flag.new_block), set()).add(flag.new)
    for passage in comparison.passages:
        for pair in () if passage.whole else passage.pairs:
            if pair.old and pair.new:
                yield from _pair_flags(pair, passage, told, comparison)
            else:
                yield from _slight(pair, passage)


def _pair_flags(
    pair: Pair, passage: Passage, told: Mapping[tuple[int, int | None], set[str]], comparison: Comparison
) -> Iterator[Flag]:
    assert pair.old and pair.new
    gone, came = pair.alignment.changed
    if len(passage.pairs) > 1:  # what merely went to another sentence is kept
        gone, came = _fresh_tokens(gone, pair.old, passage, 0), _fresh_tokens(came, pair.new, passage, 1)
    gone, came = (places | _unread_figures(pair, side, comparison) for side, places in enumerate((gone, came)))
    gone, came = passage.marked(pair.old, 0, gone), passage.marked(pair.new, 1, came)
    if not gone and not came:
        return
    quoted = _quoted(pair.old, told.get((0, pair.old.block), ())), _quoted(pair.new, told.get((1, pair.new.block), ()))
    gone, came = gone - quoted[0], came - quoted[1]
    if not gone and not came:
        return  # mostly: of what is left the values are read
    idle = _explained(pair, comparison, (gone, came))
    gone, came = gone - idle[0], came - idle[1]
    if not gone and not came:
        return
    sides = (pair.old, pair.new)
    touched = [passage.marked(s, side, pair.alignment.touched[side]) for side, s in enumerate(sides)]
    beside = [
        passage.marked(s, side, touched[side] | _other_forms(s, sides[1 - side])) - quoted[side]
        for side, s in enumerate(sides)
    ]
    for region in _grouped(pair.alignment.regions):
        if not gone.isdisjoint(region.old) or not came.isdisjoint(region.new):
            spans = (_span(s, region[side], touched[side], beside[side]) for side, s in enumerate(sides))
            yield _flag(pair, *spans)


def _flag(pair: Pair, old: str, new: str) -> Flag:
    reason = "other words" if old and new else "words came" if new else "words went"
    before, after = (s.block if s else None for s in (pair.old, pair.new))
    return Flag(FlagKind.WORDING, Severity.LOW, old, new, "", before, after, reason)


def _slight(pair: Pair, passage: Passage) -> Iterator[Flag]:
    """Sentences of a headline, and such of a word or two, that came or went: no other rule tells them."""
    alone = pair.old or pair.new
    if alone is None or not (
        alone.kind is BlockKind.HEADLINE or (alone.kind not in _NOT_TOLD and len(alone.bag) < LEAST_WORDS)
    ):
        return
    side = 0 if pair.old else 1
    if any(passage.is_fresh(w, side) for w in alone.bag if len(w) > 2):
        yield _flag(pair, pair.old.text if pair.old else "", pair.new.text if pair.new else "")


def _grouped(regions: Sequence[ChangedRun]) -> Iterator[ChangedRun]:
    """Regions, those as one between which only a word or two stand."""
    last: ChangedRun | None = None
    for region in regions:
        if last and region.old.start - last.old.stop <= _BETWEEN and region.new.start - last.new.stop <= _BETWEEN:
            last = ChangedRun(range(last.old.start, region.old.stop), range(last.new.start, region.new.stop))
        else:
            if last:
                yield last
            last = region
    if last:
        yield last


def _unread_figures(pair: Pair, side: int, comparison: Comparison) -> frozenset[int]:
    """The figures of one side that no rule reads as a number or a date, where the other side has other ones instead:
    a telephone number, a room, a paragraph; not the number of a list or a note, and no line about a file.
    """
    assert pair.old and pair.new
    sentence, other = (pair.new, pair.old) if side else (pair.old, pair.new)
    raw = sentence.tokens.raw
    if not any(raw[i][0].isdecimal() for i in pair.alignment.touched[side]):
        return frozenset()  # mostly
    there = frozenset(other.tokens.raw)
    digits = ((r, _digits(pair.old, r.old), _digits(pair.new, r.new)) for r in pair.alignment.apart)
    figures = [
        i
        for region, before, after in digits
        if before and after and before != after
        for i in region[side]
        if i and raw[i][0].isdecimal() and raw[i] not in there and not _is_apart(sentence, i)
    ]
    if not figures:
        return frozenset()
    mine = comparison.read(sentence) if comparison.words else None
    values: list[Spanned] = [*mine.quantities, *mine.dates] if mine else []
    read = {i for value in values for i in range(value.first, value.last + 1)}
    return frozenset(figures) - read - sentence.tokens.links - pair.alignment.substance.formal[side]


def _is_apart(sentence: Sentence, i: int) -> bool:
    """Whether a figure says nothing of the story: the number of a note or a sign, what stands by 224 KB."""
    before, near = sentence.tokens.raw[i - 1], sentence.tokens.low[max(0, i - _FILE_TOKENS) : i + _FILE_TOKENS + 1]
    noted = before == _SIGN or (before in _NOTE_MARKS and len(sentence.tokens.raw[i]) <= _NOTE_DIGITS)
    sizes = sentence.words.sizes if sentence.words else frozenset()
    return noted or any(len(w) == _UNIT and w in sizes for w in near)


def _digits(sentence: Sentence, places: range) -> str:
    """The digits of some places, of words with letters among them and Roman ones, too: KQ412, III."""
    written = (str(roman_value(raw) or raw) for i in places if (raw := sentence.tokens.raw[i]))
    return "".join([c for word in written for c in word if c.isdecimal()])


def _fresh_tokens(places: frozenset[int], sentence: Sentence, passage: Passage, side: int) -> frozenset[int]:
    return frozenset([i for i in places if passage.is_fresh(sentence.tokens.low[i], side)])


def _explained(
    pair: Pair, comparison: Comparison, doubtful: tuple[frozenset[int], frozenset[int]]
) -> tuple[set[int], set[int]]:
    """Of some changed tokens of either side at least those that rules of their own have judged: what differs in them
    is form.
    """
    assert pair.old and pair.new
    words = comparison.words
    if words is None:
        return set(), set()
    found: tuple[set[int], set[int]] = set(), set()
    for side, sentence in enumerate((pair.old, pair.new)):
        if doubtful[side]:
            found[side].update(sentence.tokens.links)
            for value in _told_elsewhere(pair, side, words, comparison):
                found[side].update(range(value.first, value.last + 1))
            found[side].update(_bare_figures(pair, side, doubtful[side], comparison))
            found[side].update(_first_names(pair, side, doubtful[side], comparison))
    for phrases in ("negators", "modals", "sayings", "bounds"):
        if phrases not in pair.old.hits and phrases not in pair.new.hits:
            continue
        old, new = cues(pair.old, phrases), cues(pair.new, phrases)
        counts, others = Counter(c.name for c in old), Counter(c.name for c in new)
        same = {name for name, count in counts.items() if others[name] == count}
        turned = phrases == "negators" and old and new and len(old) % 2 == len(new) % 2
        for side, cue in [*((0, c) for c in old), *((1, c) for c in new)]:
            if cue.name in same or turned:
                found[side].update(range(cue.first, cue.last + 1))
    return found


def _told_elsewhere(pair: Pair, side: int, words: WordTable, comparison: Comparison) -> Iterator["Spanned"]:
    """The dates, titles and numbers of a side that the other side has as well, perhaps in another form."""
    assert pair.old and pair.new
    mine, other = (comparison.read(s) for s in ((pair.new, pair.old) if side else (pair.old, pair.new)))
    if mine.dates and other.dates:
        kept = {part for d in other.dates for part in d.parts}
        kept |= set(map(twelve_later, kept))  # by 3 o'clock, by 3pm: dates themselves are told by their rule
        kept -= {part for d in (*mine.dates, *other.dates) for part in d.parts if _of_a_people(d, words)}
        yield from (d for d in mine.dates if kept.issuperset(d.parts) or kept.issuperset(map(twelve_later, d.parts)))
    if mine.titles:
        parts = words.courtesies.union(*(t.parts for t in other.titles))
        said = {words.namesakes.get(w, w) for w in (pair.old if side else pair.new).bag}  # for Wales, Welsh
        called = (t for t in mine.titles if t.called <= parts)
        yield from (t for t in called if said.issuperset(_charge(p, words) for p in t.charges - parts))
    if mine.quantities and other.quantities:
        there = pair.alignment.touched[1 - side]  # a number that stayed is none that another became
        changed_too = [r for r in other.quantities if not there.isdisjoint(range(r.first, r.last + 1))]
        here = pair.alignment.touched[side]  # of one that has but gained its unit the figure stayed
        for q in mine.quantities:
            others = changed_too if q.first in here and q.last in here else other.quantities
            if any(same_quantity(words, q, r) for r in others):
                yield q._replace(last=q.last + (q.sentence.tokens.at(q.last + 1) in words.aged))


def _charge(part: str, words: WordTable) -> str:
    """What the part of a title says that the office is for, as places and their peoples are called alike."""
    charge = part.removeprefix(FOR)
    return words.namesakes.get(charge, charge)


def _bare_figures(pair: Pair, side: int, doubtful: frozenset[int], comparison: Comparison) -> Iterator[int]:
    """The doubtful tokens of times and decades that one of the sides writes as a bare figure or word: 9.15, sixties."""
    assert pair.old and pair.new
    sentence, other = (pair.new, pair.old) if side else (pair.old, pair.new)
    mine, theirs = comparison.read(sentence).dates, comparison.read(other).dates
    if not mine and not theirs:
        return
    from newsdiff.flags.forms.bare_figures import is_written_in

    for date in mine:
        here = doubtful.intersection(range(date.first, date.last + 1))
        if here and is_written_in(date, other, range(len(other.tokens))):
            yield from here
    for date in theirs:
        yield from (i for i in doubtful if is_written_in(date, sentence, (i,)))


def _first_names(pair: Pair, side: int, doubtful: frozenset[int], comparison: Comparison) -> Iterator[int]:
    """The tokens of first names that came to, or went from, a name that stays, where some of them are doubtful."""
    sentence, changed = (pair.new if side else pair.old), pair.alignment.changed[side]
    assert sentence
    near = sorted(doubtful) if _may_begin_names(sentence, changed) else ()
    for name in comparison.read(sentence).names_near(near):
        parted = "-" in sentence.tokens.low[name.first : name.last]  # Washington-Beijing
        if name.last not in changed and name.first in changed and name.last - name.first <= _FIRST_NAMES and not parted:
            yield from range(name.first, name.last)


def _of_a_people(date: Value, words: WordTable) -> bool:
    """Whether a holiday is called after a people: Chinese New Year; it has another name without."""
    low = date.sentence.tokens.low[date.first : date.last + 1]
    return date.parts[0].startswith("holiday") and any(w in words.demonyms for w in low)


def _may_begin_names(sentence: Sentence, changed: frozenset[int]) -> bool:
    """Whether near behind a changed word with a capital stands a kept one."""
    raw = sentence.tokens.raw
    openings = (i for i in changed if raw[i][0].isupper())
    near = (j for i in openings for j in range(i + 1, min(i + 1 + _FIRST_NAMES, len(raw))) if j not in changed)
    return any(raw[j][0].isupper() for j in near)


def _quoted(sentence: Sentence, spans: Iterable[str]) -> set[int]:
    """The tokens that stand in one of some spans."""
    found: set[int] = set()
    tokens = sentence.tokens
    for span in {s.removesuffix("…").strip() for s in spans if s}:
        at = tokens.text.find(span)
        while at >= 0:
            found.update(range(bisect_left(tokens.start, at), bisect_left(tokens.start, at + len(span))))
            at = tokens.text.find(span, at + 1)
        if tokens.text in span:
            found.update(range(len(tokens)))
    return found


def _other_forms(sentence: Sentence, other: Sentence) -> frozenset[int]:
    """The tokens that the other side has not so, be it in another form."""
    there = frozenset(other.tokens.low)
    return frozenset([i for i, word in enumerate(sentence.tokens.low) if word not in there])


def _span(sentence: Sentence, places: range, touched: frozenset[int], beside: frozenset[int]) -> str:
    """The text from the first changed word of some places to the last, both whole, with what else differs and stands
    beside them, with a kept word between at most: a word that moved or has another form belongs to the same change.
    """
    changed = [i for i in places if i in touched and sentence.tokens.raw[i][0].isalnum()]
    if not changed:
        return ""
    first, last = changed[0], changed[-1]
    while first - 1 in beside or _over_a_word(sentence, first - 1, first - 2, beside):
        first -= 1 if first - 1 in beside else 2
    while last + 1 in beside or _over_a_word(sentence, last + 1, last + 2, beside):
        last += 1 if last + 1 in beside else 2
    told = [i for i in range(first, last + 1) if sentence.tokens.raw[i] not in _MARKS]
    glued = sentence.glued if told[0] == 0 else ""
    return glued + sentence.tokens.whole_words(told[0], told[-1])


def _over_a_word(sentence: Sentence, kept: int, far: int, beside: frozenset[int]) -> bool:
    """Whether behind one kept word stands one of substance that moved or has another form: (prices) below zero."""
    raw, low = sentence.tokens.raw, sentence.tokens.low
    return far in beside and raw[kept][0].isalnum() and telling_words(sentence.words)[low[far]]
