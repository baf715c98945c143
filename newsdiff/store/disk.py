"""Failed writes, told as what they are: no room left, or a place that cannot be written."""

import errno
import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsdiff.errors import DiskFull, StoreError

_PROBE_BYTES = 1 << 16
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)


def is_full(error: OSError) -> bool:
    """Whether a write failed for want of room."""
    return error.errno in _NO_ROOM


def sync(path: Path) -> None:
    """Have the disk keep a file, or the names in a folder; OSError."""
    fd = os.open(path, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def replace_file(path: Path, body: bytes) -> None:
    """Write a private file whole, in the place of what stood there; durable when it returns. OSError.

    Whoever reads it, or is killed meanwhile, finds the old file or the new one.
    """
    fresh = path.with_name(f"{path.name}.new")
    fd = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    with os.fdopen(fd, "wb") as file:
        file.write(body)
        file.flush()
        os.fsync(fd)
    fresh.replace(path)
    sync(path.parent)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write beside ``path``, which takes its place at the end; where that fails nothing of it is left."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)  # of a process that was killed
    try:
        yield fresh
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


@contextmanager
def room(path: Path) -> Iterator[None]:
    """Tell a full disk as DiskFull, any other failed write below as StoreError."""
    try:
        yield
    except OSError as error:
        if is_full(error):
            raise disk_full(path) from error
        if error.errno in (errno.EACCES, errno.EPERM):
            raise denied(Path(error.filename) if isinstance(error.filename, str) else path) from error
        raise StoreError(
            f"cannot write to {path}: {error.strerror or error}", "check its permissions and disk"
        ) from error


def database_failure(path: Path, error: Exception, hint: str) -> StoreError:
    """What an error of SQLite means to the user of that file: a full disk, or a file that cannot be used."""
    size = path.stat().st_size if path.is_file() else 0
    # A quota, and some calls on a full disk, are I/O errors to SQLite.
    if getattr(error, "sqlite_errorname", "") == "SQLITE_FULL" or not has_room(path.parent, beyond=size):
        return disk_full(path)
    return StoreError(f"{path.name} cannot be used ({error})", hint)


@contextmanager
def database_room(path: Path, hint: str) -> Iterator[None]:
    """Tell a full disk as DiskFull, any other error of SQLite or failed write below as StoreError with this hint."""
    import sqlite3  # few commands open a database

    try:
        with room(path):
            yield
    except sqlite3.DatabaseError as error:
        raise database_failure(path, error, hint) from error


def denied(path: Path) -> StoreError:
    """The error of a file that we may not write, or read; it says whose it is, where it is somebody else's."""
    # os.path, for it raises nothing where pathlib may
    places = [place for place in (path, *path.parents) if os.path.exists(place)]  # noqa: PTH110
    there = places[0] if places else path
    owner = there.stat().st_uid if places else os.geteuid()
    if owner == os.geteuid():
        return StoreError(f"cannot write to {path}: Permission denied", "check its permissions and disk")
    store = next((place for place in places if os.path.isdir(place / ".newsdiff")), there)  # noqa: PTH112
    mine, theirs = (shlex.quote(_name(number)) for number in (os.geteuid(), owner))
    return StoreError(
        f"cannot use {path}: Permission denied, for {there} belongs to {theirs}, not to {mine}",
        f"if the store is yours, sudo chown -R {mine} {shlex.quote(str(store))}; else run newsdiff as {theirs}",
    )


def unwritable(folder: Path) -> Path | None:
    """A file or folder in here that belongs to somebody else, which may be why a program could not write; or None."""
    mine = os.geteuid()
    for place, folders, files in os.walk(folder):
        for name in (".", *folders, *files):
            with suppress(OSError):
                if (found := Path(place) / name).lstat().st_uid != mine:
                    return found
    return None


def _name(user: int) -> str:
    import pwd

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


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
