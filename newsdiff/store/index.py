"""What names an article: a line of tab-separated text for each revision, kept beside the archive, derived from it.

``index.tsv`` lets names be found and damage be named without reading the archive's objects. It is appended to after
each run; where it lags behind the archive, or is lost or torn, the missing lines are read from git, which is the truth.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import Revision
from newsdiff.store.disk import room
from newsdiff.store.judgements import notes
from newsdiff.store.repository import commit_message, read
from newsdiff.store.repository.git import Git

_TAIL_BYTES = 1 << 16  # bytes: longer than any line
_ROW = re.compile(
    rb"(?:[0-9a-f]{40}\t){2}[0-9]{1,10}\t[a-z]{1,16}\t([^\t]+)\t(?:[0-9a-f]{16}(?:,[0-9a-f]{16})*)?\t[^\t]*\t[^\t]*"
)
_BATCH_TEXTS = 2000  # texts in memory while the index is made anew


@dataclass(frozen=True, slots=True)
class Row:
    """One revision: ``keys`` are the digests of the URLs that it brought along, joined by commas."""

    commit: str
    blob: str
    seconds: str
    kind: str
    path: str
    keys: str
    url: str
    headline: str


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One article of a store: its newest revision, and how many there are."""

    path: str
    url: str
    headline: str
    host: str
    revisions: int
    last: Revision


def row(revision: Revision, blob: str, headline: str, *, renamed: bool = True) -> Row:
    """The row of a revision; not ``renamed``: it goes by the URLs of the one before."""
    if not renamed:
        return _row(revision, blob, headline, "")
    names = [revision.url, *(value for key, value in revision.trailers if key == "Alias")]
    keys = ",".join(dict.fromkeys(map(layout.url_key, names)))
    return _row(revision, blob, headline, keys)


def _row(revision: Revision, blob: str, headline: str, keys: str) -> Row:
    seconds = str(int(revision.seen_at.timestamp()))
    url, headline = document.flat(revision.url), document.flat(headline)
    return Row(revision.id, blob, seconds, revision.kind.value, revision.path, keys, url, headline)


class RevisionIndex:
    """The index of one store."""

    def __init__(self, file: Path, git: Git) -> None:
        self.file = file
        self._git = git

    def rows(self, tip: str) -> Iterator[Row]:
        """All rows, oldest first, up to the archive's tip; memory holds one at a time."""
        with self._opened() as file:
            size, missing = self._sound(file, tip)
            yield from map(_parsed, _lines(file, size))
        yield from missing

    def raw_rows(self) -> list[Row]:
        """The rows in the file as they are, whatever git says: what names damage when git cannot."""
        lines = self.file.read_bytes().split(b"\n")[:-1] if self.file.exists() else []
        return [Row(*fields) for line in lines if len(fields := line.decode("utf-8", "replace").split("\t")) == 8]

    def append(self, before: str, rows: Sequence[Row]) -> None:
        """Add a run's rows, and before them what is missing up to the tip ``before``; under the store's lock."""
        self.follow(before)
        with room(self.file), self.file.open("ab") as opened:
            opened.write(b"".join(map(_line, rows)))

    def follow(self, tip: str) -> None:
        """Add what is missing up to a tip, so that git is asked for it once; under the lock."""
        if self.last() != tip:
            self.mend(tip)

    def mend(self, tip: str) -> None:
        """Make the file whole up to the archive's tip, also where a line in its middle is none; under the lock."""
        with room(self.file):
            self._bring_up(tip)

    def _bring_up(self, tip: str) -> None:
        """Write the file anew, where it is not whole up to a tip."""
        with self._opened() as file:
            size, missing = self._sound(file, tip)
            if not missing and size == file.seek(0, 2):
                return
            fresh = self.file.with_suffix(".new")
            with fresh.open("wb") as opened:
                opened.writelines(line + b"\n" for line in _lines(file, size))
                opened.writelines(map(_line, missing))
        fresh.replace(self.file)

    def last(self) -> str:
        """The commit of the last line; empty without one, ``torn`` where that is no whole line, or the first is none.

        An older newsdiff knew URLs by half as many digits: its lines are none, and are made anew.
        """
        if not self.file.exists():
            return ""
        with self.file.open("rb") as opened:
            first, size = opened.readline(_TAIL_BYTES), self.file.stat().st_size
            opened.seek(-min(size, _TAIL_BYTES), 2)
            end = opened.read()
        if not end:
            return ""
        whole = end.endswith(b"\n") and _is_row(first.removesuffix(b"\n"))
        return end[:-1].rpartition(b"\n")[2][:40].decode("ascii", "replace") if whole else "torn"

    def _opened(self) -> IO[bytes]:
        """The file, or an empty one where there is none."""
        return self.file.open("rb") if self.file.exists() else BytesIO()

    def _sound(self, file: IO[bytes], tip: str) -> tuple[int, list[Row]]:
        """The bytes of an opened file whose lines hold good, and the rows that they lack up to ``tip``."""
        size, newest = _sound_bytes(file)
        last = newest[:40].decode("ascii", "replace")
        if last == tip:
            return size, []
        if last and self._git.call("merge-base", "--is-ancestor", last, tip, ok=(0, 1, 128))[0] == 0:
            return size, list(self._read(tip, f"^{last}"))
        return 0, list(self._read(tip)) if tip else []

    def _read(self, tip: str, *without: str) -> Iterator[Row]:
        """Rows from git, oldest first."""
        kept = list(read.log(self._git, *without, tip=tip))[::-1]
        for at in range(0, len(kept), _BATCH_TEXTS):
            some = kept[at : at + _BATCH_TEXTS]
            for one, text in zip(some, read.texts(self._git, [k.blob for k in some]), strict=True):
                if document.is_stored(text):
                    yield row(one.revision, one.blob, document.loads(text).headline)


