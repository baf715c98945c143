"""One host's pages as a unit of work for another machine: what ``visit`` gives, and how long it took."""

import time
from datetime import datetime, timedelta
from functools import cache

from newsdiff.engines.workbench import Workbench
from newsdiff.model import Status
from newsdiff.named_tuple import NamedTuple
from newsdiff.process.failure import failure
from newsdiff.watch.visit.messages import BatchResult, Failure, HostBatch, Reading, Task
from newsdiff.watch.visit.pool_child import SharedCleaners
from newsdiff.watch.visit.visit import Shared, visit


class HostVisited(NamedTuple):
    """What a batch gave, by a clock that stood at its ``start`` when the worker began."""

    result: BatchResult
    seconds: float

    def by_clock(self, start: datetime, now: datetime) -> BatchResult:
        """The result, whose end is ``now``: the batch may have waited for a worker, or been begun twice."""
        late = now - start - timedelta(seconds=self.seconds)
        return BatchResult(
            self.result.host,
            tuple(_later(reading, late) for reading in self.result.readings),
            tuple(rest._replace(until=rest.until + late) for rest in self.result.rests),
            tuple(rules._replace(fetched_at=rules.fetched_at + late) for rules in self.result.robots),
        )


def visit_host(batch: HostBatch, bench: Workbench) -> HostVisited:  # noqa: ARG001 - hosts share their cleaners
    """Visit a host's pages; one at which newsdiff itself fails is told, and those behind it are left for later."""
    started, begun, readings = time.monotonic(), list[Task](), list[Reading]()
    try:
        result = visit(batch, shared=_shared(), begun=begun.append, done=readings.append)
    except Exception as error:  # noqa: BLE001 - whatever it is, one page must not keep the others from being told
        if len(begun) > len(readings):
            at = batch.start + timedelta(seconds=time.monotonic() - started)
            why = Failure(Status.ERROR, f"newsdiff failed at it: {failure(error)}")
            readings.append(Reading(begun[-1].key, at, failure=why))
        result = BatchResult(batch.host, tuple(readings))
    return HostVisited(result, time.monotonic() - started)


@cache
def _shared() -> Shared:
    """What the visits of one worker's process share: pauses, connections, robots.txt and cleaners."""
    return Shared(SharedCleaners())


def _later(reading: Reading, by: timedelta) -> Reading:
    page = reading.page
    moved = page._replace(fetched_at=page.fetched_at + by) if page is not None else None
    return reading._replace(at=reading.at + by, page=moved)
