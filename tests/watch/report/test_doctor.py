"""What the doctor says: nothing of what is well, and of each thing that is not, what it is and what to do."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newsdiff.model import PageKind, Settings, Status
from newsdiff.store import Store
from newsdiff.store.lock import Lock
from newsdiff.watch.memory.site_memory import PageShapes, SiteMemory, Slot
from newsdiff.watch.plan import watchlist
from newsdiff.watch.plan.watchlist import Watched
from newsdiff.watch.report import doctor
from newsdiff.watch.report.doctor import Chart, Complaint
from newsdiff.watch.report.health import Health
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.sealing import seal
from tests.kit.stories import START

NOW = START + timedelta(days=30)
URL, OTHER = "https://gazette.example/bridge", "https://gazette.example/mill"
WELL = Health(
    URL, PageKind.ARTICLE, "Bridge closed", "gazette.example/bridge.md", Status.UNCHANGED, "", 1, NOW, NOW, None,
    NOW + timedelta(hours=1), None, "", False, False, False, False, False, 100, 100, URL,
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as sealing:
        seal(sealing, tmp_path_factory.getbasetemp())
        yield Store.create(tmp_path_factory.mktemp("doctor") / "store", bare=True)


def health(url: str = URL, **changed: Any) -> Health:
    return WELL._replace(url=url, **changed)


def said(store: Store, *watched: Health, **known: Any) -> list[Complaint]:
    """All that the checks say of this."""
    told: dict[str, Any] = {"torn": 0, "notices": (), "latest": NOW} | known
    chart = Chart(store, NOW, watched, **told)
    return [complaint for check in doctor._CHECKS for complaint in check(chart)]


def of_memory(store: Store, **memory: Any) -> list[Complaint]:
    return said(store, memories=(SiteMemory("gazette.example", **memory),))


# --- silence ---


def test_of_what_is_well_nothing_is_said(store: Store) -> None:
    assert said(store) == []
    assert said(store, health(), health(OTHER, status=Status.EDIT), latest=None) == []
    assert said(store, memories=(SiteMemory("gazette.example"),)) == []


@pytest.mark.parametrize(
    "fares",
    [
        {"status": Status.UNREACHABLE, "streak": 2, "error": "no answer"},  # it may be back tomorrow
        {"status": Status.BLOCKED, "streak": 2},
        {"status": Status.SUSPECT, "streak": 9},
        {"status": None},
        {"words": 50, "most": 100},
        {"words": 0, "most": 100},  # it is gone, and that is told elsewhere
        {"status": Status.UNCHANGED, "error": ""},
        {"status": Status.EDIT, "error": "its texts could not be compared"},
    ],
)
def test_what_gives_no_cause_yet(store: Store, fares: dict[str, Any]) -> None:
    assert said(store, health(**fares)) == []


# --- the machine ---


def test_a_log_of_the_future_shows_that_a_clock_is_wrong(store: Store) -> None:
    assert said(store, latest=NOW + timedelta(minutes=1)) == []
    [clock] = said(store, latest=datetime.fromisoformat("2027-01-01T00:00Z"))
    assert clock == Complaint(
        "clock",
        "the last visit was logged at 2027-01-01 00:00 UTC, which is still to come",
        "set the machine's clock; visits go on meanwhile",
    )


def test_a_disk_that_is_nearly_full(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE_BYTES", 1 << 62)
    [disk] = said(store)
    assert (disk.subject, disk.hint) == ("disk", "free some space")
    assert disk.problem.endswith(" MB are left")


def test_a_run_that_lasts_too_long_may_hang(store: Store) -> None:
    file = store.private / "run.lock"
    with Lock(file, "watch", NOW):
        for taken in (NOW, NOW - doctor.LONG_RUN):
            os.utime(file, (taken.timestamp(),) * 2)
            assert said(store) == []
        os.utime(file, ((NOW - doctor.LONG_RUN).timestamp() - 1,) * 2)
        [lock] = said(store)
    assert lock.subject == "lock"
    assert lock.problem.startswith("watch holds the lock of")
    assert lock.hint == "a run that lasts so long may hang: look at its process"
    assert said(store) == []  # it came to its end


def test_a_lock_that_a_git_left_in_the_store(tmp_path: Path) -> None:
    one = Store.create(tmp_path / "store", bare=True)
    (one.path / "HEAD.lock").touch()
    assert any("HEAD.lock" in complaint.problem for complaint in said(one))


def test_a_state_that_was_lost_and_lines_that_are_torn(store: Store) -> None:
    assert said(store, notices=("state.db is no database: it was put aside",), torn=2) == [
        Complaint("state.db", "state.db is no database: it was put aside", "nothing to do: the next run makes it anew"),
        Complaint("log", "2 lines of the observation log cannot be read", "they were cut by a kill"),
    ]


def test_a_list_of_nothing(store: Store) -> None:
    assert said(store, idle=True) == [Complaint("watch list", "nothing is watched", "newsdiff add URL")]


# --- pages ---

FAILING: dict[str, Any] = {"status": Status.UNREACHABLE, "streak": 3, "error": "no answer"}


def test_a_page_that_fails_again_and_again(store: Store) -> None:
    assert said(store, health(**FAILING)) == [
        Complaint(URL, "3 failures in a row: no answer", f"newsdiff pause {URL}"),
    ]


def test_a_host_of_which_no_page_was_read_for_days(store: Store) -> None:
    long_ago = NOW - doctor.SILENT_FOR
    for seen, silent in ((NOW, False), (long_ago, False), (long_ago - timedelta(seconds=1), True), (None, True)):
        found = said(store, health(**FAILING, seen=seen), health(OTHER, **FAILING, seen=None))
        silence = [complaint for complaint in found if complaint.subject == "gazette.example"]
        assert bool(silence) is silent, seen
    assert silence == [
        Complaint("gazette.example", "none of its 2 pages could be read lately: no answer", "open one in a browser")
    ]
    assert found[0] == silence[0]  # the host stands before its pages


def test_where_one_page_of_a_host_is_well_the_host_is(store: Store) -> None:
    failing, fails = (
        health(**FAILING, seen=None),
        [Complaint(URL, "3 failures in a row: no answer", f"newsdiff pause {URL}")],
    )
    assert said(store, failing, health(OTHER, seen=NOW)) == fails
    assert said(store, failing, health(OTHER, status=Status.UNREACHABLE, streak=1, seen=None)) == fails
    assert said(store, failing, well=frozenset({"gazette.example"})) == fails


@pytest.mark.parametrize("rests", [{"paused": True}, {"retired": True}, {"gone": True}])
def test_a_page_that_is_not_visited_says_nothing_of_its_host(store: Store, rests: dict[str, Any]) -> None:
    blocked: dict[str, Any] = {"status": Status.BLOCKED, "streak": 5, "seen": None}
    found = said(store, health(**blocked, **rests))
    assert [complaint.subject for complaint in found] == [URL]
    assert [c.subject for c in said(store, health(**blocked))] == ["gazette.example", URL]


def test_a_wait_in_quarantine_silences_a_host_too_and_the_status_stands_for_a_word(store: Store) -> None:
    waiting = health(status=Status.SUSPECT, streak=3, error="", seen=None, suspect=True)
    silent, quarantine = said(store, waiting)
    assert silent.problem == "none of its 1 pages could be read lately: suspect"
    assert quarantine == Complaint("quarantine", "1 text waits there", "newsdiff quarantine")
    assert said(store, health(suspect=True), health(OTHER, suspect=True))[0].problem == "2 texts wait there"


def test_a_page_that_was_set_aside_is_told_once(store: Store) -> None:
    error = "it killed its child three times: set aside"
    assert said(store, health(aside=True, status=Status.ERROR, streak=4, error=error, seen=NOW)) == [
        Complaint(URL, error, f"newsdiff resume {URL} visits it again")
    ]


def test_a_list_that_brings_nothing_new(store: Store) -> None:
    for status in (Status.UNCHANGED, Status.NOT_MODIFIED):
        [stale] = said(store, health(kind=PageKind.FEED, status=status, error="its newest entry is of 2019"))
        assert stale == Complaint(
            URL, "its newest entry is of 2019", f"newsdiff remove {URL}, or find the feed that took its place"
        )


def test_a_page_that_may_not_be_asked_for(store: Store) -> None:
    assert said(store, health(status=Status.REFUSED, streak=1, error="robots.txt forbids it")) == [
        Complaint(URL, "robots.txt forbids it", f"newsdiff remove {URL}, or ask the publisher")
    ]


def test_a_text_that_shrank_to_less_than_half(store: Store) -> None:
    assert said(store, health(words=49, most=100)) == [
        Complaint(URL, "its text shrank from 100 to 49 words", f"newsdiff log {URL}")
    ]


def test_a_host_that_rests_is_named_until_when(store: Store) -> None:
    rests = {"b.example": (NOW + timedelta(hours=1), "it answered 429"), "a.example": (NOW, "over")}
    assert said(store, rests=rests) == [
        Complaint(
            "b.example",
            f"it is left alone until {NOW + timedelta(hours=1):%Y-%m-%d %H:%M} UTC: it answered 429",
            "visits go on by themselves",
        )
    ]


# --- what is known of hosts ---


def test_a_memory_that_is_often_corrected(store: Store) -> None:
    slots = tuple(Slot(f"div.s{n}", decided="keep") for n in range(doctor.OFTEN_CORRECTED_SLOTS))
    assert of_memory(store, slots=slots[1:]) == []
    assert of_memory(store, slots=slots) == [
        Complaint(
            "gazette.example",
            "what is known of its pages was corrected by hand 3 times",
            "newsdiff sites gazette.example --forget learns it anew",
        )
    ]


@pytest.mark.parametrize(
    ("slot", "pages", "told"),
    [
        (Slot("div.rates", 5, module=True), 4, True),
        (Slot("div.rates", 6, module=True), 4, False),
        (Slot("div.rates", 5, module=True), 5, False),
        (Slot("div.rates", 5, module=False), 4, False),
        (Slot("div.rates", 5, decided="drop"), 4, False),  # the user's word is enough
    ],
)
def test_a_module_that_rests_on_little(store: Store, slot: Slot, pages: int, told: bool) -> None:
    found = of_memory(store, slots=(slot,), shapes=PageShapes(pages))
    assert [complaint.problem for complaint in found] == [
        "few articles taught what is left out of its pages (1 slot)"
    ] * told
    both = of_memory(store, slots=(slot, slot._replace(name="p.x")), shapes=PageShapes(pages))
    assert [complaint.problem.endswith("(2 slots)") for complaint in both] == [True] * told


def test_a_module_where_stories_stand_too(store: Store) -> None:
    slot = Slot("div.text", 9, module=True)
    shapes = PageShapes(9, texts={"div.text": 3, "div.other": 2})
    assert of_memory(store, slots=(slot, Slot("p.rates", 9, module=True)), shapes=shapes) == [
        Complaint(
            "gazette.example",
            "what stands at div.text is left out as a module, and stories stand there too",
            "newsdiff sites gazette.example --keep div.text if it is the story",
        )
    ]


@pytest.mark.parametrize(("misled", "pages"), [(1, "1 page"), (2, "2 pages")])
def test_trails_that_lead_astray(store: Store, misled: int, pages: str) -> None:
    [found] = of_memory(store, misled=misled)
    assert found.problem == f"where its stories stood before, {pages} that a vote was held over told another text"
    assert found.hint == "newsdiff sites gazette.example --forget finds its stories anew"


# --- a whole store ---


def test_a_store_is_examined_from_its_list_its_log_and_its_state(tmp_path: Path) -> None:
    one = Store.create(tmp_path / "store", bare=True)
    assert doctor.examine(one, Settings(), now=NOW) == (
        Complaint("watch list", "nothing is watched", "newsdiff add URL"),
    )
    watchlist.add(one.private, [Watched(URL), Watched(OTHER)])
    visits = [
        Observation(NOW - timedelta(days=d), URL, status=Status.UNREACHABLE, error="no answer") for d in (9, 8, 7)
    ]
    with State(one) as state:
        state.write([*visits, Observation(NOW - timedelta(days=1), OTHER, status=Status.UNCHANGED)])
        state.write([Observation(NOW, "gazette.example", Event.LEARNED, misled=1)])
    found = doctor.examine(one, Settings(), now=NOW)
    assert [complaint.subject for complaint in found] == [URL, "gazette.example"]
    assert found[0].problem == "3 failures in a row: no answer"
