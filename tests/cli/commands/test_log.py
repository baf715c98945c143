"""``newsdiff log``: the revisions of one article and of the whole store."""

import json

import pytest

from tests.cli.conftest import Newsdiff, nameless
from tests.kit.newsroom import FERRY, NEW_TUNNEL, TUNNEL

BRIDGE = """\
@3  2026-03-05 21:00 UTC  restored  ! medium  +1 -1 words  no note seen
    seventeen -> twelve (cracks)
    number  Engineers had found seventeen cracks in the pier. -> Engineers had found twelve cracks in the pier.
@2  2026-03-04 21:00 UTC  removed
@1  2026-03-02 09:00 UTC  first
"""


def test_one_article_newest_first_with_the_edit_in_one_line(desk: Newsdiff) -> None:
    shown = desk("log", "bridge")
    assert (shown.code, shown.out, shown.err) == (0, BRIDGE, "")


def test_a_part_of_the_address_the_headline_or_the_path_names_an_article(desk: Newsdiff) -> None:
    wanted = desk("log", FERRY).out
    assert wanted.startswith("@3  2026-03-04 15:00 UTC  edit")
    for name in ("FERRY", "stops for repairs", "courier.example/2026/03/ferry-2d0242ce.md", f"{FERRY}?utm_source=x"):
        assert desk("log", name).out == wanted, name


def test_a_moved_article_is_found_by_both_addresses(desk: Newsdiff) -> None:
    assert (
        desk("log", TUNNEL).out
        == desk("log", NEW_TUNNEL).out
        == ("@2  2026-03-04 21:00 UTC  moved\n@1  2026-03-02 09:00 UTC  first\n")
    )


def test_the_whole_store_names_each_article_and_commits_in_place_of_numbers(desk: Newsdiff) -> None:
    lines = nameless(desk("log").out).splitlines()
    assert lines[:6] == [
        "<commit>  2026-03-07 04:30 UTC  first",
        "    A letter on the weir",
        "    https://gazette.example/letters/weir",
        "<commit>  2026-03-05 21:00 UTC  restored  ! medium  +1 -1 words  no note seen",
        "    Notes from Port Amber, number 11",
        "    http://courier.example/2026/03/bridge",
    ]
    assert sum(line.startswith("<commit>") for line in lines) == 21


def test_recleans_are_hidden_until_they_are_asked_for(desk: Newsdiff) -> None:
    assert "reclean" not in desk("log").out
    assert desk("log", "story?id=7").out == "@1  2026-03-02 09:00 UTC  first\n"
    shown = desk("log", "story?id=7", "--recleans").out
    assert shown == "@2  2026-03-07 03:30 UTC  reclean\n@1  2026-03-02 09:00 UTC  first\n"


def test_hidden_recleans_are_counted(desk: Newsdiff, terminal) -> None:
    told = "1 revision that our own cleaner made is not listed: --recleans shows it"
    assert desk("log", "story?id=7").err == f"{told}.\n"
    assert told in terminal("log", "story?id=7", "--no-pager", NO_COLOR="1")[1]
    assert desk("log", "story?id=7", "--recleans").err == desk("log", "bridge").err == ""


def test_a_number_stays_what_it_is_where_recleans_are_hidden(desk: Newsdiff) -> None:
    """@2 means the same revision in every list."""
    rows = json.loads(desk("log", "story?id=7", "--recleans", "--format", "json").out)
    assert [(row["number"], row["kind"]) for row in rows] == [(2, "reclean"), (1, "first")]


@pytest.mark.parametrize("count", ["1", "2", "1000000"])
def test_at_most_so_many(desk: Newsdiff, count: str) -> None:
    rows = json.loads(desk("log", "bridge", "-n", count, "--format", "json").out)
    assert [row["number"] for row in rows] == [3, 2, 1][: int(count)]
    assert json.loads(desk("log", "bridge", "--max-count", count, "--format", "json").out) == rows


@pytest.mark.parametrize("count", ["0", "-1", "1000001", "many", ""])
def test_a_count_out_of_range_is_a_usage_error(desk: Newsdiff, count: str) -> None:
    result = desk("log", "bridge", "-n", count)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Error: Invalid value for '-n' / '--max-count'")
    assert result.err.endswith("Hint: newsdiff log --help shows how.\n")


def test_json_of_an_edit_in_full(desk: Newsdiff) -> None:
    [row] = json.loads(desk("log", "ferry", "-n", "1", "--format", "json").out)
    trailers = row.pop("trailers")
    summary = row.pop("summary")
    assert nameless(row.pop("id")) == "<commit>"
    assert row.pop("in_short").startswith("a note came: Correction: ")
    assert row == {
        "number": 3,
        "kind": "edit",
        "path": "courier.example/2026/03/ferry-2d0242ce.md",
        "url": FERRY,
        "headline": "Ferry stops for repairs",
        "seen_at": "2026-03-04T15:00:00+00:00",
        "since": "2026-03-03T09:00:00+00:00",
        "flags": ["number", "correction"],
        "disclosed": "note",
        "dismissed": [],
        "severity": "high",
        "weight": float(trailers["Weight"]),
    }
    assert summary[-1].startswith("number  About 2,100 people")
    assert {name: trailers[name] for name in ("Kind", "Url", "Observed", "Severity", "Words", "Status")} == {
        "Kind": "edit",
        "Url": FERRY,
        "Observed": "2026-03-04T15:00:00Z",
        "Severity": "high",
        "Words": "+18 -1 ~0",
        "Status": "200",
    }
    assert len(trailers["Raw-Sha256"]) == len(trailers["Text-Sha256"]) == 64


