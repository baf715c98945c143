"""``main`` in the work tree follows the archive, as far as that touches nothing of the user's."""

from newsdiff.errors import DiskFull, StoreError
from newsdiff.store.git import Git
from newsdiff.store.write import BRANCH

MAIN = "refs/heads/main"


def follow(git: Git) -> str:
    """Fast-forward ``main`` and the work tree to the archive; empty when they stand there, else why they do not.

    Works again from any instant at which it was killed: ``read-tree -m -u`` leaves alone what already stands.
    """
    if git.work_tree is None:
        return ""
    refs = dict(
        line.split(" ")
        for line in git.run("for-each-ref", "--format=%(refname) %(objectname)", BRANCH, MAIN).decode().split("\n")
        if line
    )
    new, old = refs.get(BRANCH, ""), refs.get(MAIN, "")
    if new == old:
        return ""
    if git.run("symbolic-ref", "--quiet", "HEAD", ok=(0, 1)).decode().strip() != MAIN:
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
