"""One writer at a time: an ``flock`` on ``run.lock``, which names its holder and tells whether the last one ended well.

Other files that one process holds at a time are taken here too.

The lock goes with the processes that hold it (a git that outlives us keeps it), so a killed run never blocks the next.
"""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from newsdiff.errors import StoreError, StoreLocked
from newsdiff.store.disk import room
from newsdiff.store.timestamps import stamp

PATIENCE_SECONDS = 60.0  # that a run waits for one which holds the lock only to write
_PAUSE_SECONDS = 0.1


def take(fd: int, how: int, path: Path) -> bool:
    """Lock an open file as ``fcntl.flock`` does; False where another process has it, and ``how`` says not to wait.

    StoreError where the disk keeps no locks, as some network file systems do not: ``path`` is what the error names.
    """
    try:
        fcntl.flock(fd, how)
    except BlockingIOError:
        return False
    except OSError as error:
        raise StoreError(
            f"the disk of {path} keeps no locks ({error.strerror or error})",
            "without them two runs could write at once: move the store to a disk of this machine",
        ) from error
    return True


@contextmanager
def alone(path: Path, *, wait: bool) -> Iterator[bool]:
    """Hold a lock file, which is made where there is none; False where another process does. StoreError, DiskFull."""
    with room(path):
        held = path.open("a")
    with held:
        yield take(held.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB), path)


class Lock:
    """The held lock; ``crashed`` is when the last holder began, if it did not come to its end (seconds since 1970).

    ``brief``: it is held for one write, of seconds at most; others may wait for it.
    """

    def __init__(self, path: Path, who: str, now: datetime, *, brief: bool = False) -> None:
        self._path = path
        with room(path):
            self.fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if not take(self.fd, fcntl.LOCK_EX | fcntl.LOCK_NB, path):
                raise _locked(path, self.fd)
        except StoreError:
            os.close(self.fd)
            raise
        # Times of the file itself, not the one it tells, which may be a replayed one. A run killed while it recovers
        # from another one hands the older time on.
        holder = _holder(self.fd)
        self.crashed = _left(holder, self.written_at) if holder else None
        self._said: dict[str, str | int] = {"who": who, "since": stamp(now), "pid": os.getpid()}
        if brief:
            self._said["brief"] = "yes"
        try:
            with room(path):
                self._write(self._said | ({"left": str(self.crashed)} if self.crashed else {}))
        except StoreError:
            os.close(self.fd)
            raise

    @property
    def written_at(self) -> float:
        """When the lock's file was last written, by the clock of its file system (seconds since 1970)."""
        return os.fstat(self.fd).st_mtime

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.release()
        else:
            self.abandon()

    def recovered(self) -> None:
        """What the last holder left is swept."""
        self.crashed = None
        with room(self._path):
            self._write(self._said)

    def release(self) -> None:
        """Let the next one in; the empty file says that this run came to its end."""
        try:
            with room(self._path):
                os.ftruncate(self.fd, 0)
        finally:
            os.close(self.fd)

    def abandon(self) -> None:
        """Let the next one in, and have it look for what this run left behind."""
        os.close(self.fd)

    def _write(self, holder: dict[str, str | int]) -> None:
        text = json.dumps(holder).encode()
        os.pwrite(self.fd, text, 0)  # first: what stood there must not go before this stands
        os.ftruncate(self.fd, len(text))


def patient(path: Path, who: str, now: datetime, *, brief: bool, heard: Callable[[str, int, int], object]) -> Lock:
    """The lock; where another run holds it for one write, once that is done. StoreLocked for any other, and too late.

    ``heard`` is told for what is waited, for how many seconds already, and of how many; as many: it is over.
    """
    began, most, what = time.monotonic(), PATIENCE_SECONDS, ""
    try:
        while True:
            try:
                return Lock(path, who, now, brief=brief)
            except StoreLocked as locked:
                waited = time.monotonic() - began
                if not locked.brief or waited >= most:
                    raise
                what = f"seconds waited: {locked.message}"
            heard(what, int(waited), int(most))
            time.sleep(_PAUSE_SECONDS)
    finally:
        if what:
            heard(what, int(most), int(most))


def check_free(private: Path, *, patient: bool = False) -> None:
    """StoreLocked when another run holds the lock of the store with this private folder; costs no other import.

    For a command that would only find out after all its own start-up; ``patient``: one that waits for a brief holder.
    """
    path = private / "run.lock"
    if not path.exists():
        return
    with room(path):
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        # Of one that is dead not even a look: it would be in the way of one that takes the lock just now.
        if _lives(_holder(fd)) and not take(fd, fcntl.LOCK_SH | fcntl.LOCK_NB, path):
            locked = _locked(path, fd)
            if not (patient and locked.brief):
                raise locked
    finally:
        os.close(fd)


def _lives(holder: dict[str, str]) -> bool:
    """Whether the process that wrote itself in may still run."""
    pid = holder.get("pid", "")
    return (
        pid.isascii() and pid.isdigit() and Path(f"/proc/{pid}").exists()
        if Path("/proc/self").exists()
        else bool(holder)
    )


def _locked(path: Path, fd: int) -> StoreLocked:
    holder = _holder(fd)
    who, since = holder.get("who", "another run"), holder.get("since", "just now")
    return StoreLocked(
        f"{who} holds the lock of {path.parent.parent} since {since}",
        "wait for it to end; nothing was changed",
        brief="brief" in holder or not holder,  # nobody stands there: it is taken, or let go, at this moment
    )


def _holder(fd: int) -> dict[str, str]:
    """Who stands in the file; empty when nobody does, ``another run`` where that cannot be read."""
    try:
        found = json.loads(os.pread(fd, 4096, 0) or b"{}")
    except (ValueError, RecursionError, OSError):
        found = None
    if not isinstance(found, dict):
        return {"who": "another run"}
    return {str(key): str(value)[:100] for key, value in found.items()}


def _left(holder: dict[str, str], taken: float) -> float:
    """When the run began whose traces are still to be swept: never after the file was written."""
    try:
        left = float(holder.get("left", taken))
    except ValueError:
        return taken
    return left if 0 <= left <= taken else taken
