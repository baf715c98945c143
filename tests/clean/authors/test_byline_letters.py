"""Letters above the text that stand for a writer or an agency: where they count, and where they are other words."""

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.clean.authors.byline_letters import are_letters
from newsdiff.model import BlockKind
from tests.kit.crawls import page

DATE = "12 March 2025, 10:20"


def bylines(shown: str) -> list[str]:
    blocks = cleaned_html(page("below", shown), "https://post.example/islands/ferry").article.blocks
    return [block.text for block in blocks if block.kind is BlockKind.BYLINE]


@pytest.mark.parametrize(
    "shown",
    [
        f"<p>{DATE} (CET)</p>",  # a time zone
        f"<p>{DATE} (Updated)</p>",
        f"<p>{DATE} (print)</p>",  # a word of the language
        f"<p>{DATE} | TV</p>",  # nothing says that it writes
        f"<p>Photo: AFP</p><p>{DATE}</p>",  # whose the picture is
        "<p>(KLM)</p>",  # no date beside it
        f"<p>Old Harbour (KLM), {DATE}</p>",
        f"<p>{DATE} The ferry (MS) sails on.</p>",
    ],
)
def test_letters_that_may_be_anything_are_no_byline(shown: str) -> None:
    assert bylines(shown) == []


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (f"<p><span>{DATE}</span> <span>(KNA)</span></p>", "KNA"),
        (f"<p>{DATE} (kna/ilu)</p>", "kna/ilu"),
        (f"<p>{DATE}</p><p>(KNA)</p>", "KNA"),
        (f"<p>{DATE} (<span>KNA</span>)</p>", "KNA"),
        (f"<p>Post (KNA), {DATE}</p>", "KNA"),
        (f'<div>{DATE} | <span class="author-short">ilu (with kna)</span></div>', "ilu (with kna)"),
        (f'<p class="byline">KN</p><p>{DATE}</p>', "KN"),
        (f"<p>{DATE}</p><p>Source: KNA</p>", "Source: KNA"),
    ],
)
def test_letters_beside_the_date_or_called_an_author_are_the_byline(shown: str, told: str) -> None:
    assert bylines(shown) == [told]


def test_somebodys_name_is_believed_before_letters() -> None:
    assert bylines(f"<p>{DATE} (KNA)</p><p>By Ida Lund</p>") == ["By Ida Lund"]


@pytest.mark.parametrize(
    ("text", "told"), [("KNA", True), ("ilu", True), ("Sund", False), ("GMT", False), ("and", False)]
)
def test_letters_are_no_words(text: str, told: bool) -> None:
    assert are_letters(text, "en") is told
