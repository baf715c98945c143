"""Lines round a text: captions that only their place tells, titles, words on the author; and what only looks so."""

import json

import pytest

from newsdiff.clean.fields.metadata import Fields, read_fields
from newsdiff.clean.page import markup
from newsdiff.clean.page.text_blocks import Leaf, leaves
from newsdiff.clean.story.round_the_text import bios, header_heading, is_bio, is_caption, last_bios, lead_captions
from tests.kit.leaves import leaf_of, leaves_of, tree_of
from tests.kit.site import told

STORY = told(5, 5)
BODY = "".join(f"<p>{text}</p>" for text in STORY)
CAPTION = "The old bridge at dawn on Monday"
BIO = "Ida Lund is a reporter who covers ports and shipping."


def fields(*authors: str, description: str = "") -> Fields:
    data = json.dumps({"@type": "NewsArticle", "author": [{"name": name} for name in authors]})
    head = f"<script type='application/ld+json'>{data}</script><meta name=description content='{description}'>"
    return read_fields(tree_of("<p>x</p>", head), "https://post.example/a")


# --- captions ---


def caption(shown: str, description: str = "") -> bool:
    """Whether the first line of a piece of markup is a caption; a story stands behind it."""
    return is_caption(leaves_of(f"<main><div>{shown}</div>{BODY}</main>"), 0, fields(description=description))


@pytest.mark.parametrize(
    "shown",
    [
        f"<p>{CAPTION}</p>",
        f"<h2>{CAPTION}</h2><img src=a>",
        f"<p><a href='/x'>{CAPTION}</a></p><img src=a>",
        f"<ul><li><a href='/x'><img src=a>{CAPTION}</a></li></ul>",
        f"<ul><li><img src=a></li><li>{CAPTION}</li><li>{CAPTION}</li></ul>",
        "<p>The old bridge</p><img src=a>",
        "<figure><img src=a><figcaption>Photo: Ida Lund</figcaption></figure>",
        f"<p class=author>{CAPTION}</p><img src=a>",
        f"<p>{CAPTION}</p><section><p>Photo: Ida Lund</p></section>",
    ],
)
def test_headings_links_labels_credits_and_authors_are_no_captions(shown: str) -> None:
    assert not caption(shown)


@pytest.mark.parametrize(
    "shown",
    [
        "<figure><img src=a><figcaption>The old bridge</figcaption></figure>",
        f"<div><img src=a><p>{CAPTION}</p></div>",
        f"<div><p>{CAPTION}</p><p>Photo: Ida Lund</p></div>",
        f"<ul class=gallery><li><img src=a><span>{CAPTION}</span></li></ul>",
        f"<p>{CAPTION}</p><p>© Ida Lund</p>",
    ],
)
def test_its_element_a_credit_behind_it_or_a_picture_beside_it_make_one(shown: str) -> None:
    assert caption(shown)


def test_what_sums_the_story_up_is_none() -> None:
    assert not caption(f"<div><img src=a><p>{CAPTION}</p></div>", description=CAPTION)


def leads(above: str, holder: str = "article") -> list[str]:
    found = leaves_of(f"<{holder}>{above}<h1>Bridge closed</h1>{BODY}</{holder}>")
    headline = next(number for number, leaf in enumerate(found) if leaf.heading == 1)
    return [found[number].text for number in lead_captions(found, headline)]


FIGURE = "<figure><img src=a><figcaption>{}</figcaption></figure>"


def test_captions_above_the_headline_in_its_element_are_the_lead_pictures() -> None:
    assert leads("") == []
    assert leads(FIGURE.format(CAPTION)) == [CAPTION]
    assert leads(FIGURE.format(CAPTION), "main") == [CAPTION]
    assert leads(FIGURE.format(CAPTION) + FIGURE.format(CAPTION + "!")) == [CAPTION, CAPTION + "!"]


def test_short_ones_credits_far_ones_and_those_of_other_elements_are_not() -> None:
    assert leads(FIGURE.format("The old bridge")) == []
    assert leads(FIGURE.format("Photo: Ida Lund of Westmere")) == []
    assert leads(f"<p>{CAPTION}</p>") == []
    assert leads(FIGURE.format(CAPTION), "div") == []
    assert leads(FIGURE.format(CAPTION) + "<p>x</p>" * 6) == []
    assert leads(FIGURE.format(CAPTION) + "<p>x</p>" * 5) == [CAPTION]


# --- titles that no metadata tell ---


def heading(above: str) -> str:
    found = leaves_of(f"<main>{above}{BODY}</main>")
    first = next(number for number, leaf in enumerate(found) if leaf.text == STORY[0])
    number = header_heading(found, first)
    return "" if number is None else found[number].text


