"""Sitemaps: what one says of each address, and in which order many are worth a look."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.errors import CleanError
from newsdiff.fetch.discover.link import Discovered, Link
from newsdiff.fetch.discover.sitemaps import MAX_LINKS, by_age, sitemap
from newsdiff.model import Page
from tests.kit.fetching import NOW

BASE = "https://news.example/sitemap.xml"


def read(body: str) -> Discovered:
    return sitemap(Page(BASE, BASE, 200, "text/xml", body.encode(), NOW))


def entries(*within: str) -> tuple[Link, ...]:
    return read("<urlset>" + "".join(f"<url>{one}</url>" for one in within) + "</urlset>").links


def published(told: str) -> datetime | None:
    [link] = entries(f"<loc>https://news.example/a</loc>{told}")
    return link.published


def news(title: str = "", date: str = "") -> str:
    told = f"<publication_date>{date}</publication_date><title>{title}</title>"
    return f"<news><publication><name>N</name></publication>{told}</news>"


def test_an_empty_map_leads_nowhere() -> None:
    for body in (
        "<urlset/>",
        "<urlset></urlset>",
        "<urlset><url/></urlset>",
        "<urlset><url><loc> </loc></url></urlset>",
    ):
        assert read(body) == Discovered("sitemap")


def test_an_address_alone_is_a_link() -> None:
    assert entries("<loc>https://news.example/a</loc>") == (Link("https://news.example/a"),)
    assert entries("<loc>\n /a \n</loc>") == (Link("https://news.example/a"),)


@pytest.mark.parametrize("address", ["ftp://news.example/a", "javascript:x()", "http://[", "mailto:a@news.example"])
def test_what_is_no_page_costs_no_other(address: str) -> None:
    found = entries(f"<loc>{address}</loc>", "<loc>https://news.example/b</loc>")
    assert found == (Link("https://news.example/b"),)


def test_a_story_of_a_news_map_has_a_title_and_its_time() -> None:
    [link] = entries("<loc>/a</loc>" + news("Bridge &amp; tunnel", "2026-02-28T09:30:00+01:00"))
    assert link == Link("https://news.example/a", "Bridge & tunnel", datetime(2026, 2, 28, 8, 30, tzinfo=UTC))


def test_the_time_of_publication_goes_before_that_of_a_change() -> None:
    changed = "<lastmod>2026-02-20</lastmod>"
    assert published(changed + news(date="2026-02-01")) == datetime(2026, 2, 1, tzinfo=UTC)
    assert published(changed + news(date="last week")) == datetime(2026, 2, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lastmod", "wanted"),
    [
        ("2026", datetime(2026, 1, 1, tzinfo=UTC)),
        ("2026-02", datetime(2026, 2, 1, tzinfo=UTC)),
        ("2026-02-03", datetime(2026, 2, 3, tzinfo=UTC)),
        (" 2026-02-03T04:05:06Z ", datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)),
        ("2026-02-03T04:05:06.789-05:00", datetime(2026, 2, 3, 9, 5, 6, 789_000, tzinfo=UTC)),
        ("2026-02-03T04:05", None),  # in no zone
        ("2026-13", None),
        ("202", None),
        ("", None),
        ("soon", None),
        ("0000", None),
    ],
)
def test_when_a_page_changed(lastmod: str, wanted: datetime | None) -> None:
    assert published(f"<lastmod>{lastmod}</lastmod>") == wanted


def test_an_image_or_a_video_tells_nothing_of_the_page() -> None:
    image = "<image><loc>https://news.example/i.jpg</loc><title>A picture</title></image>"
    video = "<video><title>A film</title><publication_date>2020-01-01</publication_date></video>"
    assert entries(image + "<loc>https://news.example/a</loc>" + video) == (Link("https://news.example/a"),)


def test_maps_of_an_index_are_no_pages() -> None:
    index = "<sitemapindex><sitemap><loc>/1.xml</loc><lastmod>2026-02</lastmod></sitemap></sitemapindex>"
    when = datetime(2026, 2, 1, tzinfo=UTC)
    assert read(index) == Discovered("sitemap", sitemaps=(Link("https://news.example/1.xml", "", when),))


def test_the_same_page_twice_is_one_link_that_knows_what_either_says() -> None:
    twice = (
        "<loc>https://news.example/a?utm_source=map</loc>",
        "<loc>https://news.example/a</loc>" + news("A", "2026-02"),
    )
    [link] = entries(*twice)
    assert (link.url, link.title) == ("https://news.example/a?utm_source=map", "A")


def test_what_is_left_out_is_told_for_maps_too() -> None:
    over = read("<sitemapindex>" + "<sitemap><loc>/x</loc></sitemap>" * (MAX_LINKS + 1) + "</sitemapindex>")
    assert over.notes == ("1 of its 5,001 addresses are left out: the newest 5,000 are looked at",)
    assert len(over.sitemaps) == 1


def test_what_is_no_map_names_its_source() -> None:
    with pytest.raises(CleanError, match=r"^https://news\.example/sitemap\.xml cannot be read"):
        read("")


def order(*links: tuple[str, datetime | None]) -> list[str]:
    return [link.url for link in by_age([Link(url, "", when) for url, when in links], now=NOW)]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("/2026-02.xml", "/2026-01.xml"),
        ("/sitemap_2026_2", "/sitemap_2026_1"),
        ("/2026/02/x", "/2026/1/x"),
        ("/202602", "/202601"),
        ("/2026", "/2025-12"),
        ("/from-2020-01-to-2026-02", "/2026-01"),  # the latest that it names
        ("/2025-12", "/x"),
        ("/x-1999-01", "/x-1899-01"),  # no news on the web are as old
        ("/2024-01", "/12026-01"),  # a longer number is no year
        ("/2026-2", "/2026-13"),  # no month: the year alone
    ],
)
def test_a_date_in_an_address_is_its_age(newer: str, older: str) -> None:
    assert order((older, None), (newer, None)) == order((newer, None), (older, None)) == [newer, older]


def test_a_time_from_tomorrow_on_is_not_believed() -> None:
    tomorrow, later = NOW + timedelta(days=1), NOW + timedelta(days=1, seconds=1)
    assert order(("/new", NOW), ("/wrong", later), ("/ahead", tomorrow)) == ["/ahead", "/new", "/wrong"]
    assert order(("/new", NOW), ("/2026-02/wrong", later)) == ["/new", "/2026-02/wrong"]  # what its address says, then
    assert order(("/2027-01", None), ("/2020-01", None)) == ["/2020-01", "/2027-01"]


def test_of_the_same_age_the_order_stays() -> None:
    assert order(("/a", NOW), ("/b", NOW), ("/c", NOW)) == ["/a", "/b", "/c"]


@settings(max_examples=30)
@given(
    st.lists(st.none() | st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)), max_size=9)
)
def test_no_link_is_lost_and_none_comes_twice(times: list[datetime | None]) -> None:
    links = [Link(f"https://news.example/{n}", "", when) for n, when in enumerate(times)]
    found = by_age(links, now=NOW)
    assert sorted(link.url for link in found) == [link.url for link in links]
    told = [link.published for link in found if link.published and link.published <= NOW]
    assert told == sorted(told, reverse=True)
