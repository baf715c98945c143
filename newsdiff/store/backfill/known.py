"""What a store knows already of the articles that an import has read: it is gone on with, or left as it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from newsdiff.errors import StoreError
from newsdiff.model import Revision
from newsdiff.store import index
from newsdiff.store.backfill.ledger import Ledger
from newsdiff.store.backfill.plan import Plan, before, resumed
from newsdiff.store.repository.read import LoggedRevision
from newsdiff.text.urls import public

_NEW_STORE = "import it into a new store: existing history is never rewritten"
_SOME = 500  # articles whose histories are read together


class KnownArticles:
    """What a store holds of the articles in a ledger.

    ``rows`` gives those of the store's index, as often as it is asked, and ``named`` the revisions of commits.
    """

    def __init__(
        self,
        ledger: Ledger,
        rows: Callable[[], Iterable[index.Row]],
        named: Callable[[Sequence[str]], Mapping[str, LoggedRevision]],
        tell: Callable[[str], object],
    ) -> None:
        self._ledger, self._named, self._tell = ledger, named, tell
        self._before: dict[str, str] = {}  # the paths of what came before a history, by the path of that
        if ledger.know(index.names(rows())):
            mains = index.earlier(rows)
            self._before = {main: path for path, main in mains.items()}
            ledger.hold((row.commit, row.path, mains.get(row.path, row.path)) for row in rows())

    def unknown(self, plans: Iterator[Plan], *, earlier: bool) -> Iterator[Plan]:
        """What of the plans may be recorded; StoreError at the end when nothing was of any, unless ``earlier``."""
        known: list[str] = []
        kept = False
        while some := list(islice(plans, _SOME)):
            paths = [self._ledger.path_of(plan.url) for plan in some]
            histories = self._histories(paths)
            for plan, path in zip(some, paths, strict=True):
                left = self._left(plan, path, histories, earlier) if path else plan
                if isinstance(left, Plan):
                    kept = True
                    yield left
                else:
                    known.append(left)
        if known and not kept and not earlier:
            raise StoreError(known[0], _NEW_STORE)
        for what in known:
            self._tell(what if earlier else f"{what}. Hint: {_NEW_STORE}.")

    def _histories(self, paths: Iterable[str]) -> dict[str, list[Revision]]:
        """The revisions of these paths, and of what came before them, oldest first: git is asked once for many."""
        asked = {path for one in paths if one for path in (one, self._before.get(one)) if path}
        commits = {path: self._ledger.commits(path) for path in sorted(asked)}
        found = self._named([commit for own in commits.values() for commit in own])
        return {path: [found[commit].revision for commit in own if commit in found] for path, own in commits.items()}

    def _left(self, plan: Plan, path: str, histories: Mapping[str, list[Revision]], earlier: bool) -> Plan | str:
        """What of a plan may be recorded, whose article has a history at a path; else why nothing."""
        own = histories[path]
        if own and (left := resumed(plan, own)):
            return left
        if not earlier or not own:
            return f"{public(plan.url)} has a history here already ({path})"
        past = before(plan, own[0].seen_at)
        if past is None:
            return f"{public(plan.url)} was first observed before all of them"
        chapter = self._before.get(path)
        left = resumed(past, histories[chapter]) if chapter and histories[chapter] else past
        return left or f"{public(plan.url)} has a history before its first observation already ({chapter})"
