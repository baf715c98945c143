"""What a killed run left behind: swept by the next one, under the lock, so that no restart needs a person.

Only what the killed run can have made goes: nothing older than its start. The archive and the object store have one
writer, so their leftovers are ours; ``index.lock`` and the locks of ``main`` could be a user's, and go only when no git
is at work in the store.
"""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from newsdiff.store.repository.git import Git
from newsdiff.store.repository.lock_files import OURS, SHARED, worker

_STALE_SECONDS = 3600.0  # seconds without a write
_DYING_SECONDS = 3.0  # that a busy machine may take to end a process that was killed
_TEMPORARY = (
    "objects/pack/tmp_*",
    "objects/pack/.tmp-*",
    "objects/tmp_*",
    "objects/??/tmp_obj_*",
    "objects/info/tmp_*",
    "objects/info/commit-graphs/tmp_*",
    "fast_import_crash_*",
)


def sweep(git: Git, since: float, *, packing: bool = False) -> list[Path]:
    """Remove what a run that began at ``since`` (seconds since 1970) left; gives what went.

    While somebody is ``packing``, temporary files are left alone: they may be theirs.
    """
    found = [path for path in _leftovers(git, packing) if _written(path) >= since - 1]
    for path in found:
        _remove(path)
    return found


def sweep_old(git: Git, now: float) -> list[Path]:
    """Remove temporary files and locks that no one can still be holding at ``now`` (seconds since 1970).

    A user's own git may have been killed, too, and its lock would stop every run. Gives what went.
    """
    found = [path for pattern in _TEMPORARY for path in git.git_dir.glob(pattern)]
    found += _standing(git, OURS) + _standing(git, SHARED)
    return _remove_old(git, found, now)


def sweep_locks(git: Git, now: float) -> list[Path]:
    """Remove locks that would stop every run, or ``main``, once they are old and no git is at work; what went.

    Where nobody can tell whether one is at work, a lock that could be a user's stays.
    """
    names = (*OURS, *SHARED) if Path("/proc/self").exists() else OURS
    return _remove_old(git, _standing(git, names), now)


def _remove_old(git: Git, found: list[Path], now: float) -> list[Path]:
    old = [path for path in found if 0 < _written(path) < now - _STALE_SECONDS]
    if any(path.suffix in (".lock", ".pid") for path in old) and _at_work(git):
        old = [path for path in old if path.suffix not in (".lock", ".pid")]
    for path in old:
        _remove(path)
    return old


def _remove(path: Path) -> None:
    """Remove a file, or a folder with all in it: git keeps the objects of an unfinished push in one."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _leftovers(git: Git, packing: bool) -> Iterator[Path]:
    folder = git.git_dir
    yield from _standing(git, OURS)
    if (shared := _standing(git, SHARED)) and not _at_work(git):
        yield from shared
    for pattern in () if packing else _TEMPORARY:
        yield from folder.glob(pattern)
    # fast-import keeps its packs from gc while it runs; after a kill nobody would ever fold them.
    for keep in (folder / "objects" / "pack").glob("*.keep"):
        if _content(keep) in (b"", b"fast-import", b"fast-import\n"):  # empty: killed before it wrote its name
            yield keep


def _standing(git: Git, names: tuple[str, ...]) -> list[Path]:
    return [path for name in names if (path := git.git_dir / name).exists()]


def _content(path: Path) -> bytes | None:
    """What stands in a file; None when it is gone, as that of a git which ends at this moment."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _written(path: Path) -> float:
    """When a file was written (seconds since 1970); 0 when it is gone."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _at_work(git: Git) -> bool:
    """Whether some git goes on working in the store; one that was killed with its run may take a moment to end."""
    end = time.monotonic() + _DYING_SECONDS
    while worker(git.git_dir, git.work_tree):
        if time.monotonic() > end:
            return True
        time.sleep(0.02)
    return False
