"""The words of who says something, and whether they can be a speaker."""

import pytest

from newsdiff.flags.read.speech.speakers import SpeakerReader
from newsdiff.flags.sentence.tokens import Tokens
from tests.kit.sentences import words_of


def speakers(text: str, language: str = "en") -> SpeakerReader:
    return SpeakerReader(Tokens(text), words_of(language))


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("said", 0, ""),
        ("while said", 1, ""),
        ("The pier is gone, saying so", 5, ""),
        ("The mayor of Rye said", 4, "The mayor of Rye"),
        ("On Monday the mayor said", 4, "the mayor"),
        ("The pier is gone, said Ann Lee on Monday", 5, "Ann Lee"),
        ("The pier is gone, writes Ann Lee.", 5, "Ann Lee"),
        ("Ann Lee, the mayor, said", 6, "Ann Lee"),
        ("The man who was hurt said", 5, "The man who was hurt"),
    ],
)
def test_the_speaker_of_a_verb(text: str, verb: int, speaker: str) -> None:
    found = speakers(text)
    agent = found.of_verb(verb, verb)
    assert (found.tokens.span(agent[0], agent[-1]) if agent else "") == speaker


@pytest.mark.parametrize(
    ("text", "verb", "speaks"),
    [
        ("it", "shows", False),
        ("the piers", "reveals", False),
        ("a cellist's diary", "reveals", False),
        ("a pier", "said", True),
        ("the council", "reveals", True),
        ("New Zealand", "reveals", False),
        ("Apple Watch", "reveals", False),
        ("Manuel Neuer", "reveals", True),
        ("Trump", "announces", True),
        ("Research", "finds", True),
        ("the woman", "shows", True),
        ("Zelensky", "claims", True),
    ],
)
def test_who_can_speak(text: str, verb: str, speaks: bool) -> None:
    found = speakers(text)
    assert found.speaks(range(len(found.tokens)), verb) is speaks


def test_the_subject_of_the_first_verb_speaks_behind_a_but() -> None:
    assert list(speakers("The firm would not comment but said").subject(6)) == [0, 1]


@pytest.mark.parametrize(
    ("text", "verb", "plural"),
    [
        ("the mast", "say", False),
        ("the crew", "claim", False),
        ("the crew", "say", True),
        ("the mayors", "claim", True),
        ("police", "claim", True),
    ],
)
def test_a_verb_of_the_plural(text: str, verb: str, plural: bool) -> None:
    found = speakers(text)
    assert found.plural(range(len(found.tokens)), verb) is plural
