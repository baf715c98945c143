"""Sentences that went from one passage and came, a word or two changed, in another."""

import pytest

from newsdiff.flags.sentence.moves import with_moves
from newsdiff.flags.sentence.passages import Pair, Passage, Sentence
from newsdiff.model import Block, BlockKind, Hunk, Op

TOLD = "The council of the town meets again to talk of the {} with its mayor."
OLD, NEW = TOLD.format("cranes"), TOLD.format("boats")
RAIN = "Nobody has seen the gulls of the northern pier since the summer."


def sentence(text: str, at: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Sentence:
    return Sentence(text, at, kind)


def passage(*pairs: Pair) -> Passage:
    block = Block(BlockKind.PARAGRAPH, "…")
    return Passage(Hunk(Op.REPLACE, (block,), (block,), 0, 0), pairs, ())


def gone(text: str, at: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Pair:
    return Pair(sentence(text, at, kind), None)


def came(text: str, at: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Pair:
    return Pair(None, sentence(text, at, kind))


def told(passages: tuple[Passage, ...]) -> list[list[tuple[str, str]]]:
    return [[(p.old.text if p.old else "", p.new.text if p.new else "") for p in one.pairs] for one in passages]


@pytest.mark.parametrize(
    "passages",
    [
        (),
        (passage(gone(OLD)),),
        (passage(came(NEW)),),
        (passage(gone(OLD)), passage(gone(NEW))),
        (passage(gone(OLD)), passage(came(RAIN))),
        (passage(gone(OLD), came(NEW)),),
        (passage(gone("It rained here today.")), passage(came("It rained here today."))),
        (passage(gone(OLD, 0, BlockKind.HEADLINE)), passage(came(NEW))),
        (passage(gone(OLD)), passage(came(NEW, 0, BlockKind.HEADLINE))),
        (passage(Pair(sentence(OLD), sentence(RAIN))), passage(came(NEW))),
    ],
    ids=["none", "gone", "came", "gone twice", "other", "one passage", "short", "headline", "new headline", "paired"],
)
def test_what_did_not_move_stays_as_it_is(passages: tuple[Passage, ...]) -> None:
    assert with_moves(passages) == passages


@pytest.mark.parametrize("turned", [False, True])
def test_what_went_is_compared_with_what_came(turned: bool) -> None:
    from_here, to_here = passage(gone(OLD, 3), gone(RAIN, 3)), passage(came(NEW, 7))
    found = with_moves((to_here, from_here) if turned else (from_here, to_here))
    here, there = found if turned else found[::-1]
    assert told((here, there)) == [[(OLD, NEW)], [(RAIN, "")]]
    assert [tuple(c) for c in here.carried] == [(OLD, NEW, 3, 7)]
    assert there.carried == ()
    assert not here.whole and not there.whole


def test_passages_that_take_no_part_are_the_same_objects() -> None:
    idle = passage(gone(RAIN))
    found = with_moves((passage(gone(OLD)), idle, passage(came(NEW))))
    assert found[1] is idle
    assert told(found) == [[], [(RAIN, "")], [(OLD, NEW)]]


def test_the_likest_go_together_and_each_once() -> None:
    same, like, far = TOLD.format("cranes"), TOLD.format("ships"), TOLD.format("old red boats")
    found = with_moves((passage(gone(OLD), gone(far)), passage(came(like), came(same))))
    assert told(found) == [[], [(far, like), (OLD, same)]]


def test_one_that_went_is_the_likest_of_those_that_came() -> None:
    found = with_moves((passage(gone(OLD)), passage(came(TOLD.format("ships")), came(OLD))))
    assert told(found) == [[], [("", TOLD.format("ships")), (OLD, OLD)]]


def test_a_block_of_which_a_sentence_went_elsewhere_did_not_go_as_a_whole() -> None:
    block = Block(BlockKind.PARAGRAPH, f"{OLD} {RAIN}")
    here = Passage(Hunk(Op.DELETE, (block,), (), 0, 0), (gone(OLD), gone(RAIN)), ())
    assert here.whole
    found = with_moves((here, passage(came(NEW))))
    assert not found[0].whole


def test_of_equals_the_first_goes_and_the_others_stay() -> None:
    found = with_moves((passage(gone(OLD, 1), gone(OLD, 2)), passage(came(OLD, 9))))
    assert told(found) == [[(OLD, "")], [(OLD, OLD)]]
    assert [(c.old_block, c.new_block) for c in found[1].carried] == [(1, 9)]


def test_seven_of_ten_words_make_a_move() -> None:
    words = [f"word{n}" for n in range(10)]
    like, unlike = ([*words[:n], *(f"other{m}" for m in range(10 - n))] for n in (7, 6))
    for text, moved in ((like, True), (unlike, False)):
        found = with_moves((passage(gone(" ".join(words))), passage(came(" ".join(text)))))
        assert (found[1].carried != ()) is moved


def test_a_rewritten_text_is_not_looked_through() -> None:
    many = [passage(*(gone(f"{OLD} {n}") for n in range(101))), passage(*(came(f"{NEW} {n}") for n in range(100)))]
    assert with_moves(tuple(many)) == tuple(many)
