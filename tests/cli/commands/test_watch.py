"""``newsdiff watch``: names, options, exit codes and what is printed, on the newsroom's outlets."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from newsdiff.cli import context
from newsdiff.cli.commands.watch import summary
from newsdiff.model import Outcome, Status
from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import ARCHIVE, BAKERY, FERRY, LIBRARY, STADIUM, THEATRE, WINDMILL


@pytest.fixture
def later(desk: Newsdiff, own_newsroom: Path, newsroom, monkeypatch: pytest.MonkeyPatch) -> Newsdiff:
    """Commands on a copy of the newsroom's store, two hours after its end."""
    monkeypatch.setattr(context, "now", lambda: newsroom.now.replace(hour=6, minute=30))
    return desk


def test_each_outcome_in_its_own_words(later: Newsdiff) -> None:
    done = later("watch", "theatre", "stadium", "library", "archive")
    assert (done.code, done.err) == (3, "")  # the library fails for the fourth time in a row
    lines = done.out.splitlines()
    at = lines.index(f"{THEATRE}: may be no edit; in quarantine (newsdiff quarantine)")
    filled = "  lines that are nothing of the story stand in the place of its last 62%"
    assert lines[at + 1 : at + 4] == ["  the page shows a pay wall", filled, "  the text ends at 42% of its words"]
    at = lines.index(f"{LIBRARY}: not reached")
    assert lines[at + 1] == f"  {LIBRARY} could not be reached: the connection was closed without an answer"
    at = lines.index(f"{ARCHIVE}: not asked for")
    assert lines[at + 1] == f"  {ARCHIVE} was not asked: robots.txt forbids it"
    assert f'{STADIUM}: edited: "Port Amber closes its stadium"' in lines  # read a second time, an hour later
    assert lines[-1] == "4 visited: 1 edited, 1 in quarantine, 1 not asked for, 1 not reached."


