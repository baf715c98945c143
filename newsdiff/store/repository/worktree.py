"""``main`` in the work tree follows the archive, as far as that touches nothing of the user's."""

from pathlib import Path

from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository import read
from newsdiff.store.repository.git import BRANCH, Git

MAIN = "refs/heads/main"


def follow(git: Git) -> str:
    """Fast-forward ``main`` and the work tree to the archive; empty when they stand there, else why they do not."""
    if git.work_tree is None:
        return ""
    old, new = _refs(git)
    if new == old:
        return ""
    if _head(git) != MAIN:
        return "main is not checked out here: it stays as it is"
    if old and git.call("merge-base", "--is-ancestor", old, new, ok=(0, 1))[0]:
        return "main holds commits of yours: it stays as it is; merge the branch archive when you like"
    try:
        git.run("read-tree", "-m", "-u", *([old] if old else []), new)
    except DiskFull:
        raise
    except StoreError as error:
        return f"main stays as it is, for a file of yours stands in the way ({error.message})"
    git.run("update-ref", MAIN, new, old or "0" * 40)
    return ""


def mend(git: Git) -> None:
    """Take back what a killed ``follow`` had begun: files that it wrote (or began to) before the index knew of them.

    Such a file holds what the archive's tip holds, or the beginning of it, so nothing of a user's goes.
    """
    if git.work_tree is None or _head(git) != MAIN:
        return
    old, new = _refs(git)
    if not new or old == new:
        return
    before, after = _tree(git, old), _tree(git, new)
    paths = [p for p, blob in after.items() if before.get(p) != blob and (git.work_tree / p).is_file()]
    began = [
        path
        for path, body in zip(paths, read.objects(git, [after[p] for p in paths]), strict=True)
        if body is not None and body.startswith((git.work_tree / path).read_bytes())
    ]
    with room(git.work_tree):
        for path in began:
            Path(git.work_tree / path).unlink()
    tracked = [path for path in began if path in before]
    git.run(
        "checkout-index",
        "--force",
        "--quiet",
        "-z",
        "--stdin",
        stdin="".join(f"{p}\0" for p in tracked).encode(),
        ok=(0, 1),
    )


def _refs(git: Git) -> tuple[str, str]:
    """Where main and the archive stand; empty for a branch that is not there yet."""
    found = git.run("for-each-ref", "--format=%(refname) %(objectname)", BRANCH, MAIN).decode().split("\n")
    refs = dict(line.split(" ") for line in found if line)
    return refs.get(MAIN, ""), refs.get(BRANCH, "")


def _head(git: Git) -> str:
    return git.run("symbolic-ref", "--quiet", "HEAD", ok=(0, 1)).decode().strip()


def _tree(git: Git, commit: str) -> dict[str, str]:
    """Every path of a commit, and its blob."""
    if not commit:
        return {}
    rows = git.run("ls-tree", "-r", "-z", "--full-tree", commit).decode("utf-8", "replace").split("\0")
    return {path: head.split(" ")[2] for row in rows if row for head, _, path in (row.partition("\t"),)}
