"""The store as its users see it: articles, their revisions, and one way to record new ones."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import newsdiff.store.index as index
import newsdiff.store.layout as layout
from newsdiff.errors import StoreError, StoreLocked
from newsdiff.model import ArticleHistory, Block, Page, Revision, RevisionKind
from newsdiff.store import lookup, placement, signing
from newsdiff.store.copies import remotes
from newsdiff.store.index import StoredArticle
from newsdiff.store.left_out import LeftOut
from newsdiff.store.lock import Lock, patient
from newsdiff.store.raw import Raw
from newsdiff.store.repository import create, hindrances, maintenance, ownership, read, recover, worktree, write
from newsdiff.store.repository.commit_message import Record
from newsdiff.store.repository.git import BRANCH, Git
from newsdiff.store.repository.hindrances import Hindrance
from newsdiff.store.repository.inspection import inspect
from newsdiff.store.repository.read import LoggedRevision, NewestRevisions, article_of

if TYPE_CHECKING:
    from newsdiff.store.backfill.backfill import Cleaner, Comparer, Reader
    from newsdiff.store.repository.takeover import Taken
    from newsdiff.store.verify import Fault


class Store:
    """A store on disk; opening it starts no git and costs next to nothing.

    ``notices`` collects what a user should be told, such as a ``main`` that was left alone. Without ``worktree``,
    ``main`` is never moved. ``named`` gives the URL for a name of the user's own, and any other text as it is.

    An article is named by its URL, its path, or a part of URL or headline that no other has. Revisions come newest
    first and without their texts, which ``read`` and ``read_all`` load.

    >>> import tempfile
    >>> from datetime import UTC, datetime
    >>> from newsdiff import RevisionKind, Store, article, compare
    >>> from newsdiff.store import Record
    >>> seen, later = (datetime(2026, 3, 12, hour, tzinfo=UTC) for hour in (10, 11))
    >>> texts = (article([f"{n} people were hurt."], "Ferry collides with pier", "en") for n in ("Twelve", "Fourteen"))
    >>> old, new = (text._replace(url="https://news.example/2026/03/ferry") for text in texts)
    >>> folder = tempfile.TemporaryDirectory()
    >>> store = Store.create(f"{folder.name}/snapshots")
    >>> [first] = store.record([Record(old, RevisionKind.FIRST, seen)], now=seen)
    >>> edit = Record(new, RevisionKind.EDIT, later, seen, compare(old, new), path=first.path)
    >>> [second] = store.record([edit], now=later)
    >>> for revision in store.history("ferry"):
    ...     print(revision.kind, f"{revision.seen_at:%H:%M}", ", ".join(revision.flags) or "-")
    edit 11:00 number
    first 10:00 -
    >>> newest, oldest = store.read_all(store.history("ferry"))
    >>> oldest.article
    <Article 'Ferry collides with pier', 2 blocks, https://news.example/2026/03/ferry>
    >>> [found.headline for found in store.articles()], len(list(store.changes(since=later)))
    (['Ferry collides with pier'], 1)
    >>> folder.cleanup()
    """

    def __init__(self, path: Path | str, *, worktree: bool = True, named: Callable[[str], str] = str) -> None:
        self.path = Path(path)
        self._named = named
        bare = not (self.path / ".git").exists()
        self._git = Git(self.path if bare else self.path / ".git", None if bare else self.path)
        self.private = layout.private(self._git.git_dir, self._git.work_tree)
        self.notices: list[str] = []
        self.heard: Callable[[str, int, int], None] = lambda _what, _done, _of: None  # of long work, how much is done
        self._follows = worktree and not bare
        self._lock: Lock | None = None
        self.raw = Raw(self.private / "raw", lambda now: self._locked("keep a raw page", now, brief=True))
        self._index = index.RevisionIndex(self.private / "index.tsv", self._git)
        self._newest = NewestRevisions(self._git)
        self._blobs: dict[tuple[str, str], str] = {}  # commit and path -> blob
        self._earlier_of: tuple[str, dict[str, str]] | None = None
        layout.check_format(self.private / "format", self.path)
        inspect(self._git.git_dir, self.private)

    def __repr__(self) -> str:
        return f"<Store {str(self.path)!r}>"

    @classmethod
    def create(cls, path: Path | str, *, bare: bool = False) -> "Store":
        """Make a store; StoreError where there is one, or another repository."""
        create.create(Path(path), bare=bare)
        store = cls(path)
        store.hand_over()
        return store

    def take_over(self, other: Path, *, now: datetime) -> "Taken":
        """Take the history of the store in another folder over into this one, which must be new.

        git reads nothing but the objects there, so that no program runs which the other store names.
        """
        from newsdiff.store.repository import takeover

        with self._locked("take over", now):
            if self.tip:
                raise StoreError(f"{self.path} holds a history already", "take one over into a new store")
            taken = takeover.take_over(other, self._git, self.private)
            self._after()
            return taken

    # --- reading ---

    def articles(self) -> list[StoredArticle]:
        """All articles by path, each with its newest revision."""
        rows, counts = index.newest(self._rows())
        return [
            StoredArticle(row.path, last.url, row.headline, row.path.split("/")[0], counts[row.path], last)
            for row, last in zip(rows, index.revisions(self._git, rows), strict=True)
        ]

    def find(self, article: str) -> str:
        """The path of the article that a URL, a path, or an unambiguous part of URL or headline names."""
        if layout.is_path(article) and not self._git.call("cat-file", "-e", f"{BRANCH}:{article}", ok=(0, 1, 128))[0]:
            return article
        article = self._named(article)
        last, rows = self._index.last(), list(self._rows())
        path = lookup.find(article, rows)
        return self._earlier(last, lambda: rows).get(path, path)

    def path_of(self, url: str) -> str | None:
        """The path of the article that goes, or once went, by a URL; None when there is none."""
        return min(index.of_url(self._rows(), url), default=None)

    def history(self, article: str, *, recleans: bool = True) -> ArticleHistory:
        """All revisions of an article, newest first; without those that only our cleaner made, if so asked."""
        found = self._history(article) if layout.is_path(article) else []
        found = found or self._history(self.find(article))
        return ArticleHistory(r for r in found if recleans or r.kind is not RevisionKind.RECLEAN)

    def _history(self, path: str) -> list[Revision]:
        chapters = [other for other, main in self._earlier(self._index.last(), self._rows).items() if main == path]
        before = [revision for other in chapters for revision in self._own(other)]
        return [*self._own(path), *sorted(before, key=lambda r: r.seen_at, reverse=True)]

    def _own(self, path: str) -> list[Revision]:
        """The revisions of one file, newest first."""
        return [self._remember(kept) for kept in read.log(self._git, path=path)]

    def _earlier(self, last: str, rows: Callable[[], Iterable[index.Row]]) -> dict[str, str]:
        """The paths of what came before first observations, each with its article's, where the index ends so."""
        if self._earlier_of is None or self._earlier_of[0] != last:
            self._earlier_of = last, index.earlier(rows)
        return self._earlier_of[1]

    def commit(self, text: str) -> str:
        """The whole id of the commit that ``text`` alone names, as ``changes`` prints it; empty where it names none."""
        found = lookup.commit(text, self._rows())
        return found.commit if found else ""

    def revision(self, article: str, rev: str, *, tz: tzinfo = UTC) -> Revision:
        """One revision: ``@1`` is the first, ``@-1`` the last; a date or time gives what stood then; or a commit."""
        return lookup.revision(self.history(article), rev, tz)

    def read(self, revision: Revision) -> Revision:
        """The revision with its article."""
        return self.read_all([revision])[0]

    def read_all(self, revisions: Iterable[Revision]) -> list[Revision]:
        """The revisions with their articles, read in one go."""
        asked = list(revisions)
        blobs = [self._blobs.pop((r.id, r.path), f"{r.id}:{layout.checked(r.path)}") for r in asked]
        told, known = zip(asked, read.texts(self._git, blobs), strict=True), dict[str, Block]()
        return [replace(r, article=article_of(r, text, known)) for r, text in told]

    def last(self, path: str, commit: str = "") -> Revision | None:
        """The newest revision at a path, with its article; None when there is none.

        ``commit`` is what the caller takes for it: under the lock, where it proves true, no history is walked.
        """
        if self._lock is not None and (found := self._newest.at(path, commit)):
            return found
        for newest in (("-1",), ()):  # the newest commit may be somebody's, which is passed over
            for kept in read.log(self._git, *newest, path=layout.checked(path)):
                return self.read(self._remember(kept))
        return None

    def changes(self, *, since: datetime | None = None, host: str | None = None) -> Iterator[Revision]:
        """Revisions of all articles (of one host) observed at ``since`` or later, newest first, without articles."""
        # With @, for git takes a small number for something else; and no sign, for it knows no time before 1970.
        options = [f"--since=@{max(0, int(since.timestamp()))} +0000"] if since else []
        for kept in read.log(self._git, *options, path=f"{host}/" if host else None):
            if since is None or kept.revision.seen_at >= since:
                yield self._remember(kept)

    @property
    def tip(self) -> str:
        """The id of the newest commit; empty in a store without a revision."""
        return self._checked(read.newest_commit(self._git))

    def following(self, commit: str) -> list[str] | None:
        """The commits after ``commit`` (empty: all), oldest first, for ``recorded``; None where no history leads on."""
        return read.following(self._git, commit, self.tip)

    def recorded(self, commits: Sequence[str]) -> list[Revision]:
        """The revisions of these commits, in their order."""
        found = read.named(self._git, commits)
        return [self._remember(found[commit]) for commit in commits if commit in found]

    def _rows(self) -> Iterator[index.Row]:
        return self._index.rows(self.tip)

    def _checked(self, tip: str) -> str:
        """Where the archive stands, as it was read; a branch that is gone is never taken for an empty store."""
        if not tip and self._index.last():
            last = next((row.commit for row in reversed(self._index.raw_rows())), "")
            raise StoreError(
                f"the branch archive of {self.path} is gone or broken, though revisions were recorded",
                f"if git still holds commit {last}: git -C {self.path} update-ref {BRANCH} {last}" if last else "",
            )
        return tip

    def _remember(self, kept: LoggedRevision) -> Revision:
        self._blobs[kept.revision.id, kept.revision.path] = kept.blob
        return kept.revision

    # --- writing ---

    @contextmanager
    def lock(self, *, who: str, now: datetime, brief: bool = False) -> Iterator[Lock]:
        """Hold the store against other writers (``brief``: for one write; it is waited for); StoreLocked names them."""
        if self._lock is not None:
            raise StoreError("this run holds the lock already", "this is a bug: please report it")
        self.hand_over()  # what an older newsdiff, run as root, left
        try:
            with patient(self.private / "run.lock", who, now, brief=brief, heard=self.heard) as lock:
                self._lock = lock
                self._recover(lock, now)
                yield lock
                self.raw.sync()
        finally:
            self._newest.close()
            self._lock = None
            self.hand_over()

    def hand_over(self) -> None:
        """Where root works in somebody else's store: give its owner what root wrote there. Else nothing."""
        ownership.hand_over_store(self.path, self._git.git_dir, self.private)

    @contextmanager
    def _locked(self, who: str, now: datetime, *, brief: bool = False) -> Iterator[Lock]:
        """The held lock, or one for this act alone."""
        if self._lock is not None:
            yield self._lock
            return
        with self.lock(who=who, now=now, brief=brief) as lock:
            yield lock

    def _recover(self, lock: Lock, now: datetime) -> None:
        """Sweep what a killed run or maintenance left, and let the work tree catch up."""
        for path in recover.sweep_locks(self._git, lock.written_at):
            self.notices.append(f"{path} was left by a git that was killed more than an hour ago: it was removed")
        packing = self.private / "packing.lock"
        if lock.crashed is None and not (packing.exists() and packing.stat().st_size):
            return
        try:
            free = Lock(packing, "recovery", now)
        except StoreLocked:
            free = None  # somebody packs at this moment
        begun = [held.crashed for held in (lock, free) if held is not None and held.crashed is not None]
        with free or nullcontext():
            if begun:
                recover.sweep(self._git, min(begun), packing=free is None)
                recover.sweep_old(self._git, lock.written_at)
                worktree.mend(self._git)
                self._after()
        lock.recovered()

    def record(self, records: Sequence[Record], *, now: datetime) -> list[Revision]:
        """Append one commit a record, in their order, and bring ``main`` after them.

        A record whose file would not change makes no commit and is missing from what is given back.
        """
        write.check(records, now)
        with self._locked("record", now) as lock:
            self.raw.sync()
            at = write.tip(self._git)
            self._checked(at.id)
            placed = placement.place(self._git, at.id, records)
            kept = write.prepare(self._git, at, records, placed)
            if not kept:
                return []
            made = write.commit(self._git, at, kept, now=now, marks=self.private / "marks", lock_fd=lock.fd)
            told = zip(made, kept, strict=True)
            self._index.append(at.id, [index.row(r, k.blob, k.headline, renamed=k.renamed) for r, k in told])
            self._after()
            self.hand_over()  # a run may be long, and be killed
            return made

    def import_(
        self,
        pages: Iterable[Page | LeftOut],
        *,
        clean: "Cleaner",
        compare: "Comparer | None" = None,
        cleaner: str = "",
        earlier: bool = False,
        now: datetime,
    ) -> list[Revision]:
        """Back-fill articles from pages seen earlier (``import_sources.pages``), in the order in which they were seen.

        What is left out is told in ``notices``, articles that the store knows too: existing history is never rewritten.
        With ``earlier``, what lies before the first observation of such an article is kept in a file of its own, and
        read as the beginning of its history. StoreError when nothing is left. One that was stopped is taken up.
        """
        from newsdiff.store.backfill.backfill import OneByOne

        return list(self.importing(pages, OneByOne(clean, compare), cleaner=cleaner, earlier=earlier, now=now))

    def importing(
        self, pages: Iterable[Page | LeftOut], reader: "Reader", *, cleaner: str, earlier: bool = False, now: datetime
    ) -> Iterator[Revision]:
        """``import_`` of any number of pages by a reader that does many at a time: each revision as it is recorded."""
        from newsdiff.store.backfill import backfill, known, ledger, spool

        tell = self.notices.append
        with spool.Spool(self.private) as pool, ledger.Ledger(self.private) as noted:
            backfill.read(pages, reader, pool, noted, tell, now=now)
            with self._locked("import", now):
                self._index.follow(self.tip)  # it is read several times
                held = known.KnownArticles(noted, self._rows, partial(read.named, self._git, judged=False), tell)
                for plan in held.unknown(backfill.plans(noted, pool, tell), earlier=earlier):
                    noted.plan(plan)
                noted.place(placement.Placement(self._git, self.tip).place)
                for batch in backfill.batches(backfill.records(noted, pool, reader, self.raw.put, cleaner)):
                    yield from self.record(batch, now=now)

    def _after(self) -> None:
        """What follows a run, and may be lost with no harm: the commit-graph, fewer packs, and ``main``."""
        self._newest.close()  # it holds packs open that may go
        maintenance.graph(self._git)
        if maintenance.is_due(self._git):
            maintenance.fold(self._git)
        if self._follows and (notice := worktree.follow(self._git)):
            self.notices.append(notice)

    def maintain(self, *, now: datetime) -> maintenance.Upkeep:
        """Make the store small and quick again; runs of ``watch`` are kept out only while that takes seconds.

        Packing everything from scratch takes longer, and is done without the lock: git lets others write meanwhile.
        """
        before = maintenance.size(self._git)
        with self._locked("maintain", now) as lock:
            swept = recover.sweep_old(self._git, lock.written_at)
            self._index.mend(self.tip)
            maintenance.fold(self._git)
            self._after()
        if maintenance.is_loose(self._git, self.private / "tight"):
            with Lock(self.private / "packing.lock", "maintain", now) as packing:
                maintenance.tighten(self._git, self.private / "tight", lock_fd=packing.fd)
        with self._locked("maintain", now):
            maintenance.graph(self._git, whole=True)
        return maintenance.Upkeep(before, maintenance.size(self._git), len(swept))

    def verify(self, article: str | None = None, *, sample: float = 1.0, seed: int = 0) -> "Iterator[Fault]":
        """What is not as it was recorded: of one article, of a share of them (0 to 1), or of the whole store.

        Only the whole store is also given to ``git fsck``, which reads every object.
        """
        from newsdiff.store import verify

        whole = article is None and sample >= 1.0
        path = self.find(article) if article else None
        yield from verify.faults(self._git, self._index, self.raw, path, sample, seed)
        if whole:
            yield from (verify.Fault(found.problem) for found in hindrances.locks(self._git))
            yield from (
                verify.Fault(doubt) for doubt in signing.doubts(self._git.from_scratch(), self.private / "signers")
            )

    # --- evidence ---

    def sign(self, key: Path, *, now: datetime) -> str:
        """Sign the archive's tip with an SSH key, as a tag; its name, empty when nothing is new."""
        with self._locked("sign", now, brief=True):
            return signing.sign(self._git, key, self.private / "signers", now=now)

    def add_remote(self, name: str, url: str) -> None:
        """Name another repository to push to."""
        remotes.add(self._git, name, url, self.private)

    def push(self, name: str) -> str:
        """Push the archive, main and the signed tags, never by force; what git said."""
        note = self.private / "refused-push"
        return hindrances.noted_push(note, name, lambda: remotes.push(self._git, name, self.private))

    def hindrances(self) -> list[Hindrance]:
        """What stands in the way of git, of ``main``, or of copies elsewhere."""
        main = hindrances.main(self._git) if self._follows else ()
        return [*hindrances.locks(self._git), *main, *hindrances.refused(self.private / "refused-push")]
