"""Reading: one ``git log`` over one literal path, one ``git cat-file --batch`` for all its texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from newsdiff.errors import StoreError
from newsdiff.model import Revision
from newsdiff.store.repository import commit_message
from newsdiff.store.repository.git import BRANCH, Git, Started

_FORMAT = "--format=%x01%H%x00%at%x00%B%x00"
_ARCHIVE = f"--glob={BRANCH[:-1]}[{BRANCH[-1]}]"  # a pattern may match nothing: a store without a revision is no error
_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True)
class LoggedRevision:
    """A revision and the id of the blob that holds its text."""

    revision: Revision
    blob: str


def log(git: Git, *options: str, path: str | None = None, tip: str = "") -> Iterator[LoggedRevision]:
    """Revisions newest first, of one path or folder or of all; commits that are not ours are left out.

    From ``tip`` on, else from where the archive stands.
    """
    where = ["--", path] if path else []
    started = git.start("log", "--raw", "--no-abbrev", "--no-renames", "-z", _FORMAT, *options, tip or _ARCHIVE, *where)
    try:
        for record in _records(started):
            if (kept := _kept(record)) is not None:
                yield kept
        started.end()
    finally:
        if started.process.poll() is None:
            started.stop()


def _records(started: Started) -> Iterator[bytes]:
    """What stands between two start marks; no message of ours holds one."""
    rest = b""
    while chunk := started.stdout.read1(_CHUNK_BYTES):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b"\x01")
        yield from filter(None, whole)
    if rest:
        yield rest


def _kept(record: bytes) -> LoggedRevision | None:
    commit, seconds, text, raw = record.split(b"\0", 3)
    fields = raw.strip(b"\0\n").split(b"\0")
    if len(fields) != 2 or not fields[0].startswith(b":"):
        return None
    seen_at = datetime.fromtimestamp(int(seconds), UTC)
    found = commit_message.read(
        commit.decode(), fields[1].decode("utf-8", "replace"), seen_at, text.decode("utf-8", "replace")
    )
    return LoggedRevision(found, fields[0].split(b" ")[3].decode()) if found else None


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
