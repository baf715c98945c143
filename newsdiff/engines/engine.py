"""Units to an engine, results from it: as many under way as it wants, given back in the order of the units.

The order keeps a store the same, whoever did the work. What is under way is bounded, and with it the memory: where one
unit takes long, those behind it wait.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

from newsdiff.engines.workbench import Workbench
from newsdiff.process.closing import Closing

U = TypeVar("U")
R = TypeVar("R")
Work = Callable[[Any, Workbench], Any]
"""A function that can be imported: a unit and a workbench to a result. Units and results can be pickled."""


class UnitEngine(Protocol):
    """What does units of work."""

    @property
    def ahead(self) -> int:
        """How many units may be under way, or done and not given back yet."""

    def begin(self, number: int, work: Work, unit: Any) -> None:
        """Take a unit."""

    def done(self) -> list[tuple[int, Any]]:
        """Wait for units that are done: their numbers and results. What ``work`` raised is raised. EngineError."""


def in_order(engine: UnitEngine, work: Callable[[U, Workbench], R], units: Iterable[U]) -> Iterator[R]:
    """The result of each unit, in the order of the units."""
    waiting: dict[int, R] = {}
    source, begun, given = iter(units), 0, 0
    more = True
    while True:
        while more and begun - given < engine.ahead:
            try:
                unit = next(source)
            except StopIteration:
                more = False
                break
            engine.begin(begun, work, unit)
            begun += 1
        if given == begun:
            return
        while given not in waiting:
            waiting.update(engine.done())
        while given in waiting:
            yield waiting.pop(given)
            given += 1


class InlineUnits(Closing):
    """The engine that is always there: one unit after the other, by the children of this process."""

    ahead = 1

    def __init__(self) -> None:
        self._bench = Workbench()
        self._units: list[tuple[int, Work, Any]] = []

    def close(self) -> None:
        """End the children."""
        self._units.clear()
        self._bench.close()

    def begin(self, number: int, work: Work, unit: Any) -> None:
        """Take a unit; it is done when it is waited for."""
        self._units.append((number, work, unit))

    def done(self) -> list[tuple[int, Any]]:
        """Do what was taken."""
        units, self._units = self._units, []
        return [(number, work(unit, self._bench)) for number, work, unit in units]
