"""Steps -> revisions, the log, and outcomes: first git, then the log, then whoever asked is told.

A kill between any two of these loses nothing: what git has and the log has not is found when the state is opened, and
nobody was told of what was not recorded.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator
from datetime import datetime

from newsdiff.errors import NewsdiffError
from newsdiff.model import Outcome, Revision, Status
from newsdiff.process.failure import failure
from newsdiff.store import Record, Store
from newsdiff.text.urls import public
from newsdiff.watch.record.recorded import faulted
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
        yield from self.outcomes()

    def outcomes(self) -> Iterator[Outcome]:
        """The outcomes of what is recorded."""
        while self.done:
            yield self.done.popleft()

    def flush(self) -> None:
        """Record all that waits."""
        steps, self._steps, self._records, self._since = self._steps, [], 0, time.monotonic()
        settled = self._settled(steps)
        self._state.write([step.seen for step in settled])
        for step in settled:
            self.done.append(step.outcome(self._state.known(step.seen.url).streak))

    def _settled(self, steps: list[Step]) -> list[Step]:
        """The steps as they stand in git; where a text cannot be written, it alone is left out."""
        records = [step.record for step in steps if step.record]
        try:
            made = deque(self._store.record(records, now=self._clock()) if records else [])
            return [_settled(step, made) for step in steps]
        except (NewsdiffError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - one text must not keep the others from being recorded
            if len(steps) > 1:
                half = len(steps) // 2
                return [*self._settled(steps[:half]), *self._settled(steps[half:])]
            [step] = steps
            line = Observation(step.seen.at, step.seen.url, raw_sha256=step.seen.raw_sha256)
            why = f"newsdiff failed to write its text: {failure(error)}"
            return [Step(faulted(line, self._state.known(line.url), why))]

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
        revision.path == record.path if record.path else revision.url == public(record.article.url)
    )
