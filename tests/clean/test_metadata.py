"""What a page says of itself."""

import json
from typing import Any

import pytest

from newsdiff.clean import clean_html, cleaned_html
from newsdiff.errors import CleanError
from newsdiff.model import Article
from tests.kit.crawls import page


def told(head: str, url: str = "https://post.example/islands/ferry") -> Article:
    return clean_html(page().replace("</head>", head + "</head>"), url)


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_a_page_that_says_nothing_gives_nothing() -> None:
    article = told("")
    assert (article.published, article.modified, article.section, article.free, article.live) == (
        None,
        None,
        None,
        None,
        False,
    )


@pytest.mark.parametrize("value", ["yesterday", "12 March 2025", "2025", "", 7, None])
def test_what_is_no_iso_date_is_no_fact(value: Any) -> None:
    assert told(ld({"@type": "NewsArticle", "datePublished": value})).published is None


def test_linked_data_are_read_wherever_they_nest() -> None:
    node = {
        "@type": ["Thing", "NewsArticle"],
        "datePublished": "2025-03-12T08:00:00Z",
        "dateModified": "2025-03-13",
        "articleSection": ["Islands", "News"],
        "isAccessibleForFree": "False",
    }
    article = told(ld({"@graph": [{"@type": "Organization"}, node]}))
    assert (article.published, article.modified) == ("2025-03-12T08:00:00Z", "2025-03-13")
    assert (article.section, article.free, article.language) == ("Islands", False, "en")


def test_broken_linked_data_are_passed_over_and_meta_elements_read() -> None:
    head = '<script type="application/ld+json">{"@type": </script>'
    head += '<meta property="article:published_time" content="2025-03-12">'
    assert told(head).published == "2025-03-12"


def test_a_live_blog_is_told() -> None:
    assert told(ld({"@type": "LiveBlogPosting"})).live


def test_a_shown_date_is_a_guess_and_no_fact() -> None:
    article = clean_html(page("below", "<p>Wednesday, March 12, 2025</p>"), "https://post.example/a")
    assert (article.published, article.published_guess) == (None, "Wednesday, March 12, 2025")


@pytest.mark.parametrize(
    ("href", "believed"),
    [
        ("https://post.example/islands/ferry-2", True),
        ("/islands/ferry-2", True),
        ("https://www.post.example/islands/ferry", True),
        ("https://other.example/islands/ferry", False),
        ("https://post.example/", False),
        ("javascript:alert(1)", False),
        ("http://[broken", False),
    ],
)
def test_a_canonical_url_is_believed_on_its_own_site_only(href: str, believed: bool) -> None:
    head = f'<link rel="canonical" href="{href}">'
    cleaned = cleaned_html(page().replace("</head>", head + "</head>"), "https://post.example/islands/ferry")
    assert (cleaned.canonical is not None) == believed


@pytest.mark.parametrize(
    "body", [b"", b"  ", b"<html></html>", b"<html><body><script>x</script></body></html>", b"\x00\x00"]
)
def test_a_page_without_text_is_an_error(body: bytes) -> None:
    with pytest.raises(CleanError):
        clean_html(body)
