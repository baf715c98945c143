"""Another article behind the story: what is one by its element, its headline, its date, its author; and what is not."""

import pytest

from newsdiff.clean.beside.next_article import is_signed, next_articles
from newsdiff.clean.page.main_content import region
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.leaves import tree_of
from tests.kit.site import told

OWN, OTHER = told(5, 4), told(9, 3)
LINK = "<a href='/next'>{}</a>"


def text(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def part(lines: list[str], *, tag: str = "div", names: str = "", head: str = "", signed: str = "") -> str:
    return f"<{tag} class='{names}'>{head}{signed}{text(lines)}</{tag}>"


def taken(body: str) -> set[str]:
    """The lines that are another article's, of those of the two; the story's own have won the vote."""
    tree = tree_of(f"<main>{body}</main>")
    found = list(leaves(tree))
    won = [number for number, leaf in enumerate(found) if leaf.text in OWN]
    [main] = tree.xpath("//main")
    content = region(main, found, won)
    gone = next_articles(content)
    assert set(gone.values()) <= {"another article"}
    return {content.leaves[number].text for number in gone}


H1, H2, H3 = "<h1>Bridge closed</h1>", "<h2>Coach may return</h2>", "<h3>Coach may return</h3>"
DATE, TIME, BY = "<p>12 March 2025</p>", "<time>10:20</time>", "<span class=author>Ida Lund</span>"
STORY = part(OWN, tag="article", head=H1)


# --- silence ---


def test_a_page_of_which_nothing_won_has_none() -> None:
    assert taken(part(OTHER, tag="article", head=H1) * 2) == set()


def test_a_story_alone_has_none_behind_it() -> None:
    assert taken(STORY) == set()


@pytest.mark.parametrize(
    "behind",
    [
        part(OTHER, tag="article"),
        part(OTHER, tag="article", head=H3),
        part(OTHER, tag="section", head=H2),
        part(OTHER, tag="div", head=f"<h2>{LINK.format('Coach may return')}</h2>"),
        part([], tag="div", head=H2, signed=DATE + "<p>No sentence</p>"),
        part(OTHER, tag="article", head="<p>x</p>" * 6 + H1),
    ],
)
def test_without_a_headline_of_its_own_near_its_beginning_or_a_date_it_is_the_storys(behind: str) -> None:
    assert taken(STORY + behind) == set()


def test_what_stands_before_the_story_is_none() -> None:
    assert taken(part(OTHER, tag="article", head=H2) + STORY) == set()


def test_posts_whose_headline_stands_above_them_are_none() -> None:
    posts = part(OWN, tag="article", head=H2) + part(OTHER, tag="article", head=H2)
    assert taken(H1 + posts) == set()


def test_a_part_of_the_storys_own_element_is_none() -> None:
    inner = part(OTHER, tag="article", head=H2)
    assert taken(f"<article>{H1}{text(OWN)}{inner}</article>") == set()


# --- hits ---


@pytest.mark.parametrize("head", [H1, H2, "<p>Sport</p>" + H2, "<p>x</p>" * 5 + H2])
def test_an_article_beside_an_article_with_a_headline_of_its_own_is_another(head: str) -> None:
    assert set(OTHER) <= taken(STORY + part(OTHER, tag="article", head=head))


def test_all_that_are_behind_it_are_taken() -> None:
    more = told(11, 3)
    assert {*OTHER, *more} <= taken(STORY + part(OTHER, tag="article", head=H2) + part(more, tag="article", head=H2))


def test_a_dated_box_with_a_headline_is_another_behind_an_article() -> None:
    assert set(OTHER) <= taken(STORY + part(OTHER, tag="section", head=H2, signed=DATE))


def test_behind_another_element_its_headline_leads_to_a_page_of_its_own() -> None:
    story = part(OWN, names="a", head=H1)
    linked = f"<h2>{LINK.format('Coach may return')}</h2>"
    assert set(OTHER) <= taken(story + part(OTHER, names="b", head=linked, signed=DATE))
    assert taken(story + part(OTHER, names="b", head=H2, signed=DATE)) == set()
    assert taken(story + part(OTHER, names="b", head=linked)) == set()
    low = "<h2>Sport</h2>" + linked.replace("h2", "h3")
    assert taken(story + part(OTHER, names="b", head=low, signed=DATE)) == set()


@pytest.mark.parametrize(("own", "other"), [("story", "story"), ("story", "story active"), ("story shown", "story")])
def test_boxes_built_alike_and_signed_are_articles_each(own: str, other: str) -> None:
    story = part(OWN, names=own, head=H1, signed=BY)
    assert set(OTHER) <= taken(story + part(OTHER, names=other, head=H1, signed=BY))
    assert set(OTHER) <= taken(story + part(OTHER, names=other, head=H1, signed=TIME))


@pytest.mark.parametrize(
    ("own", "behind"),
    [
        ("story", part(OTHER, names="story", head=H1)),
        ("story", part(OTHER, names="story", head=H2, signed=BY)),
        ("story", part(OTHER, names="other", head=H1, signed=BY)),
        ("", part(OTHER, names="", head=H1, signed=BY)),
        ("story a", part(OTHER, names="story b", head=H1, signed=BY)),
        ("story", part(OTHER, tag="section", names="story", head=H1, signed=BY)),
    ],
)
def test_unsigned_with_a_small_headline_or_built_otherwise_they_are_not(own: str, behind: str) -> None:
    assert taken(part(OWN, names=own, head=H1, signed=BY) + behind) == set()


# --- signatures ---


@pytest.mark.parametrize(
    ("shown", "signed"),
    [
        ("<p>x</p>", False),
        ("<p class=authority>x</p>", False),
        ("<b class=author>x</b>", False),
        ("<time>x</time>", True),
        ("<p><time>x</time></p>", True),
        ("<div class=byline>x</div>", True),
        ("<a rel=author href='/x'>x</a>", True),
        ("<p><span class='post-author'>x</span></p>", True),
    ],
)
def test_a_time_or_an_author_signs_a_box(shown: str, signed: bool) -> None:
    [box] = tree_of(f"<section>{shown}</section>").xpath("//section")
    assert is_signed(box) is signed
