"""Taking another store's history over: its objects, each named anew by what it holds, and the files that are only read.

Nothing comes along that could run a program, send git elsewhere, or tell something else than the objects do: no
configuration, hook, attribute, index or database.
"""

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import newsdiff.store.layout as layout
from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository import foreign
from newsdiff.store.repository.git import BRANCH, NOTES, RUN_TAGS, Git

# What the private folder holds that is only ever read: pages and their manifests, the log, the list, public keys.
_FILES = ("watchlist.txt", "signers", "stamps/*.tsr", "log/observations-*.jsonl", "log/observations-*.jsonl.gz")
_PAGES = ("raw/*/*.warc.gz", "raw/*/*.jsonl")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over: commits, files of raw pages, and the other files by their names."""

    commits: int
    pages: int
    files: tuple[str, ...]


def take_over(old: Path, git: Git, private: Path) -> Taken:
    """Copy the history of the store in the folder ``old`` into an empty one; StoreError where it is not whole."""
    other = foreign.find(old)
    refs = {BRANCH: other.branch(BRANCH), **other.branches(RUN_TAGS)}
    if not refs[BRANCH]:
        raise StoreError(f"{old} holds no branch archive", "name the folder of a newsdiff store")
    if notes := other.branch(NOTES):
        refs[NOTES] = notes
    with foreign.opened(other) as source:
        _copy_objects(source, git, refs.values())
    git.run("update-ref", "--stdin", stdin="".join(f"create {name} {sha}\n" for name, sha in refs.items()).encode())
    held = old / layout.PRIVATE
    pages = sum(_copy(held, path, private) for path in _matching_files(held, _PAGES))
    files = tuple(path.name for path in _matching_files(held, _FILES) if _copy(held, path, private))
    return Taken(int(git.run("rev-list", "--count", BRANCH)), pages, files)


def _copy_objects(source: Git, git: Git, tips: Collection[str]) -> None:
    """All that the tips lead to; what an index of the other repository says of its objects counts for nothing."""
    packing = source.start("pack-objects", "--revs", "--stdout", "--quiet", "--delta-base-offset")
    naming = git.start("index-pack", "--stdin")
    packing.stdin.write("".join(f"{tip}\n" for tip in tips).encode())
    packing.stdin.close()
    with suppress(BrokenPipeError):  # it ended before: its code and complaint say why
        shutil.copyfileobj(packing.stdout, naming.stdin, 1 << 20)
    packing.process.stdin = None
    try:
        packing.end()
        naming.end()
        git.run("rev-list", "--objects", "--quiet", "--stdin", stdin="".join(f"{tip}\n" for tip in tips).encode())
    except DiskFull:
        raise
    except StoreError as error:
        raise StoreError(
            f"the history is not whole there ({error.message})", "look for another copy; what was begun can be removed"
        ) from error


def _matching_files(held: Path, patterns: Iterable[str]) -> Iterator[Path]:
    return (path for pattern in patterns for path in sorted(held.glob(pattern)))


def _copy(held: Path, path: Path, private: Path) -> bool:
    """Copy one regular file to where it stands in the new store; whether it was one."""
    target = private / path.relative_to(held)
    with room(target):
        try:
            source = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            if error.errno == errno.ELOOP:  # a link
                return False
            raise
        with open(source, "rb") as opened:  # noqa: PTH123 - a descriptor
            if not stat.S_ISREG(os.fstat(source).st_mode):
                return False
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as fresh:  # noqa: PTH123
                shutil.copyfileobj(opened, fresh, 1 << 20)
    return True
