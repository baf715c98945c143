"""Boxes of furniture, told by their shape or their names, never over much text and never with a correction in them."""

import pytest
from lxml import html

from newsdiff.clean.page.furniture_boxes import boxes, is_comments, is_named
from newsdiff.clean.page.main_content import region
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.site import told

STORY = told(3, 10)
LINKS = "".join(f"<li><a href=/{n}>Another title of the day, number {n}</a></li>" for n in range(4))


def taken(box: str, story: tuple[str, ...] | list[str] = STORY) -> dict[str, str]:
    """The texts of a box in the middle of a story that go, and why."""
    paragraphs = [f"<p>{text}</p>" for text in story]
    paragraphs.insert(len(paragraphs) // 2, box)
    page = html.document_fromstring(f"<html><body><article>{''.join(paragraphs)}</article></body></html>")
    found = list(leaves(page))
    content = region(page.find(".//article"), found, range(len(found)))
    return {content.leaves[number].text: why for number, why in boxes(content).items()}


@pytest.mark.parametrize(
    "box",
    [
        "",
        "<p>A plain paragraph that tells of the harbour.</p>",
        "<ul><li>One thing that was found.</li><li>Another thing that was found.</li></ul>",
        "<div class=share><p>The firm sold its share of the harbour to the city last week.</p></div>",
        "<p>These papers were found:</p><ul><li><a href=/a>The first paper</a></li></ul>",
        "<div class=newsletter><p>Correction: an earlier version misstated the year.</p></div>",
        "<h2 class=related>What is related to the harbour</h2>",
        f"<div class=related>{''.join(f'<p>{text}</p>' for text in told(9, 6))}</div>",  # too much of the text
    ],
)
def test_what_may_be_text_stays(box: str) -> None:
    assert taken(box) == {}


@pytest.mark.parametrize(
    ("box", "why"),
    [
        ("<div class=newsletter><p>Our best stories, every day.</p></div>", "class newsletter"),
        ("<div id=relatedStories><p>Tolls to rise.</p></div>", "class related"),
        ("<div class=share><p>Tell others</p></div>", "class share"),
        ("<div role=navigation><p>To the front page</p></div>", "role navigation"),
        ("<div><p>Your address</p><input type=email></div>", "form"),
        (f"<div><h3>Most read</h3><ul>{LINKS}</ul></div>", "links"),
        (f"<ul>{LINKS}</ul>", "links"),
        ("<section id=comments><p>I was there too, it was cold.</p></section>", "comments"),
    ],
)
def test_a_box_goes_with_a_reason(box: str, why: str) -> None:
    assert set(taken(box).values()) == {why}


def test_cards_side_by_side_go_together() -> None:
    card = "<div><h3><a href=/{0}>A title of another story, {0}</a></h3><p>Tuesday</p></div>"
    assert set(taken(f"<div>{card.format(1)}{card.format(2)}</div>").values()) == {"card"}


def test_one_box_with_a_picture_and_a_title_of_the_same_page_is_a_card() -> None:
    box = "<div><a href=/x><img src=a.jpg></a><a href=/x>A title of another story, one</a></div>"
    assert set(taken(box).values()) == {"card"}


def test_a_page_of_one_paragraph_has_no_boxes() -> None:
    assert taken("", STORY[:1]) == {}


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<div class=related><div><p>x</p></div></div>", True),
        ("<div class=story><div><p>x</p></div></div>", False),
        ("<div role=navigation><p>x</p></div>", True),
        ("<div class=related><article><p>x</p></article></div>", False),
        ("<div class=related><div><div><div><p>x</p></div></div></div></div>", False),
    ],
)
def test_a_box_or_one_of_the_three_round_it_bears_the_name(markup: str, named: bool) -> None:
    page = html.document_fromstring(f"<html><body>{markup}</body></html>")
    assert is_named(page.find(".//p")) is named


@pytest.mark.parametrize(("markup", "comments"), [("<div id=comments>x</div>", True), ("<div id=story>x</div>", False)])
def test_what_readers_wrote(markup: str, comments: bool) -> None:
    assert is_comments(html.fragment_fromstring(markup)) is comments
