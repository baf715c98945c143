"""Blocks and where each stands: what is of the story, what of a box, and what the log says of it."""

import pytest

from newsdiff.document import article
from newsdiff.model import UNKNOWN_PLACE, Block, BlockKind, Cleaned, InlinePart
from newsdiff.watch.memory.own_slot import OwnSlot, parsed
from newsdiff.watch.memory.placed_text import (
    PlacedText,
    box_of,
    is_named,
    is_own_kind,
    lines_of_box,
    name_of,
    packed,
    placed,
    placed_page,
    unpacked,
)

TEXT = article(["One.", "Two.", "Three."], "")
PARTS = ((InlinePart("a", 0, 3),), (), (InlinePart("b", 0, 5),))


def text(*places: str, size: int = 10) -> PlacedText:
    return PlacedText(tuple(Block(BlockKind.PARAGRAPH, "x" * size) for _ in places), places)


def test_a_text_of_nothing() -> None:
    empty = PlacedText()
    assert (empty.texts(), empty.without([]), empty.story(), lines_of_box(empty, "p")) == ([], empty, frozenset(), [])


def test_places_of_another_text_are_not_known() -> None:
    assert placed(TEXT, ("p", "p", "li")).places == ("p", "p", "li")
    for places in ((), ("p",), ("p",) * 4):
        assert placed(TEXT, places).places == (UNKNOWN_PLACE,) * 3


def test_a_page_brings_its_places_and_the_elements_of_its_lines() -> None:
    page = Cleaned(TEXT, places=("p", "p", "li"), parts=PARTS)
    assert placed_page(page) == PlacedText(TEXT.blocks, ("p", "p", "li"), PARTS)
    assert placed_page(page._replace(parts=PARTS[:2])).parts == ()


def test_a_text_without_some_of_its_blocks() -> None:
    whole = PlacedText(TEXT.blocks, ("a", "b", "c"), PARTS)
    assert whole.without([]) == whole
    left = whole.without({1, 7})
    assert ([b.text for b in left.blocks], left.places, left.parts) == (
        ["One.", "Three."],
        ("a", "c"),
        (PARTS[0], PARTS[2]),
    )
    assert whole._replace(parts=()).without([0]).parts == ()


def test_elements_that_another_text_has_in_the_same_lines() -> None:
    other = PlacedText(TEXT.blocks[::-1], ("p",) * 3, PARTS[::-1])
    assert PlacedText(TEXT.blocks, ("p",) * 3).with_parts_of(other).parts == PARTS
    assert PlacedText(TEXT.blocks[:1], ("p",)).with_parts_of(PlacedText()).parts == ((),)


def test_texts_are_folded() -> None:
    assert PlacedText((Block(BlockKind.PARAGRAPH, "“A\u00a0b”"),), ("p",)).texts() == ['"A b"']


def test_the_story_stands_where_much_of_the_text_does() -> None:
    assert text("p", "p", "li").story() == {"p", "li"}
    assert text(*["p"] * 7, "li", "li", "li").story() == {"p", "li"}
    assert text(*["p"] * 8, "li", "li").story() == {"p"}


@pytest.mark.parametrize(
    ("places", "runs"),
    [((), ()), (("p",), ("1 p",)), (("p", "p", "div.a b", "p"), ("2 p", "1 div.a b", "1 p"))],
)
def test_places_as_the_log_holds_them(places: tuple[str, ...], runs: tuple[str, ...]) -> None:
    assert packed(places) == runs
    assert unpacked(runs) == places


@pytest.mark.parametrize("run", ["", "p", "x p", "-1 p", "٣ p", "1.5 p", "123456 p", " 1 p"])
def test_a_run_that_is_none_gives_no_place(run: str) -> None:
    assert unpacked(["2 li", run, "1 p"]) == ("li", "li", "p")


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        *((kind, True) for kind in (BlockKind.HEADLINE, BlockKind.DATE, BlockKind.CORRECTION)),
        *((kind, False) for kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)),
    ],
)
def test_kinds_of_blocks_that_no_module_has(kind: BlockKind, own: bool) -> None:
    assert is_own_kind(Block(kind, "x")) is own


def test_a_name_is_short_and_takes_any_text() -> None:
    assert name_of("a") == name_of("a") != name_of("b")
    assert {len(name_of(each)) for each in ("", "a", "習" * 100, "\ud800")} == {8}


@pytest.mark.parametrize(
    ("place", "named"),
    [("p", False), ("div>p", False), (".", False), ("p.tip", True), ("div#rates>p", True), ("#x", True), ("", False)],
)
def test_places_that_a_class_or_an_id_names(place: str, named: bool) -> None:
    assert is_named(place) is named


@pytest.mark.parametrize(
    ("place", "box"),
    [
        *(("div.rates>p", "div.rates"), ("ul>li", "ul"), ("section>div>p", "section"), ("pre>x", "pre")),
        *(("p", ""), ("p>a", ""), ("p.tip>a", ""), ("p#x>a", ""), ("^div.rates>p", ""), ("div", ""), ("", "")),
    ],
)
def test_the_box_that_holds_a_line(place: str, box: str) -> None:
    assert box_of(place) == box


def test_lines_of_one_box_and_of_none_or_several() -> None:
    rates = "div.rates>p"
    assert lines_of_box(text("p", rates, rates, "p"), rates) == [1, 2]
    assert lines_of_box(text(rates, "div.rates>h2", rates), rates) == [0, 2]
    assert lines_of_box(text(rates, "p", rates), rates) == []
    assert lines_of_box(text("p", "p"), "p") == []
    assert lines_of_box(text("p"), rates) == []


# --- modules of one article, as the log has them ---


@pytest.mark.parametrize("slot", [OwnSlot("div.rates>p", "aa", "bb", 3), OwnSlot("p with space", "-", "-")])
def test_a_slot_comes_back(slot: OwnSlot) -> None:
    assert OwnSlot.parse(str(slot)) == slot


@pytest.mark.parametrize("line", ["", "1", "1 a", "1 a b", "1 a b ", "x a b p", "-1 a b p", "1000 a b p", "٣ a b p"])
def test_a_line_that_is_no_slot(line: str) -> None:
    assert OwnSlot.parse(line) is None
    assert parsed(["1 a b p", line]) == (OwnSlot("p", "a", "b"),)
