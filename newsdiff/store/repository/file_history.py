"""The versions of one file in a repository, through renames that kept its text to the letter.

``git log --follow`` goes by likeness, and takes another article's history for this one's where texts resemble.
"""

from dataclasses import dataclass

from newsdiff.store.repository.git import Git

_LIKE = "-M50%"
_EXACT = "R100"
_MAX_FILES = "-l200"  # compared for likeness in one commit; those with the same text are found among any number
_MAX_RENAMES = 100


@dataclass(frozen=True, slots=True)
class FileVersion:
    """One version: its commit, the author's time as git tells it, and what the file was called then."""

    commit: str
    seconds: str
    path: str


@dataclass(frozen=True, slots=True)
class NameDoubt:
    """Where a file may have been called otherwise before: the commit, the other name, and how alike, in percent."""

    commit: str
    path: str
    alike: str


def file_history(git: Git, tip: str, path: str) -> tuple[list[FileVersion], NameDoubt | None]:
    """The versions of a file up to a commit, oldest first, and the rename that was not followed, if there is one."""
    found: list[FileVersion] = []
    for _ in range(_MAX_RENAMES):
        options = ("log", "--reverse", "--no-renames", "--diff-filter=AM", "--format=%H %at", tip, "--", path)
        lines = [line.split(" ") for line in git.run(*options).decode().split("\n") if line]
        found[:0] = [FileVersion(commit, seconds, path) for commit, seconds in lines]
        if not lines or (before := _renamed(git, lines[0][0], path)) is None:
            return found, None
        if before.alike != _EXACT:
            return found, before
        tip, path = f"{before.commit}^", before.path
    return found, None


def _renamed(git: Git, commit: str, path: str) -> NameDoubt | None:
    """What a file was called before the commit that brought its name; None where it was new."""
    options = ("diff-tree", "-r", "-z", "--no-commit-id", "--name-status", "--diff-filter=R", _LIKE, _MAX_FILES, commit)
    fields = git.run(*options).split(b"\0")
    for status, old, new in zip(fields[::3], fields[1::3], fields[2::3], strict=False):
        if new == path.encode() and (name := _text(old)):
            return NameDoubt(commit, name, status.decode())
    return None


def _text(name: bytes) -> str:
    """A name that can be asked for again; empty where it cannot."""
    try:
        text = name.decode()
    except UnicodeDecodeError:
        return ""
    return "" if "\n" in text else text
