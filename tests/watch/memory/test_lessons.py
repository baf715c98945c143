"""A line of the story in most articles may be an editor's; a box in most is a module."""

import pytest

from newsdiff.model import Block, BlockKind
from newsdiff.watch.memory.cases import Subject
from newsdiff.watch.memory.changes import SlotChange, slot_change
from newsdiff.watch.memory.learning import learn
from newsdiff.watch.memory.placed_text import PlacedText
from newsdiff.watch.memory.site_memory import SiteMemory
from tests.kit.site import told

PLACE = "main/p"


def subjects(changed: int, *, in_story: bool) -> list[Subject]:
    """Ten articles, of which so many have another text at one place, which only they have."""
    found = []
    for n in range(10):
        change = SlotChange(
            PLACE, (f"{PLACE}@4",), (4,), (4,), 4, 9, told(100 + n)[0], told(200 + n)[0], in_story=in_story
        )
        holds = n < changed
        found.append(Subject(str(n), (change,) if holds else (), places=frozenset([PLACE] if holds else [])))
    return found


def test_a_line_of_the_story_in_six_of_ten_articles_is_no_module() -> None:
    assert learn(SiteMemory("a.example"), subjects(6, in_story=True)).modules == {}


def test_a_line_of_the_story_in_nearly_all_is_a_module_and_a_box_in_six() -> None:
    assert len(learn(SiteMemory("a.example"), subjects(8, in_story=True)).modules) == 8
    assert len(learn(SiteMemory("a.example"), subjects(6, in_story=False)).modules) == 6


def masthead(old: str, new: str, many: int, kind: BlockKind = BlockKind.DEK) -> list[Subject]:
    """Ten articles, of which so many have another text above their first paragraph, each at its own place."""
    found = []
    for n in range(10):
        lines = [(Block(kind, text),) for text in (old, new)]
        place = f"^div.head-{'abcdefghij'[n]}>p"
        before, after = (PlacedText(blocks, (place,)) for blocks in lines)
        slots = (slot_change(place, before, after, [0], [0], in_story=False, at=0),) if n < many else ()
        found.append(Subject(str(n), slots, edited=True, places=frozenset([place] if slots else [])))
    return found


DUTY = (
    "Dziś dyżur w redakcji pełni Alicja Wrona, telefon 22 310 18 40.",
    "Na telefony czeka dziś w redakcji Robert Lipiec.",
)


def test_a_line_above_the_text_that_stands_alike_in_most_articles_leads_up_to_none() -> None:
    assert len(learn(SiteMemory("a.example"), masthead(*DUTY, 7)).modules) == 7
    assert len(learn(SiteMemory("a.example"), masthead(*DUTY, 7, BlockKind.PARAGRAPH)).modules) == 7


@pytest.mark.parametrize(
    ("old", "new", "many", "kind"),
    [
        (*DUTY, 4, BlockKind.DEK),
        ("By Anna Meier", "By our own reporter", 7, BlockKind.BYLINE),
        ("It was told by Anna Meier in Port Amber", "It was told by Anna Maier in Port Amber", 7, BlockKind.DEK),
    ],
    ids=["in four of ten", "a short byline", "a name spelled otherwise"],
)
def test_such_a_line_is_told_where_an_editor_may_change_it(old: str, new: str, many: int, kind: BlockKind) -> None:
    articles = [subject._replace(stood=True) for subject in masthead(old, new, many, kind)]
    assert learn(SiteMemory("a.example"), articles).modules == {}


def test_a_line_among_the_paragraphs_of_most_articles_is_the_same_where_a_class_names_these() -> None:
    found = []
    for n in range(8):
        place = "p" if n < 6 else "p.own"
        lines = [PlacedText((Block(BlockKind.PARAGRAPH, told(base + n)[0]),), ("p",)) for base in (100, 200)]
        change = slot_change("p", *lines, [0], [0], in_story=place == "p", at=0)
        found.append(Subject(str(n), (change,), places=frozenset([place, "p"])))
    assert len(learn(SiteMemory("a.example"), found).modules) == 8
