"""Keeping a store small and quick: run-sized packs are folded, the commit-graph is joined, leftovers go.

Nothing that git still holds is ever dropped, a user's lost stash no more than the archive.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from newsdiff.store.disk import room
from newsdiff.store.repository.git import Git

MANY_PACKS = 50  # above which a run folds them by itself
_SLACK_SHARE = 0.1  # share of the object store that may stand in packs not yet packed as tightly as can be


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What maintenance did: bytes of objects before and after, and how many temporary files went."""

    before: int
    after: int
    swept: int


def fold(git: Git) -> None:
    """Fold small packs into larger ones, so that their number stays logarithmic; large ones are left alone.

    Nothing is compared anew (``--window=0``), so this costs little more than copying.
    """
    if len(_packs(git)) > 1:
        git.run("repack", "-d", "-q", "-l", "--geometric=2", "--window=0", "--write-midx")


def is_due(git: Git) -> bool:
    """Whether a run has reason to fold."""
    return len(_packs(git)) > MANY_PACKS


def is_loose(git: Git, mark: Path) -> bool:
    """Whether so much came since all was last packed from scratch that this is worth its time.

    ``mark`` is the file that names the pack made then.
    """
    tight = mark.read_text("ascii").strip() if mark.exists() else ""
    sizes = {pack.name: _bytes(pack) for pack in _packs(git)}
    slack = sum(size for name, size in sizes.items() if name != tight)
    return slack > sum(sizes.values()) * _SLACK_SHARE or any((git.git_dir / "objects").glob("[0-9a-f][0-9a-f]/*"))


def tighten(git: Git, mark: Path, *, lock_fd: int) -> None:
    """Pack everything from scratch, unreachable objects too: minutes at a million revisions, and nobody waits.

    git holds the lock of ``lock_fd`` as long as it runs.
    """
    git.start("repack", "-a", "-d", "-f", "-k", "-q", "-l", "--depth=50", "--window=20", pass_fds=[lock_fd]).end()
    largest = max(_packs(git), key=_bytes, default=None)
    with room(mark):
        mark.write_text(largest.name if largest else "", encoding="ascii")


def graph(git: Git, *, whole: bool = False) -> None:
    """Bring the commit-graph up to the archive, with the paths that each commit changed."""
    split = "--split=replace" if whole else "--split"
    git.run("commit-graph", "write", "--reachable", "--changed-paths", split, "--no-progress")


def size(git: Git) -> int:
    """Bytes of the object store."""
    places = os.walk(git.git_dir / "objects")
    return sum(_bytes(Path(folder) / name) for folder, _, files in places for name in files)


def _packs(git: Git) -> list[Path]:
    return list((git.git_dir / "objects" / "pack").glob("*.pack"))


def _bytes(path: Path) -> int:
    """A file's size in bytes; 0 when it is gone: without the lock another run may fold packs meanwhile."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
