"""Reading: one ``git log`` over one literal path, one ``git cat-file --batch`` for all its texts."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import newsdiff.store.layout as layout
from newsdiff import document
from newsdiff.errors import StoreError
from newsdiff.model import Article, Block, Revision
from newsdiff.process.closing import Closing
from newsdiff.store.repository import commit_message
from newsdiff.store.repository.git import BRANCH, NOTES, RECORDER, Git, Started
from newsdiff.store.timestamps import committed

_FORMAT = "--format=%x01%H%x00%at%x00%ce%x00%e%x00%B%x00%N%x00"
_AS_RECORDED = (_FORMAT.replace("%N", ""), "--no-notes")
_AS_JUDGED = (_FORMAT, "--no-notes", f"--notes={NOTES[:-1]}[{NOTES[-1]}]")
_ARCHIVE = f"--glob={BRANCH[:-1]}[{BRANCH[-1]}]"  # a pattern may match nothing: a store without a revision is no error
_CHUNK_BYTES = 1 << 16
_NAMED_COMMITS = 500  # in one question to git: a command line has an end
_ID = re.compile("[0-9a-f]{40}")
_REF = re.compile(rb"([0-9a-f]{40})\n?")
_AUTHORED = re.compile(rb"\nauthor [^\n]* (\d{1,11}) [+-]\d{4}(?:\n|$)")


@dataclass(frozen=True, slots=True)
class LoggedRevision:
    """A revision and the id of the blob that holds its text."""

    revision: Revision
    blob: str


def newest_commit(git: Git) -> str:
    """The id of the archive's newest commit, empty before the first: as the branch's own file says, else git.

    Where the archive stands is asked before all reading, and starting git costs fifty times as much as a small file.
    """
    try:
        with (git.git_dir / BRANCH).open("rb") as file:
            found = _REF.fullmatch(file.read(64))
    except OSError:
        found = None  # packed among others, or no file of ours to read
    if found:
        return found[1].decode("ascii")
    return git.run("for-each-ref", "--format=%(objectname)", BRANCH).decode().strip()


def log(
    git: Git, *options: str, path: str | None = None, tip: str = "", judged: bool = True
) -> Iterator[LoggedRevision]:
    """Revisions newest first, of one path or folder or of all; commits that are not ours are left out.

    What was judged anew is told as it was judged last, or (``judged`` false) as it was recorded.

    From ``tip`` on, else from where the archive stands. What somebody else committed counts if it is what newsdiff
    recorded, to the letter (a history that was rewritten); else ``verify`` names it, and it is passed over.
    """
    where = ["--full-diff", "--", path] if path else []
    form = ("--raw", "--no-abbrev", "--no-renames", "-z", *(_AS_JUDGED if judged else _AS_RECORDED))
    started = git.start("log", *form, *options, tip or _ARCHIVE, *where)
    with ObjectReader(git) as held:
        try:
            for record in _records(started):
                kept, ours = _revision_of(record)
                if kept is not None and (ours or is_as_recorded(kept.revision, held.read(kept.blob) or b"")):
                    yield kept
            started.end()
        finally:
            if started.process.poll() is None:
                started.stop()


def named(git: Git, commits: Sequence[str], *, judged: bool = True) -> dict[str, LoggedRevision]:
    """The revisions of these commits, as far as they are any, as ``log`` gives them."""
    found: dict[str, LoggedRevision] = {}
    for at in range(0, len(commits), _NAMED_COMMITS):
        *others, last = commits[at : at + _NAMED_COMMITS]
        some = log(git, "--no-walk=unsorted", *others, tip=last, judged=judged)
        found |= {kept.revision.id: kept for kept in some}
    return found


def following(git: Git, commit: str, tip: str) -> list[str] | None:
    """The commits after ``commit`` (empty: all) up to ``tip``, oldest first; None where no history leads from it."""
    if commit and (not tip or git.call("merge-base", "--is-ancestor", commit, tip, ok=(0, 1, 128))[0]):
        return None
    if not tip:
        return []
    return git.run("rev-list", "--reverse", tip, *((f"^{commit}",) if commit else ())).decode().split()


def is_as_recorded(revision: Revision, text: bytes) -> bool:
    """Whether a text is the one that the message of a revision vouches for."""
    return revision.trailer("Text-Sha256") == hashlib.sha256(text).hexdigest()


def _records(started: Started) -> Iterator[bytes]:
    """What stands between two start marks; no message of ours holds one."""
    rest = b""
    while chunk := started.stdout.read1(_CHUNK_BYTES):  # type: ignore[attr-defined]
        *whole, rest = (rest + chunk).split(b"\x01")
        yield from filter(None, whole)
    if rest:
        yield rest


def _revision_of(record: bytes) -> tuple[LoggedRevision | None, bool]:
    """The revision of a commit, None when it tells of none; and whether newsdiff committed it."""
    fields = record.split(b"\0", 6)
    if len(fields) != 7:
        return None, False
    commit, seconds, committer, encoding, text, note, raw = fields
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
    if found and note:
        found = commit_message.judged(found, note.decode("utf-8", "replace"))
    return (LoggedRevision(found, blob) if found else None), committer == RECORDER.encode()


class ObjectReader(Closing):
    """Objects asked for one by one, by one git that is only started for the first; a context manager that ends it."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._started: Started | None = None

    def close(self) -> None:
        """End git, if it was started; asked again, another one is."""
        started, self._started = self._started, None
        if started:
            started.stop()

    def read(self, name: str) -> bytes | None:
        """An object's bytes; None for one that is missing or damaged. The name holds no line feed."""
        self._started = started = self._started or self._git.start("cat-file", "--batch")
        try:
            started.stdin.write(f"{name}\n".encode())
            started.stdin.flush()
            fields = started.stdout.readline().split()
        except BrokenPipeError:
            fields = []
        if fields[-1:] == [b"missing"]:
            return None
        size = int(fields[2]) if len(fields) == 3 and fields[2].isdigit() else 0
        body = started.stdout.read(size + 1)
        if len(body) == size + 1:
            return body[:-1]
        self.close()  # it ended at a damaged object
        return None


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


