"""Sources: who says a statement, told by the sentence's build."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.flags.read.inside_quotes import opens_quotation, quoted_token
from newsdiff.flags.read.quoted_source import QuotedSource
from newsdiff.flags.read.sentence_values import SentenceValues
from newsdiff.flags.read.speech.sources import sources
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.model import BlockKind
from tests.kit.sentences import LANGUAGES, sentence, strange, words_of


def read(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> list[QuotedSource]:
    values = SentenceValues(sentence(text, language, kind), words_of(language))
    return sources(values.sentence, values.words, values.names_near)


def speakers(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """The words of each speaker; nothing for one who is unknown."""
    found = read(text, language, kind)
    return [s.sentence.tokens.span(s.agent[0], s.agent[-1]) if s.agent else "" for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Nothing happened there.",
        "He was told to pay.",
        "It rose on hopes of a deal.",
        "Then Omar Al Said came.",
        'The note read "police said no" on top.',
        "He admitted selling secrets.",
        "Two men accused of it fled.",
        "See what she told the judge.",
        "Pupils in nine US states have the flu.",
        "Who: the people of Rye.",
        "He was held over false claims he allegedly made on air.",
        "New Zealand reveals how it's made.",
        "You asked, Ann Lee answered.",
        "The show has claimed the first two awards.",
        "習近平在北京。",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The bridge is shut, police said.", "police"),
        ("The bridge is shut, said Ann Lee.", "Ann Lee"),
        ("According to the ministry, the bridge is shut.", "the ministry"),
        ("Ann Lee, the mayor, said the bridge is shut.", "Ann Lee"),
        ("On Monday the inspector said the bridge is shut.", "the inspector"),
        ("The woman who was hurt said the bridge is shut.", "The woman who was hurt"),
        ("The mayor sadly said the bridge is shut.", "The mayor"),
        ("The mayor claimed the bridge was shut.", "The mayor"),
        ("Gabler reveals why she left the bridge.", "Gabler"),
        ("“It shook,” recalls Ann Lee, 40, who lives near.", "Ann Lee"),
        ("Local media report that the bridge was unsafe.", "Local media"),
        ("Judge rules the bridge was unsafe.", "Judge"),
        ("Hedda Gabler reveals what it's like to mend a bridge.", "Hedda Gabler"),
        ("Cooper announces the bridge will close.", "Cooper"),
        ("Bridge crew say it is shut.", "Bridge crew"),
        ("New analysis finds the bridge was shut.", "New analysis"),
        ("The bridge must go, writes Ann Lee.", "Ann Lee"),
        ("Who will mend the bridge, asks Ann Lee.", "Ann Lee"),
        ("The bridge is shut. The mayor asks why nobody came.", "The mayor"),
    ],
)
def test_a_speaker_stands_before_the_verb_or_behind_it(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_behind_and_the_speaker_goes_on() -> None:
    assert speakers("The mayor said it was late and added that she was tired.") == ["The mayor", "The mayor"]


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("Bridge shut for a week - officials", BlockKind.HEADLINE, "officials"),
        ("Bridge shut for a week: report", BlockKind.HEADLINE, "report"),
        ("Mayor: Bridge shut for a week", BlockKind.HEADLINE, "Mayor"),
    ],
)
def test_a_headlines_source(text: str, kind: BlockKind, speaker: str) -> None:
    assert speakers(text, kind=kind) == [speaker]


@pytest.mark.parametrize("text", ["Bridge shut: all you need to know", "Live: the bridge is shut", "Paris: a city"])
def test_other_words_beside_a_headlines_mark_are_no_source(text: str) -> None:
    assert speakers(text, kind=BlockKind.HEADLINE) == []


def test_told_takes_who_is_told() -> None:
    (source,) = read("The mayor told the BBC it was late.")
    assert source.verb == "told"
    assert source.with_told().verb == "told the bbc"
    assert source.span == "The mayor told"
    (said,) = read("The mayor said it was late.")
    assert said.with_told() == said


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("de", "Die Brücke ist gesperrt, sagte Anna Schmidt.", "Anna Schmidt"),
        ("de", "Laut der Polizei ist die Brücke gesperrt.", "der Polizei"),
        ("fr", "Selon la police, le pont est fermé.", "la police"),
        ("es", "Según la policía, el puente está cerrado.", "la policía"),
    ],
)
def test_a_speaker_as_the_language_names_him(language: str, text: str, speaker: str) -> None:
    assert [found.partition(" ist ")[0] for found in speakers(text, language)] == [speaker]


@settings(max_examples=60)
@given(text=strange(), language=st.sampled_from(LANGUAGES))
def test_sources_stand_in_order_inside_the_sentence(text: str, language: str) -> None:
    found = read(text, language)
    assert [s.first for s in found] == sorted(s.first for s in found)
    assert all(s.span in text and s.verb for s in found)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("", []),
        ("no marks here", []),
        ('he "said no" there', ["said", "no"]),
        ("he 'said no' there", ["said", "no"]),
        ("he 'admits' paying", []),
        ('he "said no there', []),
        ("the men's vote isn't in", []),
    ],
)
def test_quoted_token(text: str, quoted: list[str]) -> None:
    tokens = Tokens(text)
    words = [i for i, word in enumerate(tokens.low) if word[0].isalpha()]
    assert [tokens.low[i] for i in words if quoted_token(tokens, i)] == quoted


def test_a_single_mark_opens_behind_a_space() -> None:
    tokens = Tokens("he 'said' it's")
    assert [i for i in range(len(tokens)) if opens_quotation(tokens, i)] == [1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor asked whether the bridge was shut.", "ask"),
        ("The mayor asked how it happened.", "ask"),
        ("The mayor asked for help.", "urge"),
    ],
)
def test_who_asks_a_question_says_something(text: str, name: str) -> None:
    assert [source.name for source in read(text)] == [name]
