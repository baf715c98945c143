"""Hosts side by side in killable children: whatever a page does to the process that reads it, the run goes on.

A child runs ``visit`` for many hosts at once, a thread each, for they mostly wait; it sends every reading as it comes.
When a child dies, or is killed because one page takes too long, the hosts that it was at are visited again in a child
of their own, from the page that they stood at: so the page that did it is known. At its third time it is set aside.
"""

import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from multiprocessing.connection import Connection, Pipe, wait
from types import TracebackType
from typing import Self

from newsdiff.clean.child import Cleaner
from newsdiff.model import Cleaned, SiteSettings, Status
from newsdiff.watch.visit import BatchResult, Failure, HostBatch, Reading, Task, visit

STRIKES = 3
WORKERS = 2
HOSTS = 16  # side by side in one child
_TRIES = 3  # of one page, by the fetcher
_CLEANING = 60.0  # seconds
_BOOT = "import sys; sys.path[:0] = sys.argv[2:]; from newsdiff.watch.engine import serve; serve(int(sys.argv[1]))"


@dataclass(slots=True)
class _Job:
    """A batch under way."""

    batch: HostBatch
    alone: bool = False
    readings: list[Reading] = field(default_factory=list)
    current: Task | None = None
    made: float = field(default_factory=time.monotonic)
    since: float = 0.0  # monotonic: when it was last heard of

    def left(self) -> HostBatch:
        """What is still to be done, as of now."""
        done = {r.key for r in self.readings}
        gone = time.monotonic() - self.made
        return replace(
            self.batch,
            tasks=tuple(t for t in self.batch.tasks if t.key not in done),
            start=self.batch.start + timedelta(seconds=gone),
            wait=max(self.batch.wait - gone, self.batch.fetch.delay if self.readings else 0.0),
        )


