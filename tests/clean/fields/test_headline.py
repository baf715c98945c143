"""Which line of a page is its headline: none, one heading, several; what metadata decide, and what stands over it."""

import json

import pytest

from newsdiff.clean.fields.headline import Headline, find_headline, named_headline
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.leaves import leaves_of, tree_of
from tests.kit.site import told

STORY = told(5, 4)
TITLE = "Harbour ferry stops for two weeks"
META = f"<title>{TITLE} | Amber Post</title>"
DATA = "<script type='application/ld+json'>{}</script>"


def found(above: str, head: str = META, below: str = "", first: str = STORY[0]) -> Headline:
    """The headline of a page with this markup above its text."""
    body = "".join(f"<p>{text}</p>" for text in STORY)
    tree = tree_of(f"{above}<div>{body}</div>{below}", head)
    lines = list(leaves(tree))
    start = next(number for number, leaf in enumerate(lines) if leaf.text == first)
    return find_headline(lines, start, read_fields(tree, "https://post.example/ferry"))


def headline(above: str, head: str = META, below: str = "") -> str:
    return found(above, head, below).text


def linked(headline: str) -> str:
    return DATA.format(json.dumps({"@type": "NewsArticle", "headline": headline}))


# --- a page that shows none ---


def test_a_page_without_titles_has_no_headline() -> None:
    assert found("", head="") == Headline("", frozenset())


@pytest.mark.parametrize(
    ("title", "told"),
    [
        (TITLE, TITLE),
        (f"{TITLE} | Amber Post", TITLE),
        (f"{TITLE} :: Amber Post", TITLE),
        (f"{TITLE} - News - Amber Post", f"{TITLE} - News"),
        ("Ferry | The Amber Post of the North", "Ferry | The Amber Post of the North"),
        ("Ferry-stop|here", "Ferry-stop|here"),
    ],
)
def test_metadata_tell_it_without_the_sites_name_behind(title: str, told: str) -> None:
    assert found("", head=f"<title>{title}</title>") == Headline(told, frozenset())


def test_linked_data_are_asked_before_the_title_of_the_page() -> None:
    assert found("", head=META + linked("Two weeks without a ferry")).text == "Two weeks without a ferry"


# --- one heading ---


def test_the_heading_that_metadata_tell_is_shown() -> None:
    assert found(f"<h1>{TITLE}</h1>") == Headline(TITLE, frozenset((0,)))


def test_the_only_heading_near_the_text_is_it_whatever_metadata_say() -> None:
    assert headline("<h1>Boats rest until spring</h1>") == "Boats rest until spring"


def test_one_of_two_words_is_none_unless_metadata_say_so() -> None:
    assert headline("<h1>Boats rest</h1>", head=META) == TITLE
    assert headline("<h1>Ferry stops</h1>", head="<title>Ferry stops | Amber Post</title>") == "Ferry stops"


def test_one_far_above_the_text_or_below_it_is_none() -> None:
    far = "<h1>Boats rest until spring</h1>" + "<p>menu</p>" * 15
    assert headline(far) == TITLE
    assert headline(far.replace("<p>menu</p>", "", 1)) == "Boats rest until spring"
    assert headline("", below="<h1>Boats rest until spring</h1>") == TITLE


# --- several headings ---


def test_metadata_choose_between_two() -> None:
    assert headline(f"<h1>Boats rest until spring</h1><p>x</p><h1>{TITLE}</h1><p>x</p>") == TITLE
    assert headline(f"<h1>{TITLE}</h1><p>x</p><h1>Boats rest until spring</h1>") == TITLE


def test_of_two_that_metadata_tell_alike_the_nearest_to_the_text_is_shown_and_both_are_known() -> None:
    shown = found(f"<h1>{TITLE}</h1><p>x</p><h1>{TITLE}</h1>")
    assert shown == Headline(TITLE, frozenset((0, 2)))


def test_of_two_with_the_same_words_the_nearest_to_the_text_is_shown() -> None:
    turned = "For two weeks harbour ferry stops"
    assert headline(f"<h1>{TITLE}</h1><p>x</p><h1>{turned}</h1><p>x</p>") == turned
    assert headline(f"<h1>{turned}</h1><p>x</p><h1>{TITLE}</h1><p>x</p>") == TITLE


def test_two_that_metadata_know_nothing_of_are_none() -> None:
    assert headline("<h1>Boats rest until spring</h1><p>x</p><h1>Storms to come on Monday</h1>") == TITLE


