"""The child's side of the engine: it visits the batches that come, each in a thread, until its parent is gone."""

import os
import pickle
import threading
import time
from typing import IO, TYPE_CHECKING

from newsdiff.process.pipe import receive, send, take_over
from newsdiff.watch.visit.messages import BatchResult, HostBatch, Reading, Task
from newsdiff.watch.visit.visit import Shared, visit

if TYPE_CHECKING:
    from newsdiff.clean.sandbox import Cleaner
    from newsdiff.model import Cleaned, PageToClean

MAX_CLEANERS = 2
_LONG_WAIT_SECONDS = 1.0  # seconds: a wait that the parent should not take for a page that hangs

Message = tuple[str, Reading | None, "str | float | BatchResult"]
"""A host; what its last page gave; the key of the page that it begins, or a wait in seconds, or the batch's result."""


def serve() -> None:
    """The child's life."""
    source, sink = take_over()
    threading.excepthook = _bug
    cleaners, lock = SharedCleaners(), threading.Lock()
    shared = Shared(cleaners)
    while (batch := _next(source)) is not None:
        threading.Thread(target=_visit, args=(batch, shared, sink, lock), daemon=True).start()
    cleaners.close()
    os._exit(0)  # threads may still wait on servers


class SharedCleaners:
    """Cleaning children for all threads; another is begun when the first one is busy."""

    def __init__(self) -> None:
        self._turn = threading.Semaphore(MAX_CLEANERS)
        self._free: list[Cleaner] = []

    def clean(self, page: "PageToClean") -> "Cleaned":
        """The article of a page; CleanError when there is none."""
        from newsdiff.clean.sandbox import Cleaner

        with self._turn:
            cleaner = self._free.pop() if self._free else Cleaner()
            try:
                return cleaner.clean(page)
            finally:
                self._free.append(cleaner)

    def close(self) -> None:
        """End the children."""
        for cleaner in self._free:
            cleaner.close()


def _next(source: IO[bytes]) -> HostBatch | None:
    try:
        batch: HostBatch = pickle.loads(receive(source))
    except (EOFError, OSError):
        return None
    return batch


def _visit(batch: HostBatch, shared: Shared, sink: IO[bytes], lock: threading.Lock) -> None:
    """Visit a host, and tell of each page before it is begun: so a death is never without a name."""
    read: list[Reading] = []

    def tell(following: str | float | BatchResult) -> None:
        message: Message = (batch.host, read.pop() if read else None, following)
        packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        try:
            with lock:
                send(sink, packed)
        except OSError:
            os._exit(0)  # the parent is gone

    def begun(task: Task) -> None:
        tell(task.key)

    def sleep(seconds: float) -> None:
        if seconds > _LONG_WAIT_SECONDS:
            tell(seconds)
        time.sleep(seconds)

    result = visit(batch, shared=shared, begun=begun, done=read.append, sleep=sleep)
    tell(BatchResult(result.host, (), result.rests, result.robots))


def _bug(args: threading.ExceptHookArgs) -> None:
    """A bug in one thread ends the child: the page that showed it is tried again, and then set aside by name."""
    threading.__excepthook__(args)
    os._exit(70)
