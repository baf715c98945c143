"""What is worth telling: the two right columns of the table of statuses (docs/recording.md), as pure functions.

A failure is told when it is the third in a row, and once; a new suspect once; a revision always. A run fails (exit 3)
from an article's third failure in a row on, as long as it lasts.
"""

from collections.abc import Iterable

from newsdiff.model import FAILED, PATIENCE_FAILURES, RECORDED, Outcome, Status

_TOLD_AT = {
    Status.SUSPECT: 1,
    Status.REFUSED: 1,
    Status.BLOCKED: PATIENCE_FAILURES,
    Status.UNREACHABLE: PATIENCE_FAILURES,
    Status.ERROR: PATIENCE_FAILURES,
}


def told(outcome: Outcome) -> bool:
    """Whether ``watch --quiet`` prints this outcome; a reclean is ours, not the publisher's, and is not news."""
    if outcome.status in RECORDED:
        return outcome.status is not Status.RECLEAN
    return outcome.streak == _TOLD_AT.get(outcome.status)


def fails(outcome: Outcome, *, strict: bool = False) -> bool:
    """Whether this outcome makes the run end with exit code 3; ``strict`` counts each failure."""
    return outcome.status in FAILED and (strict or outcome.streak >= PATIENCE_FAILURES)


def exit_code(outcomes: Iterable[Outcome], *, strict: bool = False) -> int:
    """0, or 3 when articles fail."""
    return 3 if any(fails(o, strict=strict) for o in outcomes) else 0
