"""Readings made by hand, judged and recorded in a store of their own: no server, no visit."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from newsdiff.errors import CleanError
from newsdiff.model import Page, PageToClean, Status
from newsdiff.process.sandbox import Calling
from newsdiff.watch.record.decide.judge import Judge
from newsdiff.watch.record.recorder import Recorder
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Step
from newsdiff.watch.visit.messages import Failure, Reading
from tests.kit.site import START, Desk, Here

URL = "https://gazette.example/harbour/bridge"


def reading(
    body: str | bytes, url: str = URL, *, hours: float = 0, final: str = "", permanent: str | None = None
) -> Reading:
    """What a visit that many hours after the start brought."""
    data = body.encode() if isinstance(body, str) else body
    at = START + timedelta(hours=hours)
    page = Page(url, final or permanent or url, 200, "text/html; charset=utf-8", data, at, permanent_url=permanent)
    try:
        cleaned, unclean = Here().clean(PageToClean(data, page.final_url)), ""
    except CleanError as error:
        cleaned, unclean = None, str(error)
    return Reading(url, at, page=page, body_sha256=sha256(data).hexdigest(), cleaned=cleaned, unclean=unclean)


def failed(status: Status, http: int = 0, url: str = URL, *, hours: float = 0) -> Reading:
    """A visit without a page."""
    return Reading(url, START + timedelta(hours=hours), failure=Failure(status, f"it answered {http}", http))


@dataclass
class Court:
    """A judge whose steps are recorded at once."""

    judge: Judge
    recorder: Recorder
    state: State

    def steps(self, *readings: Reading) -> list[Step]:
        """The steps over readings of one visit each, as they were decided."""
        found: list[Step] = []
        for steps in self.judge.steps(readings):
            self.recorder.add(steps)
            found += steps
        self.recorder.flush()
        self.recorder.done.clear()
        return found

    def statuses(self, *readings: Reading) -> list[Status | None]:
        """How each step ended."""
        return [step.seen.status for step in self.steps(*readings)]


@contextmanager
def court(desk: Desk, sandbox: Calling | None = None) -> Iterator[Court]:
    """A judge over the desk's store."""
    here = Here()
    with desk.store.lock(who="test", now=START), State(desk.store) as state:
        recorder = Recorder(desk.store, state, lambda: desk.now)
        judge = Judge(
            desk.store,
            desk.settings,
            state,
            cleaning=lambda: here,
            sandbox=sandbox or here,
            settle=recorder.flush,
            note=recorder.note,
        )
        yield Court(judge, recorder, state)
