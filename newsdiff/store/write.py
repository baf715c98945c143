"""Recording: all commits of a run through one ``git fast-import``, from the tip that was read, verified at its end."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import newsdiff.store.layout as layout
import newsdiff.store.message as message
from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import Revision, RevisionKind
from newsdiff.store.git import BRANCH, Git
from newsdiff.store.message import Record

_CHECKPOINT = 5000  # commits after which what came so far is made durable
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_END = datetime(2100, 1, 1, tzinfo=UTC)
_COMMITTER = "newsdiff <newsdiff@localhost>"


@dataclass(frozen=True, slots=True)
class Tip:
    """The newest commit of the archive; ``id`` empty before the first one."""

    id: str
    committed: int  # seconds since 1970


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record with its file written out and its place found."""

    record: Record
    path: str
    body: bytes
    blob: str  # the id that git gives the body
    message: str


def tip(git: Git) -> Tip:
    """Where the archive stands now."""
    found = git.run("for-each-ref", "--format=%(objectname) %(committerdate:unix)", BRANCH).split()
    return Tip(found[0].decode(), int(found[1])) if found else Tip("", 0)


def prepare(record: Record, path: str) -> Prepared:
    """Write the record's file and trailers."""
    status = "removed" if record.kind is RevisionKind.REMOVED else "live"
    body = document.dumps(record.article, status=status).encode()
    blob = hashlib.sha1(b"blob %d\0" % len(body) + body, usedforsecurity=False).hexdigest()
    text = message.write(record, message.trailers(record, hashlib.sha256(body).hexdigest()))
    return Prepared(record, path, body, blob, text)


def changed(git: Git, at: Tip, records: Sequence[Prepared]) -> list[Prepared]:
    """The records whose file differs from what the archive holds, or from the record before it: no empty commits."""
    held = dict(zip((r.path for r in records), _blobs(git, at, [r.path for r in records]), strict=True))
    kept = []
    for record in records:
        if held[record.path] != record.blob:
            held[record.path] = record.blob
            kept.append(record)
    return kept


def _blobs(git: Git, at: Tip, paths: Sequence[str]) -> list[str]:
    """The ids of the blobs at these paths, empty where there is none."""
    if not at.id or not paths:
        return [""] * len(paths)
    asked = "".join(f"{at.id}:{path}\n" for path in paths).encode()
    lines = git.run("cat-file", "--batch-check", stdin=asked).decode().split("\n")
    return ["" if line.endswith(" missing") else line.split(" ")[0] for line in lines[: len(paths)]]


def commit(
    git: Git, at: Tip, records: Sequence[Prepared], *, now: datetime, marks: Path, lock_fd: int
) -> list[Revision]:
    """Append one commit a record to the archive, if it still stands where ``at`` says, and give them back."""
    marks.unlink(missing_ok=True)
    started = git.start(
        "fast-import", "--quiet", "--done", "--date-format=raw", f"--export-marks={marks}", pass_fds=[lock_fd]
    )
    try:
        for chunk in _stream(at, records, now):
            started.stdin.write(chunk)
        started.stdin.flush()
    except BrokenPipeError:
        pass  # it ended before we did: its code and complaint say why
    started.end()
    ids = _marked(marks)
    if len(ids) != len(records) or tip(git).id != ids[-1]:
        raise StoreError(
            "the archive does not stand where this run left it", "did something else write to it? run newsdiff verify"
        )
    return [_revision(record, sha) for record, sha in zip(records, ids, strict=True)]


def _stream(at: Tip, records: Sequence[Prepared], now: datetime) -> Iterator[bytes]:
    """The commands for fast-import."""
    committed = max(int(now.timestamp()), at.committed)
    for number, record in enumerate(records, 1):
        seen = int(record.record.seen_at.timestamp())
        committed = max(committed, seen)
        text = record.message.encode()
        outlet = layout.outlet(record.record.article.url)
        yield b"".join(
            (
                b"commit %s\nmark :%d\nauthor %s <%s> %d +0000\n"
                % (BRANCH.encode(), number, outlet.encode(), outlet.encode(), seen),
                b"committer %s %d +0000\ndata %d\n%s\n" % (_COMMITTER.encode(), committed, len(text), text),
                b"from %s\n" % at.id.encode() if number == 1 and at.id else b"",
                b"M 100644 inline %s\ndata %d\n%s\n"
                % (layout.checked(record.path).encode(), len(record.body), record.body),
            )
        )
        if number % _CHECKPOINT == 0:
            yield b"checkpoint\n"
    yield b"done\n"


def _marked(marks: Path) -> list[str]:
    """The commits' ids in the order of their marks; fast-import writes the file after the branch."""
    if not marks.exists():
        return []
    pairs = (line.split(" ") for line in marks.read_text("ascii").split("\n") if line)
    ids = [sha for _, sha in sorted((int(mark[1:]), sha) for mark, sha in pairs)]
    marks.unlink()
    return ids


def _revision(record: Prepared, sha: str) -> Revision:
    found = message.read(sha, record.path, whole(record.record.seen_at), record.message)
    if found is None:
        raise StoreError(f"the message of {sha} cannot be read back", "this is a bug: please report it")
    return found


def whole(moment: datetime) -> datetime:
    """A time as git keeps it: in UTC, to the second; StoreError outside of 1970 to 2100."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    if not _EPOCH <= moment < _END:
        raise StoreError(f"{moment.isoformat()} is no time a store can keep", "give a time between 1970 and 2100")
    return moment.astimezone(UTC).replace(microsecond=0)
