"""Who wrote an article, as its page shows it."""

import json

import pytest
from lxml import html

from newsdiff.clean import cleaned_html
from newsdiff.clean.fields.byline import find_bylines, is_marked
from newsdiff.clean.fields.metadata import read_fields
from newsdiff.clean.fields.signatures import signature
from newsdiff.clean.page.text_blocks import Leaf, leaves
from newsdiff.model import BlockKind, Cleaned, Witness
from tests.kit.crawls import page

NAMED = {"@type": "NewsArticle", "author": [{"name": "Ida Lund"}, {"name": "Sam Poe"}]}


def cleaned(below_headline: str, data: object = NAMED) -> Cleaned:
    head = f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
    return cleaned_html(page("below", below_headline).replace("</head>", head), "https://post.example/islands/ferry")


def bylines(below_headline: str, data: object = NAMED) -> list[str]:
    return [b.text for b in cleaned(below_headline, data).article.blocks if b.kind is BlockKind.BYLINE]


def leaf(markup: str) -> Leaf:
    """The one line of text that a piece of markup holds."""
    (only,) = leaves(html.document_fromstring(f"<html><body><article>{markup}</article></body></html>"))
    return only


@pytest.mark.parametrize(
    "shown",
    [
        '<div class="credit"><img src="a.jpg">Photograph: Ida Lund</div>',
        "<figure><img src='a.jpg'><figcaption>The harbour, by Ida Lund</figcaption></figure>",
        "<p>© Ida Lund</p>",
        '<p class="author__role">Senior economics editor</p>',
        '<div class="byline">12 March 2025, 10:20</div>',
        '<div class="byline">142 views</div>',
        "<p>The council that Ida Lund has led for many years says that nothing at all will change in the harbour.</p>",
        "",
    ],
)
def test_credits_roles_dates_counters_and_sentences_are_no_byline(shown: str) -> None:
    assert bylines(shown) == []


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<a href="/x">Ida Lund</a>', ["Ida Lund"]),
        ('<div class="meta">By <a href="/x">Ida Lund</a> | 142 views</div>', ["By Ida Lund"]),
        ("<div><span>Ida Lund</span><span>Reporter</span></div>", ["Ida Lund"]),
        ("<div><span>Ida</span><span>Lund</span></div>", ["Ida Lund"]),
        ("<ul><li>IDA LUND</li><li>Sam Poe</li></ul>", ["IDA LUND", "Sam Poe"]),
        ("<p>Ida Lund</p><p>Sam Poe</p><p>Ida Lund</p>", ["Ida Lund", "Sam Poe"]),
        ("<p>Von Ida Lund, Sund</p>", ["Von Ida Lund, Sund"]),
        ("<p>Ida Lund, 12.03.2025 10:20 Uhr</p>", ["Ida Lund"]),
    ],
)
def test_a_line_is_believed_for_the_names_of_the_metadata_in_it(shown: str, told: list[str]) -> None:
    assert bylines(shown) == told


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("<p>By Ida Lund</p>", ["By Ida Lund"]),
        ('<p><a rel="author" href="/x">Ida Lund</a></p>', ["Ida Lund"]),
        ('<p><a href="/autor/ida-lund">Ida Lund</a> <span>3</span></p>', ["Ida Lund"]),
        ('<p><a href="/islands/ida-lund">Ida Lund</a></p>', []),
        ("<p>Ida Lund</p>", []),
    ],
)
def test_without_such_names_its_opening_or_its_markup_and_shape_tell_one(shown: str, told: list[str]) -> None:
    assert bylines(shown, {"@type": "NewsArticle"}) == told


def test_the_date_beside_a_name_is_a_date_and_what_goes_is_told_with_the_reason() -> None:
    found = cleaned("<p><b>Ida Lund</b><i>Reporter</i> 12 March 2025, 10:20 <span>142 views</span></p>")
    assert [b.text for b in found.article.blocks if b.kind is BlockKind.DATE] == ["12 March 2025, 10:20"]
    assert {(r.text, r.reason) for r in found.removed} >= {("Reporter", "role"), ("142 views", "counter")}
    assert Witness("byline", "Ida Lund", "a name of the metadata", True) in found.witnesses


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>(Redaktion: Ida Lund)</p>", "(Redaktion: Ida Lund)"),
        ("<p>Post / AFP</p>", "Post / AFP"),
        ("<p>（記者：李強 王偉）</p>", "（記者：李強 王偉）"),
        ("<p>Radio News, 15.4.2024, 10:05; post/hosb;kes</p>", "post/hosb;kes"),
        ("<p>ssi, dan; Foto: Ida Lund</p>", "ssi, dan"),
    ],
)
def test_a_signature_has_brackets_or_slashes(markup: str, text: str) -> None:
    read = signature(leaf(markup))
    assert read is not None
    assert (read.text, read.dates, read.source) == (text, (), "the last line of the text")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>(Ida Lund)</p>",
        "<p>He said so / she did.</p>",
        "<p>12 / 14</p>",
        "<h2>Post / AFP</h2>",
        "<ul><li>Post / AFP</li></ul>",
        "<p><a href=/x>Post / AFP</a></p>",
        "<p>One two three four / five</p>",
        "<p>tea; milk</p>",
        "<p>at the pier; in the hall</p>",
    ],
)
def test_other_last_lines_are_no_signature(markup: str) -> None:
    assert signature(leaf(markup)) is None


@pytest.mark.parametrize(
    ("markup", "marked"),
    [
        ("<p>Ida Lund</p>", False),
        ("<p class=byline>Ida Lund</p>", True),
        ("<p><a href=/authors/ida-lund>Ida Lund</a></p>", True),
        ("<p><span itemprop=author>Ida Lund</span></p>", True),
        ("<p><a rel=author href=/x>Ida Lund</a></p>", True),
        ("<p><a href=/authority/x>Ida Lund</a></p>", False),
    ],
)
def test_markup_names_an_author(markup: str, marked: bool) -> None:
    assert is_marked(leaf(markup)) is marked


def test_no_zones_have_no_byline() -> None:
    fields = read_fields(html.document_fromstring("<html><body><p>x</p></body></html>"), "")
    assert find_bylines([], [range(0), range(0)], 0, fields) == {}
