"""What markup says of an author: classes, properties, links to the pages of people; and what is only like it."""

import pytest

from newsdiff.clean.authors.author_marks import address_parts, is_marked, links_author, says_author
from tests.kit.leaves import leaf_of, tree_of

HERE = "https://post.example/islands/2026/ferry"

# --- silence ---


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Ida Lund</p>",
        "<p class='authority'>Ida Lund</p>",
        "<p><a href='/authors/'>Ida Lund</a></p>",
        "<p><a href='/authors'>Ida Lund</a></p>",
        "<p><a href='/coauthors/ida'>Ida Lund</a></p>",
        "<p><a>Ida Lund</a></p>",
        "<p itemprop='authorship'>Ida Lund</p>",
        "<p rel='noauthor'>Ida Lund</p>",
        "<article class='author'><p>Ida Lund</p></article>",
        "<div class='author'><div><div><div><p>Ida Lund</p></div></div></div></div>",
        "<p><u class='author'>Ida Lund</u></p>",
    ],
)
def test_no_mark_names_an_author(markup: str) -> None:
    assert not is_marked(leaf_of(markup))


# --- marks ---


@pytest.mark.parametrize(
    "markup",
    [
        "<address>Ida Lund</address>",
        "<p class='byline'>Ida Lund</p>",
        "<p class='c-post-author x'>Ida Lund</p>",
        "<p class='autor'>Ida Lund</p>",
        "<p class='yazar'>Ida Lund</p>",
        "<div class='author'><div><p>Ida Lund</p></div></div>",
        "<p itemprop='author'>Ida Lund</p>",
        "<p><span itemprop='name author'>Ida Lund</span></p>",
        "<p><a rel='author' href='/x'>Ida Lund</a></p>",
        "<p><span property='schema:author'>Ida Lund</span></p>",
        "<p><a href='/authors/ida-lund'>Ida Lund</a></p>",
        "<p><a href='https://post.example/by/ida'>Ida Lund</a></p>",
        "<p><a href='/Autoren/ida'>Ida Lund</a></p>",
        "<p><strong class='reporter'>Ida Lund</strong></p>",
        "<div itemprop='author'><p>Ida Lund</p></div>",
    ],
)
def test_a_class_a_property_or_the_address_of_a_link_names_one(markup: str) -> None:
    assert is_marked(leaf_of(markup))


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<a rel=author id=x>Ida Lund</a>", True),
        ("<span class=author><b id=x>Ida Lund</b></span>", True),
        ("<span class='author author-role' id=x>Editor</span>", False),
        ("<span class='author'><i class=job id=x>Editor</i></span>", True),
        ("<b id=x>Ida Lund</b>", False),
        ("<span class='job' id=x>Editor</span>", False),
    ],
)
def test_an_element_below_its_block_is_an_authors_unless_it_is_his_role(inside: str, said: bool) -> None:
    tree = tree_of(f"<p>{inside}</p>")
    [owner], [block] = tree.xpath("//*[@id='x']"), tree.xpath("//p")
    assert says_author(owner, block) is said


def test_the_block_itself_is_not_asked() -> None:
    [block] = tree_of("<p class=author>Ida Lund</p>").xpath("//p")
    assert not says_author(block, block)


# --- links ---


def linked(href: str, *names: str, address: str = HERE) -> bool:
    return links_author(leaf_of(f"<p><a href='{href}'>x</a></p>"), names or ("Ida Lund",), address)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "/",
        "/ida-lund",
        "ida-lund",
        "/tag/ida-lund",
        "/THEMEN/ida-lund",
        "/islands/ida-lund",
        "/Islands/ida-lund",
        "https://post.example/ida-lund",
        "/crew/ida-lunde",
        "/crew/ida",
        "/crew/?name=ida-lund",
        "//",
        "/crew/#ida-lund",
    ],
)
def test_a_link_of_another_name_a_topic_or_the_articles_own_folder_is_none(href: str) -> None:
    assert not linked(href)


@pytest.mark.parametrize(
    "href",
    [
        "/crew/ida-lund",
        "/crew/ida-lund/",
        "/crew/Ida_Lund?ref=1",
        "https://post.example/crew/idalund",
        "//post.example/crew/ida-lund#top",
        "/crew/ida%20lund",
        "/crew/ida-lund-17",
        "crew/ida.lund",
    ],
)
def test_a_link_whose_last_part_spells_the_name_is_one(href: str) -> None:
    assert linked(href)


def test_names_are_compared_without_accents_and_marks() -> None:
    assert linked("/crew/zoe-muller-obrien", "Zoë Müller-O'Brien")
    assert linked("/crew/%D0%98%D0%B4%D0%B0", "Ида")


def test_one_name_of_several_is_enough_and_a_name_without_letters_is_none() -> None:
    assert linked("/crew/sam-poe", "Ida Lund", "Sam Poe")
    assert not linked("/crew/123", "456")


def test_a_link_round_the_line_counts_too() -> None:
    assert links_author(leaf_of("<a href='/crew/ida-lund'><p>Ida Lund</p></a>"), ["Ida Lund"], HERE)
    assert not links_author(leaf_of("<p>Ida Lund</p><a href='/crew/ida-lund'></a>"), ["Ida Lund"], HERE)


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("", []),
        ("https://post.example", []),
        ("https://post.example/", []),
        ("https://post.example/a//b/", ["a", "b"]),
        ("//post.example/a?b=/c/d", ["a"]),
        ("/a/b#/c", ["a", "b"]),
        ("a/b", ["a", "b"]),
        ("https://[broken/a/b", ["a", "b"]),
    ],
)
def test_the_parts_of_an_address(address: str, parts: list[str]) -> None:
    assert address_parts(address) == parts
