"""Steps -> revisions, the log, and outcomes: first git, then the log, then whoever asked is told.

A kill between any two of these loses nothing: what git has and the log has not is found when the state is opened, and
nobody was told of what was not recorded.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime

from newsdiff.model import Outcome, Revision, Status
from newsdiff.store import Record, Store
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation, Step

FLUSH_AFTER_RECORDS = 500  # that wait
FLUSH_AFTER_SECONDS = 60.0  # that one may wait


class Recorder:
    """Collects steps and records many at once; ``done`` holds the outcomes that may be told."""

    def __init__(self, store: Store, state: State, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._state = state
        self._clock = clock
        self._steps: list[Step] = []
        self._records = 0
        self._since = time.monotonic()
        self.done: deque[Outcome] = deque()

    def add(self, steps: list[Step]) -> None:
        """Take one visit's steps."""
        self._steps += steps
        self._records += sum(step.record is not None for step in steps)

    def ready(self) -> Iterator[Outcome]:
        """Record when much is waiting, or for long; give the outcomes that may be told."""
        if self._records >= FLUSH_AFTER_RECORDS or time.monotonic() - self._since >= FLUSH_AFTER_SECONDS:
            self.flush()
        yield from self.told()

    def told(self) -> Iterator[Outcome]:
        """The outcomes of what is recorded."""
        while self.done:
            yield self.done.popleft()

    def flush(self) -> None:
        """Record all that waits."""
        steps, self._steps, self._records, self._since = self._steps, [], 0, time.monotonic()
        records = [step.record for step in steps if step.record]
        made = deque(self._store.record(records, now=self._clock()) if records else [])
        settled = [_settled(step, made) for step in steps]
        self._state.write([step.seen for step in settled])
        for step in settled:
            self.done.append(step.outcome(self._state.known(step.seen.url).streak))

    def note(self, seen: Observation) -> None:
        """Log what is no visit."""
        self._state.write([seen])


def _settled(step: Step, made: deque[Revision]) -> Step:
    """The step with the revision that it became; one that changed no file became none."""
    if step.record is None:
        return step
    if not made or not _is(made[0], step.record):
        return step._replace(seen=step.seen._replace(status=Status.UNCHANGED), record=None, report=None)
    revision = made.popleft()
    return step._replace(seen=step.seen._replace(revision=revision.id, path=revision.path), revision=revision)


def _is(revision: Revision, record: Record) -> bool:
    return revision.kind is record.kind and (
        revision.path == record.path if record.path else revision.url == record.article.url
    )
