"""Raw pages: WARC 1.1 files, one or a few a day, each with a manifest of our own beside it.

``raw/2026/2026-11-22-1.warc.gz`` holds the pages, ``raw/2026/2026-11-22-1.jsonl`` a line for each: the SHA-256 of the
body, its URL, offset and length in the file, and the SHA-256 of exactly those bytes; so any page is found and proved
with one seek (``warcio check`` lets a flipped byte pass). Both files only ever grow; after a torn write a new pair is
begun, and nothing is cut off.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.model import Page
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.disk import room, sync
from newsdiff.store.timestamps import whole
from newsdiff.text.urls import public

_MAX_BYTES = 1 << 50  # of a file of raw pages
_REMEMBERED = 50_000  # pages that a run put last, which it does not keep twice


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a manifest: where a page stands in its WARC file, and what its bytes hash to."""

    sha256: str  # of the page's body
    url: str
    offset: int  # bytes
    length: int
    digest: str  # SHA-256 of the record's bytes as they stand in the file


class _Growing(NamedTuple):
    """The pair of files of a day that may grow, and how long both were when they were seen last."""

    day: date
    file: Path
    manifest: Path
    start: int  # bytes
    listed: int

    def is_as_left(self) -> bool:
        """Whether nobody wrote there since."""
        return (_size(self.file), _size(self.manifest)) == (self.start, self.listed)


class Raw:
    """The raw pages of a store; ``lock`` gives the store's lock to a writer."""

    def __init__(self, folder: Path, lock: Callable[[datetime], AbstractContextManager[object]]) -> None:
        self.folder = folder
        self._lock = lock
        self._kept: set[bytes] = set()  # digests of what this run put lately, and before that
        self._kept_before: set[bytes] = set()
        self._unsynced: set[Path] = set()
        self._growing: _Growing | None = None

    def put(self, page: Page) -> str:
        """Keep a page, and give the SHA-256 of its body in hex; DiskFull leaves the files as they were.

        Its addresses are kept without secrets.
        On disk for good after ``sync``, which recording does first.
        """
        whole(page.fetched_at)
        name = hashlib.sha256(page.body).hexdigest()
        page = page._replace(
            url=public(page.url),
            final_url=public(page.final_url),
            permanent_url=public(page.permanent_url) if page.permanent_url else None,
        )
        digest = hashlib.sha256(f"{name} {page.url}".encode("utf-8", "surrogatepass")).digest()
        if digest not in self._kept and digest not in self._kept_before:
            with self._lock(page.fetched_at), room(self.folder):
                self._append(self._place(page.fetched_at.astimezone(UTC).date()), name, page)
            self._kept.add(digest)
            if len(self._kept) >= _REMEMBERED:
                self._kept, self._kept_before = set(), self._kept
        return name

    def sync(self) -> None:
        """Make durable what ``put`` wrote."""
        with room(self.folder):
            for path in sorted(self._unsynced, key=lambda p: p.suffix != ".gz"):  # a manifest after its pages
                sync(path)
            for folder in {path.parent for path in self._unsynced}:
                sync(folder)
                sync(folder.parent)
        self._unsynced.clear()

    def get(self, sha256: str) -> Page:
        """The page whose body has this hash; StoreError when it is not kept, or not what was kept."""
        for manifest in self.manifests():
            if sha256.encode() in manifest.read_bytes():
                for line in lines(manifest):
                    if line.sha256 == sha256:
                        return read(manifest, line)
        raise StoreError(
            f"the raw page {sha256[:12]} is not kept here", 'see keep_raw in config.toml: "all|changed|none"'
        )

    def holds(self, sha256: str) -> bool:
        """Whether a page of this hash was kept."""
        return any(sha256.encode() in manifest.read_bytes() for manifest in self.manifests())

    def manifests(self) -> list[Path]:
        """All manifests, newest first."""
        return sorted(self.folder.glob("*/*.jsonl"), reverse=True)

    def _append(self, at: _Growing, name: str, page: Page) -> None:
        from newsdiff.store.warc.write import record as record_of

        record = record_of(page, first=at.start == 0)
        line = Line(name, page.url, at.start, len(record), hashlib.sha256(record).hexdigest())
        told = json.dumps({field: getattr(line, field) for field in Line.__slots__}, ensure_ascii=True).encode() + b"\n"
        self._growing = None
        try:
            _write(at.file, record)
            _write(at.manifest, told)
        except OSError:
            for path, size in ((at.file, at.start), (at.manifest, at.listed)):
                if path.exists():
                    os.truncate(path, size)
            raise
        self._growing = at._replace(start=at.start + len(record), listed=at.listed + len(told))
        self._unsynced |= {at.file, at.manifest}

    def _place(self, day: date) -> _Growing:
        """The day's files to append to: those that this run wrote to last, unless somebody did since."""
        held = self._growing
        if held is not None and held.day == day and held.is_as_left():
            return held
        file = self._file(day)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        manifest = _manifest_of(file)
        return _Growing(day, file, manifest, _size(file), _size(manifest))

    def _file(self, day: date) -> Path:
        """The day's file to append to: the first one that ends where its manifest says."""
        number = 1
        while True:
            file = self.folder / f"{day:%Y/%Y-%m-%d}-{number}.warc.gz"
            if not file.exists() or _ends_well(file):
                return file
            number += 1


