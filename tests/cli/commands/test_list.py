"""``newsdiff list``: each kind of watch in its own words, in the order of the list."""

import json

import pytest

from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import ARCHIVE, BAKERY, FEED, LIBRARY, MARKET, NEW_TUNNEL, SECRET, THEATRE, WINDMILL

ALL = """\
http://courier.example/2026/03/ferry
    Ferry stops for repairs
    unchanged; seen 2026-03-06 21:00 UTC; changed 2026-03-04 15:00 UTC; due now
http://courier.example/2026/03/council
    Notes from Port Amber, number 10
    unchanged; seen 2026-03-06 21:00 UTC; changed 2026-03-04 15:00 UTC; due now
http://courier.example/2026/03/bridge
    Notes from Port Amber, number 11
    unchanged; seen 2026-03-06 21:00 UTC; changed 2026-03-05 21:00 UTC; due now
http://courier.example/2026/03/tunnel-opens
    Notes from Port Amber, number 12
    unchanged; seen 2026-03-06 21:00 UTC; changed 2026-03-04 21:00 UTC; due now
http://courier.example/2026/03/market
    Notes from Port Amber, number 13
    removed by the publisher; visited 2026-03-06 21:00 UTC; seen 2026-03-04 15:00 UTC; \
changed 2026-03-04 21:00 UTC; next 2026-03-13 07:22 UTC
"""


def rows(desk: Newsdiff, *options: str) -> dict[str, dict[str, object]]:
    return {row["url"]: row for row in json.loads(desk("list", "--format", "json", *options).out)}


def test_what_fares_well_and_what_is_gone_is_told_in_the_order_of_the_list(desk: Newsdiff) -> None:
    shown = desk("list", "--long")
    assert (shown.code, shown.err) == (0, "")
    assert shown.out.startswith(ALL)


def test_a_failure_is_counted_and_its_error_stands_below(desk: Newsdiff) -> None:
    lines = desk("list", "--long").out.splitlines()
    at = lines.index(LIBRARY)
    assert lines[at + 2].startswith("    unreachable, 3 times in a row; visited 2026-03-07 01:30 UTC; seen ")
    assert lines[at + 3] == f"    {LIBRARY} could not be reached: the connection was closed without an answer"
    at = lines.index(BAKERY)
    assert lines[at + 2].startswith("    blocked, 3 times in a row; ")
    assert lines[at + 3] == f"    {BAKERY} answered with status 403"


def test_what_was_never_read_has_no_headline(desk: Newsdiff) -> None:
    lines = desk("list", "--long").out.splitlines()
    at = lines.index(ARCHIVE)
    assert lines[at + 1 : at + 3] == [
        "    refused; visited 2026-03-06 21:00 UTC; due now",
        f"    {ARCHIVE} was not asked: robots.txt forbids it",
    ]
    at = lines.index(WINDMILL)
    assert lines[at + 1] == "    not visited yet; paused"


def test_a_feed_is_called_a_feed_and_what_it_brought_stands_at_the_end(desk: Newsdiff) -> None:
    lines = desk("list", "--long").out.splitlines()
    assert lines[lines.index(f"feed {FEED}") + 1].startswith("    unchanged; seen ")
    assert lines[-3] == "http://courier.example/2026/03/quay"


def test_a_secret_is_marked_in_every_format(desk: Newsdiff) -> None:
    for form in ("plain", "json"):
        shown = desk("list", "--long", "--format", form).out
        assert "s3cr3tpass" not in shown
        assert "http://herald.example/story?id=7&token=***" in shown
    assert "token=s3cr3tpass" in SECRET


def test_a_time_zone_changes_the_times_and_nothing_else(desk: Newsdiff) -> None:
    here, there = desk("list", "--long").out.splitlines(), desk("list", "--long", "--tz", "Asia/Tokyo").out.splitlines()
    assert len(here) == len(there)
    assert "seen 2026-03-07 06:00 JST" in there[2]
    assert [line for line in here if "UTC" not in line] == [line for line in there if "JST" not in line]


def test_the_short_list_counts_and_has_a_line_each(desk: Newsdiff) -> None:
    lines = desk("list").out.splitlines()
    assert lines[0] == "15 watched: 14 articles, 1 feed; 2 fail; 2 in quarantine"
    assert lines[1] == "state           new text      next  article"
    assert lines[2] == "unchanged         2d ago   due now  Ferry stops for repairs (courier.example)"
    assert len(lines) == 2 + 15
    assert any(line.startswith("removed ") for line in lines)
    assert any(line.startswith("unreachable x3 ") and line.endswith("without an answer") for line in lines)
    assert "s3cr3tpass" not in "".join(lines)


def test_the_short_list_fits_a_terminal(desk: Newsdiff, terminal) -> None:
    code, shown = terminal("list", "--no-pager", columns=60, NO_COLOR="1")
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 60
    assert shown.splitlines()[0].startswith("15 watched")
    assert "\u2026" in shown


