"""What may be due by the timetable is all that is due by reading everything, whatever happened before."""

import json
import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from newsdiff.errors import ConfigError, UnknownArticle
from newsdiff.model import FetchSettings, PageKind, Settings, SiteSettings, Status
from newsdiff.store import Store
from newsdiff.text.urls import normalise
from newsdiff.watch import examine, is_due, listing
from newsdiff.watch.plan import agenda, targets, watchlist
from newsdiff.watch.plan.list_following import read_list
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.state import table_rows, timetable
from newsdiff.watch.state.database import checked
from newsdiff.watch.state.index import State
from newsdiff.watch.state.json_codec import encode
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
        read_list(desk.store.private, state.timetable)
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
            read_list(desk.store.private, state.timetable)
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


# --- what is watched under a name, and all of it ---


def by_reading_all(found: list[targets.Target], store: Store, name: str) -> list[str]:
    """The keys of what a name fits."""
    fits = targets.fitting(found, name)
    if not fits:
        try:
            path = store.find(name)
        except UnknownArticle:
            return []
        fits = [one for one in found if one.known.path == path]
    return [one.key for one in fits]


def by_asking(desk: Desk, state: State, name: str, now: datetime) -> list[str]:
    try:
        [one] = agenda.named(desk.store, state, USUAL, [name], now=now)
    except UnknownArticle as error:
        return [normalise(url) for url in error.choices]
    return [one.key]


def rename(chance: random.Random, desk: Desk, state: State, now: datetime) -> None:
    """A user gives a name, an article moves, or is led to where another stands, with a headline."""
    url, path = chance.choice(PAGES), f"p{chance.randrange(3)}"
    new = f"https://Herald.example/{chance.choice('xyz')}{chance.choice(['', '?token=s3cr3tpass', '#top'])}"
    match chance.randrange(4):
        case 0:
            named = Watched(url, name=chance.choice(["The  bridge", "STRASSE 7", "0", PAGES[3]]).replace("  ", " "))
            watchlist.add(desk.store.private, [named])
        case 1:
            moved = visited(url, now, Status.MOVED, path=f"of/{url[-2:]}", revision="r", location=new)
            state.write([moved._replace(alias=normalise(new))])
        case 2:
            headline = chance.choice(["Ferry stops", 'A "bridge" opens', "Straße gesperrt"])
            state.write([visited(url, now, Status.FIRST, path=path, revision="r", title=headline)])
        case _:
            state.write([visited(chance.choice(PAGES), now, path=path, alias=url)])


NAMES = (
    *(
        "",
        " ",
        "%",
        "_",
        "0",
        "1",
        "courier",
        "COURIER.example/1",
        "bridge",
        "the bridge",
        "straße 7",
        "FERRY",
        "stops",
    ),
    *(PAGES[3], f"{PAGES[4]}#top", f"{PAGES[5]}?utm_medium=mail", PAGES[6][8:], PAGES[7].replace("https", "http")),
    *(f"https://herald.example/{letter}" for letter in "xyz"),
    *("https://Herald.example/x#top", "https://Herald.example/y?token=s3cr3tpass", "s3cr3t", "token", "herald", "***"),
    *("p0", "p1", "of/-1", "of/e/3", "volcano", "\udccc", FEEDS[0], '"bridge', "\\", "zeppelin/x"),
)


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 30))])
def test_a_name_fits_what_it_fits_by_reading_everything(desk: Desk, seed: int) -> None:
    chance, now, told = random.Random(seed), START, set()
    with State(desk.store) as state:
        for _ in range(15):
            for _ in range(chance.randrange(6)):
                chance.choice([act, rename])(chance, desk, state, now)
            now += HOUR
            found = targets.targets(desk.store, state, USUAL, now=now)
            assert list(agenda.everything(desk.store, state, USUAL, now=now)) == [without_texts(one) for one in found]
            for name in ("courier", *chance.sample(NAMES, 7)):
                wanted = by_reading_all(found, desk.store, name)
                keys = by_asking(desk, state, name, now)
                assert len(keys) == len(wanted), name
                assert keys == wanted or len(wanted) > 1, name
                told.add(min(len(wanted), 2))
    assert told == {0, 1, 2}


def without_texts(one: targets.Target) -> targets.Target:
    """A target as it is read for a list."""
    [known] = [table_rows.fares(one.key, checked(json.dumps(encode(one.known))))]
    return replace(one, known=known)


def test_of_what_a_name_does_not_fit_no_row_is_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, row = set(), State._row
    desk.add(*PAGES)
    with State(desk.store) as state:
        state.write([visited(url, START, Status.FIRST, title=f"Story {n}") for n, url in enumerate(PAGES)])
        state._loaded.clear()
        monkeypatch.setattr(State, "_row", lambda self, url, *rest: looked.add(url) or row(self, url, *rest))
        for name in (PAGES[3], "courier.example/3", "story 3"):
            assert [one.key for one in agenda.named(desk.store, state, USUAL, [name], now=START)] == [PAGES[3]]
        assert looked == {PAGES[3]}


