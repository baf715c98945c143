"""A source: its verb, its speaker, and who is told."""

import pytest

from newsdiff.flags.read.quoted_source import QuotedSource
from tests.kit.sentences import sentence


def source(text: str, verb: str, speaker: str = "") -> QuotedSource:
    """A source of a text in which both stand in one piece each."""
    one = sentence(text)

    def places(words: str) -> range:
        low = words.lower().split()
        first = next(i for i in range(len(one.tokens)) if one.tokens.low[i : i + len(low)] == low)
        return range(first, first + len(low))

    at = places(verb)
    return QuotedSource(one, at[0], at[-1], "say", places(speaker) if speaker else range(0))


@pytest.mark.parametrize(
    ("text", "verb", "speaker", "span"),
    [
        ("The mayor said so.", "said", "the mayor", "The mayor said"),
        ("So it was, said the mayor of Rye.", "said", "the mayor of rye", "said the mayor of Rye"),
        ("It was so, according to aides.", "according to", "aides", "according to aides"),
        ("It was said so.", "said", "", "said"),
        ("The mayor, who left, said so.", "said", "the mayor", "The mayor, who left, said"),
    ],
)
def test_a_source_is_quoted_with_its_speaker(text: str, verb: str, speaker: str, span: str) -> None:
    found = source(text, verb, speaker)
    assert (found.span, found.verb, found.speaker) == (span, verb, speaker.split())


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("The mayor told the BBC that it rained.", "told", "told the BBC"),
        ("The mayor told Ann Lee that it rained.", "told", "told Ann Lee"),
        ("The mayor told reporters that it rained.", "told", "told"),
        ("The mayor told, Ann said.", "told", "told"),
        ("The mayor told the old men of Rye so.", "told", "told"),
        ("The mayor told", "told", "told"),
        ("The mayor told the Rye Courier", "told", "told the Rye Courier"),
    ],
)
def test_who_is_told_is_part_of_the_verb(text: str, verb: str, told: str) -> None:
    found = source(text, verb).with_told()
    assert found.sentence.tokens.span(found.first, found.last) == told
