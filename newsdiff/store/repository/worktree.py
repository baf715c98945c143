"""``main`` in the work tree follows the archive, as far as that touches nothing of the user's."""

from pathlib import Path

import newsdiff.store.layout as layout
from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.disk import room
from newsdiff.store.repository import lock_files, read
from newsdiff.store.repository.git import BRANCH, Git

MAIN = "refs/heads/main"


def follow(git: Git) -> str:
    """Fast-forward ``main`` and the work tree to the archive; empty when they stand there, else why they do not."""
    if (way := _way(git)) is None:
        return ""
    old, new = way
    if why := _kept_by_the_user(git, old, new):
        return why
    move = ("read-tree", "-m", "-u", *([old] if old else []), new)
    try:
        if git.call(*move, ok=range(256))[0]:
            # A store that was copied has other file times than its index: only who reads the files sees them unchanged.
            git.call("update-index", "-q", "--refresh", ok=range(256))
            git.run(*move)
        git.run("update-ref", MAIN, new, old or "0" * 40)
    except DiskFull:
        raise
    except StoreError as error:
        return _stays(git, error)
    return ""


def behind(git: Git) -> str:
    """Why ``main`` does not stand where the archive stands; empty when it does. Nothing is moved."""
    if (way := _way(git)) is None:
        return ""
    old, new = way
    if why := _kept_by_the_user(git, old, new):
        return why
    try:
        git.run("read-tree", "-n", "-m", "-u", *([old] if old else []), new)
    except StoreError as error:
        return _stays(git, error)
    return "main stays behind the archive until the next run"


def _way(git: Git) -> tuple[str, str] | None:
    """From which commit to which ``main`` is to go; None where it stands there, or there is no work tree."""
    refs = _refs(git) if git.work_tree is not None else ("", "")
    return refs if refs[0] != refs[1] else None


def _kept_by_the_user(git: Git, old: str, new: str) -> str:
    """Why ``main`` is not ours to move, if it is not."""
    if _head(git) != MAIN:
        return "main is not checked out here: it stays as it is"
    if old and git.call("merge-base", "--is-ancestor", old, new, ok=(0, 1))[0]:
        return "main holds commits of yours: it stays as it is; merge the branch archive when you like"
    return ""


def _stays(git: Git, error: StoreError) -> str:
    for found in lock_files.standing(git.git_dir):
        return f"main stays as it is: {found.problem}; {found.remedy}"
    return f"main stays as it is, for a file of yours stands in the way ({error.message})"


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
    paths = [p for p, blob in after.items() if before.get(p) != blob and _is_ours(git.work_tree, p)]
    bodies = read.objects(git, [after[p] for p in paths])
    with room(git.work_tree):
        began = [
            path
            for path, body in zip(paths, bodies, strict=True)
            if body is not None and body.startswith((git.work_tree / path).read_bytes())
        ]
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


def _is_ours(work_tree: Path, path: str) -> bool:
    """Whether a file of the archive stands in the work tree itself; a hostile tree may name any path, or a link."""
    file = work_tree / path
    return layout.is_path(path) and file.is_file() and file.resolve() == work_tree.resolve() / path


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
