"""The modules of a host taken out of a text, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Article, Block, BlockKind, Cleaned, PageToClean
from newsdiff.watch.memory.inline_modules import REASON
from newsdiff.watch.memory.mask import Mask, MaskedCleaning, located, masked, own_slot, without
from newsdiff.watch.memory.own_slot import OwnSlot, parsed
from newsdiff.watch.memory.placed_text import PlacedText, placed_page
from tests.kit.site import Here, page, told

STORY = told(3, 4)
RATES = "div.rates>p"


def cleaned(*boxes: str, place: str = RATES, kind: BlockKind = BlockKind.PARAGRAPH) -> Cleaned:
    """A story with boxes behind its second paragraph."""
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in STORY]
    places = ["p"] * len(blocks)
    blocks[2:2] = [Block(kind, text) for text in boxes]
    places[2:2] = [place] * len(boxes)
    return Cleaned(Article("https://post.example/a", blocks=tuple(blocks)), places=tuple(places))


def texts(found: Cleaned) -> list[str]:
    return [block.text for block in found.article.blocks]


@pytest.mark.parametrize("mask", [Mask(), Mask(frozenset({"div.other"}))])
def test_without_a_module_of_its_own_a_page_stays_as_it_is(mask: Mask) -> None:
    found = cleaned("A crown buys 3 marks.")
    assert masked(found, mask) == found


def test_a_module_goes_and_is_told() -> None:
    found = masked(cleaned("A crown buys 3 marks.", "A mark buys 2."), Mask(frozenset({RATES})))
    assert texts(found) == STORY
    assert found.places == ("p",) * 4
    assert [(each.text, each.reason) for each in found.removed] == [
        ("A crown buys 3 marks.", f"{REASON} {RATES}"),
        ("A mark buys 2.", f"{REASON} {RATES}"),
    ]


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.DATE, BlockKind.CORRECTION])
def test_what_is_never_a_modules_stays_at_its_place(kind: BlockKind) -> None:
    found = cleaned("12 March 2025", kind=kind)
    assert masked(found, Mask(frozenset({RATES}))) == found


def test_the_heading_of_a_box_goes_with_all_of_it_and_stays_with_a_part() -> None:
    blocks = [
        Block(BlockKind.HEADING, "Rates"),
        Block(BlockKind.PARAGRAPH, "A buys 3."),
        Block(BlockKind.PARAGRAPH, "B"),
    ]
    all_of_it = PlacedText(tuple(blocks), ("div.box>h3", "div.box>p", "div.box>p"))
    assert set(Mask(frozenset({"div.box>p"})).numbers(all_of_it)) == {0, 1, 2}
    part = PlacedText(tuple(blocks), ("div.box>h3", "div.box>p", "div.box>li"))
    assert set(Mask(frozenset({"div.box>p"})).numbers(part)) == {1}


def test_an_articles_own_module_is_found_between_its_neighbours() -> None:
    plain = placed_page(cleaned())
    slot = own_slot(plain, 2, RATES, 1)
    found = masked(cleaned("A crown buys 4 marks."), Mask(), [slot])
    assert texts(found) == STORY
    assert masked(cleaned(), Mask(), [slot]) == cleaned()  # it has gone
    elsewhere = cleaned("A crown buys 4 marks.", place="div.other>p")
    assert masked(elsewhere, Mask(), [slot]) == elsewhere


@pytest.mark.parametrize("at", [0, 4])
def test_a_module_may_stand_at_the_edge_of_a_text(at: int) -> None:
    plain = placed_page(cleaned())
    slot = own_slot(plain, at, RATES, 1)
    blocks, places = list(plain.blocks), list(plain.places)
    blocks.insert(at, Block(BlockKind.PARAGRAPH, "A crown buys 4 marks."))
    places.insert(at, RATES)
    (found,) = located(PlacedText(tuple(blocks), tuple(places)), [slot])
    assert (found.numbers, found.at) == ((at,), at)


@pytest.mark.parametrize("known", [False, True])
def test_two_modules_between_the_same_lines_leave_room_for_each_other(known: bool) -> None:
    slots = [OwnSlot("div>h5", "-", "-"), OwnSlot("div>ul>li", "-", "-", 2)]
    plain = placed_page(cleaned())
    names = [slot._replace(before=(at := own_slot(plain, 2, "", 1)).before, after=at.after) for slot in slots]
    lines = [Block(BlockKind.PARAGRAPH, f"Line {n}.") for n in range(5)]
    last = plain.blocks[2:] if not known else (Block(BlockKind.PARAGRAPH, "It was told anew."), *plain.blocks[3:])
    places = ("p", "p", "div>h5", *["div>ul>li"] * 3, "div>ul>li>b", *["p"] * 2)
    found = located(PlacedText((*plain.blocks[:2], *lines, *last), places), names, plain if known else None)
    assert {n for each in found for n in each.numbers} == set(range(2, 7))


def test_a_paragraph_of_another_make_is_no_line_of_a_module() -> None:
    slot = own_slot(placed_page(cleaned()), 2, "p>i", 1)
    new = cleaned("A heading of a kind", place="p>b")
    assert masked(new, Mask(), [slot]) == new


def test_far_more_blocks_than_it_ever_had_are_no_module() -> None:
    slot = own_slot(placed_page(cleaned()), 2, RATES, 1)
    many = cleaned(*(f"Line {n}." for n in range(9)))
    assert masked(many, Mask(), [slot]) == many


def test_where_a_neighbour_was_edited_the_recorded_text_tells() -> None:
    plain = placed_page(cleaned())
    slot = own_slot(plain, 2, RATES, 1)
    new = placed_page(cleaned("A crown buys 4 marks."))
    edited = PlacedText((Block(BlockKind.PARAGRAPH, "It was told anew."), *new.blocks[1:]), new.places)
    both = PlacedText((*edited.blocks[:3], Block(BlockKind.PARAGRAPH, "Anew, too."), *edited.blocks[4:]), edited.places)
    assert located(both, [slot]) == []
    (found,) = located(both, [slot], plain)
    assert found.numbers == (2,)
    assert located(both, []) == []


def test_blocks_may_be_taken_out_by_number() -> None:
    found = cleaned("box")
    assert without(found, {}) is found
    assert texts(without(found, {2: RATES})) == STORY


@given(
    place=st.text("abc.#>", min_size=1, max_size=12),
    names=st.tuples(
        st.text("0123456789abcdef-", min_size=1, max_size=8), st.text("0123456789abcdef-", min_size=1, max_size=8)
    ),
    many=st.integers(0, 999),
)
def test_a_slot_is_read_back_from_the_log(place: str, names: tuple[str, str], many: int) -> None:
    slot = OwnSlot(place, *names, many)
    assert OwnSlot.parse(str(slot)) == slot


@pytest.mark.parametrize("line", ["", "1", "1 a b", "x a b p", "-1 a b p", "9999 a b p", "١ a b p"])
def test_what_is_no_slot_is_none(line: str) -> None:
    assert OwnSlot.parse(line) is None
    assert parsed([line, "2 a b p"]) == (OwnSlot("p", "a", "b", 2),)


def test_a_cleaner_gives_its_pages_without_the_modules() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY[:2])
    body += "<div class=rates><p>A crown buys three marks in Port Amber today.</p></div>"
    body += "".join(f"<p>{text}</p>" for text in STORY[2:])
    whole = Here().clean(PageToClean(page("Rain in Quill", body)))
    place = whole.places[texts(whole).index("A crown buys three marks in Port Amber today.")]
    found = MaskedCleaning(Here(), Mask(frozenset({place}))).clean(PageToClean(page("Rain in Quill", body)))
    assert texts(found) == ["Rain in Quill", *STORY]
