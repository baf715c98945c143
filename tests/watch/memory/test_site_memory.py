"""A host's memory is bounded, and what the log tells of an article's modules is read back as it was."""

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Block, BlockKind
from newsdiff.watch.memory.mask import located, own_slot
from newsdiff.watch.memory.own_slot import OwnSlot
from newsdiff.watch.memory.placed_text import PlacedText, packed, unpacked
from newsdiff.watch.memory.site_memory import MAX_SLOTS, Lesson, PageShapes, SiteMemory, decided, learned, shaped
from newsdiff.watch.state.json_codec import encode
from tests.kit.site import START

PLACES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=40)


def test_a_memory_stays_small_whatever_a_site_does() -> None:
    memory = SiteMemory("a.example")
    for n in range(400):
        lesson = Lesson(
            f"div.box-{n}>" + "section.wide>" * 30 + "p", (f"{n:08x}",), "Crown 7 for a Mark. " * 40, n % 3 == 0
        )
        memory = learned(memory, [lesson], START + timedelta(hours=n))
        spots = {f"div.s{n}>div.page-{n}-{k}": 1 for k in range(30)}
        memory = shaped(memory, PageShapes(1, spots, spots, spots, spots))
    assert len(memory.slots) == MAX_SLOTS
    assert len(json.dumps(encode(memory))) < 50_000


def test_what_the_user_said_outlives_what_was_learned() -> None:
    memory = decided(SiteMemory("a.example"), "aside.letters>p", "keep", START)
    for n in range(300):
        memory = learned(memory, [Lesson(f"div.n{n}>p", module=True)], START + timedelta(hours=n))
    assert memory.slot("aside.letters>p").decided == "keep"
    assert "aside.letters>p" in memory.kept_slots


@given(st.lists(PLACES, max_size=30))
def test_places_are_read_back(places: list[str]) -> None:
    assert unpacked(packed(places)) == tuple(places)


@given(PLACES, st.integers(1, 99))
def test_a_slot_is_read_back(place: str, many: int) -> None:
    slot = OwnSlot(place, "0123abcd", "-", many)
    assert OwnSlot.parse(str(slot)) == slot


def texts(*paragraphs: str) -> PlacedText:
    return PlacedText(tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs), ("p",) * len(paragraphs))


def test_a_module_is_found_again_when_the_paragraph_before_it_was_edited() -> None:
    old = texts("The pier of Port Amber is old.", "Nobody has counted its lamps since the flood.")
    slot = own_slot(old, 1, "p", 1)
    page = texts("The pier of Port Amber is new.", "Crown 7, Mark 9", "Nobody has counted its lamps since the flood.")
    [found] = located(page, [slot], old)
    assert (found.numbers, found.at) == ((1,), 1)
    assert located(page, [slot]) == []  # without the recorded text it may be the story


def test_a_paragraph_that_was_added_beside_a_module_is_not_taken_for_it() -> None:
    old = texts("The pier of Port Amber is old.", "Nobody has counted its lamps since the flood.")
    page = texts(old.blocks[0].text, "The mayor resigned at noon.", "Crown 7, Mark 9", old.blocks[1].text)
    assert located(page, [own_slot(old, 1, "p", 1)], old) == []
