"""Where a line of names may stand to be a byline: right under the headline, beside the date; and what forbids it."""

import pytest

from newsdiff.clean.authors.author_marks import is_marked
from newsdiff.clean.authors.byline_places import BOX_CHARACTERS, BylinePlace, share_small_box
from newsdiff.clean.authors.byline_reading import BylineReading
from newsdiff.clean.authors.byline_text import Byline
from newsdiff.clean.authors.byline_witnesses import Candidate, Hearing
from newsdiff.clean.authors.credit_lines import Credit
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.lines.patterns import without_by
from newsdiff.clean.page.text_blocks import leaves
from tests.kit.leaves import tree_of
from tests.kit.site import told

STORY, TITLE = told(5, 5), "Bridge closed for repairs"
ADDRESS = "https://www.post.example/harbour-front/bridge-closed"
IDA = Credit(("Ida Lund",), led=False)
BY_IDA = Credit(("Ida Lund",), led=True)
HEAD = "<title>Bridge closed for repairs | The Amber Post</title><meta property='og:site_name' content='Amber Courier'>"
DATE = "<p>12 March 2025, 10:20</p>"
DEK = "<p>The council wants the old pier to last for a hundred years more.</p>"


def place(
    above: str, line: str, *, story: list[str] | None = None, head: str = HEAD, menu: str = "", box: str = "div"
) -> tuple[BylinePlace, int]:
    """The place of a page with this markup between headline and text, and the number of the line of that text."""
    body = "".join(f"<p>{text}</p>" for text in story or STORY)
    page = f"{menu}<main><header><h1>{TITLE}</h1>{above}</header><{box} class=text>{body}</{box}></main>"
    tree = tree_of(page, head)
    found = list(leaves(tree))
    title = next(number for number, leaf in enumerate(found) if leaf.heading == 1)
    start = next(number for number, leaf in enumerate(found) if leaf.text == (story or STORY)[0])
    number = next(number for number, leaf in enumerate(found) if number > title and leaf.text == line)
    return BylinePlace(found, range(title + 1, start + 1), start, read_fields(tree, ADDRESS)), number


def allows(where: BylinePlace, number: int, credit: Credit, *, dated: bool, paired: bool = False) -> bool:
    byline = Byline(where.found[number].text, ("12 March 2025",) if dated else (), (), "")
    reading = BylineReading(byline, credit, marked=is_marked(where.found[number]), paired=paired)
    return not where.is_of_site(reading) and Hearing(Candidate(where, number, reading)).is_enough()


def allowed(above: str, credit: Credit = IDA, *, dated: bool = False, paired: bool = False, **page: str) -> bool:
    where, number = place(above, "Ida Lund", **page)  # type: ignore[arg-type]
    return allows(where, number, credit, dated=dated, paired=paired)


def barred(line: str, *, of_site: bool = False, menu: str = "", head: str = HEAD, markup: str = "<p>{}</p>") -> bool:
    where, number = place(markup.format(line), line, menu=menu, head=head)
    reading = BylineReading(Byline(line, (), (), ""), Credit((without_by(line),), led=False))
    return where.is_section(number, reading) or (not of_site and where.is_of_site(reading))


# --- what a line only names ---


@pytest.mark.parametrize("line", ["Ida Lund", "By Ida Lund", "Amber Court", "Courier", "Harbour", "Bridge closed"])
def test_a_name_of_nothing_on_the_site_is_not_barred(line: str) -> None:
    assert not barred(line)


@pytest.mark.parametrize("line", ["Amber Courier", "By Amber Courier", "AMBER COURIER", "post.example", "Post"])
def test_the_sites_own_name_is_barred_unless_it_is_asked_for(line: str) -> None:
    assert barred(line)
    assert not barred(line, of_site=True)


@pytest.mark.parametrize("line", ["Harbour Front", "HARBOUR FRONT", "harbour-front", "By Harbour Front"])
def test_a_folder_of_the_address_is_a_section_even_where_the_site_is_asked_for(line: str) -> None:
    assert barred(line)
    assert barred(line, of_site=True)


def test_the_section_that_the_page_tells_machines_is_barred() -> None:
    head = "<meta property='article:section' content='Coast Life'>"
    assert barred("Coast Life", head=head)
    assert not barred("Coast Life")


@pytest.mark.parametrize("name", ["category", "post-kicker", "rubrik", "topics", "x tags"])
def test_a_line_marked_as_a_rubric_is_barred(name: str) -> None:
    assert barred("Ida Lund", markup=f"<p class='{name}'>{{}}</p>")
    assert not barred("Ida Lund", markup=f"<p class='{name}y'>{{}}</p>")


