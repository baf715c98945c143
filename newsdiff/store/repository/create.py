"""Making a store: a git repository with settings of its own, and a private folder beside the articles."""

import os
from pathlib import Path

import newsdiff.store.layout as layout
from newsdiff.errors import StoreError
from newsdiff.store.disk import replacing, room
from newsdiff.store.repository.git import Git
from newsdiff.store.repository.inspection import ATTRIBUTES, inspect

# A word, a number with its marks, or any one character: what `git log -p --word-diff` cuts at.
WORDS = r"[[:alpha:]]+([-'’][[:alpha:]]+)*|[0-9]+([.,:/-][0-9]+)*|[^[:space:]]"
_CONFIG = {
    "core": {"fsync": "all", "autocrlf": "false", "logAllRefUpdates": "false"},
    "fastimport": {"unpackLimit": "0"},
    "gc": {"auto": "0"},
    "maintenance": {"auto": "false"},
    "commitGraph": {"changedPathsVersion": "1"},
    'diff "newsdiff"': {"wordRegex": WORDS, "xfuncname": "^(headline: .*|## .*)$"},
    "log": {"date": "iso"},
}


def create(path: Path, *, bare: bool) -> None:
    """Make a store in ``path``; what a killed attempt left is completed, anything else that is git's is refused."""
    git_dir = path if bare else path / ".git"
    if (layout.private(git_dir, None if bare else path) / "format").exists():
        raise StoreError(f"{path} is a newsdiff store already", "use it as it is")
    if (path / ".git").exists() and (bare or _is_used(git_dir)):
        raise StoreError(f"{path} is a git repository already", "choose an empty folder for the store")
    with room(path):
        path.mkdir(parents=True, exist_ok=True)
        present = sorted(p.name for p in path.iterdir() if p.name not in (".git", layout.PRIVATE))
    if bare and present and not (path / "HEAD").exists():
        raise StoreError(f"{path} is not empty", "choose an empty folder for a bare store")
    inspect(git_dir, layout.private(git_dir, None if bare else path))
    with room(git_dir):
        for stale in git_dir.glob("*.lock"):  # of an attempt that was killed: nobody uses this repository yet
            stale.unlink(missing_ok=True)
    git = Git(git_dir, None if bare else path)
    git.run("init", "--quiet", "--template=", "--initial-branch=main", *(["--bare"] if bare else []))
    with room(git_dir):
        _configure(git_dir / "config")
    _private_files(git_dir, None if bare else path, [] if bare else present)


def _is_used(git_dir: Path) -> bool:
    return (git_dir / "packed-refs").exists() or any((git_dir / "refs").rglob("*/*"))


def _configure(config: Path) -> None:
    """Add our settings to git's configuration, in one step; OSError.

    ``git config`` writes one setting a process, and a dozen processes take longer than all else that a store needs.
    """
    lines = []
    for section, values in _CONFIG.items():
        lines += [f"[{section}]", *(f"\t{name} = {_quoted(value)}" for name, value in values.items())]
    ours, present = "\n".join([*lines, ""]).encode(), config.read_bytes()
    if ours in present:
        return  # an attempt that was killed came this far
    with replacing(config) as fresh, fresh.open("wb") as file:
        file.write(present + ours)
        file.flush()
        os.fsync(file.fileno())


def _quoted(value: str) -> str:
    """A value as git's configuration writes it."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _private_files(git_dir: Path, work_tree: Path | None, present: list[str]) -> None:
    """What git must not see (also what stood there before), how it cuts words, and at last the mark of a store."""
    private = layout.private(git_dir, work_tree)
    with room(private):
        (git_dir / "info").mkdir(exist_ok=True)
        ignored = [f"/{layout.PRIVATE}/", *(f"/{name}" for name in present)]
        (git_dir / "info" / "exclude").write_text("\n".join(ignored) + "\n", encoding="utf-8")
        (git_dir / "info" / "attributes").write_text(f"{ATTRIBUTES}\n", encoding="ascii")
        private.mkdir(mode=0o700, exist_ok=True)
        (private / "format").write_text(f"{layout.FORMAT}\n", encoding="ascii")
