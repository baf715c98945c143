"""The claimed publication date differs: back-dating."""

from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity
from newsdiff.model.article import claimed_moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

_DAY_LETTERS = 10  # of 2025-03-12


@rule
def published(comparison: Comparison) -> Iterator[Flag]:
    """Two claims of publication that name different moments; the same moment in another zone or form is none, nor is
    the day of a moment.
    """
    old, new = comparison.diff.old.published, comparison.diff.new.published
    if old and new and _moment(old) != _moment(new) and not _is_day_of(old, new) and not _is_day_of(new, old):
        age = "older" if _is_before(new, old) else "newer"
        reason = f"the article claims to be {age} than before"
        yield Flag(FlagKind.PUBLISHED, Severity.HIGH, old, new, reason=reason)


def _is_day_of(day: str, claim: str) -> bool:
    """Whether a claim is a mere day, and another one a moment of it."""
    return len(day) == _DAY_LETTERS and claim.startswith(day) and claim[_DAY_LETTERS : _DAY_LETTERS + 1] in ("T", " ")


def _is_before(claim: str, other: str) -> bool:
    """Whether a claim names an earlier moment than another one; by their texts where one names none, or no zone."""
    a, b = _moment(claim), _moment(other)
    if isinstance(a, str) or isinstance(b, str) or (a.tzinfo is None) is not (b.tzinfo is None):
        return claim < other
    return a < b


def _moment(claim: str) -> "datetime | str":
    """A claim as a moment in UTC, a mere day as its text; text that is no ISO date counts as it stands."""
    moment = claimed_moment(claim) if len(claim) > _DAY_LETTERS else None
    return claim if moment is None else moment
