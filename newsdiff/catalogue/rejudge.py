"""Old edits judged by today's rules: compared again by an engine, and what they find kept beside the history.

Nothing is locked but for the moment of each write, so runs of ``watch`` go on meanwhile. What is written stays: a run
that was stopped goes on where it stood, and one with nothing to do does nothing.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from newsdiff.catalogue.catalogue import Catalogue
from newsdiff.catalogue.dismissals import dismissed_of
from newsdiff.catalogue.ranking import JUDGED_KINDS, Rules
from newsdiff.engines import units
from newsdiff.engines.engine import UnitEngine
from newsdiff.errors import EngineError, StoreLocked
from newsdiff.flags.version import version
from newsdiff.model import Article, FlagSettings, Report, Revision
from newsdiff.named_tuple import NamedTuple
from newsdiff.store.judgements.judgements import Judgements, KeptJudgement
from newsdiff.store.repository.commit_message import dismissal

_MEANWHILE = "not judged, for somebody dismissed findings of it meanwhile: newsdiff rejudge does it again"
_READ_EDITS = 250  # whose texts are read at a time
_UNIT_HISTORIES = 32
_KEEP_JUDGEMENTS = 500  # kept by one run of git
_PATIENCE_SECONDS = 600.0  # that another run may hold the lock
_PAUSE_SECONDS = 0.5


class Rejudged(NamedTuple):
    """An edit that was judged: as it was told before, and as it is told now; ``why`` there is no judgement."""

    before: Revision
    after: Revision
    why: str = ""

    @property
    def differs(self) -> bool:
        """Whether readers are told something else of it than before."""
        return _reader_view(self.before) != _reader_view(self.after)


class _Pending(NamedTuple):
    """An edit that other rules judged than today's; ``number`` counts the revisions of its article from 1."""

    name: str
    article: int
    number: int
    url: str
    rules: str


class _Run(NamedTuple):
    """Successive edits of an article, with the text before the first of them."""

    edits: tuple[Revision, ...]
    history: units.TextHistory
    rules: str


def rejudge(
    catalogue: Catalogue,
    engine: UnitEngine,
    rules: Rules,
    *,
    clock: Callable[[], datetime],
    paths: Sequence[str] | None = None,
    patience: float = _PATIENCE_SECONDS,
) -> Iterator[Rejudged]:
    """Judge the edits of the articles at these ``paths`` (None: of all) that today's rules did not judge yet.

    Each edit comes once its judgement is kept. StoreLocked where another run holds the lock for longer than
    ``patience`` in seconds; EngineError. What was kept stays.
    """
    keeping = _Keeping(catalogue, clock, patience)
    asked = ((run, run.history) for run in _runs(catalogue, _pending(catalogue, rules, paths), rules))
    answers = units.answered(engine, units.judge_histories, asked, most=_UNIT_HISTORIES, size=_history_bytes)
    try:
        for run, answer in answers:
            keeping.add(run, answer)
            yield from keeping.full()
    except EngineError:
        yield from keeping.all()
        raise
    yield from keeping.all()


class _Made(NamedTuple):
    """A judgement, and the edit as it was when that was made."""

    edit: Revision
    judgement: KeptJudgement


