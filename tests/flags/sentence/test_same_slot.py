"""Whether two acts fill one slot of a statement: one subject, one noun, or the same thing done to."""

import pytest

from newsdiff.flags.sentence.acts import Act, acts, changed_acts
from newsdiff.flags.sentence.passages import Pair
from newsdiff.flags.sentence.same_slot import same_slot, turned_voice
from tests.kit.comparisons import pair_of
from tests.kit.sentences import words_of


def both(old: str, new: str, scale: str, language: str = "en") -> tuple[Pair, list[list[Act]]]:
    """The changed acts of a scale on both sides of two sentences."""
    pair = pair_of(old, new, language)
    sides = []
    for side, one in enumerate((pair.old, pair.new)):
        assert one
        places = [p for p in acts(one, words_of(language)) if p.point.scale == scale]
        sides.append(changed_acts(pair, places, side))
    return pair, sides


def slots(old: str, new: str, scale: str = "casualty") -> list[bool]:
    pair, (gone, came) = both(old, new, scale)
    return [same_slot(a, b, pair) for a in gone for b in came if a.region == b.region]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Two sailors were hurt.", "Two sailors were killed."),
        ("Two sailors were hurt.", "Two sailors have been killed."),
        ("The man was badly hurt in Rye.", "The man was killed in Rye."),
        ("In Rye Lee was hurt.", "In Rye Hale was killed."),
        ("Sailors in the port hurt.", "Soldiers in the port killed."),
    ],
    ids=["alone", "auxiliaries", "how", "other names", "people"],
)
def test_the_same_subject(old: str, new: str) -> None:
    assert slots(old, new) == [True]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The storm that sank the ferry hurt a horse.", "The storm that broke the pier killed a horse."),
        ("The old boat and the masts were hurt.", "The red pier and the nets were killed."),
    ],
)
def test_another_subject(old: str, new: str) -> None:
    assert True not in slots(old, new)


def turned(old: str, new: str, scale: str) -> list[tuple[str, str]]:
    pair, (gone, came) = both(old, new, scale)
    assert pair.old and pair.new
    return [
        (pair.old.tokens.span(*a.place[:2]), pair.new.tokens.span(*b.place[:2]))
        for a, b in turned_voice(gone, came, pair)
    ]


@pytest.mark.parametrize(
    ("old", "new", "scale"),
    [
        ("Prices rose in May.", "Prices rose in June.", "direction"),
        ("The storm hurt the sailors.", "The horses were killed by the storm.", "casualty"),
        ("The storm hurt the sailors.", "The storm hurt the horses.", "casualty"),
    ],
    ids=["no act changed", "other things", "one act"],
)
def test_what_is_done_to_other_things_is_not_turned(old: str, new: str, scale: str) -> None:
    assert turned(old, new, scale) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The storm hurt the sailors.", "The sailors were killed by the storm."),
        ("The storm hurt two old sailors.", "Two old sailors have been killed."),
        ("The sailors were hurt by the storm.", "The storm killed the sailors."),
    ],
)
def test_what_is_done_to_the_same_thing_in_the_passive(old: str, new: str) -> None:
    assert turned(old, new, "casualty") == [("hurt", "killed")]


def test_a_clause_of_its_own_has_a_subject_of_its_own() -> None:
    assert turned("The storm hurt the sailors.", "The sailors slept, boats were killed by the storm.", "casualty") == []
