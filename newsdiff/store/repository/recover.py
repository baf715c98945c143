"""What a killed run left behind: swept by the next one, under the lock, so that no restart needs a person.

Only what the killed run can have made goes: nothing older than its start. The archive and the object store have one
writer, so their leftovers are ours; ``index.lock`` and the locks of ``main`` could be a user's, and go only when no git
is at work in the store.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from newsdiff.store.repository.git import Git

_OURS = (
    "refs/heads/archive.lock",
    "objects/info/commit-graph.lock",
    "objects/info/commit-graphs/commit-graph-chain.lock",
    "objects/pack/multi-pack-index.lock",
    "config.lock",
)
_STALE_SECONDS = 3600.0  # seconds without a write
_SHARED = ("index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock", "gc.pid", "shallow.lock")
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
    found = [path for path in _leftovers(git, packing) if path.stat().st_mtime >= since - 1]
    for path in found:
        path.unlink(missing_ok=True)
    return found


def sweep_old(git: Git, now: float) -> list[Path]:
    """Remove temporary files and locks that no one can still be holding at ``now`` (seconds since 1970).

    A user's own git may have been killed, too, and its lock would stop every run. Gives what went.
    """
    found = [path for pattern in _TEMPORARY for path in git.git_dir.glob(pattern)]
    if not _at_work(git):
        found += [path for name in (*_OURS, *_SHARED) if (path := git.git_dir / name).exists()]
    old = [path for path in found if path.stat().st_mtime < now - _STALE_SECONDS]
    for path in old:
        path.unlink(missing_ok=True)
    return old


def _leftovers(git: Git, packing: bool) -> Iterator[Path]:
    folder = git.git_dir
    yield from (path for name in _OURS if (path := folder / name).exists())
    if not _at_work(git):
        yield from (path for name in _SHARED if (path := folder / name).exists())
    for pattern in () if packing else _TEMPORARY:
        yield from folder.glob(pattern)
    # fast-import keeps its packs from gc while it runs; after a kill nobody would ever fold them.
    for keep in (folder / "objects" / "pack").glob("*.keep"):
        if keep.read_bytes() in (b"", b"fast-import", b"fast-import\n"):  # empty: killed before it wrote its name
            yield keep


def _at_work(git: Git) -> bool:
    """Whether some git of the user's is running in the store (told where /proc tells; else nobody is)."""
    roots = {os.path.realpath(git.git_dir), os.path.realpath(git.work_tree or git.git_dir)}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            name = (process / "comm").read_text("utf-8", "replace").strip()
            cwd = str((process / "cwd").readlink()) if name == "git" else ""
        except OSError:  # it ended, or is somebody else's
            continue
        if any(cwd == root or cwd.startswith(f"{root}/") for root in roots):
            return True
    return False
