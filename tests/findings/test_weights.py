"""How much a finding matters: the order that the README promises, whatever the figures are."""

import pytest

from newsdiff.findings.weights import SEVERITY, WEIGHTS, WHOLE, flag_points, gravest
from newsdiff.model import Flag, FlagKind, Severity

FACTS = set(FlagKind) - {*WHOLE, FlagKind.WORDING, FlagKind.BYLINE, FlagKind.HEADLINE}


def flag(kind: FlagKind, severity: Severity = Severity.HIGH) -> Flag:
    return Flag(kind, severity, old="a", new="b")


def test_every_kind_has_a_weight_and_a_reason() -> None:
    assert set(WEIGHTS) == set(FlagKind)
    assert all(weight.reason and weight.points > 0 for weight in WEIGHTS.values())


def test_a_note_stands_above_all_and_wording_below() -> None:
    points = {kind: weight.points for kind, weight in WEIGHTS.items()}
    assert max(points, key=points.__getitem__) is FlagKind.CORRECTION
    assert min(points, key=points.__getitem__) is FlagKind.WORDING


def test_facts_stand_before_what_was_deleted_and_that_before_what_was_added_or_moved() -> None:
    least = min(WEIGHTS[kind].points for kind in FACTS)
    assert least > WEIGHTS[FlagKind.DELETED].points > WEIGHTS[FlagKind.ADDED].points > WEIGHTS[FlagKind.MOVED].points


def test_a_graver_flag_of_a_kind_weighs_more() -> None:
    assert SEVERITY[Severity.HIGH] > SEVERITY[Severity.MEDIUM] > SEVERITY[Severity.LOW]
    for kind in set(FlagKind) - WHOLE:
        assert (
            flag_points(flag(kind)) > flag_points(flag(kind, Severity.MEDIUM)) > flag_points(flag(kind, Severity.LOW))
        )


@pytest.mark.parametrize("kind", sorted(WHOLE))
def test_of_a_whole_block_the_kind_is_all(kind: FlagKind) -> None:
    assert flag_points(flag(kind)) == flag_points(flag(kind, Severity.LOW)) == WEIGHTS[kind].points


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        ((FlagKind.NUMBER,), FlagKind.NUMBER),
        ((FlagKind.WORDING, FlagKind.HEADLINE), FlagKind.HEADLINE),
        ((FlagKind.HEADLINE, FlagKind.LABEL), FlagKind.LABEL),
        ((FlagKind.NUMBER, FlagKind.EVENT), FlagKind.EVENT),
        ((FlagKind.EVENT, FlagKind.DELETED), FlagKind.DELETED),
        ((FlagKind.CORRECTION, FlagKind.NUMBER), FlagKind.CORRECTION),
    ],
)
def test_the_gravest_flag_names_the_finding(kinds: tuple[FlagKind, ...], first: FlagKind) -> None:
    assert gravest([flag(kind) for kind in kinds]).kind is first
    assert gravest([flag(kind) for kind in reversed(kinds)]).kind is first
