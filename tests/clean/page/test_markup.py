"""What the markup round a line says of it: classes, pictures, entries, frames; and where it says nothing."""

import pytest

from newsdiff.clean.page import markup
from tests.kit.leaves import leaf_of, leaves_of, tree_of

LONG = "The council of Port Amber met on Monday to speak of the bridge."


# --- dates ---


@pytest.mark.parametrize(
    "shown",
    [
        "<h2>12 March 2025</h2>",
        "<h2><time>12 March 2025</time></h2>",
        "<ul><li>12 March 2025</li></ul>",
        "<figure><figcaption>12 March 2025</figcaption></figure>",
        "<table><tr><th>Day</th><td>12 March 2025</td></tr><tr><th>Toll</th><td>12</td></tr></table>",
    ],
)
def test_a_date_as_a_heading_an_entry_a_caption_or_in_a_table_is_text(shown: str) -> None:
    assert not any(map(markup.may_show_date, leaves_of(shown)))


@pytest.mark.parametrize(
    "shown",
    [
        "<p>12 March 2025</p>",
        "<div>12 March 2025</div>",
        "<blockquote>12 March 2025</blockquote>",
        "<ul><li><time>12 March 2025</time></li></ul>",
    ],
)
def test_a_paragraph_or_an_entry_that_is_marked_as_a_time_may_show_one(shown: str) -> None:
    assert markup.may_show_date(leaf_of(shown))


def test_a_date_may_stand_behind_its_term() -> None:
    term, value = leaves_of("<dl><dt>Published</dt><dd>12 March 2025</dd></dl>")
    assert (markup.may_show_date(term), markup.may_show_date(value)) == (False, True)


# --- told ---


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (f"<p>{LONG}</p>", True),
        ("<p>one two three four five six seven eight</p>", True),
        ("<p>one two three four five six seven</p>", False),
        (f"<div>{LONG}</div>", False),
        (f"<h2>{LONG}</h2>", False),
        (f"<p><a href='/x'>{LONG}</a></p>", False),
        (f"<p><a href='/x'>The council</a>{LONG[11:]}</p>", True),
        ("<p>橋は昨日の夜に閉鎖された死者は十二人</p>", True),
    ],
)
def test_a_paragraph_of_eight_words_is_told_unless_it_is_a_link(shown: str, told: bool) -> None:
    assert markup.is_told(leaf_of(shown)) is told


# --- marks ---


@pytest.mark.parametrize(
    "shown",
    [
        "<p>x</p>",
        "<p class='notes'>x</p>",
        "<p class='mycorrection'>x</p>",
        "<div class='correction'><div><div><p>x</p></div></div></div>",
        "<article class='correction'><p>x</p></article>",
        "<p title='correction'>x</p>",
    ],
)
def test_no_class_near_says_note(shown: str) -> None:
    assert not markup.marked(leaf_of(shown), markup.NOTE)


@pytest.mark.parametrize(
    "shown",
    [
        "<p class='correction'>x</p>",
        "<p class='c article-Correction large'>x</p>",
        "<p id='editors-note'>x</p>",
        "<p itemprop='correction'>x</p>",
        "<p rel='erratum'>x</p>",
        "<div class='corrections'><p>x</p></div>",
        "<div class='corrections'><div><p>x</p></div></div>",
        "<p class='x_update-note'>x</p>",
        "<p class='update_note'>x</p>",
        "<p class='field_editors_note'>x</p>",
        "<p class='editorNote'>x</p>",
    ],
)
def test_a_class_of_the_element_or_of_the_two_round_it_does(shown: str) -> None:
    assert markup.marked(leaf_of(shown), markup.NOTE)


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        (markup.DEK, "standfirst"),
        (markup.DEK, "sub-title"),
        (markup.DEK, "chapo"),
        (markup.LEAD, "lead-in"),
        (markup.LEAD, "article-summary"),
        (markup.AUTHOR, "post-author"),
        (markup.AUTHOR, "autorin"),
        (markup.AUTHOR, "by_line"[:2] + "-line"),
        (markup.LOG, "change-log"),
        (markup.LOG, "clarification"),
    ],
)
def test_each_pattern_knows_its_names_as_whole_words_alone(pattern: object, word: str) -> None:
    assert markup.marked(leaf_of(f"<p class='{word}'>x</p>"), pattern)  # type: ignore[arg-type]
    assert not markup.marked(leaf_of(f"<p class='x{word}x'>x</p>"), pattern)  # type: ignore[arg-type]


def test_a_log_of_changes_is_no_note_by_itself() -> None:
    assert not markup.marked(leaf_of("<p class='change-log'>x</p>"), markup.NOTE)


# --- pictures ---