def lines(manifest: Path) -> Iterator[Line]:
    """The lines of a manifest; one that was torn, or that is none, is skipped (``verify`` tells of it)."""
    for line in manifest.read_bytes().split(b"\n"):
        if (found := _line(line)) is not None:
            yield found


def read(manifest: Path, line: Line) -> Page:
    """The page that a line of a manifest tells of; StoreError when a byte of it is not what was written."""
    from newsdiff.store.warc.read import page as page_of

    return page_of(BytesIO(record(manifest, line)))


def record(manifest: Path, line: Line) -> bytes:
    """The record that a line of a manifest tells of, packed as it stands in its file; StoreError for a damaged one."""
    file = manifest.with_suffix(".warc.gz")
    try:
        with file.open("rb") as opened:
            opened.seek(line.offset)
            found = opened.read(line.length)
    except OSError as error:
        raise StoreError(f"the raw page of {line.url} cannot be read: {error.strerror}", f"look at {file}") from error
    if hashlib.sha256(found).hexdigest() != line.digest:
        raise StoreError(f"the raw page of {line.url} is damaged in {file}", "restore the file from a backup")
    return found


def _line(line: bytes) -> Line | None:
    try:
        found = Line(**json.loads(line))
    except (ValueError, TypeError, RecursionError):
        return None
    texts = all(isinstance(text, str) for text in (found.sha256, found.url, found.digest))
    places = all(type(place) is int and 0 <= place < _MAX_BYTES for place in (found.offset, found.length))
    return found if texts and places else None


def _ends_well(file: Path) -> bool:
    """Whether the file ends where its manifest's last line says, so that it may grow."""
    manifest = _manifest_of(file)
    if not manifest.exists():
        return False
    with manifest.open("rb") as opened:
        opened.seek(-min(manifest.stat().st_size, 1 << 15), os.SEEK_END)
        head, _, end = opened.read().rpartition(b"\n")
    last = _line(head.rpartition(b"\n")[2])
    return not end and last is not None and last.offset + last.length == file.stat().st_size


def _manifest_of(file: Path) -> Path:
    return file.with_suffix("").with_suffix(".jsonl")


def _size(path: Path) -> int:
    """The bytes of a file; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _write(path: Path, body: bytes) -> None:
    # Never through a link: it could lead to any file of whoever runs us.
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
    try:
        while body:
            body = body[os.write(fd, body) :]
    finally:
        os.close(fd)
