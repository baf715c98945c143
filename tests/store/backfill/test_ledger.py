"""What an import notes: it comes back in order, from a file that nobody sees, and memory does not grow with it."""

import gc
import tracemalloc
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import StoreError
from newsdiff.model import RevisionKind
from newsdiff.store import layout
from newsdiff.store.backfill.ledger import Ledger
from newsdiff.store.backfill.plan import Plan, SpooledPage, Turn, Version, turns
from newsdiff.store.repository.commit_message import Record

START = datetime(2026, 3, 1, 8, tzinfo=UTC)
PLACES = st.builds(SpooledPage, *[st.tuples(st.integers(0, 1 << 60), st.integers(0, 1 << 30))] * 2)
TIMES = st.integers(0, 40).map(lambda hours: START + timedelta(hours=hours))
VERSIONS = st.builds(
    lambda seen, text, place, truncated: Version(seen, seen, bytes([text]) * 32, bytes(32), place, truncated),
    TIMES,
    st.integers(0, 3),
    PLACES,
    st.booleans(),
)
PLANS = st.builds(
    lambda name, headline, own: Plan(f"https://gazette.example/{name}", headline, tuple(sorted(own)), "x/2026/03/a.md"),
    st.text(max_size=5),
    st.text(max_size=5),
    st.lists(VERSIONS, min_size=1, max_size=5),
)


def version(hours: int, *, text: str = "a") -> Version:
    at = START + timedelta(hours=hours)
    return Version(at, at, text.encode() * 32, bytes(32), SpooledPage((hours, 1), (hours, 2)), False)


def paths(records: Iterable[Record]) -> list[str]:
    return [layout.digest(record.article.url) for record in records]


def test_nothing_seen_is_nothing_to_record(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        assert list(ledger.articles()) == []
        ledger.place(paths)
        assert list(ledger.turns()) == []


def test_nothing_of_it_is_left_nor_seen_meanwhile(tmp_path: Path) -> None:
    with Ledger(tmp_path) as ledger:
        ledger.see("https://gazette.example/", version(1))
        assert list(tmp_path.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write to"), Ledger(tmp_path / "nowhere"):
        pass


@settings(max_examples=30)
@given(seen=st.lists(st.tuples(st.sampled_from(["x", "X/", "\udc80", "y?utm_source=a", "y"]), VERSIONS), max_size=12))
def test_versions_come_by_their_articles_and_oldest_first(
    tmp_path_factory: pytest.TempPathFactory, seen: list[tuple[str, Version]]
) -> None:
    by_article: dict[str, list[Version]] = {}
    with Ledger(tmp_path_factory.getbasetemp()) as ledger:
        for url, found in seen:
            by_article.setdefault(url.partition("?")[0], []).append(found)
            ledger.see(f"https://gazette.example/{url}", found)
        assert list(ledger.articles()) == [sorted(own, key=lambda v: v.seen_at) for own in by_article.values()]


@settings(max_examples=15)
@given(plans=st.lists(PLANS, max_size=5))
def test_turns_come_in_the_order_of_their_times(tmp_path_factory: pytest.TempPathFactory, plans: list[Plan]) -> None:
    expected = sorted(
        (
            (turn.seen_at, plan_number, number, turn)
            for plan_number, plan in enumerate(plans)
            for number, turn in turns(plan)
        ),
        key=lambda each: each[:3],
    )
    with Ledger(tmp_path_factory.getbasetemp()) as ledger:
        for plan in plans:
            ledger.plan(plan)
        ledger.place(paths)  # they have their places
        assert list(ledger.turns()) == [turn for *_, turn in expected]


def test_places_are_asked_for_folder_by_folder_in_the_order_of_plans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdiff.store.backfill.ledger._PLACED", 3)
    asked: list[list[str]] = []

    def place(records: Iterable[Record]) -> list[str]:
        asked.append([record.article.url for record in records])
        return [f"placed/{url}" for url in asked[-1]]

    urls = [f"https://{host}.example/{number}" for number in range(4) for host in ("b", "a")]
    with Ledger(tmp_path) as ledger:
        for number, url in enumerate(urls):
            path = "placed/before" if number == 2 else ""
            ledger.plan(Plan(url, "", (version(number),), path))
        ledger.place(place)
        told = [turn.path for turn in ledger.turns()]
    in_order = [url for host in "ab" for url in urls if f"//{host}." in url and url != urls[2]]
    assert asked == [in_order[:3], in_order[3:6], in_order[6:]]
    assert told == ["placed/before" if number == 2 else f"placed/{url}" for number, url in enumerate(urls)]


def test_a_text_that_comes_back_is_a_revert_and_what_is_recorded_has_no_turn() -> None:
    plan = Plan("u", "", tuple(version(n, text=text) for n, text in enumerate("abac")), "p", done=1)
    assert [(number, turn.kind, turn.before) for number, turn in turns(plan)] == [
        (1, RevisionKind.EDIT, plan.versions[0].place),
        (2, RevisionKind.REVERT, plan.versions[1].place),
        (3, RevisionKind.EDIT, plan.versions[2].place),
    ]
    [(_, first), *_] = turns(Plan("u", "", plan.versions, "p"))
    assert first == Turn("u", "p", RevisionKind.FIRST, START, plan.versions[0].place)


def test_what_is_noted_is_not_kept_in_memory(tmp_path: Path) -> None:
    def held(articles: int) -> int:
        tracemalloc.start()
        try:
            with Ledger(tmp_path) as ledger:
                for number in range(articles):
                    for at in range(2):
                        ledger.see(f"https://gazette.example/{number}", version(number % 500 + at, text="ab"[at]))
                for own in ledger.articles():
                    ledger.plan(Plan("https://gazette.example/x", "A headline", tuple(own)))
                ledger.place(paths)
                turns = ledger.turns()
                next(turns)
                gc.collect()  # with what Python keeps for the next objects
                return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    held(600)  # what is loaded once, and kept of the last addresses
    assert held(600) < held(100) + 50_000  # bytes: a hundred for each article that there is more
