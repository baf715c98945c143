"""A cheap look: whether the words around some cues are the same on both sides."""

import pytest

from newsdiff.flags.cue_windows import alike
from tests.kit.sentences import sentence


def same(old: list[str], new: list[str], *lists: str, before: int = 1, after: int = 1) -> bool:
    return alike(list(map(sentence, old)), list(map(sentence, new)), lists or ("figure",), before, after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([], []),
        (["It rained."], ["It snowed."]),
        (["Some 12 boats sank."], ["Then some 12 boats left."]),
        (["12 boats sank.", "3 cars left."], ["3 cars left.", "12 boats sank."]),
        (["12 boats sank. 3 cars left."], ["3 cars left. 12 boats sank."]),
    ],
    ids=["nothing", "no cue", "other words far off", "other order", "other order in one"],
)
def test_what_is_the_same_around_the_cues(old: list[str], new: list[str]) -> None:
    assert same(old, new, before=0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["12 boats sank."], ["14 boats sank."]),
        (["12 boats sank."], ["12 cars sank."]),
        (["Some 12 boats sank."], ["All 12 boats sank."]),
        (["12 boats sank."], ["12 boats sank.", "12 boats sank."]),
        (["12 boats sank."], []),
        (["12 boats sank."], ["12 Boats sank."]),
    ],
    ids=["the cue", "behind it", "before it", "twice", "none", "a capital"],
)
def test_what_is_not(old: list[str], new: list[str]) -> None:
    assert not same(old, new)


def test_only_the_wanted_lists_and_so_many_tokens_are_looked_at() -> None:
    old, new = ["In May 12 old boats sank."], ["In June 12 old ships sank."]
    assert same(old, new, "figure", before=0, after=1)
    assert not same(old, new, "figure", before=1, after=0)
    assert not same(old, new, "figure", before=0, after=2)
    assert not same(old, new, "calendar", before=0, after=0)
    assert same(old, new, "negators")


def test_tokens_before_the_first_are_no_matter() -> None:
    assert same(["12 boats sank."], ["12 boats left."], before=5, after=1)
