"""Blocks, articles, signs: what they say of themselves."""

import pickle

import pytest

from newsdiff.model import Article, Block, BlockKind, Cleaned, Sign, SignKind, SignPlace
from newsdiff.model.article import brief


@pytest.mark.parametrize(
    ("text", "characters", "shown"),
    [
        ("", 40, "''"),
        ("four", 4, "'four'"),
        ("fives", 4, "'fiv…'"),
        ("習近平在北京", 4, "'習近平…'"),
        ("it's", 40, '"it\'s"'),
        ("a\nb", 40, "'a\\nb'"),
    ],
)
def test_a_text_is_cut_to_be_seen_at_a_glance(text: str, characters: int, shown: str) -> None:
    assert brief(text, characters) == shown


def test_an_empty_article_has_no_headline_and_no_text() -> None:
    empty = Article("")
    assert (empty.headline, empty.text, empty.blocks, empty.live, empty.free) == ("", "", (), False, None)
    assert repr(empty) == "<Article '', 0 blocks>"


def test_the_first_headline_is_the_articles() -> None:
    blocks = (
        Block(BlockKind.PARAGRAPH, "Before."),
        Block(BlockKind.HEADLINE, "One"),
        Block(BlockKind.HEADLINE, "Two"),
    )
    article = Article("https://post.example/a", blocks=blocks)
    assert article.headline == "One"
    assert article.text == "Before.\nOne\nTwo"
    assert repr(article) == "<Article 'One', 3 blocks, https://post.example/a>"
    assert repr(Article("", blocks=blocks[:1])) == "<Article 'Before.', 1 block>"


def test_a_block_shows_its_kind_and_its_beginning() -> None:
    assert repr(Block(BlockKind.LIST_ITEM, "x" * 50)) == f"<Block list_item '{'x' * 39}…'>"


@pytest.mark.parametrize(
    ("sign", "key"),
    [
        (Sign(SignKind.PAY, SignPlace.END, "subscribe now"), "paywall"),
        (Sign(SignKind.PAY, SignPlace.ELSEWHERE), "asks to pay"),
        (Sign(SignKind.PAY), "wall: a pay wall"),
        (Sign(SignKind.CONSENT, SignPlace.BESIDE, "we use cookies"), "wall: a consent wall: we use cookies"),
        (Sign(SignKind.CUT), "wall: a page that breaks off"),
    ],
)
def test_a_sign_has_a_name_in_the_log(sign: Sign, key: str) -> None:
    assert sign.key == key


def test_signs_of_other_kinds_have_other_names() -> None:
    assert len({Sign(kind).key for kind in SignKind}) == len(SignKind)


def test_values_are_frozen_equal_by_their_parts_and_go_through_a_pipe() -> None:
    cleaned = Cleaned(Article("https://post.example/a", blocks=(Block(BlockKind.QUOTE, "«Да»"),)), places=("p",))
    assert pickle.loads(pickle.dumps(cleaned)) == cleaned
    with pytest.raises(AttributeError):
        cleaned.article.url = ""  # type: ignore[misc]
