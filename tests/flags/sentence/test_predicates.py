"""Another act of a kept subject is told without a list of acts; words near in sense, and other statements, are none."""

import pytest

from newsdiff.flags.sentence.acts import acts
from newsdiff.flags.sentence.predicates import replaced
from tests.kit.comparisons import pair_of
from tests.kit.sentences import words_of


def predicates(old: str, new: str) -> list[tuple[str, str]]:
    pair = pair_of(old, new)
    assert pair.old and pair.new
    sides = acts(pair.old, words_of()), acts(pair.new, words_of())
    found = replaced(pair, sides, lambda _: set())
    return [(pair.old.tokens.span(a.first, a.last), pair.new.tokens.span(b.first, b.last)) for a, b in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The council shut the old bridge in May.", "The council closed the old bridge in May."),
        ("The council shut the old bridge in May.", "The council shuts the old bridge in May."),
        ("The council shut the old bridge in May.", "The ministry shut the old bridge in May."),
        ("The council shut the old bridge in May.", "The council shut the old tower in May."),
        ("The firm will repair the old bridge in May.", "The firm will mend the old bridge in May."),
        ("The council shut the old bridge in May.", "Villagers praised the green hills near Quill in May."),
    ],
)
def test_no_other_act(old: str, new: str) -> None:
    assert predicates(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "verbs"),
    [
        ("The council sold the old bridge in May.", "The council painted the old bridge in May.", ("sold", "painted")),
        ("The farmers fed the horses near Quill.", "The farmers shot the horses near Quill.", ("fed", "shot")),
    ],
)
def test_another_act_of_the_same_subject(old: str, new: str, verbs: tuple[str, str]) -> None:
    assert predicates(old, new) == [verbs]


def test_a_verb_of_saying_is_no_act() -> None:
    pair = pair_of("The farmers fed the horses near Quill.", "The farmers shot the horses near Quill.")
    assert pair.old and pair.new
    sides = acts(pair.old, words_of()), acts(pair.new, words_of())
    assert list(replaced(pair, sides, lambda _: {2})) == []