def test_json_of_a_removal_has_no_words_and_of_a_first_text_no_time_before(desk: Newsdiff) -> None:
    removed, first = json.loads(desk("log", "market", "--format", "json").out)
    assert (removed["kind"], removed["trailers"]["Status"], "Words" in removed["trailers"]) == ("removed", "410", False)
    assert (first["kind"], first["since"], first["flags"], first["summary"]) == ("first", None, [], [])


def test_json_of_the_whole_store_has_no_numbers(desk: Newsdiff) -> None:
    rows = json.loads(desk("log", "--format", "json", "--recleans").out)
    assert {row["number"] for row in rows} == {None}
    assert len({row["id"] for row in rows}) == len(rows) == 22
    assert len({row["path"] for row in rows}) == 13


def test_a_secret_is_marked(desk: Newsdiff) -> None:
    rows = desk("log", "--format", "json", "--recleans").out
    assert "s3cr3tpass" not in rows
    assert '"http://herald.example/story?id=7&token=***' in rows


def test_times_are_shown_in_the_wished_zone(desk: Newsdiff) -> None:
    assert desk("log", "market", "--tz", "Asia/Tokyo").out == (
        "@2  2026-03-05 06:00 JST  removed\n@1  2026-03-02 18:00 JST  first\n"
    )
    assert desk("log", "market", "--tz", "utc").out == desk("log", "market").out


@pytest.mark.parametrize("zone", ["Mars/Base", "Europe", "../etc/passwd", "x" * 5000, ""])
def test_what_is_no_time_zone_is_said(desk: Newsdiff, zone: str) -> None:
    result = desk("log", "market", "--tz", zone)
    assert result.code == 2
    assert result.err.startswith("Error: there is no time zone '")
    assert result.err.endswith("Hint: name one such as Europe/Berlin, UTC or local.\n")


def test_plain_and_terminal_are_the_same_lines_in_a_pipe(desk: Newsdiff) -> None:
    assert desk("log", "bridge", "--format", "plain").out == BRIDGE
    assert desk("log", "bridge", "--format", "terminal").out == BRIDGE


def test_on_a_terminal_lines_keep_to_its_width_and_names_have_colour(desk: Newsdiff, terminal) -> None:
    code, shown = terminal("log", "bridge", "--no-pager", columns=60, NO_COLOR="1")
    assert code == 0
    assert shown.splitlines()[:10] == [
        "Notes from Port Amber, number 11",
        "http://courier.example/2026/03/bridge",
        "3 revisions, 2026-03-02 09:00 UTC to 2026-03-05 21:00",
        "    UTC",
        "",
        "@3  2026-03-05 21:00 UTC  restored  ! medium  +1 -1 words",
        "    no note seen  restored after 2026-03-04 15:00 UTC",
        "    seventeen -> twelve (cracks)",
        "    number  Engineers had found seventeen cracks in the",
        "      pier. -> Engineers had found twelve cracks in the",
    ]
    assert shown.splitlines()[-1].endswith("@1: a text")
    coloured = terminal("log", "bridge", "--no-pager")[1]
    assert "\x1b[" in coloured.splitlines()[0]


def test_an_unknown_article_is_named_in_the_error(desk: Newsdiff) -> None:
    result = desk("log", "volcano")
    assert (result.code, result.out) == (2, "")
    assert result.err == "Error: no article is called 'volcano'. Hint: newsdiff list shows them all.\n"


def test_a_name_that_fits_several_asks_for_more(desk: Newsdiff) -> None:
    result = desk("log", "Port Amber")
    assert result.code == 2
    head, *could_be = result.err.splitlines()
    assert "Hint: say more of it" in head
    assert len(could_be) > 1
    assert all(line.startswith("  ") for line in could_be)


def test_an_empty_store_has_no_revisions(newsdiff: Newsdiff) -> None:
    newsdiff("init")
    assert newsdiff("log").out == ""
    assert newsdiff("log", "--format", "json").out == "[]\n"


def test_times_are_the_users_on_a_terminal_and_utc_in_a_pipe(desk: Newsdiff, terminal, monkeypatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert " UTC  " in desk("log", "ferry").out
    assert " JST  " in terminal("log", "ferry", "--no-pager")[1]
    assert " CET  " in terminal("log", "ferry", "--no-pager", "--tz", "Europe/Berlin")[1]
    assert "JST" in terminal("diff", "ferry", "--no-pager")[1]
    assert "JST" not in desk("diff", "ferry", "--format", "plain").out
    monkeypatch.setenv("TZ", "No/Such_Zone")
    assert " UTC  " in terminal("log", "ferry", "--no-pager")[1]


def test_an_article_with_one_revision_has_nothing_to_compare(kept: Newsdiff, tmp_path, terminal) -> None:
    (tmp_path / "one.txt").write_text("Bridge closed\n\nThe old bridge over the river was closed on Monday.\n")
    kept("snapshot", "one.txt", "--url", "https://courier.example/2025/bridge", "--at", "2025-03-20T10:00Z")
    shown = terminal("log", "bridge", NO_COLOR="1")[1]
    assert "newsdiff diff" not in shown
    assert shown.splitlines()[-1].endswith(": its text")
