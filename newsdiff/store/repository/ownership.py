"""Whose files a store's are: what root does in somebody else's store is left to its owner.

git runs with the owner's rights there; what newsdiff itself writes is handed over. Else one run as root would leave
files that the owner's own runs cannot write, or read.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Owner:
    """The user and group that own a store, by their numbers."""

    user: int
    group: int


def other_owner(folder: Path) -> Owner | None:
    """Who owns a folder (of one that is not there yet: that in which it will stand), where we are root and they not."""
    if os.geteuid() != 0:
        return None
    found = next((place for place in (folder, *folder.parents) if place.exists()), folder).stat()
    return Owner(found.st_uid, found.st_gid) if found.st_uid != 0 else None


def can_reach(owner: Owner, folder: Path) -> bool:
    """Whether an owner may enter a folder and all that it stands in, as far as their modes tell."""
    folder = folder.resolve()
    for place in (folder, *folder.parents):
        if not place.exists():
            continue
        found = place.stat()
        shift = 6 if found.st_uid == owner.user else 3 if found.st_gid == owner.group else 0
        if not found.st_mode >> shift & 1:
            return False
    return True


def hand_over_store(store: Path, *folders: Path) -> None:
    """Where root works in somebody else's store: give its owner what root wrote in these folders. Else nothing."""
    owner = other_owner(store)
    if owner is not None:
        for folder in folders if can_reach(owner, store) else (store,):
            hand_over(folder, owner)


def hand_over(folder: Path, owner: Owner) -> None:
    """Give everything of root's in a folder to the store's owner, and nothing that could stand elsewhere too."""
    if not folder.is_dir() or folder.is_symlink():
        return
    _give(str(folder), None, owner)
    for _, folders, files, handle in os.fwalk(folder, follow_symlinks=False):
        for name in (*folders, *files):
            _give(name, handle, owner)


def _give(name: str, folder: int | None, owner: Owner) -> None:
    try:
        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
        if not _is_ours(found):
            return
        # The file itself: its name could be another's in the next moment.
        opened = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=folder)
    except OSError:  # gone
        return
    try:
        if _is_ours(os.fstat(opened)):
            os.fchown(opened, owner.user, owner.group)
    finally:
        os.close(opened)


def _is_ours(found: os.stat_result) -> bool:
    """Whether it is root's, and a folder or a file of one name: another name could be a file of the system's."""
    alone = stat.S_ISDIR(found.st_mode) or (stat.S_ISREG(found.st_mode) and found.st_nlink == 1)
    return found.st_uid == 0 and alone
