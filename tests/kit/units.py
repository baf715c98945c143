"""An engine whose units are done in this process, without children."""

from typing import Any, cast

from newsdiff.engines.engine import Work
from newsdiff.engines.workbench import Workbench
from newsdiff.errors import EngineError
from tests.kit.site import Here


class HereUnits:
    """Done when they are waited for; it is gone after ``most`` units, if that is given."""

    ahead = 2

    def __init__(self, bench: Here | None = None, *, most: int | None = None) -> None:
        self._bench = bench or Here()
        self._bench.cleaner = self._bench  # type: ignore[attr-defined]
        self._units: list[tuple[int, Work, Any]] = []
        self.left = most

    def begin(self, number: int, work: Work, unit: Any) -> None:
        self._units.append((number, work, unit))

    def done(self) -> list[tuple[int, Any]]:
        if self.left == 0:
            raise EngineError("the scheduler is gone", "run it again")
        self.left = None if self.left is None else self.left - 1
        number, work, unit = self._units.pop(0)
        return [(number, work(unit, cast("Workbench", self._bench)))]