def of_url(rows: Iterable[Row], url: str) -> set[str]:
    """The paths of the articles that go, or once went, by a URL."""
    key = layout.url_key(url)
    return {r.path for r in rows if key in r.keys and not layout.is_earlier(r.path)}


def names(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Each digest of a URL that an article goes, or once went, by, with its path; not of what came before them."""
    for row in rows:
        if row.keys and not layout.is_earlier(row.path):
            yield from ((key, row.path) for key in row.keys.split(","))


def paths(rows: Iterable[Row]) -> dict[str, str]:
    """The path of the article for each digest of a URL that it goes, or once went, by."""
    found: dict[str, str] = {}
    for key, path in names(rows):
        found[key] = min(found.get(key, path), path)
    return found


def earlier(rows: Callable[[], Iterable[Row]]) -> dict[str, str]:
    """The paths of what came before the first observation of articles, each with that article's path.

    ``rows`` gives all rows, once more where there is anything of that kind.
    """
    before = {row.path: row.keys.partition(",")[0] for row in rows() if row.keys and layout.is_earlier(row.path)}
    known = paths(rows()) if before else {}
    return {path: known[key] for path, key in before.items() if key in known}


def newest(rows: Iterable[Row]) -> tuple[list[Row], Counter[str]]:
    """The newest row of each article, by path, and how many revisions it has, with what came before it."""
    found: dict[str, Row] = {}
    named: list[Row] = []  # that bring names along
    counts = Counter[str]()
    for row in rows:
        found[row.path] = row
        counts[row.path] += 1
        if row.keys:
            named.append(row)
    for path, main in earlier(lambda: named).items():
        del found[path]
        counts[main] += counts.pop(path)
    return [found[path] for path in sorted(found)], counts


def revisions(git: Git, rows: Sequence[Row]) -> Iterator[Revision]:
    """The revisions of these rows of the index, in order, as they were judged last.

    StoreError names a commit that cannot be read.
    """
    later = notes.of(git, [row.commit for row in rows])
    for row, body in zip(rows, read.objects(git, [row.commit for row in rows]), strict=True):
        text = (body or b"").partition(b"\n\n")[2].decode("utf-8", "replace")
        found = commit_message.read(row.commit, row.path, datetime.fromtimestamp(int(row.seconds), UTC), text)
        if found is None:
            raise StoreError(f"commit {row.commit} of {row.path} cannot be read", "run newsdiff verify")
        yield commit_message.judged(found, later.get(row.commit, ""))


def _line(found: Row) -> bytes:
    fields = (found.commit, found.blob, found.seconds, found.kind, found.path, found.keys, found.url, found.headline)
    return "\t".join(fields).encode() + b"\n"


def _sound_bytes(file: IO[bytes]) -> tuple[int, bytes]:
    """How long an opened file is without a torn line at its end, and its last line; nothing where a line is none."""
    size, last = 0, b""
    for line in file:
        if not line.endswith(b"\n"):
            break
        if not _is_row(line[:-1]):
            return 0, b""
        size, last = size + len(line), line
    return size, last


def _lines(file: IO[bytes], size: int) -> Iterator[bytes]:
    """The lines in the first bytes of an opened file."""
    file.seek(0)
    for line in file:
        size -= len(line)
        if size < 0:
            return
        yield line[:-1]


def _is_row(line: bytes) -> bool:
    """Whether a line of the file is one that was written."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    found = _ROW.fullmatch(line)
    return found is not None and layout.is_path(found[1].decode())


def _parsed(line: bytes) -> Row:
    return Row(*line.decode().split("\t"))
