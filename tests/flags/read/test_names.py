"""Proper names, told from common words by how they are used."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsdiff
from newsdiff.flags.names.title_case import title_case
from newsdiff.flags.read.names import NameReader, acronym, part, said_aside
from newsdiff.flags.read.usage import NOWHERE, Usage
from newsdiff.flags.sentence.tokens import Tokens
from newsdiff.model import BlockKind
from tests.kit.sentences import LANGUAGES, sentence, strange, words_of


def read(text: str, language: str = "en", kind: BlockKind = BlockKind.PARAGRAPH, usage: Usage = NOWHERE) -> list[str]:
    return [v.span for v in NameReader(sentence(text, language, kind), words_of(language), (), usage).all()]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "he went home",
        "Police said so.",
        "They spoke of the Deal.",
        "It was a State of Emergency.",
        "Iran-backed men and pro-Kremlin papers met.",
        "It is #Rio, at US$93m and a 4WD.",
        "Eco-warriors came.",
        "On Monday in March they met.",
        "習近平在北京。",
        "قال محمد ذلك.",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee went home.", ["Ann Lee"]),
        ("They saw Paris and Ann Lee.", ["Paris and Ann Lee"]),
        ("They saw Paris, then Ann Lee.", ["Paris", "Ann Lee"]),
        ("It is Putin's United Russia.", ["Putin's", "United Russia"]),
        ("There the White House stands.", ["White House"]),
        ("He is Ludwig van Beethoven.", ["Ludwig van Beethoven"]),
        ("He met 習近平 and Salah.", ["Salah"]),
        ("There lies Österreich.", ["Österreich"]),
    ],
)
def test_a_run_of_capitals_inside_a_sentence_is_a_name(text: str, names: list[str]) -> None:
    assert read(text) == names


def test_a_names_parts_are_its_telling_words() -> None:
    (found,) = NameReader(sentence("He is Ludwig van Beethoven of the U.N."), words_of(), ()).all()
    assert found.parts == ("ludwig", "beethoven", "UN")


def test_at_a_sentences_start_the_articles_use_tells() -> None:
    small = Usage(newsdiff.article(["They were given hope, and hope again."]))
    large = Usage(newsdiff.article(["We met the actor Hope there, and then Hope again."]))
    assert read("Hope was seen.", usage=small) == []
    assert read("Hope was seen.", usage=large) == ["Hope"]


def test_skipped_tokens_are_in_no_name() -> None:
    assert NameReader(sentence("There Ann Lee stood."), words_of(), {1, 2}).all() == []


def test_near_reads_the_names_that_hold_the_tokens() -> None:
    reader = NameReader(sentence("There Ann Lee saw the river near Paris."), words_of(), ())
    assert reader.near(()) == []
    assert [v.span for v in reader.near((7,))] == ["Paris"]
    assert [v.span for v in reader.all()] == ["Ann Lee", "Paris"]


@pytest.mark.parametrize(
    ("raw", "letters"),
    [
        ("U.N.", "UN"),
        ("UN's", "UN"),
        ("MPs", "MP"),
        ("MoD", "MOD"),
        ("Ann", ""),
        ("A", ""),
        ("", ""),
        ("the", ""),
        ("ÖVP", "ÖVP"),
        ("G7", "G7"),
        ("P&G", "PG"),
        ("AT&T's", "ATT"),
        ("AT&amp;T", "ATT"),
        ("p&g", ""),
    ],
)
def test_acronym(raw: str, letters: str) -> None:
    assert acronym(raw) == letters


def test_a_part_is_an_acronym_or_a_word_without_its_owner() -> None:
    tokens = Tokens("Gaza's U.N. ÉTAT")
    assert [part(tokens, i) for i in range(3)] == ["gaza", "UN", "ÉTAT"]


def test_what_somebody_is_by_the_way() -> None:
    assert said_aside(Tokens("Mr Paulsen, a Greenlander, has"), 4, words_of())
    assert not said_aside(Tokens("Mr Paulsen has a Greenlander there"), 4, words_of())


@pytest.mark.parametrize(
    ("text", "kind", "titled"),
    [
        ("", BlockKind.HEADLINE, False),
        ("Storm Hits Northern Coast", BlockKind.HEADLINE, True),
        ("Live updates: Storm Hits Northern Coast", BlockKind.HEADLINE, True),
        ("Storm hits northern coast", BlockKind.HEADLINE, False),
        ("Storm Hits Northern Coast", BlockKind.PARAGRAPH, True),
        ("Storm Hits Coast", BlockKind.PARAGRAPH, False),
    ],
)
def test_title_case(text: str, kind: BlockKind, titled: bool) -> None:
    assert title_case(Tokens(text), kind, words_of()) is titled


@settings(max_examples=60)
@given(
    text=strange(), language=st.sampled_from(LANGUAGES), kind=st.sampled_from((BlockKind.PARAGRAPH, BlockKind.HEADLINE))
)
def test_names_stand_in_order_and_near_finds_each(text: str, language: str, kind: BlockKind) -> None:
    one = sentence(text, language, kind)
    found = NameReader(one, words_of(language), ()).all()
    assert all(a.last < b.first for a, b in pairwise(found))
    assert all(v.parts and v in NameReader(one, words_of(language), ()).near((v.first,)) for v in found)
