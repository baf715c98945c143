"""``newsdiff remove``, ``pause`` and ``resume``: by any name, and nothing else on the list moves."""

import json
from pathlib import Path

import pytest

from newsdiff.model import Settings, Status
from newsdiff.store import Store
from newsdiff.text.name_match import Names, matches
from newsdiff.text.urls import normalise
from newsdiff.watch import called, listing
from newsdiff.watch.state.index import State
from newsdiff.watch.state.observation import Observation
from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import BROUGHT, FEED, FERRY, NEW_TUNNEL, TUNNEL, WINDMILL, Newsroom


def lines(store: Path) -> list[str]:
    return (store / ".newsdiff/watchlist.txt").read_text().splitlines()


def rows(desk: Newsdiff) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(desk("list", "--format", "json").out)
    return found


@pytest.mark.parametrize("name", [FERRY, "2026/03/ferry", "FERRY stops", f"{FERRY}#top", f"{FERRY}?utm_medium=mail"])
def test_pause_and_resume_by_any_name_change_one_line(desk: Newsdiff, own_newsroom: Path, name: str) -> None:
    before = lines(own_newsroom)
    assert desk("pause", name).out == f"Paused: {FERRY}\n"
    assert [line for line in lines(own_newsroom) if line not in before] == [f"{FERRY} paused=yes"]
    assert desk("resume", name).out == f"Watched again: {FERRY}\n"
    assert lines(own_newsroom) == before


@pytest.mark.parametrize("command", ["pause", "resume", "remove"])
def test_bytes_of_a_shell_that_are_no_text_name_nothing(desk: Newsdiff, own_newsroom: Path, command: str) -> None:
    before = lines(own_newsroom)
    done = desk(command, "ferry\udccc")
    assert done.code == 2
    assert "bug" not in done.err
    assert lines(own_newsroom) == before


def test_several_at_once_are_told_one_a_line(desk: Newsdiff, own_newsroom: Path) -> None:
    done = desk("pause", "ferry", "council")
    assert done.out == f"Paused: {FERRY}\nPaused: http://courier.example/2026/03/council\n"


def test_pausing_what_is_paused_is_no_mistake(desk: Newsdiff, own_newsroom: Path) -> None:
    before = lines(own_newsroom)
    assert desk("pause", WINDMILL).out == f"Paused: {WINDMILL}\n"
    assert lines(own_newsroom) == before


def test_removing_leaves_the_history(desk: Newsdiff, own_newsroom: Path) -> None:
    history = desk("log", "ferry").out
    assert desk("remove", "ferry").out == f"No longer watched: {FERRY}\n"
    assert not [line for line in lines(own_newsroom) if line.startswith(FERRY)]
    assert desk("log", "ferry").out == history
    assert desk("remove", FERRY).err == (
        f"Error: {FERRY} is not on the watch list. Hint: newsdiff list shows what is.\n"
    )


def test_removing_a_feed_says_what_goes_with_it(desk: Newsdiff, own_newsroom: Path) -> None:
    assert desk("remove", "feed.xml").out == f"No longer watched: {FEED}, nor what it brought (1)\n"
    assert BROUGHT not in [row["url"] for row in rows(desk)]


def test_what_a_feed_brought_can_be_rested_and_not_removed_alone(desk: Newsdiff, own_newsroom: Path) -> None:
    result = desk("remove", BROUGHT)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"Error: {BROUGHT} was brought by a feed. Hint: newsdiff pause rests it alone.\n"
    assert desk("pause", BROUGHT).out == f"Paused: {BROUGHT}\n"
    assert desk("resume", BROUGHT).out == f"Watched again: {BROUGHT}\n"


def test_a_moved_article_goes_by_where_it_stands_now(desk: Newsdiff, own_newsroom: Path) -> None:
    """The list's line keeps the address that the user wrote."""
    assert desk("pause", "tunnel-opens").out == f"Paused: {NEW_TUNNEL}\n"
    assert f"{TUNNEL} paused=yes" in lines(own_newsroom)
    assert NEW_TUNNEL not in "\n".join(lines(own_newsroom))
    assert [row["paused"] for row in rows(desk) if row["url"] == NEW_TUNNEL] == [True]
    assert desk("resume", TUNNEL).out == f"Watched again: {NEW_TUNNEL}\n"
    assert TUNNEL in lines(own_newsroom)
    assert desk("remove", NEW_TUNNEL).out == f"No longer watched: {NEW_TUNNEL}\n"
    assert NEW_TUNNEL not in [row["url"] for row in rows(desk)]


