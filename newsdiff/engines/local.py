"""Units side by side on this machine: threads that wait, each for killable children of its own."""

import threading
from queue import SimpleQueue
from typing import Any

from newsdiff.engines.engine import Work
from newsdiff.engines.workbench import Workbench
from newsdiff.process.closing import Closing

_AHEAD_PER_LANE = 2  # units: one that is done and one that waits, so that no lane stands idle


class LocalUnits(Closing):
    """An engine of so many lanes; a context manager, so that no child outlives it."""

    def __init__(self, lanes: int) -> None:
        self.ahead = 1 + _AHEAD_PER_LANE * lanes
        self._units: SimpleQueue[tuple[int, Work, Any] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[int, Any, BaseException | None]] = SimpleQueue()
        self._benches = [Workbench() for _ in range(lanes)]
        self._threads = [threading.Thread(target=self._lane, args=(b,), daemon=True) for b in self._benches]
        for thread in self._threads:
            thread.start()

    def begin(self, number: int, work: Work, unit: Any) -> None:
        """Take a unit, which the next free lane does."""
        self._units.put((number, work, unit))

    def done(self) -> list[tuple[int, Any]]:
        """Wait for a unit that is done."""
        number, result, error = self._done.get()
        if error is not None:
            raise error
        return [(number, result)]

    def close(self) -> None:
        """End all lanes and their children, at once; units that wait are not begun."""
        while not self._units.empty():
            self._units.get()
        for _ in self._threads:
            self._units.put(None)
        for bench in self._benches:
            bench.stop()
        for thread in self._threads:
            thread.join()

    def _lane(self, bench: Workbench) -> None:
        with bench:
            while (taken := self._units.get()) is not None:
                number, work, unit = taken
                try:
                    self._done.put((number, work(unit, bench), None))
                except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits for the unit
                    self._done.put((number, None, error))