def test_a_whole_url_is_found_by_the_indexes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add(*PAGES)
    plans: list[str] = []
    with State(desk.store) as state:
        state.write([visited(url, START) for url in PAGES])
        state._db._opened.set_trace_callback(plans.append)
        agenda.named(desk.store, state, USUAL, [PAGES[3]], now=START)
        state._db._opened.set_trace_callback(None)
        asked = [sql for sql in plans if sql.startswith("SELECT")]
        told = [row[3] for sql in asked for row in state._db._opened.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(asked) > 5
    scans = [line for line in told if line.startswith("SCAN") and "INDEX" not in line]
    assert scans == []


def test_of_everything_a_few_are_in_memory_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "_SOME", 2)
    monkeypatch.setattr(timetable, "_SOME", 3)
    desk.add(*PAGES[:7], FEEDS[0])
    found = [Observation(START, url, Event.FOUND, source=FEEDS[0], location=url) for url in PAGES[9:5:-1]]
    with State(desk.store) as state:
        state.write(found)
        shown = agenda.everything(desk.store, state, USUAL, now=START)
        assert [one.key for one in shown] == [*PAGES[:7], FEEDS[0], *PAGES[7:10]]
        at = agenda.finder(desk.store, state, USUAL, now=START)
        assert at(PAGES[8]) is not None
        assert at(PAGES[11]) is None


def test_a_list_goes_on_where_the_state_had_to_be_made_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agenda, "_SOME", 2)
    monkeypatch.setattr(timetable, "_SOME", 3)
    desk.add(*PAGES)
    with State(desk.store) as state:
        state.write([visited(url, START, Status.FIRST, title="Story") for url in PAGES])
    with sqlite3.connect(desk.store.private / "state.db") as db:
        db.execute("UPDATE known SET row = replace(row, 'Story', 'Glory') WHERE url = ?", (PAGES[7],))
    db.close()
    (desk.store.private / "state.seal").unlink()
    with State(desk.store) as state:
        shown = list(agenda.everything(desk.store, state, USUAL, now=START))
        assert state.made_anew
    assert [(one.key, one.known.title) for one in shown] == [(url, "Story") for url in PAGES]


@pytest.mark.parametrize("name", [PAGES[3], PAGES[3].removeprefix("https://"), "story 3", "ay"])
def test_a_name_fits_where_the_state_had_to_be_made_anew(desk: Desk, name: str) -> None:
    desk.add(*PAGES[:6])
    watchlist.add(desk.store.private, [Watched(PAGES[3], name="ay")])
    with State(desk.store) as state:
        agenda.likely(desk.store, state, USUAL, now=START)
        state.write([visited(url, START, Status.FIRST, title=f"Story {n}") for n, url in enumerate(PAGES[:6])])
    with sqlite3.connect(desk.store.private / "state.db") as db:
        db.execute("UPDATE watched SET due = 'soon'")
    db.close()
    (desk.store.private / "state.seal").unlink()
    with State(desk.store) as state:
        with pytest.raises(UnknownArticle):
            agenda.named(desk.store, state, USUAL, ["nobody"], now=START)
        assert not state.made_anew
        assert [one.key for one in agenda.named(desk.store, state, USUAL, [name], now=START)] == [PAGES[3]]
        assert state.made_anew


def test_how_many_are_alike_is_counted_without_what_tells_them_apart(desk: Desk) -> None:
    desk.add(*PAGES[:4])
    desk.add(*PAGES[4:6], paused=True)
    desk.add(FEEDS[0], kind=PageKind.FEED)
    desk.add(PAGES[6], watch=False)
    watchlist.add(desk.store.private, [Watched(PAGES[7], name="The bridge"), Watched(PAGES[8], name="The ferry")])
    with State(desk.store) as state:
        state.write([visited(url, START, Status.FIRST, title=url) for url in PAGES[:3]])
        state.write([Observation(START, PAGES[9], Event.FOUND, source=FEEDS[0], location=PAGES[9])])
        found = agenda.alike(desk.store, state, USUAL, now=START)
    told = {(str(one.kind), one.paused, one.known.status, one.known.source): count for one, count in found}
    assert told == {
        ("article", False, Status.FIRST, ""): 3,
        ("article", False, None, ""): told["article", False, None, ""],
        ("article", True, None, ""): 2,
        ("feed", False, None, ""): 1,
        ("article", False, None, FEEDS[0]): 1,
    }
    assert sum(count for _, count in found) == 10


# --- what there is something to say of ---


def everything(store: Store, state: State, settings: Settings, *, now: datetime) -> list[targets.Target]:
    """All that is watched, in the place of what there may be something to say of."""
    read_list(store.private, state.timetable)
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
        return [entry.text for entry in state.timetable.listed()]