@pytest.mark.parametrize(
    ("shown", "beside"),
    [
        ("<p>The harbour at dawn</p>", False),
        ("<div><img src=a><p>The harbour at dawn</p></div>", True),
        ("<div><div><img src=a></div><div><p>The harbour at dawn</p></div></div>", True),
        ("<div><video></video><p>The harbour at dawn</p></div>", True),
        ("<p><img src=a>The harbour at dawn</p>", True),
        ("<article><img src=a><p>The harbour at dawn</p></article>", False),
        ("<div><img src=a><div><div><div><div><p>The harbour at dawn</p></div></div></div></div></div>", False),
    ],
)
def test_a_picture_in_a_small_box_is_beside_a_line(shown: str, beside: bool) -> None:
    assert markup.is_beside_picture(leaf_of(shown)) is beside


def test_a_box_with_more_text_is_no_small_one() -> None:
    first, _ = leaves_of(f"<div><img src=a><p>The harbour at dawn</p><p>{LONG}</p></div>")
    assert not markup.is_beside_picture(first)
    first, _ = leaves_of("<div><img src=a><p>The harbour at dawn</p><p>Photo: Ida Lund</p></div>")
    assert markup.is_beside_picture(first)


def test_white_space_in_a_box_counts_for_nothing() -> None:
    assert markup.is_beside_picture(leaf_of(f"<div><img src=a>{' ' * 900}<p>The harbour at dawn</p></div>"))


# --- records ---


def record(shown: str, number: int = 1) -> bool:
    return markup.is_record(leaves_of(f"<main><div>{shown}</div></main>"), number)


DATA = "<p><a href='/a'>North: Aby</a></p><p><a href='/b'>South: Ceby</a></p>"


def test_lines_of_data_stand_behind_one_that_leads_up_to_them() -> None:
    assert record(f"<p>These are all the stops of the line:</p>{DATA}")
    assert record(f"<p>These are all the stops of the line:</p>{DATA}", 2)
    assert record(f"<p>Stops</p>{DATA}")


@pytest.mark.parametrize(
    "shown",
    [
        f"<p>These are all the stops of the line</p>{DATA}",
        f"<p><a href='/x'>Stops</a></p>{DATA}",
        f"<section><p>Stops</p></section>{DATA}",
        "<p>Stops</p><h2>North: Aby</h2>",
        "<p>Stops</p><p>North</p>",
        "<p>Stops</p><p>North:</p>",
        "<p>Stops</p><p>Where it stops. North: Aby</p>",
    ],
)
def test_without_such_a_line_or_a_colon_they_are_none(shown: str) -> None:
    assert not record(shown)


def test_the_first_line_of_a_page_has_nothing_before_it() -> None:
    assert not record("<p>North: Aby</p>", 0)


# --- frames, shapes, entries ---


@pytest.mark.parametrize(
    "shown",
    [
        "<p>x</p>",
        "<ul><li>x</li></ul>",
        "<blockquote><p>x</p></blockquote>",
        "<figure><figcaption>x</figcaption></figure>",
    ],
)
def test_the_frame_holds_what_text_flows_in(shown: str) -> None:
    tree = tree_of(f"<section><div id=f>{shown}</div></section>")
    [frame] = tree.xpath("//*[@id='f']")
    [*_, inner] = frame.iterdescendants()
    assert markup.frame(inner) is frame
    assert markup.frame(frame) is frame


def test_the_shape_is_that_of_the_element_and_the_three_round_it() -> None:
    leaf = leaf_of("<main><section class=a><div><div class='b c'><p>x</p></div></div></section></main>")
    assert markup.signature(leaf.element) == ("p.", "div.b c", "div.", "section.a")


def test_a_top_element_has_a_shorter_shape() -> None:
    assert markup.signature(tree_of("x")) == ("html.",)


@pytest.mark.parametrize(
    ("shown", "tag"),
    [
        ("<ul><li id=x>x</li></ul>", "li"),
        ("<ul><li><div><p id=x>x</p></div></li></ul>", "li"),
        ("<ul><li><div><div><p id=x>x</p></div></div></li></ul>", "li"),
        ("<ul><li><div><div><div><p id=x>x</p></div></div></div></li></ul>", ""),
        ("<table><tr><td id=x>x</td></tr></table>", "tr"),
        ("<dl><dd id=x>x</dd></dl>", "dl"),
        ("<section><div><div><p id=x>x</p></div></div></section>", "section"),
    ],
)
def test_an_entry_is_looked_for_near_by(shown: str, tag: str) -> None:
    [element] = tree_of(shown).xpath("//*[@id='x']")
    found = markup.entry(element)
    if tag in ("li", "tr", "dl"):
        assert found is not None
        assert found.tag == tag
    else:
        assert found is None or found.tag not in ("li", "tr", "dl")
