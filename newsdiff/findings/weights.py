"""How much a finding matters: one table, with a reason for each figure, and how place and repetition move it.

The figures order, nothing else: a note of correction stands above all, then facts in kept statements, then what was
deleted, then what was added, then what only moved. They follow what a fact-checker asks first: is it another event,
who, how many, when, who said it.
"""

from collections.abc import Sequence

from newsdiff.model import Flag, FlagKind, Place, Severity
from newsdiff.named_tuple import NamedTuple


class Weight(NamedTuple):
    """What a flag of a kind weighs in a kept statement, and why."""

    points: float
    reason: str


class Texts:
    """Both texts, where a name or a passage may stand once more; asked for more than so many, they hold none."""

    def __init__(self, old: str, new: str) -> None:
        self._sides = old, new
        self._left = _MOST_LOOKED_FOR

    def hold(self, span: str, *, new: bool) -> bool:
        """Whether the new text, or the old one, has these words."""
        self._left -= 1
        return self._left >= 0 and span in self._sides[new]


WEIGHTS: dict[FlagKind, Weight] = {
    FlagKind.CORRECTION: Weight(100, "the publisher itself says that the text was wrong"),
    FlagKind.EVENT: Weight(82, "something else happened"),
    FlagKind.NEGATION: Weight(78, "the statement says the opposite"),
    FlagKind.TITLE: Weight(70, "who somebody is, or was"),
    FlagKind.NUMBER: Weight(68, "how many, how much"),
    FlagKind.NAME: Weight(66, "who, where"),
    FlagKind.QUOTE: Weight(64, "words that somebody is made to have said"),
    FlagKind.DATE: Weight(62, "when"),
    FlagKind.ATTRIBUTION: Weight(60, "who stands behind the statement"),
    FlagKind.PUBLISHED: Weight(58, "the page claims another time of birth"),
    FlagKind.MODALITY: Weight(56, "how sure it is, or whether it has to be"),
    FlagKind.LABEL: Weight(52, "what somebody is called"),
    FlagKind.DELETED: Weight(40, "readers can no longer learn it here"),
    FlagKind.HEADLINE: Weight(38, "most readers see nothing else; what changed in it has kinds of its own"),
    FlagKind.ADDED: Weight(26, "readers learn more than before: rarely what was hidden"),
    FlagKind.BYLINE: Weight(14, "who wrote it"),
    FlagKind.MOVED: Weight(10, "it is still there"),
    FlagKind.WORDING: Weight(6, "other words, and no fact is known to differ"),
}
SEVERITY = {Severity.HIGH: 8.0, Severity.MEDIUM: 0.0, Severity.LOW: -40.0}
WHOLE = frozenset({FlagKind.DELETED, FlagKind.ADDED, FlagKind.MOVED})  # their severity is that of their kind
TOLL_POINTS = 16.0  # another number of dead or hurt: it stands with what happened
HEADLINE_POINTS = 16.0  # what the headline says is what most readers take away
LEDE_POINTS = 10.0  # then the first paragraph and the standfirst
DEPTH_POINTS = 8.0  # the last paragraph weighs this much less than the second
REPEATED_POINTS = 4.0  # for each further place that says the same, at most three
FURTHER_POINTS = 3.0  # for each further kind of fact in the same sentence, at most three
SOURCED_POINTS = 14.0  # a deleted statement with a source, a number, a condition or a charge
GRAVE_POINTS = 36.0  # an addition that tells of a death, an accusation, new cases: it stands with the facts
STATED_POINTS = 8.0  # an addition with a quotation, a figure or a denial in it
STANDS_POINTS = 14.0  # a name, a date or a number that left one sentence, or came to one, and stands in both texts
STAMP_POINTS = 30.0  # a line that holds nothing but a date says when the page was made, not when something happened
REPETITION_POINTS = 22.0  # a passage that the text says once more, or once less
LEADING_POINTS = 22.0  # a sentence that came or went and only sends its reader elsewhere states nothing
HEADING_POINTS = 22.0  # what a heading that came or went weighs less than a statement
_HEADING_GAPS = 10  # spaces in a heading
_MOST_LOOKED_FOR = 500  # spans: each is looked for in a whole text
_STAMP_WORDS = 3  # words beside the date of a stamp
_LEAST_GAPS = 2  # spaces in the shortest statement
_FACTS = frozenset(WEIGHTS) - {*WHOLE, FlagKind.HEADLINE, FlagKind.BYLINE, FlagKind.WORDING}
_SOURCED = frozenset(
    {FlagKind.ATTRIBUTION, FlagKind.NUMBER, FlagKind.MODALITY, FlagKind.EVENT, FlagKind.QUOTE, FlagKind.NEGATION}
)
_SAID_ANYWHERE = frozenset({FlagKind.NAME, FlagKind.DATE, FlagKind.NUMBER})
_STATED = frozenset({FlagKind.QUOTE, FlagKind.NUMBER, FlagKind.NEGATION, FlagKind.ATTRIBUTION})