@pytest.mark.parametrize(
    ("options", "some", "none"),
    [
        (("--failing",), {LIBRARY, BAKERY, THEATRE}, {MARKET, WINDMILL}),
        (("--changed", "2026-03-05"), {"http://courier.example/2026/03/bridge"}, {MARKET, LIBRARY}),
        (("--host", "courier.example"), {MARKET}, {SECRET, ARCHIVE}),
        (("ferry",), {"http://courier.example/2026/03/ferry"}, {MARKET}),
        (("--tag", "nothing"), set(), {MARKET}),
    ],
)
def test_filters(desk: Newsdiff, options: tuple[str, ...], some: set[str], none: set[str]) -> None:
    found = set(rows(desk, *options))
    assert some <= found
    assert not none & found


def test_orders(desk: Newsdiff) -> None:
    changed = [str(row["changed"]) for row in rows(desk, "--sort", "changed").values() if row["changed"]]
    assert changed == sorted(changed, reverse=True)
    due = [str(row["next"]) for row in rows(desk, "--sort", "next").values() if row["next"]]
    assert due == sorted(due)
    assert list(rows(desk, "--sort", "name")) != list(rows(desk))


def test_nothing_of_what_is_watched_is_like_that(desk: Newsdiff) -> None:
    assert desk("list", "zeppelin").out == "Nothing that is watched matches.\n"


def test_json_holds_what_a_program_needs(desk: Newsdiff) -> None:
    told = rows(desk)
    assert len(told) == 15
    market = told[MARKET]
    assert (market["removed"], market["status"]) == (True, "unchanged")
    assert market["headline"] == "Notes from Port Amber, number 13"
    assert market["path"] == "courier.example/2026/03/market-87c2fff4.md"
    assert told[LIBRARY]["failures_in_a_row"] == 3
    assert told[THEATRE]["in_quarantine"] is True
    assert (told[WINDMILL]["paused"], told[WINDMILL]["next"], told[WINDMILL]["path"]) == (True, None, None)
    assert (told[FEED]["kind"], told[FEED]["every"]) == ("feed", 7200.0)
    assert told["http://courier.example/2026/03/quay"]["source"] == FEED
    assert str(told[NEW_TUNNEL]["changed"]).startswith("2026-03-04T21:00:00")


def test_json_has_the_same_keys_in_every_row(desk: Newsdiff) -> None:
    assert len({tuple(row) for row in rows(desk).values()}) == 1


def test_due_leaves_out_what_rests_and_what_is_not_yet_due(desk: Newsdiff) -> None:
    due, everything = rows(desk, "--due"), rows(desk)
    assert set(everything) - set(due) == {WINDMILL, MARKET}  # paused, and removed: looked at once a week
    assert all(str(row["next"]) <= "2026-03-07T04:30" for row in due.values())


@pytest.mark.parametrize("form", ["terminal", "html", "csv", ""])
def test_another_format_is_a_usage_error(desk: Newsdiff, form: str) -> None:
    result = desk("list", "--format", form)
    assert (result.code, result.out) == (2, "")
    assert "plain, json" in result.err.replace("'", "")
    assert "Hint: newsdiff list --help" in result.err


def test_a_line_is_broken_at_the_width_of_a_terminal_behind_its_indent(desk: Newsdiff, terminal) -> None:
    code, shown = terminal("list", "--long", "--no-pager", columns=60, NO_COLOR="1")
    lines = shown.splitlines()
    assert code == 0
    assert max(map(len, lines)) <= 60
    assert lines[:3] == [
        "http://courier.example/2026/03/ferry",
        "    Ferry stops for repairs",
        "    unchanged; seen 2026-03-06 21:00 UTC; changed 2026-03-04",
    ]
    assert lines[3] == "    15:00 UTC; due now"


def test_colour_is_for_terminals_that_want_it(desk: Newsdiff, terminal) -> None:
    assert "\x1b[" in terminal("list", "--no-pager")[1]
    assert "\x1b[" not in terminal("list", "--no-pager", NO_COLOR="1")[1]
    assert "\x1b[" not in terminal("list", "--no-pager", TERM="dumb", NO_COLOR="")[1]
    assert "\x1b[" in terminal("list", "--no-pager", "--color", "always", NO_COLOR="1")[1]
    assert "\x1b[" not in terminal("list", "--no-pager", "--color", "never")[1]
    assert "\x1b[" not in desk("list").out
    assert "\x1b[" in desk("list", "--color=always").out


def test_an_empty_store_watches_nothing_and_says_how_to_begin(newsdiff: Newsdiff) -> None:
    newsdiff("init")
    assert newsdiff("list").out == "Nothing is watched. Hint: newsdiff add URL.\n"
    assert newsdiff("list", "--due").out == "Nothing is due.\n"
    assert newsdiff("list", "--format", "json").out == "[]\n"


def test_why_a_page_fails_is_told_without_its_address_and_whole(newsdiff: Newsdiff, terminal, tmp_path) -> None:
    newsdiff("init")
    (tmp_path / "snapshots/.newsdiff/watchlist.txt").write_text("http://127.0.0.1:1/a/long/path/of/a/story\n")
    newsdiff("watch", "--allow-private", "--delay", "0")
    lines = newsdiff("list").out.splitlines()
    assert lines[0] == "1 watched: 1 article; 1 fails"
    assert lines[2].count("127.0.0.1:1/a/long") == 1
    shown = " ".join(terminal("list", "--no-pager", columns=60, NO_COLOR="1")[1].split())
    assert shown.count("127.0.0.1:1/a/long") == 1
    assert shown.endswith(lines[2].rpartition("story: ")[2])