class _Keeping:
    """Judgements that wait to be kept."""

    def __init__(self, catalogue: Catalogue, clock: Callable[[], datetime], patience: float) -> None:
        self._catalogue = catalogue
        self._clock = clock
        self._patience = patience
        self._store = Judgements(catalogue.store)
        self._waiting: list[tuple[Revision, units.Verdict, str]] = []

    def add(self, run: _Run, answers: Sequence[units.Verdict]) -> None:
        """Take what was found in a run of edits."""
        for edit, answer in zip(run.edits, answers, strict=True):
            self._waiting.append((edit, answer, run.rules))

    def full(self) -> Iterator[Rejudged]:
        """Keep what waits, if it is much."""
        if len(self._waiting) >= _KEEP_JUDGEMENTS:
            yield from self.all()

    def all(self) -> Iterator[Rejudged]:
        """Keep what waits."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        recorded = self._store.as_recorded([edit.id for edit, _, _ in waiting])
        made = [
            _Made(edit, KeptJudgement(recorded[edit.id], found, by, dismissal(edit)))
            for edit, found, by in waiting
            if isinstance(found, Report)
        ]
        if made:
            self._keep(made)
            self._catalogue.follow_judgements()
        after = self._as_they_stand([edit for edit, _, _ in waiting])
        for edit, found, by in waiting:
            why = _MEANWHILE if after[edit.id].rules != by else ""
            yield Rejudged(edit, after[edit.id], found if isinstance(found, str) else why)

    def _as_they_stand(self, edits: Sequence[Revision]) -> dict[str, Revision]:
        """Edits as they are judged and dismissed by now."""
        return {found.id: found for found in self._catalogue.store.recorded([edit.id for edit in edits])}

    def _keep(self, made: Sequence[_Made]) -> None:
        """Keep these; but what a person dismissed, or took back, since an edit was read counts, not what is known."""
        ends = time.monotonic() + self._patience
        while True:
            now = self._clock()
            try:
                with self._catalogue.store.lock(who="rejudge", now=now, brief=True) as lock:
                    now_dismissed = self._as_they_stand([edit for edit, _ in made])
                    kept = [one for edit, one in made if dismissal(now_dismissed[edit.id]) == dismissal(edit)]
                    if kept:
                        self._store.keep(kept, now=now, lock=lock)
                    return
            except StoreLocked:
                if time.monotonic() >= ends:
                    raise
            time.sleep(_PAUSE_SECONDS)


def _pending(catalogue: Catalogue, rules: Rules, paths: Sequence[str] | None) -> Iterator[_Pending]:
    """The edits that are to be judged, by article, oldest first."""
    wanted = None if paths is None else set(paths)
    by_host: dict[str, str] = {}
    for article, path, url, host in catalogue.rows("SELECT id, path, url, host FROM article ORDER BY id"):
        if wanted is not None and path not in wanted:
            continue
        by = by_host.setdefault(host, version(rules(url)))
        rows = catalogue.rows(
            f"SELECT name, number FROM revision WHERE article = ? AND kind IN ({JUDGED_KINDS}) AND rules != ?"
            " ORDER BY number",
            article,
            by,
        )
        yield from (_Pending(name, article, number, url, by) for name, number in rows)


def _runs(catalogue: Catalogue, pending: Iterator[_Pending], rules: Rules) -> Iterator[_Run]:
    """The edits with their texts, those that follow one another together."""
    for some in units.gathered(pending, most=_READ_EDITS):
        names = dict(_names(catalogue, some))
        read = {r.id: r for r in catalogue.store.read_all(catalogue.store.recorded(list(names.values())))}
        found = {key: read[name] for key, name in names.items() if name in read}
        for article, edits in groupby(some, attrgetter("article")):
            for run in _successive(list(edits)):
                before = found.get((article, run[0].number - 1))
                texts = [found.get((article, edit.number)) for edit in run]
                if before is not None and all(texts):
                    yield _run(before, [text for text in texts if text], rules(run[0].url), run[0].rules)


def _run(before: Revision, edits: Sequence[Revision], settings: FlagSettings, rules: str) -> _Run:
    return _Run(
        tuple(edits),
        units.TextHistory(
            tuple(units.TextInTime(_article(r), r.seen_at, dismissed=dismissed_of(r)) for r in (before, *edits)),
            settings,
        ),
        rules,
    )


def _names(catalogue: Catalogue, some: Sequence[_Pending]) -> Iterator[tuple[tuple[int, int], str]]:
    """Article, number and name of these edits, and of the revisions before them."""
    wanted = {(edit.article, edit.number - before) for edit in some for before in (0, 1)}
    articles = sorted({edit.article for edit in some})
    for article, number, name in catalogue.among(
        "SELECT article, number, name FROM revision WHERE article IN ({}) ORDER BY id", articles
    ):
        if (article, number) in wanted:
            yield (article, number), name


def _successive(edits: Sequence[_Pending]) -> Iterator[list[_Pending]]:
    """The edits of one article in runs without a gap."""
    run: list[_Pending] = []
    for edit in edits:
        if run and edit.number != run[-1].number + 1:
            yield run
            run = []
        run.append(edit)
    yield run


def _article(revision: Revision) -> Article:
    assert revision.article is not None, "it was read"
    return revision.article


def _history_bytes(history: units.TextHistory) -> int:
    return sum(units.text_bytes(text.article) for text in history.texts)


def _reader_view(revision: Revision) -> tuple[object, ...]:
    """What readers are told of an edit."""
    graded = revision.severity, revision.trailer("Weight"), revision.faults
    return revision.flags, revision.summary, revision.lines, revision.disclosed, *graded
