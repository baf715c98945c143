"""Phrases at points of scales, found by the lemmas of their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.language.scales import Point, Scales, points
from tests.kit.sentences import words_of

TEXT = """# harm, by degree
harm 0 hurt: injure, wound, shoot
harm 1 killed: kill, shoot dead
harm - died~: lose * life
fire - out: put out
call: protester, demonstrator
rioter
"""
senses = words_of().senses
assert senses is not None
SENSES = senses


@pytest.fixture(scope="module")
def scales() -> Scales:
    return Scales(TEXT.encode, SENSES)


def told(scales: Scales, text: str) -> list[tuple[str, str]]:
    """The words of each phrase, and the point that it stands at."""
    low = text.split()
    return [(" ".join(low[p.first : p.last + 1]), p.point.name) for p in scales.all(low, frozenset())]


@pytest.mark.parametrize("text", ["", "the river rose", "# harm", "harm", "he put it there", "習近平", "dead"])
def test_other_words_stand_on_no_scale(scales: Scales, text: str) -> None:
    assert told(scales, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two were injured there", [("injured", "hurt")]),
        ("it wounds him", [("wounds", "hurt")]),
        ("he was shot there", [("shot", "hurt")]),
        ("he was shot dead", [("shot dead", "killed")]),  # the longer one alone
        ("he lost his young life", [("lost his young life", "died")]),
        ("he lost one two three four life", []),  # too far
        ("he put the fire out", [("put the fire out", "out")]),
        ("she put him out of the house", []),
        ("a protester and a rioter", [("protester", "call"), ("rioter", "rioter")]),
    ],
)
def test_phrases_are_found_by_their_lemmas(scales: Scales, text: str, found: list[tuple[str, str]]) -> None:
    assert told(scales, text) == found


def test_idle_words_and_other_scales_are_left_out(scales: Scales) -> None:
    low = ["injured", "protesters"]
    assert [p.point.scale for p in scales.all(low, frozenset())] == ["harm", "-"]
    assert [p.first for p in scales.all(low, {"injured"})] == [1]
    assert [p.first for p in scales.all(low, frozenset(), {"harm"})] == [0]
    assert [p.point.name for p in scales.at(low, 0)] == ["hurt"]


def test_a_list_that_is_asked_often_is_cut_and_tells_the_same(scales: Scales) -> None:
    asked = Scales(TEXT.encode, SENSES)
    for n in range(500):
        assert asked.at([f"word{n}"], 0) == []
    for text in (
        "he lost his young life",
        "he put the fire out",
        "a protester was shot dead",
        "the river rose",
        "# harm",
    ):
        assert told(asked, text) == told(scales, text), text
    assert [asked.mentions(word) for word in ("injuring", "life", "lif", "river")] == [True, True, False, False]


@pytest.mark.parametrize(("word", "told"), [("injuring", True), ("life", True), ("lif", False), ("river", False)])
def test_a_word_of_a_phrase_is_mentioned(scales: Scales, word: str, told: bool) -> None:
    assert scales.mentions(word) is told


def test_the_lines_of_a_text_are_its_points() -> None:
    found = list(points(TEXT))
    assert found[0] == (Point("harm", 0, "hurt"), "injure")
    assert (Point("harm", -1, "died", vague=True), "lose * life") in found
    assert found[-1] == (Point("-", -1, "rioter"), "rioter")
    assert list(points("\n# nothing\n")) == []


@given(
    st.lists(
        st.sampled_from(("he", "lost", "his", "life", "shot", "dead", "put", "out", "of", "the", "fire")), max_size=9
    )
)
def test_a_phrase_stands_inside_its_sentence(low: list[str]) -> None:
    found = Scales(TEXT.encode, SENSES).all(low, frozenset())
    assert all(0 <= p.first <= p.last < len(low) for p in found)
    assert len(set(found)) == len(found)
