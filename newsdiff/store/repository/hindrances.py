"""What stands in the way of git in a store, or of ``main``: for ``doctor`` and ``verify`` to tell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository import lock_files, worktree
from newsdiff.store.repository.git import Git


@dataclass(frozen=True, slots=True)
class Hindrance:
    """What is in the way of what, and what to do about it."""

    subject: str
    problem: str
    remedy: str


def locks(git: Git) -> Iterator[Hindrance]:
    """Locks that nobody holds; while some git is at work in the store, they are its own."""
    found = lock_files.standing(git.git_dir)
    if found and not lock_files.worker(git.git_dir, git.work_tree):
        yield from (Hindrance("git", lock.problem, lock.remedy) for lock in found)


def main(git: Git) -> Iterator[Hindrance]:
    """A branch ``main`` that does not stand where the archive stands, unless a lock says why already."""
    if not lock_files.standing(git.git_dir) and (why := worktree.behind(git)):
        yield Hindrance("main", why, "the history itself, on the branch archive, is whole; newsdiff never needs main")


def refused(note: Path) -> Iterator[Hindrance]:
    """The last push, if it was refused."""
    if note.exists():
        name, _, why = note.read_text("utf-8", "replace").rstrip("\n").partition("\t")
        at = datetime.fromtimestamp(note.stat().st_mtime, UTC)
        yield Hindrance(
            f"remote {name}",
            f"the last push, at {at:%Y-%m-%d %H:%M} UTC, failed: {why}",
            f"newsdiff remote push {name}",
        )


def noted_push(note: Path, name: str, push: Callable[[], str]) -> str:
    """Push, and remember whether that was refused; what git said."""
    try:
        said = push()
    except StoreError as error:
        _note_push(note, name, error.message)
        raise
    _note_push(note, name, "")
    return said


def _note_push(note: Path, name: str, why: str) -> None:
    with room(note):
        if why:
            note.write_text(f"{name}\t{why}\n", encoding="utf-8")
        else:
            note.unlink(missing_ok=True)
