"""What changed between two texts of a page, by slots."""

from newsdiff.model import Block, BlockKind
from newsdiff.watch.memory.changes import changes
from newsdiff.watch.memory.placed_text import PlacedText
from tests.kit.site import told

STORY = [(line, "p") for line in told(3, 6)]


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
