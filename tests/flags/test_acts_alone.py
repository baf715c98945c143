"""Acts that one side of a kept statement tells alone: a stage, an end, how some people fared, a crime more."""

import pytest

from newsdiff.flags.acts_alone import alone
from tests.kit.told_acts import told_acts


def told(old: str, new: str) -> set[tuple[str, str]]:
    """The words of the acts that are told, of the old and of the new side."""
    return set(told_acts(alone, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The firm sold the bridge.", "The firm sold the bridge."),
        ("It rained in Rye.", "It snowed in Hull."),
        ("Two men were rescued.", "Two men were rescued from the sea."),
        ("The union ended its strike.", "The union called off its strike."),
        ("567 new cases were found.", "567 new local cases were found."),
        ("The man was in jail.", "The man, 40, was in jail."),
        ("The council met the mayor.", "The council failed to meet the mayor."),
        ("He fled from trees.", "He cleared the fallen trees."),
        ("Some 200 people came.", "Nearly 200 people came."),
        ("The firm will sell the bridge.", "The firm promised to sell the bridge."),
        ("The firm pledged to sell the bridge.", "The firm promised to sell the bridge."),
    ],
)
def test_nothing_else_happened(old: str, new: str) -> None:
    assert told(old, new) == set()


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "act"),
    [
        ("Five people were rescued.", "Two people were rescued, three missing.", "missing"),
        ("The man was robbed in Rye.", "The man was raped and robbed in Rye.", "raped"),
        ("The firm sold the bridge.", "The firm is in talks to sell the bridge.", "in talks to"),
        ("The ferry sank off Rye.", "The ferry nearly sank off Rye.", "nearly"),
        ("The firm sold the bridge.", "The firm vowed to sell the bridge.", "vowed to"),
        ("The firm sold the bridge.", "The firm sought to sell the bridge.", "sought to"),
    ],
    ids=["people", "a crime", "a stage", "nearly", "a promise", "an attempt"],
)
def test_what_one_side_alone_tells(old: str, new: str, act: str, turned: bool) -> None:
    found = told(new, old) if turned else told(old, new)
    assert (act, "") in found if turned else ("", act) in found


@pytest.mark.parametrize(
    ("old", "new", "end"),
    [
        ("Police investigate the mayor.", "Police ended the investigation of the mayor.", "ended"),
        ("Police are investigating the mayor.", "Police have closed their investigation of the mayor.", "closed"),
        ("The man is in jail.", "The man was freed from jail.", "freed"),
        ("The union is on strike.", "The union has ended its strike.", "ended"),
    ],
)
def test_an_end_put_to_what_both_sides_tell(old: str, new: str, end: str) -> None:
    assert told(old, new) == {("", end)}
    assert told(new, old) == {(end, "")}
