"""What stands behind a history for those who would check it without newsdiff: objects and bundles, as git has them."""

from collections.abc import Sequence
from pathlib import Path

from newsdiff.errors import StoreError
from newsdiff.model import Revision
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.disk import room
from newsdiff.store.judgements import notes
from newsdiff.store.layout import checked
from newsdiff.store.repository import read
from newsdiff.store.repository.git import BRANCH, NOTES, RUN_TAGS, Git
from newsdiff.store.store import Store

NOTES_REF = NOTES
SIGNERS = "signers"  # the file of the private folder that says whose signatures are good


class KeptNote(NamedTuple):
    """A later judgement of a revision: the commit of the notes with its path there, and its text as it stands there."""

    name: str
    text: bytes


class Proof:
    """The objects of a store's history."""

    def __init__(self, store: Store) -> None:
        bare = not (store.path / ".git").exists()
        self._git = Git(store.path if bare else store.path / ".git", None if bare else store.path)

    def commit(self, commit: str) -> bytes:
        """A commit as ``git cat-file commit`` prints it; StoreError where it cannot be read."""
        return self._objects([commit])[0]

    def texts(self, revisions: Sequence[Revision]) -> list[bytes]:
        """The stored files of revisions, to the byte."""
        return self._objects([f"{one.id}:{checked(one.path)}" for one in revisions])

    def _objects(self, names: Sequence[str]) -> list[bytes]:
        found = list(read.objects(self._git, names))
        for name, body in zip(names, found, strict=True):
            if body is None:
                raise StoreError(f"{name} cannot be read", "run newsdiff verify")
        return [body for body in found if body is not None]

    def holds(self, commit: str) -> bool:
        """Whether the archive holds a commit."""
        return self._git.call("merge-base", "--is-ancestor", commit, BRANCH, ok=range(256))[0] == 0

    def tags(self) -> dict[str, str]:
        """The signed tags over runs, each with its commit."""
        listed = self._git.run("for-each-ref", "--format=%(refname:lstrip=2) %(*objectname)", RUN_TAGS).decode()
        told = (line.partition(" ") for line in listed.split("\n"))
        return {name: commit for name, _, commit in told if commit}  # a light tag, which nobody signed, names none

    def judgements(self, commits: Sequence[str]) -> dict[str, KeptNote]:
        """The notes on these commits that judge them, as they stand now."""
        at = notes.tip(self._git)
        found = notes.kept(self._git, at, commits) if at else {}
        return {
            commit: KeptNote(f"{at}:{path}", body)
            for commit, (path, body) in found.items()
            if notes.is_judgement(body.decode("utf-8", "replace"))
        }

    def bundle(self, out: Path) -> None:
        """The whole history, with the signed tags and the notes, as one file that git clones from."""
        refs = [BRANCH, *(f"refs/tags/{name}" for name in self.tags()), *([NOTES] if notes.tip(self._git) else [])]
        with room(out):
            self._git.run("bundle", "create", "--quiet", str(out.resolve()), *refs)
