"""Reading: one ``git log`` over one literal path, one ``git cat-file --batch`` for all its texts."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import newsdiff.store.layout as layout
from newsdiff.errors import StoreError
from newsdiff.model import Revision
from newsdiff.store.repository import commit_message
from newsdiff.store.repository.git import BRANCH, Git, Started
from newsdiff.store.timestamps import committed

_FORMAT = "--format=%x01%H%x00%at%x00%ce%x00%e%x00%B%x00"
_OURS = b"newsdiff@localhost"  # who commits what newsdiff records
_ARCHIVE = f"--glob={BRANCH[:-1]}[{BRANCH[-1]}]"  # a pattern may match nothing: a store without a revision is no error
_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class LoggedRevision:
    """A revision and the id of the blob that holds its text."""

    revision: Revision
    blob: str


def log(git: Git, *options: str, path: str | None = None, tip: str = "") -> Iterator[LoggedRevision]:
    """Revisions newest first, of one path or folder or of all; commits that are not ours are left out.

    From ``tip`` on, else from where the archive stands. What somebody else committed counts if it is what newsdiff
    recorded, to the letter (a history that was rewritten); else ``verify`` names it, and it is passed over.
    """
    where = ["--full-diff", "--", path] if path else []
    started = git.start("log", "--raw", "--no-abbrev", "--no-renames", "-z", _FORMAT, *options, tip or _ARCHIVE, *where)
    with _Texts(git) as held:
        try:
            for record in _records(started):
                kept, ours = _kept(record)
                if kept is not None and (ours or held.is_as_recorded(kept)):
                    yield kept
            started.end()
        finally:
            if started.process.poll() is None:
                started.stop()


def following(git: Git, commit: str, tip: str) -> list[str] | None:
    """The commits after ``commit`` (empty: all) up to ``tip``, oldest first; None where no history leads from it."""
    if commit and (not tip or git.call("merge-base", "--is-ancestor", commit, tip, ok=(0, 1, 128))[0]):
        return None
    if not tip:
        return []
    return git.run("rev-list", "--reverse", tip, *((f"^{commit}",) if commit else ())).decode().split()


def _records(started: Started) -> Iterator[bytes]:
    """What stands between two start marks; no message of ours holds one."""
    rest = b""
    while chunk := started.stdout.read1(_CHUNK_BYTES):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b"\x01")
        yield from filter(None, whole)
    if rest:
        yield rest


def _kept(record: bytes) -> tuple[LoggedRevision | None, bool]:
    """The revision of a commit, None when it tells of none; and whether newsdiff committed it."""
    fields = record.split(b"\0", 5)
    if len(fields) != 6:
        return None, False
    commit, seconds, committer, encoding, text, raw = fields
    change = raw.strip(b"\0\n").split(b"\0")
    if len(change) != 2 or not change[0].startswith(b":") or encoding:
        return None, False
    _, mode, _, blob, _ = change[0].decode().split(" ")
    path, seen_at = change[1].decode("utf-8", "replace"), committed(seconds.decode())
    if mode != "100644" or seen_at is None or not layout.is_path(path):
        return None, False
    try:
        found = commit_message.read(commit.decode(), path, seen_at, text.decode())
    except UnicodeDecodeError:
        return None, False
    return (LoggedRevision(found, blob) if found else None), committer == _OURS


class _Texts:
    """Texts asked for one by one, by a git that is only started for the first."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._started: Started | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._started:
            self._started.stop()

    def is_as_recorded(self, kept: LoggedRevision) -> bool:
        """Whether a revision's text is the one that its message vouches for."""
        wanted = dict(kept.revision.trailers).get("Text-Sha256")
        return wanted is not None and wanted == hashlib.sha256(self._read(kept.blob)).hexdigest()

    def _read(self, blob: str) -> bytes:
        """An object's bytes; empty for one that is missing."""
        self._started = started = self._started or self._git.start("cat-file", "--batch")
        try:
            started.stdin.write(f"{blob}\n".encode())
            started.stdin.flush()
            size = started.stdout.readline().split(b" ")[-1].strip()
            return started.stdout.read(int(size) + 1)[:-1] if size.isdigit() else b""
        except BrokenPipeError:  # it ended at a damaged object
            self._started = None
            return b""


def texts(git: Git, names: Iterable[str]) -> Iterator[str]:
    """The stored files of these blobs (or ``commit:path``), in order; StoreError names one that cannot be read."""
    asked = list(names)
    for name, body in zip(asked, objects(git, asked), strict=True):
        if body is None:
            raise StoreError(f"{name} cannot be read", "run newsdiff verify")
        yield body.decode("utf-8", "replace")  # a file that somebody committed by hand may hold anything


def sizes(git: Git, names: Sequence[str]) -> list[int]:
    """The bytes that each of these objects holds, in order; 0 for one that is missing."""
    out = git.run("cat-file", "--batch-check=%(objectsize)", stdin="".join(f"{name}\n" for name in names).encode())
    return [int(line) if line.isdigit() else 0 for line in out.decode("utf-8", "replace").split("\n")[: len(names)]]


def objects(git: Git, names: Sequence[str]) -> Iterator[bytes | None]:
    """The bytes of these objects, in order; None for one that is missing or damaged. The names hold no line feed."""
    at = 0
    while at < len(names):
        started = git.start("cat-file", "--batch", "--buffer")
        out, _ = started.communicate("".join(f"{name}\n" for name in names[at:]).encode())
        for body in _bodies(out):
            yield body
            at += 1
        if at < len(names):  # git ends at a damaged object: go on behind it
            yield None
            at += 1


def _bodies(out: bytes) -> Iterator[bytes | None]:
    """The whole answers in what ``cat-file --batch`` printed."""
    at = 0
    while (end := out.find(b"\n", at)) >= 0:
        fields = out[at:end].split(b" ")
        if len(fields) != 3 or not fields[2].isdigit():  # "<name> missing"
            yield None
            at = end + 1
            continue
        at = end + 1 + int(fields[2])
        if at >= len(out):
            return
        yield out[end + 1 : at]
        at += 1
