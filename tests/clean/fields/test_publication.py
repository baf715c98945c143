"""The day of publication of a page that tells machines none."""

import pytest
from lxml import html

from newsdiff.clean import cleaned_html
from newsdiff.clean.fields.publication import publication
from newsdiff.clean.page.text_blocks import leaves
from newsdiff.model import Witness
from tests.kit.crawls import page

ADDRESS = "https://post.example/islands/ferry"


def published(body: str, address: str = ADDRESS, language: str | None = "en", *, beside: bool = False) -> str | None:
    lines = [(leaf, beside) for leaf in leaves(html.document_fromstring(f"<html><body>{body}</body></html>"))]
    found = publication(lines, address, language)
    return found.value if found else None


@pytest.mark.parametrize(
    "body",
    [
        "<p>Wednesday, March 12, 2025</p>",  # it may be today's
        "<p>Updated: March 12, 2025, 10:20</p>",
        "<p>Zuletzt bearbeitet am 12. März 2025</p>",
        "<p>Stand: 12.03.2025</p>",
        "<p>最終更新 2025年3月12日</p>",
        "<p><time class=updated datetime=2025-03-12>12.3.</time></p>",
        "<p>Published 03/04/2025</p>",  # English writes it either way
        "<p>Published last year</p>",
    ],
)
def test_a_change_today_and_what_may_be_read_in_two_ways_is_no_day_of_publication(body: str) -> None:
    assert published(body) is None


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("<p>Posted: March 12, 2025, 10:20 CET</p>", "2025-03-12T10:20:00+01:00"),
        ("<p>Posted: <time datetime=2025-02-30T10:00Z>March 12, 2025</time></p>", "2025-03-12"),  # no such day
        ("<p>Published March 12, 2025. Updated March 14, 2025</p>", "2025-03-12"),
        ("<p>Updated March 14, 2025. Published March 12, 2025</p>", "2025-03-12"),
        ("<p class=post-date>March 12, 2025</p>", "2025-03-12"),
        ("<p><span class=post-date>March 12, 2025</span></p>", "2025-03-12"),
        ("<p><time datetime=2025-03-12T09:20:00Z>12 March 2025</time> · 3,100 words</p>", "2025-03-12T09:20:00Z"),
        ("<p><abbr class=published title=2025-03-11T23:20:00Z>12 March 2025</abbr></p>", "2025-03-11T23:20:00Z"),
    ],
)
def test_a_line_that_says_so_shows_the_day_of_publication(body: str, value: str) -> None:
    assert published(body) == value


def test_a_date_beside_the_byline_is_that_of_the_article() -> None:
    assert published("<p>12.03.2025 | 04:31</p>", beside=True) == "2025-03-12T04:31:00"


def test_only_english_leaves_the_order_of_day_and_month_open() -> None:
    assert published("<p>Publié le 03/04/2025 17:45</p>", language="fr") == "2025-04-03T17:45:00"


def test_the_address_speaks_for_a_day_and_against_another() -> None:
    address = "https://post.example/2025/03/12/ferry"
    assert published("<p>March 12, 2025, 10:20</p>", address) == "2025-03-12T10:20:00"
    assert published("<p>March 14, 2025</p>", address) == "2025-03-12"
    assert published("", "https://post.example/2025/13/42/ferry") is None
    assert publication([], address, None) == Witness("published", "2025-03-12", "URL", won=True)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ('<p><time itemprop="datePublished" datetime="2025-03-12">12.03.2025</time></p>', "2025-03-12"),
        (
            '<p><time itemprop="datePublished" datetime="2025-03-12">12.03.2025</time> Updated 12.03.2025 16:05</p>',
            "2025-03-12",
        ),
        (
            '<p><time itemprop="datePublished" datetime="2025-03-12">12.03.2025</time></p><p>13.03.2025 10:20</p>',
            "2025-03-12",
        ),
        (
            '<p><time itemprop="datePublished" datetime="2025-03-12">12.03.2025</time> <i>10:20</i></p>',
            "2025-03-12T10:20:00",
        ),
        (
            '<p>12 <span property="schema:dateCreated" content="2025-03-12T09:20:00+00:00"></span></p>',
            "2025-03-12T09:20:00+00:00",
        ),
    ],
)
def test_a_day_that_the_visible_page_marks_gets_the_time_beside_it(shown: str, told: str) -> None:
    assert cleaned_html(page("below", shown), "https://post.example/ferry").article.published == told
