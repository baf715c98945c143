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
_ASKED_COMMITS = 100  # in one question to git
_MOST_SLASHES = 4  # in a note's path, which a thousand million notes do not need


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


def kept(git: Git, at: str, commits: Sequence[str]) -> dict[str, tuple[str, bytes]]:
    """The notes on these commits as the commit ``at`` of the notes holds them, to the byte: the path of each, and it.

    git puts a note at its commit's id, with a slash after the first two, four or more digits where there are many.
    """
    found: dict[str, tuple[str, bytes]] = {}
    for start in range(0, len(commits), _ASKED_COMMITS):
        some = commits[start : start + _ASKED_COMMITS]
        asked = [path for commit in some for path in _paths(commit)]
        lines = git.run("ls-tree", "-z", "--name-only", at, *asked).decode().split("\0")
        paths = {_named(path): path for path in lines if path}
        bodies = read.objects(git, [f"{at}:{path}" for path in paths.values()])
        found |= {commit: (path, body or b"") for (commit, path), body in zip(paths.items(), bodies, strict=True)}
    return found


def is_judgement(text: str) -> bool:
    """Whether a note tells of a judgement."""
    return commit_message.rules_of(text) != ""


def _paths(commit: str) -> Iterator[str]:
    """Where a note on a commit may stand."""
    for slashes in range(_MOST_SLASHES + 1):
        pairs = [commit[at : at + 2] for at in range(0, 2 * slashes, 2)]
        yield "/".join([*pairs, commit[2 * slashes :]])


def _named(path: str) -> str:
    name = path.replace("/", "")
    return name if _COMMIT.fullmatch(name) else ""
