"""Places told by their people: another place, and a name that only looks like a people, are none."""

import pytest

from newsdiff.flags.persons.peoples import beginnings, told_by_people
from newsdiff.flags.read.value import Value
from tests.kit.sentences import sentence, words_of


def name_in(text: str, word: str) -> Value:
    one = sentence(text)
    at = one.tokens.raw.index(word)
    return Value(one, at, at, (word.lower(),))


@pytest.mark.parametrize(
    ("old", "span", "new"),
    [
        ("The road to Silesia is shut.", "Silesia", "The Kenyan road is shut."),
        ("The prize went to Julia.", "Julia", "The prize went to Julian."),
        ("We heard Julian.", "Julian", "Julia says no."),
        ("The road to Rye is shut.", "Rye", "The road to Ryan is shut."),
    ],
)
def test_other_names(old: str, span: str, new: str) -> None:
    assert not told_by_people(name_in(old, span), (sentence(new),))


@pytest.mark.parametrize(
    ("old", "span", "new"),
    [
        ("The road to Galicia is shut.", "Galicia", "The Galician road is shut."),
        ("A choir from Kerala sang.", "Kerala", "A Keralan choir sang."),
        ("We saw a Norman farmer.", "Norman", "We saw a farmer from Normandy."),
    ],
)
def test_a_place_and_its_people(old: str, span: str, new: str) -> None:
    assert told_by_people(name_in(old, span), (sentence(new),))


def test_peoples_begin_as_their_places_do() -> None:
    assert beginnings(("norwegian", "dutch", "bridge"), words_of()) == {"norw", "dutc", "neth"}