def test_lines_of_one_heading_are_one() -> None:
    shown = found("<h1><div>Harbour ferry stops</div><div>for two weeks</div></h1>")
    assert shown == Headline(TITLE, frozenset((0, 1)))
    assert headline("<h1>Harbour ferry stops for two</h1><h1>weeks</h1>") == "Harbour ferry stops for two"


SITE = "<meta property='og:site_name' content='The Amber Post'>"


@pytest.mark.parametrize("logo", ["<h1>The Amber Post</h1>", "<h1><a href='/'>THE AMBER POST</a></h1>"])
def test_the_sites_own_name_as_the_only_heading_is_none(logo: str) -> None:
    assert found(f"{logo}<p>menu</p><h2>{TITLE}</h2>", META + SITE) == Headline(TITLE, frozenset((2,)))
    assert found(logo, META + SITE) == Headline(TITLE, frozenset())
    assert headline(f"{logo}<h1>Boats rest until spring</h1>", META + SITE) == "Boats rest until spring"


def test_nor_is_it_where_a_short_title_names_the_site_behind_it() -> None:
    head = "<title>Harbour ferry stops | The Amber Post</title>" + SITE
    assert headline("<h1>The Amber Post</h1><h2>Harbour ferry stops</h2>", head) == "Harbour ferry stops"


def test_a_headline_that_is_told_as_the_sites_name_too_is_shown() -> None:
    head = f"<title>{TITLE}</title><meta property='og:site_name' content='{TITLE}'>"
    assert found(f"<h1>Amber menu</h1><p>x</p><h1>{TITLE}</h1>", head) == Headline(TITLE, frozenset((2,)))
    assert headline("<h1>The Amber Post</h1>", "<title>The Amber Post</title>" + SITE) == "The Amber Post"


# --- lines that are no first heading ---


@pytest.mark.parametrize("line", [f"<h2>{TITLE}</h2>", f"<p>{TITLE}</p>", f"<div><b>{TITLE}</b></div>"])
def test_another_line_that_says_what_metadata_say_is_shown(line: str) -> None:
    assert found(f"<p>menu</p>{line}") == Headline(TITLE, frozenset((1,)))


@pytest.mark.parametrize("line", ["Harbour ferry stops for a year", "Ferry stops", "Harbour ferry"])
def test_one_that_says_it_by_half_is_not(line: str) -> None:
    assert not found(f"<h2>{line}</h2>").numbers


# --- what stands over the title ---


def test_words_over_the_title_are_a_kicker_where_metadata_tell_the_title_alone() -> None:
    over = f"<h1><span>Coast</span> <b>{TITLE}</b></h1>"
    assert found(over, head=f"<title>{TITLE}</title>") == Headline(TITLE, frozenset((0,)), "Coast")
    assert found(over) == Headline(TITLE, frozenset((0,)), "Coast")  # META names the site behind it
    assert found(over, head=linked(TITLE)) == Headline(TITLE, frozenset((0,)), "Coast")


def test_where_metadata_tell_both_with_a_colon_that_is_the_headline() -> None:
    over = f"<h1><span>Coast</span> <b>{TITLE}</b></h1>"
    assert found(over, head=f"<title>Coast: {TITLE}</title>") == Headline(f"Coast: {TITLE}", frozenset((0,)))


def test_unless_linked_data_call_the_title_alone_so() -> None:
    over = f"<h1><span>Coast</span> <b>{TITLE}</b></h1>"
    head = f"<title>Coast: {TITLE}</title>" + linked(TITLE)
    assert found(over, head=head) == Headline(TITLE, frozenset((0,)), "Coast")


def test_what_stands_behind_a_dash_of_a_title_is_the_title_alone() -> None:
    over = f"<h1><span>Coast</span> <b>{TITLE}</b></h1>"
    assert found(over, head=f"<title>Weather - {TITLE}</title>").kicker == "Coast"


def test_where_nobody_tells_the_title_alone_all_is_the_headline() -> None:
    shown = found("<h1><span>Coast</span> <b>Boats rest until spring</b></h1>")
    assert (shown.text, shown.kicker) == ("Coast Boats rest until spring", "")


# --- a site's own rules ---


def test_a_named_headline_is_told_with_all_lines_that_show_it() -> None:
    lines = leaves_of("<p>a</p><p>b</p><p>a</p>")
    assert named_headline(lines, "a") == Headline("a", frozenset((0, 2)))
    assert named_headline(lines, "c") == Headline("c", frozenset())
    assert named_headline([], "c") == Headline("c", frozenset())