@pytest.mark.parametrize(
    "menu",
    [
        "<nav><a href='/il'>Ida Lund</a></nav>",
        "<footer><p><a href='/il'>ida  lund</a></p></footer>",
        "<div class='main-nav'><a href='/il'>Ida Lund</a></div>",
        "<ul id='breadcrumb'><li><a href='/il'>Ida Lund</a></li></ul>",
    ],
)
def test_what_a_menu_links_is_a_section(menu: str) -> None:
    assert barred("Ida Lund", menu=menu)


@pytest.mark.parametrize(
    "menu",
    [
        "<div><a href='/il'>Ida Lund</a></div>",
        "<nav><a href='/il'>Ida Lund of Sund</a></nav>",
        "<nav>Ida Lund</nav>",
        "<div class='navigate'><a href='/il'>Ida Lund</a></div>",
    ],
)
def test_what_stands_in_no_menu_or_is_told_otherwise_there_is_none(menu: str) -> None:
    assert not barred("Ida Lund", menu=menu)


# --- where a name without anything before it may stand ---


@pytest.mark.parametrize(
    "above",
    [
        f"{DEK}<p>Ida Lund</p>{DEK}",
        f"{DEK}<p>a line of seven words tells nothing</p><p>no sentence</p><p>Ida Lund</p><p>no date</p>",
        f"{DEK}<p><a href='/x'>Ida Lund</a></p>{DATE}",
        "<p><a href='/x'>Ida Lund</a></p>",
    ],
)
def test_far_from_title_and_date_or_as_a_link_it_is_none(above: str) -> None:
    assert not allowed(above)


@pytest.mark.parametrize(
    "above",
    [
        f"<p>Ida Lund</p>{DATE}",
        f"{DATE}<p>Ida Lund</p>",
        f"<p>Ida Lund</p><p>Share</p>{DATE}",
        f"<p>Ida Lund</p><p>142 views</p><p>5 min read</p>{DATE}",
        f"{DEK}<p>Ida Lund</p>{DATE}",
        f"<p>Share</p><p>Ida Lund</p>{DATE}",
        "<p>© Sam Poe</p><p>Ida Lund</p>",
        "<p>Ida Lund</p>",
        "<p>Ida Lund</p><p>Share</p>",
    ],
)
def test_two_of_headline_date_and_text_beside_it_make_a_byline(above: str) -> None:
    assert allowed(above)


def test_one_alone_does_not_but_a_date_in_the_line_or_a_role_behind_each_name_is_another() -> None:
    alone = f"<p>Ida Lund</p>{DEK}"
    assert not allowed(alone)
    assert allowed(alone, dated=True)
    assert allowed(alone, paired=True)


def test_what_leads_up_to_a_name_needs_but_one_of_them() -> None:
    assert allowed(f"<p>Ida Lund</p>{DEK}", BY_IDA)
    assert allowed(f"{DEK}<p>tells nothing</p><p>Ida Lund</p>{DATE}", BY_IDA)
    assert not allowed(f"<p>tells nothing</p><p>Ida Lund</p>{DEK}", BY_IDA)


def test_what_tells_something_stands_between_a_name_and_a_date() -> None:
    assert not allowed(f"{DEK}<p>tells nothing</p><p>Ida Lund</p>{DEK}{DATE}", BY_IDA)
    assert not allowed(f"{DEK}<p>no</p><p>Ida Lund</p><p>one thing</p><p>other thing</p>{DATE}", BY_IDA)
    assert allowed(f"{DEK}<p>no</p><p>Ida Lund</p><p>one thing</p>{DATE}", BY_IDA)


def test_without_capitals_any_words_look_like_a_name() -> None:
    where, number = place(f"<p>山田太郎</p>{DATE}", "山田太郎")
    assert not allows(where, number, Credit(("山田太郎",), led=False), dated=True)
    assert allows(where, number, Credit(("山田太郎",), led=True), dated=True)


def test_words_of_the_dictionary_are_no_name() -> None:
    where, number = place(f"<p>Front Page</p>{DATE}", "Front Page")
    assert not allows(where, number, Credit(("Front Page",), led=False), dated=True)
    assert allows(where, number, Credit(("Front Page",), led=True), dated=True)


# --- what markup says ---


@pytest.mark.parametrize(
    "line",
    [
        "<p class=author>Ida Lund</p>",
        "<p itemprop=author>Ida Lund</p>",
        "<p><a href='/crew/ida-lund'>Ida Lund</a></p>",
    ],
)
def test_a_marked_line_or_a_link_to_the_page_of_that_name_may_stand_anywhere(line: str) -> None:
    assert allowed(f"{DEK}<p>tells nothing</p>{line}{DEK}")


def test_markup_makes_no_author_of_the_site_or_a_section() -> None:
    where, number = place("<p class=author>Amber Courier</p>", "Amber Courier")
    assert not allows(where, number, Credit(("Amber Courier",), led=False), dated=True)
    where, number = place("<p class=author>Harbour Front</p>", "Harbour Front")
    assert not allows(where, number, Credit(("Harbour Front",), led=False), dated=True)


