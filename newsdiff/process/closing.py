"""What is closed at the end of a ``with`` statement."""

from types import TracebackType
from typing import Self


class Closing:
    """A context manager that closes itself, whatever ends it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End what it holds."""
        raise NotImplementedError
