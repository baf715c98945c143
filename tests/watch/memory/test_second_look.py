"""A changed text is read once more in the same visit: what differs between both readings is no edit."""

import pytest

from newsdiff.model import Block, BlockKind, Status
from newsdiff.watch.memory.placed_text import PlacedText
from newsdiff.watch.memory.second_look import settle
from tests.kit.site import Desk, Site, page, story, told

RATE = '<div class="rates">Today a crown buys {} marks, and a mark buys {} pence.</div>'


def with_box(box: str, *, cracks: str = "seventeen", headline: str = "Notes from Port Amber, number 1") -> str:
    """A story with a box in its middle."""
    paragraphs = [f"<p>{p}</p>" for p in told(1)]
    paragraphs[4:4] = [box]
    return page(headline, "\n".join([*paragraphs, f"<p>Engineers had found {cracks} cracks in the pier.</p>"]))


def text(*paragraphs: str) -> PlacedText:
    """A text of paragraphs."""
    return PlacedText(tuple(Block(BlockKind.PARAGRAPH, each) for each in paragraphs), ("p",) * len(paragraphs))


def requests(site: Site) -> int:
    return len(site.asked())


def test_neither_a_first_visit_nor_an_unchanged_text_is_read_twice(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story() + "<!-- other bytes, the same text -->")
    assert desk.status() is Status.UNCHANGED
    assert requests(site) == 2


def test_a_server_that_says_not_modified_is_asked_once(desk: Desk, site: Site) -> None:
    site.put("/a", story(), ETag='"1"')
    desk.add(site.url("/a"))
    desk.watch()
    assert desk.status() is Status.NOT_MODIFIED
    assert requests(site) == 2


def test_an_edit_is_read_twice_without_validators_and_recorded_at_that_visit(desk: Desk, site: Site) -> None:
    site.put("/a", story(), ETag='"1"')
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(cracks="eleven"), ETag='"2"')
    assert desk.status() is Status.EDIT
    assert requests(site) == 3
    assert "if-none-match" not in site.log[-1][1]
    assert desk.status() is Status.NOT_MODIFIED


def test_what_differs_between_both_readings_is_no_edit(desk: Desk, site: Site) -> None:
    site.turn("/a", *(with_box(RATE.format(n, n + 3)) for n in range(101, 120)))
    desk.add(site.url("/a"))
    desk.watch()
    assert [desk.status() for _ in range(1)] == [Status.UNCHANGED]
    assert desk.kinds() == ["first"]
    for _ in range(3):
        desk.watch()
    assert desk.kinds() == ["first", "reclean"]


def test_an_edit_beside_what_changes_by_itself_is_recorded_alone(desk: Desk, site: Site) -> None:
    site.turn("/a", *(with_box(RATE.format(n, n + 3)) for n in range(101, 120)))
    desk.add(site.url("/a"))
    desk.watch()
    site.turn("/a", *(with_box(RATE.format(n, n + 3), cracks="eleven") for n in range(201, 220)))
    ours, outcome = desk.watch()
    assert (ours.status, outcome.status) == (Status.RECLEAN, Status.EDIT)
    assert outcome.report is not None
    assert [(e.old, e.new) for h in outcome.report.diff.hunks for e in h.edits if e.op != "equal"] == [
        ("seventeen", "eleven")
    ]
    assert desk.status() is Status.UNCHANGED


def test_a_reading_that_is_as_it_was_recorded_makes_no_revision(desk: Desk, site: Site) -> None:
    """One edge of a CDN has the edit already, the other has not: it is recorded when both have it."""
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.turn("/a", story(cracks="eleven"), story())
    assert desk.status() is Status.UNCHANGED
    site.put("/a", story(cracks="eleven"))
    assert desk.status() is Status.EDIT


@pytest.mark.parametrize("place", ["headline", "paragraph"])
def test_a_story_that_is_told_otherwise_in_both_readings_is_held(desk: Desk, site: Site, place: str) -> None:
    def telling(word: str) -> str:
        if place == "headline":
            return with_box("", headline=f"The {word} pier of Port Amber")
        return with_box(f"<p>The {word} men who own the pier said that they would sell it to the council by June.</p>")

    site.put("/a", telling("old"))
    desk.add(site.url("/a"))
    desk.watch()
    site.turn("/a", telling("rich"), telling("poor"))
    assert desk.status() is Status.VARIANT
    assert desk.kinds() == ["first"]
    site.put("/a", telling("poor"))
    assert desk.status() is Status.EDIT
    last = desk.store.last(desk.store.find(site.url("/a")))
    assert last is not None and last.article is not None
    assert "poor" in last.article.text


@pytest.mark.parametrize("second", [("gone", 500), ("gone", 404), ("", 200)])
def test_a_second_reading_that_fails_tells_nothing(desk: Desk, site: Site, second: tuple[str, int]) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", story(cracks="eleven"))

    def fail() -> None:
        if requests(site) == 3:
            site.pages["/a"].body, site.pages["/a"].status = second

    site.pages["/a"].before = fail
    assert desk.status() is Status.EDIT
    assert requests(site) >= 3


def test_a_second_reading_that_is_another_page_tells_nothing(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.turn("/a", story(cracks="eleven"), story(2))
    assert desk.status() is Status.EDIT


def test_the_second_look_is_not_the_confirming_reading_of_a_suspect(desk: Desk, site: Site) -> None:
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.put("/a", page("Port Amber closes its tunnel number 1", "<p>This report was withdrawn on Tuesday.</p>"))
    assert desk.status(hours=0.5) is Status.SUSPECT
    assert desk.status(hours=0.6) is Status.SUSPECT
    assert desk.status() is Status.EDIT
    assert requests(site) == 5  # what was read at an earlier visit is not read twice


def test_bytes_of_which_but_a_part_was_recorded_prove_nothing(desk: Desk, site: Site) -> None:
    """A later visit that brings the very bytes of the first look is judged anew."""
    site.put("/a", story())
    desk.add(site.url("/a"))
    desk.watch()
    site.turn("/a", story(cracks="eleven"), story())
    assert desk.status() is Status.UNCHANGED
    site.put("/a", story(cracks="eleven"))
    assert desk.status() is Status.EDIT
    assert desk.kinds() == ["first", "edit"]


def test_a_line_that_comes_and_goes_stays_as_it_was_recorded() -> None:
    old = text("The pier stands.", "Rates: 4", "It is old.")
    first, second = text("The pier stands.", "It is old."), text("The pier stands.", "Rates: 7", "It is old.")
    assert settle(old, first, second).text == old


def test_an_edit_right_before_a_line_that_changes_is_kept() -> None:
    long = "The {} men who own the pier said that they would sell it to the council by June."
    old, first, second = (text(long.format(word), rate) for word, rate in (("old", "1"), ("new", "2"), ("new", "3")))
    settled = settle(old, first, second)
    assert not settled.tellings
    assert settled.text == text(long.format("new"), "1")