# --- of whom the page tells ---


@pytest.mark.parametrize(
    "first",
    ["Ida Lund — the village has lost its bridge.", "IDA LUND, Monday: it is gone.", "Ida Lund (pop. 900) is dry."],
)
def test_a_name_with_which_the_text_begins_is_a_place(first: str) -> None:
    assert not allowed(f"<p>Ida Lund</p>{DATE}", BY_IDA, story=[first, *STORY])  # type: ignore[arg-type]


def test_of_whom_the_text_tells_wrote_it_not_unless_a_word_says_so() -> None:
    story = [*STORY, "The bridge is a shame, said Ida Lund on Monday."]
    assert not allowed(f"<p>Ida Lund</p>{DATE}", story=story)  # type: ignore[arg-type]
    assert allowed(f"<p>Ida Lund</p>{DATE}", BY_IDA, story=story)  # type: ignore[arg-type]


def test_a_name_that_shares_a_long_word_with_the_title_is_of_whom_it_tells() -> None:
    where, number = place(f"<p>Anna Bridge</p>{DATE}", "Anna Bridge")
    assert not allows(where, number, Credit(("Anna Bridge",), led=False), dated=True)
    assert allows(where, number, Credit(("Anna Bridge",), led=True), dated=True)
    where, number = place(f"<p>Bridge Closed</p>{DATE}", "Bridge Closed")
    assert not allows(where, number, Credit(("Bridge Closed",), led=True), dated=True)


# --- lines among the text ---


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("<p><b>Ida Lund</b></p>", True),
        ("<p>IDA LUND</p>", True),
        ("<p>Ida Lund</p>", False),
        ("<p><b>Ida</b> Lund</p>", False),
        ("<p><b>Ida Lund</b></p><p>tells nothing</p>", False),
        ("<section><p><b>Ida Lund</b></p></section>", False),
    ],
)
def test_a_great_line_in_the_element_of_the_text_heads_it(line: str, heads: bool) -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    tree = tree_of(f"<main><h1>{TITLE}</h1><p>tells nothing</p><div class=text>{line}{body}</div></main>", HEAD)
    found = list(leaves(tree))
    start = next(number for number, leaf in enumerate(found) if leaf.text == STORY[0])
    where = BylinePlace(found, range(1, start), start, read_fields(tree, ADDRESS))
    assert allows(where, 2, IDA, dated=False) is heads


def in_text(line: str, behind: int = 0, dated: bool = True) -> bool:
    """Whether a line in the midst of the text's first lines may be a byline."""
    body = [f"<p>{text}</p>" for text in STORY * 2]
    body.insert(behind + 1, line)
    tree = tree_of(f"<main><h1>{TITLE}</h1><div class=text>{''.join(body)}</div></main>", HEAD)
    found = list(leaves(tree))
    number = next(n for n, leaf in enumerate(found) if leaf.text == "Ida Lund")
    where = BylinePlace(found, range(1, len(found)), 1, read_fields(tree, ADDRESS))
    return allows(where, number, BY_IDA, dated=dated)


def test_a_line_among_the_text_needs_an_element_apart_and_a_date() -> None:
    apart = "<div class=meta><div><p>Ida Lund</p></div></div>"
    assert in_text(apart)
    assert not in_text(apart, dated=False)
    assert not in_text("<p>Ida Lund</p>")


def test_it_stands_within_the_first_lines() -> None:
    apart = "<div class=meta><div><p>Ida Lund</p></div></div>"
    assert in_text(apart, behind=3)
    assert not in_text(apart, behind=4)


# --- small boxes ---


def pair(markup: str) -> bool:
    tree = tree_of(f"<main><section>{markup}</section></main>")
    [one], [other] = tree.xpath("//*[@id='a']"), tree.xpath("//*[@id='b']")
    return share_small_box(one, other)


def test_neighbours_in_a_small_box_share_it() -> None:
    assert pair("<div><p id=a>Ida Lund</p><p id=b>Editor</p></div>")
    assert pair("<div><p><i id=a>Ida Lund</i></p><p id=b>Editor</p></div>")
    assert pair("<div><p id=a>Ida Lund</p></div><div><p id=b>Editor</p></div>") is False
    assert pair("<div><p><u><i id=a>Ida Lund</i></u></p><p id=b>Editor</p></div>") is False


def test_a_box_is_small_up_to_its_limit() -> None:
    for beyond in (0, 1):
        filling = "x" * (BOX_CHARACTERS - len("Ida LundEditor") + beyond)
        assert pair(f"<div><p id=a>Ida Lund</p><p id=b>Editor</p>{filling}</div>") is not bool(beyond)
