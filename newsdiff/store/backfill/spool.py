"""Values kept on disk for the length of one act, in a file without a name: nothing of it outlives the act."""

import pickle
import tempfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from newsdiff.store.disk import room

Place = tuple[int, int]  # where a value begins, and how long it is, in bytes
_LEVEL = 1  # of zlib: pages shrink to a fifth, quickly


class Spool:
    """A context manager that keeps values in a folder, and gives them back by their places."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Self:
        with room(self._folder):
            self._file = tempfile.TemporaryFile(dir=self._folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, value: object) -> Place:
        """Keep a value, and give its place. DiskFull."""
        packed = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), _LEVEL)
        with room(self._folder):
            start = self._file.seek(0, 2)
            self._file.write(packed)
        return start, len(packed)

    def get(self, place: Place) -> Any:
        """The value at a place; only what this process wrote is ever read."""
        self._file.seek(place[0])
        return pickle.loads(zlib.decompress(self._file.read(place[1])))
