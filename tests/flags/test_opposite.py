"""Opposites: a paraphrase and two directions in one sentence are quiet, a statement turned round is flagged."""

import pytest

import newsdiff
from newsdiff.model import FlagKind


def negations(old: str, new: str) -> list[tuple[str, str]]:
    report = newsdiff.compare(newsdiff.article([old]), newsdiff.article([new]))
    return [(f.old, f.new) for f in report.flags if f.kind is FlagKind.NEGATION]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sales rose in May and fell in June.", "In June sales fell, and in May they rose."),
        ("Prices rose by a tenth last year.", "Prices climbed by a tenth last year."),
        ("The river rose overnight.", "Leaves fell all over the park."),
        ("Sales rose, the firm said, thanks to a warm spring.", "The firm lost a court case over its old logo."),
        ("He won the race.", "The winner lost his shoe on the way home, friends say."),
    ],
)
def test_what_is_said_otherwise_is_quiet(old: str, new: str) -> None:
    assert negations(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "flagged"),
    [
        ("Shares rose by 5% on Monday.", "Shares fell by 5% on Monday.", ("rose by", "fell by")),
        (
            "The firm made a profit of £2m last year.",
            "The firm made a loss of £2m last year.",
            ("profit of", "loss of"),
        ),
        ("Ms Tarn won the seat by 12 votes.", "Ms Tarn lost the seat by 12 votes.", ("won the", "lost the")),
        ("The jury found that he was guilty.", "The jury found that he was innocent.", ("guilty", "innocent")),
        (
            "Councillor Hale voted for the new budget.",
            "Councillor Hale voted against the new budget.",
            ("voted for the", "voted against the"),
        ),
        ("Wages are higher than in spring.", "Wages are lower than in spring.", ("higher than", "lower than")),
    ],
)
def test_a_statement_turned_round(old: str, new: str, flagged: tuple[str, str]) -> None:
    assert negations(old, new) == [flagged]