def flag_points(flag: Flag) -> float:
    """What one flag weighs by its kind and severity, wherever it stands."""
    points = WEIGHTS[flag.kind].points
    return points if flag.kind in WHOLE else points + SEVERITY[flag.severity]


def gravest(flags: Sequence[Flag]) -> Flag:
    """The weightiest flag: a whole block before what stands in it, ``headline`` only before mere wording."""
    if len(flags) == 1:
        return flags[0]
    return max(flags, key=lambda f: (f.kind in WHOLE, f.kind in _FACTS, flag_points(f)))


def severity(place: Place | None, first: Flag) -> Severity:
    """How grave a finding is: as its gravest flag.

    An addition that tells of harm or a charge is no small one, the day of a line that holds nothing else no great one.
    """
    if place is None:
        return first.severity
    if first.kind is FlagKind.ADDED and FlagKind.EVENT in place.holds:
        return max(first.severity, Severity.MEDIUM, key=lambda s: s.rank)
    return min(first.severity, Severity.MEDIUM, key=lambda s: s.rank) if _is_stamp(place, first) else first.severity


def points(place: Place | None, flags: tuple[Flag, ...], depth: float, texts: Texts) -> float:
    """What a place weighs with its flags; ``depth`` is 0 for the first block of the text and 1 for the last."""
    first = gravest(flags)
    kinds = {flag.kind for flag in flags}
    total = flag_points(first)
    if first.kind is FlagKind.DELETED:
        total += SOURCED_POINTS if place is not None and place.holds & _SOURCED and not place.leads else 0.0
    elif first.kind is FlagKind.ADDED and place is not None:
        grave = FlagKind.EVENT in place.holds
        total += GRAVE_POINTS if grave else STATED_POINTS if place.holds & _STATED else 0.0
    elif first.kind in _FACTS:
        total += TOLL_POINTS if place is not None and place.toll and first.kind is FlagKind.NUMBER else 0.0
        total += FURTHER_POINTS * min(3, len(kinds & _FACTS) - 1)
        total -= STAMP_POINTS if place is not None and _is_stamp(place, first) else 0.0
        total -= STANDS_POINTS if all(_stands(f, texts) for f in flags if f.kind in _FACTS) else 0.0
    if place is not None and place.whole and is_heading(place.new or place.old):
        total -= HEADING_POINTS
    elif place is not None and place.leads:
        total -= LEADING_POINTS
    elif place is not None and first.kind in (FlagKind.DELETED, FlagKind.ADDED) and _is_repeated(place, texts):
        total -= REPETITION_POINTS
    return total + _position(place, depth)


def _is_repeated(place: Place, texts: Texts) -> bool:
    """Whether a passage came or went that stands in both texts: one says it more often."""
    return texts.hold(place.new or place.old, new=not place.new)


def _stands(flag: Flag, texts: Texts) -> bool:
    """Whether what went from a sentence, or came to it, is said in both texts: nobody learns more or less of it."""
    if flag.kind not in _SAID_ANYWHERE or bool(flag.old) is bool(flag.new):
        return False
    return texts.hold(flag.old or flag.new, new=bool(flag.old))


def _is_stamp(place: Place, flag: Flag) -> bool:
    """Whether a line is a date with a word or two before it: *Last updated: 16 September*."""
    if flag.kind is not FlagKind.DATE or place.headline or not (flag.old and flag.new):
        return False
    sides = (place.old, flag.old), (place.new, flag.new)
    return all(len(text.split()) - len(date.split()) <= _STAMP_WORDS for text, date in sides)


def is_heading(text: str) -> bool:
    """Whether a text names what follows and states nothing: a few words that no mark ends, or hardly any words."""
    gaps = text.count(" ")
    return gaps < _LEAST_GAPS or (text[-1:].isalnum() and gaps < _HEADING_GAPS)


def _position(place: Place | None, depth: float) -> float:
    if place is not None and place.headline:
        return HEADLINE_POINTS
    if place is not None and place.lede:
        return LEDE_POINTS
    return -DEPTH_POINTS * depth
