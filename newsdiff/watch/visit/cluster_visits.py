"""Hosts visited by the workers of a Dask scheduler: each host by one worker at a time, some pages at a time.

Which worker visits a host next does not matter: a part is begun when the one before it is told, and its first request
waits as if the host had been asked just now.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from newsdiff.engines.cluster import Cluster
from newsdiff.fetch.pace import Rest
from newsdiff.fetch.robots import Rules
from newsdiff.model import Status
from newsdiff.named_tuple import NamedTuple
from newsdiff.process.closing import Closing
from newsdiff.watch.visit.host_unit import HostVisited, visit_host
from newsdiff.watch.visit.messages import BatchResult, Failure, HostBatch, Reading

PART_PAGES = 20  # of a host: what is visited again when a worker dies


class _Sent(NamedTuple):
    """A part under way: as it was planned, as it was sent, and when (monotonic seconds)."""

    planned: HostBatch
    sent: HostBatch
    at: float


class ClusterVisits(Closing):
    """An engine for ``watch``; a context manager that leaves the scheduler."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._waiting: dict[str, deque[HostBatch]] = {}
        self._under_way: dict[int, _Sent] = {}
        self._made = 0.0
        self._number = 0
        self._robots: dict[str, tuple[Rules, ...]] = {}
        self._rests: dict[str, Rest] = {}

    def close(self) -> None:
        """Take back what is under way."""
        self._cluster.close()

    def results(self, batches: Iterable[HostBatch]) -> Iterator[BatchResult]:
        """The result of each part of a batch as it comes; EngineError when nobody is there to visit."""
        self._made = time.monotonic()
        for batch in batches:
            self._waiting.setdefault(batch.host, deque()).extend(_parts(batch))
        while self._waiting or self._under_way:
            self._begin()
            for number, answer in self._cluster.done():
                result = _result(self._under_way.pop(number), answer)
                self._learn(result)
                yield result

    def _begin(self) -> None:
        """Send a part of each host that no worker is with; as many as there are threads, so that none waits there."""
        busy = {part.sent.host for part in self._under_way.values()}
        for host in [host for host in self._waiting if host not in busy]:
            if len(self._under_way) >= self._cluster.threads:
                return
            planned = self._waiting[host].popleft()
            if not self._waiting[host]:
                del self._waiting[host]
            part = _Sent(planned, self._as_of_now(planned), time.monotonic())
            self._under_way[self._number] = part
            self._cluster.begin(self._number, visit_host, part.sent)
            self._number += 1

    def _now(self, planned: HostBatch) -> datetime:
        return planned.start + timedelta(seconds=time.monotonic() - self._made)

    def _as_of_now(self, planned: HostBatch) -> HostBatch:
        """A part with the time, and with what this run has learnt."""
        return planned._replace(
            start=self._now(planned),
            robots=planned.robots + self._robots.get(planned.host, ()),
            rests=(*planned.rests, *self._rests.values()),
            requested_elsewhere=True,
        )

    def _learn(self, result: BatchResult) -> None:
        """Keep what the host said; one that rests, or whose time is over, is asked for nothing more in this run."""
        self._robots[result.host] = self._robots.get(result.host, ()) + result.robots
        self._rests |= {rest.host: rest for rest in result.rests}
        if left := self._waiting.get(result.host):
            ends = left[0].ends
            if result.host in self._rests or (ends is not None and self._now(left[0]) >= ends):
                del self._waiting[result.host]


def _result(part: _Sent, answer: HostVisited | Exception) -> BatchResult:
    """What came of a part; where worker after worker ended at it, each of its pages says so."""
    now = part.sent.start + timedelta(seconds=time.monotonic() - part.at)
    if isinstance(answer, HostVisited):
        return answer.by_clock(part.sent.start, now)
    why = Failure(Status.ERROR, f"no worker could visit it ({type(answer).__name__})")
    return BatchResult(part.sent.host, tuple(Reading(task.key, now, failure=why) for task in part.sent.tasks))


def _parts(batch: HostBatch) -> Iterator[HostBatch]:
    """A batch in parts of a few pages."""
    for at in range(0, len(batch.tasks), PART_PAGES):
        yield batch._replace(tasks=batch.tasks[at : at + PART_PAGES])
