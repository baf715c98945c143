"""What the SQLite files beside a store share: they are derived, asked in parts, and taken away whole."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
_MOST_VALUES = 500  # in one question: older versions of SQLite take a thousand


def in_parts(sql: str, values: Sequence[T]) -> Iterator[tuple[str, Sequence[T]]]:
    """A question over any count of values as several, each with its values; ``{}`` stands for their places in it.

    >>> list(in_parts("SELECT url FROM known WHERE id IN ({})", [7, 9]))
    [('SELECT url FROM known WHERE id IN (?, ?)', [7, 9])]
    """
    for at in range(0, len(values), _MOST_VALUES):
        some = values[at : at + _MOST_VALUES]
        yield sql.format(", ".join("?" * len(some))), some


def remove(path: Path) -> None:
    """Take a database's file away, and those that SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
