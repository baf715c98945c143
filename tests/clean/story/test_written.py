"""The blocks of an article as they are gathered: dates, labels of citations, logs, headings under which nothing is."""

import pytest

from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.story.written import Written
from newsdiff.model import Block, BlockKind, Removed
from tests.kit.leaves import leaf_of

P, D, H, C = BlockKind.PARAGRAPH, BlockKind.DATE, BlockKind.HEADING, BlockKind.CORRECTION


def written(*blocks: tuple[BlockKind, str]) -> Written:
    made = Written()
    for kind, text in blocks:
        made.keep(kind, text)
    return made


def blocks(made: Written) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in made.blocks]


# --- keeping ---


def test_nothing_is_written_at_first() -> None:
    made = Written()
    made.drop_orphans()
    assert (made.blocks, made.removed, made.seen) == ([], [], set())


@pytest.mark.parametrize("text", ["The bridge is closed.", "On 12 March 2025 it rained.", "In 2025", "March"])
def test_a_text_stays_as_it_is(text: str) -> None:
    made = written((P, text))
    assert blocks(made) == [(P, text)]
    assert made.seen == {P}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 March 2025", "12 March 2025"),
        ("Published: 12 March 2025", "Published: 12 March 2025"),
        ("| 12 March 2025 |", "12 March 2025"),
        ("12 March 2025, 10:20", "12 March 2025, 10:20"),
    ],
)
def test_a_paragraph_that_only_tells_a_date_is_one(text: str, date: str) -> None:
    made = written((P, text))
    assert blocks(made) == [(D, date)]
    assert made.seen == {D}


@pytest.mark.parametrize("kind", [H, BlockKind.LIST_ITEM, BlockKind.HEADLINE, BlockKind.CAPTION])
def test_a_heading_or_an_entry_that_tells_one_stays_what_it_is(kind: BlockKind) -> None:
    assert blocks(written((kind, "12 March 2025"))) == [(kind, "12 March 2025")]


def test_how_long_ago_it_was_is_no_text() -> None:
    made = written((P, "3 hours ago"))
    assert made.blocks == []
    assert made.removed == [Removed("3 hours ago", "relative time")]


# --- dropping ---


@pytest.mark.parametrize(
    "label",
    ["See also", "Source:", "a b c"],
)
def test_the_label_of_a_citation_goes_with_it(label: str) -> None:
    made = written((P, "The bridge is closed."), (P, label))
    made.drop("Lund, I. (2024). Bridges.", "citation")
    assert blocks(made) == [(P, "The bridge is closed.")]
    assert made.removed == [Removed(label, "citation"), Removed("Lund, I. (2024). Bridges.", "citation")]


@pytest.mark.parametrize(
    ("kind", "text", "why"),
    [
        (P, "These are the four", "citation"),
        (H, "See also", "citation"),
        (P, "See also", "label"),
    ],
)
def test_a_longer_line_a_heading_or_another_reason_takes_nothing_along(kind: BlockKind, text: str, why: str) -> None:
    made = written((kind, text))
    made.drop("x", why)
    assert blocks(made) == [(kind, text)]
    assert made.removed == [Removed("x", why)]


def test_a_citation_before_all_text_goes_alone() -> None:
    made = Written()
    made.drop("x", "citation")
    assert made.removed == [Removed("x", "citation")]


# --- bylines and dates ---


def test_a_byline_brings_its_dates_and_what_was_taken_out() -> None:
    made = Written()
    made.byline(Byline("By Ida Lund", ("12 March 2025", "Updated: 13 March 2025"), (Removed("Editor", "role"),), "x"))
    assert blocks(made)[0] == (BlockKind.BYLINE, "By Ida Lund")
    assert [kind for kind, _ in blocks(made)[1:]] == [D, D]
    assert made.removed == [Removed("Editor", "role")]


def test_a_leaf_shows_a_date_or_not() -> None:
    made = Written()
    assert not made.shows_date(leaf_of("<p>The bridge is closed.</p>"))
    assert not made.shows_date(leaf_of("<ul><li>Seen 12 March 2025, 10:20</li></ul>"))
    assert made.blocks == []
    assert made.shows_date(leaf_of("<p>12 March 2025 <b>Ida Lund</b> 3,100 words</p>")) is False
    assert made.shows_date(leaf_of("<p>12 March 2025 | 3,100 words</p>"))
    assert blocks(made) == [(D, "12 March 2025")]
    assert made.removed == [Removed("3,100 words", "beside a date")]


def test_the_kinds_of_leaves_that_may_show_one_are_chosen() -> None:
    made = Written()
    assert made.shows_date(leaf_of("<ul><li>Seen 12 March 2025, 10:20</li></ul>"), (BlockKind.LIST_ITEM,))
    assert [kind for kind, _ in blocks(made)] == [D]


def test_a_post_shows_its_time() -> None:
    made = Written()
    assert not made.shows_post(leaf_of("<p>10:20</p>"))
    assert not made.shows_post(leaf_of("<p><time>10:20</time> The bridge is closed.</p>"))
    assert made.shows_post(leaf_of("<p><time>10:20</time> <b>Ida Lund</b></p>"))
    assert [text for _, text in blocks(made)] == ["10:20"]
    assert made.removed == [Removed("Ida Lund", "beside a date")]


# --- logs ---


def test_a_line_of_the_log_bears_its_date() -> None:
    made = Written()
    made.log("22 March 2021 –", "Image updated")
    assert blocks(made) == [(C, "22 March 2021: Image updated")]


def test_a_date_that_stood_before_it_goes_into_it_and_another_stays() -> None:
    made = written((D, "22 March 2021"))
    made.log("22 March 2021", "Image updated")
    assert blocks(made) == [(C, "22 March 2021: Image updated")]
    made = written((D, "21 March 2021"))
    made.log("22 March 2021", "Image updated")
    assert blocks(made) == [(D, "21 March 2021"), (C, "22 March 2021: Image updated")]


# --- orphans ---


def test_headings_without_text_go_and_those_with_some_stay() -> None:
    made = written((H, "The past"), (P, "It was old."), (H, "More"), (H, "Comments"))
    made.drop_orphans()
    assert blocks(made) == [(H, "The past"), (P, "It was old.")]
    assert made.removed == [Removed("Comments", "heading without text"), Removed("More", "heading without text")]


def test_notes_and_dates_behind_such_headings_stay_in_their_order() -> None:
    made = written((P, "It was old."), (H, "More"), (D, "12 March 2025"), (C, "Correction: it was new."))
    made.drop_orphans()
    assert made.blocks == [Block(P, "It was old."), Block(D, "12 March 2025"), Block(C, "Correction: it was new.")]
