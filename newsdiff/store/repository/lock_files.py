"""The files by which git keeps others out while it writes; a git that was killed leaves them standing."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shlex import quote

from newsdiff.errors import StoreError

# The archive and the object store have one writer: these are ours. The others may be a user's.
OURS = (
    "refs/heads/archive.lock",
    "refs/notes/newsdiff.lock",
    "objects/info/commit-graph.lock",
    "objects/info/commit-graphs/commit-graph-chain.lock",
    "objects/pack/multi-pack-index.lock",
    "config.lock",
)
SHARED = ("index.lock", "HEAD.lock", "refs/heads/main.lock", "packed-refs.lock", "gc.pid", "shallow.lock")
_REFUSED = re.compile(rb"Unable to create '([^'\n]+\.lock)': File exists")


@dataclass(frozen=True, slots=True)
class LockFile:
    """A lock that stands in a repository, and since when."""

    path: Path
    since: datetime

    @property
    def problem(self) -> str:
        """What it means, in one sentence."""
        return f"{self.path} stands there since {self.since:%Y-%m-%d %H:%M} UTC: another git is at work, or was killed"

    @property
    def remedy(self) -> str:
        """What is safe to do."""
        return f"if no git is running in the store, rm {quote(str(self.path))}"


def lock_file(path: Path) -> LockFile | None:
    """The lock at a path; None when it is gone."""
    try:
        return LockFile(path, datetime.fromtimestamp(path.stat().st_mtime, UTC))
    except OSError:
        return None


def standing(git_dir: Path) -> list[LockFile]:
    """All locks that stand there now."""
    return [found for name in (*OURS, *SHARED) if (found := lock_file(git_dir / name))]


def refusal(complaint: bytes) -> StoreError | None:
    """The error of a git that found a lock in its way, told from what it complained of."""
    named = _REFUSED.search(complaint)
    found = lock_file(Path(os.fsdecode(named[1]))) if named else None
    return StoreError(found.problem, found.remedy) if found else None


def worker(git_dir: Path, work_tree: Path | None) -> int:
    """The process of some git that is running in the repository (told where /proc tells); 0 when none is."""
    roots = {os.path.realpath(git_dir), os.path.realpath(work_tree or git_dir)}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            name = (process / "comm").read_text("utf-8", "replace").strip()
            cwd = str((process / "cwd").readlink()) if name == "git" else ""
        except OSError:  # it ended, or is somebody else's
            continue
        if any(cwd == root or cwd.startswith(f"{root}/") for root in roots):
            return int(process.name)
    return 0
