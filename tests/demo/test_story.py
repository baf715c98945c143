"""The demo's story: each state says what was done to it, and the cleaner reads the paragraphs out of its page."""

import pytest

import newsdiff
from newsdiff.clean import cleaned_html
from newsdiff.demo.story import HEADLINE, Edition, page, states
from newsdiff.model import BlockKind, Disclosed

STATES = states()


def article(state: Edition):
    return cleaned_html(page(state).encode(), "https://courier.example/x").article


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.what)
def test_the_page_of_a_state_is_read_back(state: Edition) -> None:
    found = article(state)
    assert found.headline == HEADLINE
    texts = [b.text for b in found.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.CORRECTION)]
    assert texts == list(state.paragraphs)
    assert "READ MORE" not in found.text
    assert "comments" not in found.text


def test_every_state_differs_from_the_one_before_in_text_or_in_noise() -> None:
    assert len({(state.paragraphs, state.noise) for state in STATES}) == len(STATES)
    assert len({state.what for state in STATES}) == len(STATES)


def kinds(number: int) -> set[str]:
    report = newsdiff.compare(article(STATES[number - 1]), article(STATES[number]))
    return {str(flag.kind) for flag in report.flags}


def test_each_edit_is_flagged_as_what_the_story_says_that_it_is() -> None:
    assert {"title", "date"} <= kinds(1)
    assert {"number", "quote"} <= kinds(2)
    assert "moved" in kinds(3)
    assert kinds(4) == set()  # only the page around the story changes
    assert "correction" in kinds(5)


def test_the_last_edit_tells_its_readers() -> None:
    report = newsdiff.compare(article(STATES[4]), article(STATES[5]))
    assert report.disclosed is Disclosed.NOTE
