"""Failed writes, told as what they are: no room left, or a place that cannot be written."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsdiff.errors import DiskFull, StoreError

_PROBE_BYTES = 1 << 16
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def is_full(error: OSError) -> bool:
    """Whether a write failed for want of room."""
    return error.errno in _NO_ROOM


@contextmanager
def room(path: Path) -> Iterator[None]:
    """Tell a full disk as DiskFull, any other failed write below as StoreError."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise disk_full(path) from error
        raise StoreError(
            f"cannot write to {path}: {error.strerror or error}", "check its permissions and disk"
        ) from error


def has_room(folder: Path, *, beyond: int = 0) -> bool:
    """Whether a file in a folder can grow to 64 kB, or by as much ``beyond`` a size in bytes.

    For failures of others (git, SQLite), who do not always say that a disk or a quota is full.
    """
    probe = folder / ".room"
    try:
        with probe.open("wb") as file:
            file.seek(beyond)
            file.write(bytes(_PROBE_BYTES))
    except OSError as error:
        return not is_full(error)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return True


def disk_full(path: Path) -> DiskFull:
    """The error of a disk without room."""
    return DiskFull(f"no room left to write to {path}", "free some space and run again; nothing was lost")
