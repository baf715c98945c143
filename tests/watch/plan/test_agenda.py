"""What may be due by the timetable is all that is due by reading everything, whatever happened before."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.errors import ConfigError
from newsdiff.model import FetchSettings, PageKind, Settings, SiteSettings, Status
from newsdiff.store import Store
from newsdiff.watch import examine, is_due, listing
from newsdiff.watch.plan import agenda, targets, watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state import timetable
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from newsdiff.watch.state.timetable import Timetable
from tests.kit.site import START, Desk

A, B, C = (f"https://courier.example/{name}" for name in ("a", "b", "c"))
FEEDS = tuple(f"https://courier.example/feed-{n}.xml" for n in range(3))
PAGES = tuple(f"https://courier.example/{n}" for n in range(12))
HOUR = timedelta(hours=1)
USUAL = Settings()
OTHERS = (
    USUAL,
    replace(USUAL, watch=replace(USUAL.watch, every=2 * HOUR)),
    replace(USUAL, watch=replace(USUAL.watch, retire_after=timedelta(days=20))),
    Settings(sites=(SiteSettings("courier.example", every=6 * HOUR),)),
    Settings(fetch=FetchSettings(allow_private=True)),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def visited(url: str, at: datetime, status: Status = Status.UNCHANGED, **more: object) -> Observation:
    return Observation(at, url, status=status, **more)  # type: ignore[arg-type]


def likely(desk: Desk, state: State, now: datetime, settings: Settings = USUAL) -> list[str]:
    return [one.key for one in agenda.likely(desk.store, state, settings, now=now)]


# --- silence: what is not due is not read ---


def test_nothing_is_likely_where_nothing_is_watched(desk: Desk) -> None:
    with State(desk.store) as state:
        assert likely(desk, state, START) == []


def test_what_rests_or_was_just_visited_is_read_once_and_no_more(desk: Desk) -> None:
    desk.add(A, B)
    desk.add(C, paused=True)
    with State(desk.store) as state:
        state.write([visited(A, START), visited(B, START, Status.ERROR, aside=True)])
        assert likely(desk, state, START) == []
        assert list(state.timetable.may_be_due(START + HOUR / 10)) == []
        assert likely(desk, state, START + 2 * HOUR) == [A]


def test_of_a_long_list_only_what_may_be_due_stays_in_memory(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetable, "_SOME", 2)
    desk.add(*PAGES)
    with State(desk.store) as state:
        state.write([visited(url, START) for url in PAGES[2:]])
        state._loaded.clear()
        agenda.read_list(desk.store.private, state.timetable)
        parts = [[entry.url for entry in some] for some in state.timetable.may_be_due(START)]
        assert [len(part) for part in parts] == [2] * 6
        assert [url for part in parts for url in part] == list(PAGES)
        assert likely(desk, state, START) == list(PAGES[:2])
        assert state._loaded == {}
        assert [[entry.url for entry in some] for some in state.timetable.may_be_due(START)] == [list(PAGES[:2])]


def test_an_unchanged_list_is_not_read_again(desk: Desk) -> None:
    desk.add(A)
    with State(desk.store) as state:
        assert likely(desk, state, START) == [A]
        state.timetable.work_out([(A, 1 << 40, "")], {})
        assert likely(desk, state, START) == []


def test_a_line_that_is_none_is_named_each_time(desk: Desk) -> None:
    desk.add(A)
    with State(desk.store) as state:
        likely(desk, state, START)
        with (desk.store.private / "watchlist.txt").open("a") as file:
            file.write("gopher://old.example\n")
        for _ in range(2):
            with pytest.raises(ConfigError, match=r"watchlist.txt:3"):
                likely(desk, state, START)


# --- the list is the truth ---


def rows(table: Timetable) -> dict[str, tuple[int | None, str]]:
    return {entry.url: (entry.number, entry.text) for url in (*PAGES, *FEEDS) if (entry := table.entry(url))}


def test_the_table_follows_the_list_however_it_is_edited(desk: Desk) -> None:
    chance, path = random.Random(7), desk.store.private / "watchlist.txt"
    lines: list[str] = []
    with State(desk.store) as state:
        for _ in range(120):
            match chance.randrange(6):
                case 0 | 1:
                    lines += chance.choices([*PAGES, "# mine", ""], k=chance.randrange(3))
                case 2 if lines:
                    del lines[chance.randrange(len(lines))]
                case 3 if lines:
                    lines[chance.randrange(len(lines))] = f"{chance.choice(PAGES)} paused=yes"
                case 4:
                    lines.insert(chance.randrange(len(lines) + 1), chance.choice(PAGES))
                case 5:
                    chance.shuffle(lines)
            path.write_text("\n".join(lines) + "\n" * chance.randrange(2))
            agenda.read_list(desk.store.private, state.timetable)
            wanted = {one.key: line for line in lines if (one := watchlist.parse(line))}
            assert {url: text for url, (_, text) in rows(state.timetable).items()} == wanted
            numbers = {url: number for url, (number, _) in rows(state.timetable).items()}
            assert all(lines[(number or 0) - 1] == wanted[url] for url, number in numbers.items())


def test_what_a_feed_brought_sleeps_and_wakes_with_its_line(desk: Desk) -> None:
    desk.add(FEEDS[0], kind=PageKind.FEED)
    with State(desk.store) as state:
        state.write([Observation(START, A, Event.FOUND, source=FEEDS[0], location=A)])
        assert likely(desk, state, START) == [FEEDS[0], A]
        watchlist.remove(desk.store.private, FEEDS[0])
        assert likely(desk, state, START) == []
        desk.add(FEEDS[0], kind=PageKind.FEED, paused=True)
        assert likely(desk, state, START) == []
        desk.add(A)
        assert likely(desk, state, START) == [A]
        watchlist.remove(desk.store.private, A)
        desk.add(FEEDS[0], kind=PageKind.FEED)
        assert likely(desk, state, START) == [FEEDS[0], A]


# --- it is what reading everything gives ---


def act(chance: random.Random, desk: Desk, state: State, now: datetime) -> None:
    """Something that happens to a store."""
    url, status = chance.choice(PAGES), chance.choice([*Status])
    match chance.randrange(8):
        case 0:
            options = {"paused": chance.random() < 0.2, "watch": chance.random() < 0.9}
            watchlist.add(desk.store.private, [Watched(url, **options)])  # type: ignore[arg-type]
        case 1:
            watchlist.add(desk.store.private, [Watched(chance.choice(FEEDS), PageKind.FEED)])
        case 2:
            watchlist.remove(desk.store.private, chance.choice([*FEEDS, *PAGES]))
        case 3:
            feed = chance.choice(FEEDS)
            state.write([Observation(now, url, Event.FOUND, source=feed, location=url, published=now.isoformat())])
        case 4:
            state.write([Observation(now, url, Event.RESUMED)])
        case 5:
            state.write([visited(url, now, Status.UNCHANGED, path=f"p{chance.randrange(3)}", alias=url)])
        case _:
            waits, aside = chance.random() < 0.5, status is Status.ERROR and chance.random() < 0.3
            path, text = f"p{chance.randrange(3)}", str(chance.randrange(3))
            revision = chance.choice(["", f"{chance.randrange(1 << 30):040x}"])
            more = {"path": path, "revision": revision, "fingerprint": text, "waits": waits, "aside": aside}
            state.write([visited(url, now, status, **more)])


def due(found: list[targets.Target], now: datetime, settings: Settings) -> list[str]:
    private = settings.fetch.allow_private
    chosen = [targets.due(part, now=now, private=private) for part in parts(found)]
    return [one.key for some in chosen for one in some]


def parts(found: list[targets.Target]) -> tuple[list[targets.Target], list[targets.Target]]:
    lists: Callable[[targets.Target], bool] = lambda one: one.kind is not PageKind.ARTICLE  # noqa: E731
    return [one for one in found if lists(one)], [one for one in found if not lists(one)]


@pytest.mark.parametrize("seed", [0, 1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 40))])
def test_the_due_are_those_of_all(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timetable, "_SOME", 3)  # entries, and some ten are watched
    chance, now, settings = random.Random(seed), START, USUAL
    with State(desk.store) as state:
        for _ in range(120):
            for _ in range(chance.randrange(3)):
                act(chance, desk, state, now)
            if chance.random() < 0.1:
                settings = chance.choice(OTHERS)
            steps = [timedelta(minutes=5), HOUR, 5 * HOUR, timedelta(days=2), timedelta(days=40), timedelta(days=-30)]
            now = max(START, now + chance.choices(steps, [4, 4, 3, 2, 1, 0.3])[0])
            everything = targets.targets(desk.store, state, settings, now=now)
            some = agenda.likely(desk.store, state, settings, now=now)
            assert due(some, now, settings) == due(everything, now, settings)


def everything(store: Store, state: State, settings: Settings, *, now: datetime) -> list[targets.Target]:
    """All that is watched, in the place of what there may be something to say of."""
    agenda.read_list(store.private, state.timetable)
    return targets.targets(store, state, settings, now=now)


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 20))])
def test_doctor_says_of_some_what_it_says_of_all(desk: Desk, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, now = random.Random(seed), START
    for _ in range(25):
        with State(desk.store) as state:
            for _ in range(chance.randrange(6)):
                act(chance, desk, state, now)
            if chance.random() < 0.5:
                agenda.likely(desk.store, state, USUAL, now=now)
        now += timedelta(hours=chance.choice([1, 5, 50, 900]))
        told = examine(desk.store, USUAL, now=now)
        with monkeypatch.context() as patch:
            patch.setattr(agenda, "troubled", everything)
            patch.setattr(Timetable, "is_well", lambda _self, _host: False)
            assert examine(desk.store, USUAL, now=now) == told


def test_a_lost_state_is_planned_from_the_log_and_the_list(desk: Desk) -> None:
    desk.add(A, B)
    with State(desk.store) as state:
        state.write([visited(A, START), Observation(START, C, Event.FOUND, source=B, location=C)])
        likely(desk, state, START)
    (desk.store.private / "state.db").unlink()
    with State(desk.store) as state:
        assert likely(desk, state, START) == [B, C]


def test_a_look_at_what_is_due_leaves_the_disk_alone(desk: Desk) -> None:
    desk.add(A, B)
    desk.add(C, paused=True)
    with State(desk.store) as state:
        state.write([visited(A, START)])
    before = (desk.store.private / "state.db").read_bytes()
    for _ in range(2):
        shown = listing(desk.store, USUAL, now=START, only_due=True)
        assert [one.url for one in shown if is_due(one, START)] == [B]
    assert (desk.store.private / "state.db").read_bytes() == before


def test_a_look_at_a_long_state_brings_a_changed_list_up_before(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "_COPIED_BYTES", 0)
    desk.add(A)
    with State(desk.store) as state:
        state.write([visited(A, START)])
        likely(desk, state, START)
    desk.add(B)
    with desk.store.lock(who="watch", now=START):  # a run is at work: it shows the same, from a copy
        assert due_now(desk) == [B]
        assert kept_lines(desk) == [A]
    assert due_now(desk) == [B]
    assert kept_lines(desk) == [A, B]
    before = (desk.store.private / "state.db").read_bytes()
    assert due_now(desk) == [B]
    assert (desk.store.private / "state.db").read_bytes() == before


def due_now(desk: Desk) -> list[str]:
    return [one.url for one in listing(desk.store, USUAL, now=START, only_due=True) if is_due(one, START)]


def kept_lines(desk: Desk) -> list[str]:
    """The lines of the list as the table has them on the disk."""
    with State(desk.store, write=False) as state:
        return [text for _, text in state.timetable.lines()]
