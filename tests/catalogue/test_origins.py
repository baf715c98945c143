"""Which revision brought each word."""

from hypothesis import given
from hypothesis import strategies as st

from newsdiff import diff
from newsdiff.catalogue.origins import Origins, Segment, origins
from newsdiff.document import article
from newsdiff.model import Article

FIRE = "The fire killed 12 people on Monday."
RAIN = "It rained all day long in the port of Amber."
SAID = "Former Mayor Ada Lind said so at noon."


def text(*paragraphs: str) -> Article:
    return article(paragraphs)


def brought(found: Origins, number: int) -> list[str]:
    """The words that a text brought and that still stand."""
    return [s.text.strip() for b in found.blocks for s in b.segments if s.origin == number and s.text.strip()]


def test_one_text_brought_every_word() -> None:
    found = origins([text(FIRE, RAIN)])
    assert [b.segments for b in found.blocks] == [(Segment(FIRE, 0),), (Segment(RAIN, 0),)]
    assert found.gone == ()


def test_what_stays_keeps_its_origin() -> None:
    found = origins([text(FIRE, RAIN)] * 3)
    assert brought(found, 1) == brought(found, 2) == []


def test_marks_of_another_style_bring_nothing() -> None:
    found = origins([text('He said "no" to it.', RAIN), text("He said “no” to it.", RAIN)])
    assert brought(found, 1) == []
    assert found.gone == ()


def test_a_changed_word_is_the_newer_texts() -> None:
    found = origins([text(FIRE, RAIN), text(FIRE.replace("12", "14"), RAIN)])
    assert brought(found, 1) == ["14"]
    assert [(g.text, g.origin, g.gone) for g in found.gone] == [("12", 0, 1)]


def test_a_paragraph_that_moved_keeps_its_origin() -> None:
    found = origins([text(FIRE, SAID, RAIN), text(RAIN, FIRE, SAID), text(RAIN, SAID, FIRE)])
    assert brought(found, 1) == brought(found, 2) == []


def test_a_word_that_came_back_says_so() -> None:
    found = origins([text(SAID, RAIN), text(SAID.removeprefix("Former "), RAIN), text(SAID, RAIN)])
    [back] = [s for b in found.blocks for s in b.segments if s.back is not None]
    assert (back.text.strip(), back.origin, back.back) == ("Former", 0, 2)


def test_a_short_word_that_stands_anywhere_does_not_come_back() -> None:
    found = origins([text("He is at home.", RAIN), text("He is home.", RAIN), text("He is at home.", RAIN)])
    assert all(s.back is None for b in found.blocks for s in b.segments)


def test_what_went_is_told_in_its_order() -> None:
    found = origins([text(FIRE, SAID, RAIN), text(FIRE, RAIN), text(RAIN)])
    assert [(g.text, g.gone) for g in found.gone] == [(SAID, 1), (FIRE, 2)]


_PARAGRAPHS = st.lists(st.sampled_from([FIRE, RAIN, SAID, "Éva — 14 % ...", "死者は十二人。", "no no no"]), max_size=5)


@given(st.lists(_PARAGRAPHS, min_size=1, max_size=5))
def test_the_segments_joined_are_the_last_text(texts: list[list[str]]) -> None:
    articles = [text(*paragraphs) for paragraphs in texts]
    found = origins(articles)
    assert ["".join(s.text for s in b.segments) for b in found.blocks] == [b.text for b in articles[-1].blocks]
    assert all(0 <= s.origin < len(texts) for b in found.blocks for s in b.segments)
    assert all(g.origin < g.gone < len(texts) for g in found.gone)


def test_hunks_that_are_known_already_give_the_same_origins() -> None:
    texts = [
        article([f"The ferry leaves at {n} on {day}."])
        for n, day in (("noon", "Monday"), ("dawn", "Monday"), ("dawn", "Tuesday"))
    ]
    known = {n: diff.diff(texts[n - 1], texts[n]).hunks for n in (1, 2)}
    assert origins(texts, known) == origins(texts)
    assert origins(texts, {2: known[2]}) == origins(texts)
