"""Who wrote an article, as its page shows it."""

import json

import pytest

from newsdiff.clean import cleaned_html
from newsdiff.model import BlockKind, Cleaned, Witness
from tests.kit.crawls import page

NAMED = {"@type": "NewsArticle", "author": [{"name": "Ida Lund"}, {"name": "Sam Poe"}]}


def cleaned(below_headline: str, data: object = NAMED) -> Cleaned:
    head = f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
    return cleaned_html(page("below", below_headline).replace("</head>", head), "https://post.example/islands/ferry")


def bylines(below_headline: str, data: object = NAMED) -> list[str]:
    return [b.text for b in cleaned(below_headline, data).article.blocks if b.kind is BlockKind.BYLINE]


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