class _Child:
    """A process with a pipe."""

    def __init__(self) -> None:
        self.pipe, other = Pipe()
        argv = [sys.executable, "-I", "-c", _BOOT, str(other.fileno()), *filter(None, sys.path)]
        self.process = subprocess.Popen(
            argv, pass_fds=[other.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True
        )
        other.close()
        self.jobs: dict[str, _Job] = {}

    def begin(self, job: _Job) -> None:
        job.current, job.since = None, time.monotonic()
        self.jobs[job.batch.host] = job
        self.pipe.send(job.left())

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


class Inline:
    """The default engine: children of this process. A context manager, so that none outlives it.

    At most ``workers`` children with at most ``hosts`` hosts each; one takes ``fill`` hosts before another is begun.
    """

    def __init__(self, *, workers: int = WORKERS, hosts: int = HOSTS, fill: int = HOSTS) -> None:
        self._workers = workers
        self._hosts = hosts
        self._fill = fill
        self._children: list[_Child] = []
        self._waiting: deque[_Job] = deque()
        self._strikes: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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
            ready = wait([c.pipe for c in self._children if c.jobs], timeout=1.0)
            for child in [c for c in self._children if c.pipe in ready]:
                yield from self._receive(child)
            for child in [c for c in self._children if any(map(_late, c.jobs.values()))]:
                yield from self._lost(child)

    def _start(self) -> None:
        """Give waiting batches to children; one that comes after a death gets a child of its own."""
        for _ in range(len(self._waiting)):
            job = self._waiting.popleft()
            busy = any(job.batch.host in child.jobs for child in self._children)
            child = None if busy else self._room(job)
            if child is None:
                self._waiting.append(job)
            else:
                child.begin(job)

    def _room(self, job: _Job) -> _Child | None:
        limit = 1 if job.alone else self._hosts
        free = [c for c in self._children if len(c.jobs) < limit and not any(j.alone for j in c.jobs.values())]
        least = min(free, key=lambda c: len(c.jobs), default=None)
        full = len(self._children) >= self._workers
        if full or (least is not None and len(least.jobs) < self._fill):
            return least
        self._children.append(_Child())
        return self._children[-1]

    def _receive(self, child: _Child) -> Iterator[BatchResult]:
        try:
            while child.pipe.poll():
                host, reading, following = child.pipe.recv()
                job = child.jobs[host]
                job.since = time.monotonic()
                job.readings += [reading] if reading else []
                if isinstance(following, BatchResult):
                    del child.jobs[host]
                    self._learn(following)
                    yield replace(following, readings=tuple(job.readings))
                else:
                    job.current = following
        except (EOFError, ConnectionResetError):
            yield from self._lost(child)

    def _learn(self, result: BatchResult) -> None:
        """What a host said of itself holds for its other batches: its robots.txt, its wish for rest."""
        others = [job for job in self._waiting if job.batch.host == result.host]
        for job in others:
            job.batch = replace(job.batch, robots=result.robots)
            if result.rest:
                self._waiting.remove(job)

    def _lost(self, child: _Child) -> Iterator[BatchResult]:
        """A child died: its batches go on in children of their own, without a page that did it three times."""
        child.end()
        self._children.remove(child)
        for job in child.jobs.values():
            self._strike(job)
            if job.left().tasks:
                self._waiting.append(_Job(job.batch, alone=True, readings=job.readings, made=job.made))
            else:
                yield BatchResult(job.batch.host, tuple(job.readings))

    def _strike(self, job: _Job) -> None:
        """Count a death against the page that was being read; where there was none, against the host."""
        culprit = job.current.key if job.current else job.batch.host
        self._strikes[culprit] = strikes = self._strikes.get(culprit, 0) + 1
        if strikes < STRIKES:
            return
        why = f"the process that read it ended {strikes} times"
        lost = [job.current] if job.current else job.left().tasks
        failure = Failure(Status.ERROR, f"{why}: set aside" if job.current else why, aside=job.current is not None)
        job.readings += [Reading(task.key, job.left().start, failure=failure) for task in lost]


def _late(job: _Job) -> bool:
    fetch = job.batch.fetch
    allowed = _TRIES * fetch.deadline + 2 * max(fetch.delay, job.batch.site.delay or 0) + job.batch.wait + _CLEANING
    return time.monotonic() - job.since > allowed


class _Shared:
    """One cleaning child for all threads."""

    def __init__(self, cleaner: Cleaner) -> None:
        self._cleaner = cleaner
        self._lock = threading.Lock()

    def html(
        self, body: bytes | str, url: str = "", content_type: str = "", site: SiteSettings | None = None
    ) -> Cleaned:
        with self._lock:
            return self._cleaner.html(body, url, content_type, site)


def serve(fd: int) -> None:
    """The child's life: visit what comes, each batch in a thread, until the parent is gone."""
    pipe, lock = Connection(fd), threading.Lock()
    threading.excepthook = _bug
    with Cleaner() as cleaner:
        shared = _Shared(cleaner)
        while (batch := _next(pipe)) is not None:
            threading.Thread(target=_visit, args=(batch, shared, pipe, lock), daemon=True).start()
    os._exit(0)  # threads may still wait on servers


def _next(pipe: Connection) -> HostBatch | None:
    try:
        batch: HostBatch = pipe.recv()
    except (EOFError, OSError):
        return None
    return batch


def _visit(batch: HostBatch, cleaning: _Shared, pipe: Connection, lock: threading.Lock) -> None:
    """Visit a host, and tell of each page before it is begun: so a death is never without a name."""
    read: list[Reading] = []

    def tell(following: Task | BatchResult) -> None:
        try:
            with lock:
                pipe.send((batch.host, read.pop() if read else None, following))
        except OSError:
            os._exit(0)  # the parent is gone

    result = visit(batch, cleaning=cleaning, begun=tell, done=read.append)
    tell(replace(result, readings=()))


def _bug(args: threading.ExceptHookArgs) -> None:
    """A bug in one thread ends the child: the page that showed it is tried again, and then set aside by name."""
    threading.__excepthook__(args)
    os._exit(70)
