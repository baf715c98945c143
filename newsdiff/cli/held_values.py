"""Values that are gone through more than once, or in another order than they come in: a few of them in memory, the
rest in a file without a name.
"""

import heapq
import pickle
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any, Generic, TypeVar
from weakref import finalize

T = TypeVar("T")
_SOME = 10_000  # values in memory
_FEW = 100  # of them at a time, where they are read back


class HeldValues(Generic[T]):
    """Values in the order of ``key``, or as they come without one."""

    def __init__(self, values: Iterable[T], key: Callable[[T], Any] | None = None) -> None:
        self._key = key
        self._runs: list[list[int]] = []  # where parts of each stand in the file
        self._file: IO[bytes] | None = None
        coming = iter(values)
        self._last = self._ordered(islice(coming, _SOME))
        for value in coming:
            self._put(self._last)
            self._last = self._ordered(chain((value,), islice(coming, _SOME - 1)))

    def _ordered(self, values: Iterable[T]) -> list[T]:
        return sorted(values, key=self._key) if self._key else list(values)

    def _put(self, values: list[T]) -> None:
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 - it goes with these values
            finalize(self, self._file.close)
        places = []
        for at in range(0, len(values), _FEW):
            places.append(self._file.seek(0, 2))
            pickle.dump(values[at : at + _FEW], self._file)
        self._runs.append(places)

    def __iter__(self) -> Iterator[T]:
        runs = [*map(self._read, self._runs), iter(self._last)]
        return heapq.merge(*runs, key=self._key) if self._key else chain.from_iterable(runs)

    def _read(self, places: list[int]) -> Iterator[T]:
        for place in places:
            assert self._file is not None, "there are runs"
            self._file.seek(place)
            yield from pickle.load(self._file)
