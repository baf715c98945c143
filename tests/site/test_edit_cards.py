"""Edits in lists: what a card says of one, in words; the lines of its findings, and what is in none of the forms."""

from collections.abc import Iterator
from datetime import timedelta, timezone

import pytest

from newsdiff.model import RevisionKind
from newsdiff.render.page_parts import MarkedSpan
from newsdiff.site.contents import Contents
from newsdiff.site.edition import SiteEdition
from newsdiff.site.pages.edit_cards import KINDS, EditCard, FindingLine, cards, finding_line, iso
from tests.kit.catalogues import DAY, Row, catalogue_of

FERRY, MILL = "courier.example/2026/ferry.md", "herald.example/mill.md"
EDITION = SiteEdition("Amber watch", timezone(timedelta(hours=1), "CET"))
LINES = "\n".join(f"number  {n} -> {n + 1}" for n in range(5))
ROWS = (
    Row(FERRY, 0, "first", headline="Ferry \u202estops"),
    Row(FERRY, DAY, flags="number,name", severity="high", disclosed="note", summary="1 -> 2; with a note", lines=LINES,
        headline="Ferry \u202estops"),
    Row(MILL, DAY, "removed", disclosed="", headline=""),
    Row(FERRY, 2 * DAY, "revert", disclosed="time", summary="2 -> 1; no note, only a new time", lines="number  2 -> 1",
        headline="Ferry \u202estops"),
)  # fmt: skip


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contents]:
    with catalogue_of(tmp_path_factory.mktemp("cards"), ROWS) as catalogue:
        yield Contents(catalogue, {})


@pytest.fixture(scope="module")
def made(contents: Contents) -> dict[int, EditCard]:
    """The cards of all edits, by their place in the archive."""
    return {card.id: card for card in cards(contents, EDITION, contents.edits)}


def test_of_no_edits_there_are_no_cards(contents: Contents) -> None:
    assert cards(contents, EDITION, []) == []


def test_cards_come_in_the_order_of_their_edits(contents: Contents) -> None:
    some = [contents.edits[1], contents.edits[0]]
    assert [card.id for card in cards(contents, EDITION, some)] == [some[0].id, some[1].id]


def test_a_card_tells_what_where_and_when(made: dict[int, EditCard]) -> None:
    card = made[2]
    assert (card.page, card.number, card.host) == ("articles/courier.example/2026/ferry/2.html", 2, "courier.example")
    assert (card.seen, card.seen_iso) == ("2026-03-03 09:00 CET", "2026-03-03T08:00:00Z")
    assert (card.kind, card.severity, card.flags) == ("edited", "high", ("number", "name"))


def test_what_would_turn_the_line_is_made_visible(made: dict[int, EditCard]) -> None:
    assert "\u202e" not in made[2].headline
    assert made[2].headline.startswith("Ferry ")


def test_an_article_without_a_headline_goes_by_its_address(made: dict[int, EditCard]) -> None:
    assert made[3].headline == "https://herald.example/mill"


def test_three_findings_are_shown_and_the_others_counted(made: dict[int, EditCard]) -> None:
    assert (len(made[2].lines), made[2].more) == (3, 2)
    assert (len(made[4].lines), made[4].more) == (1, 0)
    assert (made[3].lines, made[3].more) == ((), 0)


def test_a_note_is_told_once(made: dict[int, EditCard]) -> None:
    assert (made[2].disclosed, made[2].noted, made[2].summary) == ("with a note", True, "1 -> 2")
    assert (made[4].disclosed, made[4].noted) == ("no note, only a new time", False)
    assert (made[3].disclosed, made[3].noted, made[3].summary) == ("", False, "")


def test_each_kind_of_revision_has_its_words() -> None:
    assert set(KINDS) == set(RevisionKind)
    assert len(set(KINDS.values())) == len(RevisionKind)


# --- lines of findings ---


@pytest.mark.parametrize(
    ("line", "kinds", "told"),
    [
        ("", "", ""),
        ("number", "number", ""),
        ("number  12", "number", "12"),
        ("quote  he said A -> B -> C", "quote", "he said A -> B -> C"),
        ("a\u202eb  x", "a", "x"),
    ],
)
def test_a_line_without_one_arrow_is_told_as_it_is(line: str, kinds: str, told: str) -> None:
    found = finding_line(line)
    assert found.kinds.startswith(kinds)
    assert found.spans == (MarkedSpan(told),)
    assert "\u202e" not in found.kinds


def test_both_sides_are_one_text_with_what_changed_marked() -> None:
    found = finding_line("number, event  injured 12 people -> injured 14 people")
    assert found.kinds == "number, event"
    assert [(span.text.strip(), span.tag) for span in found.spans if span.text.strip()] == [
        ("injured", ""),
        ("12", "del"),
        ("14", "ins"),
        ("people", ""),
    ]


@pytest.mark.parametrize(
    ("line", "tag"), [("added  (none) -> It was so.", "ins"), ("deleted  It was so. -> (none)", "del")]
)
def test_a_side_without_words_leaves_the_other_whole(line: str, tag: str) -> None:
    assert finding_line(line) == FindingLine(line.split("  ")[0], (MarkedSpan("It was so.", tag),))


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "1970-01-01T00:00:00Z"), (1.9, "1970-01-01T00:00:01Z"), (-1, "1969-12-31T23:59:59Z")]
)
def test_times_for_machines_are_in_utc_to_the_second(seconds: float, told: str) -> None:
    assert iso(seconds) == told
