"""Where a block stands on its page, in names that another visit finds again."""

import pytest
from lxml import html

from newsdiff.clean.page.text_blocks import Leaf
from newsdiff.clean.places import name, places, spot_name, standing
from newsdiff.model import UNKNOWN_PLACE, Block, BlockKind


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<div></div>", "div"),
        ("<div class='story lead'></div>", "div.lead.story"),
        ("<div class='lead story lead'></div>", "div.lead.story"),
        ("<div class='css-1q0x story__3fA9'></div>", "div.story"),
        ("<div id='rates' class='box'></div>", "div.box#rates"),
        ("<div id='block-4711'></div>", "div"),
        ("<div class='one two three four'></div>", "div.four.one.three"),
        (f"<div class='{'long' * 11}'></div>", "div"),
    ],
)
def test_an_element_is_called_by_what_does_not_change(markup: str, told: str) -> None:
    assert name(html.fromstring(markup)) == told


def test_a_spot_is_called_alike() -> None:
    assert spot_name(("main", "", "div story css-1q0x #page")) == "main>div.story#page"


def page(markup: str) -> tuple[html.HtmlElement, list[Leaf]]:
    tree = html.document_fromstring(markup)
    leaves = [e for e in tree.iter("p", "td") if e.text_content().strip()]
    return tree, [Leaf(e.text_content(), e, "") for e in leaves]


def test_a_place_is_told_from_the_storys_flow_down_with_what_a_block_is_made_of() -> None:
    tree, found = page(
        "<body><main><p>A long paragraph of the story.</p><p>Another paragraph of it.</p>"
        "<div class='rates'><table><tr><td>1.09</td></tr></table></div><p><a href='/x'>More</a></p></main>"
        "<footer><p>Imprint</p></footer></body>"
    )
    elements = [leaf.element for leaf in found]
    told = places([*elements, None], found, tree.find(".//main"), frozenset(range(4)))
    assert told == ("p", "p", "div.rates>table>tr>td", "p>a", "^body>footer>p", UNKNOWN_PLACE)


def test_a_block_stands_where_its_text_does_and_the_next_of_that_text_behind_it() -> None:
    _, found = page("<body><p>Same</p><p>Other</p><p>Same</p></body>")
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in ("Same", "Other", "Same", "Same", "Nowhere", "Other")]
    elements = [leaf.element for leaf in found]
    assert standing(blocks, found) == [*elements, elements[0], None, elements[1]]
