"""What changes together with a module in one box, or behind one line of the story, is of that module."""

import pytest

from newsdiff.model import Block, BlockKind, Status
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.changes import changes
from newsdiff.watch.memory.companions import BEHIND, boxed, companions, enclosing
from newsdiff.watch.memory.learning import learn
from newsdiff.watch.memory.placed_text import PlacedText
from newsdiff.watch.memory.site_memory import SiteMemory
from tests.kit.site import Desk, Site, page, told

LINES = told(6, 6)
STORY = frozenset({"p"})


def text(*box: tuple[str, str], at: int = 3) -> PlacedText:
    lines = [(line, "p") for line in LINES]
    lines[at:at] = box
    return PlacedText(tuple(Block(BlockKind.PARAGRAPH, line) for line, _ in lines), tuple(place for _, place in lines))


@pytest.mark.parametrize(
    ("places", "found"),
    [
        (("div>p", "div>h4"), ""),  # no name
        (("p.note", "p.more"), "p.note"),
        (("div.draw>h4", "div.draw>dl>dd"), "div.draw"),
        (("div.flex>div>b", "div.flex>div>i.small"), "div.flex"),
        (("div>section.draw>h4", "div>section.draw>p"), "div>section.draw"),
    ],
)
def test_a_box_is_the_widest_named_element(places: tuple[str, str], found: str) -> None:
    box = [(f"Row {n}", place) for n, place in enumerate(places)]
    assert enclosing(places[0], text(*box), STORY) == found


def test_what_holds_the_story_too_is_no_box() -> None:
    lines = text(("Row 1", "div.body>div.draw>p"))
    places = tuple("div.body>p" if place == "p" else place for place in lines.places)
    assert enclosing("div.body>div.draw>p", lines._replace(places=places), frozenset({"div.body>p"})) == (
        "div.body>div.draw"
    )


def test_two_boxes_of_one_name_are_none() -> None:
    lines = text(("Row 1", "div.draw>p"), (LINES[0], "p"), ("Row 2", "div.draw>p"))
    assert enclosing("div.draw>p", lines, STORY) == ""


def test_the_heading_that_changed_with_the_figures_of_its_box_goes_with_them() -> None:
    old = text(("Wednesday", "div.draw>h4"), ("4 - 18 - 21", "div.draw>dd"), ("Lamps are lit", "div.town>p"))
    new = text(("Saturday", "div.draw>h4"), ("2 - 6 - 30", "div.draw>dd"), ("Lamps are out", "div.town>p"))
    found = boxed(changes(old, new).slots, old, new)
    [draw] = [c for c in found if c.place == "div.draw>dd"]
    assert [c.place for c in companions(found, [draw])] == ["div.draw>h4"]
    assert [c.place for c in companions(found, [], {"div.town>b"})] == ["div.town>p"]
    assert companions(found, [], {"div.towns>b", "div>p"}) == []


def test_a_long_text_of_a_box_that_was_told_otherwise_stays() -> None:
    old = text((LINES[0], "div.draw>p"), ("4 - 18 - 21", "div.draw>dd"))
    new = text((f"{LINES[0]} Not so.", "div.draw>p"), ("2 - 6 - 30", "div.draw>dd"))
    found = boxed(changes(old, new).slots, old, new)
    [draw] = [c for c in found if c.place == "div.draw>dd"]
    assert companions(found, [draw]) == []


CALM = (("No delays tonight", "div>p"),)
DELAYS = (("Salt line", "div>dl>dt"), ("Twelve minutes late", "div>dl>dd"), ("Since nine", "div"))


def behind(old: PlacedText, new: PlacedText) -> set[str]:
    """The keys by the lines behind which something changed."""
    found = boxed(changes(old, new).slots, old, new)
    return {key for change in found for key in change.keys if key.startswith(BEHIND)}


def test_paragraphs_of_the_story_and_lists_that_grow_are_not_known_by_the_line_before_them() -> None:
    assert not behind(text(), text((told(60)[0], "p")))
    assert not behind(text(("Gold: Orra", "ul>li")), text(("Gold: Orra", "ul>li"), ("Gold: Quill", "ul>li")))
    assert not behind(text(("Gold 3", "ul>li")), text(("Gold 4", "ul>li")))


def test_a_box_that_is_built_otherwise_stands_behind_the_same_line() -> None:
    [key] = behind(text(*CALM), text(*DELAYS))
    assert behind(text(*DELAYS), text(*CALM)) == {key}
    assert behind(text(*DELAYS, at=2), text(*CALM, at=2)).isdisjoint({key})


@pytest.mark.parametrize(("times", "edited", "learned"), [(1, False, 0), (2, True, 0), (2, False, 4)])
def test_it_is_learned_at_the_third_visit_at_which_nothing_else_changed(times: int, edited: bool, learned: int) -> None:
    old, new = text(*CALM), text(*DELAYS)
    found = boxed(changes(old, new).slots, old, new)
    counted = dict.fromkeys(behind(old, new), times)
    taught = learn(SiteMemory("post.example"), [Subject("/1", found, edited, counted=counted)])
    assert len(taught.modules.get("/1", ())) == learned
    assert sum(key in counted for key in taught.counted["/1"]) == (not edited)


def test_a_box_of_one_article_that_is_built_otherwise_at_each_visit_is_learned_and_a_fact_box_is_not(
    desk: Desk, site: Site
) -> None:
    desk.add(site.url("/1"))
    statuses = []
    for visit in range(7):
        rows = "".join(f"<dt>Line {n}</dt><dd>{visit * 7 + n} minutes late</dd>" for n in range(2))
        box = (
            f"<dl>{rows}</dl><small>Seen at noon</small>" if visit % 2 else f"<p>No delays by {visit + 4} tonight.</p>"
        )
        facts = "<div class=facts><p>The pier was built in 1871.</p></div>" if visit == 6 else ""
        lines = [f"<p>{line}</p>" for line in told(8)]
        body = "\n".join([*lines[:3], f"<div>{box}</div>", *lines[3:6], facts, *lines[6:]])
        site.put("/1", page("Notes from Port Amber", body))
        statuses.append(desk.watch(2.0)[-1].status)
    assert statuses[0] is Status.FIRST
    assert set(statuses[4:6]) == {Status.UNCHANGED}
    assert statuses[6] is Status.EDIT