@pytest.mark.parametrize(
    "above",
    [
        "",
        "<h2>Bridge closed again</h2>",
        "<p>12 March 2025</p><h2>Bridge closed again</h2>",
        "<h2>Bridge closed</h2><p>12 March 2025</p>",
        "<h3>Bridge closed again</h3><p>12 March 2025</p>",
        "<h2><a href='/x'>Bridge closed again</a></h2><p>12 March 2025</p>",
        "<h2>Bridge closed again</h2>" + "<p>x</p>" * 14 + "<p>12 March 2025</p>",
    ],
)
def test_without_a_date_below_it_near_the_text_no_heading_is_the_title(above: str) -> None:
    assert heading(above) == ""


@pytest.mark.parametrize("between", ["", "<p>x</p>", "<p>x</p>" * 13])
def test_the_nearest_great_heading_with_a_date_below_it_is(between: str) -> None:
    told = f"<h1>Amber Post of today</h1><h2>Bridge closed again</h2>{between}<p>12 March 2025</p>"
    assert heading(told) == "Bridge closed again"


# --- words on the author ---


def bio(shown: str, *authors: str) -> bool:
    found = leaves_of(f"<main><div>{BODY}</div>{shown}</main>")
    return is_bio(found[-1], markup.frame(found[0].element), fields(*authors))


def test_a_sentence_apart_that_begins_with_the_whole_name_is_a_word_on_the_author() -> None:
    assert bio(f"<section><p>{BIO}</p></section>", "Ida Lund")
    assert bio(f"<section><p>{BIO.upper()}</p></section>", "Sam Poe", "Ida Lund")


@pytest.mark.parametrize(
    ("shown", "author"),
    [
        (f"<section><p>{BIO}</p></section>", "Sam Poe"),
        (f"<section><p>{BIO}</p></section>", "Ida"),
        (f"<section><p>Here {BIO}</p></section>", "Ida Lund"),
        ("<section><p>Ida Lund, reporter</p></section>", "Ida Lund"),
    ],
)
def test_of_another_of_half_a_name_or_no_sentence_it_is_none(shown: str, author: str) -> None:
    assert not bio(shown, author)


def test_a_line_of_the_text_itself_is_none() -> None:
    found = leaves_of(f"<main><div>{BODY}<p>{BIO}</p></div></main>")
    assert not is_bio(found[-1], markup.frame(found[0].element), fields("Ida Lund"))


def last(*behind: str, authors: tuple[str, ...] = ("Ida Lund",), story: list[str] = STORY) -> list[str]:
    found = leaves_of("".join(f"<p>{text}</p>" for text in (*story, *behind)))
    return [found[number].text for number in last_bios(found, range(len(found)), fields(*authors))]


def test_the_last_paragraphs_that_open_with_the_author_are_no_text() -> None:
    assert last() == []
    assert last(BIO) == [BIO]
    assert last(f"Reporter {BIO}") == [f"Reporter {BIO}"]
    assert last(BIO, "Sam Poe writes on fish.", authors=("Ida Lund", "Sam Poe")) == ["Sam Poe writes on fish.", BIO]


def test_what_stands_before_another_line_or_far_from_the_beginning_is() -> None:
    assert last(BIO, "It rained.") == []
    assert last(f"Our well-known correspondent {BIO}") == []
    assert last("Ida Lund, reporter") == []


def test_of_whom_the_text_tells_the_last_paragraph_tells_too() -> None:
    assert last(BIO, story=[*STORY, "On Monday the mayor, Ida Lund, said so."]) == []


def test_a_short_text_or_one_without_a_whole_name_has_none() -> None:
    assert last(BIO, story=STORY[:2]) == []
    assert last(BIO, story=STORY[:3]) == [BIO]
    assert last(BIO, authors=("Ida",)) == []
    assert last(BIO, authors=()) == []


def below(shown: str, *authors: str) -> list[str]:
    found: list[Leaf] = list(leaves(tree_of(f"<main><div class=text>{BODY}</div>{shown}</main>")))
    told = bios(found, range(len(found)), markup.frame(found[0].element), fields(*authors))
    return [found[number].text for number in told]


def test_all_lines_of_the_frame_of_a_word_on_the_author_go() -> None:
    box = f"<section><p class=x>Reporter</p><p>{BIO}</p></section>"
    assert below(box, "Ida Lund") == ["Reporter", BIO]
    assert below(box + "<aside><p>It rained.</p></aside>", "Ida Lund") == ["Reporter", BIO]
    assert below(box) == []
    assert below(box, "Sam Poe") == []


def test_a_part_of_the_story_built_like_it_tells_of_the_author_as_text() -> None:
    part = f"<div class=text><p>{BIO}</p></div>"
    assert below(part, "Ida Lund") == []
    assert leaf_of(part).text == BIO
