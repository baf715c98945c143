"""What is wrong with the watching, and what to do about it; one check a function, each a sentence and a hint.

Git, the cron line and other things of the machine are looked at by the command.
"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from newsdiff.errors import StoreLocked
from newsdiff.model import FAILED, PATIENCE_FAILURES, Settings, Status
from newsdiff.store import Store
from newsdiff.store.lock import check_free
from newsdiff.text.urls import host
from newsdiff.watch.memory.site_memory import SiteMemory
from newsdiff.watch.plan import agenda
from newsdiff.watch.plan.schedule import LEAP
from newsdiff.watch.report.health import Health, health

SILENT_FOR = timedelta(days=2)
LONG_RUN = timedelta(hours=3)  # for a run
OFTEN_CORRECTED_SLOTS = 3  # of one host
YOUNG_TIMES = 6  # that the text of a module changed by itself, with which it is known well
YOUNG_PAGES = 5  # articles of a host, with which its memory rests on enough
LEAST_FREE_BYTES = 500_000_000  # bytes
_UNREAD = FAILED | {Status.BLOCKED}  # how visits end that read no page


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something to look at: what it is about, what is wrong, and what to do."""

    subject: str
    problem: str
    hint: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the checks look at."""

    store: Store
    now: datetime
    watched: tuple[Health, ...]  # all of which there may be something to say
    torn: int
    notices: tuple[str, ...]
    latest: datetime | None
    rests: dict[str, tuple[datetime, str]] = field(default_factory=dict)
    memories: tuple[SiteMemory, ...] = ()
    idle: bool = False  # nothing is watched
    well: frozenset[str] = frozenset()  # hosts that have a page beside those in ``watched`` of which nothing is to say


def examine(store: Store, settings: Settings, *, now: datetime) -> tuple[Complaint, ...]:
    """All findings, the gravest first."""
    with agenda.looking(store, now=now) as state:
        watched = tuple(health(t) for t in agenda.troubled(store, state, settings, now=now))
        well = frozenset(filter(state.timetable.is_well, {host(one.url) for one in watched}))
        idle, notices, memories = state.timetable.is_empty(), tuple(state.notices), tuple(state.sites())
        chart = Chart(
            store, now, watched, state.torn, notices, state.latest(), state.rests(), memories, idle=idle, well=well
        )
    return tuple(finding for check in _CHECKS for finding in check(chart))


def _clock(chart: Chart) -> Iterator[Complaint]:
    if chart.latest and chart.latest > chart.now + LEAP:
        problem = f"the last visit was logged at {chart.latest:%Y-%m-%d %H:%M} UTC, which is still to come"
        yield Complaint("clock", problem, "set the machine's clock; visits go on meanwhile")


def _disk(chart: Chart) -> Iterator[Complaint]:
    free = shutil.disk_usage(chart.store.private).free
    if free < LEAST_FREE_BYTES:
        yield Complaint("disk", f"{free // 1_000_000} MB are left", "free some space")


def _lock(chart: Chart) -> Iterator[Complaint]:
    try:
        check_free(chart.store.private)
    except StoreLocked as locked:
        taken = datetime.fromtimestamp((chart.store.private / "run.lock").stat().st_mtime, UTC)
        if chart.now - taken > LONG_RUN:
            yield Complaint("lock", locked.message, "a run that lasts so long may hang: look at its process")


def _repository(chart: Chart) -> Iterator[Complaint]:
    for found in chart.store.hindrances():
        yield Complaint(found.subject, found.problem, found.remedy)


def _index(chart: Chart) -> Iterator[Complaint]:
    for notice in chart.notices:
        yield Complaint("state.db", notice, "nothing to do: the next run makes it anew")
    if chart.torn:
        yield Complaint("log", f"{chart.torn} lines of the observation log cannot be read", "they were cut by a kill")


def _nothing(chart: Chart) -> Iterator[Complaint]:
    if chart.idle:
        yield Complaint("watch list", "nothing is watched", "newsdiff add URL")


def _silent(chart: Chart) -> Iterator[Complaint]:
    """Hosts of which no page was read for days, though some were visited."""
    hosts: dict[str, list[Health]] = defaultdict(list)
    for one in chart.watched:
        if not (one.paused or one.retired or one.gone or host(one.url) in chart.well):
            hosts[host(one.url)].append(one)
    for name, those in sorted(hosts.items()):
        seen = max((o.seen for o in those if o.seen), default=None)
        failing = [o for o in those if o.status in _UNREAD | {Status.SUSPECT} and o.streak >= PATIENCE_FAILURES]
        if len(failing) == len(those) and (seen is None or chart.now - seen > SILENT_FOR):
            why = failing[0].error or str(failing[0].status)
            yield Complaint(
                name, f"none of its {len(those)} pages could be read lately: {why}", "open one in a browser"
            )


def _failing(chart: Chart) -> Iterator[Complaint]:
    for one in chart.watched:
        if one.status in _UNREAD and one.streak >= PATIENCE_FAILURES and not one.aside:
            yield Complaint(one.url, f"{one.streak} failures in a row: {one.error}", f"newsdiff pause {one.url}")


def _stale(chart: Chart) -> Iterator[Complaint]:
    """Lists that bring nothing: their entries are all too old."""
    for one in chart.watched:
        if one.error and one.status in (Status.UNCHANGED, Status.NOT_MODIFIED):
            yield Complaint(one.url, one.error, f"newsdiff remove {one.url}, or find the feed that took its place")


def _aside(chart: Chart) -> Iterator[Complaint]:
    for one in chart.watched:
        if one.aside:
            yield Complaint(one.url, one.error, f"newsdiff resume {one.url} visits it again")


def _refused(chart: Chart) -> Iterator[Complaint]:
    for one in chart.watched:
        if one.status is Status.REFUSED:
            yield Complaint(one.url, one.error, f"newsdiff remove {one.url}, or ask the publisher")


def _suspect(chart: Chart) -> Iterator[Complaint]:
    waiting = sum(one.suspect for one in chart.watched)
    if waiting:
        texts = "1 text waits" if waiting == 1 else f"{waiting} texts wait"
        yield Complaint("quarantine", f"{texts} there", "newsdiff quarantine")


def _shrunk(chart: Chart) -> Iterator[Complaint]:
    for one in chart.watched:
        if one.words and one.words < 0.5 * one.most:
            yield Complaint(one.url, f"its text shrank from {one.most} to {one.words} words", f"newsdiff log {one.url}")


def _resting(chart: Chart) -> Iterator[Complaint]:
    for name, (until, why) in sorted(chart.rests.items()):
        if until > chart.now:
            yield Complaint(
                name, f"it is left alone until {until:%Y-%m-%d %H:%M} UTC: {why}", "visits go on by themselves"
            )


def _corrected(chart: Chart) -> Iterator[Complaint]:
    for memory in chart.memories:
        if (corrected := sum(bool(slot.decided) for slot in memory.slots)) >= OFTEN_CORRECTED_SLOTS:
            problem = f"what is known of its pages was corrected by hand {corrected} times"
            yield Complaint(memory.host, problem, f"newsdiff sites {memory.host} --forget learns it anew")


def _young(chart: Chart) -> Iterator[Complaint]:
    """Hosts of which something is left out that few changes of few articles taught."""
    for memory in chart.memories:
        modules = [slot for slot in memory.slots if slot.name in memory.module_places and not slot.decided]
        young = sum(slot.times < YOUNG_TIMES for slot in modules)
        if young and memory.shapes.pages < YOUNG_PAGES:
            slots = "1 slot" if young == 1 else f"{young} slots"
            problem = f"few articles taught what is left out of its pages ({slots})"
            hint = f"newsdiff sites {memory.host} shows it; --drop SLOT confirms it, --keep SLOT takes it back"
            yield Complaint(memory.host, problem, hint)


def _contradictory(chart: Chart) -> Iterator[Complaint]:
    for memory in chart.memories:
        for slot in sorted(memory.module_places & memory.shapes.texts.keys()):
            problem = f"what stands at {slot} is left out as a module, and stories stand there too"
            yield Complaint(memory.host, problem, f"newsdiff sites {memory.host} --keep {slot} if it is the story")


def _misled(chart: Chart) -> Iterator[Complaint]:
    for memory in chart.memories:
        if memory.misled:
            pages = "1 page" if memory.misled == 1 else f"{memory.misled} pages"
            problem = f"where its stories stood before, {pages} that a vote was held over told another text"
            yield Complaint(memory.host, problem, f"newsdiff sites {memory.host} --forget finds its stories anew")


_CHECKS: tuple[Callable[[Chart], Iterator[Complaint]], ...] = (
    _clock,
    _disk,
    _lock,
    _repository,
    _index,
    _nothing,
    _silent,
    _aside,
    _failing,
    _stale,
    _refused,
    _suspect,
    _shrunk,
    _resting,
    _corrected,
    _young,
    _contradictory,
    _misled,
)
