"""A line of the story in most articles may be an editor's; a box in most is a module."""

from newsdiff.watch.memory.changes import SlotChange
from newsdiff.watch.memory.learning import Subject, learn
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
