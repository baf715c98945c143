"""Where a text stands in a store: in its files, packed ones too, and in everything that git keeps of it."""

import gzip
import stat
import subprocess
from pathlib import Path


def holding(store: Path, text: str) -> dict[str, int]:
    """The files of a store that hold a text, each with its mode; ``git`` for its objects."""
    found = {}
    for path in (p for p in store.rglob("*") if p.is_file()):
        body = path.read_bytes()
        if path.suffix == ".gz":
            body = gzip.decompress(body)
        if text.encode() in body:
            found[path.name] = stat.S_IMODE(path.stat().st_mode)
    git = store / ".git" if (store / ".git").exists() else store
    every = ["git", f"--git-dir={git}", "cat-file", "--batch", "--batch-all-objects"]
    if text.encode() in subprocess.run(every, check=True, capture_output=True).stdout:
        found["git"] = 0o644
    return found
