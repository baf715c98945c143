"""People of the other sex: other words for the same are quiet."""

import pytest

from newsdiff.flags.persons.sexes import of_other_sex, other_sexes
from tests.kit.comparisons import pair_of
from tests.kit.sentences import words_of


@pytest.mark.parametrize(
    ("a", "b"), [("boy", "man"), ("son", "brother"), ("human", "woman"), ("boy", "goalkeeper"), ("pens", "pencils")]
)
def test_no_other_sex(a: str, b: str) -> None:
    assert not of_other_sex(a, b, words_of())


@pytest.mark.parametrize(
    ("a", "b"), [("boy", "girl"), ("woman", "man"), ("grandson", "granddaughter"), ("stepmother", "stepfather")]
)
def test_the_other_sex(a: str, b: str) -> None:
    assert of_other_sex(a, b, words_of())


def test_each_word_has_the_one_that_stands_in_its_place() -> None:
    pair = pair_of("The son of a judge met two women.", "The daughter of a judge met two men.")
    assert pair.old and pair.new
    told = [(pair.old.tokens.low[i], pair.new.tokens.low[j]) for i, j in other_sexes(pair, words_of())]
    assert told == [("son", "daughter"), ("women", "men")]
    kept = pair_of("The son of a judge met two women.", "The son of a lawyer met two women.")
    assert list(other_sexes(kept, words_of())) == []
