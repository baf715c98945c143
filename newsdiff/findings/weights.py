"""How much a finding matters: one table, with a reason for each figure, and how place and repetition move it.

The figures order, nothing else: a note of correction stands above all, then facts in kept statements, then what was
deleted, then what was added, then what only moved. They follow what a fact-checker asks first: is it another event,
who, how many, when, who said it.
"""

from collections.abc import Iterable
from typing import NamedTuple

from newsdiff.model import Flag, FlagKind, Place, Severity


class Weight(NamedTuple):
    """What a flag of a kind weighs in a kept statement, and why."""

    points: float
    reason: str


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
_WHOLE = (FlagKind.DELETED, FlagKind.ADDED, FlagKind.MOVED)  # their severity is that of their kind
HEADLINE_POINTS = 16.0  # what the headline says is what most readers take away
LEDE_POINTS = 10.0  # then the first paragraph and the standfirst
DEPTH_POINTS = 8.0  # the last paragraph weighs this much less than the second
REPEATED_POINTS = 4.0  # for each further place that says the same, at most three
FURTHER_POINTS = 3.0  # for each further kind of fact in the same sentence, at most three
SOURCED_POINTS = 14.0  # a deleted statement with a source, a number, a condition or a charge
GRAVE_POINTS = 36.0  # an addition that tells of a death, an accusation, new cases: it stands with the facts
STATED_POINTS = 8.0  # an addition with a quotation, a figure or a denial in it
HEADING_POINTS = 14.0  # what a heading that came or went weighs less than a statement
_HEADING_WORDS = 10
_FACTS = frozenset(WEIGHTS) - {*_WHOLE, FlagKind.HEADLINE, FlagKind.BYLINE, FlagKind.WORDING}
_SOURCED = frozenset(
    {FlagKind.ATTRIBUTION, FlagKind.NUMBER, FlagKind.MODALITY, FlagKind.EVENT, FlagKind.QUOTE, FlagKind.NEGATION}
)
_STATED = frozenset({FlagKind.QUOTE, FlagKind.NUMBER, FlagKind.NEGATION, FlagKind.ATTRIBUTION})


def flag_points(flag: Flag) -> float:
    """What one flag weighs by its kind and severity, wherever it stands."""
    points = WEIGHTS[flag.kind].points
    return points if flag.kind in _WHOLE else points + SEVERITY[flag.severity]


def gravest(flags: Iterable[Flag]) -> Flag:
    """The weightiest flag: a whole block before what stands in it, ``headline`` only before mere wording."""
    return max(flags, key=lambda f: (f.kind in _WHOLE, f.kind in _FACTS, flag_points(f)))


def points(place: Place | None, flags: tuple[Flag, ...], depth: float) -> float:
    """What a place weighs with its flags; ``depth`` is 0 for the first block of the text and 1 for the last."""
    first = gravest(flags)
    kinds = {flag.kind for flag in flags}
    total = flag_points(first)
    if first.kind is FlagKind.DELETED:
        total += SOURCED_POINTS if place is not None and place.holds & _SOURCED else 0.0
    elif first.kind is FlagKind.ADDED and place is not None:
        grave = FlagKind.EVENT in place.holds
        total += GRAVE_POINTS if grave else STATED_POINTS if place.holds & _STATED else 0.0
    elif first.kind in _FACTS:
        total += FURTHER_POINTS * min(3, len(kinds & _FACTS) - 1)
    if place is not None and place.whole and _is_heading(place.new or place.old):
        total -= HEADING_POINTS
    return total + _position(place, depth)


def _is_heading(text: str) -> bool:
    """A few words that no mark ends name what follows, and state nothing."""
    return text[-1:].isalnum() and text.count(" ") < _HEADING_WORDS


def _position(place: Place | None, depth: float) -> float:
    if place is not None and place.headline:
        return HEADLINE_POINTS
    if place is not None and place.lede:
        return LEDE_POINTS
    return -DEPTH_POINTS * depth
