"""The observation log: ``.newsdiff/log/observations-YYYY-MM.jsonl``, only ever appended to, and fsynced.

A line counts once it is whole; what a kill or a full disk left of a half line is skipped when it is read, and the
next line begins on a line of its own. A new month begins a new file; old ones may be compressed or moved away by the
user, at the price of what they tell.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdiff.store.room import room
from newsdiff.watch.codec import decode, encode
from newsdiff.watch.observation import Observation

FOLDER = "log"
_FILES = "observations-*.jsonl"


@dataclass(frozen=True, slots=True)
class Place:
    """How far the log was read: a file's name, and bytes into it."""

    file: str = ""
    offset: int = 0


def append(private: Path, observations: Iterable[Observation]) -> None:
    """Write observations to their months' files, durably; DiskFull when there is no room."""
    # A clock that was set back must not write behind what was read already: the newest file is the one that grows.
    newest = max((path.name for path in (private / FOLDER).glob(_FILES)), default="")
    months: dict[str, list[str]] = {}
    for seen in observations:
        newest = max(newest, f"observations-{seen.at:%Y-%m}.jsonl")
        months.setdefault(newest, []).append(json.dumps(encode(seen), ensure_ascii=False, separators=(",", ":")))
    with room(private / FOLDER):
        for name, lines in sorted(months.items()):
            _append(private / FOLDER / name, ("\n".join(lines) + "\n").encode("utf-8", "replace"))


def read(private: Path, since: Place = Place()) -> Iterator[tuple[Observation | None, Place]]:
    """What was logged after ``since``, oldest file first, each with its end; None for a line that is none."""
    for path in sorted((private / FOLDER).glob(_FILES)):
        if path.name < since.file:
            continue
        offset = since.offset if path.name == since.file else 0
        with path.open("rb") as file:
            file.seek(offset)
            for line in file:
                if not line.endswith(b"\n"):
                    break  # torn: the next writer ends it
                offset += len(line)
                if line.strip():
                    yield parse(line), Place(path.name, offset)


def parse(line: bytes) -> Observation | None:
    """The observation of one line; None when it was torn or damaged (``doctor`` counts them)."""
    try:
        return decode(Observation, json.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _append(path: Path, text: bytes) -> None:
    fresh = not path.exists()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        size = os.fstat(fd).st_size
        if size and os.pread(fd, 1, size - 1) != b"\n":
            text = b"\n" + text
        written = 0
        while written < len(text):
            written += os.write(fd, text[written:])
        os.fsync(fd)
    finally:
        os.close(fd)
    if fresh:
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
