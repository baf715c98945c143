"""The git notes in which later judgements of revisions stand: ``git log --notes=newsdiff`` shows them.

They are written as revisions are, many by one ``git fast-import``, and never by rewriting: each write is one commit.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from newsdiff.errors import StoreError
from newsdiff.store.repository import commit_message, read
from newsdiff.store.repository.git import COMMITTER, NOTES, Git

_COMMIT = re.compile("[0-9a-f]{40}")


def tip(git: Git) -> str:
    """The id of the newest commit of the notes; empty where there are none."""
    if not (git.git_dir / NOTES).exists() and not (git.git_dir / "packed-refs").exists():
        return ""
    return git.run("for-each-ref", "--format=%(objectname)", NOTES).decode().strip()


def write(git: Git, texts: Sequence[tuple[str, str]], *, now: datetime, lock_fd: int) -> str:
    """Put a text to each of these commits, in the place of the one that stands there; the notes' new tip."""
    before = tip(git)
    message = b"Judged anew"
    started = git.start("fast-import", "--quiet", "--done", "--date-format=raw", pass_fds=[lock_fd])
    chunks = [
        b"commit %s\n" % NOTES.encode(),
        b"committer %s %d +0000\ndata %d\n%s\n" % (COMMITTER.encode(), int(now.timestamp()), len(message), message),
        b"from %s\n" % before.encode() if before else b"",
    ]
    for commit, text in texts:
        body = text.encode()
        chunks.append(b"N inline %s\ndata %d\n%s\n" % (commit.encode(), len(body), body))
    _, complaint = started.communicate(b"".join([*chunks, b"done\n"]))
    if started.process.returncode:
        raise started.failure(started.process.returncode, complaint)
    after = tip(git)
    if not after or after == before:
        raise StoreError("the notes do not stand where this run left them", "run newsdiff verify")
    return after


def changed(git: Git, old: str, new: str) -> list[str]:
    """The commits whose notes are others at ``new`` than at ``old`` (empty: none stood); all, where ``old`` is gone."""
    code, out = 1, b""
    if old:
        code, out, _ = git.call("diff-tree", "-r", "--name-only", "--no-renames", "-z", old, new, ok=range(256))
    if code:
        out = git.run("ls-tree", "-r", "--name-only", "-z", new)
    return [name for path in out.decode("utf-8", "replace").split("\0") if (name := _named(path))]


def texts(git: Git) -> Iterator[tuple[str, str]]:
    """Each commit that has a note, and the note; the path itself where it names no commit."""
    lines = git.run("ls-tree", "-r", "-z", NOTES).decode("utf-8", "replace").split("\0")
    told = [line.partition("\t") for line in lines if line]
    blobs = [head.split(" ")[2] for head, _, _ in told]
    for (_, _, path), body in zip(told, read.objects(git, blobs), strict=True):
        yield _named(path) or path, (body or b"").decode("utf-8", "replace")


def of(git: Git, commits: Sequence[str]) -> dict[str, str]:
    """The notes on these commits."""
    if not commits or not tip(git):
        return {}
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    form = ("--no-walk=unsorted", "--format=%x01%H%x00%N", "--no-notes", f"--notes={NOTES}")
    out = git.run("log", "--stdin", *form, stdin=asked).decode("utf-8", "replace")
    told = (record.partition("\0") for record in out.split("\x01")[1:])
    return {commit: note for commit, _, note in told if note.strip()}


def is_judgement(text: str) -> bool:
    """Whether a note tells of a judgement."""
    return commit_message.rules_of(text) != ""


def _named(path: str) -> str:
    name = path.replace("/", "")
    return name if _COMMIT.fullmatch(name) else ""
