"""Hosts side by side in killable children: whatever a page does to the process that reads it, the run goes on.

A child runs ``visit`` for many hosts at once, a thread each, for they mostly wait; it sends every reading as it comes.
When a child dies, or is killed because one page takes too long, each page that it was at is visited again with nobody
beside it, so the page that did it is known; at its third time it is set aside. The other pages go on as before.
"""

import pickle
import select
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import IO, TYPE_CHECKING, cast

from newsdiff.engines.name import engine_name
from newsdiff.fetch.robots import Rules
from newsdiff.model import Status
from newsdiff.process.closing import Closing
from newsdiff.process.pipe import Inbox, send
from newsdiff.watch.visit.messages import BatchResult, Failure, HostBatch, Reading, Task

if TYPE_CHECKING:
    from newsdiff.watch.visit.cluster_visits import ClusterVisits
    from newsdiff.watch.visit.pool_child import Message

MAX_STRIKES = 3
WORKERS = 1  # hosts take turns within a child, so a redirect to another child's host may come beside its own requests
HOSTS_PER_CHILD = 32  # side by side in one child
_TRIES_PER_PAGE = 3  # of one page, by the fetcher
_CLEANING_SECONDS = 60.0
_GATHER_SECONDS = 0.005  # to be woken for each message costs more than to read it
_BOOT = "import sys; sys.path[:0] = sys.argv[1:]; from newsdiff.watch.visit.pool_child import serve; serve()"


@dataclass(slots=True)
class _Job:
    """A batch under way."""

    batch: HostBatch
    alone: bool = False
    readings: list[Reading] = field(default_factory=list)
    current: str = ""  # the key of the page that is being read
    made: float = field(default_factory=time.monotonic)
    since: float = 0.0  # monotonic: when it was last heard of, or will be done with a wait

    def left(self) -> tuple[Task, ...]:
        """What is still to be done."""
        done = {r.key for r in self.readings}
        return tuple(t for t in self.batch.tasks if t.key not in done)

    def parts(self) -> "Iterator[_Job]":
        """What is left, after a death: the page that was being read alone, then the others."""
        left = self.left()
        for alone in (True, False):
            tasks = tuple(t for t in left if (t.key == self.current) is alone)
            if tasks:
                yield _Job(self.batch._replace(tasks=tasks), alone, made=self.made)


