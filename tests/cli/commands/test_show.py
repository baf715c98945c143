"""``newsdiff show``: one revision as a reader sees it, as git holds it, as it was fetched."""

from pathlib import Path

import pytest

from newsdiff.cli.commands.show import article_lines
from newsdiff.document import loads
from newsdiff.model import Article, Block, BlockKind
from tests.cli.conftest import Newsdiff
from tests.kit.newsroom import FERRY, NEW_TUNNEL, NOTE, TUNNEL, ferry

LAST = f"""\
# Ferry stops for repairs

Harbour Minister Ingrid Vale said on Tuesday that the ferry would stop for two weeks.

About 1,200 people take the ferry to work each day, the harbour office counted in the winter.

The boat was built in 1974 and has been painted four times, always in the colours of the town.

Passengers can take the bus over the long bridge instead, which leaves the market every hour.

[correction] {NOTE}
"""


@pytest.mark.parametrize("rev", [(), ("@-1",), ("@3",), ("2026-03-05",), ("2026-03-04T15:00Z",), ("2030-01-01",)])
def test_the_last_text_by_all_its_names(desk: Newsdiff, rev: tuple[str, ...]) -> None:
    shown = desk("show", "2026/03/ferry", *rev)
    assert (shown.code, shown.out, shown.err) == (0, LAST, "")


@pytest.mark.parametrize("rev", ["@1", "@-3", "2026-03-02", "2026-03-02T10:00Z", "2026-03-02T10:00+01:00"])
def test_the_first_text_by_all_its_names(desk: Newsdiff, rev: str) -> None:
    assert "\nFormer Harbour Minister Ingrid Vale" in desk("show", FERRY, rev).out


def test_a_day_ends_in_the_wished_time_zone(desk: Newsdiff) -> None:
    """The second text came at 9:00 UTC on 3 March: in Auckland late on that day, in Honolulu on the day before."""
    assert "Former" in desk("show", FERRY, "2026-03-02", "--tz", "Europe/Berlin").out
    assert "Former" not in desk("show", FERRY, "2026-03-02", "--tz", "Pacific/Honolulu").out
    assert "Former" not in desk("show", FERRY, "2026-03-03", "--tz", "Pacific/Auckland").out


def test_a_removed_article_shows_the_text_that_stood_last(desk: Newsdiff) -> None:
    assert desk("show", "market").out == desk("show", "market", "@1").out
    assert desk("show", "market").out.startswith("# Notes from Port Amber, number 13\n")


def test_both_addresses_of_a_moved_article_show_it(desk: Newsdiff) -> None:
    assert desk("show", TUNNEL).out == desk("show", NEW_TUNNEL).out != ""


def test_stored_is_the_file_of_the_commit_and_can_be_read_back(desk: Newsdiff) -> None:
    text = desk("show", FERRY, "--stored").out
    assert text.startswith(
        '---\nformat: 1\nurl: http://courier.example/2026/03/ferry\nheadline: "Ferry stops for repairs"\n'
    )
    assert loads(text).blocks[-1] == Block(BlockKind.CORRECTION, NOTE)


def test_raw_is_the_page_byte_by_byte(desk: Newsdiff) -> None:
    assert desk("show", FERRY, "@2", "--raw").out == ferry("2,100", "Harbour Minister")
    assert desk("show", FERRY, "--raw").out == ferry("1,200", "Harbour Minister", NOTE)


def test_removed_is_silent_where_nothing_was_taken_out(desk: Newsdiff) -> None:
    assert desk("show", FERRY, "--removed").out == ""


def test_no_raw_page_no_answer(desk: Newsdiff) -> None:
    for option in ("--raw", "--removed"):
        result = desk("show", "weir", option)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            'Error: no raw page was kept for this revision. Hint: keep_raw = "changed" in config.toml keeps them.\n'
        )


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("volcano",), "no article is called 'volcano'. Hint: newsdiff list shows them all."),
        (("ferry", "@4"), "the article has no revision @4. Hint: it has 3: @1 to @3."),
        (("ferry", "@-4"), "the article has no revision @-4. Hint: it has 3: @1 to @3."),
        (("ferry", "@0"), "@0"),
        (("ferry", "1999-01-01"), "was not yet known at 1999-01-01. Hint: it was first seen 2026-03-02 09:00 UTC."),
        (("ferry", "yesterday"), "yesterday"),
        (("ferry", "0123456789"), "0123456789"),
        ((), "Missing argument 'ARTICLE'"),
        (("ferry", "@1", "@2"), "unexpected extra argument"),
        (("ferry", "--tz", "Mars"), "there is no time zone 'Mars'"),
    ],
)
def test_a_mistake_is_one_line_with_a_hint(desk: Newsdiff, words, error: str) -> None:
    result = desk("show", *words)
    assert (result.code, result.out) == (2, "")
    assert error in result.err
    assert "Hint: " in result.err
    assert result.err.count("\n") == 1


def test_a_commit_of_another_article_is_no_revision_of_this_one(desk: Newsdiff) -> None:
    commit = desk("log", "--format", "plain", "-n", "1").out[:10]  # the letter's
    assert desk("show", commit).out.startswith("# A letter on the weir")
    result = desk("show", "ferry", commit)
    assert (result.code, result.out) == (2, "")


def test_the_store_is_left_as_it_is(desk: Newsdiff, newsroom) -> None:
    before = {p: p.stat().st_mtime_ns for p in Path(newsroom.folder).rglob("*") if p.is_file()}
    desk("show", FERRY, "--raw")
    desk("show", FERRY, "--stored")
    assert {p: p.stat().st_mtime_ns for p in Path(newsroom.folder).rglob("*") if p.is_file()} == before


KINDS = {
    BlockKind.HEADLINE: "# One",
    BlockKind.DEK: "[dek] One",
    BlockKind.BYLINE: "[byline] One",
    BlockKind.DATE: "[date] One",
    BlockKind.HEADING: "## One",
    BlockKind.PARAGRAPH: "One",
    BlockKind.QUOTE: "> One",
    BlockKind.LIST_ITEM: "- One",
    BlockKind.CAPTION: "[caption] One",
    BlockKind.CORRECTION: "[correction] One",
}


@pytest.mark.parametrize("kind", list(BlockKind))
def test_each_kind_of_block_is_told_from_the_others(kind: BlockKind) -> None:
    shown = article_lines(Article("", blocks=(Block(kind, "One"),)))
    assert shown == [KINDS.get(kind, "One")]


def test_blocks_stand_a_line_apart_and_hidden_signs_are_shown() -> None:
    blocks = (Block(BlockKind.PARAGRAPH, "left \u202eright"), Block(BlockKind.PARAGRAPH, "\x1b[31mred"))
    first, between, last = article_lines(Article("", blocks=blocks))
    assert between == ""
    assert "\u202e" not in first
    assert "\x1b" not in last
    assert article_lines(Article("", blocks=())) == []
