"""Somebody else's repository: its objects are read by a git whose settings are ours; its own are never looked at.

Neither its configuration nor its hooks, attributes, grafts, replaced objects or derived indexes are seen by git. Where
its branches stand is read from its files here.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository.git import Git
from newsdiff.store.repository.inspection import settings_text

_LARGEST = 1 << 28  # bytes of a list of branches
_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BRANCH = re.compile(r"HEAD|refs(?:/(?!\.)[^/\x00-\x20~^:?*\[\\]+)+")
_LEADS = 5  # references from one to the next, as git follows them


@dataclass(frozen=True, slots=True)
class Foreign:
    """A repository on disk: its own folder, and the one that it may share with others (a linked work tree)."""

    git_dir: Path
    common: Path

    def branch(self, name: str) -> str:
        """The object that a branch (or ``HEAD``) stands at; empty when there is none."""
        for _ in range(_LEADS):
            if not _BRANCH.fullmatch(name):
                return ""
            said = self._loose(name)
            if not said.startswith("ref: "):
                return said if _NAME.fullmatch(said) else self._packed().get(name, "")
            name = said[5:].strip()
        return ""

    def branches(self, folder: str) -> dict[str, str]:
        """All branches or tags below a folder such as ``refs/tags/run/``, and where they stand."""
        packed = {name for name in self._packed() if name.startswith(folder)}
        loose = {f"{folder}{path.name}" for path in (self.common / folder).glob("*")}
        return {name: found for name in sorted(packed | loose) if (found := self.branch(name))}

    def _loose(self, name: str) -> str:
        found = (settings_text(folder / name) for folder in (self.git_dir, self.common))
        return next((text.strip() for text in found if text), "")

    def _packed(self) -> dict[str, str]:
        lines = settings_text(self.common / "packed-refs", _LARGEST).split("\n")
        pairs = (line.partition(" ") for line in lines if line[:1] not in ("#", "^", ""))
        return {name: sha for sha, _, name in pairs if _NAME.fullmatch(sha)}


def is_repository(source: Path) -> bool:
    """Whether a folder looks like a git repository."""
    return (source / ".git").exists() or ((source / "HEAD").is_file() and (source / "objects").is_dir())


def find(source: Path) -> Foreign:
    """The repository in a folder: bare, with a work tree, or a linked work tree's."""
    git_dir = source / ".git" if (source / ".git").exists() else source
    if git_dir.is_file():
        git_dir = source / settings_text(git_dir).removeprefix("gitdir:").strip()
    common = git_dir / settings_text(git_dir / "commondir").strip()
    if (common / "reftable").exists():
        raise StoreError(
            f"{source} keeps its branches in a form that is not read here (reftable)",
            "clone it with git clone --ref-format=files, and take the clone",
        )
    return Foreign(git_dir, common)


@contextmanager
def opened(foreign: Foreign) -> Iterator[Git]:
    """git on the objects of a repository, in a folder of its own that goes at the end."""
    with tempfile.TemporaryDirectory(prefix="newsdiff-git-") as name:
        folder = Path(name)
        with room(folder):
            _settle(folder, foreign)
        yield Git(folder).with_objects(foreign.common / "objects")


def _settle(folder: Path, foreign: Foreign) -> None:
    """The files that make a folder a repository; where the other one's history is cut short, this one's is too."""
    ends = [line for line in settings_text(foreign.common / "shallow", _LARGEST).split("\n") if _NAME.fullmatch(line)]
    long = any(len(name) == 64 for name in (foreign.branch("HEAD"), *foreign.branches("refs/heads/").values()))
    form = "\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n" if long else ""
    for name in ("objects", "refs"):
        (folder / name).mkdir()
    (folder / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
    # What a repository derives from its objects is made by its owner: it is not believed.
    derived = "\tbare = true\n\tcommitGraph = false\n\tmultiPackIndex = false\n[pack]\n\tuseBitmaps = false\n"
    (folder / "config").write_text(f"[core]\n{derived}[core]\n{form}", encoding="ascii")
    if ends:
        (folder / "shallow").write_text("\n".join(ends) + "\n", encoding="ascii")
