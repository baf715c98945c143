"""Random histories of a small site against a model of the table of statuses, in simulated time."""

import random
import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.kit.site import Desk, Site, page, story

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TEXTS = ("seven", "eight", "nine", "ten")
WALL = page(
    "Before you continue", "<p>We and our 812 partners use cookies. Accept all cookies to go on reading.</p>" * 3
)


@dataclass
class Model:
    """What a careful reader would have recorded of one article."""

    history: list[tuple[str, str]] = field(default_factory=list)
    recent: dict[str, datetime] = field(default_factory=dict)
    held: tuple[str, datetime] | None = None
    missing: datetime | None = None
    gone: bool = False

    def visit(self, shown: str, at: datetime) -> None:
        if shown in ("404", "410"):
            self.absent(shown, at)
        elif shown in TEXTS:
            self.text(shown, at)
        elif shown == "wall":
            self.missing = None

    def absent(self, shown: str, at: datetime) -> None:
        if not self.history or self.gone:
            return
        if shown == "410" or (self.missing is not None and at - self.missing >= HOUR):
            self.history.append(("removed", self.history[-1][1]))
            self.gone = True
        self.missing = self.missing or at

    def text(self, shown: str, at: datetime) -> None:
        self.missing = None
        kind = self.kind(shown, at)
        if kind == "variant":
            self.held = self.held if self.held and self.held[0] == shown else (shown, at)
        else:
            self.held, self.gone = None, False
        if kind not in ("variant", "same"):
            self.history.append((kind, shown))
        self.recent[shown] = at

    def kind(self, shown: str, at: datetime) -> str:
        if not self.history:
            return "first"
        if self.gone:
            return "restored"
        if shown == self.history[-1][1]:
            return "same"
        if shown not in {text for _, text in self.history}:
            return "edit"
        if self.held and self.held[0] == shown:
            return "variant" if at - self.held[1] < DAY else "revert"
        seen = self.recent.get(shown)
        return "variant" if seen is not None and abs(at - seen) <= DAY else "revert"


class Room:
    """A desk, a site and a model of each article."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.desk, self.site = Desk(folder), Site()
        self.models = [Model() for _ in range(articles)]
        self.shown = ["seven"] * articles
        for n in range(articles):
            self.show(n, "seven")
            self.desk.add(self.site.url(f"/{n}"))

    def show(self, n: int, what: str) -> None:
        self.shown[n] = what
        if what in TEXTS:
            self.site.put(f"/{n}", story(n, cracks=what), ETag=f'"{n}-{what}"')
        elif what == "wall":
            self.site.put(f"/{n}", WALL)
        else:
            self.site.put(f"/{n}", "no", int(what))

    def watch(self, hours: float) -> None:
        at = self.desk.now
        self.desk.watch(hours=hours)
        for model, what in zip(self.models, self.shown, strict=True):
            model.visit(what, at)

    def forget(self) -> None:
        for file in self.desk.store.private.glob("state.db*"):
            file.unlink()

    def recorded(self) -> list[list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for revision in self.desk.store.read_all(list(self.desk.store.changes())[::-1]):
            assert revision.article is not None
            text = next((t for t in TEXTS if f"found {t} cracks" in revision.article.text), "a wall")
            found.setdefault(revision.url, []).append((revision.kind.value, text))
        return [found.get(self.site.url(f"/{n}"), []) for n in range(len(self.models))]

    def check(self) -> None:
        assert self.recorded() == [model.history for model in self.models]


SHOWN = st.sampled_from([*TEXTS, *TEXTS, "404", "410", "401", "403", "wall"])


class Watching(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.room = Room(self.folder, 2)

    @rule(n=st.integers(0, 1), what=SHOWN)
    def publish(self, n: int, what: str) -> None:
        self.room.show(n, what)

    @rule(hours=st.sampled_from([0.3, 0.7, 5.3, 11.7, 26.3]))
    def watch(self, hours: float) -> None:
        self.room.watch(hours)

    @rule()
    def lose_the_state(self) -> None:
        self.room.forget()

    @rule(hours=st.sampled_from([-2.9, 49.1]))
    def turn_the_clock(self, hours: float) -> None:
        self.room.desk.now += timedelta(hours=hours)

    @invariant()
    def history_is_the_models(self) -> None:
        if hasattr(self, "room"):
            self.room.check()

    def teardown(self) -> None:
        if hasattr(self, "room"):
            self.room.site.close()
            shutil.rmtree(self.folder)


Watching.TestCase.settings = settings(max_examples=6, stateful_step_count=14, suppress_health_check=list(HealthCheck))
TestWatching = Watching.TestCase


def simulate(folder: Path, articles: int, passes: int) -> None:
    """Passes some days apart, over edits, removals, walls, closed doors, lost indexes and clocks that jump.

    No 503: it makes the whole host rest, which the model does not know.
    """
    r = random.Random(20260302)
    room = Room(folder, articles)
    for _ in range(passes):
        for n in r.sample(range(articles), max(articles // 25, 3)):
            room.show(n, r.choice([*TEXTS, *TEXTS, *TEXTS, "404", "410", "401", "403", "wall"]))
        room.watch(r.choice([0.7, 11.3, 60.1, 100.9]))
        if r.random() < 0.05:
            room.forget()
        if r.random() < 0.05:
            room.desk.now += timedelta(hours=r.choice([-1, 1, -10, 30]))  # summer time, and worse
    room.check()
    room.site.close()


def test_months_of_a_few_articles(tmp_path: Path) -> None:
    simulate(tmp_path, 5, 20)


@pytest.mark.slow
def test_two_years_of_two_hundred_articles(tmp_path: Path) -> None:
    simulate(tmp_path, 200, 2 * 365 // 2)
