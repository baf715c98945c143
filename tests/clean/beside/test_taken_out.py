"""Why a line goes: by its place, by its shape, below a label; what has a reason of its own; and what stays."""

import json

import pytest

from newsdiff.clean.beside.taken_out import TakenOut
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.page.main_content import region
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.leaves import tree_of
from tests.kit.site import told

STORY = told(5, 6)
TITLE = "<h1>Bridge closed</h1>"


def reasons(inside: str = "", behind: str = "", above: str = "", *, kind: str = "NewsArticle") -> dict[str, str]:
    """Why each line of a page goes, by its text; those of the story and empty reasons left out."""
    body = [f"<p>{text}</p>" for text in STORY]
    body.insert(3, inside)
    data = json.dumps({"@type": kind, "headline": "Bridge closed"})
    head = f"<script type='application/ld+json'>{data}</script>"
    article = f"<article>{TITLE}<div class=text>{''.join(body)}</div></article>"
    tree = tree_of(f"{above}<main>{article}{behind}</main>", head)
    found = list(leaves(tree))
    [main] = tree.xpath("//main")
    won = [number for number, leaf in enumerate(found) if leaf.text in STORY]
    gone = TakenOut(region(main, found, won), found, read_fields(tree, "https://post.example/bridge"))
    return {leaf.text: why for number, leaf in enumerate(found) if (why := gone.why(number))}


def link(text: str) -> str:
    return f"<p><a href='/{len(text)}'>{text}</a></p>"


def test_of_a_story_nothing_goes() -> None:
    assert reasons() == {}


@pytest.mark.parametrize(
    "inside",
    ["<p>The bridge is closed, the council said.</p>", "<h2>The past</h2>", "<blockquote>We never left</blockquote>"],
)
def test_what_tells_something_stays(inside: str) -> None:
    assert reasons(inside) == {}


@pytest.mark.parametrize(
    ("inside", "text", "why"),
    [
        ("<p>***</p>", "***", "ornament"),
        ("<p>Share</p>", "Share", "label"),
        ("<p>3 hours ago</p>", "3 hours ago", "relative time"),
        ("<p>142 views</p>", "142 views", "counter"),
        ("<p>READ MORE: Old lime kiln opens</p>", "READ MORE: Old lime kiln opens", "promo"),
    ],
)
def test_shapes_that_are_furniture_anywhere_go(inside: str, text: str, why: str) -> None:
    assert reasons(inside)[text] == why


def test_links_below_a_label_go_up_to_the_first_line_that_is_none() -> None:
    told = reasons("<p>Related stories</p>" + link("Old kiln opens") + link("Choir wins prize") + "<p>It rained.</p>")
    assert told == {"Related stories": "label", "Old kiln opens": "links", "Choir wins prize": "links"}


def test_a_linked_statement_below_a_label_is_text() -> None:
    line = "The council of Port Amber has a page on the bridge."
    assert line not in reasons("<p>Related stories</p>" + link(line))


def test_a_label_that_announces_no_links_takes_none_along() -> None:
    told = reasons("<p>Share</p>" + link("Old kiln opens"))
    assert told == {"Share": "label", "Old kiln opens": "link"}  # for its own shape


def test_another_article_goes_and_of_a_live_blog_it_is_a_post() -> None:
    other = "".join(f"<p>{text}</p>" for text in told(9, 3))
    behind = f"<article><h2>Coach may return</h2>{other}</article>"
    assert {*told(9, 3)} <= {text for text, why in reasons(behind=behind).items() if why == "another article"}
    assert reasons(behind=behind, kind="LiveBlogPosting") == {}


def test_numbers_are_those_of_the_whole_page() -> None:
    above = "<header><p>Amber Post</p><p>Monday</p></header>"
    label = "<p>Related stories</p>"
    told = reasons(label + link("Old kiln opens") + "<p>It rained.</p>", above=above)
    assert told == {"Related stories": "label", "Old kiln opens": "links"}


def test_lines_that_are_added_go_with_their_reason_and_others_stand_in_no_box() -> None:
    tree = tree_of("<main><p>a b c d.</p><p>e f g h.</p></main>")
    found = list(leaves(tree))
    gone = TakenOut(region(tree, found, [0, 1]), found, read_fields(tree, ""))
    assert 1 not in gone
    gone.add([1], "about the author")
    assert 1 in gone
    assert (gone.why(0), gone.why(1)) == ("", "about the author")
