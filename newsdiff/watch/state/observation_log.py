"""The observation log: ``.newsdiff/log/observations-YYYY-MM.jsonl``, only ever appended to, and fsynced.

A line counts once it is whole; what a kill or a full disk left of a half line is skipped when it is read, and the
next line begins on a line of its own. A new month begins a new file; the files before it are then compressed
(``.jsonl.gz``: about a tenth, and read like any other). They may be moved away, at the price of what they tell.
"""

import gzip
import json
import os
import shutil
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from newsdiff.store.disk import room, sync
from newsdiff.watch.state.json_codec import decode, encode
from newsdiff.watch.state.observation import Observation

FOLDER = "log"
_FILES = "observations-*.jsonl"
_PACKED = ".gz"


@dataclass(frozen=True, slots=True)
class LogPosition:
    """How far the log was read: a file's name (without ``.gz``), and bytes into what it holds."""

    file: str = ""
    offset: int = 0


def append(private: Path, observations: Iterable[Observation]) -> None:
    """Write observations to their months' files, durably; DiskFull when there is no room."""
    # A clock that was set back must not write behind what was read already: the newest file is the one that grows.
    before = _names(private)
    newest = max(before, default="")
    months: dict[str, list[str]] = {}
    for seen in observations:
        newest = max(newest, f"observations-{seen.at:%Y-%m}.jsonl")
        months.setdefault(newest, []).append(json.dumps(encode(seen), ensure_ascii=False, separators=(",", ":")))
    with room(private / FOLDER):
        _unpack(private / FOLDER / newest)
        for name, lines in sorted(months.items()):
            _append(private / FOLDER / name, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
        if newest not in before:
            _pack(private / FOLDER, newest)


def read(private: Path, since: LogPosition = LogPosition()) -> Iterator[tuple[Observation | None, LogPosition]]:
    """What was logged after ``since``, oldest file first, each with its end; None for a line that is none."""
    for name in sorted(_names(private)):
        if name < since.file:
            continue
        offset = since.offset if name == since.file else 0
        with _opened(private / FOLDER / name) as file:
            for line in _lines(file, offset):
                offset += len(line)
                if line.strip():
                    yield parse(line), LogPosition(name, offset)


def is_place(private: Path, place: LogPosition) -> bool:
    """Whether the log could have been read up to there: a line of the file ends there, where the file is still there.

    A log that was cut, or put back from a backup, would else be read on from the middle of a line.
    """
    path = private / FOLDER / place.file
    if not place.offset or not path.is_file():
        return True  # compressed since, or moved away
    with path.open("rb") as file:
        file.seek(place.offset - 1)
        return file.read(1) == b"\n"


def parse(line: bytes) -> Observation | None:
    """The observation of one line; None when it was torn or damaged (``doctor`` counts them)."""
    try:
        return decode(Observation, json.loads(line))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _names(private: Path) -> set[str]:
    """The months' files, compressed or not."""
    folder = private / FOLDER
    return {path.name.removesuffix(_PACKED) for pattern in (_FILES, _FILES + _PACKED) for path in folder.glob(pattern)}


def _opened(path: Path) -> BinaryIO:
    """A month's file; it may be compressed by a run between the look at the folder and this one."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        return cast("BinaryIO", gzip.open(f"{path}{_PACKED}", "rb"))


def _lines(file: BinaryIO, offset: int) -> Iterator[bytes]:
    """Whole lines from ``offset`` on, up to a torn one (the next writer ends it) or to where a file is damaged."""
    try:
        file.seek(offset)
        for line in file:
            if not line.endswith(b"\n"):
                return
            yield line
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield b"?\n"  # no observation: it is counted as a line that cannot be read


def _pack(folder: Path, newest: str) -> None:
    """Compress the files of earlier months. A kill leaves the plain file, which counts and is packed next month."""
    for path in sorted(folder.glob(_FILES)):
        if path.name >= newest:
            continue
        fresh = folder / f"{path.name}.new"
        with path.open("rb") as plain, fresh.open("wb") as file:
            fresh.chmod(0o600)
            with gzip.GzipFile(path.name, "wb", 6, file, mtime=0) as packed:
                shutil.copyfileobj(plain, packed)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(f"{path}{_PACKED}")
        sync(folder)
        path.unlink()


def _unpack(path: Path) -> None:
    """Make the newest file one that can grow, where whatever stood after it was taken away."""
    packed = path.with_name(path.name + _PACKED)
    if path.exists() or not packed.exists():
        return
    fresh = path.with_name(f"{path.name}.new")
    with gzip.open(packed, "rb") as source, fresh.open("wb") as file:
        fresh.chmod(0o600)
        shutil.copyfileobj(source, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


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
        sync(path.parent)
