"""What a quantity counts."""

import pytest

from newsdiff.flags.read.quantities import quantities
from newsdiff.flags.read.subject import counted
from tests.kit.sentences import sentence, words_of


def subjects(text: str, language: str = "en") -> list[str]:
    return [counted(q) for q in quantities(sentence(text, language), words_of(language), ())]


@pytest.mark.parametrize("text", ["It cost 12.", "Only 12 of them came.", "There were 12, boats.", "At 12 who swam?"])
def test_no_noun_follows(text: str) -> None:
    assert subjects(text) == [""]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The fire killed 12 people.", "people"),
        ("The fire hurt 12 old people badly.", "old people"),
        ("Some 12 people were hurt.", "people"),
        ("About 12 boats on the river sank.", "boats"),
        ("Gaza's 2.3 million residents fled.", "residents of Gaza"),
        ("Gaza’s 2.3 million residents fled.", "residents of Gaza"),
        ("There were 12 boats", "boats"),
    ],
)
def test_the_noun_behind_a_number(text: str, noun: str) -> None:
    assert subjects(text) == [noun]


def test_each_number_has_its_own() -> None:
    assert subjects("The fire hurt 12 people and 3 dogs.") == ["people", "dogs"]


def test_where_nouns_are_written_large_what_is_behind_one_is_no_more_of_it() -> None:
    assert subjects("Das Feuer tötete 12 Menschen gestern.", "de") == ["Menschen"]
    assert subjects("Das Feuer tötete 12 alte Menschen gestern.", "de") == ["alte Menschen"]
