"""A tree to its leaf blocks: each unit that a browser shows, once, in reading order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from newsdiff.clean.page.text_blocks import Element, Leaf, has_more_text, is_hidden, kind_of, leaves, letters
from newsdiff.model import BlockKind


def tree(body: str) -> Element:
    return html.document_fromstring(f"<html><body>{body}</body></html>")


def found(body: str) -> list[Leaf]:
    return list(leaves(tree(body)))


def texts(body: str) -> list[str]:
    return [leaf.text for leaf in found(body)]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<p></p><p> \n&nbsp;</p><br><br>",
        "<script>var a = 'text';</script><style>p {color: red}</style>",
        "<nav><a href=/>Home</a></nav><button>Go</button><select><option>One</option></select>",
        "<p hidden>Nobody</p><div aria-hidden=true>sees</div><p style='display: none'>this.</p>",
        "<template><p>Later</p></template><dialog>Hello</dialog><textarea>Write</textarea>",
    ],
)
def test_what_a_reader_does_not_see_is_no_leaf(body: str) -> None:
    assert texts(body) == []


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("bare text", ["bare text"]),
        ("<p>One</p>two<p>three</p>four", ["One", "two", "three", "four"]),
        ("<div>before<p>inside</p>behind</div>", ["before", "inside", "behind"]),
        ("<p>A <b>bold</b> and a <a href=/>linked</a> word.</p>", ["A bold and a linked word."]),
        ("<p>one<br>line</p>", ["one line"]),
        ("<p>one<br><br>two<br> <br>three</p>", ["one", "two", "three"]),
        ("<p>text<script>no</script> goes on</p>", ["text goes on"]),
        ("<p>H<sub>2</sub>O</p>", ["H2O"]),
        ("<p>習近平</p><p dir=rtl>قال محمد</p>", ["習近平", "قال محمد"]),
        ("<p>  many \n spaces\t here </p>", ["many spaces here"]),
        ("<ul><li>one<ul><li>two</li></ul>three</li></ul>", ["one", "two", "three"]),
        ("<table><tr><td>High</td><td>4.10</td><td></td></tr></table>", ["High | 4.10"]),
        ("<table><tr><td><p>a</p></td><td><h2>b</h2></td></tr></table>", ["a", "b"]),
        ("<p><ruby>漢<rt>kan</rt></ruby>字</p>", ["漢字"]),
    ],
)
def test_leaves_stand_in_reading_order(body: str, wanted: list[str]) -> None:
    assert texts(body) == wanted


def test_hidden_elements_are_told() -> None:
    unseen: list[Element] = []
    page = tree("<p>seen</p><p hidden>not</p><script>x</script>")
    assert [leaf.text for leaf in leaves(page, unseen)] == ["seen"]
    assert [element.tag for element in unseen] == ["p", "script"]


@pytest.mark.parametrize(
    ("body", "kind", "heading"),
    [
        ("<p>x</p>", BlockKind.PARAGRAPH, 0),
        ("<h3>x</h3>", BlockKind.HEADING, 3),
        ("<blockquote><p>x</p></blockquote>", BlockKind.QUOTE, 0),
        ("<ul><li>x</li></ul>", BlockKind.LIST_ITEM, 0),
        ("<figure><figcaption>x</figcaption></figure>", BlockKind.CAPTION, 0),
        ("<p class='wp-caption'>x</p>", BlockKind.CAPTION, 0),
        ("<dl><dt>x</dt></dl>", BlockKind.LIST_ITEM, 0),
        ("<blockquote><h2>x</h2></blockquote>", BlockKind.HEADING, 2),
        ("<table><tr><td>x</td><td>y</td></tr></table>", BlockKind.ROW, 0),
    ],
)
def test_the_nearest_markup_tells_the_kind(body: str, kind: BlockKind, heading: int) -> None:
    (leaf,) = found(body)
    assert (leaf.kind, leaf.heading) == (kind, heading)
    if kind is not BlockKind.ROW:
        assert kind_of(leaf.element) == (kind, heading)


def test_how_much_of_a_leaf_is_linked_or_bold() -> None:
    plain, half, whole = found("<p>plain</p><p>half <a href=/>link</a></p><p><a href=/><b>all of it</b></a></p>")
    assert (plain.link_share, plain.is_link, plain.strong) == (0.0, False, 0)
    assert half.link_share == 0.5 and not half.is_link
    assert whole.is_link and whole.strong == whole.linked == letters("all of it")


def test_lines_of_a_leaf_are_those_between_its_breaks() -> None:
    one, broken = found("<p>one line</p><p>a<br>b<br>c</p>")
    assert (one.lines, broken.lines) == ((), ("a", "b", "c"))


@pytest.mark.parametrize(("text", "many"), [("", 0), (" .,-", 0), ("a1 é", 3), ("習近平", 3), ("قال", 3)])
def test_letters_and_digits_are_counted_in_every_script(text: str, many: int) -> None:
    assert letters(text) == many


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        ("<div>x</div>", False),
        ("<p aria-hidden=true>x</p>", False),  # marked so to be counted for payment
        ("<div aria-hidden=true>x</div>", True),
        ("<div hidden>x</div>", True),
        ("<div style='color:red; display : none'>x</div>", True),
        ("<div style='visibility:hidden'>x</div>", True),
        ("<div style='display:block'>x</div>", False),
    ],
)
def test_an_element_says_that_it_is_hidden(markup: str, hidden: bool) -> None:
    assert is_hidden(html.fragment_fromstring(markup)) is hidden


_TAGS = st.sampled_from(("p", "div", "span", "b", "li", "h2", "blockquote", "td", "a"))
_WORDS = st.lists(st.sampled_from(("alpha", "béta", "γάμμα", "習近平", "قال", "42")), min_size=1, max_size=3).map(
    " ".join
)


@settings(max_examples=60)
@given(st.lists(st.tuples(_TAGS, _WORDS, _WORDS), max_size=6))
def test_no_word_is_lost_or_told_twice(parts: list[tuple[str, str, str]]) -> None:
    body = "".join(f" <{tag}>{inside}</{tag}> {behind}" for tag, inside, behind in parts)
    assert " ".join(texts(body)).split() == tree(body).text_content().split()


def test_a_button_is_a_label_but_for_the_caption_of_a_picture_in_it() -> None:
    caption = "<figcaption>The mole after the storm</figcaption>"
    assert texts(f"<p>One<button>Go</button></p><button><figure>View 3{caption}</figure></button>") == [
        "One",
        "The mole after the storm",
    ]
    assert texts(f"<button hidden>{caption}</button>") == []


@pytest.mark.parametrize(
    ("body", "size", "longer"),
    [
        ("<p></p>", 0, False),
        ("<p>four</p>", 4, False),
        (f"<p>one{' ' * 90}two</p>", 7, False),
        ("<p>one <b>two</b></p>", 6, True),
        (f"<p>{'<i>word</i> ' * 40}</p>", 60, True),
    ],
)
def test_how_long_an_element_is_with_white_space_folded(body: str, size: int, longer: bool) -> None:
    assert has_more_text(tree(body), size) is longer