def test_an_article_that_moved_and_was_set_aside_is_taken_up(desk: Newsdiff, own_newsroom: Path, newsroom) -> None:
    aside = Observation(newsroom.now, normalise(TUNNEL), status=Status.ERROR, error="it broke the cleaner", aside=True)
    store = Store(own_newsroom)
    with store.lock(who="test", now=newsroom.now), State(store) as state:
        state.write([aside])
    assert [row["url"] for row in rows(desk) if row["set_aside"]] == [NEW_TUNNEL]
    desk("resume", "tunnel-opens")
    assert [row["url"] for row in rows(desk) if row["set_aside"]] == []


def test_a_name_finds_what_a_look_at_everything_finds(newsroom: Newsroom) -> None:
    store, settings = Store(newsroom.folder), Settings()
    everything = list(listing(store, settings, now=newsroom.now))
    parts = [part for one in everything for text in (one.url, one.headline) for part in (text[:12], text[5:15].upper())]
    names = list(dict.fromkeys(["", " ", '"', "\\", "%", "_", "title", NEW_TUNNEL, TUNNEL[7:], f"{FERRY}#top", *parts]))
    found = called(store, settings, names, now=newsroom.now)
    wanted = [
        matches(
            name,
            ((o.key, Names(frozenset({normalise(o.url), o.key}), f"{o.url}\n{o.headline}")) for o in everything),
        )
        for name in names
    ]
    assert [[one.key for one in some] for some in found] == wanted
    assert max(map(len, wanted)) > 5


@pytest.mark.parametrize("name", [FERRY, "FERRY stops"])
def test_what_it_does_not_concern_is_not_read(
    desk: Newsdiff, own_newsroom: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked, row = set(), State._row
    monkeypatch.setattr(State, "_row", lambda self, url, *rest: looked.add(url) or row(self, url, *rest))
    for command in ("pause", "resume", "remove"):
        assert desk(command, name).code == 0
    assert looked == {normalise(FERRY)}


@pytest.mark.parametrize("command", ["remove", "pause", "resume"])
@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("volcano", "volcano is not on the watch list. Hint: newsdiff list shows what is."),
        ("https://never.example/a?token=s3cr3t", "is not on the watch list"),
        (
            "courier.example/2026",
            "'courier.example/2026' fits 6 that are watched. Hint: say more of it.\n  http://courier",
        ),
        ("", " is not on the watch list"),
    ],
)
def test_a_name_that_fits_none_or_several_changes_nothing(
    desk: Newsdiff, own_newsroom: Path, command: str, name: str, error: str
) -> None:
    before = lines(own_newsroom)
    result = desk(command, name)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "s3cr3t" not in result.err
    assert lines(own_newsroom) == before


@pytest.mark.parametrize("command", ["remove", "pause", "resume"])
def test_without_a_name_the_help_is_named(desk: Newsdiff, command: str) -> None:
    result = desk(command)
    assert result.code == 2
    assert result.err == f"Error: Missing argument 'ARTICLE...'. Hint: newsdiff {command} --help shows how.\n"


def test_comments_and_order_of_the_list_are_the_users(desk: Newsdiff, own_newsroom: Path) -> None:
    path = own_newsroom / ".newsdiff/watchlist.txt"
    path.write_text(f"# mine\n\n{FERRY}   every=2h  # often\nhttp://a.example/x\n", encoding="utf-8")
    desk("pause", "ferry")
    first, blank, ferry, other = lines(own_newsroom)
    assert (first, blank, other) == ("# mine", "", "http://a.example/x")
    assert ferry.startswith(FERRY)
    assert "every=2h" in ferry
    assert "paused=yes" in ferry
