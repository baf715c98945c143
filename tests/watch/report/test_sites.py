"""What is known of hosts, and the user's word about it: kept in the log, and in what is known from then on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.errors import UsageError
from newsdiff.model import StoryTrail
from newsdiff.store import Store
from newsdiff.watch.memory.own_slot import OwnSlot
from newsdiff.watch.memory.site_memory import Lesson
from newsdiff.watch.report.sites import SiteOverview, decide, site, sites
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Event, Observation
from tests.kit.stories import START

HOST, URL, OTHER = "gazette.example", "https://gazette.example/bridge", "https://gazette.example/mill"
RATES, POLL = OwnSlot("div.rates>p", "aa", "bb"), OwnSlot("div.poll>p", "cc", "-", 2)
TRAIL = StoryTrail(("html", "body", "article"), cleaner="newsdiff/3")


def write(store: Store, *lines: Observation) -> None:
    with store.lock(who="test", now=START), State(store) as state:
        state.write(lines)


def learned(url: str, *slots: OwnSlot, trail: StoryTrail | None = None) -> Observation:
    return Observation(START, url, Event.LEARNED, modules=tuple(map(str, slots)), trail=trail)


def trails(store: Store) -> dict[str, StoryTrail]:
    with State(store, write=False) as state:
        return {known.url: known.trail for known in state.everything()}


@pytest.fixture
def empty(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "store", bare=True)


@pytest.fixture
def store(empty: Store) -> Iterator[Store]:
    """One host with a module, and two articles of it that have modules of their own."""
    lesson = Lesson("div.promo", ("a", "b"), "Win a boat", module=True)
    write(
        empty,
        Observation(START, HOST, Event.LEARNED, lessons=(lesson,)),
        learned(URL, RATES, POLL, trail=TRAIL),
        learned(OTHER, RATES),
        learned("https://herald.example/fire", trail=TRAIL),
        Observation(START, "herald.example", Event.LEARNED, misled=1),
    )
    yield empty


def own(overview: SiteOverview) -> dict[str, tuple[OwnSlot, ...]]:
    return dict(overview.articles)


def test_of_no_host_nothing_is_known(empty: Store) -> None:
    assert sites(empty, now=START) == ()
    with pytest.raises(UsageError) as error:
        site(empty, HOST, now=START)
    assert (error.value.message, error.value.hint) == (
        f"nothing is known of '{HOST}' yet",
        "newsdiff sites lists the hosts that are known",
    )
    with pytest.raises(UsageError, match="nothing is known"):
        decide(empty, HOST, "forget", now=START)


def test_hosts_come_by_name_with_what_their_articles_have(store: Store) -> None:
    gazette, herald = sites(store, now=START)
    assert (gazette.memory.host, herald.memory.host, herald.articles) == (HOST, "herald.example", ())
    assert gazette.memory.module_places == {"div.promo"}
    assert own(gazette) == {URL: (RATES, POLL), OTHER: (RATES,)}


@pytest.mark.parametrize("name", [HOST, "Gazette.EXAMPLE"])
def test_one_host_goes_by_its_name_in_any_case(store: Store, name: str) -> None:
    assert site(store, name, now=START).memory.host == HOST
    assert decide(store, name, "keep", "div.promo", now=START).memory.kept_slots == {"div.promo"}
    assert [each.memory.host for each in sites(store, now=START)] == [HOST, "herald.example"]


def test_a_slot_that_is_kept_is_a_module_nowhere(store: Store) -> None:
    found = decide(store, HOST, "keep", "div.promo", now=START)
    assert not found.memory.module_places
    assert found.memory.kept_slots == {"div.promo"}
    assert own(found) == {URL: (RATES, POLL), OTHER: (RATES,)}
    found = decide(store, HOST, "keep", "div.rates>p", now=START)
    assert own(found) == {URL: (POLL,)}
    found = decide(store, HOST, "keep", "div.poll>p@2", now=START)  # as a slot of one article is shown
    assert own(found) == {}
    assert sites(store, now=START)[0] == found
    assert trails(store)[URL] == TRAIL


def test_a_slot_that_is_dropped_is_a_module_from_now_on(store: Store) -> None:
    found = decide(store, HOST, "drop", "p.tip", now=START)
    assert found.memory.module_places == {"div.promo", "p.tip"}
    assert own(found) == {URL: (RATES, POLL), OTHER: (RATES,)}


@pytest.mark.parametrize("slot", ["", "p", "div>p", "h2"])
def test_a_slot_that_nothing_tells_from_the_story_is_not_dropped(store: Store, slot: str) -> None:
    with pytest.raises(UsageError) as error:
        decide(store, HOST, "drop", slot, now=START)
    assert error.value.message == f"{slot!r} is no slot of its own: stories may stand there"
    assert error.value.hint.startswith("name a slot with a class or an id")
    assert site(store, HOST, now=START).memory.module_places == {"div.promo"}


def test_a_host_that_is_forgotten_is_learned_anew(store: Store) -> None:
    found = decide(store, HOST, "forget", now=START)
    assert (found.memory.slots, own(found)) == ((), {})
    assert trails(store) == {URL: StoryTrail(), OTHER: StoryTrail(), "https://herald.example/fire": TRAIL}
    assert site(store, "herald.example", now=START).memory.misled == 1


def test_what_was_decided_outlives_a_lost_state(store: Store) -> None:
    decide(store, HOST, "keep", "div.promo", now=START)
    decide(store, "herald.example", "forget", now=START)
    before = sites(store, now=START)
    for file in store.private.glob("state.db*"):
        file.unlink()
    assert sites(store, now=START) == before