class _Child:
    """A process with two pipes."""

    def __init__(self) -> None:
        argv = [sys.executable, "-I", "-c", _BOOT, *filter(None, sys.path)]
        self.process = subprocess.Popen(
            argv, bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        self.source = cast("IO[bytes]", self.process.stdout)
        self.inbox = Inbox(self.source)
        self._sink = cast("IO[bytes]", self.process.stdin)
        self.jobs: dict[str, _Job] = {}

    def begin(self, job: _Job, batch: HostBatch) -> None:
        """Send a batch; a child that is gone is found so when it is listened to."""
        job.since = time.monotonic()
        self.jobs[batch.host] = job
        try:
            send(self._sink, pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
        except BrokenPipeError:
            return

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self._sink.close()
        self.source.close()


class Inline(Closing):
    """The default engine: children of this process. A context manager, so that none outlives it.

    At most ``workers`` children with at most ``hosts`` hosts each; one takes ``fill`` hosts before another is begun.
    ``heard`` is told of a host that is asked for a page, after a pause of so many seconds.
    """

    def __init__(
        self,
        *,
        workers: int = WORKERS,
        hosts: int = HOSTS_PER_CHILD,
        fill: int = HOSTS_PER_CHILD,
        heard: Callable[[str, float], None] = lambda _host, _pause: None,
    ) -> None:
        self._workers = workers
        self._hosts = hosts
        self._fill = fill
        self._heard = heard
        self._children: list[_Child] = []
        self._waiting: deque[_Job] = deque()
        self._strikes: dict[str, int] = {}
        self._robots: dict[str, tuple[Rules, ...]] = {}  # what hosts said of themselves in this run
        self._asked: set[str] = set()

    def close(self) -> None:
        """End all children, at once."""
        for child in self._children:
            child.end()
        self._children.clear()
        self._waiting.clear()

    def results(self, batches: Iterable[HostBatch]) -> Iterator[BatchResult]:
        """The result of each batch as it comes; batches of one host are visited one after the other."""
        self._waiting.extend(_Job(batch) for batch in batches)
        while self._waiting or any(child.jobs for child in self._children):
            self._start()
            busy = {child.source: child for child in self._children if child.jobs}
            time.sleep(_GATHER_SECONDS)
            ready = select.select(list(busy), [], [], 1.0)[0]
            for source in ready:
                yield from self._receive(busy[source])
            for source, child in busy.items():
                if source not in ready and any(map(_late, child.jobs.values())):
                    yield from self._lost(child)

    def _start(self) -> None:
        """Give waiting batches to children; a page that was read when one died gets a child to itself."""
        for _ in range(len(self._waiting)):
            job = self._waiting.popleft()
            busy = any(job.batch.host in child.jobs for child in self._children)
            child = None if busy else self._room(job)
            if child is None:
                self._waiting.append(job)
            else:
                child.begin(job, self._as_of_now(job))
                self._asked.add(job.batch.host)

    def _room(self, job: _Job) -> _Child | None:
        limit = 1 if job.alone else self._hosts
        free = [c for c in self._children if len(c.jobs) < limit and not any(j.alone for j in c.jobs.values())]
        least = min(free, key=lambda c: len(c.jobs), default=None)
        full = len(self._children) >= self._workers
        if full or (least is not None and len(least.jobs) < self._fill):
            return least
        self._children.append(_Child())
        return self._children[-1]

    def _as_of_now(self, job: _Job) -> HostBatch:
        """A batch with what this run has learnt of its host, for a child may be new."""
        batch, gone = job.batch, time.monotonic() - job.made
        return batch._replace(
            start=batch.start + timedelta(seconds=gone),
            robots=batch.robots + self._robots.get(batch.host, ()),
            requested_elsewhere=batch.host in self._asked,
        )

    def _receive(self, child: _Child) -> Iterator[BatchResult]:
        try:
            for packed in child.inbox.look():
                message: Message = pickle.loads(packed)
                host, reading, following = message
                job = child.jobs[host]
                job.since = time.monotonic()
                job.readings += [reading] if reading else []
                if isinstance(following, str):
                    job.current = following
                    self._heard(host, 0.0)
                elif isinstance(following, float):
                    job.since += following
                    self._heard(host, following)
                else:
                    del child.jobs[host]
                    self._robots[host] = self._robots.get(host, ()) + following.robots
                    yield following._replace(readings=tuple(job.readings))
        except EOFError:
            yield from self._lost(child)

    def _lost(self, child: _Child) -> Iterator[BatchResult]:
        """A child died: what it was at is tried again, but for a page that did it three times."""
        child.end()
        self._children.remove(child)
        for job in child.jobs.values():
            self._strike(job)
            self._waiting.extend(job.parts())
            if job.readings:
                yield BatchResult(job.batch.host, tuple(job.readings))

    def _strike(self, job: _Job) -> None:
        """Count a death against the page that was being read; where there was none, against the host."""
        culprit = job.current or job.batch.host
        self._strikes[culprit] = strikes = self._strikes.get(culprit, 0) + 1
        if strikes < MAX_STRIKES:
            return
        why = f"the process that read it ended {strikes} times"
        failure = Failure(Status.ERROR, f"{why}: set aside" if job.current else why, aside=bool(job.current))
        at = self._as_of_now(job).start
        lost = [t for t in job.left() if not job.current or t.key == job.current]
        job.readings += [Reading(task.key, at, failure=failure) for task in lost]


def _late(job: _Job) -> bool:
    return time.monotonic() - job.since > _TRIES_PER_PAGE * job.batch.fetch.deadline + _CLEANING_SECONDS


def engine(name: str, heard: Callable[[str, float], None] = lambda _host, _pause: None) -> "Inline | ClusterVisits":
    """What visits hosts, by its name: ``inline``, ``local:N`` for N children, ``dask://HOST:PORT``; UsageError.

    Whatever the engine, a host is with one worker at a time, and the run that called it is the only writer.
    """
    meant = engine_name(name)
    if meant.address:
        from newsdiff.engines.cluster import Cluster
        from newsdiff.watch.visit.cluster_visits import ClusterVisits

        return ClusterVisits(Cluster(meant.address, retry_here=False))
    if meant.children:
        return Inline(workers=meant.children, fill=1, heard=heard)
    return Inline(heard=heard)
