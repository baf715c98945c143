"""Recording: all commits of a run through one ``git fast-import``, from the tip that was read, verified at its end."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import Revision, RevisionKind
from newsdiff.store.disk import room
from newsdiff.store.repository import commit_message, read
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.repository.git import BRANCH, COMMITTER, Git
from newsdiff.store.timestamps import committed, whole
from newsdiff.text.urls import public

_CHECKPOINT_COMMITS = 5000  # commits after which what came so far is made durable
_PIPE_BYTES = 1 << 16  # bytes


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
    renamed: bool  # it goes by another URL than before, or is new
    message: bytes
    revision: Revision  # as it will be read back, but for its id

    @property
    def headline(self) -> str:
        """The article's headline."""
        return self.record.article.headline


def tip(git: Git) -> Tip:
    """Where the archive stands now."""
    found = git.run("for-each-ref", "--format=%(objectname) %(committerdate:unix)", BRANCH).decode()
    name, _, seconds = found.strip().partition(" ")
    return Tip(name, int(seconds) if committed(seconds) else 0)  # 0: somebody's commit that tells no time


def check(records: Sequence[Record], now: datetime) -> None:
    """StoreError for what no store can keep, before anything is written."""
    whole(now)
    for record in records:
        whole(record.seen_at)
        if record.since is not None:
            whole(record.since)


def prepare(git: Git, at: Tip, records: Sequence[Record], paths: Sequence[str]) -> list[Prepared]:
    """Write out the records whose file differs from what the archive, or the record before, holds: no empty commits."""
    names = [f"{at.id}:{path}" for path in paths] if at.id else []
    held = dict(zip(paths, read.objects(git, names), strict=False))
    made = []
    for record, path in zip(map(_fit, records), paths, strict=True):
        before = held.get(path) or b""
        body = _body(record, before)
        if body != before:
            held[path] = body
            made.append(_prepared(record, path, body, before))
    return made


def _fit(record: Record) -> Record:
    """The record without what must not be committed, and never observed before the text that it follows."""
    url = record.article.url
    if record.since and record.seen_at < record.since:  # the clock was set back
        record = replace(record, seen_at=record.since)
    shown = public(url)
    return record if shown == url else replace(record, article=record.article._replace(url=shown))


def _body(record: Record, before: bytes) -> bytes:
    status = "removed" if record.kind is RevisionKind.REMOVED else "live"
    return document.dumps(record.article, status=status, like=before.decode("utf-8", "replace")).encode()


def _prepared(record: Record, path: str, body: bytes, before: bytes) -> Prepared:
    blob = hashlib.sha1(b"blob %d\0" % len(body) + body, usedforsecurity=False).hexdigest()
    text = commit_message.write(record, commit_message.trailers(record, hashlib.sha256(body).hexdigest()))
    renamed = bool(record.aliases) or document.url_line(body) != document.url_line(before)
    revision = commit_message.read("", layout.checked(path), whole(record.seen_at), text)
    if revision is None:
        raise StoreError(f"the message of {path} could not be read back", "this is a bug: please report it")
    return Prepared(record, path, body, blob, renamed, text.encode(), revision)


def commit(
    git: Git, at: Tip, records: Sequence[Prepared], *, now: datetime, marks: Path, lock_fd: int
) -> list[Revision]:
    """Append one commit a record to the archive, if it still stands where ``at`` says, and give them back."""
    with room(marks):
        marks.unlink(missing_ok=True)
    started = git.start(
        "fast-import", "--quiet", "--done", "--date-format=raw", f"--export-marks={marks}", pass_fds=[lock_fd]
    )
    try:
        for chunk in _gathered(_stream(at, records, now)):
            started.stdin.write(chunk)
        started.stdin.flush()
    except BrokenPipeError:
        pass  # it ended before we did: its code and complaint say why
    started.end()
    ids = _marked(marks)
    if len(ids) != len(records) or read.newest_commit(git) != ids[-1]:
        raise StoreError(
            "the archive does not stand where this run left it", "did something else write to it? run newsdiff verify"
        )
    return [replace(record.revision, id=sha) for record, sha in zip(records, ids, strict=True)]


def _stream(at: Tip, records: Sequence[Prepared], now: datetime) -> Iterator[bytes]:
    """The commands for fast-import."""
    seconds = max(int(now.timestamp()), at.committed)
    for number, record in enumerate(records, 1):
        seen = int(record.record.seen_at.timestamp())
        seconds = max(seconds, seen)
        outlet = layout.outlet(record.record.article.url)
        yield b"".join(
            (
                b"commit %s\nmark :%d\nauthor %s <%s> %d +0000\n"
                % (BRANCH.encode(), number, outlet.encode(), outlet.encode(), seen),
                b"committer %s %d +0000\ndata %d\n%s\n"
                % (COMMITTER.encode(), seconds, len(record.message), record.message),
                b"from %s\n" % at.id.encode() if number == 1 and at.id else b"",
                b"M 100644 inline %s\ndata %d\n%s\n" % (record.path.encode(), len(record.body), record.body),
            )
        )
        if number % _CHECKPOINT_COMMITS == 0:
            yield b"checkpoint\n"
    yield b"done\n"


def _gathered(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces that fill a pipe."""
    held, size = [], 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size >= _PIPE_BYTES:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _marked(marks: Path) -> list[str]:
    """The commits' ids in the order of their marks; fast-import writes the file after the branch."""
    with room(marks):
        if not marks.exists():
            return []
        pairs = [line.split(" ") for line in marks.read_text("ascii").split("\n") if line]
        marks.unlink()
    return [sha for _, sha in sorted((int(mark[1:]), sha) for mark, sha in pairs)]