def test_quiet_tells_news_and_nothing_twice(later: Newsdiff) -> None:
    done = later("watch", "theatre", "ferry", "bakery", "archive", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")
    done = later("watch", "stadium", "-q")
    assert done.code == 0
    assert done.out.startswith(f"{STADIUM}: edited")


def test_json_is_a_line_for_each_visit_with_all_its_keys(later: Newsdiff) -> None:
    rows = [json.loads(line) for line in later("watch", "ferry", "theatre", "bakery", "--json").out.splitlines()]
    told = {row["url"]: row for row in rows}
    assert {url: row["status"] for url, row in told.items()} == {
        FERRY: "unchanged",
        THEATRE: "suspect",
        BAKERY: "blocked",
    }
    assert told[THEATRE]["reasons"][0] == "the page shows a pay wall"
    assert told[BAKERY]["error"] == f"{BAKERY} answered with status 403"
    assert len({tuple(row) for row in rows}) == 1


def test_strict_leaves_with_3_at_the_first_failure(later: Newsdiff, newsroom) -> None:
    assert later("watch", "bakery").code == 0
    assert later("watch", "library", "-q").code == 3
    assert later("watch", "library", "--strict", "-q").code == 3


def test_a_paused_one_is_visited_when_it_is_named(later: Newsdiff) -> None:
    assert later("watch", WINDMILL).out.splitlines() == [
        f'{WINDMILL}: first seen, kept: "Notes from Port Amber, number 22"',
        "1 visited: 1 first seen.",
    ]


def test_a_run_that_holds_the_lock_is_named_or_passed_over_in_silence(later: Newsdiff, own_newsroom, newsroom) -> None:
    from newsdiff.store import Store

    with Store(own_newsroom).lock(who="watch", now=newsroom.now):
        told = later("watch", "ferry")
        assert (told.code, told.out) == (75, "")
        assert told.err.startswith("Error: ")
        assert (later("watch", "ferry", "-q").code, later("watch", "ferry", "-q").err) == (75, "")
    assert later("watch", "ferry").code == 0


def test_a_name_of_several_visits_nothing_and_lists_them(later: Newsdiff, newsroom) -> None:
    asked = len(newsroom.site.log)
    result = later("watch", "Port Amber")
    assert (result.code, result.out) == (2, "")
    assert "watched articles are called 'Port Amber'. Hint: say more of it.\n  http://courier.example" in result.err
    assert len(newsroom.site.log) == asked


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("volcano",), "no article is called 'volcano'"),
        (("--engine", "remote:4"), "there is no engine 'remote:4'. Hint: take inline, local:4"),
        (("--engine", "local:0"), "--engine local:0: a machine takes 1 to 64 children"),
        (("--engine", "local:65"), "a machine takes 1 to 64 children"),
        (("--engine", "local:many"), "there is no engine 'local:many'"),
        (("--delay", "-1"), "-1.0 is not in the range 0<=x<=86400"),
        (("--delay", "nan"), "'nan' is no number of seconds"),
        (("--delay", "inf"), "inf is not in the range"),
        (("--delay", "86401"), "86401.0 is not in the range"),
        (("--delay", "soon"), "'soon' is not a valid float"),
        (("--at", "noon"), "'noon' is no time. Hint: write it as 2025-03-12T10:00Z."),
        (("--at", "2100-01-01"), "no time that a store can keep"),
        (("--often",), "No such option"),
    ],
)
def test_a_mistake_visits_nothing(later: Newsdiff, newsroom, words, error: str) -> None:
    asked = len(newsroom.site.log)
    result = later("watch", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1
    assert len(newsroom.site.log) == asked


def test_the_clock_can_be_set(later: Newsdiff) -> None:
    """In a week everything but the removed one is due; a year later too, and nothing is lost by looking."""
    rows = [
        json.loads(line) for line in later("watch", "council", "--at", "2026-06-01T00:00Z", "--json").out.splitlines()
    ]
    assert [row["status"] for row in rows] == ["unchanged"]
    [council] = [r for r in json.loads(later("list", "--format", "json").out) if r["url"].endswith("council")]
    assert datetime.fromisoformat(council["visited"]).isoformat().startswith("2026-06-01T00:00")


@pytest.mark.parametrize(
    ("statuses", "line"),
    [
        ([Status.UNCHANGED, Status.NOT_MODIFIED], "2 visited: 2 unchanged."),
        ([Status.EDIT] * 2 + [Status.UNCHANGED], "3 visited: 2 edited, 1 unchanged."),
        ([Status.ERROR, Status.FIRST, Status.EDIT], "3 visited: 1 first seen, 1 edited, 1 failed."),
    ],
)
def test_the_last_line_counts_what_happened_in_the_order_of_the_table(statuses: list[Status], line: str) -> None:
    assert summary([Outcome("https://a.example/x", status) for status in statuses]) == line


def test_a_run_with_nothing_to_visit_says_whether_anything_is_watched(newsdiff: Newsdiff, tmp_path) -> None:
    newsdiff("init")
    assert newsdiff("watch").out == "Nothing is watched. Hint: newsdiff add URL.\n"
    (tmp_path / "snapshots/.newsdiff/watchlist.txt").write_text("https://a.example/story paused=yes\n")
    assert newsdiff("watch").out.startswith("Nothing is due. Hint: newsdiff watch --all visits everything now")


A, B, C = (f"https://a.example/{name}" for name in "abc")


@pytest.mark.parametrize(
    ("outcomes", "named", "line"),
    [
        ([Outcome(A, Status.RECLEAN), Outcome(A, Status.UNCHANGED)], 1, "1 visited: 1 unchanged; 1 cleaned anew."),
        ([Outcome(A, Status.RECLEAN)], 0, "1 visited; 1 cleaned anew."),
        (
            [Outcome(A, Status.UNCHANGED, found=4), Outcome(B, Status.FIRST), Outcome(C, Status.EDIT)],
            0,
            "2 visited: 1 first seen, 1 edited; 1 list read: 4 new articles.",
        ),
        ([Outcome(A, Status.NOT_MODIFIED, found=0)], 1, "0 visited; 1 list read: nothing new."),
        (
            [Outcome(A, Status.EDIT), Outcome(B, Status.UNREACHABLE, streak=0)],
            2,
            "1 of 2 named visited: 1 edited; 1 left alone.",
        ),
    ],
)
def test_the_last_line_tells_visits_lists_and_recleans_apart(outcomes: list[Outcome], named: int, line: str) -> None:
    assert summary(outcomes, named) == line
