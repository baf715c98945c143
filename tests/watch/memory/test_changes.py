"""What changed between two texts of a page, by slots."""

import pytest

from newsdiff.model import UNKNOWN_PLACE, Block, BlockKind
from newsdiff.watch.memory.changes import alike, changes, may_go, opcodes, without_numbers, words
from newsdiff.watch.memory.placed_text import PlacedText
from tests.kit.site import told

LINES = told(3, 6)
STORY = [(line, "p") for line in LINES]


def text(*lines: tuple[str, str]) -> PlacedText:
    return PlacedText(tuple(Block(BlockKind.PARAGRAPH, line) for line, _ in lines), tuple(place for _, place in lines))


def items(*names: str) -> list[tuple[str, str]]:
    return [(name, "ul>li") for name in names]


def test_the_same_text_has_no_changes() -> None:
    assert changes(text(*STORY), text(*STORY)).slots == ()


def test_paragraphs_that_were_told_otherwise_are_a_change_each() -> None:
    edited = [(line.replace("captain", "mayor").replace("on Monday", "at noon"), place) for line, place in STORY]
    found = changes(text(*STORY), text(*edited))
    assert found.edited
    assert len(found.slots) == sum(one != other for one, other in zip(STORY, edited, strict=True))


def test_lines_of_one_box_that_change_round_those_that_stand_are_one_change_of_the_box() -> None:
    old = text(*STORY[:3], *items("Blue Lantern", "Paper Moon", "Salt Road", "Old Shoes"), *STORY[3:])
    new = text(*STORY[:3], *items("Ask Me Twice", "Paper Moon", "Nine Lives", "Old Shoes"), *STORY[3:])
    [change] = changes(old, new).slots
    assert change.is_replaced
    assert change.old_at == change.new_at == (3, 4, 5)


def test_boxes_on_both_sides_of_a_paragraph_are_two_changes() -> None:
    old = text(*STORY[:2], *items("Blue Lantern"), STORY[2], *items("Old Shoes"), *STORY[3:])
    new = text(*STORY[:2], *items("Paper Moon"), STORY[2], *items("Nine Lives"), *STORY[3:])
    assert len(changes(old, new).slots) == 2


def page(*boxes: tuple[str, str], story: list[str] = LINES, at: int = 3) -> PlacedText:
    """A story at one place with boxes (place, text) in its middle."""
    placed = [("p", text) for text in story]
    placed[at:at] = list(boxes)
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for _, text in placed)
    return PlacedText(blocks, tuple(place for place, _ in placed))


RATES = "div.rates>p"


def test_equal_texts_have_no_changes() -> None:
    assert changes(PlacedText(), PlacedText()) == ((), False)
    assert changes(page(), page()) == ((), False)
    assert changes(page((RATES, "A crown buys 3 marks.")), page((RATES, "A crown buys 3 marks."))) == ((), False)


def test_typography_is_no_change() -> None:
    assert changes(page((RATES, "It’s “so”.")), page((RATES, 'It\'s "so".'))) == ((), False)


def test_a_box_whose_text_is_replaced() -> None:
    found = changes(page((RATES, "A crown buys 3 marks.")), page((RATES, "A crown buys 4 marks.")))
    assert not found.edited
    (slot,) = found.slots
    assert (slot.place, slot.keys[0], slot.in_story, slot.partial) == (RATES, RATES, False, False)
    assert (slot.old_at, slot.new_at, slot.at) == ((3,), (3,), 3)
    assert slot.is_replaced
    assert slot.words == (("3",), ("4",))


@pytest.mark.parametrize("came", [True, False])
def test_a_box_that_comes_or_goes(came: bool) -> None:
    sides = (page(), page((RATES, "A crown buys 3 marks.")))
    (slot,) = changes(*(sides if came else sides[::-1])).slots
    assert not slot.is_replaced and not slot.grows
    told_there = "A crown buys 3 marks."
    assert (slot.old, slot.new) == (("", told_there) if came else (told_there, ""))


def test_a_line_that_comes_beside_others_grows_its_slot() -> None:
    (slot,) = changes(page((RATES, "One line.")), page((RATES, "One line."), (RATES, "Another line."))).slots
    assert slot.grows


def test_a_paragraph_that_is_told_otherwise_is_an_editors() -> None:
    story = [*LINES[:2], LINES[2].replace("The", "A", 1), *LINES[3:]]
    found = changes(page(), page(story=story))
    assert found.edited
    (slot,) = found.slots
    assert slot.partial and slot.in_story
    assert {"p@2", "p@-3"} <= set(slot.keys)


def test_where_no_place_is_known_words_tell() -> None:
    old, new = PlacedText(page().blocks, (UNKNOWN_PLACE,) * 6), page(story=[*LINES[:5], f"{LINES[5]} Again."])
    assert changes(old, new).edited


@pytest.mark.parametrize(
    ("kind", "text", "goes"),
    [
        (BlockKind.HEADLINE, "Rain", False),
        (BlockKind.DATE, "12 March 2025", False),
        (BlockKind.CORRECTION, "It was 14.", False),
        (BlockKind.PARAGRAPH, "Correction: it was 14.", False),
        (BlockKind.PARAGRAPH, "It rained.", True),
        (BlockKind.BYLINE, "By Ida Lund", True),
    ],
)
def test_headlines_dates_and_notes_are_never_a_modules(kind: BlockKind, text: str, goes: bool) -> None:
    assert may_go(Block(kind, text)) is goes
    old = PlacedText((Block(BlockKind.PARAGRAPH, LINES[0]),), ("p",))
    new = PlacedText((*old.blocks, Block(kind, text)), ("p", RATES))
    assert bool(changes(old, new).slots) is goes


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("", "", False),
        ("a b c d", "a b x y", True),
        ("a b c d", "a x y z", False),
        ("A B", "a b", True),
        ("٣ رجال", "٣ رجال", True),
    ],
)
def test_alike_is_half_of_the_words(one: str, other: str, told: bool) -> None:
    assert alike(one, other) is alike(other, one) is told


def test_words_are_lower_case_and_may_leave_out_numbers() -> None:
    assert words("The ÉTAT paid 12 Men") == ["the", "état", "paid", "12", "men"]
    assert without_numbers("It was 12 men") == ["it", "was", "men"]
    assert words("") == without_numbers("12") == []


def test_operations_lead_from_one_text_to_the_other() -> None:
    assert [op[0] for op in opcodes(["a", "b"], ["a", "c"])] == ["equal", "replace"]
    assert list(opcodes([], [])) == []


@pytest.mark.parametrize(
    ("old", "new", "small"),
    [
        ("petrichor", "callithump", False),
        ("Smith", "Smyth", True),
        ("Mayor Smith", "Mayor Jones", True),
        ("14", "12", True),
    ],
)
def test_a_word_in_the_place_of_another_is_no_touch_of_an_editor(old: str, new: str, small: bool) -> None:
    found = changes(page(("div.word>p", old)), page(("div.word>p", new))).slots
    assert [change.small for change in found] == [small]
