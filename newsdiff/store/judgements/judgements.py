"""What later rules find in the revisions of a store: kept beside the history, as git notes."""

from collections.abc import Sequence
from datetime import datetime

from newsdiff.model import Dismissal, Report, Revision
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.judgements import notes
from newsdiff.store.lock import Lock
from newsdiff.store.repository import commit_message, read
from newsdiff.store.repository.git import Git
from newsdiff.store.store import Store


class KeptJudgement(NamedTuple):
    """What is kept of a revision (as it was recorded): its report, the rules that made it, and what was dismissed."""

    revision: Revision
    report: Report
    rules: str
    dismissal: Dismissal | None = None


class Judgements:
    """The judgements of a store, by the commits of its revisions."""

    def __init__(self, store: Store) -> None:
        bare = not (store.path / ".git").exists()
        self._git = Git(store.path if bare else store.path / ".git", None if bare else store.path)

    @property
    def tip(self) -> str:
        """A name for all judgements as they stand now; empty where there are none."""
        return notes.tip(self._git)

    def since(self, tip: str) -> list[str]:
        """The commits that were judged anew since ``tip``; all that ever were, where that is not known any more."""
        now = self.tip
        if now:
            return notes.changed(self._git, tip, now)
        return notes.changed(self._git, "", tip) if tip else []  # they were removed: what was recorded counts again

    def as_recorded(self, commits: Sequence[str]) -> dict[str, Revision]:
        """The revisions of these commits as they were recorded, whatever was found later."""
        return {name: kept.revision for name, kept in read.named(self._git, commits, judged=False).items()}

    def keep(self, made: Sequence[KeptJudgement], *, now: datetime, lock: Lock) -> None:
        """Keep these judgements, each in the place of the one before."""
        texts = [(one.revision.id, commit_message.judgement(*one)) for one in made]
        notes.write(self._git, texts, now=now, lock_fd=lock.fd)
