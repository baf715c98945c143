"""What a visit comes to: a line for the log, and the revision that goes with it."""

from typing import NamedTuple, cast

from newsdiff.model import Outcome, Report, Revision, Status
from newsdiff.store import Record
from newsdiff.watch.state.observation import Observation


class Step(NamedTuple):
    """One line of the log, the revision that goes with it, and what a user may be told."""

    seen: Observation
    record: Record | None = None
    report: Report | None = None
    revision: Revision | None = None  # the last one, where none is made

    def outcome(self, streak: int) -> Outcome:
        """What this step gave; ``streak`` counts it in."""
        seen = self.seen
        return Outcome(
            seen.url, cast("Status", seen.status), self.revision, self.report, seen.error, seen.reasons, streak
        )
