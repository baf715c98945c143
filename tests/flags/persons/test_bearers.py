"""Whether an act that people bear is told of people: what is told of a thing, is a figure of speech."""

import pytest

from newsdiff.flags.persons.bearers import is_figurative, of_a_thing
from tests.kit.sentences import sentence, words_of


def figures(text: str) -> set[str]:
    """The words of a sentence whose acts are but figures of speech."""
    told, words = sentence(text), words_of()
    return {told.tokens.span(a.first, a.last) for a in told.acts if is_figurative(a, told, words)}


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested a baker in Rye.",
        "Police arrested 12 in Rye.",
        "A baker was arrested in Rye.",
        "Baker arrested in Rye.",
        "The storm killed two horses.",
        "The storm killed dozens in Rye.",
        "The storm killed him.",
        "Hartmann sacked Lowell on Monday.",
        "The firm sacked half its staff.",
        "A baker, 42, was convicted in Rye.",
        "The arrested men were from Rye.",
        "The court charges a baker with theft.",
    ],
)
def test_acts_of_people_are_no_figures(text: str) -> None:
    assert figures(text) == set()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The club arrested a slide down the table.", "arrested"),
        ("The slide was arrested by a late goal.", "arrested"),
        ("Rain killed hopes of a result.", "killed"),
        ("Hopes of a late result were killed by rain.", "killed"),
        ("The band killed the lights.", "killed"),
        ("A perfectly executed plan brought the third goal.", "executed"),
        ("The lamp charges in an hour.", "charges"),
        ("The captain fires up the choir.", "fires"),
    ],
)
def test_acts_of_things_are(text: str, word: str) -> None:
    assert word in figures(text)


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("The farmers fed the horses.", "fed", False),
        ("The farmers mended the old bridge.", "mended", True),
        ("The old bridge was mended.", "mended", True),
        ("They said that it had mended.", "mended", False),
        ("Because of that mended.", "mended", False),
        ("Mended.", "mended", False),
    ],
)
def test_what_bears_a_verb(text: str, verb: str, wanted: bool) -> None:
    told = sentence(text)
    assert of_a_thing(told, told.tokens.low.index(verb), words_of()) is wanted
