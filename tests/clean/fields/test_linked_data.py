"""The linked data of a page: read through the usual slips, and of several articles the page's own."""

import json

import pytest
from lxml import html

from newsdiff.clean.fields.linked_data import LinkedData, text, types

STORY = {"@type": "NewsArticle", "headline": "Ferry hits pier"}


def read(*values: str) -> LinkedData:
    scripts = "".join(f"<script type='application/ld+json'>{value}</script>" for value in values)
    return LinkedData(html.fromstring(f"<html><head>{scripts}</head><body><p>x</p></body></html>"))


@pytest.mark.parametrize("written", ["", "{", "[1, 2]", '"NewsArticle"', '{"@type": "Person"}', "[" * 100_000])
def test_what_tells_of_no_article_is_passed_over(written: str) -> None:
    assert read(written).article == {}
    assert read(written, json.dumps(STORY)).article == STORY


@pytest.mark.parametrize("around", ["{}", "{};", "<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "/*<![CDATA[*/{}/*]]>*/"])
def test_the_usual_slips_are_read_through(around: str) -> None:
    slipped = json.dumps(STORY).replace("}", ",}")
    assert read(around.replace("{}", slipped)).article == STORY


@pytest.mark.parametrize("key", ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"])
def test_an_article_within_another_object_is_found(key: str) -> None:
    assert read(json.dumps({"@type": "WebPage", key: [STORY]})).article == STORY


def test_of_several_articles_the_one_with_the_pages_title_is_its_own() -> None:
    other = {"@type": "NewsArticle", "headline": "Mayor resigns"}
    more = {"@type": "NewsArticle", "datePublished": "2026-03-01"}
    data = read(json.dumps([other, STORY, more]))
    assert data.article == other
    data.choose(["FERRY HITS PIER"])
    assert data.article == STORY
    assert data.same == [STORY, more]
    data.choose(["Nothing like it"])
    assert data.article == STORY


def test_a_review_of_a_claim_stands_behind_the_article_it_is_in() -> None:
    claim = {"@type": ["ClaimReview", "Review"], "headline": "False"}
    assert read(json.dumps([claim, STORY])).article == STORY


def test_types_and_texts_are_told_bare() -> None:
    assert types({"@type": ["https://schema.org/NewsArticle", 7, "Report"]}) == ["NewsArticle", "Report"]
    assert text("Fish &amp;  chips") == "Fish & chips"
    assert text(["Fish"]) == ""
