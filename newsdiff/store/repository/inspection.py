"""What stands in a repository and could change what git runs or prints: looked at before git is started there.

A store may come from a tarball or a shared disk. Nothing here starts git, and nothing is changed.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from newsdiff.errors import StoreError
from newsdiff.store.disk import room
from newsdiff.store.layout import PRIVATE
from newsdiff.store.repository import configuration

ATTRIBUTES = "*.md -text -filter -ident !working-tree-encoding diff=newsdiff"
_LARGEST = 1 << 20  # bytes of a file of git's settings
_HARMLESS = ("-text", "-filter", "-ident", "!working-tree-encoding", "diff", "-diff", "merge", "-merge", "binary")
# Files that newsdiff never makes, and what each one does.
_ELSEWHERE = {
    "commondir": "has git read its settings and branches from another folder",
    "config.worktree": "is a second configuration",
    "shallow": "cuts the history short",
    "info/grafts": "puts other commits before those that were recorded",
    "objects/info/alternates": "has git read objects from another folder",
    "objects/info/http-alternates": "has git read objects from elsewhere",
}
_REMOTES = ("remotes", "branches")  # addresses to push to, as git kept them before it had a configuration
_FOLDERS = ("", "info", "objects/info", "refs", "refs/heads")
_NO_LINKS = ("objects/info", "objects/pack")


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that newsdiff does not make: where it stands, what it does, and how its owner takes it out."""

    path: Path
    deed: str
    remedy: str


def inspect(git_dir: Path, private: Path) -> None:
    """StoreError where a store holds what newsdiff does not make and does not know to be harmless."""
    store = quote(str(git_dir.parent if git_dir.name == ".git" else git_dir))
    with room(git_dir):
        odd = next(_oddities(git_dir, private), None)
    if odd is not None:
        raise StoreError(
            f"{odd.path} {odd.deed}, so git is not run there",
            f"if it is yours, {odd.remedy}; if the store came from elsewhere, take its history over with"
            f" newsdiff init NEW --from {store}",
        )


def _oddities(git_dir: Path, private: Path) -> Iterator[Oddity]:
    if git_dir.is_symlink() or git_dir.is_file():
        yield _removable(git_dir, "leads to a repository elsewhere")
    if not git_dir.is_dir():
        return
    yield from _misplaced(git_dir)
    yield from _configured(git_dir / "config")
    yield from _attributes(git_dir / "info" / "attributes")
    for folder in (private, private / "log"):
        yield from _irregular(folder, written=True)


def _misplaced(git_dir: Path) -> Iterator[Oddity]:
    """What sends git elsewhere: links, and files that say so."""
    for name in _FOLDERS:
        yield from _irregular(git_dir / name)
    logs = (Path(folder) / name for folder, folders, files in os.walk(git_dir / "logs") for name in (*folders, *files))
    for path in (*(git_dir / name for name in _NO_LINKS), *logs):
        if path.is_symlink():
            yield _removable(path, "is a link to another file")
    for name, deed in _ELSEWHERE.items():
        if os.path.lexists(path := git_dir / name):
            yield _removable(path, deed)
    for folder in (git_dir / name for name in _REMOTES):
        if folder.is_dir() and any(folder.iterdir()):
            yield _removable(folder, "names addresses to push to")


def _irregular(folder: Path, *, written: bool = False) -> Iterator[Oddity]:
    """Entries of a folder that are links, or would keep a reader waiting for ever.

    Of what is ``written`` by newsdiff itself a folder may stand elsewhere (raw pages on a larger disk), and so may the
    configuration, which is only read.
    """
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                fine = entry.name == "config.toml" or entry.is_dir() if written else entry.name == PRIVATE
                if not fine:
                    yield _removable(folder / entry.name, "is a link to another file")
            elif not entry.is_file() and not entry.is_dir() and stat.S_ISFIFO(entry.stat().st_mode):
                yield _removable(folder / entry.name, "is a pipe")


def _configured(file: Path) -> Iterator[Oddity]:
    """Settings that newsdiff does not write and does not know."""
    try:
        for setting in configuration.settings(settings_text(file)):
            if not configuration.is_known(setting):
                out = f"git config --file {quote(str(file))} --unset-all {quote(setting.key)}"
                yield Oddity(file, f"sets {setting.key}", out)
    except configuration.Unclear as unclear:
        yield Oddity(file, f"cannot be understood at {unclear}", "write it as git does, one setting a line")


def _attributes(file: Path) -> Iterator[Oddity]:
    """Attributes by which git changes what it writes into the work tree."""
    for line in settings_text(file).split("\n"):
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        unknown = [word for word in words[1:] if word not in _HARMLESS and not word.startswith("diff=")]
        if words[0].startswith("[attr]") or unknown:
            yield Oddity(file, f"sets the attribute {(unknown or words)[0]}", "take that line out")


def settings_text(file: Path, largest: int = _LARGEST) -> str:
    """What stands in a file of git's settings; empty when there is none. StoreError for more than ``largest`` bytes."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would keep us waiting for ever
            return ""
        with file.open("rb") as opened:
            text = opened.read(largest + 1)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    if len(text) > largest:
        raise StoreError(f"{file} is too large to be a file of settings", "look at what stands in it")
    return text.decode("utf-8", "surrogateescape")


def _removable(path: Path, deed: str) -> Oddity:
    return Oddity(path, deed, f"move {quote(str(path))} away")