class NewestRevisions(Closing):
    """Newest revisions of many articles by the ids of their commits, read by one git that runs until this is closed.

    The id is what the caller remembers of an article. It is believed where the commit vouches for the text that stands
    in the archive now: not under somebody's commit, nor where an object is damaged or the branch was put back.
    """

    def __init__(self, git: Git) -> None:
        self._objects = ObjectReader(git)

    def close(self) -> None:
        """End the git that reads; asked again, another one is started."""
        self._objects.close()

    def at(self, path: str, commit: str) -> Revision | None:
        """The revision that ``commit`` made of ``path``, with its article, if it is what stands there now."""
        if not _ID.fullmatch(commit):
            return None
        found = _revision(commit, layout.checked(path), self._objects.read(commit) or b"")
        text = self._objects.read(f"{BRANCH}:{path}") if found else None
        if found is None or text is None or not is_as_recorded(found, text):
            return None
        return replace(found, article=article_of(found, text.decode("utf-8", "replace"), {}))


def article_of(revision: Revision, text: str, known: dict[str, Block]) -> Article:
    """The stored article, with the time of modification that the page claimed: that one stands in the trailers."""
    return document.loads(text, known)._replace(modified=revision.trailer("Modified") or None)


def _revision(commit: str, path: str, body: bytes) -> Revision | None:
    """The revision that a commit object tells of."""
    head, _, message = body.partition(b"\n\n")
    authored = _AUTHORED.search(head)
    seen_at = committed(authored[1].decode()) if authored else None
    if seen_at is None or b"\nencoding " in head:
        return None
    try:
        return commit_message.read(commit, path, seen_at, message.decode())
    except UnicodeDecodeError:
        return None
