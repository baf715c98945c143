"""A whole paragraph or sentence comes, goes or moves; what was cut from a sentence, links and notes are none."""

import pytest

from newsdiff.diff import diff
from newsdiff.flags.registry import Comparison
from newsdiff.flags.rules.whole import whole
from newsdiff.model import Article, Block, BlockKind, Flag, FlagKind, FlagSettings, Severity

RAIN, GULLS = "It rained on the quay all night.", "Nobody has seen the gulls of the northern pier since the summer."
TOLD = "The council of the town meets again to talk of the {} with its mayor."


def told(old: list[str], new: list[str], kind: BlockKind = BlockKind.PARAGRAPH) -> list[Flag]:
    sides = (Article("", language="en", blocks=tuple(Block(kind, text) for text in side)) for side in (old, new))
    return list(whole(Comparison(diff(*sides), FlagSettings())))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([], []),
        ([RAIN], [RAIN]),
        ([TOLD.format("cranes")], [TOLD.format("boats")]),
        ([RAIN], [f"{RAIN} Read more."]),
        ([RAIN], [f"{RAIN} Find out more here."]),
        ([RAIN], [f"{RAIN} Good!"]),
        ([f"{RAIN} Correction: an earlier version gave a wrong day."], [RAIN]),
        ([RAIN], [RAIN, "Correction: an earlier version of this article gave a wrong day."]),
        (
            ["Ann Lee left the hall at noon, and Bo Hale came to the pier."],
            ["Ann Lee left the hall at noon. Bo Hale came to the pier."],
        ),
    ],
    ids=["none", "same", "edited", "link", "long link", "one word", "note gone", "note came", "split"],
)
def test_quiet(old: list[str], new: list[str]) -> None:
    assert told(old, new) == []


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE])
def test_what_has_a_rule_of_its_own_is_left_to_it(kind: BlockKind) -> None:
    assert told([], [GULLS], kind) == told([GULLS], [], kind) == []


def test_a_paragraph_that_came_and_one_that_went() -> None:
    [came] = told([RAIN], [RAIN, f"{GULLS} {TOLD.format('cranes')}"])
    assert (came.kind, came.severity, came.old) == (FlagKind.ADDED, Severity.LOW, "")
    assert came.new == f"{GULLS} {TOLD.format('cranes')}"
    assert (came.old_block, came.new_block, came.reason) == (None, 1, "a whole paragraph came")
    [went] = told([RAIN, GULLS], [RAIN])
    assert (went.kind, went.severity, went.old, went.new) == (FlagKind.DELETED, Severity.MEDIUM, GULLS, "")
    assert (went.old_block, went.new_block, went.reason) == (1, None, "a whole paragraph went")


def test_a_sentence_that_came_and_one_that_went() -> None:
    [came] = told([RAIN], [f"{RAIN} {GULLS}"])
    assert (came.kind, came.new, came.new_block, came.reason) == (FlagKind.ADDED, GULLS, 0, "a whole sentence came")
    [went] = told([f"{RAIN} {GULLS}"], [RAIN])
    assert (went.kind, went.old, went.old_block, went.reason) == (FlagKind.DELETED, GULLS, 0, "a whole sentence went")


def test_a_paragraph_that_moved_and_a_sentence_that_was_carried() -> None:
    moved = told([GULLS, TOLD.format("cranes"), RAIN], [TOLD.format("cranes"), RAIN, GULLS])
    assert {flag.kind for flag in moved} == {FlagKind.MOVED}
    assert all(flag.old == flag.new and flag.severity is Severity.LOW for flag in moved)
    [carried] = set(told([f"{RAIN} {GULLS}", "Ferries run."], [RAIN, f"Ferries run. {GULLS}"]))
    assert (carried.kind, carried.old, carried.new) == (FlagKind.MOVED, GULLS, GULLS)
    assert (carried.old_block, carried.new_block) == (0, 1)
    assert carried.reason == "the sentence stands elsewhere in the text"
