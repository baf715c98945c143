"""The claimed publication date differs: back-dating."""

from collections.abc import Iterator

from newsdiff.flags.registry import Comparison, rule
from newsdiff.model import Flag, FlagKind, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime


@rule
def published(comparison: Comparison) -> Iterator[Flag]:
    """Two claims of publication that name different moments; the same moment in another zone or form is none."""
    old, new = comparison.diff.old.published, comparison.diff.new.published
    if old and new and _moment(old) != _moment(new):
        reason = (
            "the article claims to be older than before" if new < old else "the article claims to be newer than before"
        )
        yield Flag(FlagKind.PUBLISHED, Severity.HIGH, old, new, reason=reason)


def _moment(claim: str) -> "datetime | str":
    """A claim as a moment in UTC, a mere day as its text; text that is no ISO date counts as it stands."""
    if len(claim) <= 10:
        return claim
    from datetime import UTC, datetime  # few articles claim a time

    try:
        moment = datetime.fromisoformat(claim)
    except ValueError:
        return claim
    return moment.astimezone(UTC) if moment.tzinfo else moment
