"""How an article writes a word: a capital in running text tells a name, a small letter a common word."""

import pytest

from newsdiff.flags.read import usage
from newsdiff.flags.read.usage import NOWHERE, Usage
from newsdiff.model import Article, Block, BlockKind


def of(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Usage:
    return Usage(Article("", blocks=tuple(Block(kind, text) for text in texts)))


def test_an_article_without_text_knows_no_word() -> None:
    for one in (NOWHERE, of(), of("It rained.")):
        assert not one.names("hope")
        assert not one.small("hope")
        assert one.before("hope") == frozenset()


@pytest.mark.parametrize(
    ("text", "names", "small"),
    [
        ("He met Hope.", True, False),
        ("He met Hope, and they lost hope.", False, True),
        ("Hope is lost.", False, False),
        ("It rained. Hope is lost.", False, False),
        ("It rained.\nHope is lost.", False, False),
        ("He had hope.", False, True),
        ("He met Hopeful.", False, False),
        ("He is unhope.", False, False),
        ("He met “Hope” there.", False, False),
        ("He said “met Hope” there.", True, False),
        ("He met Ann Hope there.", False, False),
        ("He, Hope and Ann", False, False),
        ("It is the well-hope of Rye.", False, False),
        ("See a.hope or @hope or x/hope.", False, False),
        ("HOPE rose.", False, False),
        ("we, Hope and Ann", True, False),
        ("he met HOPE.", True, False),
    ],
)
def test_capitals_behind_a_small_word_tell_a_name(text: str, names: bool, small: bool) -> None:
    assert (of(text).names("hope"), of(text).small("hope")) == (names, small)


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BYLINE])
def test_capitals_of_headlines_tell_nothing(kind: BlockKind) -> None:
    assert not of("they met Hope", kind=kind).names("hope")
    assert not of("they lost hope", kind=kind).small("hope")


def test_both_articles_are_read() -> None:
    old, new = (Article("", blocks=(Block(BlockKind.PARAGRAPH, text),)) for text in ("he met Hope", "they lost hope"))
    assert Usage(old).names("hope")
    assert not Usage(old, new).names("hope")
    assert Usage(old, new).small("hope")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He met Ann Lee and Bo Lee.", {"ann", "bo"}),
        ("He met old Lee.", set()),
        ("He met Ann lee.", set()),
        ("Lee left.", set()),
        ("He met Éva Lee.", {"éva"}),
    ],
)
def test_the_words_before_a_name(text: str, found: set[str]) -> None:
    assert of(text).before("lee") == found


def test_a_capital_that_is_longer_written_small_moves_no_place() -> None:
    assert of("he saw İİİİ and met Hope there").names("hope")


@pytest.mark.parametrize("word", ["hope", "u.s.", "習近平", "ann's"])
def test_a_text_that_was_searched_often_is_indexed_and_says_the_same(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "he met Hope of the U.S. and 習近平 and saw Ann's boat, but Hope left the US."
    plain = of(text)
    told = plain.names(word), plain.small(word), plain.before(word)
    monkeypatch.setattr(usage, "_SEARCHES", -1)
    indexed = of(text)
    assert (indexed.names(word), indexed.small(word), indexed.before(word)) == told
