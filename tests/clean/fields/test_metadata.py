"""What a page says of itself."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from newsdiff.clean import clean_html, cleaned_html
from newsdiff.clean.fields.metadata import _IN_SCRIPTS, Fields, _named_in, read_fields
from newsdiff.errors import CleanError
from newsdiff.model import Article, Witness
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


@pytest.mark.parametrize("value", ["yesterday", "12 March", "03/04/2025", "2025", "", 7, None, True, ["2025"]])
def test_what_is_no_date_beyond_doubt_is_no_fact(value: Any) -> None:
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


def test_the_page_s_own_article_is_told_from_others_that_it_describes() -> None:
    other = {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2025-01-01", "author": "Sam Poe"}
    own = {"@type": "NewsArticle", "headline": "The ferry", "datePublished": "2025-03-12"}
    assert told('<meta property="og:title" content="The ferry">' + ld([other, own])).published == "2025-03-12"


def test_slips_round_the_linked_data_are_mended() -> None:
    written = '<!-- {"@type": "NewsArticle", "datePublished": "2025-03-12T08:00:00Z",} -->;'
    assert told(f'<script type="application/ld+json">{written}</script>').published == "2025-03-12T08:00:00Z"


def test_a_day_that_more_kinds_of_witness_name_wins_and_a_time_of_that_day_beats_the_day_alone() -> None:
    head = ld({"@type": "NewsArticle", "datePublished": "2025-03-14"})
    head += (
        '<meta property="article:published:time" content="2025-03-12"><meta name="date" content="2025-03-12T08:00Z">'
    )
    assert told(head).published == "2025-03-14"
    cleaned = cleaned_html(
        page().replace("</head>", head + "</head>"), "https://post.example/2025/03/12/islands/ferry-stays"
    )
    assert cleaned.article.published == "2025-03-12T08:00Z"
    assert cleaned.witnesses == (
        Witness("published", "2025-03-14", "JSON-LD datePublished", False),
        Witness("published", "2025-03-12", "meta article:published:time", False),
        Witness("published", "2025-03-12T08:00Z", "meta date", True),
    )


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


def fields(head: str, url: str = "https://post.example/islands/ferry", *, html: str = "<html>") -> Fields:
    return read_fields(document_fromstring(f"{html}<head>{head}</head><body><p>x</p></body></html>"), url)


def test_a_bare_page_has_no_facts() -> None:
    bare = fields("", "")
    assert (bare.published, bare.modified, bare.language, bare.section, bare.canonical, bare.free) == (None,) * 6
    assert (bare.titles, bare.descriptions, bare.authors, bare.publishers) == ((), (), (), ())
    assert (bare.host, bare.live, bare.body) == ("", False, "")


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ("<html lang=en-GB>", "", "en"),
        ("<html lang=' DE '>", "", "de"),
        ("<html lang=english>", "", None),
        ("<html>", '<meta property="og:locale" content="pt_BR">', "pt"),
        ("<html>", '<meta http-equiv="Content-Language" content="fr">', "fr"),
        ("<html lang=''>", ld({"@type": "NewsArticle", "inLanguage": "es-MX"}), "es"),
    ],
)
def test_the_primary_subtag_of_the_language(html: str, head: str, language: str | None) -> None:
    assert fields(head, html=html).language == language


def test_authors_are_told_whole_and_one_by_one() -> None:
    assert fields('<meta name="author" content="By Ida Lund and Sam Poe">').authors == (
        "Ida Lund and Sam Poe",
        "Ida Lund",
        "Sam Poe",
    )
    assert fields('<meta name="author" content="https://post.example/ida">').authors == ()
    assert fields('<meta name="author" content="習近平、李強">').authors[0] == "習近平、李強"


def test_a_script_that_says_author_before_no_end_of_blanks_names_nobody() -> None:
    assert fields(f'<script>x = {{"author": {" " * 150_000}}}</script>').authors == ()


def test_the_first_meta_element_of_a_name_wins() -> None:
    head = '<meta property="og:title" content="  One \n title "><meta property="OG:Title" content="Another">'
    assert fields(head + "<title>One | Post</title>").titles == ("One title", "One | Post")


@pytest.mark.parametrize(
    ("value", "free"),
    [(True, True), (False, False), ("true", True), (" False ", False), ("maybe", None), (1, None), (None, None)],
)
def test_whether_it_may_be_read_for_free(value: object, free: bool | None) -> None:
    assert fields(ld({"@type": "NewsArticle", "isAccessibleForFree": value})).free is free


@pytest.mark.parametrize("url", ["", "http://[broken", "https://POST.example:8443/x"])
def test_a_host_is_lower_case_or_none(url: str) -> None:
    assert fields("", url).host == ("post.example" if "POST" in url else "")


_SCRIPT = [
    '"',
    "'",
    "author",
    "Author",
    "page_",
    "byline",
    "_name",
    ":",
    " : ",
    "[",
    "Ida Lund",
    '\\"',
    ", ",
    '"author":"Sam Poe"',
]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(_SCRIPT), min_size=3, max_size=14).map("".join))
def test_an_author_in_a_script_is_found_where_a_whole_reading_finds_one(script: str) -> None:
    assert list(_named_in(script)) == _IN_SCRIPTS.findall(script)
