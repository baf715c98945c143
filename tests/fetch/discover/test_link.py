"""Links from foreign sources: only addresses that can be asked, titles in one plain line, each article once."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.fetch.discover.link import MAX_TITLE, Link, link, plain, unique
from newsdiff.fetch.discover.sitemaps import by_age

BASE = "https://gazette.example/2026/feed.xml"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("/x", "https://gazette.example/x"),
        ("x", "https://gazette.example/2026/x"),
        ("//b.example/x", "https://b.example/x"),
        (" https://a.example/x \n", "https://a.example/x"),
        ("https://a.example/x#top", "https://a.example/x"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/\u202ex", "https://a.example/%E2%80%AEx"),
    ],
)
def test_addresses_stand_for_themselves(url: str, wanted: str) -> None:
    assert link(BASE, url) == Link(wanted)


@pytest.mark.parametrize(
    "url",
    [
        None,
        7,
        "",
        "  ",
        "mailto:a@b.example",
        "javascript:x()",
        "ftp://a.example/",
        "http://[",
        "data:text/html,x",
        ["x"],
    ],
)
def test_what_leads_nowhere_is_no_link(url: object) -> None:
    assert link(BASE, url) is None


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Ferry stops", "Ferry stops"),
        ("  Ferry\n stops ", "Ferry stops"),
        ("<b>Ferry</b> stops", "Ferry stops"),
        ("&lt;b&gt;Ferry&lt;/b&gt; stops", "Ferry stops"),
        ("Ferry &amp; boat", "Ferry & boat"),
        ("<script>alert(1)</script>Ferry", "Ferry"),
        ("Ferry\x1b[2J", "Ferry[2J"),
        (None, ""),
        (7, ""),
    ],
)
def test_titles_are_one_plain_line(title: object, wanted: str) -> None:
    assert plain(title) == wanted


@given(st.text(max_size=400))
def test_no_title_breaks_a_line_or_is_long(title: str) -> None:
    found = plain(title)
    assert len(found) <= MAX_TITLE
    assert found == " ".join(found.split())


def test_each_article_once_and_a_later_mention_adds_what_is_missing() -> None:
    links = [
        Link("https://a.example/x"),
        None,
        Link("https://a.example/y", "Y"),
        Link("https://a.example/x?utm_source=f", "X", NOW),
        Link("https://a.example/y", "other"),
    ]
    assert unique(links, 10) == (Link("https://a.example/x", "X", NOW), Link("https://a.example/y", "Y"))
    assert unique(links, 1) == (Link("https://a.example/x", "X", NOW),)
    assert unique([], 10) == ()


def day(number: int) -> datetime:
    return datetime(2026, 2, number, tzinfo=UTC)


def test_what_changed_last_comes_first() -> None:
    links = [Link("a", published=day(1)), Link("b", published=day(3)), Link("c", published=day(2))]
    assert [one.url for one in by_age(links, now=NOW)] == ["b", "c", "a"]


def test_a_month_in_the_address_stands_in_for_a_time() -> None:
    links = [
        Link("https://a.example/2025-12.xml"),
        Link("https://a.example/sitemap_2026_2"),
        Link("https://a.example/2024/"),
    ]
    assert [one.url[18:] for one in by_age(links, now=NOW)] == ["sitemap_2026_2", "2025-12.xml", "2024/"]


def test_a_time_still_to_come_is_none() -> None:
    later = datetime(2027, 1, 1, tzinfo=UTC)
    links = [Link("a", published=later), Link("b", published=day(1))]
    assert [one.url for one in by_age(links, now=NOW)] == ["b", "a"]


def test_without_times_both_ends_are_taken_in_turn() -> None:
    assert [one.url for one in by_age(map(Link, "abcde"), now=NOW)] == ["a", "e", "b", "d", "c"]


@given(st.lists(st.tuples(st.text("ab0-2/", max_size=8), st.none() | st.integers(1, 28).map(day)), max_size=12))
def test_nothing_is_lost_in_the_order(found: list[tuple[str, datetime | None]]) -> None:
    links = [Link(url, published=when) for url, when in found]
    assert sorted(by_age(links, now=NOW), key=repr) == sorted(links, key=repr)
