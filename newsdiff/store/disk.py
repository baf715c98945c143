"""Failed writes, told as what they are: no room left, or a place that cannot be written."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsdiff.errors import DiskFull, StoreError

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


def disk_full(path: Path) -> DiskFull:
    """The error of a disk without room."""
    return DiskFull(f"no room left to write to {path}", "free some space and run again; nothing was lost")
